//! How WebKitGTK renders the page on Linux. Keeps out what it shows.

use tauri::{Runtime, WebviewWindow};
use webkit2gtk::{CacheModel, HardwareAccelerationPolicy, SettingsExt, WebContextExt, WebViewExt};

/// Renders on the processor, and turns off what this window does not use: sound, video, and the cache of earlier
/// pages. On the graphics card, lists and forms take 85 MB more and appear later, some drivers leave the window white,
/// and without a card Mesa emulates one.
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
