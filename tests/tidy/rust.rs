//! Rules about functions and names, read from the syntax tree.

use super::{files, none, sources};
use std::collections::BTreeMap;
use syn::spanned::Spanned;
use syn::visit::{self, Visit};

/// Longer functions must be split (CONTRIBUTING.md, Sizes and names).
const LONGEST_FUNCTION: usize = 70;

/// What is collected from one file.
#[derive(Default)]
struct Walk {
    /// Function, first line, lines.
    functions: Vec<(String, usize, usize)>,
    /// Names of types, traits and modules.
    names: Vec<String>,
}

impl Walk {
    fn through(name: &str, text: &str) -> Self {
        let file = syn::parse_file(text).unwrap_or_else(|error| panic!("{name}: {error}"));
        let mut walk = Self::default();
        walk.visit_file(&file);
        walk
    }

    fn function(&mut self, signature: &syn::Signature, block: &syn::Block) {
        let (first, last) = (signature.span().start().line, block.span().end().line);
        self.functions.push((signature.ident.to_string(), first, last + 1 - first));
    }
}

impl<'a> Visit<'a> for Walk {
    fn visit_item_fn(&mut self, item: &'a syn::ItemFn) {
        self.function(&item.sig, &item.block);
        visit::visit_item_fn(self, item);
    }
    fn visit_impl_item_fn(&mut self, item: &'a syn::ImplItemFn) {
        self.function(&item.sig, &item.block);
        visit::visit_impl_item_fn(self, item);
    }
    fn visit_item_struct(&mut self, item: &'a syn::ItemStruct) {
        self.names.push(item.ident.to_string());
        visit::visit_item_struct(self, item);
    }
    fn visit_item_enum(&mut self, item: &'a syn::ItemEnum) {
        self.names.push(item.ident.to_string());
        visit::visit_item_enum(self, item);
    }
    fn visit_item_trait(&mut self, item: &'a syn::ItemTrait) {
        self.names.push(item.ident.to_string());
        visit::visit_item_trait(self, item);
    }
    fn visit_item_type(&mut self, item: &'a syn::ItemType) {
        self.names.push(item.ident.to_string());
        visit::visit_item_type(self, item);
    }
    fn visit_item_mod(&mut self, item: &'a syn::ItemMod) {
        self.names.push(item.ident.to_string());
        visit::visit_item_mod(self, item);
    }
}

#[test]
fn every_sentence_of_an_error_stands_once() {
    let mut seen = BTreeMap::new();
    let mut wrong = Vec::new();
    for (name, text) in files("crates", ".rs") {
        for sentence in text.split("#[error(").skip(1).filter_map(|rest| rest.split('"').nth(1)) {
            // An error that only shows another error's sentence.
            if sentence.starts_with('{') && !sentence.contains(' ') {
                continue;
            }
            if let Some(before) = seen.insert(sentence.to_owned(), name.clone()) {
                wrong.push(format!("{before} and {name}: {sentence}"));
            }
        }
    }
    none("said twice", wrong);
}

#[test]
fn no_function_is_too_long() {
    let mut wrong = Vec::new();
    for (name, text) in sources() {
        for (function, line, lines) in Walk::through(&name, &text).functions {
            if lines > LONGEST_FUNCTION {
                wrong.push(format!("{name}:{line}: {function} has {lines}"));
            }
        }
    }
    none("functions above 70 lines", wrong);
}

#[test]
fn names_are_nouns_of_the_trade() {
    let mut wrong = Vec::new();
    for (name, text) in sources() {
        let stem = name.rsplit('/').next().and_then(|file| file.strip_suffix(".rs")).expect("a Rust file").to_owned();
        let names = Walk::through(&name, &text).names.into_iter().chain([stem]);
        wrong.extend(names.filter(|item| !is_of_the_trade(item)).map(|item| format!("{name}: {item}")));
    }
    none("names that say nothing", wrong);
}

/// Whether a name follows CONTRIBUTING.md, Sizes and names.
fn is_of_the_trade(name: &str) -> bool {
    let words = words(name);
    let empty = ["service", "helper", "helpers", "util", "utils", "processor", "data", "info"];
    !words.iter().any(|word| empty.contains(&word.as_str()))
        && (words.len() == 1 || words.last().is_none_or(|last| last != "manager"))
}

/// `InvitationRow` and `invitation_row` as `invitation`, `row`.
fn words(name: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    for c in name.chars() {
        if c == '_' || c == '-' || (c.is_uppercase() && words.last().is_some_and(|word| !word.is_empty())) {
            words.push(String::new());
        }
        if c.is_alphanumeric() {
            words.last_mut().expect("begins with one").extend(c.to_lowercase());
        }
    }
    words
}

#[test]
fn empty_names_are_found_and_the_role_is_none_of_them() {
    for bad in ["SessionManager", "InvitationService", "StringHelper", "utils", "RowProcessor", "UserData", "FileInfo"]
    {
        assert!(!is_of_the_trade(bad), "{bad}");
    }
    for good in ["Manager", "Database", "InvitationRow", "Information", "manager_matrix"] {
        assert!(is_of_the_trade(good), "{good}");
    }
}
