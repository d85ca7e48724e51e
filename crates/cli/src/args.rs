//! The command line's grammar: global options and commands, with the help from which `--help`, the manual and the
//! completions are made.

use crate::{
    audit, backup, clock_command, department, doctor, init, invitation, mail, open, organisation, pages, policy,
    redeem, restore, session, user,
};
use clap::{Args, Parser, Subcommand};
use std::path::PathBuf;

/// Vestibule from a terminal: invitation codes for your organisation.
///
/// The same operations, with the same rights, on the same encrypted file as the window; both may be open at once. Data
/// stays on this machine: in the platform's data folder, or where --data-dir says.
#[derive(Parser)]
#[command(
    name = "vestibulectl",
    version,
    arg_required_else_help = true,
    max_term_width = 100,
    disable_help_subcommand = true,
    after_help = "`vestibulectl COMMAND --help` says more; `vestibulectl --help` has examples and the exit codes.",
    after_long_help = LONG_HELP
)]
pub struct Cli {
    /// Options for every command.
    #[command(flatten)]
    pub global: Global,
    /// The command.
    #[command(subcommand)]
    pub command: Command,
}

/// Options that every command takes.
#[derive(Args)]
pub struct Global {
    /// The folder the organisation's file lives in [default: the platform's data folder]
    #[arg(long, global = true, value_name = "DIR", help_heading = "Global options")]
    pub data_dir: Option<PathBuf>,
    /// Answer in JSON, for programs; failures too, on standard error
    #[arg(long, global = true, help_heading = "Global options")]
    pub json: bool,
    /// Sign in as USER for this one command, instead of using the kept sign-in
    #[arg(long = "as", global = true, value_name = "USER", help_heading = "Global options")]
    pub as_user: Option<String>,
    /// The password's first line is in FILE, which only you can read; - is standard input [default: asks]
    #[arg(long, global = true, value_name = "FILE", help_heading = "Global options")]
    pub password_file: Option<PathBuf>,
    /// The passphrase that protects the file's key, where it is not in the keychain; - is standard input
    #[arg(long, global = true, value_name = "FILE", help_heading = "Global options")]
    pub passphrase_file: Option<PathBuf>,
}

/// The commands, one file each.
#[derive(Subcommand)]
pub enum Command {
    Init(init::Init),
    SignIn(session::SignIn),
    /// Sign out: forget the kept sign-in
    SignOut,
    /// Create, import, list, show, label, replace, revoke, export, print, send and clean up invitations
    Invitation {
        /// Its command.
        #[command(subcommand)]
        command: invitation::InvitationCommand,
    },
    Redeem(redeem::Redeem),
    /// Read and verify the audit trail
    Audit {
        /// Its command.
        #[command(subcommand)]
        command: audit::AuditCommand,
    },
    /// Show and set the organisation's rules for invitations
    Policy {
        /// Its command.
        #[command(subcommand)]
        command: policy::PolicyCommand,
    },
    /// Make, list, move and rename departments
    Department {
        /// Its command.
        #[command(subcommand)]
        command: department::DepartmentCommand,
    },
    /// Set, remove and save the organisation's logo, and show its recovery key
    Organisation {
        /// Its command.
        #[command(subcommand)]
        command: organisation::OrganisationCommand,
    },
    /// Set up the mail server, look into the outbox, and send what is due
    Mail {
        /// Its command.
        #[command(subcommand)]
        command: mail::MailCommand,
    },
    Doctor(doctor::Doctor),
    Open(open::Open),
    Backup(backup::Backup),
    Restore(restore::Restore),
    /// Say whether this machine's clock may be wrong, and confirm that it is right
    Clock {
        /// Its command.
        #[command(subcommand)]
        command: clock_command::ClockCommand,
    },
    /// List and change people's accounts, reset passwords, and erase people
    User {
        /// Its command.
        #[command(subcommand)]
        command: user::UserCommand,
    },
    Completions(pages::Completions),
    Man(pages::Man),
}

/// Parses this process's arguments.
pub fn parse() -> Result<Cli, clap::Error> {
    Cli::try_parse()
}

/// Shown by `--help` and in the manual.
pub const LONG_HELP: &str = "\
Examples:
  Set up an organisation; the recovery key is printed with it:
    vestibulectl init --organisation 'Fernhill College' \\
        --admin amara --email amara@fernhill.example
  Sign in, and stay signed in on this machine:
    vestibulectl sign-in amara
  Invite somebody who will be Staff, for two weeks:
    vestibulectl invitation create --role staff --expires 14d
  Make 500 codes of one kind, and later revoke those that are left:
    vestibulectl invitation create --role staff --count 500 \\
        --label 'spring fair cards'
    vestibulectl invitation revoke --matching \\
        --label 'spring fair cards' --dry-run
  Invite all rows of a sheet; first only look:
    vestibulectl invitation import people.csv --role staff --dry-run
  Join with a code, without showing it to other programs:
    vestibulectl redeem - --name 'Noor Haddad' \\
        --email noor@post.example --username noor < code
  Somebody forgot their password: a one-time code, and its use:
    vestibulectl user reset-password noor
    vestibulectl user set-password noor --code-file - < code
  The passphrase is forgotten; the recovery key sets a new one:
    vestibulectl open --recovery-key-file recovery-key.txt \
        --new-passphrase-file new-passphrase
  In a script, without a keychain:
    vestibulectl --as amara --password-file pw --passphrase-file pp \\
        invitation list --status active --json

Secrets:
  Passwords, passphrases and recovery keys are never arguments: they come
  from a file that only its owner can read (others are refused), from
  standard input (-), or are asked for on the terminal. Of a file the first
  line counts; of a recovery key, all. A byte-order mark and the line's end
  are no part of it. Accents and spaces count the same however a system
  writes them (RFC 8265, OpaqueString); capitals and small letters differ.
  A code that is an argument is seen by other users of this machine and
  stays in the shell's history: - reads it from standard input.

JSON:
  --json writes one object, or {items,total,page,page_size}. Times are
  RFC 3339 in UTC; what is absent is null. A failure is
  {\"error\":{\"code\",\"message\"}} on standard error.

Exit codes:
  0  done
  1  a fault, or something that `doctor` or `audit verify` found
  2  usage: the arguments make no sense, or a secret's file is unsafe
  3  refused by a rule
  4  not signed in, or not permitted
  5  not found
  6  the data file can't be used
  130  interrupted by Ctrl-C; what was at work was cancelled whole

Environment:
  VESTIBULE_DATA_DIR  the data folder, where --data-dir is not given
  NO_COLOR            no colours, even on a terminal";

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_definition_holds_together() {
        Cli::command().debug_assert();
    }

    #[test]
    fn no_secret_has_an_option_that_takes_it_as_an_argument() {
        fn all(command: &clap::Command) -> Vec<String> {
            let own = command.get_arguments().filter_map(|argument| argument.get_long().map(str::to_owned));
            own.chain(command.get_subcommands().flat_map(all)).collect()
        }
        for option in all(&Cli::command()) {
            let secret = ["password", "passphrase", "key", "token"].iter().any(|word| option.contains(word));
            assert!(!secret || option.ends_with("-file") || option == "no-keychain", "--{option}");
        }
    }
}
