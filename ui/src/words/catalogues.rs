//! The catalogues, compiled in: one folder of `ui/locales` for each language, with the same files.

use crate::language::Language;

/// The files of a folder, in this order.
macro_rules! catalogue {
    ($folder:literal) => {
        catalogue!($folder:
            "common.ftl", "door.ftl", "errors.ftl", "desk.ftl", "list.ftl", "invitations.ftl", "many.ftl", "sheets.ftl",
            "details.ftl", "palette.ftl", "logo.ftl", "settings.ftl", "users.ftl", "language.ftl")
    };
    ($folder:literal: $($file:literal),+) => {
        &[$(($file, include_str!(concat!("../../locales/", $folder, "/", $file)))),+]
    };
}

/// A file's name, and what stands in it.
pub type Catalogue = &'static [(&'static str, &'static str)];

/// The catalogue of a language; the pseudo-language is made of the English one.
pub fn catalogue(language: Language) -> Catalogue {
    match language {
        Language::English | Language::Pseudo => catalogue!("en"),
        Language::Spanish => catalogue!("es"),
        Language::Arabic => catalogue!("ar"),
        Language::Welsh => catalogue!("cy"),
    }
}
