//! The rules of Vestibule, as pure functions over checked types. Keeps out I/O, clock, randomness, `serde_json` and
//! async: time and random bytes are arguments, so that every rule can be tested thousands of times and runs unchanged
//! in the window's WASM.

pub mod code;
pub mod decide;
pub mod department;
pub mod email;
pub mod event;
pub mod expiry;
pub mod ids;
pub mod invitation;
pub mod letters;
pub mod limit;
pub mod logo;
pub mod mail;
pub mod policy;
pub mod recovery;
pub mod role;
pub mod search;
pub mod secret;
pub mod standing;
pub mod text;
pub mod username;

pub use code::{Code, CodeError, CodeLength, InviteLink};
pub use department::{Department, DepartmentPath, Division, Reach};
pub use email::{Email, EmailDomain, EmailError};
pub use event::{Actor, CopiedForm, DeviceKind, Event, Fact, KeyPlace, PasswordWay, Personal, ShownHow, SignInFault};
pub use expiry::{Expiry, ExpiryError, ExpiryInput};
pub use ids::{
    AccountId, DepartmentId, DeviceId, EventId, GroupId, InvitationId, MailId, OrganisationId, RoleId, SessionId,
};
pub use invitation::{Invitation, Revocation, Status, status};
pub use letters::close_to;
pub use limit::{UsageLimit, UsageLimitError};
pub use logo::{Logo, PictureDigest, PictureDigestError};
pub use mail::{MailPurpose, MailSecurity, MailState};
pub use policy::{Policy, PolicyError};
pub use recovery::RecoveryKeyError;
pub use role::{Permission, Rank, Role, Scope};
pub use search::{SearchTerm, SearchTermError};
pub use standing::{AccountState, Standing};
pub use text::{
    DepartmentName, DeviceName, GroupName, JoinAddress, Label, Note, OrganisationName, PersonName, Reason, TextError,
    ViewName,
};
pub use username::{Username, UsernameError};

/// An instant in UTC. Stored and compared in whole milliseconds.
pub type Moment = chrono::DateTime<chrono::Utc>;
