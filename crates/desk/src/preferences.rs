//! What a person has chosen on this device, by a name that the window gives. Nobody else's business: no event, and no
//! right is needed beside being signed in. Keeps out what it means.

use crate::operation::Ended;
use crate::seat::Seat;
use crate::{DeskError, FieldFault};
use vestibule_domain::{Actor, TextError};
use vestibule_wire::{PreferenceRequest, SetPreferenceRequest};

/// The names that there are: a page can't fill the file with others.
const NAMES: [&str; 2] = ["views", "user-views"];
/// In bytes. Twenty saved views with the longest names and filters take 254 400.
const LONGEST: usize = 300_000;

impl Seat {
    /// As last kept.
    pub async fn preference(&self, request: PreferenceRequest) -> Result<Option<String>, DeskError> {
        let (mut tx, who) = self.present(true).await?;
        known(&request.name)?;
        Ok(tx.preference(who.standing.account, &request.name).await?)
    }

    /// Keeps it in the place of what was kept.
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
