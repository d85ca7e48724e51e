//! The root component of the window: reads the application's state from the backend and shows the page for its stage.
//! Keeps out what the pages do.

use crate::parts::brand::Wordmark;
use crate::parts::icon::Sprite;
use crate::parts::toasts::{ToastArea, Toasts, use_toasts};
use crate::prelude::*;
use crate::{backend, dom, language, routes, t, unsaved, words};
use std::rc::Rc;
use vestibule_wire::{AppStateView, CHANGED_EVENT, ErrorCode, ErrorView, SessionView, StageView, command};

/// The application's state as last read, for the whole window.
#[derive(Clone, Copy)]
struct WindowState {
    state: Signal<Option<AppStateView>>,
    fault: Signal<Option<ErrorView>>,
    refresh: Callback<()>,
}

/// The application's state. Pages may set it when a command answers with a new one.
#[derive(Clone, Copy, PartialEq)]
pub struct Stage(Signal<Option<AppStateView>>);

impl Stage {
    /// The state as last read or set.
    pub fn get(self) -> AppStateView {
        self.0.cloned().expect("pages are shown only once the state is known")
    }

    /// Replaces the state; the page for it is shown at once.
    pub fn set(mut self, state: AppStateView) {
        language::settle(&state);
        self.0.set(Some(state));
    }

    /// Shows the pages behind sign-in after a sign-in or unlock, with what the answer carried (such as
    /// [`SessionView::keep_failed`]).
    pub fn open_desk(self, session: SessionView) {
        self.set(AppStateView { stage: StageView::Desk, session: Some(session), ..self.get() });
    }

    /// The name of the organisation, once its file is open.
    pub fn organisation(self) -> String {
        self.get().organisation.map(|organisation| organisation.name).unwrap_or_default()
    }
}

/// The application's state, to read and to set.
pub fn use_stage() -> Stage {
    Stage(use_context::<WindowState>().state)
}

/// Reads the state from the backend again; works in components, event handlers and their tasks.
pub fn refresh() {
    consume_context::<WindowState>().refresh.call(());
}

/// The data folder, once the state has been read.
pub fn try_data_dir() -> Option<String> {
    try_consume_context::<WindowState>()?
        .state
        .read()
        .as_ref()
        .map(|state| state.data_dir.clone())
        .filter(|folder| !folder.is_empty())
}

/// Who is signed in, on the pages behind sign-in.
pub fn use_session() -> Signal<SessionView> {
    use_context()
}

/// The id of the account that is signed in.
pub fn use_account() -> String {
    let session = use_session();
    use_hook(move || session.peek().account.clone())
}

/// The root component.
#[component]
pub fn App() -> Element {
    words::use_redrawing();
    use_context_provider(Toasts::new);
    crate::zoom::use_zoom_provider();
    let known = use_known();
    crate::opened_link::use_opened_link_provider();
    use_hook(move || {
        backend::when_session_is_lost(move || known.refresh.call(()));
        known.refresh.call(());
    });
    rsx! {
        Sprite {}
        ErrorBoundary {
            handle_error: |_| rsx! {
                routes::unusable::Broken {}
            },
            Page {}
        }
        routes::leaving::Leaving {}
        ToastArea {}
        crate::zoom::ZoomSaid {}
    }
}

fn use_known() -> WindowState {
    let mut state = use_signal(|| None);
    let mut fault = use_signal(|| None);
    let mut asked = use_signal(|| 0_u32);
    let toasts = use_toasts();
    let refresh = use_callback(move |()| {
        let number = *asked.peek() + 1;
        asked.set(number);
        spawn(async move {
            let answer = backend::call::<command::AppState>().await;
            if *asked.peek() != number {
                return; // read again meanwhile: only the later answer counts
            }
            match answer {
                Ok(answer) => {
                    words::know_folder(&answer.data_dir);
                    language::settle(&answer);
                    fault.set(None);
                    if state.peek().as_ref() != Some(&answer) {
                        state.set(Some(answer));
                    }
                }
                Err(error) if state.peek().is_some() => toasts.error(&error),
                Err(error) => fault.set(Some(error)),
            }
        });
    });
    crate::logo::use_logo_provider(state);
    use_effect(move || {
        if let Some(state) = state.read().as_ref() {
            unsaved::follow(state);
        }
    });
    use_context_provider(|| WindowState { state, fault, refresh })
}

/// For tests of single pages: sets the state to this one.
#[cfg(test)]
pub fn use_known_state(known: AppStateView) {
    let state = use_signal(|| Some(known));
    let fault = use_signal(|| None);
    let refresh = use_callback(|()| {});
    use_context_provider(|| WindowState { state, fault, refresh });
}

#[component]
fn Page() -> Element {
    let known = use_context::<WindowState>();
    // A memo, so that a page is not rebuilt when something else in the state changes.
    let stage = use_memo(move || known.state.read().as_ref().map(|state| state.stage.clone()));
    let shown = stage.read().clone();
    match (shown, known.fault.cloned()) {
        (Some(stage), _) => page(stage),
        (None, Some(error)) => rsx! {
            routes::unusable::Unusable { error }
        },
        (None, None) => rsx! {
            Opening {}
        },
    }
}

/// Shown before the first answer: nothing at first (CSS waits 400 ms), then a waiting message, since a keychain may
/// prompt the person first.
#[component]
fn Opening() -> Element {
    rsx! {
        div { class: "starting", role: "status", "aria-busy": "true",
            div {
                Wordmark {}
                div { class: "row soft", span { class: "spinner", "aria-hidden": "true" } p { {t!("door-opening")} } }
            }
        }
    }
}

fn page(stage: StageView) -> Element {
    match stage {
        StageView::FirstStart => rsx! {
            routes::first_start::FirstStart {}
        },
        StageView::FileLocked { lock } => rsx! {
            routes::open_file::OpenFile { lock }
        },
        StageView::FileUnusable { error } => rsx! {
            routes::unusable::Unusable { error }
        },
        StageView::SignIn => rsx! {
            routes::doorstep::Doorstep {}
        },
        StageView::Locked => rsx! {
            routes::locked::Locked {}
        },
        StageView::Desk => rsx! {
            SignedIn {}
        },
    }
}

/// Gives the pages behind sign-in their session, and keeps it up to date.
#[component]
fn SignedIn() -> Element {
    let known = use_context::<WindowState>();
    let session = known.state.read().as_ref().and_then(|state| state.session.clone());
    rsx! {
        if let Some(session) = session {
            Session { session }
        } else {
            routes::unusable::Unusable { error: ErrorView::new(ErrorCode::Fault, "signed in, and no session was given") }
        }
    }
}

/// Re-reads the session on each change, so that a suspension, sign-out or new role made elsewhere shows at once.
fn use_rights(session: Signal<SessionView>) {
    let known = use_context::<WindowState>();
    let look = use_callback(move |()| {
        spawn(async move {
            // An ended session needs no handling here: `backend::call` has already reported it to the application.
            let Ok(now) = backend::call::<command::Sitting>().await else { return };
            let keep_failed = session.peek().keep_failed.clone();
            let now = SessionView { keep_failed, ..now };
            if *session.peek() != now {
                let mut session = session;
                session.set(now);
                known.refresh.call(());
            }
        });
    });
    use_hook(|| Rc::new(dom::listen(&[CHANGED_EVENT], move || look.call(()))));
}

#[component]
fn Session(session: SessionView) -> Element {
    let mut shared = use_context_provider(|| Signal::new(session.clone()));
    if *shared.peek() != session {
        shared.set(session);
    }
    use_rights(shared);
    rsx! {
        routes::Home {}
    }
}
