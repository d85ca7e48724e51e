//! The dialog that gives a user another role; for one's own rank it needs one's password. Keeps out which roles may be
//! given: the backend decides.

use super::proof::{ProofFields, finish, use_proof};
use crate::features::users::board::use_board;
use crate::features::users::user::{full_name, name};
use crate::parts::button::{Button, Kind, Size};
use crate::parts::dialog::{self, Dialog};
use crate::parts::field::Field;
use crate::parts::said::Said;
use crate::parts::select::{Choice, Select, TriggerStyle};
use crate::prelude::*;
use crate::t;
use vestibule_wire::{AssignRoleRequest, UserDetailsView, command};

/// The dialog.
#[component]
pub fn RoleDialog(details: UserDetailsView) -> Element {
    let board = use_board();
    let proof = use_proof();
    let user = details.user.clone();
    // Nothing is chosen at first, so that pressing Enter twice gives nobody a role.
    let mut chosen = use_signal(String::new);
    let role = details.roles.iter().find(|one| one.role.name == *chosen.read()).cloned();
    let needed = details.needs_password || role.as_ref().is_some_and(|one| one.needs_password);
    let choices: Vec<Choice> = details.roles.iter().map(|one| Choice::new(&one.role.name, &one.role.name)).collect();
    let (who, id) = (name(&user), user.id.clone());
    let words = t!("user-role-words", name = full_name(&user), role = user.role.name.clone());
    let warning = role.as_ref().filter(|one| one.needs_password).map(|one| {
        if details.needs_password {
            t!("user-peer", name = who.clone())
        } else {
            t!("user-promote", role = one.role.name.clone())
        }
    });
    let confirm = use_callback(move |()| {
        if chosen.peek().is_empty() {
            return;
        }
        let (user, role, who) = (id.clone(), chosen.peek().clone(), who.clone());
        proof.ask::<command::AssignRole>(
            needed,
            |password| AssignRoleRequest { user, role, password },
            move |row| {
                let said = t!("user-role-done", name = who, role = row.role.name.clone());
                board.changed(row);
                finish(board, "user-cog", said);
            },
        );
    });
    rsx! {
        Dialog {
            name: "user-role", title: t!("user-role-title"), narrow: true, describedby: "user-role-words",
            onclose: move |()| board.close_unless(proof.busy), onprimary: move |()| confirm.call(()),
            footer: rsx! {
                span { class: "grow" }
                Button { size: Size::Form, test: "user-cancel", onclick: move |_| board.close_unless(proof.busy), {t!("user-cancel")} }
                Button {
                    kind: Kind::Primary, size: Size::Form, busy: (proof.busy)(), disabled: proof.is_held() || role.is_none(), test: "user-confirm",
                    onclick: move |_| confirm.call(()), {t!("user-role-confirm")}
                }
            },
            section {
                div { class: "fields", onkeydown: move |event| dialog::enter(&event, || confirm.call(())),
                    p { id: "user-role-words", Said { text: words, names: true } }
                    if choices.is_empty() {
                        p { class: "muted", {t!("user-role-none")} }
                    } else {
                        Field { name: "user-role-choice", label: t!("user-role-choose"),
                            Select {
                                id: "user-role-choice", label: t!("user-role-choose"), look: TriggerStyle::Form, choices, chosen: chosen(), names: true,
                                on_choose: move |role| chosen.set(role),
                            }
                        }
                    }
                    if let Some(warning) = warning {
                        p { "data-test": "user-promote", Said { text: warning, names: true } }
                    }
                    ProofFields { proof, needed }
                }
            }
        }
    }
}
