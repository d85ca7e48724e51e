//! The data types between the backend and its callers (window, command line). Keeps out rules, SQL, sessions and Tauri.
//!
//! `…Request` goes to the backend, `…View` comes back, [`ErrorView`] reports a refusal or failure. Times are UTC
//! instants, serialised as RFC 3339. Passwords and passphrases occur in requests only, in [`Secret`], which has no
//! printable form.

mod audit;
pub mod command;
mod department;
mod details;
mod error;
mod import;
mod invitation;
mod job;
mod join;
mod list;
mod logo;
mod mail;
mod many;
mod organisation;
mod page;
mod people;
mod preference;
mod secret;
mod selection;
mod session;
mod user;

pub use audit::{
    AuditEventView, AuditPageView, AuditVerifyView, BackupView, CheckView, DoctorView, ListAuditRequest, RestoredView,
    VerifyAuditRequest,
};
pub use department::{CreateDepartmentRequest, DepartmentView, MoveDepartmentRequest, RenameDepartmentRequest};
pub use details::{
    DescribeInvitationRequest, HistoryEvent, HistoryEventView, HistoryView, QrView, ReplaceInvitationRequest,
    ReplacedView,
};
pub use error::{ErrorCode, ErrorView};
pub use import::{
    DateOrder, ImportColumnView, ImportEachView, ImportRequest, ImportRowView, ImportView, NewNameView, NewNamesView,
    ReadRowsRequest, ReadSheetRequest, RowClass, SheetClass, SheetQuestion, SheetQuestionView, SheetRequest,
    SheetRowView, SheetView,
};
pub use invitation::{
    CopiedView, CopyInvitationRequest, CopyWhat, CreateInvitationRequest, ExpiryChoice, InvitationActionsView,
    InvitationOptionsView, InvitationRequest, InvitationView, PersonView, RevokeInvitationRequest, RoleView, UseView,
};
pub use job::{JobRequest, JobResult, JobState, JobView};
pub use join::{
    JoinView, JoinedView, PasswordStrengthRequest, PasswordStrengthView, PreviewJoinRequest, RedeemInvitationRequest,
};
pub use list::{CountersView, InvitationFilter, InvitationPageView, ListInvitationsRequest, SortField};
pub use logo::{LogoPictureView, LogoView};
pub use mail::{
    MailPassView, MailRequest, MailSettingsView, MailTestView, MailView, OutboxRequest, OutboxView,
    SendInvitationRequest, SendManyRequest, SendManyView, SetMailRequest,
};
pub use many::{
    ChosenFileView, CleanUpRequest, CleanUpView, CreateManyRequest, ExportForm, FileDialogRequest, MadeInvitationView,
    PictureForm, PrintFileRequest, PrintLayout, PrintPaper, PrintRequest, PrintWordsView, RevokeManyRequest,
    RevokeManyView, SaveQrRequest, SavedFileView,
};
pub use organisation::{
    AnswerCloseRequest, AppStateView, CHANGED_EVENT, CLOSE_EVENT, CreateOrganisationRequest, FaultRequest,
    FileLockView, InviteLinkView, LINK_EVENT, OpenFileRequest, OrganisationView, ProtectScreenRequest, RecoveryKeyView,
    SampleAccountView, ScreenProtectionView, SetPolicyRequest, ShowRecoveryKeyRequest, StageView, ZoomRequest,
};
pub use page::{ListRequest, Page, SortColumn};
pub use people::{ErasePersonRequest, ErasedView};
pub use preference::{PreferenceRequest, SetPreferenceRequest};
pub use secret::Secret;
pub use selection::{
    ExportRequest, ExportUsersRequest, SaveListRequest, SelectRequest, SelectionRequest, UserSelectionRequest,
};
pub use session::{
    ClockDoubtView, CopyPasswordCodeRequest, PasswordCodeView, PasswordSetView, RecoverPasswordRequest,
    ResetPasswordRequest, SessionView, SetPasswordRequest, SignInRequest, UnlockRequest,
};

pub use user::{
    AssignRoleRequest, AssignableRoleView, ChangePasswordRequest, ChangeProfileRequest, EndSessionsRequest,
    EndedSessionsView, ListUsersRequest, ManyUsersRequest, MoveUserRequest, MoveUsersRequest, RefusedUsersView,
    UserActionsView, UserCountersView, UserDetailsView, UserFilter, UserOptionsView, UserPageView, UserRecordView,
    UserRequest, UserSessionView, UserSort, UserState, UserStateRequest, UserView, UsersChangedView,
};
pub use vestibule_domain::{
    CodeLength, ExpiryError, ExpiryInput, MailPurpose, MailSecurity, MailState, Moment, Policy, Status,
};
