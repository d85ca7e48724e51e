//! One invitation from all sides: history, QR code, label and note, another in its place.

use tauri::{AppHandle, Runtime, State};
use vestibule_desk::Seat;
use vestibule_wire::{
    CopiedView, CopyWhat, DescribeInvitationRequest, ErrorView, HistoryView, InvitationRequest, InvitationView, QrView,
    ReplaceInvitationRequest, ReplacedView, command,
};

use super::answer;
use crate::clipboard;

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

/// The QR code of its link, module by module.
#[tauri::command]
pub async fn show_qr(seat: State<'_, Seat>, request: InvitationRequest) -> Result<QrView, ErrorView> {
    let seat = seat.inner().clone();
    answer(command::SHOW_QR, async move { seat.show_qr(request).await }).await
}

/// Copies that QR code to the clipboard as a picture.
#[tauri::command]
pub async fn copy_qr<R: Runtime>(
    app: AppHandle<R>,
    seat: State<'_, Seat>,
    request: InvitationRequest,
) -> Result<CopiedView, ErrorView> {
    let seat = seat.inner().clone();
    answer(command::COPY_QR, async move {
        let clears_after_seconds = seat.clipboard_seconds().await;
        clipboard::write_picture(&app, seat.copy_qr(request).await?, clears_after_seconds)?;
        Ok::<_, ErrorView>(CopiedView { what: CopyWhat::Picture, clears_after_seconds })
    })
    .await
}
