//! `organisation`: the organisation's logo, and its recovery key.

mod logo;
mod recovery_key;

use crate::answer::Answer;
use crate::entry::Entry;
use crate::failure::Failure;
use clap::Subcommand;

/// The commands of the organisation.
#[derive(Subcommand)]
pub enum OrganisationCommand {
    /// Set, remove and save the organisation's logo
    ///
    /// It is shown beside the organisation's name in the window, on the Join page, and on printed cards and posters.
    Logo {
        /// Its command.
        #[command(subcommand)]
        command: logo::LogoCommand,
    },
    RecoveryKey(recovery_key::RecoveryKey),
}

/// Runs the command.
pub async fn dispatch(entry: &Entry, command: OrganisationCommand) -> Result<Answer, Failure> {
    match command {
        OrganisationCommand::Logo { command } => logo::dispatch(entry, command).await,
        OrganisationCommand::RecoveryKey(_) => recovery_key::show_recovery_key(entry).await,
    }
}

/// How many of its files are standard input.
pub fn reads_standard_input(command: &OrganisationCommand) -> usize {
    match command {
        OrganisationCommand::Logo { command } => usize::from(logo::reads_standard_input(command)),
        OrganisationCommand::RecoveryKey(_) => 0,
    }
}
