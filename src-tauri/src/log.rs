//! The log: one file a day in the data folder, seven kept. Keeps secrets out: below warnings only Vestibule's own
//! crates are logged, whatever `VESTIBULE_LOG` says, since others may log what they carry.

use std::fs;
use std::path::Path;
use tracing_appender::rolling::{Builder, Rotation};
use tracing_subscriber::filter::{LevelFilter, Targets};
use tracing_subscriber::prelude::*;

/// The longest logged text of a fault, in characters.
const LONGEST: usize = 2000;

/// Starts the log in `data_dir`/logs; if that can't be written, warnings go to the terminal. Call once.
pub fn start(data_dir: &Path, level: Option<&str>) {
    let file = private_folder(&data_dir.join("logs")).ok().and_then(|()| {
        let daily = Builder::new().rotation(Rotation::DAILY).filename_prefix("vestibule").filename_suffix("log");
        daily.max_log_files(7).build(data_dir.join("logs")).ok()
    });
    let level = level.and_then(|named| named.parse().ok()).unwrap_or(LevelFilter::INFO);
    let heard = targets(if file.is_some() { level } else { LevelFilter::WARN });
    let lines = tracing_subscriber::fmt::layer().with_ansi(false);
    let started = match file {
        Some(file) => tracing_subscriber::registry()
            .with(lines.with_writer(std::sync::Mutex::new(file)).with_filter(heard))
            .try_init(),
        None => tracing_subscriber::registry().with(lines.with_writer(std::io::stderr).with_filter(heard)).try_init(),
    };
    if started.is_ok() {
        note_panics();
        tracing::info!(version = env!("CARGO_PKG_VERSION"), "start");
    }
}

/// The crates that are logged. Not sqlx: it may quote a statement, and one statement contains the key.
fn targets(level: LevelFilter) -> Targets {
    let ours = ["vestibule", "vestibule_shell", "vestibule_desk", "vestibule_store"].map(|name| (name, level));
    Targets::new().with_default(LevelFilter::WARN).with_target("sqlx", LevelFilter::OFF).with_targets(ours)
}

/// Creates a folder and its parents, accessible to the owner only.
fn private_folder(folder: &Path) -> std::io::Result<()> {
    let mut maker = fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut maker, 0o700);
    maker.recursive(true).create(folder)
}

/// Logs every panic, in addition to the default message.
fn note_panics() {
    let before = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        // Only the location: the message may quote the value that caused it, which may be a password or a code.
        let place = panic.location().map(ToString::to_string).unwrap_or_default();
        tracing::error!(place = tidy(&place), "panic");
        if cfg!(debug_assertions) {
            before(panic);
        }
    }));
}

/// An external text as one safe line: control and text-direction characters escaped, at most 2 000 characters.
pub fn tidy(text: &str) -> String {
    let shown = |c: char| {
        !c.is_control() && !matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    let mut line = String::new();
    for c in text.chars().take(LONGEST) {
        if shown(c) { line.push(c) } else { line.extend(c.escape_default()) }
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;
    use tracing::Level;

    #[test]
    fn a_fault_becomes_one_line_that_cannot_forge_another() {
        assert_eq!(tidy("lost\n2026-01-01 INFO all is well\u{202e}"), "lost\\n2026-01-01 INFO all is well\\u{202e}");
        assert_eq!(tidy("Größe 5 €"), "Größe 5 €");
    }

    #[test]
    fn a_fault_of_ten_megabytes_is_cut() {
        assert_eq!(tidy(&"x".repeat(10_000_000)).len(), LONGEST);
    }

    #[test]
    fn others_are_never_heard_below_a_warning() {
        let heard = targets(LevelFilter::TRACE);
        assert!(heard.would_enable("vestibule_desk", &Level::TRACE));
        assert!(heard.would_enable("zbus", &Level::WARN));
        assert!(!heard.would_enable("zbus", &Level::INFO));
        assert!(!heard.would_enable("sqlx::query", &Level::ERROR));
    }

    #[test]
    fn the_log_stands_in_a_folder_for_its_owner_only() {
        let scratch = tempfile::tempdir().unwrap();
        let folder = scratch.path().join("data");
        private_folder(&folder).unwrap();
        private_folder(&folder).unwrap();
        #[cfg(unix)]
        assert_eq!(
            std::os::unix::fs::PermissionsExt::mode(&fs::metadata(&folder).unwrap().permissions()) & 0o777,
            0o700
        );
    }
}
