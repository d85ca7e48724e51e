//! The commands of the window: the one table of what may be asked, with what is given and what is answered. The shell's
//! handlers and the window's calls are made from it; the permission file lists the same names (a test holds it to
//! them). Keeps out what a command does.

use self::DecidedAt::{Either, Here, Hub};
use self::Needs::{May, MayEverywhere, Nothing, Session};
use crate::{
    AnswerCloseRequest, AppStateView, AssignRoleRequest, AuditPageView, BackupView, ChangePasswordRequest,
    ChangeProfileRequest, ChosenFileView, CleanUpRequest, CleanUpView, ClockDoubtView, CopiedView,
    CopyInvitationRequest, CopyPasswordCodeRequest, CreateDepartmentRequest, CreateInvitationRequest,
    CreateManyRequest, CreateOrganisationRequest, DepartmentView, DescribeInvitationRequest, EndSessionsRequest,
    EndedSessionsView, ErasePersonRequest, ErasedView, ExportRequest, ExportUsersRequest, FaultRequest,
    FileDialogRequest, HistoryView, InvitationOptionsView, InvitationPageView, InvitationRequest, InvitationView,
    JobRequest, JobView, JoinView, JoinedView, ListAuditRequest, ListInvitationsRequest, ListUsersRequest,
    LogoPictureView, LogoView, ManyUsersRequest, MoveDepartmentRequest, MoveUserRequest, MoveUsersRequest,
    OpenFileRequest, PasswordCodeView, PasswordSetView, PasswordStrengthRequest, PasswordStrengthView,
    PreferenceRequest, PreviewJoinRequest, PrintFileRequest, ProtectScreenRequest, QrView, ReadSheetRequest,
    RecoverPasswordRequest, RecoveryKeyView, RedeemInvitationRequest, RenameDepartmentRequest,
    ReplaceInvitationRequest, ReplacedView, ResetPasswordRequest, RevokeInvitationRequest, RevokeManyRequest,
    RevokeManyView, SaveQrRequest, SavedFileView, ScreenProtectionView, SessionView, SetPasswordRequest,
    SetPolicyRequest, SetPreferenceRequest, ShowRecoveryKeyRequest, SignInRequest, UnlockRequest, UserDetailsView,
    UserOptionsView, UserPageView, UserRequest, UserStateRequest, UserView, ZoomRequest,
};
use serde::Serialize;
use serde::de::DeserializeOwned;
use vestibule_domain::Permission as P;

/// Making many at once, from a sheet too.
const CREATE_MANY: Needs = May(&[P::CreateInvitations, P::BulkInvitations]);
/// Ending many at once.
const REVOKE_MANY: Needs = May(&[P::RevokeInvitations, P::BulkInvitations]);

/// A command: a row of the table, with the types of its request and its answer. What is refused is an
/// [`crate::ErrorView`].
pub trait Command {
    /// What the table says of it.
    const OPERATION: Operation;
    /// What crosses to the backend, and what stands in the trail when it is refused.
    const NAME: &'static str = Self::OPERATION.name;
    /// Who may ask.
    const NEEDS: Needs = Self::OPERATION.needs;
    /// What it is asked with.
    type Request: Serialize + DeserializeOwned + Send + 'static;
    /// What it answers with.
    type Answer: Serialize + DeserializeOwned + Send + 'static;
}

/// A row of the table, without its types.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Operation {
    /// What crosses to the backend.
    pub name: &'static str,
    /// Who may ask.
    pub needs: Needs,
    /// Where it is decided once many devices share one organisation.
    pub decided: DecidedAt,
    /// From which windows.
    pub windows: &'static [WindowKind],
}

/// Where a command is decided once devices share an organisation by a hub. Without a hub, all are decided here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DecidedAt {
    /// On this device, from what it holds, also without a connection.
    Here,
    /// At the hub: it concerns the organisation, its people or their rights.
    Hub,
    /// Here where this device holds all that it is decided from, at the hub otherwise.
    Either,
}

/// What a window is for, and with it what its page may ask.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WindowKind {
    /// Where people work who have an account.
    Desk,
    /// Where newcomers join, and nothing else is reached.
    Kiosk,
}

/// What somebody needs for a command at all. All else is decided by the rules.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Needs {
    /// Nobody needs to be signed in.
    Nothing,
    /// Somebody is, whoever.
    Session,
    /// Their role has these permissions. How far they reach with them is decided row by row.
    May(&'static [P]),
    /// Their role has these permissions and reaches the whole organisation: it concerns all of it.
    MayEverywhere(&'static [P]),
}

impl Needs {
    /// Whether somebody with these permissions has what it takes.
    pub fn are_met(self, permissions: &[P], everywhere: bool) -> bool {
        match self {
            Self::Nothing | Self::Session => true,
            Self::May(needed) => needed.iter().all(|one| permissions.contains(one)),
            Self::MayEverywhere(needed) => everywhere && Self::May(needed).are_met(permissions, everywhere),
        }
    }
}

/// Windows of people who have an account.
const DESK: &[WindowKind] = &[WindowKind::Desk];
/// No window: only the command line.
const NONE: &[WindowKind] = &[];
/// Those of people, and a lobby's.
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

/// Makes the types of a table's rows. A row: who answers it, its type, its name, its request and its answer, what it
/// needs, where it is decided, and from which windows it is asked.
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
                /// What crosses to the backend.
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

/// The table of the window: makes its types, the list of their names, and [`each_command`], which hands the rows to
/// other crates. `desk`: the seat's method of that name answers; `shell`: a function of the shell, since it takes a
/// dialog, the clipboard or the window itself.
macro_rules! commands {
    (($d:tt) $(
        $(#[$doc:meta])*
        $place:ident $command:ident: $name:ident($($request:ty)?) -> $answer:ty, $needs:expr, $decided:expr, $windows:expr;
    )*) => {
        types! { $($(#[$doc])* $place $command: $name($($request)?) -> $answer, $needs, $decided, $windows;)* }

        /// All rows.
        pub const ALL: &[Operation] = &[$($command::OPERATION),*];

        /// Hands every row to the macro of that name: `desk SignIn sign_in (Request);` with empty parentheses where
        /// there is no request.
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
    /// What the window asks first: which page to show.
    shell AppState: app_state() -> AppStateView, Nothing, Here, EVERY;
    /// First start.
    shell CreateOrganisation: create_organisation(CreateOrganisationRequest) -> RecoveryKeyView, Nothing, Here, DESK;
    /// A picture for a [`CreateOrganisationRequest`]. None: the dialog was cancelled.
    shell ChooseFirstLogo: choose_first_logo(FileDialogRequest) -> Option<LogoPictureView>, Nothing, Here, DESK;
    /// Opens a second window with sample data, while there is no organisation yet.
    shell OpenSample: open_sample() -> (), Nothing, Here, DESK;
    /// Gives a locked file its key.
    shell OpenFile: open_file(OpenFileRequest) -> AppStateView, Nothing, Here, DESK;
    // The session.
    /// Begins a session.
    desk SignIn: sign_in(SignInRequest) -> SessionView, Nothing, Either, DESK;
    /// Sets a new password by a one-time code; needs nobody signed in.
    desk SetPassword: set_password(SetPasswordRequest) -> PasswordSetView, Nothing, Hub, DESK;
    /// Sets an administrator's new password by the recovery key; needs nobody signed in.
    desk RecoverPassword: recover_password(RecoverPasswordRequest) -> PasswordSetView, Nothing, Here, DESK;
    /// The recovery key once more, for an administrator's password; written into the trail.
    desk ShowRecoveryKey: show_recovery_key(ShowRecoveryKeyRequest) -> RecoveryKeyView,
        MayEverywhere(&[P::SeeRecoveryKey]), Here, DESK;
    /// Ends the session, and forgets a kept one.
    desk SignOut: sign_out() -> (), Nothing, Here, DESK;
    /// Who sits here, as they are now; keeps no session awake.
    desk Sitting: sitting() -> SessionView, Session, Here, DESK;
    /// Locks the session at once.
    desk LockSession: lock_session() -> (), Session, Here, DESK;
    /// Unlocks it with the signed-in person's password.
    desk UnlockSession: unlock_session(UnlockRequest) -> SessionView, Session, Here, DESK;
    /// Somebody is there, though they ask for nothing: the session does not lock for a while.
    desk StayAwake: stay_awake() -> (), Session, Here, DESK;
    /// Whether this device's clock is doubted.
    desk Clock: clock() -> Option<ClockDoubtView>, Nothing, Here, DESK;
    /// Says that it is right.
    desk ConfirmClock: confirm_clock() -> (), MayEverywhere(&[P::ConfirmClock]), Here, DESK;
    // Invitations.
    /// What the signed-in person may choose when creating.
    desk InvitationOptions: invitation_options() -> InvitationOptionsView, May(&[P::CreateInvitations]), Here, DESK;
    /// One page of those the signed-in person may see.
    desk ListInvitations: list_invitations(ListInvitationsRequest) -> InvitationPageView,
        May(&[P::SeeInvitations]), Here, DESK;
    /// One of them, with all its uses.
    desk GetInvitation: get_invitation(InvitationRequest) -> InvitationView, May(&[P::SeeInvitations]), Here, DESK;
    /// Makes one.
    desk CreateInvitation: create_invitation(CreateInvitationRequest) -> InvitationView,
        May(&[P::CreateInvitations]), Here, DESK;
    /// Copies its code or link to the clipboard, which the backend writes.
    shell CopyInvitation: copy_invitation(CopyInvitationRequest) -> CopiedView, May(&[P::CopyInvitations]), Here, DESK;
    /// Ends one for good.
    desk RevokeInvitation: revoke_invitation(RevokeInvitationRequest) -> InvitationView,
        May(&[P::RevokeInvitations]), Here, DESK;
    /// Sets label and note.
    desk DescribeInvitation: describe_invitation(DescribeInvitationRequest) -> InvitationView,
        May(&[P::DescribeInvitations]), Here, DESK;
    /// Ends one and makes another in its place.
    desk ReplaceInvitation: replace_invitation(ReplaceInvitationRequest) -> ReplacedView,
        May(&[P::ReplaceInvitations, P::RevokeInvitations, P::CreateInvitations]), Here, DESK;
    /// What happened to one.
    desk InvitationHistory: invitation_history(InvitationRequest) -> HistoryView,
        May(&[P::SeeInvitations]), Either, DESK;
    /// The QR code of its link, module by module; written into the history.
    desk ShowQr: show_qr(InvitationRequest) -> QrView, May(&[P::CopyInvitations]), Here, DESK;
    /// Copies that QR code to the clipboard as a picture.
    shell CopyQr: copy_qr(InvitationRequest) -> CopiedView, May(&[P::CopyInvitations]), Here, DESK;
    /// Saves that QR code. None: the dialog was cancelled.
    shell SaveQr: save_qr(SaveQrRequest) -> Option<SavedFileView>, May(&[P::CopyInvitations]), Here, DESK;
    // Many at once.
    /// What ending many would do.
    desk PreviewRevoke: preview_revoke(RevokeManyRequest) -> RevokeManyView, REVOKE_MANY, Here, DESK;
    /// Ends many.
    desk RevokeMany: revoke_many(RevokeManyRequest) -> JobView, REVOKE_MANY, Here, DESK;
    /// Makes many of one kind.
    desk CreateMany: create_many(CreateManyRequest) -> JobView, CREATE_MANY, Here, DESK;
    /// What cleaning up would take.
    desk PreviewCleanUp: preview_clean_up(CleanUpRequest) -> CleanUpView, May(&[P::CleanUpInvitations]), Here, DESK;
    /// Archives what ended long ago.
    desk CleanUp: clean_up(CleanUpRequest) -> JobView, May(&[P::CleanUpInvitations]), Here, DESK;
    /// How far a job is.
    desk Job: job(JobRequest) -> JobView, Session, Here, DESK;
    /// Cancels a job; it stops soon.
    desk CancelJob: cancel_job(JobRequest) -> JobView, Session, Here, DESK;
    /// Asks for a sheet to read. None: the dialog was cancelled.
    shell ChooseSheet: choose_sheet(FileDialogRequest) -> Option<ChosenFileView>, CREATE_MANY, Here, DESK;
    /// Looks at the chosen sheet, or at what was pasted, and makes its invitations if that is asked.
    shell ImportInvitations: import_invitations(ReadSheetRequest) -> JobView, CREATE_MANY, Here, DESK;
    /// Saves the rows that the last look at a sheet left out. None: the dialog was cancelled.
    shell SaveLeftOut: save_left_out(FileDialogRequest) -> Option<SavedFileView>, CREATE_MANY, Here, DESK;
    /// Saves a list. None: the dialog was cancelled.
    shell ExportInvitations: export_invitations(ExportRequest) -> Option<JobView>,
        May(&[P::SeeInvitations, P::ExportInvitations]), Here, DESK;
    /// Saves cards or posters as a PDF. None: the dialog was cancelled.
    shell PrintInvitations: print_invitations(PrintFileRequest) -> Option<JobView>,
        May(&[P::CopyInvitations, P::PrintInvitations]), Here, DESK;
    // Users.
    /// One page of those the signed-in person may see.
    desk ListUsers: list_users(ListUsersRequest) -> UserPageView, May(&[P::SeePeople]), Here, DESK;
    /// Saves a list of them. None: the dialog was cancelled.
    shell ExportUsers: export_users(ExportUsersRequest) -> Option<JobView>,
        May(&[P::SeePeople, P::ExportPeople]), Here, DESK;
    /// What they can be filtered by, and put into.
    desk UserOptions: user_options() -> UserOptionsView, May(&[P::SeePeople]), Here, DESK;
    /// Everything about one of them; everybody sees themselves.
    desk GetUser: get_user(UserRequest) -> UserDetailsView, Session, Here, DESK;
    /// Gives somebody another role.
    desk AssignRole: assign_role(AssignRoleRequest) -> UserView, May(&[P::SeePeople, P::AssignRoles]), Hub, DESK;
    /// Puts somebody into another department.
    desk MoveUser: move_user(MoveUserRequest) -> UserView, May(&[P::SeePeople, P::MovePeople]), Hub, DESK;
    /// Ends all sessions of somebody, who can't sign in until they are reactivated.
    desk SuspendUser: suspend_user(UserStateRequest) -> UserView, May(&[P::SeePeople, P::SuspendPeople]), Hub, DESK;
    /// Lets them sign in again.
    desk ReactivateUser: reactivate_user(UserStateRequest) -> UserView, May(&[P::SeePeople, P::SuspendPeople]), Hub, DESK;
    /// A one-time code with which somebody of lower rank sets a new password.
    desk ResetPassword: reset_password(ResetPasswordRequest) -> PasswordCodeView, May(&[P::ResetPasswords]), Hub, DESK;
    /// Copies such a code to the clipboard, which the backend writes.
    shell CopyPasswordCode: copy_password_code(CopyPasswordCodeRequest) -> CopiedView,
        May(&[P::ResetPasswords]), Here, DESK;
    /// Suspends many, or looks what that would do.
    desk SuspendUsers: suspend_users(ManyUsersRequest) -> JobView, May(&[P::SeePeople, P::SuspendPeople]), Hub, DESK;
    /// Lets many sign in again.
    desk ReactivateUsers: reactivate_users(ManyUsersRequest) -> JobView,
        May(&[P::SeePeople, P::SuspendPeople]), Hub, DESK;
    /// Puts many into another department.
    desk MoveUsers: move_users(MoveUsersRequest) -> JobView, May(&[P::SeePeople, P::MovePeople]), Hub, DESK;
    /// Ends the sessions of many.
    desk SignOutUsers: sign_out_users(ManyUsersRequest) -> JobView, May(&[P::SeePeople, P::EndSessions]), Hub, DESK;
    /// Ends sessions of somebody; everybody ends their own.
    desk EndSessions: end_sessions(EndSessionsRequest) -> EndedSessionsView, Session, Hub, DESK;
    /// Erases what is personal about somebody of lower rank, for good.
    desk ErasePerson: erase_person(ErasePersonRequest) -> ErasedView, May(&[P::ErasePeople]), Hub, DESK;
    /// Changes the asker's own name and address.
    desk ChangeProfile: change_profile(ChangeProfileRequest) -> UserView, Session, Hub, DESK;
    /// Sets the asker's own password.
    desk ChangePassword: change_password(ChangePasswordRequest) -> EndedSessionsView, Session, Hub, DESK;
    // The organisation.
    /// The organisation's rules as they are now.
    desk Policy: policy() -> crate::Policy, Session, Here, DESK;
    /// Sets those that are given.
    desk SetPolicy: set_policy(SetPolicyRequest) -> crate::Policy, MayEverywhere(&[P::SetPolicy]), Hub, DESK;
    /// The logo with its picture; needs nobody signed in.
    desk LogoPicture: logo_picture() -> Option<LogoPictureView>, Nothing, Here, EVERY;
    /// Asks for a picture and makes it the logo. None: the dialog was cancelled.
    shell ChooseLogo: choose_logo(FileDialogRequest) -> Option<LogoView>, MayEverywhere(&[P::SetLogo]), Hub, DESK;
    /// Takes the logo away. False: there was none.
    desk RemoveLogo: remove_logo() -> bool, MayEverywhere(&[P::SetLogo]), Hub, DESK;
    // This device.
    /// What the signed-in person has kept here.
    desk Preference: preference(PreferenceRequest) -> Option<String>, Session, Here, DESK;
    /// Keeps it.
    desk SetPreference: set_preference(SetPreferenceRequest) -> (), Session, Here, DESK;
    /// Keeps the window that asks out of screen recordings, or no longer.
    shell ProtectScreen: protect_screen(ProtectScreenRequest) -> ScreenProtectionView, Nothing, Here, EVERY;
    /// Shows everything in the window that asks larger or smaller.
    shell ZoomWindow: zoom_window(ZoomRequest) -> (), Nothing, Here, DESK;
    /// The page's answer when its window is to close.
    shell AnswerClose: answer_close(AnswerCloseRequest) -> (), Nothing, Here, EVERY;
    /// A fault of the page goes to the log.
    shell ReportFault: report_fault(FaultRequest) -> (), Nothing, Here, EVERY;
    // Joining.
    /// Looks at an invitation without using it up; needs nobody signed in.
    desk PreviewJoin: preview_join(PreviewJoinRequest) -> JoinView, Nothing, Either, EVERY;
    /// Joins; needs nobody signed in, and signs nobody in.
    desk RedeemInvitation: redeem_invitation(RedeemInvitationRequest) -> JoinedView, Nothing, Either, EVERY;
    /// How strong a password would be, while it is typed.
    desk PasswordStrength: password_strength(PasswordStrengthRequest) -> PasswordStrengthView, Nothing, Here, EVERY;
}

// What the command line alone asks.
types! {
    /// A page of the trail.
    desk ListAudit: list_audit(ListAuditRequest) -> AuditPageView, MayEverywhere(&[P::SeeAuditTrail]), Either, NONE;
    /// The departments within the asker's reach.
    desk ListDepartments: list_departments() -> Vec<DepartmentView>, Session, Here, NONE;
    /// Makes a department.
    desk CreateDepartment: create_department(CreateDepartmentRequest) -> DepartmentView,
        May(&[P::ManageDepartments]), Hub, NONE;
    /// Puts it, with all under it, elsewhere.
    desk MoveDepartment: move_department(MoveDepartmentRequest) -> DepartmentView,
        May(&[P::ManageDepartments]), Hub, NONE;
    /// Gives it another name.
    desk RenameDepartment: rename_department(RenameDepartmentRequest) -> DepartmentView,
        May(&[P::ManageDepartments]), Hub, NONE;
    /// A copy of the file.
    desk Backup: backup() -> BackupView, MayEverywhere(&[P::BackUp]), Here, NONE;
}
