//! Single invitations: view, copy, revoke. Every operation checks the signed-in account first.

mod create;
mod details;
mod import;
pub(crate) mod listing;
mod many;

pub(crate) use create::{KnownNames, NewName, ParsedInvitation, expiry_wish, new_name};
pub(crate) use import::InvitationField;
pub(crate) use many::chosen;

use crate::error::InvitationError;
use crate::fields::{for_field, parse_optional};
use crate::operation::Operation;
use crate::seat::Seat;
use crate::{DeskError, FieldFault, views};
use vestibule_domain::decide::revoke_invitation;
use vestibule_domain::letters::key;
use vestibule_domain::{Actor, Code, CopiedForm, Event, InvitationId, Reason, Role, Standing, TextError};
use vestibule_store::{InvitationRow, ReadTx};
use vestibule_wire::{
    CopyInvitationRequest, CopyWhat, InvitationRequest, InvitationView, RevokeInvitationRequest, Secret, command,
};

/// The longest text to paste, without code and link, in characters.
const MAX_WORDS: usize = 2_000;

impl Seat {
    /// One invitation with all its uses. One that the asker may not see is reported as not found.
    pub async fn get_invitation(&self, request: InvitationRequest) -> Result<InvitationView, DeskError> {
        let who = self.permit::<command::GetInvitation>().await?;
        let mut tx = self.desk.store().await?.begin_read().await?;
        let row = reachable(&mut tx, &who.standing, &request.invitation).await?;
        self.view_of(&mut tx, &row, &who.standing).await
    }

    async fn view_of(&self, tx: &mut ReadTx, row: &InvitationRow, who: &Standing) -> Result<InvitationView, DeskError> {
        let uses =
            tx.uses_of(std::slice::from_ref(row), u32::MAX).await?.remove(&row.invitation.id).unwrap_or_default();
        let join = tx.organisation().await?.and_then(|row| row.join_address);
        Ok(views::invitation(row, &uses, who, join.as_deref(), self.desk.ports().now()))
    }

    /// The text for the clipboard. Logged in the history before it is returned.
    pub async fn copy_invitation(&self, request: CopyInvitationRequest) -> Result<Secret, DeskError> {
        let who = self.permit::<command::CopyInvitation>().await?;
        let store = self.desk.store().await?;
        let mut tx = store.begin_read().await?;
        let row = reachable(&mut tx, &who.standing, &request.invitation).await?;
        let join = tx.organisation().await?.and_then(|row| row.join_address);
        drop(tx);
        let code = row.code.as_ref().ok_or(InvitationError::CodeNotHere)?;
        let (code, link) = (code.grouped(), code.link(join.as_deref()));
        let (text, form) = match request.what {
            CopyWhat::Code => (code, None),
            CopyWhat::Link => (link, None),
            CopyWhat::Picture => return for_field("what", Err(TextError::NotText)),
            CopyWhat::Text => (filled(request.words.as_deref(), &code, &link)?, Some(CopiedForm::Text)),
        };
        let copied =
            Event::InvitationCopied { invitation: row.invitation.id, link: request.what == CopyWhat::Link, form };
        self.desk.record(&store, Actor::Account(who.standing.account), copied).await?;
        Ok(Secret::new(text))
    }

    /// Revokes an invitation at once and for good. Members who joined stay.
    pub async fn revoke_invitation(&self, request: RevokeInvitationRequest) -> Result<InvitationView, DeskError> {
        self.operate::<command::RevokeInvitation, _>(async |Operation { acting, mut tx }| {
            let who = &acting.who.standing;
            let reason = parse_optional("reason", request.reason.as_deref(), Reason::parse)?;
            let row = reachable(&mut tx, who, &request.invitation).await?;
            let fact = revoke_invitation(who, &row.invitation, reason, tx.now())?;
            let row = tx.append_for(&[fact], row.invitation.id).await?;
            let view = self.view_of(&mut tx, &row, who).await?;
            tx.commit(view).await
        })
        .await
    }
}

/// An invitation by id or code, if it is within the asker's reach; otherwise not found.
pub(crate) async fn reachable(tx: &mut ReadTx, who: &Standing, named: &str) -> Result<InvitationRow, DeskError> {
    let row = match named.trim().parse::<InvitationId>() {
        Ok(id) => tx.invitation(id).await?,
        Err(_) => tx.invitation_with_code(&Code::parse_or_link(named)?).await?,
    };
    row.filter(|row| who.reaches(row.invitation.department)).ok_or(DeskError::Invitation(InvitationError::NotFound))
}

/// Fills the code and the link into the text.
fn filled(words: Option<&str>, code: &str, link: &str) -> Result<String, DeskError> {
    let words = words.unwrap_or("{code}\n{link}");
    if words.chars().count() > MAX_WORDS {
        return for_field("words", Err(TextError::TooLong { max: MAX_WORDS }));
    }
    if !words.contains("{code}") && !words.contains("{link}") {
        return for_field("words", Err(TextError::Empty));
    }
    Ok(words.replace("{code}", code).replace("{link}", link))
}

pub(crate) async fn role_named(tx: &mut ReadTx, named: &str) -> Result<Role, DeskError> {
    role_among(&tx.roles().await?, named).cloned()
}

pub(crate) fn role_among<'a>(roles: &'a [Role], named: &str) -> Result<&'a Role, DeskError> {
    let named = named.trim();
    let fits = |role: &&Role| key(&role.name) == key(named) || role.id.to_string() == named;
    if named.is_empty() {
        return for_field("role", Err(TextError::Empty));
    }
    let unknown = DeskError::Field { field: "role", fault: FieldFault::RoleUnknown };
    roles.iter().find(fits).ok_or(unknown)
}
