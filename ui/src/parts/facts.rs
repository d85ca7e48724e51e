//! A term and its value: one line of a `dl`. Keeps out which facts there are.

use crate::prelude::*;

/// A term and its value.
#[component]
pub fn Fact(
    term: String,
    /// The value is a text that people wrote: not translated.
    #[props(default)]
    named: bool,
    title: Option<String>,
    test: Option<String>,
    children: Element,
) -> Element {
    rsx! {
        dt { {term} }
        dd { translate: named.then_some("no"), title, "data-test": test, {children} }
    }
}
