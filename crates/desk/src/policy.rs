//! The organisation's rules: everybody who is signed in may read them, and a permission of its own sets them.

use crate::error::OrganisationError;
use crate::operation::{Acting, Operation};
use crate::seat::Seat;
use crate::{DeskError, FieldFault};
use vestibule_domain::{Event, Policy, PolicyError};
use vestibule_wire::{SetPolicyRequest, command};

impl Seat {
    /// The rules as they are now.
    pub async fn policy(&self) -> Result<Policy, DeskError> {
        let (mut tx, _) = self.present(true).await?;
        Ok(tx.policy().await?)
    }

    /// Sets those that are given, in one step: against what stands then, not against what was read before. What stands
    /// already (codes, expiries) stays as it is.
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
