//! Renders pages on the host for tests, with the fake backend. Keeps out clicks: the journeys have those.

use crate::app;
use crate::parts::toasts::Toasts;
use crate::prelude::*;
use crate::unsaved::{self, Leave, UnsavedWork};
use std::cell::{Cell, RefCell};
use std::pin::pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};
use vestibule_wire::{AppStateView, OrganisationView, StageView};

/// An application state at that stage, with an organisation named Fernhill College.
pub fn state(stage: StageView) -> AppStateView {
    AppStateView {
        stage,
        version: "0.1.0".into(),
        organisation: Some(OrganisationView { name: "Fernhill College".into(), join_address: None, logo: None }),
        session: None,
        sample_accounts: Vec::new(),
        keychain: true,
        data_dir: "/data/vestibule".into(),
    }
}

/// The page's HTML at the stage before sign-in, after all its requests were answered.
pub fn render(page: fn() -> Element) -> String {
    render_in(state(StageView::SignIn), page)
}

/// The page's HTML with that application state.
pub fn render_in(state: AppStateView, page: fn() -> Element) -> String {
    settle(VirtualDom::new_with_props(WithContexts, WithContextsProps { state, page }))
}

/// The whole window's HTML, from [`crate::app::App`] down; needs an answer to `app_state`.
pub fn render_app() -> String {
    settle(VirtualDom::new(app::App))
}

#[derive(Clone, Props)]
struct WithContextsProps {
    state: AppStateView,
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
    crate::zoom::use_zoom_provider();
    crate::opened_link::use_no_link();
    app::use_known_state(props.state);
    (props.page)()
}

/// Runs a task inside a window of its own, so that it can use signals.
pub fn within<T: 'static>(task: impl Future<Output = T> + 'static) -> T {
    let given = Rc::new(RefCell::new(None));
    let (task, give) = (Rc::new(Cell::new(Some(task))), given.clone());
    let page = move || {
        let (task, give) = (task.clone(), give.clone());
        use_hook(move || {
            spawn(async move {
                let task = task.take().expect("it runs once");
                give.replace(Some(task.await));
            });
        });
        rsx! {}
    };
    settle(VirtualDom::new_with_props(page, ()));
    given.take().expect("the task has ended")
}

/// Becomes true after several rounds of rendering, effects and tasks.
pub fn use_is_settled() -> bool {
    const ROUNDS: u8 = 8;
    let mut rounds = use_signal(|| 0);
    use_effect(move || {
        let now = rounds();
        if now < ROUNDS {
            // After the tasks that are queued already.
            spawn(async move {
                tokio::task::yield_now().await;
                rounds.set(now + 1);
            });
        }
    });
    rounds() == ROUNDS
}

/// The unsaved work that closing the last window of this test would have lost.
pub fn at_stake() -> Option<UnsavedWork> {
    AT_STAKE.get()
}

thread_local! {
    static AT_STAKE: Cell<Option<UnsavedWork>> = const { Cell::new(None) };
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
    AT_STAKE.set(dom.in_scope(ScopeId::ROOT, || unsaved::lost_by(Leave::Window)));
    dioxus_ssr::render(&dom)
}
