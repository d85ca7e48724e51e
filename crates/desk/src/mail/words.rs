//! The words of messages, in English: what an organisation has not written itself. Keeps out how they are put together.

/// What may stand between braces in a template.
pub(super) const PLACEHOLDERS: [&str; 8] =
    ["organisation", "inviter", "recipient", "role", "department", "expires", "code", "link"];

pub(super) const SUBJECT: &str = "You are invited to {organisation}";

pub(super) const BODY: &str = "\
Hello,

{inviter} invites you to join {organisation}. Your code is below; it is valid until {expires}.";

pub(super) const HEADING: &str = "You are invited to {organisation}";
pub(super) const REMINDER_SUBJECT: &str = "Reminder: ";
pub(super) const REMINDER: &str =
    "This is a reminder: you have not used this invitation yet. It is valid until {expires}.";
pub(super) const BUTTON: &str = "Join {organisation}";
pub(super) const INVITED_BY: &str = "Invited by";
pub(super) const ROLE: &str = "Role";
pub(super) const DEPARTMENT: &str = "Department";
pub(super) const VALID_UNTIL: &str = "Valid until";
pub(super) const NEVER: &str = "further notice";

/// The first step, where the button has a link in Vestibule's own scheme.
pub(super) const STEP_WITH_LINK: &str =
    "Open Vestibule, and choose “I have a code”. If Vestibule is on this computer, the button above opens it.";
pub(super) const STEPS: [&str; 3] = [
    "Open Vestibule, and choose “I have a code”.",
    "Type the code as it stands above. Capitals, spaces and hyphens don’t matter.",
    "Give your name and email address, and choose a username and a password.",
];

pub(super) const FOOTER: &str =
    "The code is for you alone: don’t pass this message on. If you did not expect it, you need not do anything.";
/// For an invitation that several may use.
pub(super) const FOOTER_FOR_MANY: &str = "If you did not expect this message, you need not do anything.";

/// In the place of a server's words that hold the code.
pub(super) const CODE_REPEATED: &str =
    "The mail server’s answer repeats the code of the invitation, so it is not kept here.";

pub(super) const TEST_SUBJECT: &str = "Test message from {organisation}";
pub(super) const TEST_BODY: &str = "The mail server of {organisation} works: Vestibule can send invitations with it.";
