//! What draws the page on Linux: the graphics card or, where there is none, the processor. Keeps out what is drawn.

use std::ffi::OsStr;
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::Command;

/// Where Linux shows graphics cards.
const CARDS: &str = "/dev/dri";
/// WebKitGTK paints by itself when this is 1 (since 2.46; older ones take no notice).
const BY_PROCESSOR: &str = "WEBKIT_SKIA_ENABLE_CPU_RENDERING";
/// Mesa imitates OpenGL on the processor when this is 1, card or not.
const IMITATED: &str = "LIBGL_ALWAYS_SOFTWARE";

/// Has WebKit paint by itself where no card can. Left alone it paints through OpenGL, which Mesa then imitates on the processor: on two cores the
/// list is then drawn a tenth of a second later, at the very first start a whole one; and pages are shown half drawn.
///
/// WebKit hears of it by the environment alone, and WebKit's library has threads before `main`, so the program cannot safely write there: it becomes
/// itself once more (the same process, some 50 ms later), with the word set. Call it before anything is opened.
pub fn choose() {
    let imitated = std::env::var_os(IMITATED);
    if std::env::var_os(BY_PROCESSOR).is_some() || can_card(Path::new(CARDS), imitated.as_deref()) {
        return;
    }
    let Ok(program) = std::env::current_exe() else { return };
    let mut arguments = std::env::args_os();
    let mut again = Command::new(&program);
    again.arg0(arguments.next().unwrap_or(program.into())).args(arguments).env(BY_PROCESSOR, "1");
    // Comes back only when it failed. Then the window is drawn more slowly, no more.
    let _slower = again.exec();
}

/// Cards that can draw have a node called renderD… beside the one for their screens (the kernel's userland interfaces, "Render nodes").
fn can_card(cards: &Path, imitated: Option<&OsStr>) -> bool {
    let nodes = std::fs::read_dir(cards).into_iter().flatten().flatten();
    let has_card = nodes.map(|node| node.file_name()).any(|name| name.to_string_lossy().starts_with("renderD"));
    has_card && imitated.is_none_or(|imitated| imitated != "1" && imitated != "true")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cards(nodes: &[&str]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        nodes.iter().for_each(|node| std::fs::write(folder.path().join(node), "").unwrap());
        folder
    }

    #[test]
    fn a_render_node_is_a_card_that_draws() {
        let cards = cards(&["by-path", "card0", "renderD128"]);
        assert!(can_card(cards.path(), None));
        assert!(can_card(cards.path(), Some(OsStr::new("0"))));
    }

    #[test]
    fn a_screen_without_a_render_node_and_no_node_at_all_draw_nothing() {
        let screen = cards(&["card0"]);
        assert!(!can_card(screen.path(), None));
        assert!(!can_card(&screen.path().join("dri"), None));
    }

    #[test]
    fn a_card_that_is_not_to_be_used_draws_nothing() {
        assert!(!can_card(cards(&["renderD128"]).path(), Some(OsStr::new("1"))));
    }
}
