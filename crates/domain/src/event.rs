//! The facts: every change of state is one of these events. They hold no password and no key; what is personal stands apart in [`Personal`],
//! so that it can be erased later without breaking the chain. Keeps out how they are stored.

use crate::{
    AccountId, Code, DepartmentId, Email, Expiry, InvitationId, JoinAddress, Label, OrganisationId, OrganisationName,
    PersonName, Reason, Role, RoleId, UsageLimit, Username,
};
use serde::{Deserialize, Serialize};

/// Who did it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "kind", content = "account")]
pub enum Actor {
    /// A person with an account.
    Account(AccountId),
    /// Somebody without an account yet: who redeems, or tries to sign in.
    Stranger,
    /// The program itself, at first start.
    Vestibule,
}

/// What became of an attempt to sign in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SignInFault {
    /// Unknown name or wrong password.
    Refused,
    /// Right password, suspended account.
    Suspended,
}

/// One fact. Variants are never removed or changed in meaning: [`Event::VERSION`] counts the payload's form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "event")]
pub enum Event {
    /// First start.
    OrganisationCreated {
        /// Its id.
        organisation: OrganisationId,
        /// Its name.
        name: OrganisationName,
        /// Where links lead.
        join_address: Option<JoinAddress>,
    },
    /// A role exists from now on.
    RoleAdded {
        /// All of it.
        role: Role,
    },
    /// A department exists from now on.
    DepartmentCreated {
        /// Its id.
        department: DepartmentId,
        /// Its name.
        name: crate::DepartmentName,
    },
    /// A person may sign in from now on. Personal: name, email, username.
    AccountCreated {
        /// Their id.
        account: AccountId,
        /// Their role.
        role: RoleId,
        /// Their division.
        department: Option<DepartmentId>,
        /// How they came in; none for the first administrator.
        joined_through: Option<InvitationId>,
    },
    /// Personal: email, label.
    InvitationCreated {
        /// Its id.
        invitation: InvitationId,
        /// Its secret.
        code: Code,
        /// What the newcomer becomes.
        role: RoleId,
        /// Where.
        department: Option<DepartmentId>,
        /// How often.
        usage_limit: UsageLimit,
        /// Until when.
        expiry: Expiry,
    },
    /// Its code or link was put on a clipboard.
    InvitationCopied {
        /// Which.
        invitation: InvitationId,
        /// True: the link. False: the code.
        link: bool,
    },
    /// Personal: reason.
    InvitationRevoked {
        /// Which.
        invitation: InvitationId,
    },
    /// One use.
    InvitationRedeemed {
        /// Which.
        invitation: InvitationId,
        /// By whom, from now on.
        account: AccountId,
    },
    /// A right code that was refused. A wrong one names no invitation.
    RedemptionRefused {
        /// Which, if the code was right.
        invitation: Option<InvitationId>,
        /// The refusal's name.
        cause: String,
    },
    /// Somebody signed in.
    SignedIn {
        /// Who.
        account: AccountId,
        /// A token was left in the keychain.
        kept: bool,
    },
    /// Somebody tried to. The account is named only if the username was right.
    SignInFailed {
        /// Whose name was used.
        account: Option<AccountId>,
        /// Why not.
        fault: SignInFault,
    },
    /// Somebody signed out.
    SignedOut {
        /// Who.
        account: AccountId,
    },
    /// Somebody asked for what their role may not do.
    NotPermitted {
        /// Who.
        account: AccountId,
        /// What they asked for, by the operation's name.
        operation: String,
    },
    /// What is personal about an account was erased.
    PersonErased {
        /// Whose.
        account: AccountId,
    },
}

impl Event {
    /// The form of the payloads written now.
    pub const VERSION: u32 = 1;
}

/// What is personal in an event. Stands apart, enters the hash as a salted digest, and can be erased.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Personal {
    /// A person's name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<PersonName>,
    /// Their address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<Email>,
    /// What they type to sign in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub username: Option<Username>,
    /// Free text about an invitation: may name somebody.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<Label>,
    /// Free text about a revocation: may name somebody.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Reason>,
}

/// An event on its way to the log, with its personal part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// What happened.
    pub event: Event,
    /// What in it is personal.
    pub personal: Personal,
}

impl From<Event> for Fact {
    fn from(event: Event) -> Self {
        Self { event, personal: Personal::default() }
    }
}
