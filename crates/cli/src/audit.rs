//! `audit list` and `audit verify`.

use crate::answer::Answer;
use crate::entry::Entry;
use crate::failure::{FAULT, Failure};
use crate::output::harmless;
use crate::table::{Table, bad, faint, good, painted};
use crate::times;
use clap::builder::styling::Style;
use clap::{Args, Subcommand};
use serde::Serialize;
use vestibule_wire::{AuditEventView, AuditVerifyView, ListAuditRequest, Moment, VerifyAuditRequest};

/// The commands of the trail.
#[derive(Subcommand)]
pub enum AuditCommand {
    List(List),
    Verify(Verify),
}

/// Verify the hash chain, replay it, and compare the result with the tables
///
/// Needs nobody signed in: it prints numbers, not contents. Exit code 0: complete; 1: the chain breaks, the tables
/// differ from it, or its end was cut off. The end of the trail is kept in the keychain, if there is one, and
/// compared; otherwise note the `head` that --json prints, and give it later.
#[derive(Args)]
#[command(after_help = "\
Examples:
  vestibulectl audit verify --json
  vestibulectl audit verify --head 01a214af-87e4-7c71-a9df-e2902954dfb7:71:9b…

JSON:
  {\"complete\",\"events\",\"breaks_at\",\"problem\",\"tables\",\"counts\",\"head\",\"holds_noted\"}")]
pub struct Verify {
    /// An earlier end of the trail, as `head` printed it: the trail must still hold that event
    #[arg(long, value_name = "HEAD")]
    head: Option<String>,
}

/// List events, newest first
#[derive(Args)]
pub struct List {
    /// Which page, from 1
    #[arg(long, value_name = "N", default_value_t = 1)]
    page: u32,
    /// Events on a page, 1 to 500
    #[arg(long, value_name = "N", default_value_t = 50)]
    page_size: u32,
}

#[derive(Serialize)]
struct EventView<'a> {
    id: &'a str,
    seq: u64,
    at: Moment,
    event: &'a str,
    actor: Option<&'a str>,
    device: &'a str,
    outcome: &'a str,
    subject: Option<&'a str>,
}

#[derive(Serialize)]
struct PageView<'a> {
    items: Vec<EventView<'a>>,
    total: u64,
    page: u32,
    page_size: u32,
}

/// Runs the command.
pub async fn dispatch(entry: &Entry, command: AuditCommand) -> Result<Answer, Failure> {
    match command {
        AuditCommand::List(list) => {
            entry.signed_in().await?;
            let request = ListAuditRequest { page: list.page, page_size: list.page_size };
            let page = entry.seat.list_audit(request).await?;
            let mut text = events(&page.items);
            if u64::try_from(page.items.len()).is_ok_and(|shown| shown < page.total) {
                let pages = page.total.div_ceil(u64::from(page.page_size.max(1)));
                let line = format!("Page {} of {pages}, {} events.", page.page, page.total);
                text.push_str(&painted(&line, faint()));
                text.push('\n');
            }
            let (total, at, page_size) = (page.total, page.page, page.page_size);
            let items = page.items.iter().map(event).collect();
            Ok(Answer::new(&PageView { items, total, page: at, page_size }, text))
        }
        AuditCommand::Verify(verify) => {
            entry.open_or_sign_in().await?;
            let found = entry.seat.verify_audit(VerifyAuditRequest { head: verify.head }).await?;
            Ok(Answer::new(&found, verdict(&found)).exit(if found.complete { 0 } else { FAULT }))
        }
    }
}

fn event(event: &AuditEventView) -> EventView<'_> {
    EventView {
        id: &event.id,
        seq: event.seq,
        at: event.at,
        event: &event.event,
        actor: event.actor.as_ref().map(|person| person.username.as_str()),
        device: &event.device,
        outcome: &event.outcome,
        subject: event.subject.as_deref(),
    }
}

fn events(items: &[AuditEventView]) -> String {
    let mut table = Table::headed(&["#", "WHEN", "EVENT", "WHO", "OUTCOME", "DEVICE", "SUBJECT"]);
    for event in items {
        let who = event.actor.as_ref().map_or("–", |person| person.username.as_str());
        let outcome = if event.outcome == "done" { Style::new() } else { bad() };
        table.styled([
            (event.seq.to_string(), faint()),
            (times::stamp(event.at), Style::new()),
            (event.event.replace('_', " "), Style::new()),
            (who.to_owned(), Style::new()),
            (event.outcome.replace('_', " "), outcome),
            (event.device.clone(), Style::new()),
            (event.subject.clone().unwrap_or_default(), faint()),
        ]);
    }
    table.text()
}

fn verdict(found: &AuditVerifyView) -> String {
    let head = found.head.as_ref().map(|head| format!("It ends at {}\n", harmless(head))).unwrap_or_default();
    if found.complete {
        let (events, are) = if found.events == 1 { ("event", "is") } else { ("events", "are") };
        let noted = if found.holds_noted == Some(true) { " It holds the end that was noted." } else { "" };
        return format!(
            "{} All {} {events} {are} linked without a break, and the tables say what they give.{noted}\n{head}",
            painted("The trail is complete.", good()),
            found.events
        );
    }
    let why = found.problem.as_ref().map(|problem| format!(": {}", harmless(problem))).unwrap_or_default();
    match (found.breaks_at, &found.problem) {
        (Some(seq), _) => {
            let said = painted(&format!("The trail breaks at event {seq}"), bad());
            format!("{said}{why}. Everything before it is complete.\n")
        }
        (None, Some(_)) => {
            format!("{}{why}.\n{head}", painted("The trail is linked, but something does not fit", bad()))
        }
        (None, None) => format!(
            "{} {}: lists count wrongly. `vestibulectl doctor --rebuild-counts` counts anew.\n{head}",
            painted("The trail is complete, but counts are off:", bad()),
            found.counts.join(", ")
        ),
    }
}
