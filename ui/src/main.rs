//! Vestibule's window: Dioxus pages, compiled to WASM. Depends on the types of requests and answers (wire) and the
//! rules of forms (domain) only: no SQL, no session it could forge, no key.

// The lint mistakes the handlers of `rsx!` (`onclick: move |_| …`) for paths.
#![allow(unused_qualifications)]

mod address;
mod app;
mod backend;
mod check;
mod dom;
mod fault;
mod features;
mod focus;
mod import;
mod job;
mod keep;
mod keyboard;
mod language;
mod list;
mod logo;
mod navigator;
mod opened_link;
mod overlay;
mod parts;
mod prelude;
mod route;
mod routes;
#[cfg(test)]
mod testing;
mod theme;
mod time;
mod tooltip;
mod unsaved;
mod words;
mod zoom;

#[cfg(target_arch = "wasm32")]
fn main() {
    language::start();
    fault::watch();
    tooltip::watch();
    dioxus::web::launch::launch_cfg(app::App, dioxus::web::Config::new());
}

/// There is no window on the host: the pages are compiled there so that tests can render them.
#[cfg(not(target_arch = "wasm32"))]
fn main() {
    words::show(language::Language::English);
    let _root: fn() -> dioxus::prelude::Element = app::App;
}
