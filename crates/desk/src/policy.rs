//! The organisation's rules: everybody who is signed in may read them, and who looks after all invitations may set them.

use crate::permit::Acting;
use crate::seat::Seat;
use crate::{DeskError, FieldFault};
use vestibule_domain::{Actor, Event, Permission, Policy};

/// No organisation plans further ahead, in days: ten years.
const FURTHEST: u32 = 3_650;

impl Seat {
    /// The rules as they are now.
    pub async fn policy(&self) -> Result<Policy, DeskError> {
        let session = self.awake(true).await?;
        self.who_sits(&mut self.desk.store().await?.look().await?, session).await?;
        let policy = self.desk.store().await?.look().await?.policy().await?;
        self.desk.note_policy(policy);
        Ok(policy)
    }

    /// Sets all of them at once. What stands already (codes, expiries) stays as it is.
    pub async fn set_policy(&self, policy: Policy) -> Result<Policy, DeskError> {
        let (Acting { who, .. }, mut change) = self.permit_change(Permission::RevokeInvitations, "set_policy").await?;
        if !who.standing.looks_after_invitations() {
            drop(change);
            return Err(self.refuse(&who, "set_policy").await?);
        }
        let within = |field: &'static str, value: u32, least: u32, most: u32| {
            let fault = FieldFault::OutOfRange { least, most };
            if (least..=most).contains(&value) { Ok(()) } else { Err(DeskError::Field { field, fault }) }
        };
        within("max_expiry_days", policy.max_expiry_days, 1, FURTHEST)?;
        within("default_expiry_days", policy.default_expiry_days, 1, policy.max_expiry_days)?;
        within("password_min", policy.password_min, 10, 64)?;
        within("idle_minutes", policy.idle_minutes, 1, 24 * 60)?;
        within("clipboard_seconds", policy.clipboard_seconds, 5, 600)?;
        within("clean_up_days", policy.clean_up_days, 1, FURTHEST)?;
        let random = |bytes: &mut [u8]| self.desk.ports().entropy.fill(bytes);
        let stamp = self.desk.stamp(Actor::Account(who.standing.account), self.desk.ports().now(), &random);
        change.append(&[Event::PolicySet { policy }.into()], stamp).await?;
        change.commit().await?;
        self.desk.note_policy(policy);
        Ok(policy)
    }
}
