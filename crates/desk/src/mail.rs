//! Sending invitations by email: settings, queue, outbox and the pass that hands over what is due. All of it is this
//! device's own, but for the event that an invitation was queued. Keeps out how a message and a mail server work
//! (`vestibule_mail`).
//!
//! A code is read from the invitation when its message is handed over; the outbox never holds one.

mod draft;
mod letter;
mod outbox;
mod pass;
mod queue;
mod reminders;
mod settings;
mod words;
