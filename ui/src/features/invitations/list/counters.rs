//! The number of invitations in each status; each counter is a filter too. Keeps out how counters look.

use super::InvitationList;
use crate::list::{CounterLook, ListCounter};
use crate::t;
use vestibule_wire::{CountersView, InvitationFilter, Status};

/// What a counter filters by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InvitationCounter {
    /// All of them.
    All,
    /// One status.
    In(Status),
    /// Active, and ends within 48 hours.
    Expiring,
}

/// In the order of the keys 1 to 6.
pub const COUNTED: [InvitationCounter; 6] = [
    InvitationCounter::All,
    InvitationCounter::In(Status::Active),
    InvitationCounter::In(Status::Used),
    InvitationCounter::In(Status::Expired),
    InvitationCounter::In(Status::Revoked),
    InvitationCounter::Expiring,
];

impl ListCounter<InvitationList> for InvitationCounter {
    const GROUPS: &'static [&'static [Self]] = {
        let (main, soon) = COUNTED.split_at(5);
        &[main, soon]
    };

    fn look(self) -> CounterLook {
        let (hook, icon, colour) = match self {
            Self::All => ("counter-all", "layers", ""),
            Self::In(Status::Active) => ("counter-active", "st-active", "fg-active"),
            Self::In(Status::Used) => ("counter-used", "st-used", "fg-used"),
            Self::In(Status::Expired) => ("counter-expired", "st-expired", "fg-expired"),
            Self::In(Status::Revoked) => ("counter-revoked", "st-revoked", "fg-revoked"),
            Self::Expiring => ("counter-expiring", "clock-alert", "fg-expired"),
        };
        CounterLook { hook, icon, colour }
    }

    fn words(self) -> String {
        match self {
            Self::All => t!("invitations-all"),
            Self::In(Status::Active) => t!("invitations-active"),
            Self::In(Status::Used) => t!("invitations-used"),
            Self::In(Status::Expired) => t!("invitations-expired"),
            Self::In(Status::Revoked) => t!("invitations-revoked"),
            Self::Expiring => t!("invitations-expiring"),
        }
    }

    fn count(self, of: &CountersView) -> u64 {
        match self {
            Self::All => of.all,
            Self::In(Status::Active) => of.active,
            Self::In(Status::Used) => of.used,
            Self::In(Status::Expired) => of.expired,
            Self::In(Status::Revoked) => of.revoked,
            Self::Expiring => of.expiring,
        }
    }

    fn is_on(self, of: &InvitationFilter) -> bool {
        let on = match (of.status, of.expiring) {
            _ if of.archived => None,
            (None, true) => Some(Self::Expiring),
            (Some(status), false) => Some(Self::In(status)),
            (None, false) => Some(Self::All),
            (Some(_), true) => None,
        };
        on == Some(self)
    }

    fn put(self, of: &mut InvitationFilter) {
        of.status = if let Self::In(status) = self { Some(status) } else { None };
        of.expiring = self == Self::Expiring;
        of.archived = false;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn on(filter: &InvitationFilter) -> Vec<InvitationCounter> {
        COUNTED.into_iter().filter(|counted| counted.is_on(filter)).collect()
    }

    #[test]
    fn a_counter_leads_out_of_the_archive_and_none_is_on_in_it() {
        let mut filter = InvitationFilter { archived: true, ..Default::default() };
        assert_eq!(on(&filter), []);
        InvitationCounter::All.put(&mut filter);
        assert_eq!((filter.archived, on(&filter)), (false, vec![InvitationCounter::All]));
    }

    #[test]
    fn one_counter_is_on_and_takes_the_place_of_another() {
        let mut filter = InvitationFilter { archived: true, ..Default::default() };
        for counted in COUNTED {
            counted.put(&mut filter);
            assert_eq!(on(&filter), [counted]);
        }
        InvitationCounter::All.put(&mut filter);
        assert_eq!(filter, InvitationFilter::default());
    }
}
