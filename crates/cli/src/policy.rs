//! `policy show|set`: the organisation's rules.

use crate::answer::Answer;
use crate::entry::Entry;
use crate::failure::Failure;
use crate::table::Table;
use clap::{Args, Subcommand};
use serde::Serialize;
use vestibule_wire::{Policy, SetPolicyRequest};

/// The commands of the rules.
#[derive(Subcommand)]
pub enum PolicyCommand {
    /// Show the rules; everybody who can sign in may
    Show,
    Set(Set),
}

/// Change rules; a rule that is not given stays
///
/// For administrators. All given rules are set in one step, whatever others set at the same time. Existing invitations
/// keep their expiry and code.
#[derive(Args)]
#[command(after_help = "\
Examples:
  vestibulectl policy set --default-expiry-days 14 --max-expiry-days 90
  vestibulectl policy set --never-allowed false --binding-required true")]
pub struct Set {
    /// Days until an invitation expires by default, 1 up to the most
    #[arg(long, value_name = "N")]
    default_expiry_days: Option<u32>,
    /// The most days ahead that an expiry may lie, 1 to 3650
    #[arg(long, value_name = "N")]
    max_expiry_days: Option<u32>,
    /// Whether an invitation may never expire
    #[arg(long, value_name = "true|false", num_args = 1)]
    never_allowed: Option<bool>,
    /// Whether every invitation must be bound to an address or a domain
    #[arg(long, value_name = "true|false", num_args = 1)]
    binding_required: Option<bool>,
    /// Seconds after which a copied code is removed from the clipboard, 5 to 600
    #[arg(long, value_name = "N")]
    clipboard_seconds: Option<u32>,
    /// Days after its end from which `invitation clean-up` takes an invitation, 1 to 3650
    #[arg(long, value_name = "N")]
    clean_up_days: Option<u32>,
}

#[derive(Serialize)]
struct PolicyJsonView {
    default_expiry_days: u32,
    max_expiry_days: u32,
    never_allowed: bool,
    binding_required: bool,
    clipboard_seconds: u32,
    clean_up_days: u32,
    code_length: usize,
    password_min: u32,
    idle_minutes: u32,
}

/// Runs the command.
pub async fn dispatch(entry: &Entry, command: PolicyCommand) -> Result<Answer, Failure> {
    match command {
        PolicyCommand::Show => {
            entry.signed_in().await?;
            Ok(told("", &entry.seat.policy().await?))
        }
        PolicyCommand::Set(set) => {
            if set.is_empty() {
                return Err(Failure::usage("Nothing is to be changed.")
                    .hint("Give a rule, such as --default-expiry-days 14; `policy set --help` lists them."));
            }
            entry.signed_in().await?;
            Ok(told("These are the rules now.\n\n", &entry.seat.set_policy(set.request()).await?))
        }
    }
}

impl Set {
    fn is_empty(&self) -> bool {
        let numbers = [self.default_expiry_days, self.max_expiry_days, self.clipboard_seconds, self.clean_up_days];
        numbers.iter().all(Option::is_none) && self.never_allowed.is_none() && self.binding_required.is_none()
    }

    /// Only the rules given: the others keep their current values, whoever set them.
    fn request(&self) -> SetPolicyRequest {
        SetPolicyRequest {
            default_expiry_days: self.default_expiry_days,
            max_expiry_days: self.max_expiry_days,
            never_allowed: self.never_allowed,
            binding_required: self.binding_required,
            clipboard_seconds: self.clipboard_seconds,
            clean_up_days: self.clean_up_days,
            ..Default::default()
        }
    }
}

fn told(heading: &str, policy: &Policy) -> Answer {
    let yes = |yes: bool| if yes { "yes" } else { "no" };
    let view = PolicyJsonView {
        default_expiry_days: policy.default_expiry_days,
        max_expiry_days: policy.max_expiry_days,
        never_allowed: policy.never_allowed,
        binding_required: policy.binding_required,
        clipboard_seconds: policy.clipboard_seconds,
        clean_up_days: policy.clean_up_days,
        code_length: policy.code_length.symbols(),
        password_min: policy.password_min,
        idle_minutes: policy.idle_minutes,
    };
    let mut table = Table::default();
    table
        .pair("Expiry when nothing is said", format!("{} days", view.default_expiry_days))
        .pair("Latest expiry", format!("{} days", view.max_expiry_days))
        .pair("May never expire", yes(view.never_allowed))
        .pair("Must be bound", yes(view.binding_required))
        .pair("Off the clipboard after", format!("{} s", view.clipboard_seconds))
        .pair("Cleaned up after", format!("{} days", view.clean_up_days))
        .pair("New codes", format!("{} symbols", view.code_length))
        .pair("Shortest password", format!("{} characters", view.password_min))
        .pair("Locks after rest of", format!("{} minutes", view.idle_minutes));
    Answer::new(&view, format!("{heading}{}", table.text()))
}
