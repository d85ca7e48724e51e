//! Parses fields of requests into the domain's checked types; each fault names its field.

use crate::{DeskError, FieldFault};
use vestibule_domain::{Email, JoinAddress, OrganisationName, PersonName, Username};
use vestibule_wire::CreateOrganisationRequest;

/// The checked fields of a request for first start.
pub(crate) struct FirstAdministrator {
    pub(crate) organisation: OrganisationName,
    pub(crate) join_address: Option<JoinAddress>,
    pub(crate) name: PersonName,
    pub(crate) email: Email,
    pub(crate) username: Username,
}

impl FirstAdministrator {
    /// Words that make a password weak: the person's and the organisation's.
    pub(crate) fn words(&self) -> [&str; 4] {
        [self.organisation.as_str(), self.name.as_str(), self.email.as_str(), self.username.as_str()]
    }
}

/// The most rows of a page.
const MOST_ROWS: u32 = 500;

/// Refuses a page or page size out of range.
pub(crate) fn check_page(page: u32, rows: u32) -> Result<(), DeskError> {
    if page == 0 || !(1..=MOST_ROWS).contains(&rows) { Err(DeskError::Page { most: MOST_ROWS }) } else { Ok(()) }
}

/// Adds the field's name to a fault.
pub(crate) fn for_field<T, F: Into<FieldFault>>(field: &'static str, read: Result<T, F>) -> Result<T, DeskError> {
    read.map_err(|fault| DeskError::Field { field, fault: fault.into() })
}

/// Parses an optional field; white space alone is none.
pub(crate) fn parse_optional<T, F: Into<FieldFault>>(
    field: &'static str,
    text: Option<&str>,
    read: impl Fn(&str) -> Result<T, F>,
) -> Result<Option<T>, DeskError> {
    match text.filter(|text| !text.trim().is_empty()) {
        Some(text) => for_field(field, read(text)).map(Some),
        None => Ok(None),
    }
}

pub(crate) fn first_administrator(request: &CreateOrganisationRequest) -> Result<FirstAdministrator, DeskError> {
    let organisation = for_field("organisation", OrganisationName::parse(&request.organisation))?;
    let join_address = parse_optional("join_address", request.join_address.as_deref(), JoinAddress::parse)?;
    let name = for_field("name", PersonName::parse(&request.name))?;
    let email = for_field("email", Email::parse(&request.email))?;
    let username = for_field("username", Username::chosen(&request.username))?;
    Ok(FirstAdministrator { organisation, join_address, name, email, username })
}
