//! How newcomers join. Nobody is signed in: only the code counts, and only a complete, accepted form uses it up.

use crate::error::{InvitationError, OrganisationError};
use crate::fields::for_field;
use crate::operation::{Ended, Transaction};
use crate::password::AcceptedPassword;
use crate::seat::Seat;
use crate::throttle::{
    ALL_CODES, CODES, DEAD, HOLDERS, OF_HOLDERS, ThrottleRule, count_failure, refusals_to_log, refuse_blocked,
    refuse_while_blocked,
};
use crate::{DeskError, FieldFault};
use sha2::{Digest, Sha256};
use vestibule_domain::decide::{Newcomer, RedeemRefusal, Redemption, redeem_invitation, usable};
use vestibule_domain::{AccountId, Code, Email, EmailDomain, Event, Invitation, PersonName, Username};
use vestibule_store::{PresentedCode, ReadTx, RedemptionContext, RedemptionRow, StoreError};
use vestibule_wire::{JoinView, JoinedView, PreviewJoinRequest, RedeemInvitationRequest};

impl Seat {
    /// The preview for somebody with the code. Uses nothing up.
    pub async fn preview_join(&self, request: PreviewJoinRequest) -> Result<JoinView, DeskError> {
        let code = Code::parse_or_link(&request.code)?;
        let presented = PresentedCode { code: &code, email_key: "", username: "", all: ALL_CODES, holders: OF_HOLDERS };
        let (tx, RedemptionContext { row, all, held, policy }) = self.desk.transaction_at(presented).await?;
        refuse_blocked(all, self.desk.ports().span_time())?;
        let Some(case) = row else {
            return Err(self.unknown(tx).await?);
        };
        let it = &case.row.invitation;
        if let Err(refusal) = usable(it, &case.row.role, case.creator.as_ref().map(|row| &row.standing), tx.now()) {
            refuse_blocked(held, self.desk.ports().span_time())?;
            return Err(self.refused(tx, it, refusal).await?);
        }
        Ok(JoinView {
            code: code.grouped(),
            version: version(&case),
            organisation: organisation_of(&case)?.to_owned(),
            invited_by: case.row.creator.name.clone(),
            role: case.row.role.name.clone(),
            department: case.row.department.clone(),
            bound_email: it.email.as_ref().map(Email::obscured),
            bound_domain: it.domain.as_ref().map(EmailDomain::obscured),
            expires_at: it.expiry.at(),
            password_min: policy.password_min,
        })
    }

    /// Redeems: creates the account and records the use, or neither.
    pub async fn redeem_invitation(&self, request: RedeemInvitationRequest) -> Result<JoinedView, DeskError> {
        let code = Code::parse_or_link(&request.code)?;
        let name = for_field("name", PersonName::parse(&request.name))?;
        let email = for_field("email", Email::parse(&request.email))?;
        let username = for_field("username", Username::chosen_by_newcomer(&request.username))?;
        let inputs = [name.as_str(), email.as_str(), username.as_str()];
        let store = self.desk.store().await?;
        let now = self.desk.ports().now();
        let mut tx = store.begin_read().await?;
        let policy = tx.policy().await?;
        refuse_while_blocked(&mut tx, ALL_CODES, self.desk.ports().span_time()).await?;
        drop(tx);
        // Hash before looking up the code, so that the time reveals nothing about it.
        let proposed = self.desk.propose(&request.password, &inputs, policy).await?;
        let newcomer = Newcomer { account: AccountId::new(now, self.desk.ports().random()), name, email, username };
        self.use_up(&code, request.version.as_deref(), newcomer, &proposed).await
    }

    /// The redeeming transaction, which repeats all checks.
    pub(crate) async fn use_up(
        &self,
        code: &Code,
        shown: Option<&str>,
        newcomer: Newcomer,
        proposed: &AcceptedPassword,
    ) -> Result<JoinedView, DeskError> {
        let email_key = newcomer.email.key();
        let username = newcomer.username.as_str();
        let presented = PresentedCode { code, email_key: &email_key, username, all: ALL_CODES, holders: OF_HOLDERS };
        let (mut tx, RedemptionContext { row, all, held, policy }) = self.desk.transaction_at(presented).await?;
        // Checked inside the transaction, so that parallel attempts gain nothing.
        refuse_blocked(all, self.desk.ports().span_time())?;
        // Checked against the current rules, whether or not the code is known.
        proposed.fits(policy)?;
        let Some(case) = row else {
            return Err(self.unknown(tx).await?);
        };
        refuse_blocked(held, self.desk.ports().span_time())?;
        let bearing = Redemption {
            invitation: &case.row.invitation,
            role: &case.row.role,
            creator: case.creator.as_ref().map(|row| &row.standing),
            as_shown: shown.is_none_or(|shown| shown == version(&case)),
            email_known: case.email_known,
            username_known: case.username_known,
            username_alike: case.username_alike,
        };
        let facts = match redeem_invitation(&bearing, newcomer.clone(), tx.now()) {
            Ok(facts) => facts,
            Err(refusal) => {
                let free = match refusal {
                    RedeemRefusal::UsernameTaken => free_names(&mut tx, newcomer.username.as_str()).await?,
                    _ => Vec::new(),
                };
                let told = self.refused(tx, &case.row.invitation, refusal).await?;
                return Err(match refusal {
                    RedeemRefusal::UsernameTaken => {
                        DeskError::Field { field: "username", fault: FieldFault::UsernameTaken(free) }
                    }
                    _ => told,
                });
            }
        };
        let joined = JoinedView {
            account: newcomer.account.to_string(),
            username: newcomer.username.as_str().to_owned(),
            name: newcomer.name.as_str().to_owned(),
            organisation: organisation_of(&case)?.to_owned(),
            role: case.row.role.name.clone(),
            department: case.row.department.clone(),
        };
        let ended = tx.commit_facts_with_credential(&facts, (newcomer.account, proposed.phc()), joined).await;
        ended.map(Ended::answer).map_err(|error| match error {
            // The conditional update found no use left.
            DeskError::Store(StoreError::RowNotChanged) => InvitationError::CodeRefused.into(),
            other => other,
        })
    }

    /// An unknown code: counted, logged, and answered like every other.
    async fn unknown(&self, mut tx: Transaction) -> Result<DeskError, DeskError> {
        count_failure(&mut tx, ALL_CODES, CODES, self.desk.ports().span_time()).await?;
        let event = Event::RedemptionRefused { invitation: None, cause: "unknown".to_owned(), repeats: 0 };
        Ok(tx.commit_facts(&[event.into()], DeskError::Invitation(InvitationError::CodeRefused)).await?.answer())
    }

    /// Tells a holder the reason. Throttled; logged once an hour per cause, and repeats in between are counted.
    async fn refused(
        &self,
        mut tx: Transaction,
        invitation: &Invitation,
        refusal: RedeemRefusal,
    ) -> Result<DeskError, DeskError> {
        let holders = format!("{OF_HOLDERS}{}", crate::keyfile::hex(invitation.id.as_bytes()));
        if let Some(rule) = slowed_by(refusal) {
            count_failure(&mut tx, &holders, rule, self.desk.ports().span_time()).await?;
        }
        let cause = cause(refusal);
        let told = DeskError::Invitation(InvitationError::Redeem(refusal, invitation.expiry.at()));
        let told = match refusals_to_log(&mut tx, &format!("{holders}/{cause}"), self.desk.ports().span_time()).await? {
            Some(repeats) => {
                let (invitation, cause) = (Some(invitation.id), cause.to_owned());
                tx.commit_facts(&[Event::RedemptionRefused { invitation, cause, repeats }.into()], told).await?
            }
            None => tx.commit(told).await?,
        };
        Ok(told.answer())
    }
}

/// The throttle for repeats of a refusal.
fn slowed_by(refusal: RedeemRefusal) -> Option<ThrottleRule> {
    match refusal {
        // Refusals that reveal something about others must not be repeatable without limit.
        RedeemRefusal::WrongEmail
        | RedeemRefusal::WrongDomain
        | RedeemRefusal::AlreadyMember
        | RedeemRefusal::UsernameTaken
        | RedeemRefusal::UsernameAlike => Some(HOLDERS),
        RedeemRefusal::Revoked
        | RedeemRefusal::Replaced
        | RedeemRefusal::UsedUp
        | RedeemRefusal::Expired
        | RedeemRefusal::CreatorMayNot => Some(DEAD),
        // The page was out of date; the next attempt succeeds.
        RedeemRefusal::Changed => None,
    }
}

fn cause(refusal: RedeemRefusal) -> &'static str {
    match refusal {
        RedeemRefusal::Revoked => "revoked",
        RedeemRefusal::Replaced => "replaced",
        RedeemRefusal::UsedUp => "used_up",
        RedeemRefusal::Expired => "expired",
        RedeemRefusal::CreatorMayNot => "creator_may_not",
        RedeemRefusal::Changed => "changed",
        RedeemRefusal::WrongEmail => "wrong_email",
        RedeemRefusal::WrongDomain => "wrong_domain",
        RedeemRefusal::AlreadyMember => "already_member",
        RedeemRefusal::UsernameTaken => "username_taken",
        RedeemRefusal::UsernameAlike => "username_alike",
    }
}

fn organisation_of(case: &RedemptionRow) -> Result<&str, DeskError> {
    case.organisation.as_ref().map(|row| row.name.as_str()).ok_or(DeskError::Organisation(OrganisationError::Missing))
}

/// A digest of all that the Join page shows; changes with any of it (incident 11).
fn version(case: &RedemptionRow) -> String {
    let it = &case.row.invitation;
    let shown = [
        it.id.to_string(),
        case.organisation.as_ref().map(|row| row.name.clone()).unwrap_or_default(),
        case.row.creator.name.clone(),
        case.row.role.id.to_string(),
        case.row.role.name.clone(),
        case.row.role.rank.get().to_string(),
        case.row.department.clone().unwrap_or_default(),
        it.email.as_ref().map(Email::key).unwrap_or_default(),
        it.domain.as_ref().map(EmailDomain::key).unwrap_or_default(),
        it.groups.iter().map(ToString::to_string).collect::<Vec<_>>().join(" "),
        it.expiry.at().map(|at| at.timestamp_millis().to_string()).unwrap_or_default(),
    ];
    let mut hash = Sha256::new();
    for part in shown {
        hash.update((part.len() as u64).to_be_bytes());
        hash.update(part.as_bytes());
    }
    crate::keyfile::hex(&hash.finalize()[..16])
}

/// Two free usernames similar to the taken one.
async fn free_names(tx: &mut ReadTx, taken: &str) -> Result<Vec<String>, DeskError> {
    let mut free = Vec::new();
    for number in 2..100 {
        let name = format!("{}{number}", taken.chars().take(29).collect::<String>());
        if let Ok(other) = Username::chosen_by_newcomer(&name)
            && !tx.has_username_like(&other).await?
        {
            free.push(name);
        }
        if free.len() == 2 {
            break;
        }
    }
    Ok(free)
}
