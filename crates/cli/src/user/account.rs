//! `user set-role`, `move`, `suspend`, `reactivate` and `sign-out`: changes to somebody's account.

use crate::answer::Answer;
use crate::entry::Entry;
use crate::failure::Failure;
use crate::output::harmless;
use clap::Args;
use vestibule_wire::{
    AssignRoleRequest, EndSessionsRequest, ErrorCode, MoveUserRequest, Secret, UserStateRequest, UserView,
};

/// Give USER another role, up to your own
///
/// It takes effect at once, in all their sessions. Making somebody an administrator, and changing another
/// administrator, needs your own password. The last administrator keeps the role. Exit code 3: there would be no
/// administrator left, or the role needs a department; 4: you may not, or the password is wrong; 5: there is no such
/// person.
#[derive(Args)]
#[command(after_help = "\
Examples:
  vestibulectl user set-role noor manager
  vestibulectl --as amara --password-file pw user set-role noor administrator

JSON: an item of `user list`")]
pub struct SetRole {
    /// The person: the username or the id
    #[arg(value_name = "USER")]
    user: String,
    /// The role: its name or id
    #[arg(value_name = "ROLE")]
    role: String,
}

/// Move USER to another department
///
/// What a manager sees and may do changes at once. Moving another administrator needs your own password. Exit code 3:
/// the role needs a department; 4: you may not; 5: there is no such person.
#[derive(Args)]
#[command(
    group(clap::ArgGroup::new("where").required(true).args(["department", "nowhere"])),
    after_help = "\
Examples:
  vestibulectl user move noor Science/Physics
  vestibulectl user move noor --to-none

JSON: an item of `user list`"
)]
pub struct Move {
    /// The person: the username or the id
    #[arg(value_name = "USER")]
    user: String,
    /// The department: its path, name or id
    #[arg(value_name = "DEPARTMENT")]
    department: Option<String>,
    /// Move them out of any department
    #[arg(long = "to-none")]
    nowhere: bool,
}

/// Suspend USER: all their sessions end at once, and they can't sign in
///
/// The password is kept for when they are reactivated. Suspending another administrator needs your own password. Exit
/// code 3: they are the last administrator, or you; 4: you may not; 5: there is no such person.
#[derive(Args)]
#[command(after_help = "Example:\n  vestibulectl user suspend noor\n\nJSON: an item of `user list`")]
pub struct Suspend {
    /// The person: the username or the id
    #[arg(value_name = "USER")]
    user: String,
}

/// Let a suspended USER sign in again
#[derive(Args)]
#[command(after_help = "Example:\n  vestibulectl user reactivate noor\n\nJSON: an item of `user list`")]
pub struct Reactivate {
    /// The person: the username or the id
    #[arg(value_name = "USER")]
    user: String,
}

/// Sign USER out: everywhere, or in one session
///
/// Kept sign-ins end as well. Your own session stays, if USER is you. Exit code 4: you may not; 5: there is no such
/// person or session.
#[derive(Args)]
#[command(after_help = "\
Examples:
  vestibulectl user sign-out noor
  vestibulectl user sign-out noor --session 01890a5d-ac96-774b-bcce-b302099a8057

JSON: {\"ended\"}, how many sessions")]
pub struct SignOut {
    /// The person: the username or the id
    #[arg(value_name = "USER")]
    user: String,
    /// Only this session, by the id that `user show` prints
    #[arg(long, value_name = "ID")]
    session: Option<String>,
}

/// Calls without a password first, unless --as came with one; asks for it only if the rules demand it.
async fn with_password<T, F>(entry: &Entry, ask: impl Fn(Option<Secret>) -> F) -> Result<T, Failure>
where
    F: Future<Output = Result<T, Failure>>,
{
    let password = entry.signed_in_and_proved().await?;
    let is_given = password.is_some();
    match ask(password).await {
        Err(failure) if failure.is(ErrorCode::PasswordNeeded) && !is_given => {
            ask(Some(entry.password("your own password", false)?)).await
        }
        answer => answer,
    }
}

/// Runs `user set-role`.
pub async fn set_role(entry: &Entry, command: SetRole) -> Result<Answer, Failure> {
    let user = with_password(entry, |password| async {
        let request = AssignRoleRequest { user: command.user.clone(), role: command.role.clone(), password };
        Ok(entry.seat.assign_role(request).await?)
    })
    .await?;
    Ok(told(&user, &format!("{} has the role {} now.", name(&user), harmless(&user.role.name))))
}

/// Runs `user move`.
pub async fn move_to(entry: &Entry, command: Move) -> Result<Answer, Failure> {
    let user = with_password(entry, |password| async {
        let (user, department) = (command.user.clone(), command.department.clone());
        Ok(entry.seat.move_user(MoveUserRequest { user, department, password }).await?)
    })
    .await?;
    let place = user.department.as_deref().map_or("no department".to_owned(), |path| harmless(path).to_string());
    Ok(told(&user, &format!("{} belongs to {place} now.", name(&user))))
}

/// Runs `user suspend`.
pub async fn suspend(entry: &Entry, command: Suspend) -> Result<Answer, Failure> {
    let user = with_password(entry, |password| async {
        Ok(entry.seat.suspend_user(UserStateRequest { user: command.user.clone(), password }).await?)
    })
    .await?;
    Ok(told(&user, &format!("{} is suspended, and signed out everywhere.", name(&user))))
}

/// Runs `user reactivate`.
pub async fn reactivate(entry: &Entry, command: Reactivate) -> Result<Answer, Failure> {
    let user = with_password(entry, |password| async {
        Ok(entry.seat.reactivate_user(UserStateRequest { user: command.user.clone(), password }).await?)
    })
    .await?;
    Ok(told(&user, &format!("{} can sign in again.", name(&user))))
}

/// Runs `user sign-out`.
pub async fn sign_out(entry: &Entry, command: SignOut) -> Result<Answer, Failure> {
    entry.signed_in().await?;
    let request = EndSessionsRequest { user: command.user, session: command.session };
    let done = entry.seat.end_sessions(request).await?;
    let text = match done.ended {
        0 => "There was no session to end.\n".to_owned(),
        1 => "One session is ended.\n".to_owned(),
        many => format!("{many} sessions are ended.\n"),
    };
    Ok(Answer::new(&done, text))
}

fn name(user: &UserView) -> String {
    harmless(&user.name).to_string()
}

fn told(user: &UserView, text: &str) -> Answer {
    Answer::new(&user.record(), format!("{text}\n"))
}
