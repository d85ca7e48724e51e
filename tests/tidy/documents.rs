//! Rules about documents: files named in `docs/` exist, every class of incidents has its line, and ARCHITECTURE.md
//! draws the allowed edges between crates.

use super::{ALLOWED, files, none, root, sources};
use std::fs;

/// The documents in `docs/` that a text names, by path from the root.
fn named(text: &str) -> Vec<&str> {
    let is_of_a_path = |c: char| c.is_ascii_alphanumeric() || matches!(c, '/' | '.' | '-' | '_');
    let words = text.split(|c: char| !is_of_a_path(c)).map(|word| word.trim_end_matches('.'));
    words.filter(|word| word.starts_with("docs/") && (word.ends_with(".md") || word.ends_with(".png"))).collect()
}

#[test]
fn every_document_that_is_named_stands() {
    let mut texts = sources();
    for (folder, ending) in [("", ".md"), ("ui", ".css"), ("migrations", ".sql")] {
        texts.extend(files(folder, ending));
    }
    let mut wrong = Vec::new();
    for (name, text) in texts {
        let absent = named(&text).into_iter().filter(|document| !root().join(document).is_file());
        wrong.extend(absent.map(|document| format!("{name} names {document}")));
    }
    none("documents that are not there", wrong);
}

#[test]
fn a_document_is_found_in_whatever_sentence() {
    let text = "see docs/hub.md. (docs/product.md, Roles) ![list](docs/invitations.png) docs and docs/ only";
    assert_eq!(named(text), ["docs/hub.md", "docs/product.md", "docs/invitations.png"]);
}

#[test]
fn every_class_of_incidents_has_its_line_in_the_list() {
    let list = fs::read_to_string(root().join("docs/incidents.md")).expect("the list is there");
    let absent = (1..=17).filter(|class| !list.contains(&format!("\n| {class} |")));
    none("a class of incidents that the list does not have", absent.map(|class| class.to_string()).collect());
}

/// A crate's name in the document.
fn short(name: &str) -> String {
    match name {
        "vestibule" => "shell".to_owned(),
        other => other.trim_start_matches("vestibule-").to_owned(),
    }
}

/// The dependencies of a crate, as written in the document.
fn drawn(name: &str, edges: &[&str]) -> String {
    let edges: Vec<String> = edges.iter().map(|edge| short(edge)).collect();
    let edges = if edges.is_empty() { "nothing".to_owned() } else { edges.join(", ") };
    format!("`{} → {edges}`", short(name))
}

#[test]
fn the_architecture_draws_the_edges_that_are_allowed() {
    let page = fs::read_to_string(root().join("ARCHITECTURE.md")).expect("the page is there");
    let all = ALLOWED.iter().map(|(name, edges)| drawn(name, edges));
    none("edges that the page does not have", all.filter(|line| !page.contains(line.as_str())).collect());
}
