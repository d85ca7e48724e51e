//! How WebKitGTK draws the page on Linux. Keeps out what is drawn.

use tauri::{Runtime, WebviewWindow};
use webkit2gtk::{CacheModel, HardwareAccelerationPolicy, SettingsExt, WebContextExt, WebViewExt};

/// Draws by the processor, card or not, and leaves out what this window has not: sound, films, and other pages to go
/// back to. By the graphics card, lists and forms take 85 MB more and come later, some drivers leave the window white,
/// and where there is no card Mesa imitates one.
pub fn keep_light<R: Runtime>(window: &WebviewWindow<R>) -> tauri::Result<()> {
    window.with_webview(|view| {
        let view = view.inner();
        if let Some(context) = view.context() {
            context.set_cache_model(CacheModel::DocumentViewer);
        }
        if let Some(settings) = view.settings() {
            settings.set_hardware_acceleration_policy(HardwareAccelerationPolicy::Never);
            settings.set_enable_page_cache(false);
            settings.set_enable_webgl(false);
            settings.set_enable_webaudio(false);
            settings.set_enable_media(false);
        }
    })
}
