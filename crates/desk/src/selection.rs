//! Parses the ids of a selection. Keeps out what they name.

use crate::{DeskError, FieldFault};
use std::collections::HashSet;
use std::hash::Hash;
use std::str::FromStr;

/// The most ids: more than anybody ticks by hand.
const MOST: usize = 10_000;

/// The ids of rows that were ticked: at least one, since nothing ticked is not all. `unknown`: what is said of an id
/// that is none.
pub(crate) fn parse_chosen_ids<Id: FromStr + Eq + Hash + Copy>(
    ids: &[String],
    unknown: DeskError,
) -> Result<Vec<Id>, DeskError> {
    if ids.is_empty() { Err(too_many()) } else { parse_excluded_ids(ids, unknown) }
}

/// The ids of rows that were taken out of all that match, each once.
pub(crate) fn parse_excluded_ids<Id: FromStr + Eq + Hash + Copy>(
    ids: &[String],
    unknown: DeskError,
) -> Result<Vec<Id>, DeskError> {
    if ids.len() > MOST {
        return Err(too_many());
    }
    let read: Option<Vec<Id>> = ids.iter().map(|id| id.parse().ok()).collect();
    let (mut read, mut seen) = (read.ok_or(unknown)?, HashSet::new());
    read.retain(|id| seen.insert(*id));
    Ok(read)
}

fn too_many() -> DeskError {
    DeskError::Field { field: "selection", fault: FieldFault::Count { max: MOST as u32 } }
}
