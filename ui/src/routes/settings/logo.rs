//! The organisation's logo in the settings: shown, replaced or removed. The picture is chosen in the system's dialog,
//! which the backend opens: the page never gets its path. Keeps out which pictures are accepted.

use crate::parts::brand::OrganisationMark;
use crate::parts::button::{Button, Kind};
use crate::parts::notice::{Notice, Tone};
use crate::parts::toasts::{Toasts, use_toasts};
use crate::prelude::*;
use crate::{app, backend, dom, t, words};
use vestibule_wire::{ErrorView, FileDialogRequest, command};

/// The request that is running.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum LogoTask {
    Nothing,
    Choosing,
    Removing,
}

#[derive(Clone, Copy, PartialEq)]
struct LogoState {
    doing: Signal<LogoTask>,
    refused: Signal<Option<ErrorView>>,
    toasts: Toasts,
}

/// The section, for people who may change the organisation.
#[component]
pub fn Logo() -> Element {
    let work =
        LogoState { doing: use_signal(|| LogoTask::Nothing), refused: use_signal(|| None), toasts: use_toasts() };
    let Some(organisation) = app::use_stage().get().organisation else { return rsx! {} };
    let has_one = organisation.logo.is_some();
    let alt = has_one.then(|| t!("logo-alt", organisation = organisation.name.clone()));
    rsx! {
        h2 { class: "h2", {t!("logo-section")} }
        if let Some(error) = work.refused.cloned() {
            Notice { tone: Tone::Bad, text: words::error(&error), test: "logo-error" }
        }
        div { class: "set logo-set",
            div { class: "row",
                OrganisationMark { name: organisation.name.clone(), size: "xl", alt }
                div { class: "grow",
                    b { class: "strong", id: "settings-logo-label", {t!("logo")} }
                    p { id: "settings-logo-hint", {t!("logo-hint")} }
                }
            }
            div { class: "control row", role: "group", aria_labelledby: "settings-logo-label", aria_describedby: "settings-logo-hint",
                if has_one {
                    Button { kind: Kind::Ghost, busy: (work.doing)() == LogoTask::Removing, test: "logo-remove", onclick: move |_| work.remove(), {t!("logo-remove")} }
                }
                Button { icon: "upload", id: "logo-choose", busy: (work.doing)() == LogoTask::Choosing, test: "logo-choose", onclick: move |_| work.choose(), {t!("logo-choose")} }
            }
        }
    }
}

impl LogoState {
    fn begin(mut self, doing: LogoTask) -> bool {
        let free = *self.doing.peek() == LogoTask::Nothing;
        if free {
            self.doing.set(doing);
            self.refused.set(None);
        }
        free
    }

    fn end<V>(mut self, answer: Result<V, ErrorView>) -> Option<V> {
        self.doing.set(LogoTask::Nothing);
        answer.map_err(|error| self.refused.set(Some(error))).ok()
    }

    fn choose(self) {
        if !self.begin(LogoTask::Choosing) {
            return;
        }
        spawn(async move {
            let dialog = FileDialogRequest { title: t!("logo-choose-title"), name: String::new() };
            let answer = backend::ask::<command::ChooseLogo>(&dialog).await;
            // None: the dialog was closed without choosing.
            if let Some(Some(_)) = self.end(answer) {
                app::refresh();
                self.toasts.show("circle-check", t!("logo-is-set"), None);
            }
        });
    }

    fn remove(self) {
        if !self.begin(LogoTask::Removing) {
            return;
        }
        spawn(async move {
            let answer = backend::call::<command::RemoveLogo>().await;
            if self.end(answer).is_some() {
                app::refresh();
                self.toasts.show("circle-check", t!("logo-is-removed"), None);
                // The focused button disappears with the logo.
                dom::focus("#logo-choose");
            }
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing;
    use vestibule_wire::LogoView;
    use vestibule_wire::StageView;

    #[component]
    fn Page() -> Element {
        rsx! {
            Logo {}
        }
    }

    fn page(logo: Option<LogoView>) -> String {
        let mut state = testing::state(StageView::Desk);
        state.organisation.as_mut().expect("the test's").logo = logo;
        testing::render_in(state, || rsx! { Page {} })
    }

    #[test]
    fn without_a_logo_one_can_be_chosen_and_none_removed() {
        let page = page(None);
        assert!(page.contains("logo-choose") && !page.contains("logo-remove"), "{page}");
        assert!(page.contains(">FC<"), "the initials stand in its place: {page}");
    }

    #[test]
    fn with_a_logo_it_can_be_removed() {
        let page = page(Some(LogoView { picture: "ab".repeat(32), bytes: 3, width: 2, height: 1 }));
        assert!(page.contains("logo-choose") && page.contains("logo-remove"), "{page}");
    }
}
