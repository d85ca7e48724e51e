//! What each row is good for: the same rules as for a single invitation, and what many rows have with each other and with what stands already.

use super::LocalTime;
use super::source::Read;
use crate::invitations::{Names, Wish, role_among};
use crate::permit::Acting;
use crate::seat::Seat;
use crate::{DeskError, FieldFault};
use sha2::{Digest, Sha256};
use std::collections::HashMap;
use vestibule_domain::decide::{CreateRefusal, create_invitation};
use vestibule_domain::{Email, ExpiryWish, Fact, Moment, UsageLimitError};
use vestibule_sheet::{Field, Row};
use vestibule_store::Change;
use vestibule_wire::{CreateInvitationRequest, ErrorCode, ErrorView, ExpiryChoice, RowClass};

/// One row's verdict.
pub(super) enum Verdict {
    /// What makes its invitation.
    Ready(Vec<Fact>),
    /// Left out, and why.
    Left(RowClass, ErrorView),
}

pub(super) struct Judge<'a> {
    seat: &'a Seat,
    acting: &'a Acting,
    names: Names,
    /// What a row leaves empty.
    each: CreateInvitationRequest,
    zone: LocalTime,
    now: Moment,
    /// The addresses so far, each by half of its SHA-256, and the line it stood in: a million take some forty megabytes.
    seen: HashMap<[u8; 16], u64>,
}

impl<'a> Judge<'a> {
    pub(super) async fn new(
        seat: &'a Seat,
        acting: &'a Acting,
        each: CreateInvitationRequest,
        zone: LocalTime,
        now: Moment,
        change: &mut Change,
    ) -> Result<Self, DeskError> {
        let names = Names::all(change).await?;
        Ok(Self { seat, acting, names, each, zone, now, seen: HashMap::new() })
    }

    /// The verdicts of some rows, in their order.
    pub(super) async fn judge(&mut self, rows: &[Read], change: &mut Change) -> Result<Vec<Verdict>, DeskError> {
        let wishes: Vec<Result<Wish, DeskError>> = rows.iter().map(|row| self.wish(row)).collect();
        let keys: Vec<String> = wishes.iter().flatten().filter_map(|wish| wish.email().map(Email::key)).collect();
        let known = change.addresses(&keys).await?;
        let mut verdicts = Vec::with_capacity(rows.len());
        for (row, wish) in rows.iter().zip(wishes) {
            verdicts.push(match wish {
                Ok(wish) => self.verdict(super::source::line(row), wish, &known)?,
                Err(error) => left(RowClass::Malformed, error),
            });
        }
        Ok(verdicts)
    }

    fn verdict(
        &mut self,
        line: u64,
        wish: Wish,
        known: &HashMap<String, vestibule_store::Known>,
    ) -> Result<Verdict, DeskError> {
        if let Some(key) = wish.email().map(Email::key) {
            let half: [u8; 16] = Sha256::digest(key.as_bytes())[..16].try_into().expect("half of 32 bytes");
            if let Some(first) = self.seen.get(&half) {
                let error = ErrorView::new(ErrorCode::DuplicateInFile, format!("Line {first} has the same address."));
                return Ok(Verdict::Left(RowClass::DuplicateInFile, error.at("email").with("line", first)));
            }
            self.seen.insert(half, line);
            let known = known.get(&key).copied().unwrap_or_default();
            if known.member {
                let error = ErrorView::new(ErrorCode::EmailTaken, "There is an account with this address.");
                return Ok(Verdict::Left(RowClass::AlreadyMember, error.at("email")));
            }
            if known.invited {
                let error = ErrorView::new(ErrorCode::AlreadyInvited, "An active invitation is bound to this address.");
                return Ok(Verdict::Left(RowClass::AlreadyInvited, error.at("email")));
            }
        }
        let role = match role_among(&self.acting.roles, &wish.role) {
            Ok(role) => role,
            Err(error) => return Ok(left(RowClass::Malformed, error)),
        };
        let made = self.seat.new_invitation(&self.acting.policy, self.now)?;
        // New names of a row that is then left out must not be taken for known ones.
        let before = self.names.count();
        let random = || self.seat.desk.ports().random();
        let draft = wish.draft(role, &mut self.names, random, self.now);
        match create_invitation(&self.acting.who.standing, draft, made, &self.acting.policy, self.now) {
            Ok(facts) => Ok(Verdict::Ready(facts)),
            Err(refusal) => {
                self.names.forget_after(before);
                Ok(left(class_of(&refusal), refusal.into()))
            }
        }
    }

    /// A row as a request: what it leaves empty is as for each.
    fn wish(&self, row: &Read) -> Result<Wish, DeskError> {
        let row = row.as_ref().map_err(|fault| DeskError::Row(fault.kind))?;
        let text = |field: Field, each: &Option<String>| row.get(field).map(str::to_owned).or_else(|| each.clone());
        let email = text(Field::Email, &self.each.email);
        let groups: Vec<String> = row.groups().map(str::to_owned).collect();
        Wish::read(CreateInvitationRequest {
            domain: match (row.get(Field::Domain), &email) {
                (Some(domain), _) => Some(domain.to_owned()),
                // An address in the row is closer than a domain for all.
                (None, Some(_)) => None,
                (None, None) => self.each.domain.clone(),
            },
            email,
            role: row.get(Field::Role).unwrap_or(&self.each.role).to_owned(),
            department: text(Field::Department, &self.each.department),
            groups: if groups.is_empty() { self.each.groups.clone() } else { groups },
            expires: self.expires(row)?,
            usage_limit: limit(row)?.or(self.each.usage_limit),
            label: text(Field::Label, &self.each.label),
            note: text(Field::Note, &self.each.note),
        })
        .map_err(as_column)
    }

    fn expires(&self, row: &Row) -> Result<ExpiryChoice, DeskError> {
        let Some(text) = row.get(Field::Expires) else { return Ok(self.each.expires) };
        let zone = self.zone.clone();
        match ExpiryWish::parse(text, move |local| zone(local)) {
            Ok(ExpiryWish::Default) => Ok(ExpiryChoice::Default),
            Ok(ExpiryWish::Never) => Ok(ExpiryChoice::Never),
            Ok(ExpiryWish::At(at)) => Ok(ExpiryChoice::At { at }),
            Ok(ExpiryWish::In(span)) => {
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

fn class_of(refusal: &CreateRefusal) -> RowClass {
    use CreateRefusal::{DepartmentNotAllowed, GroupNotAllowed, NotPermitted, RoleNotAllowed};
    match refusal {
        NotPermitted | RoleNotAllowed | DepartmentNotAllowed | GroupNotAllowed => RowClass::NotPermitted,
        _ => RowClass::Malformed,
    }
}

fn left(class: RowClass, error: DeskError) -> Verdict {
    Verdict::Left(class, ErrorView::from(error))
}
