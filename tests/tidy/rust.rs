//! Rules about functions and names, read from the syntax tree.

use super::{files, none, sources};
use std::collections::BTreeMap;
use syn::spanned::Spanned;
use syn::visit::{self, Visit};

/// Longer functions must be split (CONTRIBUTING.md, Sizes and names).
const LONGEST_FUNCTION: usize = 70;
/// Names of functions that say nothing outside their file (CONTRIBUTING.md, Sizes and names).
const VAGUE_FUNCTIONS: [&str; 3] = ["read", "of", "run"];

/// What is collected from one file.
#[derive(Default)]
struct Walk {
    /// Function, first line, lines.
    functions: Vec<(String, usize, usize)>,
    /// Names of types, traits and modules.
    names: Vec<String>,
    /// Function and line of those that a trait names, such as `io::Read::read`.
    named_by_traits: Vec<(String, usize)>,
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
    fn visit_trait_item_fn(&mut self, item: &'a syn::TraitItemFn) {
        let (first, last) = (item.sig.span().start().line, item.span().end().line);
        self.functions.push((item.sig.ident.to_string(), first, last + 1 - first));
        visit::visit_trait_item_fn(self, item);
    }
    fn visit_item_impl(&mut self, item: &'a syn::ItemImpl) {
        if item.trait_.is_some() {
            let functions = item.items.iter().filter_map(|item| match item {
                syn::ImplItem::Fn(function) => Some(&function.sig),
                _ => None,
            });
            self.named_by_traits.extend(functions.map(|sig| (sig.ident.to_string(), sig.span().start().line)));
        }
        visit::visit_item_impl(self, item);
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

/// The functions whose names are in [`VAGUE_FUNCTIONS`], each with its line. An implementation's function has its
/// trait's name, so it is left out; a trait of ours is found where it is declared.
fn vague_functions(walk: &Walk) -> impl Iterator<Item = (&str, usize)> {
    let is_vague = |(function, line): &(&str, usize)| {
        let is_named_by_trait = walk.named_by_traits.iter().any(|(name, at)| name == function && at == line);
        VAGUE_FUNCTIONS.contains(function) && !is_named_by_trait
    };
    walk.functions.iter().map(|(function, line, _)| (function.as_str(), *line)).filter(is_vague)
}

#[test]
fn functions_say_what_they_do() {
    let mut wrong = Vec::new();
    for (name, text) in sources() {
        let walk = Walk::through(&name, &text);
        wrong.extend(vague_functions(&walk).map(|(function, line)| format!("{name}:{line}: {function}")));
    }
    none("functions whose names say nothing outside their file", wrong);
}

#[test]
fn vague_functions_are_found_wherever_they_are_and_those_of_foreign_traits_are_not() {
    let twin = "fn run() {}\n\
                impl Key { fn of(id: u8) -> Self { fn read() {} Self(id) } }\n\
                trait Source { fn read(&self); }\n\
                impl io::Read for Key { fn read(&mut self, into: &mut [u8]) -> io::Result<usize> { self.0.read(into) } }\n\
                fn read_page() { let of = 1; }\n\
                mod tests { fn run() {} }";
    let found: Vec<(String, usize)> =
        vague_functions(&Walk::through("twin", twin)).map(|(name, line)| (name.to_owned(), line)).collect();
    let expected = [("run", 1), ("of", 2), ("read", 2), ("read", 3), ("run", 6)];
    assert_eq!(found, expected.map(|(name, line)| (name.to_owned(), line)));
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
