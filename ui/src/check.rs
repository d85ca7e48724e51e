//! The domain's rules in the window's words: each check gives the checked text, or the sentence to show under the
//! field. Keeps out the rules themselves.

use crate::words;
use vestibule_domain as domain;
use vestibule_domain::{CodeError, EmailError, TextError, UsernameError};
use vestibule_wire::{ErrorCode, ErrorView};

/// Checked text, or the sentence that says what is wrong.
pub type Checked<T = String> = Result<T, String>;

fn said(error: ErrorView) -> String {
    words::error(&error)
}

fn plain(code: ErrorCode) -> ErrorView {
    ErrorView::new(code, "")
}

fn text_error(error: &TextError) -> ErrorView {
    match error {
        TextError::Empty => plain(ErrorCode::FieldRequired),
        TextError::TooLong { max } => plain(ErrorCode::FieldTooLong).with("max", max),
        TextError::TooDeep { max } => plain(ErrorCode::DepartmentTooDeep).with("max", max),
        TextError::NotText => plain(ErrorCode::FieldNotText),
        TextError::LineBreak => plain(ErrorCode::FieldLineBreak),
        TextError::NotAnAddress => plain(ErrorCode::JoinAddressMalformed),
    }
}

/// An organisation's name.
pub fn organisation_name(typed: &str) -> Checked {
    domain::OrganisationName::parse(typed).map(String::from).map_err(|e| said(text_error(&e)))
}

/// A join address; none when left empty.
pub fn join_address(typed: &str) -> Checked<Option<String>> {
    optional(typed, |typed| domain::JoinAddress::parse(typed).map(String::from).map_err(|e| said(text_error(&e))))
}

/// A person's name.
pub fn person_name(typed: &str) -> Checked {
    domain::PersonName::parse(typed).map(String::from).map_err(|e| said(text_error(&e)))
}

/// A saved view's name.
pub fn view_name(typed: &str) -> Checked<domain::ViewName> {
    domain::ViewName::parse(typed).map_err(|e| said(text_error(&e)))
}

/// An email address.
pub fn email(typed: &str) -> Checked {
    domain::Email::parse(typed).map(String::from).map_err(|error| match error {
        EmailError::Text(error) => said(text_error(&error)),
        EmailError::Shape => email_shape(typed.trim()),
        EmailError::Several => said(plain(ErrorCode::EmailSeveral)),
    })
}

/// The sentence that says what is missing from an address, where that can be told.
fn email_shape(typed: &str) -> String {
    match typed.rsplit_once('@') {
        Some((_, "")) => crate::t!("check-email-domain"),
        None => crate::t!("check-email-at"),
        _ => said(plain(ErrorCode::EmailMalformed)),
    }
}

/// A username that the first administrator chooses.
pub fn username(typed: &str) -> Checked {
    chosen(typed, domain::Username::chosen)
}

/// A username that a newcomer chooses.
pub fn newcomers_username(typed: &str) -> Checked {
    chosen(typed, domain::Username::chosen_by_newcomer)
}

fn chosen(typed: &str, read: impl FnOnce(&str) -> Result<domain::Username, UsernameError>) -> Checked {
    if typed.trim().is_empty() {
        return Err(said(plain(ErrorCode::FieldRequired)));
    }
    read(typed).map(String::from).map_err(|error| {
        said(plain(match error {
            UsernameError::Shape => ErrorCode::UsernameMalformed,
            UsernameError::Signs => ErrorCode::UsernameSigns,
            UsernameError::Reserved => ErrorCode::UsernameReserved,
        }))
    })
}

/// A code or an invite link.
pub fn code(typed: &str) -> Result<domain::Code, ErrorView> {
    domain::Code::parse_or_link(typed).map_err(|error| match error {
        CodeError::Empty => plain(ErrorCode::FieldRequired),
        CodeError::Length { .. } => plain(ErrorCode::CodeMalformed),
        CodeError::Symbol { found } => plain(ErrorCode::CodeMalformed).with("symbol", found),
        CodeError::Layout => plain(ErrorCode::CodeLayout),
        CodeError::Several => plain(ErrorCode::CodeSeveral),
        CodeError::Mistyped { group: Some(group) } => plain(ErrorCode::CodeMistyped).with("group", group),
        CodeError::Mistyped { group: None } => plain(ErrorCode::CodeMistyped),
    })
}

/// Any text that is not empty.
pub fn required(typed: &str) -> Checked {
    if typed.is_empty() { Err(said(plain(ErrorCode::FieldRequired))) } else { Ok(typed.to_owned()) }
}

/// A new password that is long enough; the backend decides whether it is too easy to guess.
pub fn new_password(typed: &str, min: u32) -> Checked {
    let typed = required(typed)?;
    let short = typed.chars().count() < usize::try_from(min).unwrap_or(usize::MAX);
    if short { Err(said(plain(ErrorCode::PasswordTooShort).with("min", min))) } else { Ok(typed) }
}

/// None when left empty, else checked.
pub fn optional<T>(typed: &str, check: impl FnOnce(&str) -> Checked<T>) -> Checked<Option<T>> {
    if typed.trim().is_empty() { Ok(None) } else { check(typed).map(Some) }
}

/// Only the sentence, for a field that has lost the focus.
pub fn sentence<T>(checked: Checked<T>) -> Option<String> {
    checked.err()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mistyped_code_is_told_with_its_group() {
        let right =
            domain::Code::generate(domain::CodeLength::Sixteen, &[7, 200, 33, 4, 95, 61, 17, 8, 9, 10, 11, 12, 13, 14])
                .unwrap()
                .grouped();
        let first_of_third = right.as_bytes()[10] as char;
        let wrong = if first_of_third == '7' { '8' } else { '7' };
        let mistyped = format!("{}{wrong}{}", &right[..10], &right[11..]);
        assert_eq!(words::error(&code(&mistyped).unwrap_err()), "There is a typing mistake in the third group.");
        assert!(code(&right).is_ok());
    }

    #[test]
    fn a_character_that_no_code_has_is_named_and_so_is_a_scan_from_another_keyboard() {
        let said = |typed: &str| words::error(&code(typed).unwrap_err());
        assert_eq!(said("K7QF-2M9X-4TZC-8WU0"), "A code has no “U”. It has digits and letters without I, L, O and U.");
        assert!(said("JXAAß1JZQßC3ANßR10W").contains("different keyboards"));
        assert!(said("K7QF").contains("12, 16 or 20"));
    }

    #[test]
    fn a_newcomer_takes_no_office_for_a_name_and_a_first_administrator_may() {
        assert!(newcomers_username("admin").unwrap_err().contains("office"));
        assert!(username("admin").is_ok() && newcomers_username("noor").is_ok());
        assert!(username("noor.").unwrap_err().contains("ends with"));
    }

    #[test]
    fn an_email_is_told_what_it_lacks() {
        assert_eq!(email("rosa.alvarez@").unwrap_err(), "Add what follows the @, such as post.example.");
        assert_eq!(email("rosa").unwrap_err(), "Add the @ and what follows it, such as @post.example.");
        assert_eq!(email("rosa@post.example").unwrap(), "rosa@post.example");
    }

    #[test]
    fn a_new_password_is_told_how_long_it_must_be() {
        assert_eq!(new_password("", 10).unwrap_err(), "This is needed.");
        assert_eq!(new_password("fernhill", 10).unwrap_err(), "At least 10 characters.");
        assert_eq!(new_password("ferné-hill", 10).unwrap(), "ferné-hill");
    }

    #[test]
    fn an_optional_field_may_be_empty_but_not_wrong() {
        assert_eq!(join_address("  "), Ok(None));
        assert!(join_address("fernhill").is_err());
    }
}
