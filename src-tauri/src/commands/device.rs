//! What concerns this device's window alone.

use tauri::{Runtime, WebviewWindow};
use vestibule_wire::{ErrorCode, ErrorView, ProtectScreenRequest, ScreenProtectionView, command};

use super::answer;

/// Whether this system can keep a window out of screen recordings. (macOS 15 and later do so for some programs only, and tell nobody for which.)
const SUPPORTED: bool = cfg!(any(windows, target_os = "macos"));

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
