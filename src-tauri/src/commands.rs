//! What the window may ask: each row of wire's table of commands with what answers it, the seat's method of that name
//! or a function of the shell. A command is one call into desk; it holds no rule, no SQL and no clock of its own.

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

use crate::seats::{self, Seats};
use serde::Deserialize;
use std::time::Instant;
use tauri::ipc::{Invoke, InvokeBody, InvokeError};
use tauri::{AppHandle, Manager, Runtime, WebviewWindow};
use vestibule_desk::Seat;
use vestibule_wire::command::{self, Command};
use vestibule_wire::{ErrorCode, ErrorView, each_command};

/// Who asks: a window, and who sits there.
pub struct Caller<R: Runtime> {
    /// The program.
    pub app: AppHandle<R>,
    /// The window whose page asks.
    pub window: WebviewWindow<R>,
    /// The window's seat.
    pub seat: Seat,
}

/// The handler of every command, from wire's table.
macro_rules! handlers {
    ($($place:ident $command:ident $name:ident $request:tt;)*) => {
        /// Answers the command if the table has it; false: nobody here knows its name.
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

/// What Tauri hands every command of the window to.
pub fn handler<R: Runtime>() -> impl Fn(Invoke<R>) -> bool + Send + Sync + 'static {
    handle
}

/// Reads the request, has it answered, and answers the page.
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
        // What was sent is not repeated: it may be a password in the wrong place.
        return resolver.reject(format!("this is no request of the command {}", C::NAME));
    };
    let kind = seats::kind_of(window.label()).filter(|kind| C::OPERATION.windows.contains(kind));
    let Some(kind) = kind else {
        // Tauri's own list of permissions has let it through: a kind of window that the table does not name.
        return resolver.reject(format!("the command {} is not allowed in this window", C::NAME));
    };
    let seat = app.state::<Seats>().of(window.label(), kind);
    let answered = answer(C::NAME, call(Caller { app, window, seat }, request));
    resolver.respond_async(async move { answered.await.map_err(InvokeError::from) });
}

/// The one argument of a command, `request`. None of it is a request of nothing.
fn request_of<C: Command>(payload: &InvokeBody) -> Option<C::Request> {
    let InvokeBody::Json(arguments) = payload else { return None };
    C::Request::deserialize(arguments.get("request").unwrap_or(&serde_json::Value::Null)).ok()
}

/// Runs a command's call apart from the window: the log gets its name, its time and its refusal's code, never the
/// request; a panic answers `fault` instead of leaving the page waiting, and a page that is gone doesn't stop halfway
/// what it asked for.
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
        // The gate for faults counts what reaches the log: a page in a loop must not fill the disk another way.
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
