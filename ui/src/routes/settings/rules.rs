//! The organisation's rules: fetching, editing and saving them, and merging changes by others. Edits outlive the page.
//! Keeps out how it looks, and what is valid: the draft has the domain's limits, and the backend decides.

use super::draft::Draft;
use crate::parts::toasts::{Toasts, use_toasts};
use crate::prelude::*;
use crate::routes::asks::{Asks, use_asks};
use crate::unsaved::{self, UnsavedWork};
use crate::{app, backend, dom, t};
use vestibule_wire::{ErrorCode, ErrorView, Policy, command};

/// The key under which edits are kept while the window is locked.
const LEFT: &str = "rules";

/// The state, shared by all parts of the page.
#[derive(Clone, Copy, PartialEq)]
pub struct RulesForm {
    /// The rules as fetched, and the draft; None: not fetched yet.
    pub known: Signal<Option<(Policy, Draft)>>,
    /// Why they could not be fetched.
    pub unread: Signal<Option<ErrorView>>,
    /// Why saving was refused.
    pub refused: Signal<Option<ErrorView>>,
    /// Somebody else changed the rules while the draft had edits.
    pub stale: Signal<bool>,
    /// They are being saved.
    pub busy: Signal<bool>,
    /// They were saved, and nothing was edited since.
    pub saved: Signal<bool>,
    toasts: Toasts,
    asks: Asks,
}

/// Makes the state and provides it to the components below.
pub fn use_rules() -> RulesForm {
    let (toasts, asks, mut session) = (use_toasts(), use_asks(), app::use_session());
    let account = use_hook(|| session.peek().account.clone());
    let before = use_hook(|| unsaved::kept::<(Policy, Draft)>(&account, LEFT));
    let rules = use_context_provider(|| RulesForm {
        known: Signal::new(before),
        unread: Signal::new(None),
        refused: Signal::new(None),
        stale: Signal::new(false),
        busy: Signal::new(false),
        saved: Signal::new(false),
        toasts,
        asks,
    });
    use_effect(move || {
        let known = rules.known.cloned().filter(|(base, draft)| draft.changes(base) > 0);
        unsaved::risk(UnsavedWork::Rules, known.is_some());
        match known {
            Some(changed) => unsaved::keep(&account, LEFT, changed),
            None => unsaved::forget(LEFT),
        }
    });
    // The window uses the idle limit that it last fetched; the backend uses the one in force.
    let minutes = use_memo(move || rules.known.read().as_ref().map(|(base, _)| base.idle_minutes));
    use_effect(move || {
        if let Some(minutes) = minutes().filter(|minutes| *minutes != session.peek().idle_minutes) {
            session.write().idle_minutes = minutes;
        }
    });
    rules
}

impl RulesForm {
    /// Fetches the rules, unless a save is running, whose answer holds them. Edits are kept.
    pub fn fetch(mut self) {
        if *self.busy.peek() {
            return;
        }
        self.asks.spawn(async move {
            match backend::call::<command::Policy>().await {
                Ok(now) => self.take(now),
                Err(error) => self.unread.set(Some(error)),
            }
        });
    }

    /// Takes the fetched rules, and moves the edits onto them.
    fn take(mut self, now: Policy) {
        self.unread.set(None);
        let before = self.known.peek().clone();
        let draft = match before {
            Some((base, draft)) => {
                let draft = draft.rebased(&base, &now);
                let is_stale = base != now || *self.stale.peek();
                self.stale.set(is_stale && draft.changes(&now) > 0);
                draft
            }
            None => Draft::new(&now),
        };
        self.known.set(Some((now, draft)));
    }

    /// Edits the draft.
    pub fn change(mut self, change: impl FnOnce(&mut Draft)) {
        if let Some((_, draft)) = self.known.write().as_mut() {
            change(draft);
        }
        self.saved.set(false);
    }

    /// Discards all edits.
    pub fn discard(mut self) {
        if let Some((base, draft)) = self.known.write().as_mut() {
            *draft = Draft::new(base);
        }
        self.stale.set(false);
        self.refused.set(None);
    }

    /// Saves the edits, unless one is faulty: then the first faulty field gets the focus.
    pub fn save(mut self) {
        let Some((base, draft)) = self.known.peek().clone() else { return };
        if *self.busy.peek() || draft.changes(&base) == 0 {
            return;
        }
        if let Some((number, _)) = draft.faults(&base).first() {
            return dom::focus_and_select(&format!("#{}", number.id()));
        }
        self.busy.set(true);
        self.refused.set(None);
        self.asks.spawn(async move {
            let answer = backend::ask::<command::SetPolicy>(&draft.request(&base)).await;
            self.busy.set(false);
            match answer {
                Ok(now) => {
                    self.settle(draft.onto(&base), now);
                    self.toasts.show("circle-check", t!("settings-saved"), None);
                    dom::focus_if_lost("#settings-body");
                }
                Err(error) if error.code == ErrorCode::PolicyChanged => {
                    self.stale.set(true);
                    self.fetch();
                }
                Err(error) => self.refused.set(Some(error)),
            }
        });
    }

    /// Takes the saved rules. Edits made while saving stay unsaved.
    fn settle(mut self, sent: Policy, now: Policy) {
        let draft = self.known.peek().as_ref().map(|(_, draft)| draft.rebased(&sent, &now));
        let draft = draft.unwrap_or_else(|| Draft::new(&now));
        self.stale.set(false);
        self.saved.set(draft.changes(&now) == 0);
        self.known.set(Some((now, draft)));
    }
}
