//! The only way to the backend: a command's name, a request, an answer or an [`ErrorView`]. Keeps out what the commands
//! mean.

use serde::Serialize;
use serde::de::DeserializeOwned;
use std::cell::RefCell;
use std::rc::Rc;
use vestibule_wire::command::{self, Command};
use vestibule_wire::{ErrorCode, ErrorView};

type Listener = Rc<dyn Fn()>;

thread_local! {
    static SESSION_LOST: RefCell<Option<Listener>> = const { RefCell::new(None) };
}

/// Calls a command that takes no request.
pub async fn call<C: Command<Request = ()>>() -> Result<C::Answer, ErrorView> {
    ask::<C>(&()).await
}

/// Calls a command with its request.
pub async fn ask<C: Command>(request: &C::Request) -> Result<C::Answer, ErrorView> {
    watched(C::NAME, bridge::ask(C::NAME, request).await)
}

/// Sets what runs when any command answers that the session is locked or gone: it re-reads the application's state.
pub fn when_session_is_lost(react: impl Fn() + 'static) {
    SESSION_LOST.with(|listener| *listener.borrow_mut() = Some(Rc::new(react)));
}

fn watched<V>(command: &'static str, answer: Result<V, ErrorView>) -> Result<V, ErrorView> {
    let lost = matches!(&answer, Err(error) if matches!(error.code, ErrorCode::SessionLocked | ErrorCode::NotSignedIn));
    if lost && command != command::AppState::NAME {
        let listener = SESSION_LOST.with(|listener| listener.borrow().clone());
        if let Some(react) = listener {
            react();
        }
    }
    answer
}

fn fault(what: impl std::fmt::Display) -> ErrorView {
    ErrorView::new(ErrorCode::Fault, format!("The backend's answer could not be read: {what}"))
}

#[cfg(target_arch = "wasm32")]
pub use bridge::report_fault;

#[cfg(target_arch = "wasm32")]
mod bridge {
    use super::{DeserializeOwned, ErrorView, Serialize, fault};
    use serde_wasm_bindgen::Serializer;
    use wasm_bindgen::prelude::*;

    #[wasm_bindgen]
    extern "C" {
        #[wasm_bindgen(catch, js_namespace = ["window", "__TAURI__", "core"], js_name = invoke)]
        fn invoke(command: &str, arguments: &JsValue) -> Result<js_sys::Promise, JsValue>;
    }

    /// The single argument that every command takes.
    #[derive(Serialize)]
    struct Arguments<'a, R: Serialize> {
        request: &'a R,
    }

    pub async fn ask<R: Serialize, V: DeserializeOwned>(command: &str, request: &R) -> Result<V, ErrorView> {
        let arguments = Arguments { request }.serialize(&Serializer::json_compatible()).map_err(fault)?;
        answer(invoke(command, &arguments)).await
    }

    async fn answer<V: DeserializeOwned>(promise: Result<js_sys::Promise, JsValue>) -> Result<V, ErrorView> {
        let settled = match promise {
            Ok(promise) => wasm_bindgen_futures::JsFuture::from(promise).await,
            Err(thrown) => Err(thrown),
        };
        match settled {
            Ok(value) => serde_wasm_bindgen::from_value(value).map_err(fault),
            // What Tauri itself refuses (a command not permitted to this window) comes as a plain string.
            Err(value) => Err(serde_wasm_bindgen::from_value(value.clone()).unwrap_or_else(|_| fault(text(&value)))),
        }
    }

    fn text(value: &JsValue) -> String {
        value.as_string().unwrap_or_else(|| format!("{value:?}"))
    }

    /// Sends a fault to the log without waiting and without the executor: after a panic neither may work.
    pub fn report_fault(message: &str) {
        let request = vestibule_wire::FaultRequest { message: message.to_owned() };
        if let Ok(arguments) = (Arguments { request: &request }).serialize(&Serializer::json_compatible()) {
            let _nobody_waits = invoke(vestibule_wire::command::ReportFault::NAME, &arguments);
        }
    }
}

#[cfg(not(target_arch = "wasm32"))]
use host as bridge;

/// Host build: commands never leave the process; in tests a fake answers.
#[cfg(not(target_arch = "wasm32"))]
mod host {
    use super::{DeserializeOwned, ErrorView, Serialize};

    #[cfg(not(test))]
    pub async fn ask<R: Serialize, V: DeserializeOwned>(_command: &str, _request: &R) -> Result<V, ErrorView> {
        Err(super::fault("there is no window on the host"))
    }

    #[cfg(test)]
    pub async fn ask<R: Serialize, V: DeserializeOwned>(command: &str, request: &R) -> Result<V, ErrorView> {
        super::fake::given(command, serde_json::to_value(request).map_err(super::fault)?)
    }
}

/// Replaces the backend when pages are rendered on the host: canned answers, one per command and thread.
#[cfg(test)]
pub mod fake {
    use super::{DeserializeOwned, ErrorView, Rc, RefCell, fault};
    use serde_json::Value;
    use std::collections::HashMap;

    type Answer = Rc<dyn Fn(Value) -> Result<Value, ErrorView>>;

    thread_local! {
        static ANSWERS: RefCell<HashMap<&'static str, Answer>> = RefCell::default();
        static ASKED: RefCell<Vec<(String, Value)>> = RefCell::default();
    }

    /// Sets the answer to a command on this thread, until it is set again.
    pub fn answer(command: &'static str, with: impl Fn(Value) -> Result<Value, ErrorView> + 'static) {
        ANSWERS.with(|answers| answers.borrow_mut().insert(command, Rc::new(with)));
    }

    /// Every call made so far on this thread, in order.
    pub fn asked() -> Vec<(String, Value)> {
        ASKED.with(|asked| asked.borrow().clone())
    }

    pub(super) fn given<V: DeserializeOwned>(command: &str, request: Value) -> Result<V, ErrorView> {
        ASKED.with(|asked| asked.borrow_mut().push((command.to_owned(), request.clone())));
        let answer = ANSWERS.with(|answers| answers.borrow().get(command).cloned());
        let value = answer.ok_or_else(|| fault(format!("no answer was given for {command}")))?(request)?;
        serde_json::from_value(value).map_err(fault)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::cell::Cell;
    use vestibule_wire::{Secret, SignInRequest};

    #[tokio::test(flavor = "current_thread")]
    async fn an_answer_crosses_and_so_does_an_error() {
        fake::answer(command::SignOut::NAME, |_| Ok(serde_json::Value::Null));
        fake::answer(command::LockSession::NAME, |_| Err(ErrorView::new(ErrorCode::NotPermitted, "no")));
        assert_eq!(call::<command::SignOut>().await, Ok(()));
        assert_eq!(call::<command::LockSession>().await.unwrap_err().code, ErrorCode::NotPermitted);
    }

    #[tokio::test(flavor = "current_thread")]
    async fn a_lost_session_is_told_once_for_each_answer_that_says_so() {
        let told = Rc::new(Cell::new(0));
        let counter = told.clone();
        when_session_is_lost(move || counter.set(counter.get() + 1));
        fake::answer(command::SignOut::NAME, |_| Err(ErrorView::new(ErrorCode::SessionLocked, "locked")));
        fake::answer(command::LockSession::NAME, |_| Err(ErrorView::new(ErrorCode::NotPermitted, "no")));
        let _locked = call::<command::SignOut>().await;
        let _refused = call::<command::LockSession>().await;
        assert_eq!(told.get(), 1);
    }

    #[tokio::test(flavor = "current_thread")]
    async fn an_answer_of_another_shape_is_a_fault_and_no_panic() {
        fake::answer(command::SignIn::NAME, |_| Ok(serde_json::json!({ "unexpected": true })));
        let request = SignInRequest { username: "amara".into(), password: Secret::new(""), keep: false };
        assert_eq!(ask::<command::SignIn>(&request).await.unwrap_err().code, ErrorCode::Fault);
    }
}
