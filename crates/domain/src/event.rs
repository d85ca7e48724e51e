//! The facts: every change of state is one of these events. They hold no password and no key; what is personal stands
//! apart in [`Personal`], so that it can be erased later without breaking the chain. Keeps out how they are stored.

use crate::{
    AccountId, Code, DepartmentId, DepartmentName, DeviceId, DeviceName, Email, EmailDomain, Expiry, GroupId,
    GroupName, InvitationId, JoinAddress, Label, Logo, Moment, Note, OrganisationId, OrganisationName, PersonName,
    Policy, Reason, Role, RoleId, SessionId, UsageLimit, Username,
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

/// What was copied beside the code and the link, which [`Event::InvitationCopied`] tells apart itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CopiedForm {
    /// The text of an invitation, with code and link.
    Text,
    /// The QR code as a picture.
    Picture,
}

/// How the code left the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ShownHow {
    /// On the screen.
    Screen,
    /// In a picture's file.
    File,
    /// On a card or a poster.
    Print,
    /// In a list's file.
    Export,
}

/// Where the key of the data file is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum KeyPlace {
    /// In the keychain of the device.
    Keychain,
    /// Beside the file, wrapped by a passphrase.
    Passphrase,
}

/// By what a new password was set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PasswordWay {
    /// Somebody held the recovery key.
    RecoveryKey,
    /// The person had a one-time code.
    Code,
    /// The person was signed in and gave the password before.
    Password,
}

/// What a device is used for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DeviceKind {
    /// People who have an account work at it.
    Desk,
}

impl DeviceKind {
    /// As it is stored.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Desk => "desk",
        }
    }
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
    /// A device of the organisation, with a chain of events of its own from now on; or one that has another name from
    /// now on.
    DeviceAdded {
        /// Its id.
        device: DeviceId,
        /// Its name.
        name: DeviceName,
        /// What it is used for.
        kind: DeviceKind,
    },
    /// A role exists from now on.
    RoleAdded {
        /// All of it.
        role: Role,
    },
    /// A role is this from now on: the one of that id gets this name, rank, scope and these permissions.
    RoleChanged {
        /// All of it.
        role: Role,
    },
    /// A department exists from now on.
    DepartmentCreated {
        /// Its id.
        department: DepartmentId,
        /// Its name.
        name: DepartmentName,
        /// The department that it is under; none: it stands at the top.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        parent: Option<DepartmentId>,
    },
    /// A department stands, with all under it, under another one from now on. Whoever reaches either reaches it.
    DepartmentMoved {
        /// Which.
        department: DepartmentId,
        /// What it is under now; none: it stands at the top.
        parent: Option<DepartmentId>,
    },
    /// A department has another name from now on.
    DepartmentRenamed {
        /// Which.
        department: DepartmentId,
        /// Its name now.
        name: DepartmentName,
    },
    /// A group exists from now on.
    GroupCreated {
        /// Its id.
        group: GroupId,
        /// Its name.
        name: GroupName,
    },
    /// The organisation's rules are these from now on.
    PolicySet {
        /// All of them.
        policy: Policy,
    },
    /// The organisation's logo is this one from now on. The picture itself stands apart, and is known by its digest.
    LogoSet {
        /// Which picture.
        logo: Logo,
    },
    /// The organisation has no logo any more.
    LogoRemoved,
    /// The whole file was copied, to be kept elsewhere.
    BackupMade,
    /// A backup took the place of the file, and goes on as a new device.
    BackupRestored {
        /// Whose file was copied.
        device: DeviceId,
        /// How many events its chain had then.
        seq: u64,
    },
    /// Somebody began to work while the clock was doubted: far ahead of the last event, or behind it.
    ClockDoubted {
        /// What it said.
        clock: Moment,
        /// When the last event had happened that nobody doubts.
        last: Moment,
    },
    /// Somebody looked at the clock, and it is right.
    ClockConfirmed {
        /// What it said: from then on everything is decided by it.
        clock: Moment,
        /// As it stood in the doubt.
        last: Moment,
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
        /// What they belong to from the start.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        groups: Vec<GroupId>,
    },
    /// An account has another role from now on.
    AccountRoleChanged {
        /// Whose.
        account: AccountId,
        /// Its role now.
        role: RoleId,
    },
    /// An account belongs to another department from now on.
    AccountMoved {
        /// Whose.
        account: AccountId,
        /// Its department now; none: it belongs to the whole organisation.
        department: Option<DepartmentId>,
    },
    /// An account can't sign in from now on, and every session of it ends.
    AccountSuspended {
        /// Whose.
        account: AccountId,
    },
    /// A suspended account can sign in again.
    AccountReactivated {
        /// Whose.
        account: AccountId,
    },
    /// A person has changed their own profile. Personal: name and email as they are now.
    ProfileChanged {
        /// Whose.
        account: AccountId,
    },
    /// Personal: email, label, note.
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
        /// Only for addresses of this domain.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        domain: Option<EmailDomain>,
        /// What the newcomer is put into.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        groups: Vec<GroupId>,
        /// In whose place.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        replaces: Option<InvitationId>,
    },
    /// Personal: label and note, and what they were before.
    InvitationDescribed {
        /// Which.
        invitation: InvitationId,
    },
    /// Its code or link was put on a clipboard.
    InvitationCopied {
        /// Which.
        invitation: InvitationId,
        /// True: the link. False: the code, unless `form` says otherwise.
        link: bool,
        /// Something else than code or link.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        form: Option<CopiedForm>,
    },
    /// Their QR codes were shown, saved or printed, or they stand in a list's file: one, or so many of one print or one
    /// file.
    InvitationsShown {
        /// Which.
        invitations: Vec<InvitationId>,
        /// How.
        how: ShownHow,
    },
    /// A list was saved as a file, with the codes that its reader may see. Personal: by what it was filtered.
    InvitationsExported {
        /// How many rows.
        rows: u64,
        /// `csv` or `json`.
        form: String,
    },
    /// A list of people was saved as a file. Personal: by what it was filtered.
    PeopleExported {
        /// How many rows.
        rows: u64,
        /// `csv` or `json`.
        form: String,
    },
    /// Ended long ago, and taken out of the list for good.
    InvitationsArchived {
        /// Which.
        invitations: Vec<InvitationId>,
    },
    /// Personal: reason.
    InvitationRevoked {
        /// Which.
        invitation: InvitationId,
        /// By what it was replaced.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        replaced_by: Option<InvitationId>,
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
        /// So many more of the same cause were refused before, since the last that was written down: repeats within an
        /// hour are only counted.
        #[serde(default, skip_serializing_if = "is_zero")]
        repeats: u32,
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
    /// A session was ended from elsewhere.
    SessionEnded {
        /// Whose.
        account: AccountId,
        /// Which.
        session: SessionId,
    },
    /// Somebody asked for what their role may not do.
    NotPermitted {
        /// Who.
        account: AccountId,
        /// What they asked for, by the operation's name.
        operation: String,
    },
    /// Somebody who held the recovery key gave the data file's key a place, from which it opens the file from now on.
    FileKeyPlaced {
        /// Which.
        place: KeyPlace,
    },
    /// An administrator saw the recovery key again. The key itself stands in no event.
    RecoveryKeyShown {
        /// Who saw it.
        account: AccountId,
    },
    /// A one-time code was made, with which a person may set a new password. The code itself stands in no event.
    PasswordCodeIssued {
        /// For whom.
        account: AccountId,
        /// Not good any more from then on.
        expires_at: Moment,
    },
    /// A person has a new password: the one before and all kept sign-ins are worth nothing from now on. The password
    /// itself stands in no event.
    PasswordSet {
        /// Whose.
        account: AccountId,
        /// By what.
        way: PasswordWay,
    },
    /// Somebody tried to set a password with a code that is not good. The account is named only if the username was
    /// right.
    PasswordCodeRefused {
        /// Whose name was used.
        account: Option<AccountId>,
    },
    /// Somebody asked for a profile that tells something about other people, such as an address that is another's.
    ProfileRefused {
        /// Whose it would have been.
        account: AccountId,
        /// The refusal's name.
        cause: String,
        /// So many more of the same cause were refused before, since the last that was written down: repeats within an
        /// hour are only counted.
        #[serde(default, skip_serializing_if = "is_zero")]
        repeats: u32,
    },
    /// What is personal about an account was erased.
    PersonErased {
        /// Whose.
        account: AccountId,
        /// The invitations that were for them alone: what is personal about those goes as well.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        invitations: Vec<InvitationId>,
    },
}

fn is_zero(number: &u32) -> bool {
    *number == 0
}

impl Event {
    /// The form of the events written now. 1: the header holds no decision and no organisation.
    pub const VERSION: u32 = 2;
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
    /// What is to be remembered about an invitation: may name somebody.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Note>,
    /// The label before a change.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label_before: Option<Label>,
    /// The note before a change.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note_before: Option<Note>,
    /// By what an exported list was filtered: may name somebody.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub filter: Option<String>,
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
