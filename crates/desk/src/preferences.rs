//! Settings that a person stores on this device, by name. Data of this device only: no events, and no permission needed
//! beyond being signed in. Keeps out their meaning.

use crate::operation::Ended;
use crate::seat::Seat;
use crate::{DeskError, FieldFault};
use vestibule_domain::{Actor, TextError};
use vestibule_wire::{PreferenceRequest, SetPreferenceRequest};

/// The allowed names, so that a page can't fill the file with others.
const NAMES: [&str; 2] = ["views", "user-views"];
/// The longest value, in bytes. Twenty saved views with the longest names and filters take 254 400.
const LONGEST: usize = 300_000;

impl Seat {
    /// The stored value; none: not set.
    pub async fn preference(&self, request: PreferenceRequest) -> Result<Option<String>, DeskError> {
        let (mut tx, who) = self.present(true).await?;
        known(&request.name)?;
        Ok(tx.preference(who.standing.account, &request.name).await?)
    }

    /// Stores a value, replacing an earlier one; none deletes it.
    pub async fn set_preference(&self, request: SetPreferenceRequest) -> Result<(), DeskError> {
        let (_, who) = self.present(false).await?;
        known(&request.name)?;
        if request.value.as_ref().is_some_and(|value| value.len() > LONGEST) {
            return Err(DeskError::Field { field: "value", fault: TextError::TooLong { max: LONGEST }.into() });
        }
        let account = who.standing.account;
        let mut tx = self.desk.transaction(&self.desk.store().await?, Actor::Account(account)).await?;
        tx.set_preference(account, &request.name, request.value.as_deref()).await?;
        tx.commit(()).await.map(Ended::answer)
    }
}

fn known(name: &str) -> Result<(), DeskError> {
    let fault = FieldFault::Text(TextError::NotText);
    if NAMES.contains(&name) { Ok(()) } else { Err(DeskError::Field { field: "name", fault }) }
}
