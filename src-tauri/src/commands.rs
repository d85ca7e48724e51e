//! The commands of the window: each row of wire's table with its handler, which is the seat's method of that name or a
//! function of the shell. A command is one call into desk. Keeps out rules, SQL and clocks.

pub mod app;
pub mod copy;
pub mod device;
pub mod files;
pub mod logo;

use app::{answer_close, app_state, create_organisation, open_file, open_sample, report_fault};
use copy::{copy_invitation, copy_password_code, copy_qr};
use device::{protect_screen, zoom_window};
use files::{
    choose_sheet, export_invitations, export_users, import_invitations, print_invitations, save_left_out, save_qr,
};
use logo::{choose_first_logo, choose_logo};

use crate::link::take_invite_link;
use crate::seats::{self, Seats};
use serde::Deserialize;
use std::time::Instant;
use tauri::ipc::{Invoke, InvokeBody, InvokeError};
use tauri::{AppHandle, Manager, Runtime, WebviewWindow};
use vestibule_desk::Seat;
use vestibule_wire::command::{self, Command};
use vestibule_wire::{ErrorCode, ErrorView, each_command};

/// The window that calls a command, and its seat.
pub struct Caller<R: Runtime> {
    /// The program's handle.
    pub app: AppHandle<R>,
    /// The window whose page calls.
    pub window: WebviewWindow<R>,
    /// The window's seat, with its session.
    pub seat: Seat,
}

/// The handler of every command, from wire's table.
macro_rules! handlers {
    ($($place:ident $command:ident $name:ident $request:tt;)*) => {
        /// Handles the command if it is in the table; false: it is not.
        fn handle<R: Runtime>(invoke: Invoke<R>) -> bool {
            match invoke.message.command() {
                $(command::$command::NAME => respond::<R, command::$command, _, _>(invoke, |caller, request| async move {
                    handlers!(@$place caller request $name $request)
                }),)*
                _ => return false,
            }
            true
        }
    };
    (@desk $caller:ident $request:ident $name:ident ()) => {{
        let () = $request;
        $caller.seat.$name().await
    }};
    (@desk $caller:ident $request:ident $name:ident ($type:ty)) => { $caller.seat.$name($request).await };
    (@shell $caller:ident $request:ident $name:ident $type:tt) => { $name($caller, $request).await };
}

each_command!(handlers);

/// The handler that Tauri calls for every command of the window.
pub fn handler<R: Runtime>() -> impl Fn(Invoke<R>) -> bool + Send + Sync + 'static {
    handle
}

/// Reads the request, runs the command, and sends the answer to the page.
fn respond<R, C, E, F>(invoke: Invoke<R>, call: impl FnOnce(Caller<R>, C::Request) -> F)
where
    R: Runtime,
    C: Command,
    E: Into<ErrorView> + Send + 'static,
    F: Future<Output = Result<C::Answer, E>> + Send + 'static,
{
    let Invoke { message, resolver, .. } = invoke;
    let webview = message.webview_ref();
    let app = webview.app_handle().clone();
    let window = app.get_webview_window(webview.label());
    let (Some(request), Some(window)) = (request_of::<C>(message.payload()), window) else {
        // The payload is not repeated: it may be a password in the wrong place.
        return resolver.reject(format!("this is no request of the command {}", C::NAME));
    };
    let kind = seats::kind_of(window.label()).filter(|kind| C::OPERATION.windows.contains(kind));
    let Some(kind) = kind else {
        // Tauri's permissions let it through, but the table does not name this kind of window.
        return resolver.reject(format!("the command {} is not allowed in this window", C::NAME));
    };
    let seat = app.state::<Seats>().get_or_create(window.label(), kind);
    let answered = answer(C::NAME, call(Caller { app, window, seat }, request));
    resolver.respond_async(async move { answered.await.map_err(InvokeError::from) });
}

/// A command's one argument, `request`. A command without a request must get no argument.
fn request_of<C: Command>(payload: &InvokeBody) -> Option<C::Request> {
    let InvokeBody::Json(arguments) = payload else { return None };
    C::Request::deserialize(arguments.get("request").unwrap_or(&serde_json::Value::Null)).ok()
}

/// Runs a command on a task of its own. The log gets its name, time and refusal code, never the request; a panic
/// answers `fault`, so that the page does not wait for ever; and a page that is gone does not stop the command
/// halfway.
pub async fn answer<V, E>(
    command: &'static str,
    call: impl Future<Output = Result<V, E>> + Send + 'static,
) -> Result<V, ErrorView>
where
    V: Send + 'static,
    E: Into<ErrorView> + Send + 'static,
{
    let start = Instant::now();
    let answer = match tauri::async_runtime::spawn(call).await {
        Ok(answer) => answer.map_err(Into::into),
        Err(_) => Err(ErrorView::new(ErrorCode::Fault, "Something went wrong in Vestibule. The log has more.")),
    };
    let ms = start.elapsed().as_millis();
    match &answer {
        // Not logged here: `FaultGate` limits what reaches the log, so that a page in a loop cannot fill the disk.
        Ok(_) if command == command::ReportFault::NAME => {}
        Ok(_) => tracing::info!(command, ms, "done"),
        Err(error) if error.code == ErrorCode::Fault => tracing::error!(command, ms, "fault"),
        Err(error) => tracing::info!(command, ms, code = ?error.code, "refused"),
    }
    answer
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ask(call: impl Future<Output = Result<u8, ErrorView>> + Send + 'static) -> Result<u8, ErrorView> {
        tauri::async_runtime::block_on(answer("app_state", call))
    }

    #[test]
    fn a_command_that_panics_answers_fault_and_says_nothing_of_what_it_held() {
        let error = ask(async { panic!("sunlit-harbour-42-otter") }).unwrap_err();
        assert_eq!(error.code, ErrorCode::Fault);
        assert!(!error.message.contains("otter"));
    }

    #[test]
    fn an_answer_and_a_refusal_pass_unchanged() {
        assert_eq!(ask(async { Ok(7) }), Ok(7));
        let refusal = ErrorView::new(ErrorCode::CodeRefused, "This code can't be used.");
        assert_eq!(ask(std::future::ready(Err(refusal.clone()))), Err(refusal));
    }
}
