//! Commands about the window itself.

use super::Caller;
use tauri::Runtime;
use vestibule_wire::{ErrorCode, ErrorView, ProtectScreenRequest, ScreenProtectionView, ZoomRequest};

/// Whether this system can keep a window out of screen recordings. (macOS 15 and later do so for some programs only,
/// and there is no way to find out which.)
const SUPPORTED: bool = cfg!(any(windows, target_os = "macos"));

/// Keeps the calling window out of screen recordings, or allows them again. If the system can't, it says so and
/// nothing changes.
pub async fn protect_screen<R: Runtime>(
    caller: Caller<R>,
    request: ProtectScreenRequest,
) -> Result<ScreenProtectionView, ErrorView> {
    caller.window.set_content_protected(request.on).map_err(|fault| {
        tracing::error!(%fault, "the window's protection could not be set");
        ErrorView::new(ErrorCode::Fault, "The window's protection could not be set.")
    })?;
    Ok(ScreenProtectionView { supported: SUPPORTED, on: SUPPORTED && request.on })
}

/// Zooms the calling window natively, as browsers do: the window has fewer CSS pixels, and the page lays itself out
/// anew.
pub async fn zoom_window<R: Runtime>(caller: Caller<R>, request: ZoomRequest) -> Result<(), ErrorView> {
    let (least, most) = ZoomRequest::BOUNDS;
    caller.window.set_zoom(f64::from(request.percent.clamp(least, most)) / 100.0).map_err(|fault| {
        tracing::error!(%fault, "the window's size of text could not be set");
        ErrorView::new(ErrorCode::Fault, "The size could not be changed.")
    })
}
