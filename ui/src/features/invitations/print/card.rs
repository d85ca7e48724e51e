//! The preview of a card or poster: the organisation's name and one invitation's facts, with a code and a pattern that
//! nobody can use. Keeps out the PDF, which the backend draws.

use super::labels::{print_words, time_words};
use crate::features::invitations::board::InvitationsState;
use crate::parts::brand::PrintedLogo;
use crate::parts::qr::Qr;
use crate::prelude::*;
use crate::{t, time};
use vestibule_wire::{InvitationView, PrintLayout, PrintPaper, PrintWordsView, QrView, Status};

/// A placeholder: none of its symbols can be typed.
const CODE: &str = "••••-••••-••••-••••";
/// Modules on a side of the pattern.
const SIDE: u32 = 25;

/// The texts of the preview.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sample {
    organisation: String,
    role: Option<String>,
    department: Option<String>,
    expires: Option<String>,
    label: Option<String>,
}

impl Sample {
    /// From the first active invitation of the page, without its code.
    pub fn from_page(board: InvitationsState, organisation: String) -> Self {
        let shown = board.list.shown.read();
        let first = shown.as_ref().and_then(|page| page.items.iter().find(|row| row.status == Status::Active));
        Self::made(first, organisation)
    }

    /// From that invitation, without its code.
    pub fn from_invitation(one: &InvitationView, organisation: String) -> Self {
        Self::made(Some(one), organisation)
    }

    fn made(first: Option<&InvitationView>, organisation: String) -> Self {
        Self {
            organisation,
            role: first.map(|row| row.role.name.clone()),
            department: first.and_then(|row| row.department.clone()),
            expires: first.and_then(|row| row.expires_at).map(|at| written(&time::to_local(at))),
            label: first.and_then(|row| row.label.clone()),
        }
    }
}

/// `2026-05-14T18:00` in the format used on paper.
fn written(local: &str) -> String {
    let (day, clock) = local.split_once('T').unwrap_or((local, ""));
    let mut day = day.split('-');
    let (year, month, day) = (day.next().unwrap_or(""), day.next().unwrap_or(""), day.next().unwrap_or(""));
    let (hour, minute) = clock.split_once(':').unwrap_or((clock, ""));
    let months = print_words().months;
    let named = month.parse::<usize>().ok().and_then(|month| months.get(month.wrapping_sub(1)));
    time_words()
        .replace("{day}", day.trim_start_matches('0'))
        .replace("{month}", named.map_or(month, String::as_str))
        .replace("{year}", year)
        .replace("{hour}", hour)
        .replace("{minute}", minute)
}

/// A fake QR code: three corner marks, and fixed noise.
fn pattern() -> QrView {
    let mark = |x: u32, y: u32| {
        let (x, y) = (x.min(SIDE - 1 - x), y.min(SIDE - 1 - y));
        (x < 8 && y < 8).then(|| {
            let ring = 3_i64.abs_diff(i64::from(x)).max(3_i64.abs_diff(i64::from(y)));
            ring == 3 || ring < 2
        })
    };
    let mut noise: u32 = 0x2545_f491;
    let modules = (0..SIDE * SIDE)
        .map(|at| {
            noise ^= noise << 13;
            noise ^= noise >> 17;
            noise ^= noise << 5;
            let (x, y) = (at % SIDE, at / SIDE);
            let last_corner = x >= SIDE - 8 && y >= SIDE - 8;
            let dark = mark(x, y).filter(|_| !last_corner).unwrap_or(noise.is_multiple_of(2));
            if dark { '1' } else { '0' }
        })
        .collect();
    QrView { size: SIDE, modules }
}

/// The preview of one card or poster.
#[component]
pub fn Specimen(layout: PrintLayout, paper: PrintPaper, sample: Sample) -> Element {
    let words = print_words();
    let (kind, name) = match layout {
        PrintLayout::Eight => ("paper-card", "eight"),
        PrintLayout::Ten => ("paper-card", "ten"),
        PrintLayout::Poster => ("paper-poster", "poster"),
    };
    let sheet = if paper == PrintPaper::A4 { "a4" } else { "letter" };
    rsx! {
        figure { class: "paper", role: "img", aria_label: t!("print-preview"), "data-test": "print-preview",
            div { class: kind, "data-theme": "light", "data-layout": name, "data-paper": sheet, translate: "no",
                if layout == PrintLayout::Poster {
                    Poster { words, sample }
                } else {
                    Card { words, sample }
                }
            }
        }
    }
}

#[component]
fn Card(words: PrintWordsView, sample: Sample) -> Element {
    let place = [sample.role, sample.department].into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let expires = sample.expires.unwrap_or_else(|| words.never.clone());
    rsx! {
        div { class: "paper-top",
            div { class: "paper-words",
                div { class: "paper-org",
                    PrintedLogo {}
                    b { class: "clip paper-name", "{sample.organisation}" }
                }
                b { class: "clip paper-title", "{words.title}" }
                b { class: "clip", "{place}" }
                span { class: "clip", "{words.expires} {expires}" }
                if let Some(label) = sample.label {
                    span { class: "clip", "{words.label} {label}" }
                }
            }
            Qr { code: pattern(), label: t!("print-pattern"), test: "print-pattern" }
        }
        div { class: "paper-code", "{CODE}" }
        p { class: "paper-steps",
            for (n , step) in words.steps.into_iter().enumerate() {
                span { key: "{n}", "{n + 1}.\u{a0}{step} " }
            }
        }
    }
}

#[component]
fn Poster(words: PrintWordsView, sample: Sample) -> Element {
    let expires = sample.expires.unwrap_or_else(|| words.never.clone());
    let facts = [(words.role, sample.role), (words.department, sample.department), (words.expires, Some(expires))];
    rsx! {
        div { class: "paper-org",
            PrintedLogo {}
            b { class: "clip paper-name", "{sample.organisation}" }
        }
        b { class: "clip paper-title", "{words.title}" }
        div { class: "paper-arch",
            svg { view_box: "0 0 180 150", "aria-hidden": "true",
                path { class: "a1", d: "M4 150V90a86 86 0 0 1 172 0v60z" }
                path { class: "a2", d: "M18 150V90a72 72 0 0 1 144 0v60z" }
                path { class: "a3", d: "M32 150V90a58 58 0 0 1 116 0v60z" }
                path { class: "paper-door", d: "M46 150V90a44 44 0 0 1 88 0v60z" }
            }
            Qr { code: pattern(), label: t!("print-pattern"), test: "print-pattern" }
        }
        div { class: "paper-code", "{CODE}" }
        div { class: "paper-facts",
            for (name , value) in facts {
                if let Some(value) = value {
                    span { key: "{name}", class: "clip",
                        small { "{name}" }
                        b { class: "clip", "{value}" }
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_written_as_on_paper() {
        assert_eq!(written("2026-05-04T18:05"), "4 May 2026, 18:05");
    }

    #[test]
    fn the_pattern_has_a_codes_shape_and_the_code_shown_has_no_symbol() {
        let pattern = pattern();
        assert_eq!(pattern.modules.len(), (SIDE * SIDE) as usize);
        assert!(pattern.modules.starts_with("11111110"), "a corner mark and its edge: {}", &pattern.modules[..25]);
        assert!(CODE.chars().all(|c| matches!(c, '•' | '-')));
    }
}
