//! A list of invitations as a file. Each invitation gets an entry in its history, since the file may hold its code.

use super::{Exported, time_cell};
use crate::invitations::InvitationField;
use crate::invitations::chosen;
use crate::invitations::listing::division;
use crate::{DeskError, views};
use serde::Serialize;
use vestibule_domain::{Event, InvitationId, Moment, SearchTerm, ShownHow, Standing};
use vestibule_sheet::Field as _;
use vestibule_store::{FoundPage, ReadTx};
use vestibule_wire::{InvitationView, ListInvitationsRequest, SelectionRequest, command};

/// Invitations per event.
const NAMED: usize = 500;

/// The columns: the fields that an import reads, and around them those for information only.
const TITLES: [&str; 10] =
    ["code", "link", "status", "uses", "created", "created by", "used by", "revoked", "revoked by", "id"];

/// The selected invitations.
pub(super) struct InvitationFile {
    found: FoundPage,
    join: Option<String>,
    now: Moment,
    /// Ids of the rows read so far, for their histories.
    read: Vec<InvitationId>,
}

impl Exported for InvitationFile {
    type Command = command::ExportInvitations;
    type List = ListInvitationsRequest;
    type Row = InvitationView;

    fn titles() -> Vec<&'static str> {
        InvitationField::ALL.iter().map(|field| field.name()).chain(TITLES).collect()
    }

    async fn find(
        tx: &mut ReadTx,
        selection: &SelectionRequest,
        who: &Standing,
        now: Moment,
    ) -> Result<Self, DeskError> {
        let found = chosen(tx, selection, division(&who.reach), now).await?.find(tx).await?;
        let join = tx.organisation().await?.and_then(|row| row.join_address);
        let read = Vec::with_capacity(found.len());
        Ok(Self { found, join, now, read })
    }

    fn len(&self) -> usize {
        self.found.len()
    }

    async fn rows(
        &mut self,
        tx: &mut ReadTx,
        from: usize,
        most: usize,
        who: &Standing,
    ) -> Result<Vec<InvitationView>, DeskError> {
        let rows = tx.rows(&self.found, from, most).await?;
        let mut uses = tx.uses_of(&rows, u32::MAX).await?;
        self.read.extend(rows.iter().map(|row| row.invitation.id));
        let view = |row: &vestibule_store::InvitationRow| {
            let uses = uses.remove(&row.invitation.id).unwrap_or_default();
            views::invitation(row, &uses, who, self.join.as_deref(), self.now)
        };
        Ok(rows.iter().map(view).collect())
    }

    fn cells(view: &InvitationView) -> Vec<String> {
        cells(view).into()
    }

    fn record(view: &InvitationView) -> impl Serialize {
        view
    }

    fn filters(list: &ListInvitationsRequest) -> Vec<(&'static str, Option<String>)> {
        let filter = &list.filter;
        let time = |at: Option<Moment>| at.map(|at| at.to_rfc3339());
        vec![
            ("status", filter.status.map(|status| status.as_str().to_owned())),
            ("expiring", filter.expiring.then(|| "yes".to_owned())),
            ("search", Some(searched(&list.search))),
            ("role", filter.role.clone()),
            ("department", filter.department.clone()),
            ("creator", filter.creator.clone()),
            ("group", filter.group.clone()),
            ("label", filter.label.clone()),
            ("created-from", time(filter.created_from)),
            ("created-to", time(filter.created_to)),
            ("expires-from", time(filter.expires_from)),
            ("expires-to", time(filter.expires_to)),
            ("archived", filter.archived.then(|| "yes".to_owned())),
        ]
    }

    fn events(&self, form: &'static str) -> (Event, Vec<Event>) {
        let exported = Event::InvitationsExported { rows: self.len() as u64, form: form.to_owned() };
        let shown = |ids: &[InvitationId]| Event::InvitationsShown { invitations: ids.to_vec(), how: ShownHow::Export };
        (exported, self.read.chunks(NAMED).map(shown).collect())
    }
}

/// A search as it stands in the trail, which shows no code: what could be one, or most of one, is not told.
pub(super) fn searched(typed: &str) -> String {
    let term = SearchTerm::parse(typed).ok().flatten();
    let symbols = term.as_ref().and_then(SearchTerm::code_part).unwrap_or_default();
    let is_code = symbols.len() >= 12 || symbols.len() >= 8 && typed.contains(|c: char| c.is_ascii_digit());
    if is_code { "a code".to_owned() } else { typed.to_owned() }
}

/// One row: the fields as they are read, then what one can only look at.
fn cells(view: &InvitationView) -> [String; 19] {
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    [
        text(&view.email),
        text(&view.domain),
        view.role.name.clone(),
        text(&view.department),
        view.groups.join("; "),
        view.usage_limit.to_string(),
        view.expires_at.map_or_else(|| "never".to_owned(), |at| time_cell(Some(at))),
        text(&view.label),
        text(&view.note),
        text(&view.code),
        text(&view.link),
        view.status.as_str().to_owned(),
        view.uses.to_string(),
        time_cell(Some(view.created_at)),
        view.created_by.username.clone(),
        view.used_by.iter().map(|used| used.person.username.as_str()).collect::<Vec<_>>().join("; "),
        time_cell(view.revoked_at),
        view.revoked_by.as_ref().map(|person| person.username.clone()).unwrap_or_default(),
        view.id.clone(),
    ]
}
