//! What the page's parts share: the list, what is open, where the focus stops, and copying. Keeps out how anything
//! looks.

use crate::app::{self, Stage};
use crate::features::invitations::create::{keep_open, left_open};
use crate::features::invitations::details::{Details, use_details, use_left};
use crate::features::invitations::letter;
use crate::features::invitations::list::InvitationList;
use crate::features::invitations::many::{BulkState, use_many_provider};
use crate::features::invitations::revoke::{forget_question, use_left_question};
use crate::list::{List, use_list_provider};
use crate::parts::mask::{Mask, use_mask};
use crate::parts::toasts::{COPIED, Toasts, use_toasts};
use crate::prelude::*;
use crate::{backend, t, time};
use vestibule_wire::{
    CopiedView, CopyInvitationRequest, CopyWhat, ErrorView, InvitationOptionsView, InvitationRequest, InvitationView,
    SessionView, command,
};

/// The dialog over the page.
#[derive(Debug, Clone, PartialEq)]
pub enum InvitationDialog {
    /// Nothing is open.
    Nothing,
    /// The form for a new invitation, with what may be chosen.
    Create(InvitationOptionsView),
    /// The same form, prefilled: the new invitation replaces this one.
    Replace(InvitationView, InvitationOptionsView),
    /// The invitation just made, with its code.
    Created(InvitationView),
    /// The confirmation before one is revoked.
    Revoke(InvitationView),
}

/// Shared by the page's parts through the context.
#[derive(Clone, Copy)]
pub struct InvitationsState {
    /// The rows and the query for them.
    pub list: List<InvitationList>,
    /// The open dialog about many invitations.
    pub many: BulkState,
    /// The drawer beside the list.
    pub details: Details,
    /// The dialog over the page.
    pub open: Signal<InvitationDialog>,
    /// What was just copied, and the id of its row.
    pub copied: Signal<Option<(String, CopyWhat)>>,
    /// Create was pressed and its options are being fetched.
    pub starting: Signal<bool>,
    /// Copies a row's code or link to the clipboard.
    pub copy: Callback<(String, CopyWhat)>,
    /// Opens the form: empty, or with the invitation that is to be replaced.
    pub create: Callback<Option<InvitationView>>,
    /// The session of the person signed in.
    pub session: Signal<SessionView>,
    /// Whether codes are masked with dots; None: this page shows no codes.
    pub mask: Option<Mask>,
    /// Short messages at the window's edge.
    pub toasts: Toasts,
}

/// Makes the board and gives it to the page's parts.
pub fn use_board_provider() -> InvitationsState {
    let toasts = use_toasts();
    let list = use_list_provider::<InvitationList>();
    let many = use_many_provider();
    let account = app::use_account();
    let open = use_signal(|| left_open(&account));
    use_effect(move || keep_open(&account, &open.read()));
    use_left_question(open);
    let copied = use_signal(|| None);
    let starting = use_signal(|| false);
    let stage = app::use_stage();
    let details = use_details();
    use_left(details, &app::use_account());
    let board = InvitationsState {
        list,
        many,
        details,
        open,
        copied,
        starting,
        copy: use_callback(move |(id, what)| copy(toasts, copied, stage, id, what)),
        create: use_callback(move |replaces| create(toasts, open, list.choices, starting, replaces)),
        session: app::use_session(),
        mask: use_mask(),
        toasts,
    };
    use_context_provider(|| board);
    use_future(move || async move {
        let mut choices = list.choices;
        // Without these only the filters by role and department are missing; Create fetches again and says why.
        if let Ok(answer) = backend::call::<command::InvitationOptions>().await {
            choices.set(Some(answer));
        }
    });
    board
}

/// The page's board.
pub fn use_board() -> InvitationsState {
    use_context()
}

impl InvitationsState {
    /// Whether the person signed in may create invitations.
    pub fn may_create(self) -> bool {
        self.session.read().may::<command::CreateInvitation>()
    }

    /// Closes the dialog.
    pub fn close(mut self) {
        forget_question();
        self.open.set(InvitationDialog::Nothing);
    }

    /// Opens the confirmation before revoking, if that row may be revoked. False: it may not.
    pub fn ask_revoke(mut self, id: &str) -> bool {
        let row = self.known(id).filter(|row| row.may.revoke);
        let asked = row.is_some();
        if let Some(row) = row {
            self.open.set(InvitationDialog::Revoke(row));
        }
        asked
    }

    /// Opens the form that replaces that invitation, if it may be replaced. False: it may not.
    pub fn ask_replace(self, row: &InvitationView) -> bool {
        if row.may.replace {
            self.create.call(Some(row.clone()));
        }
        row.may.replace
    }
}

/// Puts it on the clipboard. A text is built from the invitation as it is now, not as the page shows it.
async fn put(stage: Stage, id: &str, what: CopyWhat) -> Result<CopiedView, ErrorView> {
    let named = InvitationRequest { invitation: id.to_owned() };
    let words = match what {
        CopyWhat::Picture => return backend::ask::<command::CopyQr>(&named).await,
        CopyWhat::Text => {
            let row: InvitationView = backend::ask::<command::GetInvitation>(&named).await?;
            Some(letter::words(&row, &stage.organisation()))
        }
        CopyWhat::Code | CopyWhat::Link => None,
    };
    let request = CopyInvitationRequest { invitation: named.invitation, what, words };
    backend::ask::<command::CopyInvitation>(&request).await
}

fn copy(toasts: Toasts, mut copied: Signal<Option<(String, CopyWhat)>>, stage: Stage, id: String, what: CopyWhat) {
    spawn(async move {
        match put(stage, &id, what).await {
            Ok(done) => {
                let title = match done.what {
                    CopyWhat::Code => t!("invitations-copied-code"),
                    CopyWhat::Link => t!("invitations-copied-link"),
                    CopyWhat::Text => t!("invitations-copied-text"),
                    CopyWhat::Picture => t!("details-qr-copied"),
                };
                toasts.copied(title, done);
                copied.set(Some((id.clone(), what)));
                time::sleep(COPIED).await;
                if *copied.peek() == Some((id, what)) {
                    copied.set(None);
                }
            }
            Err(error) => toasts.not_copied(&error),
        }
    });
}

impl InvitationsState {
    /// Fetches the filters' options again, so that a new department or label is among them at once.
    pub fn look_at_options(self) {
        let mut choices = self.list.choices;
        dioxus::core::spawn_forever(async move {
            if let Ok(answer) = backend::call::<command::InvitationOptions>().await {
                choices.set(Some(answer));
            }
        });
    }
}

/// Fetches what may be chosen, so that a department made a moment ago is offered.
fn create(
    toasts: Toasts,
    mut open: Signal<InvitationDialog>,
    mut choices: Signal<Option<InvitationOptionsView>>,
    mut starting: Signal<bool>,
    replaces: Option<InvitationView>,
) {
    if *starting.peek() || *open.peek() != InvitationDialog::Nothing {
        return;
    }
    starting.set(true);
    spawn(async move {
        match backend::call::<command::InvitationOptions>().await {
            Ok(answer) => {
                choices.set(Some(answer.clone()));
                open.set(match replaces {
                    Some(old) => InvitationDialog::Replace(old, answer),
                    None => InvitationDialog::Create(answer),
                });
            }
            Err(error) => toasts.error(&error),
        }
        starting.set(false);
    });
}
