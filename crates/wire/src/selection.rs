//! Some rows of a list: which are selected, and how they are saved as a file. Whatever the list.

use crate::{ExportForm, FileDialogRequest, ListInvitationsRequest, ListUsersRequest};
use serde::{Deserialize, Serialize};

/// Which rows of a list that is asked for with `List`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum SelectRequest<List> {
    /// These, by id; at most 10 000.
    These {
        /// Their ids.
        ids: Vec<String>,
    },
    /// All that match; page and order don't count.
    Matching {
        /// The list's own request.
        list: Box<List>,
        /// But not these.
        but: Vec<String>,
    },
}

/// Which invitations.
pub type SelectionRequest = SelectRequest<ListInvitationsRequest>;
/// Which users.
pub type UserSelectionRequest = SelectRequest<ListUsersRequest>;

impl<List> SelectRequest<List> {
    /// All of a list.
    pub fn all_of(list: List) -> Self {
        Self::Matching { list: Box::new(list), but: Vec::new() }
    }
}

/// Saves a list, or what is selected of it, as a file that the dialog asks for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SaveListRequest<List> {
    /// Which; a list in its order, and the page doesn't count.
    pub selection: SelectRequest<List>,
    /// As what.
    pub form: ExportForm,
    /// The dialog.
    pub dialog: FileDialogRequest,
}

/// Saves invitations.
pub type ExportRequest = SaveListRequest<ListInvitationsRequest>;
/// Saves users.
pub type ExportUsersRequest = SaveListRequest<ListUsersRequest>;
