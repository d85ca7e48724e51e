//! Passes tauri.conf.json, the capabilities and the permissions to Tauri's build step. Keeps out building the pages
//! (`cargo xtask ui`), but says so if they are missing.
#![allow(clippy::print_stdout, reason = "a build script talks to cargo")]

use std::path::Path;

use tauri_build::{AppManifest, Attributes};

fn main() {
    // Tauri watches only its default folders, and the pages only if they exist already.
    for watched in ["src-tauri/build.rs", "src-tauri/capabilities", "src-tauri/permissions", "target/ui/dist"] {
        println!("cargo:rerun-if-changed={watched}");
    }
    assert!(
        Path::new("target/ui/dist/index.html").is_file(),
        "the window's pages are not built yet: run `cargo xtask ui` first (`cargo xtask run` and `test` do)"
    );
    let attributes = Attributes::new()
        .capabilities_path_pattern("./src-tauri/capabilities/**/*")
        .app_manifest(AppManifest::new().permissions_path_pattern("./src-tauri/permissions/**/*"));
    if let Err(error) = tauri_build::try_build(attributes) {
        panic!("tauri.conf.json, a capability or a permission is wrong: {error:#}");
    }
}
