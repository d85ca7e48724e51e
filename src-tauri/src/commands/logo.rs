//! The organisation's logo. The page gets neither a picture's path nor anything else of its file.

use super::Caller;
use crate::files::ask_open;
use tauri::Runtime;
use vestibule_desk::FileUse;
use vestibule_wire::{ErrorView, FileDialogRequest, LogoPictureView, LogoView};

/// Opens the dialog for a picture, for an organisation that is being set up.
pub async fn choose_first_logo<R: Runtime>(
    caller: Caller<R>,
    request: FileDialogRequest,
) -> Result<Option<LogoPictureView>, ErrorView> {
    caller.seat.expect_first_start()?;
    let Some(path) = ask_open(&caller.app, &request, &["png", "jpg", "jpeg"]).await else { return Ok(None) };
    Ok(Some(caller.seat.first_logo_from(&path).await?))
}

/// Opens the dialog for a picture and makes it the logo.
pub async fn choose_logo<R: Runtime>(
    caller: Caller<R>,
    request: FileDialogRequest,
) -> Result<Option<LogoView>, ErrorView> {
    caller.seat.allow(FileUse::Logo).await?;
    let Some(path) = ask_open(&caller.app, &request, &["png", "jpg", "jpeg"]).await else { return Ok(None) };
    Ok(Some(caller.seat.set_logo_from(&path).await?))
}
