//! The command palette: one field that finds actions and, by code or email, invitations. Keeps out the actions: the
//! component that opens it carries them out.

use super::palette_offers::{PaletteAction, PaletteOffer, matching, offers};
use crate::features::invitations::meant_for;
use crate::list::searchable;
use crate::overlay::{self, Overlay, use_overlay};
use crate::parts::icon::{Icon, IconSize};
use crate::parts::mask::{dots, use_mask};
use crate::parts::menu::stepped;
use crate::parts::status_pill::StatusPill;
use crate::prelude::*;
use crate::theme::use_theme;
use crate::{app, backend, dom, focus, t, time, words};
use vestibule_wire::{ErrorView, InvitationPageView, InvitationView, ListInvitationsRequest, command};

/// How long after the last keystroke invitations are searched, in milliseconds (docs/design.md, Behaviour).
const TYPING: u32 = 150;
/// How many invitations are shown.
const HITS: u32 = 5;

/// The search, its results, and the current line.
#[derive(Clone, Copy, PartialEq)]
struct PaletteState {
    typed: Signal<String>,
    at: Signal<usize>,
    hits: Signal<Vec<InvitationView>>,
    fault: Signal<Option<ErrorView>>,
    /// The last search sent or waiting; empty: none.
    wanted: Signal<String>,
    /// The last search that was answered.
    answered: Signal<String>,
    /// Enter was pressed before the answer arrived.
    eager: Signal<bool>,
}

fn use_look() -> PaletteState {
    PaletteState {
        typed: use_signal(String::new),
        at: use_signal(|| 0),
        hits: use_signal(Vec::new),
        fault: use_signal(|| None),
        wanted: use_signal(String::new),
        answered: use_signal(String::new),
        eager: use_signal(|| false),
    }
}

/// The palette. `on_deal` gets the chosen action, after `on_close`.
#[component]
pub fn Palette(on_deal: EventHandler<PaletteAction>, on_close: EventHandler<()>) -> Element {
    let session = app::use_session();
    let theme = use_theme();
    let look = use_look();
    let mask = use_mask();
    let before = use_hook(|| focus::remember(overlay::top_dialog()));
    use_drop(move || before.give_back());
    use_overlay(Overlay::Palette);
    let found = use_memo(move || {
        let masked = mask.is_some_and(|mask| (mask.on)());
        matching(offers(&session.read(), masked, theme()), &look.typed.read())
    });
    let choose = use_callback(move |deal: PaletteAction| {
        on_close.call(());
        on_deal.call(deal);
    });
    let may_see = session.read().may::<command::ListInvitations>();
    let keys = use_callback(move |event: KeyboardEvent| press(&event, look, &found.peek(), choose, on_close));
    use_effect(move || dom::reveal(&format!("#palette-{}", (look.at)())));
    rsx! {
        div { class: "scrim high", onmousedown: move |_| on_close.call(()),
            div {
                class: "palette", id: "palette", role: "dialog", "aria-modal": "true", aria_label: t!("palette"), "data-test": "palette",
                onmousedown: move |event| event.stop_propagation(),
                onkeydown: move |event| keys.call(event),
                Head { look, count: found.read().len() + look.hits.read().len(), on_type: move |text| look.type_in(text, may_see, choose) }
                Found { offers: found(), look, on_choose: choose }
            }
        }
    }
}

/// The field.
#[component]
fn Head(look: PaletteState, count: usize, on_type: EventHandler<String>) -> Element {
    rsx! {
        header {
            Icon { name: "search", size: IconSize::Large }
            input {
                id: "palette-input", class: "grow", r#type: "text", role: "combobox", "data-test": "palette-input", aria_label: t!("palette"), placeholder: t!("palette-hint"),
                aria_expanded: "true", aria_controls: "palette-list", aria_autocomplete: "list", aria_activedescendant: (count > 0).then(|| format!("palette-{}", (look.at)())),
                autocomplete: "off", spellcheck: "false", maxlength: "300", value: "{look.typed}",
                onmounted: focus::on_mounted,
                oninput: move |event| on_type.call(event.value()),
            }
            span { class: "kbd", aria_hidden: "true", {t!("key-escape")} }
        }
    }
}

/// The lines to choose from, or why there are none.
#[component]
fn Found(offers: Vec<PaletteOffer>, look: PaletteState, on_choose: Callback<PaletteAction>) -> Element {
    let hits = look.hits.read().clone();
    let typed = look.typed.read().trim().to_owned();
    let (first_hit, count) = (offers.len(), offers.len() + hits.len());
    let looking = look.is_looking();
    let fault = look.fault.read().clone();
    rsx! {
        ul { id: "palette-list", role: "listbox", aria_label: t!("palette"),
            for (n , offer) in offers.into_iter().enumerate() {
                OfferLine { key: "{offer.name}", offer, place: n, here: (look.at)() == n, look, on_choose }
            }
            if !hits.is_empty() {
                li { class: "part", role: "presentation", h3 { {t!("palette-invitations")} } }
            }
            for (n , row) in hits.into_iter().enumerate() {
                HitLine { key: "{row.id}", row, number: n, place: first_hit + n, here: (look.at)() == first_hit + n, look, on_choose }
            }
        }
        if let Some(error) = fault {
            p { class: "palette-none bad", role: "alert", "data-test": "palette-fault", {words::error(&error).replace("**", "")} }
        } else if count == 0 && looking {
            p { class: "palette-none", {t!("palette-looking")} }
        } else if count == 0 {
            p { class: "palette-none", "data-test": "palette-none", {t!("palette-none", typed = typed)} }
        }
        span { class: "sr", role: "status", {t!("palette-results", count = count)} }
    }
}

#[component]
fn OfferLine(
    offer: PaletteOffer,
    place: usize,
    here: bool,
    look: PaletteState,
    on_choose: Callback<PaletteAction>,
) -> Element {
    let mut at = look.at;
    let deal = offer.deal;
    rsx! {
        li {
            id: "palette-{place}", role: "option", aria_selected: here, "data-test": offer.name,
            onmousemove: move |_| if !here { at.set(place) },
            onmousedown: move |event| event.prevent_default(),
            onclick: move |_| on_choose.call(deal.clone()),
            Icon { name: offer.icon }
            span { class: "clip", {offer.words} }
            if let Some(keycap) = offer.keycap {
                span { class: "kbd", aria_hidden: "true", {keycap} }
            }
        }
    }
}

#[component]
fn HitLine(
    row: InvitationView,
    number: usize,
    place: usize,
    here: bool,
    look: PaletteState,
    on_choose: Callback<PaletteAction>,
) -> Element {
    let mut at = look.at;
    let id = row.id.clone();
    let masked = use_mask().is_some_and(|mask| (mask.on)());
    let code = row.code.clone().map(|code| if masked { dots(&code) } else { code });
    rsx! {
        li {
            id: "palette-{place}", role: "option", aria_selected: here, "data-test": "palette-hit-{number}",
            onmousemove: move |_| if !here { at.set(place) },
            onmousedown: move |event| event.prevent_default(),
            onclick: move |_| on_choose.call(PaletteAction::Show(id.clone())),
            Icon { name: "ticket" }
            if let Some(code) = code {
                span { class: "code", {code} }
            }
            span { class: "muted small clip", translate: "no", {meant_for(&row)} }
            StatusPill { status: row.status, uses: row.uses, limit: row.usage_limit }
        }
    }
}

impl PaletteState {
    /// Whether the typed text is being searched and not answered yet.
    fn is_looking(self) -> bool {
        *self.wanted.read() != *self.answered.read()
    }

    /// Whether the first line is still a result for an earlier text, and no line was chosen with the arrows.
    fn is_behind(self, offers: &[PaletteOffer]) -> bool {
        offers.is_empty() && *self.at.peek() == 0 && self.is_looking()
    }

    /// Takes the text; invitations are searched once typing pauses. Old results stay until new ones arrive.
    fn type_in(mut self, text: String, may_see: bool, choose: Callback<PaletteAction>) {
        let term = if may_see { searchable(&text) } else { String::new() };
        self.typed.set(text.clone());
        self.at.set(0);
        self.eager.set(false);
        self.wanted.set(term.clone());
        if term.is_empty() {
            self.hits.set(Vec::new());
            self.fault.set(None);
            self.answered.set(term);
            return;
        }
        spawn(async move {
            time::sleep(TYPING).await;
            if *self.typed.peek() != text {
                return;
            }
            let request =
                ListInvitationsRequest { search: term.clone(), page_size: HITS, quiet: false, ..Default::default() };
            let answer = backend::ask::<command::ListInvitations>(&request).await;
            if *self.typed.peek() != text {
                return; // the text changed meanwhile
            }
            self.take(term, answer, choose);
        });
    }

    fn take(mut self, term: String, answer: Result<InvitationPageView, ErrorView>, choose: Callback<PaletteAction>) {
        let (hits, fault) = match answer {
            Ok(page) => (page.items, None),
            Err(error) => (Vec::new(), Some(error)),
        };
        let first = hits.first().map(|row| row.id.clone());
        self.hits.set(hits);
        self.fault.set(fault);
        self.answered.set(term);
        if let Some(id) = first.filter(|_| *self.eager.peek()) {
            choose.call(PaletteAction::Show(id));
        }
    }
}

/// The action of Enter on that line.
fn chosen(at: usize, offers: &[PaletteOffer], hits: &[InvitationView]) -> Option<PaletteAction> {
    match offers.get(at) {
        Some(offer) => Some(offer.deal.clone()),
        None => hits.get(at.checked_sub(offers.len())?).map(|row| PaletteAction::Show(row.id.clone())),
    }
}

fn press(
    event: &KeyboardEvent,
    look: PaletteState,
    offers: &[PaletteOffer],
    choose: Callback<PaletteAction>,
    close: EventHandler<()>,
) {
    if event.is_composing() {
        return;
    }
    let PaletteState { mut at, mut eager, .. } = look;
    let key = event.key().to_string();
    let modifiers = event.modifiers();
    let command = modifiers.ctrl() || modifiers.meta();
    let count = offers.len() + look.hits.peek().len();
    let moved = match key.as_str() {
        "ArrowDown" | "ArrowUp" | "PageUp" | "PageDown" => stepped(&key, *at.peek(), count),
        _ => None,
    };
    match (moved, key.as_str()) {
        (Some(next), _) => at.set(next),
        (None, "Enter") => match chosen(*at.peek(), offers, &look.hits.peek()).filter(|_| !look.is_behind(offers)) {
            Some(deal) => choose.call(deal),
            // A scanner sends Enter before the search is answered: the first result is then chosen.
            None => eager.set(true),
        },
        (None, "Escape") => close.call(()),
        (None, "k" | "K") if command => close.call(()),
        (None, "Tab") => {}
        // Ctrl Shift L is handled by the window.
        (None, _) if command && modifiers.shift() => return,
        _ => return event.stop_propagation(),
    }
    event.prevent_default();
    event.stop_propagation();
}

#[cfg(test)]
#[path = "palette_tests.rs"]
mod tests;
