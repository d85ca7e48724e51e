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
use vestibule_wire::{AuditEventView, AuditVerifyView, ListAuditRequest, Moment};

/// What to do with the trail.
#[derive(Subcommand)]
pub enum AuditCommand {
    List(List),
    /// Walk the hash chain, and say where it breaks, if it does
    ///
    /// Needs nobody signed in: it tells numbers, not contents. Exit code 0: complete; 1: it breaks.
    Verify,
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

/// Reads or verifies.
pub async fn run(entry: &Entry, command: AuditCommand) -> Result<Answer, Failure> {
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
        AuditCommand::Verify => {
            entry.open_or_sign_in().await?;
            let found = entry.seat.verify_audit().await?;
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
    if found.complete {
        let (events, are) = if found.events == 1 { ("event", "is") } else { ("events", "are") };
        return format!(
            "{} All {} {events} {are} linked without a break.\n",
            painted("The trail is complete.", good()),
            found.events
        );
    }
    let why = found.problem.as_ref().map(|problem| format!(": {}", harmless(problem))).unwrap_or_default();
    match found.breaks_at {
        Some(seq) => {
            let said = painted(&format!("The trail breaks at event {seq}"), bad());
            format!("{said}{why}. Everything before it is complete.\n")
        }
        None => format!("{}{why}.\n", painted("The trail is linked, but the tables do not follow from it", bad())),
    }
}
