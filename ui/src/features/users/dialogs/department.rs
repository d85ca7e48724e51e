//! The dialog that moves a user to another department. Keeps out which may be chosen: the backend decides.

use super::proof::{ProofFields, finish, use_proof};
use crate::features::users::board::use_board;
use crate::features::users::user::{full_name, name};
use crate::parts::button::{Button, Kind, Size};
use crate::parts::dialog::Dialog;
use crate::parts::field::Field;
use crate::parts::said::Said;
use crate::parts::select::{Choice, Select, TriggerStyle};
use crate::prelude::*;
use crate::t;
use vestibule_wire::{MoveUserRequest, UserDetailsView, command};

/// The value of "no department": a path is never empty.
const NONE: &str = "";

/// The dialog.
#[component]
pub fn DepartmentDialog(details: UserDetailsView) -> Element {
    let (user, needed) = (details.user, details.needs_password);
    let board = use_board();
    let proof = use_proof();
    let before = user.department.clone().unwrap_or_default();
    let mut chosen = use_signal(|| before.clone());
    let same = *chosen.read() == before;
    let options = board.list.choices.cloned().unwrap_or_default();
    let nowhere =
        (options.everywhere && !user.role.needs_department).then(|| Choice::new(NONE, t!("user-department-none")));
    let departments = options.departments.iter().map(|one| Choice::new(&one.path, &one.path));
    let choices: Vec<Choice> = nowhere.into_iter().chain(departments).collect();
    let (who, id) = (name(&user), user.id.clone());
    let words = t!("user-department-words", name = full_name(&user));
    let confirm = use_callback(move |()| {
        let path = chosen.peek().clone();
        if path == before {
            return;
        }
        let (user, who) = (id.clone(), who.clone());
        proof.ask::<command::MoveUser>(
            needed,
            |password| MoveUserRequest { user, department: Some(path).filter(|path| path != NONE), password },
            move |row| {
                let place = row.department.clone().unwrap_or_else(|| t!("user-department-none"));
                board.changed(row);
                finish(board, "folder-tree", t!("user-department-done", name = who, department = place));
            },
        );
    });
    rsx! {
        Dialog {
            name: "user-department", title: t!("user-department-title"), narrow: true, describedby: "user-department-words",
            onclose: move |()| board.close_unless(proof.busy), onprimary: move |()| confirm.call(()),
            footer: rsx! {
                span { class: "grow" }
                Button { size: Size::Form, test: "user-cancel", onclick: move |_| board.close_unless(proof.busy), {t!("user-cancel")} }
                Button { kind: Kind::Primary, size: Size::Form, busy: (proof.busy)(), disabled: same || proof.is_held(), test: "user-confirm", onclick: move |_| confirm.call(()), {t!("user-department-confirm")} }
            },
            section {
                div { class: "fields",
                    p { id: "user-department-words", Said { text: words, names: true } }
                    Field { name: "user-department-choice", label: t!("user-department-choose"),
                        Select {
                            id: "user-department-choice", label: t!("user-department-choose"), look: TriggerStyle::Form, choices, chosen: chosen(), names: true,
                            on_choose: move |path| chosen.set(path),
                        }
                    }
                    if needed {
                        p { Said { text: t!("user-peer", name = name(&user)), names: true } }
                    }
                    ProofFields { proof, needed }
                }
            }
        }
    }
}
