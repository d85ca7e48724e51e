//! A newcomer's way in. Needs no session, and gives none.

use tauri::State;
use vestibule_desk::Seat;
use vestibule_wire::{
    ErrorView, JoinView, JoinedView, PasswordStrengthRequest, PasswordStrengthView, PreviewJoinRequest,
    RedeemInvitationRequest, command,
};

use super::answer;

/// Looks at an invitation without using it up.
#[tauri::command]
pub async fn preview_join(seat: State<'_, Seat>, request: PreviewJoinRequest) -> Result<JoinView, ErrorView> {
    let seat = seat.inner().clone();
    answer(command::PREVIEW_JOIN, async move { seat.preview_join(request).await }).await
}

/// Joins.
#[tauri::command]
pub async fn redeem_invitation(
    seat: State<'_, Seat>,
    request: RedeemInvitationRequest,
) -> Result<JoinedView, ErrorView> {
    let seat = seat.inner().clone();
    answer(command::REDEEM_INVITATION, async move { seat.redeem_invitation(request).await }).await
}

/// How strong a password would be, while it is typed.
#[tauri::command]
pub async fn password_strength(
    seat: State<'_, Seat>,
    request: PasswordStrengthRequest,
) -> Result<PasswordStrengthView, ErrorView> {
    let seat = seat.inner().clone();
    let call = async move { Ok::<_, ErrorView>(seat.password_strength(request).await) };
    answer(command::PASSWORD_STRENGTH, call).await
}
