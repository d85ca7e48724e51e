//! `invitation …`: the list of commands, and the one that shows an invitation. Keeps out what the others do.

mod clean_up;
mod create;
mod export;
mod history;
mod import;
mod label;
mod list;
mod print;
mod replace;
mod revoke;
mod send;

use crate::answer::Answer;
use crate::entry::Entry;
use crate::failure::Failure;
use crate::invitation_text as text;
use crate::secrets::{STANDARD_INPUT, code_or_input};
use clap::{Args, Subcommand};
use std::path::Path;
use vestibule_wire::{InvitationRequest, InvitationView};

/// The commands of invitations.
#[derive(Subcommand)]
pub enum InvitationCommand {
    Create(create::Create),
    List(Box<list::List>),
    Show(Show),
    History(history::History),
    Label(label::Describe),
    Replace(Box<replace::Replace>),
    Revoke(Box<revoke::Revoke>),
    CleanUp(clean_up::CleanUp),
    Import(Box<import::Import>),
    Export(Box<export::Export>),
    Print(Box<print::Print>),
    Send(Box<send::Send>),
    Eml(send::Eml),
    Mailto(send::Mailto),
}

/// Show one invitation with all its uses
#[derive(Args)]
#[command(after_help = "Example:\n  vestibulectl invitation show K7QF-2M9X-4TZC-8WHN")]
pub struct Show {
    /// - reads its code or id from standard input; an argument can be seen by other users of this machine
    #[arg(value_name = "INVITATION")]
    invitation: String,
}

/// The invitations that a command names, as typed.
pub fn named(command: &InvitationCommand) -> impl Iterator<Item = &str> {
    let named: &[String] = match command {
        InvitationCommand::Show(show) => std::slice::from_ref(&show.invitation),
        InvitationCommand::History(history) => std::slice::from_ref(&history.invitation),
        InvitationCommand::Label(label) => std::slice::from_ref(&label.invitation),
        InvitationCommand::Replace(replace) => std::slice::from_ref(&replace.invitation),
        InvitationCommand::Revoke(revoke) => &revoke.invitations,
        InvitationCommand::Print(print) => &print.invitations,
        InvitationCommand::Send(send) => send.invitation.as_slice(),
        InvitationCommand::Eml(eml) => std::slice::from_ref(&eml.invitation),
        InvitationCommand::Mailto(mailto) => std::slice::from_ref(&mailto.invitation),
        InvitationCommand::Create(_)
        | InvitationCommand::List(_)
        | InvitationCommand::CleanUp(_)
        | InvitationCommand::Import(_)
        | InvitationCommand::Export(_) => &[],
    };
    named.iter().map(String::as_str)
}

/// How many times the command reads standard input.
pub fn reads_standard_input(command: &InvitationCommand) -> usize {
    let sheet = matches!(command, InvitationCommand::Import(import) if import.sheet.file == Path::new(STANDARD_INPUT));
    named(command).filter(|name| *name == STANDARD_INPUT).count() + usize::from(sheet)
}

/// Runs the command.
pub async fn dispatch(entry: &Entry, command: InvitationCommand) -> Result<Answer, Failure> {
    match command {
        InvitationCommand::Create(create) => create::create_invitations(entry, create).await,
        InvitationCommand::List(list) => list::list_invitations(entry, *list).await,
        InvitationCommand::Show(show) => run_show(entry, show).await,
        InvitationCommand::History(history) => history::show_history(entry, history).await,
        InvitationCommand::Label(label) => label::describe_invitation(entry, label).await,
        InvitationCommand::Replace(replace) => replace::replace_invitation(entry, *replace).await,
        InvitationCommand::Revoke(revoke) => revoke::revoke_invitations(entry, *revoke).await,
        InvitationCommand::CleanUp(clean_up) => clean_up::clean_up(entry, clean_up).await,
        InvitationCommand::Import(import) => import::import_invitations(entry, *import).await,
        InvitationCommand::Export(export) => export::export_invitations(entry, *export).await,
        InvitationCommand::Print(print) => print::print_invitations(entry, *print).await,
        InvitationCommand::Send(send) => send::send_invitations(entry, *send).await,
        InvitationCommand::Eml(eml) => send::save_draft(entry, eml).await,
        InvitationCommand::Mailto(mailto) => send::print_link(entry, mailto).await,
    }
}

async fn run_show(entry: &Entry, show: Show) -> Result<Answer, Failure> {
    let invitation = code_or_input(show.invitation)?;
    entry.signed_in().await?;
    let found = entry.seat.get_invitation(InvitationRequest { invitation }).await?;
    Ok(one("", &found))
}

fn one(heading: &str, invitation: &InvitationView) -> Answer {
    Answer::new(&text::view(invitation), format!("{heading}{}", text::details(invitation)))
}

/// Accepts any whole number: the allowed range is a rule, checked by the desk.
fn a_number(text: &str) -> Result<u64, String> {
    text.parse().map_err(|_| "expected a whole number".to_owned())
}

/// Replaces a number that does not fit by one that every rule refuses.
fn or_too_many(number: u64) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
