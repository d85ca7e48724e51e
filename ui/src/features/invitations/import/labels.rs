//! The names of an import's fields and the looks of its row classes. Keeps out how they are laid out.

use crate::import::ClassLook;
use crate::t;
use vestibule_wire::RowClass;

/// A field's name for people; None: there is no such field.
pub fn field(name: &str) -> Option<String> {
    Some(match name {
        "email" => t!("sheet-field-email"),
        "domain" => t!("sheet-field-domain"),
        "role" => t!("sheet-field-role"),
        "department" => t!("sheet-field-department"),
        "groups" => t!("sheet-field-groups"),
        "limit" => t!("sheet-field-limit"),
        "expires" => t!("sheet-field-expires"),
        "label" => t!("sheet-field-label"),
        "note" => t!("sheet-field-note"),
        _ => return None,
    })
}

/// A class: its hook, its icon, its tone and its words.
pub fn class(class: RowClass) -> ClassLook {
    let (hook, icon, tone, words) = match class {
        RowClass::Ready => ("sheet-class-ready", "circle-check", "good", t!("sheet-ready")),
        RowClass::Malformed => ("sheet-class-malformed", "file-x-2", "bad", t!("sheet-malformed")),
        RowClass::DuplicateInFile => ("sheet-class-duplicate", "copy", "warn", t!("sheet-duplicate")),
        RowClass::AlreadyInvited => ("sheet-class-invited", "mail", "warn", t!("sheet-invited")),
        RowClass::AlreadyMember => ("sheet-class-member", "user-check", "info", t!("sheet-member")),
        RowClass::NotPermitted => ("sheet-class-permitted", "lock", "bad", t!("sheet-not-permitted")),
    };
    ClassLook { hook, icon, tone, words }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::invitations::InvitationSheet;
    use crate::import::Imported;

    #[test]
    fn every_field_has_words_and_nothing_else_has() {
        assert!(InvitationSheet::FIELDS.iter().all(|name| field(name).is_some()));
        assert_eq!(field("usage_limit"), None);
    }
}
