//! Copying to the clipboard. The page learns only that it was copied.

use super::Caller;
use crate::clipboard;
use tauri::Runtime;
use vestibule_wire::{
    CopiedView, CopyInvitationRequest, CopyPasswordCodeRequest, CopyWhat, ErrorView, InvitationRequest,
};

/// An invitation's code or link.
pub async fn copy_invitation<R: Runtime>(
    caller: Caller<R>,
    request: CopyInvitationRequest,
) -> Result<CopiedView, ErrorView> {
    let what = request.what;
    let clears_after_seconds = caller.seat.clipboard_seconds().await;
    clipboard::write(&caller.app, caller.seat.copy_invitation(request).await?, clears_after_seconds)?;
    Ok(CopiedView { what, clears_after_seconds })
}

/// A one-time code for a new password, while it is shown.
pub async fn copy_password_code<R: Runtime>(
    caller: Caller<R>,
    request: CopyPasswordCodeRequest,
) -> Result<CopiedView, ErrorView> {
    let clears_after_seconds = caller.seat.clipboard_seconds().await;
    clipboard::write(&caller.app, caller.seat.copy_password_code(request).await?, clears_after_seconds)?;
    Ok(CopiedView { what: CopyWhat::Code, clears_after_seconds })
}

/// An invitation's QR code, as a picture.
pub async fn copy_qr<R: Runtime>(caller: Caller<R>, request: InvitationRequest) -> Result<CopiedView, ErrorView> {
    let clears_after_seconds = caller.seat.clipboard_seconds().await;
    clipboard::write_picture(&caller.app, caller.seat.copy_qr(request).await?, clears_after_seconds)?;
    Ok(CopiedView { what: CopyWhat::Picture, clears_after_seconds })
}
