//! The print dialog: layout, paper, the number of pages, and a preview. Keeps out drawing: the backend makes a PDF at
//! the place chosen in the system's dialog.

pub mod card;
pub mod labels;

use crate::features::invitations::board::{InvitationsState, use_board};
use crate::features::invitations::many::{BulkQuestion, BulkState, use_many};
use crate::job::{JobSlot, Progress, use_work};
use crate::list::export::{name_of, selection_or_list, today};
use crate::parts::button::{Button, Kind, Size};
use crate::parts::dialog::Dialog;
use crate::parts::notice::{Notice, Tone};
use crate::parts::said::Said;
use crate::parts::segmented::{Segment, Segmented};
use crate::parts::toasts::{Toasts, use_toasts};
use crate::prelude::*;
use crate::{app, backend, t, words};
use card::{Sample, Specimen};
use labels::{device_language, per_page, print_words, usual_paper};
use vestibule_wire::{
    ErrorView, FileDialogRequest, InvitationFilter, InvitationView, JobResult, JobState, ListInvitationsRequest,
    PrintFileRequest, PrintLayout, PrintPaper, PrintRequest, RevokeManyRequest, SelectionRequest, Status, command,
};

/// The most that are printed at once (20 reams of cards).
const MOST: u64 = vestibule_domain::limit::MOST_PRINTED as u64;

const LAYOUTS: [(PrintLayout, &str); 3] = [
    (PrintLayout::Eight, "print-layout-8"),
    (PrintLayout::Ten, "print-layout-10"),
    (PrintLayout::Poster, "print-layout-poster"),
];

/// The dialog's state.
#[derive(Clone, Copy, PartialEq)]
struct Printing {
    /// The invitation to print; None: the selected or listed ones.
    one: Signal<Option<InvitationView>>,
    layout: Signal<PrintLayout>,
    paper: Signal<PrintPaper>,
    /// How many are active; None: not counted yet.
    active: Signal<Option<u64>>,
    refused: Signal<Option<ErrorView>>,
    busy: Signal<bool>,
}

/// Counts the active ones among them: only those are printed.
async fn count(board: InvitationsState, mut printing: Printing) {
    if let Some(one) = printing.one.peek().as_ref() {
        return printing.active.set(Some(u64::from(one.status == Status::Active)));
    }
    let answer = match selection_or_list(board.list) {
        SelectionRequest::Matching { list, but } if but.is_empty() => match list.filter.status {
            None | Some(Status::Active) => {
                let filter = InvitationFilter { status: Some(Status::Active), ..list.filter.clone() };
                let request = ListInvitationsRequest { filter, page_size: 1, quiet: true, ..*list };
                let page = backend::ask::<command::ListInvitations>(&request).await;
                page.map(|page| page.total)
            }
            Some(_) => Ok(0), // with another status as filter none is active
        },
        selection => {
            let request = RevokeManyRequest { selection, reason: None };
            let preview = backend::ask::<command::PreviewRevoke>(&request).await;
            preview.map(|preview| preview.revoked)
        }
    };
    match answer {
        Ok(active) => printing.active.set(Some(active)),
        Err(error) => printing.refused.set(Some(error)),
    }
}

fn begin(board: InvitationsState, mut printing: Printing, work: JobSlot) {
    let active = printing.active.peek().unwrap_or_default();
    if *printing.busy.peek() || active == 0 || active > MOST {
        return;
    }
    printing.busy.set(true);
    printing.refused.set(None);
    let selection = match printing.one.peek().as_ref() {
        Some(one) => SelectionRequest::These { ids: vec![one.id.clone()] },
        None => selection_or_list(board.list),
    };
    let print = PrintRequest {
        selection,
        layout: *printing.layout.peek(),
        paper: *printing.paper.peek(),
        words: print_words(),
    };
    let dialog = FileDialogRequest { title: t!("print-title"), name: t!("print-name", day = today()) };
    spawn(async move {
        let request = PrintFileRequest { print, dialog };
        match backend::ask::<command::PrintInvitations>(&request).await {
            Ok(Some(job)) => return work.begin.call(job), // busy until the job has ended
            Ok(None) => {}                                // the dialog was closed without choosing a place
            Err(error) => printing.refused.set(Some(error)),
        }
        printing.busy.set(false);
    });
}

fn ended(board: InvitationsState, many: BulkState, toasts: Toasts, mut printing: Printing, state: JobState) {
    printing.busy.set(false);
    match state {
        JobState::Done { result: JobResult::Printed { invitations, path, left_out } } => {
            let done = t!("print-done", count = invitations);
            let said = match left_out {
                Some(emoji) => format!("{done}. {}", t!("print-left-out", emoji = emoji)),
                None => done,
            };
            toasts.show("printer", said, Some(name_of(&path)));
            // Printing adds to the history shown in the drawer.
            let mut again = board.details.again;
            *again.write() += 1;
            many.ask(BulkQuestion::Nothing);
        }
        JobState::Failed { error } => printing.refused.set(Some(error)),
        JobState::Done { .. } => many.ask(BulkQuestion::Nothing),
        JobState::Running | JobState::Cancelled => toasts.show("ban", t!("print-cancelled"), None),
    }
}

/// The dialog.
#[component]
pub fn Print() -> Element {
    let (board, many, toasts) = (use_board(), use_many(), use_toasts());
    let printing = Printing {
        one: use_signal(|| many.one.peek().clone()),
        layout: use_signal(|| many.one.peek().as_ref().map_or_else(PrintLayout::default, usual_layout)),
        paper: use_signal(|| usual_paper(&device_language())),
        active: use_signal(|| None),
        refused: use_signal(|| None),
        busy: use_signal(|| false),
    };
    let work = use_work(use_callback(move |state| ended(board, many, toasts, printing, state)));
    use_future(move || count(board, printing));
    let close = use_callback(move |()| {
        if !*printing.busy.peek() {
            many.ask(BulkQuestion::Nothing);
        }
    });
    let submit = use_callback(move |()| begin(board, printing, work));
    let active = (printing.active)();
    let ready = active.is_some_and(|active| (1..=MOST).contains(&active));
    rsx! {
        Dialog {
            name: "print-dialog", title: t!("print-title"), describedby: "print-words",
            onclose: move |()| close.call(()), onprimary: move |()| submit.call(()),
            footer: rsx! {
                span { class: "grow" }
                Button { size: Size::Form, test: "print-cancel", onclick: move |_| close.call(()), {t!("create-cancel")} }
                Button {
                    kind: Kind::Primary, size: Size::Form, icon: "printer", busy: (printing.busy)(), disabled: !ready, test: "print-submit",
                    onclick: move |_| submit.call(()),
                    {t!("print-submit")}
                }
            },
            section { Choices { printing } }
        }
        Progress { work, title: t!("print-running-title"), text: t!("print-running", count = active.unwrap_or_default()) }
    }
}

#[component]
fn Choices(printing: Printing) -> Element {
    let board = use_board();
    let Printing { one, mut layout, mut paper, .. } = printing;
    let organisation = app::use_stage().organisation();
    let sample = match one.read().as_ref() {
        Some(one) => Sample::from_invitation(one, organisation),
        None => Sample::from_page(board, organisation),
    };
    let layouts = LAYOUTS.into_iter().map(|(of, name)| segment(name, layout_words(of))).collect::<Vec<_>>();
    let papers = vec![segment("print-paper-a4", t!("print-a4")), segment("print-paper-letter", t!("print-letter"))];
    let chosen = LAYOUTS.into_iter().find(|(of, _)| *of == layout()).map_or("", |(_, name)| name);
    rsx! {
        div { class: "fields",
            if let Some(error) = (printing.refused)() {
                Notice { tone: Tone::Bad, text: words::error(&error), test: "error" }
            }
            div { class: "field",
                span { class: "label", id: "print-layout", {t!("print-layout")} }
                Segmented {
                    labelled_by: "print-layout", segments: layouts, chosen, form: true,
                    on_choose: move |name: String| layout.set(LAYOUTS.into_iter().find(|(_, of)| *of == name).map_or(layout(), |(of, _)| of)),
                }
            }
            div { class: "field",
                span { class: "label", id: "print-paper", {t!("print-paper")} }
                Segmented {
                    labelled_by: "print-paper", segments: papers, form: true,
                    chosen: if paper() == PrintPaper::A4 { "print-paper-a4" } else { "print-paper-letter" },
                    on_choose: move |name: String| paper.set(if name == "print-paper-a4" { PrintPaper::A4 } else { PrintPaper::Letter }),
                }
            }
            HowMany { printing }
            Specimen { layout: layout(), paper: paper(), sample }
        }
    }
}

fn segment(name: &str, words: String) -> Segment {
    Segment { name: name.to_owned(), words, icon: None, off: None }
}

fn layout_words(layout: PrintLayout) -> String {
    match layout {
        PrintLayout::Eight => t!("print-layout-cards", count = 8),
        PrintLayout::Ten => t!("print-layout-cards", count = 10),
        PrintLayout::Poster => t!("print-layout-poster"),
    }
}

/// A poster if several people may use it, a card for a single person.
fn usual_layout(one: &InvitationView) -> PrintLayout {
    if one.usage_limit > 1 { PrintLayout::Poster } else { PrintLayout::default() }
}

/// What is printed for one invitation, in words.
fn one_words(active: u64) -> String {
    if active == 0 { t!("print-one-ended") } else { t!("print-one-words") }
}

/// How many invitations on how many pages, in words.
fn how_many(active: u64, layout: PrintLayout) -> String {
    match active {
        0 => t!("print-none"),
        _ if active > MOST => t!("print-too-many", count = active, most = MOST),
        _ => t!("print-words", count = active, pages = active.div_ceil(per_page(layout))),
    }
}

#[component]
fn HowMany(printing: Printing) -> Element {
    let active = (printing.active)();
    rsx! {
        div { class: "soft", role: "status", "data-test": "print-words", aria_busy: active.is_none(),
            if let Some(active) = active {
                p { id: "print-words",
                    Said { text: if printing.one.read().is_some() { one_words(active) } else { how_many(active, (printing.layout)()) } }
                }
            } else if printing.refused.read().is_none() {
                span { class: "bone" }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::invitations::tests::invitation;

    #[test]
    fn one_for_many_is_a_poster_and_one_for_a_person_a_card() {
        let mut one = invitation("a");
        assert_eq!(usual_layout(&one), PrintLayout::Eight);
        one.usage_limit = 30;
        assert_eq!(usual_layout(&one), PrintLayout::Poster);
        assert!(one_words(0).starts_with("This one is no longer active"));
    }

    #[test]
    fn how_many_and_on_how_many_pages_is_told() {
        assert_eq!(
            how_many(17, PrintLayout::Eight),
            "**17 active invitations** on 3 pages. Only active ones are printed."
        );
        assert_eq!(
            how_many(1, PrintLayout::Poster),
            "**1 active invitation** on 1 page. Only active ones are printed."
        );
    }

    #[test]
    fn none_and_too_many_are_said_as_such() {
        assert!(how_many(0, PrintLayout::Ten).starts_with("None of these is active"));
        assert!(how_many(10_001, PrintLayout::Ten).contains("10,001"));
    }
}
