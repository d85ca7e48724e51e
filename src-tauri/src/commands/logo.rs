//! The organisation's logo. The page learns neither where a picture came from nor anything of its file.

use tauri::{AppHandle, Runtime, State};
use vestibule_desk::{FileUse, Seat};
use vestibule_wire::{ErrorView, FileDialogRequest, LogoPictureView, LogoView, command};

use super::answer;
use crate::files::ask_open;

/// The logo with its picture.
#[tauri::command]
pub async fn logo_picture(seat: State<'_, Seat>) -> Result<Option<LogoPictureView>, ErrorView> {
    let seat = seat.inner().clone();
    answer(command::LOGO_PICTURE, async move { seat.logo_picture().await }).await
}

/// Asks for a picture that an organisation may begin with.
#[tauri::command]
pub async fn choose_first_logo<R: Runtime>(
    app: AppHandle<R>,
    seat: State<'_, Seat>,
    request: FileDialogRequest,
) -> Result<Option<LogoPictureView>, ErrorView> {
    let seat = seat.inner().clone();
    answer(command::CHOOSE_FIRST_LOGO, async move {
        seat.expect_first_start()?;
        let Some(path) = ask_open(&app, &request, &["png", "jpg", "jpeg"]).await else { return Ok(None) };
        Ok::<_, ErrorView>(Some(seat.first_logo_from(&path).await?))
    })
    .await
}

/// Asks for a picture and makes it the logo.
#[tauri::command]
pub async fn choose_logo<R: Runtime>(
    app: AppHandle<R>,
    seat: State<'_, Seat>,
    request: FileDialogRequest,
) -> Result<Option<LogoView>, ErrorView> {
    let seat = seat.inner().clone();
    answer(command::CHOOSE_LOGO, async move {
        seat.allow(FileUse::Logo).await?;
        let Some(path) = ask_open(&app, &request, &["png", "jpg", "jpeg"]).await else { return Ok(None) };
        Ok::<_, ErrorView>(Some(seat.set_logo_from(&path).await?))
    })
    .await
}

/// Takes it away. False: there was none.
#[tauri::command]
pub async fn remove_logo(seat: State<'_, Seat>) -> Result<bool, ErrorView> {
    let seat = seat.inner().clone();
    answer(command::REMOVE_LOGO, async move { seat.remove_logo().await }).await
}
