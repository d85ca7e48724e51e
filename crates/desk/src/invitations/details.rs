//! Details of one invitation: history, label and note, replacement.

use super::create::{KnownNames, ParsedInvitation};
use super::{reachable, role_among};
use crate::error::InvitationError;
use crate::fields::parse_optional;
use crate::operation::Operation;
use crate::seat::Seat;
use crate::{DeskError, views};
use std::collections::HashMap;
use vestibule_domain::decide::{describe_invitation, replace_invitation};
use vestibule_domain::{AccountId, CopiedForm, Event, InvitationId, Label, Note, Reason, ShownHow};
use vestibule_store::{AuditRow, PersonRow, ReadEvent};
use vestibule_wire::{
    DescribeInvitationRequest, HistoryEvent, HistoryEventView, HistoryView, InvitationRequest, InvitationView,
    ReplaceInvitationRequest, ReplacedView, command,
};

/// Events shown in a history.
const HISTORY: u32 = 500;

impl Seat {
    /// The history of an invitation, newest first.
    pub async fn invitation_history(&self, request: InvitationRequest) -> Result<HistoryView, DeskError> {
        let who = self.permit::<command::InvitationHistory>().await?;
        let mut tx = self.desk.store().await?.begin_read().await?;
        let row = reachable(&mut tx, &who.standing, &request.invitation).await?;
        let page = tx.history(row.invitation.id.as_bytes(), HISTORY).await?;
        let used = page.items.iter().filter_map(|row| match &row.event {
            ReadEvent::Known(event) => match event.as_ref() {
                Event::InvitationRedeemed { account, .. } => Some(*account),
                _ => None,
            },
            ReadEvent::Unknown { .. } => None,
        });
        let people = tx.people(&used.collect::<Vec<_>>()).await?;
        let items = page.items.into_iter().filter_map(|event| happened(&people, event, row.invitation.id)).collect();
        Ok(HistoryView { items, total: page.total })
    }

    /// Changes label and note. The event records the previous values.
    pub async fn describe_invitation(&self, request: DescribeInvitationRequest) -> Result<InvitationView, DeskError> {
        self.operate::<command::DescribeInvitation, _>(async |Operation { acting, mut tx }| {
            let who = &acting.who.standing;
            let label = parse_optional("label", request.label.as_deref(), Label::parse)?;
            let note = parse_optional("note", request.note.as_deref(), Note::parse)?;
            let row = reachable(&mut tx, who, &request.invitation).await?;
            let label = if request.keep_label { row.invitation.label.clone() } else { label };
            let note = if request.keep_note { row.invitation.note.clone() } else { note };
            let row = match describe_invitation(who, &row.invitation, label, note)? {
                Some(fact) => tx.append_for(&[fact], row.invitation.id).await?,
                None => row,
            };
            let view = self.view_of(&mut tx, &row, who).await?;
            tx.commit(view).await
        })
        .await
    }

    /// Revokes an invitation and creates another in its place: both, or neither.
    pub async fn replace_invitation(&self, request: ReplaceInvitationRequest) -> Result<ReplacedView, DeskError> {
        self.operate::<command::ReplaceInvitation, _>(async |Operation { acting, mut tx }| {
            let who = &acting.who.standing;
            let reason = parse_optional("reason", request.reason.as_deref(), Reason::parse)?;
            let wish = ParsedInvitation::from_request(request.with)?;
            let old = reachable(&mut tx, who, &request.invitation).await?.invitation;
            let role = role_among(&acting.roles, &wish.role)?;
            let mut names = KnownNames::default();
            names.look_up(&mut tx, &wish).await?;
            let now = tx.now();
            let made = self.new_invitation(&acting.policy, now)?;
            let id = made.id;
            let draft = wish.draft(role, &mut names, &who.reach, || self.desk.ports().random(), now)?;
            let facts = replace_invitation(who, &old, reason, draft, made, &acting.policy, now)?;
            let new = tx.append_for(&facts, id).await?;
            let old = tx.invitation(old.id).await?.ok_or(InvitationError::NotFound)?;
            let old = self.view_of(&mut tx, &old, who).await?;
            let new = views::invitation(&new, &[], who, acting.join.as_deref(), now);
            tx.commit(ReplacedView { old, new }).await
        })
        .await
    }
}

/// An event as an entry of `invitation`'s history; none if it is about something else, such as an account.
fn happened(
    people: &HashMap<AccountId, PersonRow>,
    row: AuditRow,
    invitation: InvitationId,
) -> Option<HistoryEventView> {
    let text = |text: Option<&str>| text.map(str::to_owned);
    let personal = &row.personal;
    let event = match row.event {
        ReadEvent::Known(event) => *event,
        ReadEvent::Unknown { name } => {
            let (what, actor) = (HistoryEvent::Unknown { event: name }, row.actor.as_ref().map(views::person));
            return Some(HistoryEventView { id: row.id.to_string(), at: row.at, what, actor, device: row.device });
        }
    };
    let what = match event {
        Event::InvitationCreated { replaces, .. } => {
            HistoryEvent::Created { replaces: replaces.map(|id| id.to_string()) }
        }
        Event::InvitationCopied { link, form, .. } => HistoryEvent::Copied { form: copied(link, form).to_owned() },
        Event::InvitationsShown { how, .. } => HistoryEvent::Shown { how: shown(how).to_owned() },
        Event::InvitationSent { purpose, .. } => HistoryEvent::Sent {
            to: personal.email.as_ref().map(|email| email.obscured()),
            purpose: purpose.as_str().to_owned(),
        },
        Event::InvitationDescribed { .. } => HistoryEvent::Described {
            label_before: text(personal.label_before.as_ref().map(|label| label.as_str())),
            label: text(personal.label.as_ref().map(|label| label.as_str())),
            note_before: text(personal.note_before.as_ref().map(|note| note.as_str())),
            note: text(personal.note.as_ref().map(|note| note.as_str())),
        },
        Event::RedemptionRefused { cause, .. } => HistoryEvent::Refused { cause },
        Event::InvitationRedeemed { invitation: used, account } if used == invitation => {
            HistoryEvent::Used { person: people.get(&account).map(views::person) }
        }
        Event::InvitationRevoked { replaced_by, .. } => HistoryEvent::Revoked {
            reason: text(personal.reason.as_ref().map(|reason| reason.as_str())),
            replaced_by: replaced_by.map(|id| id.to_string()),
        },
        Event::InvitationsArchived { .. } => HistoryEvent::Archived,
        _ => return None,
    };
    let actor = row.actor.as_ref().map(views::person);
    Some(HistoryEventView { id: row.id.to_string(), at: row.at, what, actor, device: row.device })
}

/// What was copied, by name.
fn copied(link: bool, form: Option<CopiedForm>) -> &'static str {
    match (form, link) {
        (Some(CopiedForm::Text), _) => "text",
        (Some(CopiedForm::Picture), _) => "picture",
        (None, true) => "link",
        (None, false) => "code",
    }
}

fn shown(how: ShownHow) -> &'static str {
    match how {
        ShownHow::Screen => "screen",
        ShownHow::File => "file",
        ShownHow::Print => "print",
        ShownHow::Export => "export",
    }
}
