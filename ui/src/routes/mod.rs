//! Pages: they fetch data and put parts together. Keeps out looks (CSS) and words (the catalogue).

pub mod asks;
mod clock_doubt;
pub mod desk;
#[cfg(test)]
mod door_tests;
pub mod doorstep;
pub mod first_start;
pub mod forms;
pub mod idle;
pub mod join;
pub mod leaving;
mod link_question;
pub mod locked;
pub mod open_file;
pub mod palette;
pub mod palette_offers;
pub mod reset_code;
pub mod settings;
pub mod shortcuts;
pub mod shortcuts_dialog;
pub mod sign_in;
mod two_keys;
pub mod unusable;
pub mod work_left;

use crate::prelude::*;

/// The first page of a signed-in person.
#[component]
pub fn Home() -> Element {
    rsx! {
        desk::Desk {}
    }
}
