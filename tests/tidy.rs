//! The house rules as tests: which crates may depend on which, sizes, names, where SQL may be, what every file must
//! say, and that documents name existing files. Reads the sources only; other tests check what the program does.

mod documents;
mod rust;
mod sql;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Longer files must be split (CONTRIBUTING.md, Sizes and names).
const LONGEST_FILE: usize = 500;
/// The greatest width of comment lines (CONTRIBUTING.md, Sizes and names).
const COMMENT_WIDTH: usize = 120;
/// The greatest share of the shell in all Rust, in per cent (CONTRIBUTING.md, Sizes and names).
const SHELL_SHARE: usize = 5;
/// The allowed dependencies between our crates; all others are forbidden. Tests may have more: see below.
const ALLOWED: [(&str, &[&str]); 11] = [
    ("vestibule-domain", &[]),
    ("vestibule-wire", &["vestibule-domain"]),
    ("vestibule-store", &["vestibule-domain"]),
    ("vestibule-sheet", &[]),
    ("vestibule-paper", &[]),
    ("vestibule-mail", &[]),
    (
        "vestibule-desk",
        &[
            "vestibule-store",
            "vestibule-domain",
            "vestibule-wire",
            "vestibule-sheet",
            "vestibule-paper",
            "vestibule-mail",
        ],
    ),
    ("vestibule", &["vestibule-desk", "vestibule-wire"]),
    ("vestibule-cli", &["vestibule-desk", "vestibule-wire"]),
    ("vestibule-ui", &["vestibule-wire", "vestibule-domain"]),
    ("xtask", &["vestibule-desk"]),
];

/// The workspace's folder.
fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every file of ours below `folder` with that extension, with its path from the root.
fn files(folder: &str, ending: &str) -> Vec<(String, String)> {
    fn gather(folder: &Path, ending: &str, found: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            let name = entry.file_name().to_string_lossy().into_owned();
            if path.is_dir() && name != "target" && name != "gen" && !name.starts_with('.') {
                gather(&path, ending, found);
            } else if path.is_file() && name.ends_with(ending) {
                found.push(path);
            }
        }
    }
    let mut found = Vec::new();
    gather(&root().join(folder), ending, &mut found);
    found.sort();
    let named = |path: PathBuf| {
        let name = path.strip_prefix(root()).expect("found below the root").to_string_lossy().replace('\\', "/");
        (name, fs::read_to_string(&path).expect("a source is text"))
    };
    found.into_iter().map(named).collect()
}

/// All our Rust files.
fn sources() -> Vec<(String, String)> {
    let all = files("", ".rs");
    assert!(all.len() > 50, "the sources were not found");
    all
}

/// Fails with every line of `wrong`.
#[track_caller]
fn none(what: &str, wrong: Vec<String>) {
    assert!(wrong.is_empty(), "{what}:\n  {}", wrong.join("\n  "));
}

#[test]
fn every_file_opens_with_what_it_is() {
    let silent = |(_, text): &(String, String)| !text.starts_with("//! ") && !text.starts_with("#!");
    none("files that don't open with `//!`", sources().into_iter().filter(silent).map(|(name, _)| name).collect());
}

/// The line numbers of comments that are wider than [`COMMENT_WIDTH`].
fn wide_comments(text: &str) -> impl Iterator<Item = usize> {
    let is_wide = |line: &str| line.trim_start().starts_with("//") && line.chars().count() > COMMENT_WIDTH;
    text.lines().enumerate().filter(move |(_, line)| is_wide(line)).map(|(number, _)| number + 1)
}

#[test]
fn no_comment_is_wider_than_120_columns() {
    let wide = |(name, text): (String, String)| -> Vec<String> {
        wide_comments(&text).map(|line| format!("{name}:{line}")).collect()
    };
    none("comments wider than 120 columns", sources().into_iter().flat_map(wide).collect());
    let twin = format!("    // {}\nlet wide = \"{}\";", "x".repeat(114), "x".repeat(140));
    assert_eq!(wide_comments(&twin).collect::<Vec<_>>(), [1]);
}

#[test]
fn no_file_is_too_long() {
    let long = |(name, text): (String, String)| {
        let lines = text.lines().count();
        (lines > LONGEST_FILE).then(|| format!("{name}: {lines}"))
    };
    none("files above 500 lines", sources().into_iter().filter_map(long).collect());
}

#[test]
fn the_shell_stays_thin() {
    let lines = |sources: Vec<(String, String)>| sources.iter().map(|(_, text)| text.lines().count()).sum::<usize>();
    let (shell, all) = (lines(files("src-tauri", ".rs")), lines(sources()));
    assert!(shell > 0 && shell * 100 <= all * SHELL_SHARE, "the shell has {shell} of {all} lines of Rust");
}

#[test]
fn nothing_is_left_for_later() {
    // Assembled from halves, so that this file does not match itself.
    let forbidden = [["TO", "DO"], ["FIX", "ME"], ["XX", "X:"], ["#[ign", "ore"], ["todo", "!("], ["dbg", "!("]]
        .map(|halves| halves.concat());
    // Tests of pictures are exempt: they assert nothing, and a chore runs all of them on request.
    let pictures = ["#[ign", "ore = \"pictures: cargo xtask screenshots\"]"].concat();
    let is_picture = |name: &str, line: &str| name.starts_with("tests/screens") && line == pictures;
    let mut wrong = Vec::new();
    let texts = sources().into_iter().chain(files("ui", ".css")).chain(files("ui", ".ftl")).chain(files("ui", ".js"));
    for (name, text) in texts.chain(files("migrations", ".sql")) {
        for (number, line) in text.lines().enumerate() {
            if forbidden.iter().any(|word| line.contains(word.as_str())) && !is_picture(&name, line) {
                wrong.push(format!("{name}:{}: {}", number + 1, line.trim()));
            }
        }
    }
    none("left for later", wrong);
}

#[test]
fn every_class_of_public_incidents_has_a_test_with_its_number() {
    let names: Vec<String> = sources()
        .into_iter()
        .flat_map(|(_, text)| {
            let tests = text.match_indices("#[test]\nfn incident_").map(|(at, _)| at + "#[test]\nfn ".len());
            tests.map(|at| text[at..].chars().take("incident_00_".len()).collect()).collect::<Vec<String>>()
        })
        .collect();
    let absent = (1..=17).map(|class| format!("incident_{class:02}_")).filter(|name| !names.contains(name)).collect();
    none("a class of incidents without a test", absent);
}

#[test]
fn every_test_of_an_incident_says_how_it_was_seen_to_fail() {
    let text = fs::read_to_string(root().join("tests/commands/incidents.rs")).expect("the numbered tests are there");
    let tests: Vec<&str> = text.split("#[test]\n").collect();
    // A test's comment is at the end of the piece before it.
    let silent = tests.windows(2).filter(|pair| pair[1].starts_with("fn incident_")).filter(|pair| {
        let comment = pair[0].lines().rev().take_while(|line| line.starts_with("///"));
        !comment.into_iter().any(|line| line.starts_with("/// Guard: "))
    });
    let named = silent.map(|pair| pair[1].lines().next().unwrap_or_default().to_owned()).collect();
    none("no word of the guard that was taken out", named);
}

#[test]
fn every_part_of_the_house_stands() {
    let parts = [
        "Cargo.toml",
        "Cargo.lock",
        "tauri.conf.json",
        "rust-toolchain.toml",
        "README.md",
        "ARCHITECTURE.md",
        "CONTRIBUTING.md",
        "CHANGELOG.md",
        "docs/product.md",
        "docs/design.md",
        "docs/incidents.md",
        "docs/hub.md",
        "docs/decisions.md",
        "LICENSE-MIT",
        "LICENSE-APACHE",
        ".cargo/config.toml",
        ".ci/run",
        "src-tauri/build.rs",
        "src-tauri/capabilities/desk.json",
        "src-tauri/permissions/desk.toml",
        "src-tauri/src/commands",
        "ui/locales/en",
        "crates/domain",
        "crates/wire",
        "crates/store",
        "crates/desk",
        "crates/cli",
        "migrations",
        "icons/vestibule.svg",
        "tests/main.rs",
        "tests/commands",
        "tests/journeys",
        "tests/support",
        "xtask",
    ];
    none("missing", parts.into_iter().filter(|part| !root().join(part).exists()).map(str::to_owned).collect());
}

#[test]
fn each_crate_knows_only_what_it_may() {
    let workspace = cargo_metadata::MetadataCommand::new().manifest_path(root().join("Cargo.toml")).no_deps().exec();
    let packages = workspace.expect("cargo describes the workspace").packages;
    let ours: BTreeSet<String> = packages.iter().map(|package| package.name.to_string()).collect();
    let mut wrong = Vec::new();
    for package in &packages {
        let name = package.name.to_string();
        let Some((_, allowed)) = ALLOWED.iter().find(|(known, _)| *known == name) else {
            wrong.push(format!("{name} is a crate that this test does not know"));
            continue;
        };
        for edge in package.dependencies.iter().filter(|edge| ours.contains(&edge.name)) {
            // Tests may make domain values for requests, and the window's tests lay out files that no command makes;
            // the program itself gains no dependency by that.
            let for_tests = edge.kind == cargo_metadata::DependencyKind::Development
                && (edge.name == "vestibule-domain" || (name == "vestibule" && edge.name == "vestibule-store"));
            if !allowed.contains(&edge.name.as_str()) && !for_tests {
                wrong.push(format!("{name} → {}", edge.name));
            }
        }
    }
    none("edges that are not allowed", wrong);
    assert_eq!(ours.len(), ALLOWED.len(), "a crate of this list is gone");
}

#[test]
fn the_domain_and_the_wire_know_no_machinery() {
    let forbidden = ["tokio", "sqlx", "tauri", "serde_json", "rand", "getrandom", "reqwest", "keyring"];
    let workspace = cargo_metadata::MetadataCommand::new().manifest_path(root().join("Cargo.toml")).no_deps().exec();
    let mut wrong = Vec::new();
    for package in workspace.expect("cargo describes the workspace").packages {
        let name = package.name.to_string();
        if name != "vestibule-domain" && name != "vestibule-wire" {
            continue;
        }
        let used = package.dependencies.iter().filter(|edge| edge.kind == cargo_metadata::DependencyKind::Normal);
        wrong.extend(
            used.filter(|edge| forbidden.contains(&edge.name.as_str())).map(|edge| format!("{name} → {}", edge.name)),
        );
    }
    none("a pure crate that knows machinery", wrong);
}
