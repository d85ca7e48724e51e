//! A selection of a list's rows, for any list, and the request to save a list as a file.

use crate::{ExportForm, FileDialogRequest, ListInvitationsRequest, ListUsersRequest};
use serde::{Deserialize, Serialize};

/// A selection of rows from the list that `List` requests.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum SelectRequest<List> {
    /// Individual rows; at most 10 000.
    These {
        /// Their ids.
        ids: Vec<String>,
    },
    /// All rows that match; page and order are ignored.
    Matching {
        /// The list's request, with filter and search.
        list: Box<List>,
        /// Ids of rows to leave out.
        but: Vec<String>,
    },
}

/// A selection of invitations.
pub type SelectionRequest = SelectRequest<ListInvitationsRequest>;
/// A selection of users.
pub type UserSelectionRequest = SelectRequest<ListUsersRequest>;

impl<List> SelectRequest<List> {
    /// All rows of a list.
    pub fn all_of(list: List) -> Self {
        Self::Matching { list: Box::new(list), but: Vec::new() }
    }
}

/// Saves a list or a selection as a file chosen in the dialog.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SaveListRequest<List> {
    /// The rows; a list keeps its order, and its page is ignored.
    pub selection: SelectRequest<List>,
    /// Format of the file.
    pub form: ExportForm,
    /// Words for the dialog.
    pub dialog: FileDialogRequest,
}

/// Saves invitations.
pub type ExportRequest = SaveListRequest<ListInvitationsRequest>;
/// Saves users.
pub type ExportUsersRequest = SaveListRequest<ListUsersRequest>;
