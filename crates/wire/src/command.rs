//! The table of commands: the name of each, its request and answer, and who may send it. The shell's handlers and the
//! window's calls are generated from it; a test compares the permission file with it. Keeps out what a command does.

use self::DecidedAt::{Either, Here, Hub};
use self::Needs::{May, MayEverywhere, Nothing, Session};
use crate::{
    AnswerCloseRequest, AppStateView, AssignRoleRequest, AuditPageView, BackupView, ChangePasswordRequest,
    ChangeProfileRequest, ChosenFileView, CleanUpRequest, CleanUpView, ClockDoubtView, CopiedView,
    CopyInvitationRequest, CopyPasswordCodeRequest, CreateDepartmentRequest, CreateInvitationRequest,
    CreateManyRequest, CreateOrganisationRequest, DepartmentView, DescribeInvitationRequest, EndSessionsRequest,
    EndedSessionsView, ErasePersonRequest, ErasedView, ExportRequest, ExportUsersRequest, FaultRequest,
    FileDialogRequest, HistoryView, InvitationOptionsView, InvitationPageView, InvitationRequest, InvitationView,
    InviteLinkView, JobRequest, JobView, JoinView, JoinedView, ListAuditRequest, ListInvitationsRequest,
    ListUsersRequest, LogoPictureView, LogoView, MailPassView, MailRequest, MailSettingsView, MailTestView, MailView,
    ManyUsersRequest, MoveDepartmentRequest, MoveUserRequest, MoveUsersRequest, OpenFileRequest, OutboxRequest,
    OutboxView, PasswordCodeView, PasswordSetView, PasswordStrengthRequest, PasswordStrengthView, PreferenceRequest,
    PreviewJoinRequest, PrintFileRequest, ProtectScreenRequest, QrView, ReadSheetRequest, RecoverPasswordRequest,
    RecoveryKeyView, RedeemInvitationRequest, RenameDepartmentRequest, ReplaceInvitationRequest, ReplacedView,
    ResetPasswordRequest, RevokeInvitationRequest, RevokeManyRequest, RevokeManyView, SaveQrRequest, SavedFileView,
    ScreenProtectionView, Secret, SendInvitationRequest, SendManyRequest, SessionView, SetMailRequest,
    SetPasswordRequest, SetPolicyRequest, SetPreferenceRequest, ShowRecoveryKeyRequest, SignInRequest, UnlockRequest,
    UserDetailsView, UserOptionsView, UserPageView, UserRequest, UserStateRequest, UserView, ZoomRequest,
};
use serde::Serialize;
use serde::de::DeserializeOwned;
use vestibule_domain::Permission as P;

/// Creating many at once, also from a sheet.
const CREATE_MANY: Needs = May(&[P::CreateInvitations, P::BulkInvitations]);
/// Revoking many at once.
const REVOKE_MANY: Needs = May(&[P::RevokeInvitations, P::BulkInvitations]);

/// Sending by email, which shows the code.
const SEND: Needs = May(&[P::CopyInvitations, P::SendInvitations]);

/// A command: a row of the table, with the types of its request and its answer. A refusal is returned as an
/// [`crate::ErrorView`].
pub trait Command {
    /// The row of the table.
    const OPERATION: Operation;
    /// The name sent to the backend, and written into the trail when the command is refused.
    const NAME: &'static str = Self::OPERATION.name;
    /// Who may send it.
    const NEEDS: Needs = Self::OPERATION.needs;
    /// What the command takes.
    type Request: Serialize + DeserializeOwned + Send + 'static;
    /// What the command returns.
    type Answer: Serialize + DeserializeOwned + Send + 'static;
}

/// A row of the table, without request and answer types.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Operation {
    /// The name sent to the backend.
    pub name: &'static str,
    /// Who may send it.
    pub needs: Needs,
    /// Where it is decided once several devices share an organisation.
    pub decided: DecidedAt,
    /// The kinds of windows that may send it.
    pub windows: &'static [WindowKind],
}

/// Where a command is decided once devices share an organisation through a hub. Without a hub, always on this device.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DecidedAt {
    /// On this device, from its own data, also offline.
    Here,
    /// At the hub: it concerns the organisation, its people or their rights.
    Hub,
    /// On this device if it holds all the data needed, else at the hub.
    Either,
}

/// What a window is for, which limits the commands of its page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WindowKind {
    /// For people with an account.
    Desk,
    /// For newcomers who join; no other page can be reached.
    Kiosk,
}

/// What a command requires of its sender before any rule is checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Needs {
    /// No session is needed.
    Nothing,
    /// A session of any account.
    Session,
    /// A session whose role has these permissions. Reach is checked row by row.
    May(&'static [P]),
    /// A session whose role has these permissions and reaches the whole organisation.
    MayEverywhere(&'static [P]),
}

impl Needs {
    /// Whether a session with these permissions meets the requirement.
    pub fn are_met(self, permissions: &[P], everywhere: bool) -> bool {
        match self {
            Self::Nothing | Self::Session => true,
            Self::May(needed) => needed.iter().all(|one| permissions.contains(one)),
            Self::MayEverywhere(needed) => everywhere && Self::May(needed).are_met(permissions, everywhere),
        }
    }
}

/// Only windows for people with an account.
const DESK: &[WindowKind] = &[WindowKind::Desk];
/// No window: command line only.
const NONE: &[WindowKind] = &[];
/// All windows, kiosks included.
const EVERY: &[WindowKind] = &[WindowKind::Desk, WindowKind::Kiosk];

/// A request, or none.
macro_rules! request {
    () => {
        ()
    };
    ($request:ty) => {
        $request
    };
}

/// Generates the types of the rows. A row: who handles it, type, name, request, answer, requirement, where it is
/// decided, and the windows that may send it.
macro_rules! types {
    ($(
        $(#[$doc:meta])*
        $place:ident $command:ident: $name:ident($($request:ty)?) -> $answer:ty, $needs:expr, $decided:expr, $windows:expr;
    )*) => {
        $(
            $(#[$doc])*
            #[derive(Debug, Clone, Copy)]
            pub struct $command;

            impl $command {
                /// The name sent to the backend.
                pub const NAME: &'static str = stringify!($name);
            }

            impl Command for $command {
                const OPERATION: Operation =
                    Operation { name: Self::NAME, needs: $needs, decided: $decided, windows: $windows };
                type Request = request!($($request)?);
                type Answer = $answer;
            }
        )*
    };
}

/// The window's table: generates the types, the list of their names, and `each_command!`, which passes the rows to
/// other crates. `desk`: handled by the seat's method of that name; `shell`: by a function of the shell, since it
/// involves a dialog, the clipboard or the window itself.
macro_rules! commands {
    (($d:tt) $(
        $(#[$doc:meta])*
        $place:ident $command:ident: $name:ident($($request:ty)?) -> $answer:ty, $needs:expr, $decided:expr, $windows:expr;
    )*) => {
        types! { $($(#[$doc])* $place $command: $name($($request)?) -> $answer, $needs, $decided, $windows;)* }

        /// All rows.
        pub const ALL: &[Operation] = &[$($command::OPERATION),*];

        /// Passes every row to the given macro: `desk SignIn sign_in (Request);`, with empty parentheses if it takes no
        /// request.
        #[macro_export]
        macro_rules! each_command {
            ($d rows:ident) => {
                $d rows! { $($place $command $name ($($request)?);)* }
            };
        }
    };
}

commands! {
    ($)
    // First start, and the file.
    /// The window's first command: which page to show.
    shell AppState: app_state() -> AppStateView, Nothing, Here, EVERY;
    /// First start: creates the organisation.
    shell CreateOrganisation: create_organisation(CreateOrganisationRequest) -> RecoveryKeyView, Nothing, Here, DESK;
    /// A picture for a [`CreateOrganisationRequest`]. None: the dialog was cancelled.
    shell ChooseFirstLogo: choose_first_logo(FileDialogRequest) -> Option<LogoPictureView>, Nothing, Here, DESK;
    /// Opens a second window with sample data, while there is no organisation yet.
    shell OpenSample: open_sample() -> (), Nothing, Here, DESK;
    /// Unlocks the data file with its passphrase or recovery key.
    shell OpenFile: open_file(OpenFileRequest) -> AppStateView, Nothing, Here, DESK;
    // The session.
    /// Begins a session.
    desk SignIn: sign_in(SignInRequest) -> SessionView, Nothing, Either, DESK;
    /// Sets a new password by a one-time code; needs nobody signed in.
    desk SetPassword: set_password(SetPasswordRequest) -> PasswordSetView, Nothing, Hub, DESK;
    /// Sets an administrator's new password by the recovery key; needs nobody signed in.
    desk RecoverPassword: recover_password(RecoverPasswordRequest) -> PasswordSetView, Nothing, Here, DESK;
    /// Returns the recovery key again, for an administrator who enters their password; logged in the trail.
    desk ShowRecoveryKey: show_recovery_key(ShowRecoveryKeyRequest) -> RecoveryKeyView,
        MayEverywhere(&[P::SeeRecoveryKey]), Here, DESK;
    /// Ends the session, and deletes a kept one.
    desk SignOut: sign_out() -> (), Nothing, Here, DESK;
    /// The signed-in person, as they are now; does not count as activity.
    desk Sitting: sitting() -> SessionView, Session, Here, DESK;
    /// Locks the session at once.
    desk LockSession: lock_session() -> (), Session, Here, DESK;
    /// Unlocks the session with the signed-in person's password.
    desk UnlockSession: unlock_session(UnlockRequest) -> SessionView, Session, Here, DESK;
    /// Counts as activity, so that the session does not lock while somebody uses the window without sending commands.
    desk StayAwake: stay_awake() -> (), Session, Here, DESK;
    /// The doubt about this device's clock, if there is one.
    desk Clock: clock() -> Option<ClockDoubtView>, Nothing, Here, DESK;
    /// Confirms that the device's clock is right.
    desk ConfirmClock: confirm_clock() -> (), MayEverywhere(&[P::ConfirmClock]), Here, DESK;
    // Invitations.
    /// The choices for a new invitation that the signed-in person may make.
    desk InvitationOptions: invitation_options() -> InvitationOptionsView, May(&[P::CreateInvitations]), Here, DESK;
    /// One page of the invitations that the signed-in person may see.
    desk ListInvitations: list_invitations(ListInvitationsRequest) -> InvitationPageView,
        May(&[P::SeeInvitations]), Here, DESK;
    /// One invitation, with all its uses.
    desk GetInvitation: get_invitation(InvitationRequest) -> InvitationView, May(&[P::SeeInvitations]), Here, DESK;
    /// Creates an invitation.
    desk CreateInvitation: create_invitation(CreateInvitationRequest) -> InvitationView,
        May(&[P::CreateInvitations]), Here, DESK;
    /// Copies an invitation's code or link to the clipboard, which the backend writes.
    shell CopyInvitation: copy_invitation(CopyInvitationRequest) -> CopiedView, May(&[P::CopyInvitations]), Here, DESK;
    /// Revokes an invitation.
    desk RevokeInvitation: revoke_invitation(RevokeInvitationRequest) -> InvitationView,
        May(&[P::RevokeInvitations]), Here, DESK;
    /// Changes an invitation's label and note.
    desk DescribeInvitation: describe_invitation(DescribeInvitationRequest) -> InvitationView,
        May(&[P::DescribeInvitations]), Here, DESK;
    /// Revokes an invitation and creates another in its place.
    desk ReplaceInvitation: replace_invitation(ReplaceInvitationRequest) -> ReplacedView,
        May(&[P::ReplaceInvitations, P::RevokeInvitations, P::CreateInvitations]), Here, DESK;
    /// The history of an invitation.
    desk InvitationHistory: invitation_history(InvitationRequest) -> HistoryView,
        May(&[P::SeeInvitations]), Either, DESK;
    /// The QR code of an invitation's link, as modules; logged in the history.
    desk ShowQr: show_qr(InvitationRequest) -> QrView, May(&[P::CopyInvitations]), Here, DESK;
    /// Copies an invitation's QR code to the clipboard as a picture.
    shell CopyQr: copy_qr(InvitationRequest) -> CopiedView, May(&[P::CopyInvitations]), Here, DESK;
    /// Saves an invitation's QR code as a file. None: the dialog was cancelled.
    shell SaveQr: save_qr(SaveQrRequest) -> Option<SavedFileView>, May(&[P::CopyInvitations]), Here, DESK;
    // Many at once.
    /// Previews the revocation of many invitations.
    desk PreviewRevoke: preview_revoke(RevokeManyRequest) -> RevokeManyView, REVOKE_MANY, Here, DESK;
    /// Revokes many invitations.
    desk RevokeMany: revoke_many(RevokeManyRequest) -> JobView, REVOKE_MANY, Here, DESK;
    /// Creates many invitations of one kind.
    desk CreateMany: create_many(CreateManyRequest) -> JobView, CREATE_MANY, Here, DESK;
    /// Previews a clean-up.
    desk PreviewCleanUp: preview_clean_up(CleanUpRequest) -> CleanUpView, May(&[P::CleanUpInvitations]), Here, DESK;
    /// Archives what ended long ago.
    desk CleanUp: clean_up(CleanUpRequest) -> JobView, May(&[P::CleanUpInvitations]), Here, DESK;
    /// Progress of a job.
    desk Job: job(JobRequest) -> JobView, Session, Here, DESK;
    /// Cancels a job; it stops soon.
    desk CancelJob: cancel_job(JobRequest) -> JobView, Session, Here, DESK;
    /// Lets the person choose a sheet. None: the dialog was cancelled.
    shell ChooseSheet: choose_sheet(FileDialogRequest) -> Option<ChosenFileView>, CREATE_MANY, Here, DESK;
    /// Previews the chosen or pasted sheet, or creates its invitations.
    shell ImportInvitations: import_invitations(ReadSheetRequest) -> JobView, CREATE_MANY, Here, DESK;
    /// Saves the rows that the last preview or import left out. None: the dialog was cancelled.
    shell SaveLeftOut: save_left_out(FileDialogRequest) -> Option<SavedFileView>, CREATE_MANY, Here, DESK;
    /// Saves a list as a file. None: the dialog was cancelled.
    shell ExportInvitations: export_invitations(ExportRequest) -> Option<JobView>,
        May(&[P::SeeInvitations, P::ExportInvitations]), Here, DESK;
    /// Saves cards or posters as a PDF. None: the dialog was cancelled.
    shell PrintInvitations: print_invitations(PrintFileRequest) -> Option<JobView>,
        May(&[P::CopyInvitations, P::PrintInvitations]), Here, DESK;
    // Users.
    /// One page of the users that the signed-in person may see.
    desk ListUsers: list_users(ListUsersRequest) -> UserPageView, May(&[P::SeePeople]), Here, DESK;
    /// Saves a list of users as a file. None: the dialog was cancelled.
    shell ExportUsers: export_users(ExportUsersRequest) -> Option<JobView>,
        May(&[P::SeePeople, P::ExportPeople]), Here, DESK;
    /// The choices for filters and for moving users.
    desk UserOptions: user_options() -> UserOptionsView, May(&[P::SeePeople]), Here, DESK;
    /// All details of one user; of oneself without any permission.
    desk GetUser: get_user(UserRequest) -> UserDetailsView, Session, Here, DESK;
    /// Assigns somebody another role.
    desk AssignRole: assign_role(AssignRoleRequest) -> UserView, May(&[P::SeePeople, P::AssignRoles]), Hub, DESK;
    /// Moves somebody to another department.
    desk MoveUser: move_user(MoveUserRequest) -> UserView, May(&[P::SeePeople, P::MovePeople]), Hub, DESK;
    /// Suspends somebody: ends all their sessions and refuses sign-ins until they are reactivated.
    desk SuspendUser: suspend_user(UserStateRequest) -> UserView, May(&[P::SeePeople, P::SuspendPeople]), Hub, DESK;
    /// Lets a suspended person sign in again.
    desk ReactivateUser: reactivate_user(UserStateRequest) -> UserView, May(&[P::SeePeople, P::SuspendPeople]), Hub, DESK;
    /// Issues a one-time code with which somebody of lower rank sets a new password.
    desk ResetPassword: reset_password(ResetPasswordRequest) -> PasswordCodeView, May(&[P::ResetPasswords]), Hub, DESK;
    /// Copies such a code to the clipboard, which the backend writes.
    shell CopyPasswordCode: copy_password_code(CopyPasswordCodeRequest) -> CopiedView,
        May(&[P::ResetPasswords]), Here, DESK;
    /// Suspends many users, or previews it.
    desk SuspendUsers: suspend_users(ManyUsersRequest) -> JobView, May(&[P::SeePeople, P::SuspendPeople]), Hub, DESK;
    /// Reactivates many users, or previews it.
    desk ReactivateUsers: reactivate_users(ManyUsersRequest) -> JobView,
        May(&[P::SeePeople, P::SuspendPeople]), Hub, DESK;
    /// Moves many users to another department, or previews it.
    desk MoveUsers: move_users(MoveUsersRequest) -> JobView, May(&[P::SeePeople, P::MovePeople]), Hub, DESK;
    /// Ends the sessions of many users, or previews it.
    desk SignOutUsers: sign_out_users(ManyUsersRequest) -> JobView, May(&[P::SeePeople, P::EndSessions]), Hub, DESK;
    /// Ends sessions of somebody, or one's own.
    desk EndSessions: end_sessions(EndSessionsRequest) -> EndedSessionsView, Session, Hub, DESK;
    /// Erases the personal data of somebody of lower rank, for good.
    desk ErasePerson: erase_person(ErasePersonRequest) -> ErasedView, May(&[P::ErasePeople]), Hub, DESK;
    /// Changes the sender's own name and address.
    desk ChangeProfile: change_profile(ChangeProfileRequest) -> UserView, Session, Hub, DESK;
    /// Changes the sender's own password.
    desk ChangePassword: change_password(ChangePasswordRequest) -> EndedSessionsView, Session, Hub, DESK;
    // The organisation.
    /// The organisation's rules as they are now.
    desk Policy: policy() -> crate::Policy, Session, Here, DESK;
    /// Changes the given rules.
    desk SetPolicy: set_policy(SetPolicyRequest) -> crate::Policy, MayEverywhere(&[P::SetPolicy]), Hub, DESK;
    /// The logo with its picture; needs nobody signed in.
    desk LogoPicture: logo_picture() -> Option<LogoPictureView>, Nothing, Here, EVERY;
    /// Lets the person choose a picture as the logo. None: the dialog was cancelled.
    shell ChooseLogo: choose_logo(FileDialogRequest) -> Option<LogoView>, MayEverywhere(&[P::SetLogo]), Hub, DESK;
    /// Removes the logo. False: there was none.
    desk RemoveLogo: remove_logo() -> bool, MayEverywhere(&[P::SetLogo]), Hub, DESK;
    // This device.
    /// Returns a setting that the signed-in person has stored on this device.
    desk Preference: preference(PreferenceRequest) -> Option<String>, Session, Here, DESK;
    /// Stores a setting of the signed-in person on this device.
    desk SetPreference: set_preference(SetPreferenceRequest) -> (), Session, Here, DESK;
    /// Excludes the sending window from screen recordings, or includes it again.
    shell ProtectScreen: protect_screen(ProtectScreenRequest) -> ScreenProtectionView, Nothing, Here, EVERY;
    /// Zooms the sending window.
    shell ZoomWindow: zoom_window(ZoomRequest) -> (), Nothing, Here, DESK;
    /// The page's answer to a request to close its window.
    shell AnswerClose: answer_close(AnswerCloseRequest) -> (), Nothing, Here, EVERY;
    /// Writes a fault of the page to the log.
    shell ReportFault: report_fault(FaultRequest) -> (), Nothing, Here, EVERY;
    // Joining.
    /// Returns the invite link that was opened last, once. It is not looked up.
    shell TakeInviteLink: take_invite_link() -> Option<InviteLinkView>, Nothing, Here, DESK;
    /// Previews an invitation without using it up; needs nobody signed in.
    desk PreviewJoin: preview_join(PreviewJoinRequest) -> JoinView, Nothing, Either, EVERY;
    /// Joins; needs nobody signed in, and signs nobody in.
    desk RedeemInvitation: redeem_invitation(RedeemInvitationRequest) -> JoinedView, Nothing, Either, EVERY;
    /// Rates a password while it is typed.
    desk PasswordStrength: password_strength(PasswordStrengthRequest) -> PasswordStrengthView, Nothing, Here, EVERY;
}

// Commands of the command line only.
types! {
    /// A page of the audit trail.
    desk ListAudit: list_audit(ListAuditRequest) -> AuditPageView, MayEverywhere(&[P::SeeAuditTrail]), Either, NONE;
    /// The departments within the sender's reach.
    desk ListDepartments: list_departments() -> Vec<DepartmentView>, Session, Here, NONE;
    /// Creates a department.
    desk CreateDepartment: create_department(CreateDepartmentRequest) -> DepartmentView,
        May(&[P::ManageDepartments]), Hub, NONE;
    /// Moves a department, with all under it.
    desk MoveDepartment: move_department(MoveDepartmentRequest) -> DepartmentView,
        May(&[P::ManageDepartments]), Hub, NONE;
    /// Renames a department.
    desk RenameDepartment: rename_department(RenameDepartmentRequest) -> DepartmentView,
        May(&[P::ManageDepartments]), Hub, NONE;
    /// The mail server's settings.
    desk MailSettings: mail_settings() -> MailSettingsView, MayEverywhere(&[P::SetMail]), Here, NONE;
    /// Changes the mail server's settings.
    desk SetMailSettings: set_mail_settings(SetMailRequest) -> MailSettingsView,
        MayEverywhere(&[P::SetMail]), Here, NONE;
    /// Sends a test message to the sender's own address.
    desk TestMail: test_mail() -> MailTestView, MayEverywhere(&[P::SetMail]), Here, NONE;
    /// Queues an invitation to be sent by email.
    desk SendInvitation: send_invitation(SendInvitationRequest) -> MailView, SEND, Here, NONE;
    /// Queues many invitations, each to the address that it is bound to.
    desk SendMany: send_many(SendManyRequest) -> JobView,
        May(&[P::CopyInvitations, P::SendInvitations, P::BulkInvitations]), Here, NONE;
    /// A page of this device's outbox.
    desk Outbox: outbox(OutboxRequest) -> OutboxView, May(&[P::SeeInvitations, P::SendInvitations]), Here, NONE;
    /// Queues a message that was sent, dropped or given up once more.
    desk ResendMail: resend_mail(MailRequest) -> MailView, SEND, Here, NONE;
    /// Hands over what is due, once.
    desk RunMail: run_mail() -> MailPassView, May(&[P::SendInvitations]), Here, NONE;
    /// A message with an invitation as a draft, for a mail program.
    desk DraftMail: save_draft(SendInvitationRequest) -> (), SEND, Here, NONE;
    /// A link that opens a message with an invitation in a mail program.
    desk MailtoLink: mailto_link(SendInvitationRequest) -> Secret, SEND, Here, NONE;
    /// Copies the data file as a backup.
    desk Backup: backup() -> BackupView, MayEverywhere(&[P::BackUp]), Here, NONE;
}
