//! One invitation from all sides: history, label and note, another in its place.

use tauri::State;
use vestibule_desk::Seat;
use vestibule_wire::{
    DescribeInvitationRequest, ErrorView, HistoryView, InvitationRequest, InvitationView, ReplaceInvitationRequest,
    ReplacedView, command,
};

use super::answer;

/// Sets label and note.
#[tauri::command]
pub async fn describe_invitation(
    seat: State<'_, Seat>,
    request: DescribeInvitationRequest,
) -> Result<InvitationView, ErrorView> {
    let seat = seat.inner().clone();
    answer(command::DESCRIBE_INVITATION, async move { seat.describe_invitation(request).await }).await
}

/// Ends one and makes another in its place.
#[tauri::command]
pub async fn replace_invitation(
    seat: State<'_, Seat>,
    request: ReplaceInvitationRequest,
) -> Result<ReplacedView, ErrorView> {
    let seat = seat.inner().clone();
    answer(command::REPLACE_INVITATION, async move { seat.replace_invitation(request).await }).await
}

/// What happened to one.
#[tauri::command]
pub async fn invitation_history(seat: State<'_, Seat>, request: InvitationRequest) -> Result<HistoryView, ErrorView> {
    let seat = seat.inner().clone();
    answer(command::INVITATION_HISTORY, async move { seat.invitation_history(request).await }).await
}
