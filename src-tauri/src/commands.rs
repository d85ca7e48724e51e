//! What the window may ask. A command is one call into desk; it holds no rule, no SQL and no clock of its own.

pub mod app;
pub mod details;
pub mod device;
pub mod files;
pub mod invitation;
pub mod join;
pub mod logo;
pub mod many;
pub mod policy;
pub mod session;

use std::time::Instant;
use tauri::Runtime;
use tauri::ipc::Invoke;
use vestibule_wire::{ErrorCode, ErrorView};

/// The handlers, by the names in [`vestibule_wire::command::ALL`].
pub fn handler<R: Runtime>() -> impl Fn(Invoke<R>) -> bool + Send + Sync + 'static {
    tauri::generate_handler![
        app::app_state,
        app::create_organisation,
        logo::choose_first_logo,
        app::open_sample,
        app::open_file,
        app::answer_close,
        app::report_fault,
        session::sign_in,
        session::set_password,
        session::recover_password,
        session::show_recovery_key,
        session::sign_out,
        session::lock_session,
        session::unlock_session,
        invitation::invitation_options,
        invitation::list_invitations,
        invitation::get_invitation,
        invitation::create_invitation,
        invitation::copy_invitation,
        invitation::revoke_invitation,
        details::describe_invitation,
        details::replace_invitation,
        details::invitation_history,
        many::preview_revoke,
        many::revoke_many,
        many::create_many,
        many::preview_clean_up,
        many::clean_up,
        many::job,
        many::cancel_job,
        details::show_qr,
        details::copy_qr,
        files::save_qr,
        files::choose_sheet,
        files::read_sheet,
        files::save_left_out,
        files::export_invitations,
        files::print_invitations,
        device::clock,
        device::confirm_clock,
        policy::policy,
        policy::set_policy,
        device::preference,
        device::set_preference,
        device::protect_screen,
        device::zoom_window,
        logo::logo_picture,
        logo::choose_logo,
        logo::remove_logo,
        join::preview_join,
        join::redeem_invitation,
        join::password_strength,
    ]
}

/// Runs a command's call apart from the window: the log gets its name, its time and its refusal's code, never the request; a panic answers
/// `fault` instead of leaving the page waiting, and a page that is gone doesn't stop halfway what it asked for.
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
