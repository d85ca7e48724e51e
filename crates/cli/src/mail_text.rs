//! Words about sending by email. Keeps out what is done.

use crate::output::harmless;
use crate::table::{Table, bad, faint, good, notable};
use crate::times;
use clap::builder::styling::Style;
use vestibule_wire::{MailPassView, MailSettingsView, MailState, MailTestView, MailView, OutboxView, SendManyView};

/// The settings, one beneath the other.
pub fn settings(view: &MailSettingsView) -> String {
    let mut table = Table::default();
    table
        .pair("Mail server", format!("{}:{}", view.host, view.port))
        .pair("Encryption", view.security.as_str())
        .pair("Signs in as", view.username.as_deref().unwrap_or("nobody"))
        .pair("From", format!("{} <{}>", view.from_name, view.from_address))
        .pair("Own authority", if view.root { "trusted" } else { "none" })
        .pair("Reminder", view.remind_days.map_or("never".to_owned(), |days| format!("{days} days before the end")))
        .pair("Placeholders", view.placeholders.iter().map(|name| format!("{{{name}}} ")).collect::<String>())
        .pair("Subject", view.subject.as_str());
    format!("{}\n{}\n", table.text(), harmless(&view.body))
}

/// What came of a test.
pub fn tested(view: &MailTestView) -> String {
    format!("A test message was sent to {}. The mail server said: {}\n", harmless(&view.to), harmless(&view.reply))
}

/// A message that was queued.
pub fn queued(view: &MailView) -> String {
    format!("Queued for {} as {}. `vestibulectl mail run` sends it.\n", harmless(&view.to), view.id)
}

/// What became of a selection.
pub fn queued_many(view: &SendManyView) -> String {
    let mut text = format!("{} queued. `vestibulectl mail run` sends them.\n", view.queued);
    for (count, why) in [
        (view.without_address, "bound to no address"),
        (view.sent_before, "sent or queued before"),
        (view.not_active, "not active"),
    ] {
        if count > 0 {
            text.push_str(&format!("{count} left out: {why}.\n"));
        }
    }
    text
}

/// What a pass did.
pub fn passed(view: &MailPassView) -> String {
    let MailPassView { sent, failed, dropped, waiting, reminders, problem } = view;
    let mut text = format!("{sent} sent, {failed} failed, {dropped} dropped, {waiting} waiting.\n");
    if *reminders > 0 {
        text.push_str(&format!("{reminders} reminders were queued.\n"));
    }
    if let Some(problem) = problem {
        text.push_str(&format!("{}\n", harmless(problem)));
    }
    text
}

/// A page of the outbox.
pub fn outbox(page: &OutboxView) -> String {
    if page.items.is_empty() {
        return "There are no messages.\n".to_owned();
    }
    let mut table = Table::headed(&["QUEUED", "TO", "STATE", "ID", "WHY"]);
    for mail in &page.items {
        let style = match mail.state {
            MailState::Sent => good(),
            MailState::Failed => bad(),
            MailState::Dropped => faint(),
            MailState::Queued | MailState::Sending => notable(),
        };
        table.styled([
            (times::stamp(mail.queued_at), Style::new()),
            (if mail.to.is_empty() { "–".to_owned() } else { mail.to.clone() }, Style::new()),
            (mail.state.as_str().to_owned(), style),
            (mail.id.clone(), faint()),
            (mail.reason.clone().unwrap_or_default(), Style::new()),
        ]);
    }
    let mut text = table.text();
    if let Some(next) = &page.next {
        text.push_str(&format!("More: --before {next}\n"));
    }
    text
}
