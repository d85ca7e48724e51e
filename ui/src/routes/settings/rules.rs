//! The organisation's rules on their way: read, changed, saved, and changed by somebody else meanwhile. What is typed
//! outlives the page. Keeps out how it looks, and what can be: the draft has the domain's limits, and the backend
//! decides.

use super::draft::Draft;
use crate::parts::toasts::{Toasts, use_toasts};
use crate::prelude::*;
use crate::routes::asks::{Asks, use_asks};
use crate::unsaved::{self, UnsavedWork};
use crate::{app, backend, dom, t};
use vestibule_wire::{ErrorCode, ErrorView, Policy, command};

/// Where changes are kept while the window is locked.
const LEFT: &str = "rules";

/// The state, for all parts of the page.
#[derive(Clone, Copy, PartialEq)]
pub struct RulesForm {
    /// As they were shown, and what stands on the page; none: not read yet.
    pub known: Signal<Option<(Policy, Draft)>>,
    /// They could not be read.
    pub unread: Signal<Option<ErrorView>>,
    /// Saving was refused.
    pub refused: Signal<Option<ErrorView>>,
    /// Others have changed them while something was typed here.
    pub stale: Signal<bool>,
    /// They are being saved.
    pub busy: Signal<bool>,
    /// They were saved, and nothing was changed since.
    pub saved: Signal<bool>,
    toasts: Toasts,
    asks: Asks,
}

/// Makes it and gives it to what stands below.
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
    // The window locks by the rules that it knows last; the backend by those that hold.
    let minutes = use_memo(move || rules.known.read().as_ref().map(|(base, _)| base.idle_minutes));
    use_effect(move || {
        if let Some(minutes) = minutes().filter(|minutes| *minutes != session.peek().idle_minutes) {
            session.write().idle_minutes = minutes;
        }
    });
    rules
}

impl RulesForm {
    /// Asks for them, unless an answer that holds them is on its way. What was typed stays.
    pub fn read(mut self) {
        if *self.busy.peek() {
            return;
        }
        self.asks.run(async move {
            match backend::call::<command::Policy>().await {
                Ok(now) => self.take(now),
                Err(error) => self.unread.set(Some(error)),
            }
        });
    }

    /// They are these now.
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

    /// Changes what stands on the page.
    pub fn change(mut self, change: impl FnOnce(&mut Draft)) {
        if let Some((_, draft)) = self.known.write().as_mut() {
            change(draft);
        }
        self.saved.set(false);
    }

    /// Puts everything back to what holds.
    pub fn discard(mut self) {
        if let Some((base, draft)) = self.known.write().as_mut() {
            *draft = Draft::new(base);
        }
        self.stale.set(false);
        self.refused.set(None);
    }

    /// Saves what is new, unless something is wrong with it: then the first fault gets the focus.
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
        self.asks.run(async move {
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
                    self.read();
                }
                Err(error) => self.refused.set(Some(error)),
            }
        });
    }

    /// They were saved. What was typed on the way is still to be.
    fn settle(mut self, sent: Policy, now: Policy) {
        let draft = self.known.peek().as_ref().map(|(_, draft)| draft.rebased(&sent, &now));
        let draft = draft.unwrap_or_else(|| Draft::new(&now));
        self.stale.set(false);
        self.saved.set(draft.changes(&now) == 0);
        self.known.set(Some((now, draft)));
    }
}
