//! What concerns this device alone: what a person has chosen on it, and its window.

use tauri::{Runtime, State, WebviewWindow};
use vestibule_desk::Seat;
use vestibule_wire::{
    ClockDoubtView, ErrorCode, ErrorView, PreferenceRequest, ProtectScreenRequest, ScreenProtectionView,
    SetPreferenceRequest, ZoomRequest, command,
};

use super::answer;

/// Whether this system can keep a window out of screen recordings. (macOS 15 and later do so for some programs only, and tell nobody for which.)
const SUPPORTED: bool = cfg!(any(windows, target_os = "macos"));

/// What the signed-in person has kept here.
#[tauri::command]
pub async fn preference(seat: State<'_, Seat>, request: PreferenceRequest) -> Result<Option<String>, ErrorView> {
    let seat = seat.inner().clone();
    answer(command::PREFERENCE, async move { seat.preference(request).await }).await
}

/// Keeps it.
#[tauri::command]
pub async fn set_preference(seat: State<'_, Seat>, request: SetPreferenceRequest) -> Result<(), ErrorView> {
    let seat = seat.inner().clone();
    answer(command::SET_PREFERENCE, async move { seat.set_preference(request).await }).await
}

/// Whether this device's clock is doubted.
#[tauri::command]
pub async fn clock(seat: State<'_, Seat>) -> Result<Option<ClockDoubtView>, ErrorView> {
    let seat = seat.inner().clone();
    answer(command::CLOCK, async move { seat.clock().await }).await
}

/// It is right, says who looks after everything.
#[tauri::command]
pub async fn confirm_clock(seat: State<'_, Seat>) -> Result<(), ErrorView> {
    let seat = seat.inner().clone();
    answer(command::CONFIRM_CLOCK, async move { seat.confirm_clock().await }).await
}

/// Keeps the window that asks out of screen recordings, or no longer. Where the system can't, it says so and nothing changes.
#[tauri::command]
pub async fn protect_screen<R: Runtime>(
    window: WebviewWindow<R>,
    request: ProtectScreenRequest,
) -> Result<ScreenProtectionView, ErrorView> {
    answer(command::PROTECT_SCREEN, async move {
        window.set_content_protected(request.on).map_err(|fault| {
            tracing::error!(%fault, "the window's protection could not be set");
            ErrorView::new(ErrorCode::Fault, "The window's protection could not be set.")
        })?;
        Ok::<_, ErrorView>(ScreenProtectionView { supported: SUPPORTED, on: SUPPORTED && request.on })
    })
    .await
}

/// Shows everything in the window that asks larger or smaller. Natively, as browsers do: in CSS pixels the window
/// becomes smaller, so the page lays itself out anew.
#[tauri::command]
pub async fn zoom_window<R: Runtime>(window: WebviewWindow<R>, request: ZoomRequest) -> Result<(), ErrorView> {
    answer(command::ZOOM_WINDOW, async move {
        let (least, most) = ZoomRequest::BOUNDS;
        window.set_zoom(f64::from(request.percent.clamp(least, most)) / 100.0).map_err(|fault| {
            tracing::error!(%fault, "the window's size of text could not be set");
            ErrorView::new(ErrorCode::Fault, "The size could not be changed.")
        })
    })
    .await
}
