//! Changes of one's own account: name, address and password. Keeps out changes of other accounts (`users`).

use crate::error::SessionError;
use crate::operation::{Acting, Operation};
use crate::seat::Seat;
use crate::throttle::{PROFILES, count_failure, of_profile, refusals_to_log, refuse_while_blocked};
use crate::users::commit_change;
use crate::{DeskError, fields};
use vestibule_domain::decide::{PersonRefusal, ProfileDraft, change_profile};
use vestibule_domain::{Email, Event, PasswordWay, PersonName};
use vestibule_store::NewSession;
use vestibule_wire::{ChangePasswordRequest, ChangeProfileRequest, EndedSessionsView, UserView, command};

impl Seat {
    /// Changes the asker's own name and address; a new address needs their password.
    pub async fn change_profile(&self, request: ChangeProfileRequest) -> Result<UserView, DeskError> {
        let name = fields::for_field("name", PersonName::parse(&request.name))?;
        let email = fields::for_field("email", Email::parse(&request.email))?;
        let proof = self.proved::<command::ChangeProfile>(request.password).await?;
        self.operate::<command::ChangeProfile, _>(async |Operation { acting, mut tx }| {
            let Acting { who, .. } = &acting;
            let draft = ProfileDraft { before_name: &who.name, before_email: &who.email, name, email };
            let own = of_profile(who.standing.account);
            let now = self.desk.ports().span_time();
            let is_email_taken = draft.has_new_email() && {
                refuse_while_blocked(&mut tx, &own, now).await?;
                tx.known(&draft.email.key(), "").await?.0
            };
            match change_profile(&who.standing, draft, is_email_taken, acting.has_proved(proof)) {
                Ok(fact) => commit_change(tx, &acting, fact, who).await,
                Err(refusal @ PersonRefusal::EmailTaken) => {
                    count_failure(&mut tx, &own, PROFILES, now).await?;
                    let (account, cause) = (who.standing.account, "email_taken".to_owned());
                    match refusals_to_log(&mut tx, &format!("{own}/{cause}"), now).await? {
                        Some(repeats) => {
                            tx.commit_facts(&[Event::ProfileRefused { account, cause, repeats }.into()], ()).await?
                        }
                        None => tx.commit(()).await?,
                    };
                    Err(refusal.into())
                }
                Err(refusal) => Err(refusal.into()),
            }
        })
        .await
    }

    /// Sets the asker's own password, given the current one. Ends all their other sessions.
    pub async fn change_password(&self, request: ChangePasswordRequest) -> Result<EndedSessionsView, DeskError> {
        let who = self.permit::<command::ChangePassword>().await?;
        let policy = self.desk.store().await?.begin_read().await?.policy().await?;
        let words = [who.name.as_str(), who.email.as_str(), who.username.as_str()];
        let proposed = self.desk.propose(&request.password, &words, policy).await?;
        let proof = self.proved::<command::ChangePassword>(Some(request.current)).await?;
        let here = self.session().ok_or(SessionError::NotSignedIn)?;
        self.operate::<command::ChangePassword, _>(async |Operation { acting, mut tx }| {
            if !acting.has_proved(proof) || here.id != acting.session {
                return Err(SessionError::NotSignedIn.into());
            }
            proposed.fits(acting.policy)?;
            let account = acting.who.standing.account;
            let others = tx.sessions(account).await?.iter().filter(|row| Some(row.id) != here.written()).count();
            let now = tx.now();
            tx.append(&[Event::PasswordSet { account, way: PasswordWay::Password }.into()]).await?;
            tx.set_credential(account, proposed.phc(), now).await?;
            if let Some(id) = here.written() {
                // This session continues; a kept sign-in has to be set up again.
                tx.begin_session(NewSession { id, account, slot: self.slot, token_hash: None }, now).await?;
            }
            tx.commit(EndedSessionsView { ended: others as u64 }).await
        })
        .await
    }
}
