//! The names of the window's commands. The handlers registered, this list and the permission files must agree (a test holds them to it).

/// What the window asks first: which page to show. → [`crate::AppStateView`]
pub const APP_STATE: &str = "app_state";
/// [`crate::CreateOrganisationRequest`] → [`crate::RecoveryKeyView`]
pub const CREATE_ORGANISATION: &str = "create_organisation";
/// [`crate::FileDialogRequest`] → [`crate::LogoPictureView`] for a [`crate::CreateOrganisationRequest`], or nothing
/// when the dialog was cancelled.
pub const CHOOSE_FIRST_LOGO: &str = "choose_first_logo";
/// Opens a second window with sample data, while there is no organisation yet. → nothing
pub const OPEN_SAMPLE: &str = "open_sample";
/// [`crate::OpenFileRequest`] → [`crate::AppStateView`]
pub const OPEN_FILE: &str = "open_file";
/// [`crate::SignInRequest`] → [`crate::SessionView`]
pub const SIGN_IN: &str = "sign_in";
/// [`crate::SetPasswordRequest`] → [`crate::PasswordSetView`]; needs nobody signed in, but a one-time code.
pub const SET_PASSWORD: &str = "set_password";
/// [`crate::RecoverPasswordRequest`] → [`crate::PasswordSetView`]; needs nobody signed in, but the recovery key.
pub const RECOVER_PASSWORD: &str = "recover_password";
/// [`crate::ShowRecoveryKeyRequest`] → [`crate::RecoveryKeyView`]; written into the trail.
pub const SHOW_RECOVERY_KEY: &str = "show_recovery_key";
/// Ends the session, and forgets a kept one. → nothing
pub const SIGN_OUT: &str = "sign_out";
/// Locks the session at once. → nothing
pub const LOCK_SESSION: &str = "lock_session";
/// Whether this device's clock is doubted. → [`crate::ClockDoubtView`], or nothing
pub const CLOCK: &str = "clock";
/// It is right, says who looks after everything. → nothing
pub const CONFIRM_CLOCK: &str = "confirm_clock";
/// [`crate::UnlockRequest`] → [`crate::SessionView`]
pub const UNLOCK_SESSION: &str = "unlock_session";
/// What the signed-in person may choose when creating. → [`crate::InvitationOptionsView`]
pub const INVITATION_OPTIONS: &str = "invitation_options";
/// [`crate::ListInvitationsRequest`] → [`crate::InvitationPageView`]
pub const LIST_INVITATIONS: &str = "list_invitations";
/// [`crate::InvitationRequest`] → [`crate::InvitationView`]
pub const GET_INVITATION: &str = "get_invitation";
/// [`crate::CreateInvitationRequest`] → [`crate::InvitationView`]
pub const CREATE_INVITATION: &str = "create_invitation";
/// [`crate::CopyInvitationRequest`] → [`crate::CopiedView`]; the clipboard is written by the backend.
pub const COPY_INVITATION: &str = "copy_invitation";
/// [`crate::RevokeInvitationRequest`] → [`crate::InvitationView`]
pub const REVOKE_INVITATION: &str = "revoke_invitation";
/// [`crate::DescribeInvitationRequest`] → [`crate::InvitationView`]
pub const DESCRIBE_INVITATION: &str = "describe_invitation";
/// [`crate::ReplaceInvitationRequest`] → [`crate::ReplacedView`]
pub const REPLACE_INVITATION: &str = "replace_invitation";
/// [`crate::InvitationRequest`] → [`crate::HistoryView`]
pub const INVITATION_HISTORY: &str = "invitation_history";
/// [`crate::RevokeManyRequest`] → [`crate::RevokeManyView`]: what it would do.
pub const PREVIEW_REVOKE: &str = "preview_revoke";
/// [`crate::RevokeManyRequest`] → [`crate::JobView`]
pub const REVOKE_MANY: &str = "revoke_many";
/// [`crate::CreateManyRequest`] → [`crate::JobView`]
pub const CREATE_MANY: &str = "create_many";
/// [`crate::CleanUpRequest`] → [`crate::CleanUpView`]: what it would take.
pub const PREVIEW_CLEAN_UP: &str = "preview_clean_up";
/// [`crate::CleanUpRequest`] → [`crate::JobView`]
pub const CLEAN_UP: &str = "clean_up";
/// [`crate::JobRequest`] → [`crate::JobView`]
pub const JOB: &str = "job";
/// [`crate::JobRequest`] → [`crate::JobView`]; it stops soon.
pub const CANCEL_JOB: &str = "cancel_job";
/// [`crate::InvitationRequest`] → [`crate::QrView`]; written into the history.
pub const SHOW_QR: &str = "show_qr";
/// [`crate::InvitationRequest`] → [`crate::CopiedView`]; the QR code as a picture.
pub const COPY_QR: &str = "copy_qr";
/// [`crate::SaveQrRequest`] → [`crate::SavedFileView`], or nothing when the dialog was cancelled.
pub const SAVE_QR: &str = "save_qr";
/// [`crate::FileDialogRequest`] → [`crate::ChosenFileView`], or nothing when the dialog was cancelled.
pub const CHOOSE_SHEET: &str = "choose_sheet";
/// [`crate::ReadSheetRequest`] → [`crate::JobView`]
pub const READ_SHEET: &str = "read_sheet";
/// [`crate::FileDialogRequest`] → [`crate::SavedFileView`], or nothing when the dialog was cancelled.
pub const SAVE_LEFT_OUT: &str = "save_left_out";
/// [`crate::ExportRequest`] → [`crate::JobView`], or nothing when the dialog was cancelled.
pub const EXPORT_INVITATIONS: &str = "export_invitations";
/// [`crate::PrintFileRequest`] → [`crate::JobView`], or nothing when the dialog was cancelled.
pub const PRINT_INVITATIONS: &str = "print_invitations";
/// The organisation's rules. → [`crate::Policy`]
pub const POLICY: &str = "policy";
/// [`crate::SetPolicyRequest`] → [`crate::Policy`]
pub const SET_POLICY: &str = "set_policy";
/// [`crate::PreferenceRequest`] → a text, or nothing
pub const PREFERENCE: &str = "preference";
/// [`crate::SetPreferenceRequest`] → nothing
pub const SET_PREFERENCE: &str = "set_preference";
/// [`crate::ProtectScreenRequest`] → [`crate::ScreenProtectionView`]
pub const PROTECT_SCREEN: &str = "protect_screen";
/// [`crate::ZoomRequest`] → nothing
pub const ZOOM_WINDOW: &str = "zoom_window";
/// The organisation's logo; needs nobody signed in. → [`crate::LogoPictureView`], or nothing
pub const LOGO_PICTURE: &str = "logo_picture";
/// [`crate::FileDialogRequest`] → [`crate::LogoView`], or nothing when the dialog was cancelled.
pub const CHOOSE_LOGO: &str = "choose_logo";
/// Takes it away. → whether there was one
pub const REMOVE_LOGO: &str = "remove_logo";
/// [`crate::PreviewJoinRequest`] → [`crate::JoinView`]; uses nothing up.
pub const PREVIEW_JOIN: &str = "preview_join";
/// [`crate::RedeemInvitationRequest`] → [`crate::JoinedView`]
pub const REDEEM_INVITATION: &str = "redeem_invitation";
/// [`crate::PasswordStrengthRequest`] → [`crate::PasswordStrengthView`]
pub const PASSWORD_STRENGTH: &str = "password_strength";
/// [`crate::AnswerCloseRequest`] → nothing; the page's answer when its window is to close.
pub const ANSWER_CLOSE: &str = "answer_close";
/// [`crate::FaultRequest`] → nothing; a fault of the window goes to the log.
pub const REPORT_FAULT: &str = "report_fault";

/// All of them, for the tests that compare lists.
pub const ALL: &[&str] = &[
    APP_STATE,
    CREATE_ORGANISATION,
    CHOOSE_FIRST_LOGO,
    OPEN_SAMPLE,
    OPEN_FILE,
    SIGN_IN,
    SET_PASSWORD,
    RECOVER_PASSWORD,
    SHOW_RECOVERY_KEY,
    SIGN_OUT,
    LOCK_SESSION,
    CLOCK,
    CONFIRM_CLOCK,
    UNLOCK_SESSION,
    INVITATION_OPTIONS,
    LIST_INVITATIONS,
    GET_INVITATION,
    CREATE_INVITATION,
    COPY_INVITATION,
    REVOKE_INVITATION,
    DESCRIBE_INVITATION,
    REPLACE_INVITATION,
    INVITATION_HISTORY,
    PREVIEW_REVOKE,
    REVOKE_MANY,
    CREATE_MANY,
    PREVIEW_CLEAN_UP,
    CLEAN_UP,
    JOB,
    CANCEL_JOB,
    SHOW_QR,
    COPY_QR,
    SAVE_QR,
    CHOOSE_SHEET,
    READ_SHEET,
    SAVE_LEFT_OUT,
    EXPORT_INVITATIONS,
    PRINT_INVITATIONS,
    POLICY,
    SET_POLICY,
    PREFERENCE,
    SET_PREFERENCE,
    PROTECT_SCREEN,
    ZOOM_WINDOW,
    LOGO_PICTURE,
    CHOOSE_LOGO,
    REMOVE_LOGO,
    PREVIEW_JOIN,
    REDEEM_INVITATION,
    PASSWORD_STRENGTH,
    ANSWER_CLOSE,
    REPORT_FAULT,
];
