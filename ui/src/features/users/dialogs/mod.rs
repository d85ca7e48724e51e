//! The dialogs over the page, each before something is done with an account. Keeps out whether it may be: the backend
//! decides.

mod confirm;
mod department;
pub mod many;
mod proof;
mod role;

pub use proof::{Proof, ProofFields, use_proof};

use super::board::{Question, UserDialog, use_board};
use crate::prelude::*;
use confirm::{Code, Confirm};
use department::DepartmentDialog;
use many::{ManyDialog, ManyReport};
use role::RoleDialog;

/// The open dialog.
#[component]
pub fn Overlay() -> Element {
    let board = use_board();
    let open = board.open.read().clone();
    match open {
        UserDialog::Nothing => rsx! {},
        UserDialog::Asking(Question::Role, details) => rsx! {
            RoleDialog { details: *details }
        },
        UserDialog::Asking(Question::Department, details) => rsx! {
            DepartmentDialog { details: *details }
        },
        UserDialog::Many(act) => rsx! {
            ManyDialog { act }
        },
        UserDialog::Report(act, report) => rsx! {
            ManyReport { act, report: *report }
        },
        UserDialog::Asking(question, details) => rsx! {
            Confirm { question, details: *details }
        },
        UserDialog::Code(code) => rsx! {
            Code { code }
        },
    }
}
