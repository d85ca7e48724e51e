//! The events: every change of state is one of these. They hold no password and no key. Personal data is kept apart in
//! [`Personal`], so that it can be erased later without breaking the chain. Keeps out how they are stored.

use crate::{
    AccountId, Code, DepartmentId, DepartmentName, DeviceId, DeviceName, Email, EmailDomain, Expiry, GroupId,
    GroupName, InvitationId, JoinAddress, Label, Logo, MailPurpose, Moment, Note, OrganisationId, OrganisationName,
    PersonName, Policy, Reason, Role, RoleId, SessionId, UsageLimit, Username,
};
use serde::{Deserialize, Serialize};

/// Who did it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "kind", content = "account")]
pub enum Actor {
    /// A person with an account.
    Account(AccountId),
    /// Somebody without an account yet, who redeems an invitation or tries to sign in.
    Stranger,
    /// The program itself, at first start.
    Vestibule,
}

/// Why an attempt to sign in failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SignInFault {
    /// Unknown name or wrong password.
    Refused,
    /// Right password, suspended account.
    Suspended,
}

/// What was copied, if neither code nor link, which [`Event::InvitationCopied`] tells apart itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CopiedForm {
    /// The text of an invitation, with code and link.
    Text,
    /// The QR code as a picture.
    Picture,
}

/// Where the codes were shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ShownHow {
    /// On the screen.
    Screen,
    /// In a saved picture.
    File,
    /// On a card or a poster.
    Print,
    /// In an exported list.
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

/// How a new password was authorised.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PasswordWay {
    /// With the recovery key.
    RecoveryKey,
    /// With a one-time code.
    Code,
    /// With the previous password, while signed in.
    Password,
}

/// What a device is used for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DeviceKind {
    /// A desk, where people with an account work.
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

/// One event. Variants are never removed and never change their meaning; [`Event::VERSION`] numbers the payload's form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "event")]
pub enum Event {
    /// First start: the organisation now exists.
    OrganisationCreated {
        /// Enters every event's hash from version 2 on.
        organisation: OrganisationId,
        /// Display name.
        name: OrganisationName,
        /// Where its invite links lead; none: the application's own scheme.
        join_address: Option<JoinAddress>,
    },
    /// A device joins the organisation and starts a chain of events of its own; or an existing device gets another
    /// name.
    DeviceAdded {
        /// Identifies the device's chain.
        device: DeviceId,
        /// This device's display name.
        name: DeviceName,
        /// What it is used for.
        kind: DeviceKind,
    },
    /// A role is created.
    RoleAdded {
        /// Id, name, rank, scope and permissions.
        role: Role,
    },
    /// A role changes: the role with that id gets this name, rank, scope and these permissions.
    RoleChanged {
        /// The role with all its new values.
        role: Role,
    },
    /// A department is created.
    DepartmentCreated {
        /// The id, which stays the same when it is moved or renamed.
        department: DepartmentId,
        /// Its own name, without the path.
        name: DepartmentName,
        /// The department above it; none: it is at the top.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        parent: Option<DepartmentId>,
    },
    /// A department, with all under it, moves under another. People who reach the new parent reach it from now on.
    DepartmentMoved {
        /// The department that moves.
        department: DepartmentId,
        /// The new department above it; none: it is at the top.
        parent: Option<DepartmentId>,
    },
    /// A department gets another name.
    DepartmentRenamed {
        /// The department that is renamed.
        department: DepartmentId,
        /// Its new name.
        name: DepartmentName,
    },
    /// A group is created.
    GroupCreated {
        /// The new group's id.
        group: GroupId,
        /// Display name.
        name: GroupName,
    },
    /// The organisation's rules change.
    PolicySet {
        /// All rules, also those that stay as they were.
        policy: Policy,
    },
    /// The organisation gets this logo. The picture itself is stored elsewhere and identified by its digest.
    LogoSet {
        /// Digest and size of the picture.
        logo: Logo,
    },
    /// The organisation's logo is removed.
    LogoRemoved,
    /// The whole data file was copied as a backup.
    BackupMade,
    /// A backup replaced the data file and continues as a new device.
    BackupRestored {
        /// The device whose file was copied.
        device: DeviceId,
        /// How many events that device's chain had in the copy.
        seq: u64,
    },
    /// Somebody began to work while the clock was in doubt: far ahead of the last event, or behind it.
    ClockDoubted {
        /// The time by the clock.
        clock: Moment,
        /// The time of the last event that is not in doubt.
        last: Moment,
    },
    /// Somebody confirmed that the clock is right.
    ClockConfirmed {
        /// The time by the clock, used for all decisions from then on.
        clock: Moment,
        /// The time of the last event, as in the doubt.
        last: Moment,
    },
    /// An account is created. Personal: name, email, username.
    AccountCreated {
        /// Their id.
        account: AccountId,
        /// The role they start with.
        role: RoleId,
        /// Their department.
        department: Option<DepartmentId>,
        /// The invitation they joined through; none for the first administrator.
        joined_through: Option<InvitationId>,
        /// The groups they start in.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        groups: Vec<GroupId>,
    },
    /// An account gets another role.
    AccountRoleChanged {
        /// The account that changes.
        account: AccountId,
        /// Its new role.
        role: RoleId,
    },
    /// An account moves to another department.
    AccountMoved {
        /// The account that moves.
        account: AccountId,
        /// Its new department; none: it belongs to the whole organisation.
        department: Option<DepartmentId>,
    },
    /// An account is suspended: it can't sign in, and every session of it ends.
    AccountSuspended {
        /// The suspended account.
        account: AccountId,
    },
    /// A suspended account is reactivated.
    AccountReactivated {
        /// The reactivated account.
        account: AccountId,
    },
    /// A person changed their own profile. Personal: the new name and email.
    ProfileChanged {
        /// The account that changed.
        account: AccountId,
    },
    /// An invitation is created. Personal: email, label, note.
    InvitationCreated {
        /// The new invitation's id.
        invitation: InvitationId,
        /// The code that lets newcomers in.
        code: Code,
        /// What the newcomer becomes.
        role: RoleId,
        /// The newcomer's department.
        department: Option<DepartmentId>,
        /// How many people may use it.
        usage_limit: UsageLimit,
        /// When it stops working.
        expiry: Expiry,
        /// Only for addresses of this domain.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        domain: Option<EmailDomain>,
        /// The groups the newcomer is put into.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        groups: Vec<GroupId>,
        /// The invitation that it replaces.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        replaces: Option<InvitationId>,
    },
    /// Label and note changed. Personal: both, before and after.
    InvitationDescribed {
        /// The invitation that was described.
        invitation: InvitationId,
    },
    /// Its code or link was copied to a clipboard.
    InvitationCopied {
        /// The invitation that was copied.
        invitation: InvitationId,
        /// True: the link. False: the code, unless `form` says otherwise.
        link: bool,
        /// What was copied, if neither code nor link.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        form: Option<CopiedForm>,
    },
    /// QR codes were shown, saved, printed or exported: one, or all of one print or file.
    InvitationsShown {
        /// The invitations whose codes were shown.
        invitations: Vec<InvitationId>,
        /// Where they were shown.
        how: ShownHow,
    },
    /// A message with its code was queued; whether it was sent is known to that device only. Personal: the recipient's
    /// address, if the invitation is for one person.
    InvitationSent {
        /// The invitation that the message carries.
        invitation: InvitationId,
        /// Why it was queued.
        #[serde(default)]
        purpose: MailPurpose,
    },
    /// A list was saved as a file, with those codes that its reader may see. Personal: the filter.
    InvitationsExported {
        /// How many rows.
        rows: u64,
        /// `csv` or `json`.
        form: String,
    },
    /// A list of people was saved as a file. Personal: the filter.
    PeopleExported {
        /// How many rows.
        rows: u64,
        /// `csv` or `json`.
        form: String,
    },
    /// Invitations that ended long ago were removed from the list for good.
    InvitationsArchived {
        /// The archived invitations.
        invitations: Vec<InvitationId>,
    },
    /// An invitation was revoked. Personal: reason.
    InvitationRevoked {
        /// The revoked invitation.
        invitation: InvitationId,
        /// The invitation that replaces it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        replaced_by: Option<InvitationId>,
    },
    /// An invitation was used once.
    InvitationRedeemed {
        /// The invitation that was used.
        invitation: InvitationId,
        /// The new account.
        account: AccountId,
    },
    /// A right code was refused. A wrong code names no invitation.
    RedemptionRefused {
        /// The invitation, if the code was right.
        invitation: Option<InvitationId>,
        /// The refusal's name.
        cause: String,
        /// How many refusals of the same cause came since the last one that was logged: repeats within an hour are only
        /// counted.
        #[serde(default, skip_serializing_if = "is_zero")]
        repeats: u32,
    },
    /// Somebody signed in.
    SignedIn {
        /// The account that signed in.
        account: AccountId,
        /// "Keep me signed in": a token was stored in the keychain.
        kept: bool,
    },
    /// An attempt to sign in failed. The account is named only if the username exists.
    SignInFailed {
        /// The account of that username.
        account: Option<AccountId>,
        /// Why it failed.
        fault: SignInFault,
    },
    /// Somebody signed out.
    SignedOut {
        /// The account that signed out.
        account: AccountId,
    },
    /// A session was ended from another session.
    SessionEnded {
        /// The account of the session.
        account: AccountId,
        /// The session that ended.
        session: SessionId,
    },
    /// Somebody asked for an operation that their role does not permit.
    NotPermitted {
        /// The account that asked.
        account: AccountId,
        /// The operation's name.
        operation: String,
    },
    /// The holder of the recovery key chose where the data file's key is kept from now on.
    FileKeyPlaced {
        /// The new place.
        place: KeyPlace,
    },
    /// An administrator saw the recovery key again. The event does not hold the key.
    RecoveryKeyShown {
        /// The administrator's account.
        account: AccountId,
    },
    /// A one-time code for a new password was issued. The event does not hold the code.
    PasswordCodeIssued {
        /// The account that it is for.
        account: AccountId,
        /// The code is invalid from this time on.
        expires_at: Moment,
    },
    /// An account got a new password: the previous one and all kept sign-ins are invalid. The event does not hold the
    /// password.
    PasswordSet {
        /// The account whose password it is.
        account: AccountId,
        /// How it was authorised.
        way: PasswordWay,
    },
    /// A one-time code for a new password was refused. The account is named only if the username exists.
    PasswordCodeRefused {
        /// The account of that username.
        account: Option<AccountId>,
    },
    /// A change of profile was refused for a reason that reveals something about others, such as a taken address.
    ProfileRefused {
        /// The account that asked.
        account: AccountId,
        /// The refusal's name.
        cause: String,
        /// How many refusals of the same cause came since the last one that was logged: repeats within an hour are only
        /// counted.
        #[serde(default, skip_serializing_if = "is_zero")]
        repeats: u32,
    },
    /// Personal data of an account was erased.
    PersonErased {
        /// The erased account.
        account: AccountId,
        /// Invitations for that person alone: their personal data is erased as well.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        invitations: Vec<InvitationId>,
    },
}

fn is_zero(number: &u32) -> bool {
    *number == 0
}

impl Event {
    /// Version of the form in which events are written. Version 1: the header holds no decision and no organisation.
    pub const VERSION: u32 = 2;
}

/// The personal data of an event. Stored apart, enters the hash as a salted digest, and can be erased.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Personal {
    /// A person's name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<PersonName>,
    /// Their address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<Email>,
    /// The username they sign in with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub username: Option<Username>,
    /// Free text about an invitation: may name somebody.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<Label>,
    /// Free text about a revocation: may name somebody.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Reason>,
    /// Longer remark about an invitation: may name somebody.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Note>,
    /// The label before a change.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label_before: Option<Label>,
    /// The note before a change.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note_before: Option<Note>,
    /// The filter of an exported list: may name somebody.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub filter: Option<String>,
}

/// An event to be logged, with its personal data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// What happened.
    pub event: Event,
    /// Its personal data.
    pub personal: Personal,
}

impl From<Event> for Fact {
    fn from(event: Event) -> Self {
        Self { event, personal: Personal::default() }
    }
}
