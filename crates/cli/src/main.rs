//! vestibulectl: the window's operations from a terminal, with the same rights, on the same file. It turns arguments
//! into one call of the desk, and the answer into text or JSON. Keeps out rules, SQL and Tauri.
#![allow(rustdoc::bare_urls, reason = "clap shows these comments as help, where an address stands as it is typed")]

mod answer;
mod args;
mod audit;
mod backup;
mod clock;
mod clock_command;
mod department;
mod destination;
mod doctor;
mod entry;
mod expiry;
mod export;
mod failure;
mod import;
mod import_text;
mod init;
mod interrupt;
mod invitation;
mod invitation_text;
mod job;
mod mail;
mod mail_text;
mod many_text;
mod new_names;
mod open;
mod organisation;
mod output;
mod pages;
mod policy;
mod print_words;
mod redeem;
mod restore;
mod secrets;
mod session;
mod table;
mod times;
mod user;

use answer::Answer;
use args::{Cli, Command};
use failure::Failure;
use interrupt::Interrupt;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

/// Windows gives a program's first thread 1 MiB, which is too little for debug builds of clap.
const STACK: usize = 8 * 1024 * 1024;

/// How long running work may take to end after Ctrl-C.
const GRACE: Duration = Duration::from_millis(500);

/// How long closing the file may take, and then a thread that still computes (a hash takes well under a second).
const CLOSING: Duration = Duration::from_secs(5);

fn main() -> ExitCode {
    std::panic::set_hook(Box::new(output::report_panic));
    let whole = std::thread::Builder::new().stack_size(STACK).spawn(whole);
    ExitCode::from(whole.ok().and_then(|thread| thread.join().ok()).unwrap_or(failure::FAULT))
}

fn whole() -> u8 {
    let cli = match args::parse() {
        Ok(cli) => cli,
        Err(error) => return output::not_understood(&error),
    };
    let json = cli.global.json;
    let must_arrive =
        matches!(cli.command, Command::Init(_) | Command::User { command: user::UserCommand::ResetPassword(_) })
            || matches!(
                cli.command,
                Command::Organisation { command: organisation::OrganisationCommand::RecoveryKey(_) }
            );
    match perform(cli) {
        Ok(answer) => output::print_answer(&answer, json, must_arrive),
        Err(failure) => output::print_failure(&failure, json),
    }
}

fn perform(cli: Cli) -> Result<Answer, Failure> {
    match cli.command {
        Command::Completions(command) => Ok(pages::completions(&command)),
        Command::Man(command) => pages::man(&command),
        _ => {
            secrets::only_one_from_standard_input(&cli)?;
            let interrupt = Interrupt::default();
            let entry = Arc::new(entry::Entry::new(&cli, interrupt.clone())?);
            let runtime = tokio::runtime::Builder::new_multi_thread()
                // Two, since one may be blocked by a question on the terminal.
                .worker_threads(2)
                .enable_all()
                .build()
                .map_err(|error| Failure::fault(format!("No threads could be started: {error}.")))?;
            let ended = runtime.block_on(async {
                let ended = until_interrupted(cli, Arc::clone(&entry), interrupt).await;
                // On every path: answered, refused, interrupted or panicked.
                entry.desk.end(CLOSING).await;
                ended
            });
            // Only a call to the keychain, on a thread of its own, may still be running.
            runtime.shutdown_timeout(CLOSING);
            match ended {
                Ok(done) => done.map_err(|failure| failure.about(&entry.data_dir)),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
    }
}

/// The payload of a panic in the work.
type Panic = Box<dyn std::any::Any + Send>;

/// Runs the work until Ctrl-C, which ends any wait, for an answer on the terminal or for another program's lock. The
/// work gets a moment to restore the terminal's echo, and to report success if it was done after all; what is not
/// committed by then is rolled back. Work that cancels itself is awaited, until a second Ctrl-C.
async fn until_interrupted(
    cli: Cli,
    entry: Arc<entry::Entry>,
    interrupt: Interrupt,
) -> Result<Result<Answer, Failure>, Panic> {
    let mut work = tokio::spawn(in_the_file(cli, entry));
    let mut told = false;
    let ended = loop {
        tokio::select! {
            biased;
            Ok(()) = tokio::signal::ctrl_c() => {
                if !interrupt.tell() || told {
                    break tokio::time::timeout(GRACE, &mut work).await;
                }
                told = true;
            }
            ended = &mut work => break Ok(ended),
        }
    };
    // Work that still runs is dropped, and with it its hold of the file.
    work.abort();
    match ended {
        Ok(Ok(done)) => Ok(done),
        Ok(Err(broken)) if broken.is_panic() => Err(broken.into_panic()),
        Ok(Err(_)) | Err(_) => Ok(Err(Failure::interrupted())),
    }
}

async fn in_the_file(cli: Cli, entry: Arc<entry::Entry>) -> Result<Answer, Failure> {
    let entry = &*entry;
    let done = match cli.command {
        Command::Init(command) => init::create_organisation(entry, command).await,
        Command::SignIn(command) => session::sign_in(entry, command).await,
        Command::SignOut => session::sign_out(entry).await,
        Command::Invitation { command } => invitation::dispatch(entry, command).await,
        Command::Redeem(command) => redeem::redeem_invitation(entry, command).await,
        Command::Audit { command } => audit::dispatch(entry, command).await,
        Command::Policy { command } => policy::dispatch(entry, command).await,
        Command::Department { command } => department::dispatch(entry, command).await,
        Command::Organisation { command } => organisation::dispatch(entry, command).await,
        Command::Mail { command } => mail::dispatch(entry, command).await,
        Command::User { command } => user::dispatch(entry, command).await,
        Command::Doctor(command) => doctor::check_health(entry, command).await,
        Command::Backup(command) => backup::back_up(entry, command).await,
        Command::Restore(command) => restore::restore_backup(entry, command).await,
        Command::Clock { command } => clock_command::dispatch(entry, command).await,
        Command::Open(command) => open::open_data_file(entry, command).await,
        Command::Completions(_) | Command::Man(_) => unreachable!("answered without a file"),
    };
    entry.desk.settle().await;
    done
}
