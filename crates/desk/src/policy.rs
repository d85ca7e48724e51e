//! The organisation's rules: every signed-in person may read them, one permission allows changing them.

use crate::error::OrganisationError;
use crate::operation::{Acting, Operation};
use crate::seat::Seat;
use crate::{DeskError, FieldFault};
use vestibule_domain::{Event, Policy, PolicyError};
use vestibule_wire::{SetPolicyRequest, command};

impl Seat {
    /// The current rules.
    pub async fn policy(&self) -> Result<Policy, DeskError> {
        let (mut tx, _) = self.present(true).await?;
        Ok(tx.policy().await?)
    }

    /// Changes the given rules in one step, starting from the current ones, not from those read earlier. Existing codes
    /// and expiries stay as they are.
    pub async fn set_policy(&self, request: SetPolicyRequest) -> Result<Policy, DeskError> {
        self.operate::<command::SetPolicy, _>(async |Operation { acting: Acting { policy: before, .. }, tx }| {
            if request.seen.is_some_and(|seen| seen != before) {
                return Err(OrganisationError::PolicyChanged.into());
            }
            let policy = request.onto(before);
            policy.check().map_err(|PolicyError { field, least, most }| DeskError::Field {
                field,
                fault: FieldFault::OutOfRange { least, most },
            })?;
            if policy == before {
                return Ok(tx.unchanged(policy));
            }
            tx.commit_facts(&[Event::PolicySet { policy }.into()], policy).await
        })
        .await
    }
}
