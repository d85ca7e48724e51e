//! What a person who is signed in is asked when an invite link is opened: a link may lead here by mistake, or be meant
//! for somebody beside them. It never acts by itself (docs/incidents.md, 6).

use super::leaving::SignOut;
use crate::features::invitations::InvitationList;
use crate::list::{Listed, Query};
use crate::navigator::Navigator;
use crate::opened_link::use_opened_link;
use crate::parts::button::{Button, Kind, Size};
use crate::parts::code_strip::CodeStrip;
use crate::parts::dialog::Dialog;
use crate::prelude::*;
use crate::{app, t};
use vestibule_domain::code::{grouped, only_symbols};
use vestibule_wire::command;

/// The question, while a link waits for an answer.
#[component]
pub fn LinkQuestion(sign_out: SignOut) -> Element {
    let link = use_opened_link();
    let session = app::use_session();
    let navigator = use_context::<Navigator>();
    let Some(code) = link.code().filter(|_| link.asks()) else { return rsx! {} };
    let shown = only_symbols(&code).map_or_else(|| code.clone(), |symbols| grouped(&symbols));
    let finds = session.read().may::<command::ListInvitations>();
    let find = move |_| {
        if let Some(search) = link.take() {
            navigator.go(&InvitationList::route(
                Query::<InvitationList> { search, ..Query::<InvitationList>::default() }.into(),
            ));
        }
    };
    let join = move |_| {
        link.keep_for_joining();
        sign_out.ask();
    };
    let drop = move |()| {
        link.take();
    };
    rsx! {
        Dialog {
            name: "link", title: t!("link-title"), narrow: true, alert: true, describedby: "link-text", onclose: drop,
            footer: rsx! {
                Button { size: Size::Form, focus: true, test: "link-drop", onclick: move |_| drop(()), {t!("link-drop")} }
                span { class: "grow" }
                if finds {
                    Button { size: Size::Form, icon: "search", test: "link-find", onclick: find, {t!("link-find")} }
                }
                Button { kind: Kind::Primary, size: Size::Form, icon: "log-out", test: "link-join", onclick: join, {t!("link-join")} }
            },
            section { class: "stack",
                CodeStrip { code: shown, small: true, test: "link-code" }
                p { id: "link-text", {t!("link-text", name = session.read().name.clone(), finds = if finds { "yes" } else { "no" })} }
            }
        }
    }
}
