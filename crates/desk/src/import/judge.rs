//! What each row is good for: the same rules as for a single invitation, and what many rows have with each other and
//! with what stands already.

use super::LocalTime;
use super::source::Read;
use crate::invitations::{KnownNames, NewName, ParsedInvitation, new_name, role_among};
use crate::operation::Acting;
use crate::seat::Seat;
use crate::{DeskError, FieldFault};
use sha2::{Digest, Sha256};
use std::borrow::Cow;
use std::collections::HashMap;
use vestibule_domain::decide::{CreateRefusal, create_invitation};
use vestibule_domain::{Email, ExpiryError, ExpiryInput, Fact, Moment, UsageLimitError};
use vestibule_sheet::{DateOrder, Dates, Field, Row};
use vestibule_store::{KnownAddress, WriteTx};
use vestibule_wire::{CreateInvitationRequest, ErrorCode, ErrorView, ExpiryChoice, NewNameView, RowClass};

/// So many new names are told of each kind.
const NEW_NAMES: usize = 200;

/// One row's verdict.
pub(super) enum RowVerdict {
    /// What makes its invitation.
    Ready(Vec<Fact>),
    /// Left out, and every reason.
    Left(RowClass, Vec<ErrorView>),
}

pub(super) struct RowJudge<'a> {
    seat: &'a Seat,
    acting: &'a Acting,
    names: KnownNames,
    /// What a row leaves empty.
    each: CreateInvitationRequest,
    zone: LocalTime,
    dates: Option<DateOrder>,
    now: Moment,
    /// The names that stood before, as they are written.
    standing: (Vec<String>, Vec<String>),
    /// The addresses so far, each by half of its SHA-256, and the line it stood in: a million take some forty
    /// megabytes.
    seen: HashMap<[u8; 16], u64>,
}

impl<'a> RowJudge<'a> {
    pub(super) async fn new(
        seat: &'a Seat,
        acting: &'a Acting,
        each: CreateInvitationRequest,
        (zone, dates): (LocalTime, Option<DateOrder>),
        now: Moment,
        tx: &mut WriteTx,
    ) -> Result<Self, DeskError> {
        let names = KnownNames::all(tx).await?;
        let departments = names.paths(&acting.who.standing.reach);
        let groups = tx.groups().await?.into_iter().map(|(_, name)| name).collect();
        let standing = (departments, groups);
        Ok(Self { seat, acting, names, each, zone, dates, now, standing, seen: HashMap::new() })
    }

    /// The departments and the groups that the ready rows bring, each with the one that stands and is nearly the same.
    pub(super) fn new_names(&self) -> (Vec<NewNameView>, Vec<NewNameView>) {
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
        (new_departments.take(NEW_NAMES).collect(), new_groups.take(NEW_NAMES).collect())
    }

    /// The verdicts of some rows, in their order.
    pub(super) async fn judge(&mut self, rows: &[Read], tx: &mut WriteTx) -> Result<Vec<RowVerdict>, DeskError> {
        let wishes: Vec<Result<ParsedInvitation, Vec<DeskError>>> = rows.iter().map(|row| self.wish(row)).collect();
        let keys: Vec<String> = wishes.iter().flatten().filter_map(|wish| wish.email().map(Email::key)).collect();
        let known = tx.addresses(&keys).await?;
        let mut verdicts = Vec::with_capacity(rows.len());
        for (row, wish) in rows.iter().zip(wishes) {
            verdicts.push(match wish {
                Ok(wish) => self.verdict(super::source::line(row), wish, &known)?,
                Err(errors) => RowVerdict::Left(RowClass::Malformed, errors.into_iter().map(ErrorView::from).collect()),
            });
        }
        Ok(verdicts)
    }

    /// Whose address it is already.
    fn taken(
        &mut self,
        line: u64,
        wish: &ParsedInvitation,
        known: &HashMap<String, KnownAddress>,
    ) -> Option<(RowClass, ErrorView)> {
        let key = wish.email().map(Email::key)?;
        let half: [u8; 16] = Sha256::digest(key.as_bytes())[..16].try_into().expect("half of 32 bytes");
        if let Some(first) = self.seen.get(&half) {
            let error = ErrorView::new(ErrorCode::DuplicateInFile, format!("Line {first} has the same address."));
            return Some((RowClass::DuplicateInFile, error.at("email").with("line", first)));
        }
        self.seen.insert(half, line);
        let known = known.get(&key).copied().unwrap_or_default();
        if known.member {
            let error = ErrorView::new(ErrorCode::EmailTaken, "There is an account with this address.");
            return Some((RowClass::AlreadyMember, error.at("email")));
        }
        known.invited.then(|| {
            let error = ErrorView::new(ErrorCode::AlreadyInvited, "An active invitation is bound to this address.");
            (RowClass::AlreadyInvited, error.at("email"))
        })
    }

    fn verdict(
        &mut self,
        line: u64,
        wish: ParsedInvitation,
        known: &HashMap<String, KnownAddress>,
    ) -> Result<RowVerdict, DeskError> {
        let taken = self.taken(line, &wish, known);
        let role = match (taken, role_among(&self.acting.roles, &wish.role)) {
            (None, Ok(role)) => role,
            (None, Err(error)) => return Ok(left(RowClass::Malformed, error)),
            (Some((class, error)), role) => {
                return Ok(RowVerdict::Left(
                    class,
                    [error].into_iter().chain(role.err().map(ErrorView::from)).collect(),
                ));
            }
        };
        let made = self.seat.new_invitation(&self.acting.policy, self.now)?;
        // New names of a row that is then left out must not be taken for known ones.
        let before = self.names.count();
        let random = || self.seat.desk.ports().random();
        let draft = match wish.draft(role, &mut self.names, &self.acting.who.standing.reach, random, self.now) {
            Ok(draft) => draft,
            Err(error) => {
                self.names.forget_after(before);
                return Ok(left(RowClass::Malformed, error));
            }
        };
        match create_invitation(&self.acting.who.standing, draft, made, &self.acting.policy, self.now) {
            Ok(facts) => Ok(RowVerdict::Ready(facts)),
            Err(refusal) => {
                self.names.forget_after(before);
                Ok(left(class_of(&refusal), refusal.into()))
            }
        }
    }

    /// What a row wishes, or everything that is wrong with it.
    fn wish(&self, row: &Read) -> Result<ParsedInvitation, Vec<DeskError>> {
        let row = row.as_ref().map_err(|fault| vec![DeskError::Row(fault.kind)])?;
        let mut faults = Vec::new();
        let error = match ParsedInvitation::read(self.request(row, &mut faults)) {
            Ok(wish) if faults.is_empty() => return Ok(wish),
            Ok(_) => None,
            Err(error) => Some(error),
        };
        // The fields that are wrong are taken out one after the other, to see whether others are wrong as well.
        let mut next = error;
        let mut out = Vec::new();
        while let Some(error) = next.take() {
            let field = if let DeskError::Field { field, .. } = &error { *field } else { "" };
            faults.push(as_column(error));
            out.push(field);
            let mut request = self.request(row, &mut Vec::new());
            if out.iter().all(|field| blanked(&mut request, field))
                && out.iter().filter(|it| **it == field).count() == 1
            {
                next = ParsedInvitation::read(request).err();
            }
        }
        faults.extend(role_among(&self.acting.roles, &self.role(row)).err());
        Err(faults)
    }

    fn role(&self, row: &Row) -> String {
        row.get(Field::Role).map_or_else(|| self.each.role.clone(), Cow::into_owned)
    }

    /// A row as a request: what it leaves empty is as for each. What can't be read at all is among the faults.
    fn request(&self, row: &Row, faults: &mut Vec<DeskError>) -> CreateInvitationRequest {
        let text = |field: Field, each: &Option<String>| row.get(field).map(Cow::into_owned).or_else(|| each.clone());
        let email = text(Field::Email, &self.each.email);
        let groups: Vec<String> = row.groups().into_iter().map(Cow::into_owned).collect();
        let expires = self.expires(row).map_err(|fault| faults.push(fault)).unwrap_or_default();
        let usage_limit = limit(row).map_err(|fault| faults.push(fault)).unwrap_or_default();
        CreateInvitationRequest {
            domain: match (row.get(Field::Domain), &email) {
                (Some(domain), _) => Some(domain.into_owned()),
                // An address in the row is closer than a domain for all.
                (None, Some(_)) => None,
                (None, None) => self.each.domain.clone(),
            },
            email,
            role: self.role(row),
            department: text(Field::Department, &self.each.department),
            groups: if groups.is_empty() { self.each.groups.clone() } else { groups },
            expires,
            usage_limit: usage_limit.or(self.each.usage_limit),
            label: text(Field::Label, &self.each.label),
            note: text(Field::Note, &self.each.note),
        }
    }

    fn expires(&self, row: &Row) -> Result<ExpiryChoice, DeskError> {
        let Some(text) = row.get(Field::Expires) else { return Ok(self.each.expires) };
        let zone = self.zone.clone();
        let unreadable = || DeskError::Field { field: "expires", fault: ExpiryError::Unreadable.into() };
        let text = Dates::written(&text, self.dates).ok_or_else(unreadable)?;
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

/// A spreadsheet may have made `5.0` or `1 000` of a number.
fn limit(row: &Row) -> Result<Option<u64>, DeskError> {
    let Some(text) = row.get(Field::Limit) else { return Ok(None) };
    let plain: String = text.chars().filter(|c| !matches!(c, ' ' | '\u{a0}' | '\u{202f}')).collect();
    let plain = plain.strip_suffix(".0").unwrap_or(&plain);
    let refused = DeskError::Field { field: "limit", fault: FieldFault::UsageLimit(UsageLimitError) };
    plain.parse().map(Some).map_err(|_| refused)
}

/// Fields are told by the names of their columns.
fn as_column(error: DeskError) -> DeskError {
    match error {
        DeskError::Field { field: "usage_limit", fault } => DeskError::Field { field: "limit", fault },
        other => other,
    }
}

/// Takes out a field that is wrong; false: it is none.
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

fn left(class: RowClass, error: DeskError) -> RowVerdict {
    RowVerdict::Left(class, vec![ErrorView::from(error)])
}
