//! Imports invitations: the rules for a single one, and checks for duplicates among rows and existing data. Keeps out
//! reading and writing of sheets (import.rs).

mod field;

use crate::import::{Imported, Judging, LeftOf, LocalTime, RowVerdict, VerdictOf, ViewOf};
use crate::invitations::{KnownNames, NewName, ParsedInvitation, expiry_wish, new_name, role_among};
use crate::seat::Seat;
use crate::{DeskError, FieldFault, ImportSource};
pub(crate) use field::InvitationField;
use std::borrow::Cow;
use std::collections::HashMap;
use std::path::Path;
use vestibule_domain::decide::{CreateRefusal, create_invitation};
use vestibule_domain::{Email, Event, Expiry, ExpiryError, ExpiryInput, Fact, UsageLimitError};
use vestibule_sheet::{Dates, Row};
use vestibule_store::{KnownAddress, ReadTx, WriteTx};
use vestibule_wire::{
    CreateInvitationRequest, ErrorCode, ErrorView, ExpiryChoice, ImportEachView, ImportRequest, JobResult, JobView,
    NewNamesView, RowClass, command,
};

/// Names returned of each kind that would be created.
const NEW_NAMES: usize = 200;

impl Seat {
    /// Judges every row of a sheet and, unless `preview`, creates the invitations of the ready ones.
    pub async fn import(
        &self,
        source: ImportSource,
        request: ImportRequest,
        zone: LocalTime,
        preview: bool,
    ) -> Result<JobView, DeskError> {
        self.import_rows::<Invitations>(source, request, zone, preview).await
    }

    /// Saves the rows that the last preview or import left out, with their reasons, as a sheet that can be corrected
    /// and imported again. Returns how many.
    pub async fn save_left_out(&self, path: &Path) -> Result<u64, DeskError> {
        let who = self.permit::<command::SaveLeftOut>().await?;
        self.write_left_out::<Invitations>(who.standing.account, path).await
    }
}

/// State of the import of one sheet.
struct Invitations {
    names: KnownNames,
    /// Defaults for cells that a row leaves empty.
    each: CreateInvitationRequest,
    /// Existing departments and groups, as displayed.
    standing: (Vec<String>, Vec<String>),
}

impl Imported for Invitations {
    type Field = InvitationField;
    type Command = command::ImportInvitations;
    type Each = CreateInvitationRequest;
    type EachView = ImportEachView;
    type Class = RowClass;
    type ParsedRow = ParsedInvitation;
    type Known = KnownAddress;

    async fn known_names(tx: &mut ReadTx) -> Result<Vec<String>, DeskError> {
        Ok(tx.roles().await?.into_iter().map(|role| role.name).collect())
    }

    async fn begin(each: CreateInvitationRequest, by: &Judging<'_>, tx: &mut WriteTx) -> Result<Self, DeskError> {
        let names = KnownNames::all(tx).await?;
        let departments = names.paths(&by.acting.who.standing.reach);
        let groups = tx.groups().await?.into_iter().map(|(_, name)| name).collect();
        Ok(Self { names, each, standing: (departments, groups) })
    }

    fn each(&self, by: &Judging<'_>) -> ImportEachView {
        let expiry = Expiry::decide(expiry_wish(self.each.expires), &by.acting.policy, by.now);
        ImportEachView {
            expires_at: expiry.ok().and_then(Expiry::at),
            never: expiry.is_ok_and(|expiry| expiry.at().is_none()),
            usage_limit: self.each.usage_limit.unwrap_or(1),
        }
    }

    fn wish(&self, row: &Row<InvitationField>, by: &Judging<'_>) -> Result<ParsedInvitation, Vec<DeskError>> {
        let mut faults = Vec::new();
        let error = match ParsedInvitation::from_request(self.request(row, by, &mut faults)) {
            Ok(wish) if faults.is_empty() => return Ok(wish),
            Ok(_) => None,
            Err(error) => Some(error),
        };
        // Blank one faulty field after the other, to find further faults.
        let mut next = error;
        let mut out = Vec::new();
        while let Some(error) = next.take() {
            let field = if let DeskError::Field { field, .. } = &error { *field } else { "" };
            faults.push(as_column(error));
            out.push(field);
            let mut request = self.request(row, by, &mut Vec::new());
            if out.iter().all(|field| blanked(&mut request, field))
                && out.iter().filter(|it| **it == field).count() == 1
            {
                next = ParsedInvitation::from_request(request).err();
            }
        }
        faults.extend(role_among(&by.acting.roles, &self.role(row)).err());
        Err(faults)
    }

    /// The address: it can be bound to one invitation only.
    fn key(wish: &ParsedInvitation) -> Option<String> {
        wish.email().map(Email::key)
    }

    async fn known(&self, keys: &[String], tx: &mut WriteTx) -> Result<HashMap<String, KnownAddress>, DeskError> {
        Ok(tx.addresses(keys).await?)
    }

    fn doubled(first: u64) -> LeftOf<Self> {
        let error = ErrorView::new(ErrorCode::DuplicateInFile, format!("Line {first} has the same address."));
        (RowClass::DuplicateInFile, error.at("email").with("line", first))
    }

    fn taken(known: KnownAddress) -> Option<LeftOf<Self>> {
        if known.member {
            let error = ErrorView::new(ErrorCode::EmailTaken, "There is an account with this address.");
            return Some((RowClass::AlreadyMember, error.at("email")));
        }
        known.invited.then(|| {
            let error = ErrorView::new(ErrorCode::AlreadyInvited, "An active invitation is bound to this address.");
            (RowClass::AlreadyInvited, error.at("email"))
        })
    }

    fn also(&self, wish: &ParsedInvitation, by: &Judging<'_>) -> Option<DeskError> {
        role_among(&by.acting.roles, &wish.role).err()
    }

    fn decide(&mut self, wish: ParsedInvitation, by: &Judging<'_>) -> Result<VerdictOf<Self>, DeskError> {
        let Judging { seat, acting, now, .. } = by;
        let role = match role_among(&acting.roles, &wish.role) {
            Ok(role) => role,
            Err(error) => return Ok(RowVerdict::left(RowClass::Malformed, error)),
        };
        let made = seat.new_invitation(&acting.policy, *now)?;
        // New names of a row that is left out must not count as existing.
        let before = self.names.count();
        let random = || seat.desk.ports().random();
        let draft = match wish.draft(role, &mut self.names, &acting.who.standing.reach, random, *now) {
            Ok(draft) => draft,
            Err(error) => {
                self.names.forget_after(before);
                return Ok(RowVerdict::left(RowClass::Malformed, error));
            }
        };
        match create_invitation(&acting.who.standing, draft, made, &acting.policy, *now) {
            Ok(facts) => Ok(RowVerdict::Ready(facts)),
            Err(refusal) => {
                self.names.forget_after(before);
                Ok(RowVerdict::left(class_of(&refusal), refusal.into()))
            }
        }
    }

    fn new_names(&self) -> NewNamesView {
        let (departments, groups) = &self.standing;
        let brought = || self.names.brought().iter();
        let new_departments = brought().filter_map(|name| match name {
            NewName::Department(_, path) => Some(new_name(path, departments)),
            NewName::Group(_) => None,
        });
        let new_groups = brought().filter_map(|name| match name {
            NewName::Group(name) => Some(new_name(name.as_str(), groups)),
            NewName::Department(..) => None,
        });
        NewNamesView {
            departments: new_departments.take(NEW_NAMES).collect(),
            groups: new_groups.take(NEW_NAMES).collect(),
        }
    }

    fn made(facts: &[Fact]) -> Option<String> {
        facts.iter().find_map(|fact| match fact.event {
            Event::InvitationCreated { invitation, .. } => Some(invitation.to_string()),
            _ => None,
        })
    }

    fn told(view: ViewOf<Self>) -> JobResult {
        JobResult::Imported(Box::new(view))
    }
}

impl Invitations {
    fn role(&self, row: &Row<InvitationField>) -> String {
        row.get(InvitationField::Role).map_or_else(|| self.each.role.clone(), Cow::into_owned)
    }

    /// A row as a request, with the defaults filled in. Cells that can't be parsed are among the faults.
    fn request(
        &self,
        row: &Row<InvitationField>,
        by: &Judging<'_>,
        faults: &mut Vec<DeskError>,
    ) -> CreateInvitationRequest {
        let text = |field: InvitationField, each: &Option<String>| {
            row.get(field).map(Cow::into_owned).or_else(|| each.clone())
        };
        let email = text(InvitationField::Email, &self.each.email);
        let groups: Vec<String> = row.list(InvitationField::Groups).into_iter().map(Cow::into_owned).collect();
        let expires = self.expires(row, by).map_err(|fault| faults.push(fault)).unwrap_or_default();
        let usage_limit = limit(row).map_err(|fault| faults.push(fault)).unwrap_or_default();
        CreateInvitationRequest {
            domain: match (row.get(InvitationField::Domain), &email) {
                (Some(domain), _) => Some(domain.into_owned()),
                // The row's address takes precedence over the default domain.
                (None, Some(_)) => None,
                (None, None) => self.each.domain.clone(),
            },
            email,
            role: self.role(row),
            department: text(InvitationField::Department, &self.each.department),
            groups: if groups.is_empty() { self.each.groups.clone() } else { groups },
            expires,
            usage_limit: usage_limit.or(self.each.usage_limit),
            label: text(InvitationField::Label, &self.each.label),
            note: text(InvitationField::Note, &self.each.note),
        }
    }

    fn expires(&self, row: &Row<InvitationField>, by: &Judging<'_>) -> Result<ExpiryChoice, DeskError> {
        let Some(text) = row.get(InvitationField::Expires) else { return Ok(self.each.expires) };
        let zone = by.zone.clone();
        let unreadable = || DeskError::Field { field: "expires", fault: ExpiryError::Unreadable.into() };
        let text = Dates::written(&text, by.dates).ok_or_else(unreadable)?;
        match ExpiryInput::parse(&text, move |local| zone(local)) {
            Ok(ExpiryInput::Default) => Ok(ExpiryChoice::Default),
            Ok(ExpiryInput::Never) => Ok(ExpiryChoice::Never),
            Ok(ExpiryInput::At(at)) => Ok(ExpiryChoice::At { at }),
            Ok(ExpiryInput::In(span)) => {
                Ok(ExpiryChoice::Hours { hours: u32::try_from(span.num_hours()).unwrap_or(u32::MAX) })
            }
            Err(fault) => Err(DeskError::Field { field: "expires", fault: fault.into() }),
        }
    }
}

/// Accepts what a spreadsheet makes of a number: `5.0` or `1 000`.
fn limit(row: &Row<InvitationField>) -> Result<Option<u64>, DeskError> {
    let Some(text) = row.get(InvitationField::Limit) else { return Ok(None) };
    let plain: String = text.chars().filter(|c| !matches!(c, ' ' | '\u{a0}' | '\u{202f}')).collect();
    let plain = plain.strip_suffix(".0").unwrap_or(&plain);
    let refused = DeskError::Field { field: "limit", fault: FieldFault::UsageLimit(UsageLimitError) };
    plain.parse().map(Some).map_err(|_| refused)
}

/// Renames the error's field to its column.
fn as_column(error: DeskError) -> DeskError {
    match error {
        DeskError::Field { field: "usage_limit", fault } => DeskError::Field { field: "limit", fault },
        other => other,
    }
}

/// Blanks a faulty field; false: the request has no such field.
fn blanked(request: &mut CreateInvitationRequest, field: &str) -> bool {
    match field {
        "email" => request.email = None,
        "domain" => request.domain = None,
        "department" => request.department = None,
        "groups" => request.groups.clear(),
        "usage_limit" => request.usage_limit = None,
        "label" => request.label = None,
        "note" => request.note = None,
        _ => return false,
    }
    true
}

fn class_of(refusal: &CreateRefusal) -> RowClass {
    use CreateRefusal::{DepartmentNotAllowed, GroupNotAllowed, NewDepartmentNotAllowed, NotPermitted, RoleNotAllowed};
    match refusal {
        NotPermitted | RoleNotAllowed | DepartmentNotAllowed | NewDepartmentNotAllowed | GroupNotAllowed => {
            RowClass::NotPermitted
        }
        _ => RowClass::Malformed,
    }
}
