//! Identifiers: UUIDv7, made on the device from a given time and given random bytes. Keeps out the clock and the random
//! source.

use crate::Moment;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(Uuid);

        impl $name {
            /// A new id, ordered by `at` (RFC 9562, version 7).
            pub fn new(at: Moment, random: [u8; 10]) -> Self {
                Self(v7(at, random))
            }

            /// From its 16 bytes, as stored.
            pub fn from_bytes(bytes: [u8; 16]) -> Self {
                Self(Uuid::from_bytes(bytes))
            }

            /// Its 16 bytes, as stored.
            pub fn as_bytes(&self) -> &[u8; 16] {
                self.0.as_bytes()
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.hyphenated().fmt(f)
            }
        }

        impl std::str::FromStr for $name {
            type Err = NotAnId;
            fn from_str(text: &str) -> Result<Self, NotAnId> {
                Uuid::try_parse(text).map(Self).map_err(|_| NotAnId)
            }
        }
    };
}

/// The text is not a UUID.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not an id: expected a UUID such as 01890a5d-ac96-774b-bcce-b302099a8057")]
pub struct NotAnId;

id!(/** An account: a person who may sign in. */ AccountId);
id!(/** An invitation. */ InvitationId);
id!(/** A role. */ RoleId);
id!(/** A message in this device's outbox. */ MailId);
id!(/** A department: a division of the organisation. */ DepartmentId);
id!(/** A group of people. */ GroupId);
id!(/** The organisation. */ OrganisationId);
id!(/** A device with a file of its own. */ DeviceId);
id!(/** One event of the log. */ EventId);
id!(/** One sign-in of one person at one front end, until it ends. */ SessionId);

impl RoleId {
    /// A built-in role's id is the same in every organisation, so that two devices never create the same role twice.
    pub(crate) const fn built_in(number: u8) -> Self {
        Self(Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0000 | number as u128))
    }
}

fn v7(at: Moment, random: [u8; 10]) -> Uuid {
    // Version 7 has no times before 1970; use the earliest.
    let millis = u64::try_from(at.timestamp_millis()).unwrap_or(0);
    uuid::Builder::from_unix_timestamp_millis(millis, &random).into_uuid()
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::TimeZone;

    #[test]
    fn a_later_id_sorts_after_an_earlier_one() {
        let earlier = chrono::Utc.timestamp_millis_opt(1_000).unwrap();
        let later = chrono::Utc.timestamp_millis_opt(2_000).unwrap();
        assert!(InvitationId::new(earlier, [255; 10]) < InvitationId::new(later, [0; 10]));
    }

    #[test]
    fn an_id_reads_back_from_its_text_and_nonsense_does_not() {
        let id = AccountId::new(chrono::Utc.timestamp_millis_opt(5).unwrap(), [7; 10]);
        assert_eq!(id.to_string().parse::<AccountId>(), Ok(id));
        assert_eq!("K7QF-2M9X".parse::<AccountId>(), Err(NotAnId));
    }
}
