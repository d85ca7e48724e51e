//! What people do with their own account: name, address and password. Keeps out what others do with it (`users`).

use crate::seat::Seat;
use crate::users::view;
use crate::{DeskError, fields};
use vestibule_domain::decide::{ProfileDraft, change_profile};
use vestibule_domain::{Actor, Email, Event, PasswordWay, PersonName};
use vestibule_store::NewSession;
use vestibule_wire::{ChangePasswordRequest, ChangeProfileRequest, EndedSessionsView, UserView, command};

impl Seat {
    /// Changes the asker's own name and address; another address takes their password.
    pub async fn change_profile(&self, request: ChangeProfileRequest) -> Result<UserView, DeskError> {
        let name = fields::at("name", PersonName::parse(&request.name))?;
        let email = fields::at("email", Email::parse(&request.email))?;
        let proof = self.proved::<command::ChangeProfile>(request.password).await?;
        let (acting, mut tx) = self.permit_change::<command::ChangeProfile>().await?;
        let account = acting.who.standing.account;
        let before = Email::parse(&acting.who.email).map(|email| email.key()).unwrap_or_default();
        let has_new_email = email.key() != before;
        let is_email_taken = has_new_email && tx.known(&email.key(), "").await?.0;
        let is_same = name.as_str() == acting.who.name && email.as_str() == acting.who.email;
        let draft = ProfileDraft { name, email, has_new_email, is_email_taken, is_proved: acting.has_proved(proof) };
        let fact = match change_profile(&acting.who.standing, draft) {
            Ok(fact) => fact,
            Err(refusal) => return Err(self.refuse_change::<command::ChangeProfile>(tx, &acting, refusal).await?),
        };
        if !is_same {
            tx.append(&[fact], self.desk.stamp(Actor::Account(account), self.desk.ports().now())).await?;
        }
        let row = tx.user(account).await?.ok_or(DeskError::PersonUnknown)?;
        tx.commit().await?;
        Ok(view(&row, &acting.who.standing, &acting.roles))
    }

    /// Sets the asker's own password, by the one before. All their other sessions end.
    pub async fn change_password(&self, request: ChangePasswordRequest) -> Result<EndedSessionsView, DeskError> {
        let who = self.permit::<command::ChangePassword>().await?;
        let policy = self.desk.store().await?.begin_read().await?.policy().await?;
        let words = [who.name.as_str(), who.email.as_str(), who.username.as_str()];
        let proposed = self.desk.propose(&request.password, &words, policy).await?;
        let proof = self.proved::<command::ChangePassword>(Some(request.current)).await?;
        let here = self.session().ok_or(DeskError::NotSignedIn)?;
        let (acting, mut tx) = self.permit_change::<command::ChangePassword>().await?;
        if !acting.has_proved(proof) || here.id != acting.session {
            return Err(DeskError::NotSignedIn);
        }
        proposed.fits(acting.policy)?;
        let account = acting.who.standing.account;
        let others = tx.sessions(account).await?.iter().filter(|row| Some(row.id) != here.written()).count();
        let now = self.desk.ports().now();
        let set = Event::PasswordSet { account, way: PasswordWay::Password };
        tx.append(&[set.into()], self.desk.stamp(Actor::Account(account), now)).await?;
        tx.set_credential(account, proposed.phc(), now).await?;
        if let Some(id) = here.written() {
            // Whoever has just given the password goes on; a kept sign-in has to be kept anew.
            tx.begin_session(NewSession { id, account, slot: self.slot, token_hash: None }, now).await?;
        }
        tx.commit().await?;
        Ok(EndedSessionsView { ended: others as u64 })
    }
}
