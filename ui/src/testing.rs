//! Renders pages on the host for tests, against the fake backend. Keeps out clicks: those are the window tests'.

use crate::parts::toasts::Toasts;
use dioxus::prelude::*;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

/// The page's HTML, once all it asked for has been answered. Toasts are there; the application's stage is not (see [`render_app`]).
pub fn render(page: fn() -> Element) -> String {
    settle(VirtualDom::new_with_props(WithContexts, WithContextsProps { page }))
}

/// The whole window's HTML, from [`crate::app::App`] down; `app_state` must be answered.
pub fn render_app() -> String {
    settle(VirtualDom::new(crate::app::App))
}

#[derive(Clone, Props)]
struct WithContextsProps {
    page: fn() -> Element,
}

impl PartialEq for WithContextsProps {
    fn eq(&self, _other: &Self) -> bool {
        true
    }
}

#[allow(non_snake_case)]
fn WithContexts(props: WithContextsProps) -> Element {
    use_context_provider(Toasts::new);
    (props.page)()
}

/// Runs until nothing is left to do: the fake backend answers at once, so no waiting is needed.
fn settle(mut dom: VirtualDom) -> String {
    dom.rebuild_in_place();
    for _ in 0..200 {
        let pending = {
            let mut work = pin!(dom.wait_for_work());
            matches!(work.as_mut().poll(&mut Context::from_waker(Waker::noop())), Poll::Pending)
        };
        if pending {
            break;
        }
        dom.render_immediate(&mut dioxus::core::NoOpMutations);
    }
    dioxus_ssr::render(&dom)
}
