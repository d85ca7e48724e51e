//! A QR code: always black on white with its quiet zone, in both themes. Keeps out its content and who may see it.

use crate::prelude::*;
use vestibule_wire::QrView;

/// Modules of white on every side (ISO/IEC 18004: four).
const QUIET: u32 = 4;
/// The space in the drawer, in CSS pixels.
const ROOM: u32 = 148;

/// The side in pixels for so many modules: a whole number for each, so that all are equally large and sharp.
fn pixels(size: u32) -> u32 {
    let whole = size + 2 * QUIET;
    whole * (ROOM / whole).max(2)
}

/// One rectangle for each run of dark modules in a row. None: `modules` is not `size` by `size` of `0` and `1`.
fn path(code: &QrView) -> Option<String> {
    let size = usize::try_from(code.size).ok().filter(|size| *size > 0)?;
    let modules = code.modules.as_bytes();
    if modules.len() != size * size || modules.iter().any(|module| !matches!(module, b'0' | b'1')) {
        return None;
    }
    let mut path = String::new();
    for (y, row) in modules.chunks(size).enumerate() {
        let mut x = 0;
        for run in row.chunk_by(|one, next| one == next) {
            if run[0] == b'1' {
                path.push_str(&format!("M{x} {y}h{0}v1h-{0}z", run.len()));
            }
            x += run.len();
        }
    }
    Some(path)
}

/// The code.
#[component]
pub fn Qr(code: QrView, label: String, test: String) -> Element {
    let Some(path) = path(&code) else { return rsx! {} };
    let (side, whole) = (pixels(code.size), code.size + 2 * QUIET);
    rsx! {
        div { class: "qr whole", "data-test": test,
            svg {
                width: "{side}", height: "{side}", view_box: "-{QUIET} -{QUIET} {whole} {whole}", role: "img", "aria-label": label,
                shape_rendering: "crispEdges",
                path { d: path }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(size: u32, modules: &str) -> QrView {
        QrView { size, modules: modules.to_owned() }
    }

    #[test]
    fn runs_of_dark_modules_become_rectangles() {
        assert_eq!(path(&code(3, "110001111")).as_deref(), Some("M0 0h2v1h-2zM2 1h1v1h-1zM0 2h3v1h-3z"));
        assert_eq!(path(&code(1, "0")).as_deref(), Some(""));
    }

    #[test]
    fn what_is_no_square_of_modules_is_not_drawn() {
        for (size, modules) in [(3, "11000111"), (2, "10x1"), (0, ""), (2, "1001 ")] {
            assert_eq!(path(&code(size, modules)), None, "{size} {modules}");
        }
    }

    #[test]
    fn every_module_has_whole_pixels_and_all_of_it_fits() {
        for size in [21, 25, 29, 33, 41, 57] {
            assert_eq!(pixels(size) % (size + 2 * QUIET), 0);
            assert!(pixels(size) <= ROOM, "{size}");
        }
        assert_eq!(pixels(29), 148);
    }
}
