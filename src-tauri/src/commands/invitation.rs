//! Invitations: what may be chosen, list, get, create, copy, revoke.

use tauri::{AppHandle, Runtime, State};
use vestibule_desk::Seat;
use vestibule_wire::{
    CopiedView, CopyInvitationRequest, CreateInvitationRequest, ErrorView, InvitationOptionsView, InvitationPageView,
    InvitationRequest, InvitationView, ListInvitationsRequest, RevokeInvitationRequest, command,
};

use super::answer;
use crate::clipboard;

/// What the signed-in person may choose when creating.
#[tauri::command]
pub async fn invitation_options(seat: State<'_, Seat>) -> Result<InvitationOptionsView, ErrorView> {
    let seat = seat.inner().clone();
    answer(command::INVITATION_OPTIONS, async move { seat.invitation_options().await }).await
}

/// One page of those the signed-in person may see.
#[tauri::command]
pub async fn list_invitations(
    seat: State<'_, Seat>,
    request: ListInvitationsRequest,
) -> Result<InvitationPageView, ErrorView> {
    let seat = seat.inner().clone();
    answer(command::LIST_INVITATIONS, async move { seat.list_invitations(request).await }).await
}

/// One of them, with all its uses.
#[tauri::command]
pub async fn get_invitation(seat: State<'_, Seat>, request: InvitationRequest) -> Result<InvitationView, ErrorView> {
    let seat = seat.inner().clone();
    answer(command::GET_INVITATION, async move { seat.get_invitation(request).await }).await
}

/// Makes one.
#[tauri::command]
pub async fn create_invitation(
    seat: State<'_, Seat>,
    request: CreateInvitationRequest,
) -> Result<InvitationView, ErrorView> {
    let seat = seat.inner().clone();
    answer(command::CREATE_INVITATION, async move { seat.create_invitation(request).await }).await
}

/// Copies its code or link to the clipboard; the page learns only that it stands there.
#[tauri::command]
pub async fn copy_invitation<R: Runtime>(
    app: AppHandle<R>,
    seat: State<'_, Seat>,
    request: CopyInvitationRequest,
) -> Result<CopiedView, ErrorView> {
    let (seat, what) = (seat.inner().clone(), request.what);
    answer(command::COPY_INVITATION, async move {
        let clears_after_seconds = seat.clipboard_seconds().await;
        clipboard::write(&app, seat.copy_invitation(request).await?, clears_after_seconds)?;
        Ok::<_, ErrorView>(CopiedView { what, clears_after_seconds })
    })
    .await
}

/// Ends one for good.
#[tauri::command]
pub async fn revoke_invitation(
    seat: State<'_, Seat>,
    request: RevokeInvitationRequest,
) -> Result<InvitationView, ErrorView> {
    let seat = seat.inner().clone();
    answer(command::REVOKE_INVITATION, async move { seat.revoke_invitation(request).await }).await
}
