//! The commands of the window: the one table of what may be asked, with what is given and what is answered. The shell's
//! handlers and the window's calls are made from it; the permission file lists the same names (a test holds it to them).
//! Keeps out what a command does.

use crate::{
    AnswerCloseRequest, AppStateView, ChosenFileView, CleanUpRequest, CleanUpView, ClockDoubtView, CopiedView,
    CopyInvitationRequest, CreateInvitationRequest, CreateManyRequest, CreateOrganisationRequest,
    DescribeInvitationRequest, ExportRequest, FaultRequest, FileDialogRequest, HistoryView, InvitationOptionsView,
    InvitationPageView, InvitationRequest, InvitationView, JobRequest, JobView, JoinView, JoinedView,
    ListInvitationsRequest, LogoPictureView, LogoView, OpenFileRequest, PasswordSetView, PasswordStrengthRequest,
    PasswordStrengthView, PreferenceRequest, PreviewJoinRequest, PrintFileRequest, ProtectScreenRequest, QrView,
    ReadSheetRequest, RecoverPasswordRequest, RecoveryKeyView, RedeemInvitationRequest, ReplaceInvitationRequest,
    ReplacedView, RevokeInvitationRequest, RevokeManyRequest, RevokeManyView, SaveQrRequest, SavedFileView,
    ScreenProtectionView, SessionView, SetPasswordRequest, SetPolicyRequest, SetPreferenceRequest,
    ShowRecoveryKeyRequest, SignInRequest, UnlockRequest, ZoomRequest,
};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// A command: a name, and the types of its request and its answer. What is refused is an [`crate::ErrorView`].
pub trait Command {
    /// What crosses to the backend.
    const NAME: &'static str;
    /// What it is asked with.
    type Request: Serialize + DeserializeOwned + Send + 'static;
    /// What it answers with.
    type Answer: Serialize + DeserializeOwned + Send + 'static;
}

/// A request, or none.
macro_rules! request {
    () => {
        ()
    };
    ($request:ty) => {
        $request
    };
}

/// Makes the types of the table's rows, the list of their names, and [`each_command`], which hands the rows to other
/// crates. A row: who answers it, its type, its name, its request and its answer. `desk`: the seat's method of that
/// name; `shell`: a function of the shell, since it takes a dialog, the clipboard or the window itself.
macro_rules! commands {
    (($d:tt) $($(#[$doc:meta])* $place:ident $command:ident: $name:ident($($request:ty)?) -> $answer:ty;)*) => {
        $(
            $(#[$doc])*
            #[derive(Debug, Clone, Copy)]
            pub struct $command;

            impl $command {
                /// What crosses to the backend.
                pub const NAME: &'static str = stringify!($name);
            }

            impl Command for $command {
                const NAME: &'static str = Self::NAME;
                type Request = request!($($request)?);
                type Answer = $answer;
            }
        )*

        /// The name of each.
        pub const ALL: &[&str] = &[$($command::NAME),*];

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
    shell AppState: app_state() -> AppStateView;
    /// First start.
    shell CreateOrganisation: create_organisation(CreateOrganisationRequest) -> RecoveryKeyView;
    /// A picture for a [`CreateOrganisationRequest`]. None: the dialog was cancelled.
    shell ChooseFirstLogo: choose_first_logo(FileDialogRequest) -> Option<LogoPictureView>;
    /// Opens a second window with sample data, while there is no organisation yet.
    shell OpenSample: open_sample() -> ();
    /// Gives a locked file its key.
    shell OpenFile: open_file(OpenFileRequest) -> AppStateView;
    // The session.
    /// Begins a session.
    desk SignIn: sign_in(SignInRequest) -> SessionView;
    /// Sets a new password by a one-time code; needs nobody signed in.
    desk SetPassword: set_password(SetPasswordRequest) -> PasswordSetView;
    /// Sets an administrator's new password by the recovery key; needs nobody signed in.
    desk RecoverPassword: recover_password(RecoverPasswordRequest) -> PasswordSetView;
    /// The recovery key once more, for an administrator's password; written into the trail.
    desk ShowRecoveryKey: show_recovery_key(ShowRecoveryKeyRequest) -> RecoveryKeyView;
    /// Ends the session, and forgets a kept one.
    desk SignOut: sign_out() -> ();
    /// Locks the session at once.
    desk LockSession: lock_session() -> ();
    /// Unlocks it with the signed-in person's password.
    desk UnlockSession: unlock_session(UnlockRequest) -> SessionView;
    /// Whether this device's clock is doubted.
    desk Clock: clock() -> Option<ClockDoubtView>;
    /// It is right, says who looks after everything.
    desk ConfirmClock: confirm_clock() -> ();
    // Invitations.
    /// What the signed-in person may choose when creating.
    desk InvitationOptions: invitation_options() -> InvitationOptionsView;
    /// One page of those the signed-in person may see.
    desk ListInvitations: list_invitations(ListInvitationsRequest) -> InvitationPageView;
    /// One of them, with all its uses.
    desk GetInvitation: get_invitation(InvitationRequest) -> InvitationView;
    /// Makes one.
    desk CreateInvitation: create_invitation(CreateInvitationRequest) -> InvitationView;
    /// Copies its code or link to the clipboard, which the backend writes.
    shell CopyInvitation: copy_invitation(CopyInvitationRequest) -> CopiedView;
    /// Ends one for good.
    desk RevokeInvitation: revoke_invitation(RevokeInvitationRequest) -> InvitationView;
    /// Sets label and note.
    desk DescribeInvitation: describe_invitation(DescribeInvitationRequest) -> InvitationView;
    /// Ends one and makes another in its place.
    desk ReplaceInvitation: replace_invitation(ReplaceInvitationRequest) -> ReplacedView;
    /// What happened to one.
    desk InvitationHistory: invitation_history(InvitationRequest) -> HistoryView;
    /// The QR code of its link, module by module; written into the history.
    desk ShowQr: show_qr(InvitationRequest) -> QrView;
    /// Copies that QR code to the clipboard as a picture.
    shell CopyQr: copy_qr(InvitationRequest) -> CopiedView;
    /// Saves that QR code. None: the dialog was cancelled.
    shell SaveQr: save_qr(SaveQrRequest) -> Option<SavedFileView>;
    // Many at once.
    /// What ending many would do.
    desk PreviewRevoke: preview_revoke(RevokeManyRequest) -> RevokeManyView;
    /// Ends many.
    desk RevokeMany: revoke_many(RevokeManyRequest) -> JobView;
    /// Makes many of one kind.
    desk CreateMany: create_many(CreateManyRequest) -> JobView;
    /// What cleaning up would take.
    desk PreviewCleanUp: preview_clean_up(CleanUpRequest) -> CleanUpView;
    /// Archives what ended long ago.
    desk CleanUp: clean_up(CleanUpRequest) -> JobView;
    /// How far a job is.
    desk Job: job(JobRequest) -> JobView;
    /// Cancels a job; it stops soon.
    desk CancelJob: cancel_job(JobRequest) -> JobView;
    /// Asks for a sheet to read. None: the dialog was cancelled.
    shell ChooseSheet: choose_sheet(FileDialogRequest) -> Option<ChosenFileView>;
    /// Looks at the chosen sheet, or at what was pasted, and makes its invitations if that is asked.
    shell ReadSheet: read_sheet(ReadSheetRequest) -> JobView;
    /// Saves the rows that the last look at a sheet left out. None: the dialog was cancelled.
    shell SaveLeftOut: save_left_out(FileDialogRequest) -> Option<SavedFileView>;
    /// Saves a list. None: the dialog was cancelled.
    shell ExportInvitations: export_invitations(ExportRequest) -> Option<JobView>;
    /// Saves cards or posters as a PDF. None: the dialog was cancelled.
    shell PrintInvitations: print_invitations(PrintFileRequest) -> Option<JobView>;
    // The organisation.
    /// The organisation's rules as they are now.
    desk Policy: policy() -> crate::Policy;
    /// Sets those that are given.
    desk SetPolicy: set_policy(SetPolicyRequest) -> crate::Policy;
    /// The logo with its picture; needs nobody signed in.
    desk LogoPicture: logo_picture() -> Option<LogoPictureView>;
    /// Asks for a picture and makes it the logo. None: the dialog was cancelled.
    shell ChooseLogo: choose_logo(FileDialogRequest) -> Option<LogoView>;
    /// Takes the logo away. False: there was none.
    desk RemoveLogo: remove_logo() -> bool;
    // This device.
    /// What the signed-in person has kept here.
    desk Preference: preference(PreferenceRequest) -> Option<String>;
    /// Keeps it.
    desk SetPreference: set_preference(SetPreferenceRequest) -> ();
    /// Keeps the window that asks out of screen recordings, or no longer.
    shell ProtectScreen: protect_screen(ProtectScreenRequest) -> ScreenProtectionView;
    /// Shows everything in the window that asks larger or smaller.
    shell ZoomWindow: zoom_window(ZoomRequest) -> ();
    /// The page's answer when its window is to close.
    shell AnswerClose: answer_close(AnswerCloseRequest) -> ();
    /// A fault of the page goes to the log.
    shell ReportFault: report_fault(FaultRequest) -> ();
    // Joining.
    /// Looks at an invitation without using it up; needs nobody signed in.
    desk PreviewJoin: preview_join(PreviewJoinRequest) -> JoinView;
    /// Joins; needs nobody signed in, and signs nobody in.
    desk RedeemInvitation: redeem_invitation(RedeemInvitationRequest) -> JoinedView;
    /// How strong a password would be, while it is typed.
    desk PasswordStrength: password_strength(PasswordStrengthRequest) -> PasswordStrengthView;
}
