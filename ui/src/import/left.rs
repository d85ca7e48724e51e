//! Keeps the import page through a lock of the window: its rows, its columns, and the form's values. Keeps out the
//! page.

use super::columns::Mapping;
use super::imported::{Imported, ViewOf};
use super::state::{ImportState, ImportStep, SheetSource, Show};
use crate::app;
use crate::prelude::*;
use crate::unsaved::{self, UnsavedWork};
use std::rc::Rc;
use vestibule_wire::DateOrder;

/// What the person typed or chose, and what the last check found.
#[derive(Clone)]
struct ImportDraft<K: Imported> {
    form: K::Kept,
    step: ImportStep,
    source: Option<SheetSource>,
    pasted: String,
    mapping: Option<Mapping>,
    encoding: Option<String>,
    dates: Option<DateOrder>,
    view: Option<Rc<ViewOf<K>>>,
    show: Show<K::Class>,
    columns_open: bool,
}

/// Whether that person's page was open at the lock.
pub fn is_left<K: Imported>(account: &str) -> bool {
    unsaved::kept::<ImportDraft<K>>(account, K::KEPT[0]).is_some()
}

/// Drops what was kept: the page was left on purpose, or the import is done.
pub fn forget<K: Imported>() {
    unsaved::forget(K::KEPT[0]);
    unsaved::risk(UnsavedWork::Sheet, false);
}

/// Restores what was kept, and keeps later changes. True: the rows must be checked again, since the lock may have come
/// during a check, and much may have changed since.
pub fn use_kept_sheet<K: Imported>(sheet: ImportState<K>) -> bool {
    let account = app::use_account();
    let again = use_hook(|| {
        let left = unsaved::kept::<ImportDraft<K>>(&account, K::KEPT[0]);
        let again = left.as_ref().is_some_and(|left| left.step == ImportStep::Check);
        if let Some(left) = left {
            put_back(sheet, left);
        }
        again
    });
    use_effect(move || {
        let now = ImportDraft::<K> {
            form: K::kept(sheet.form),
            step: (sheet.step)(),
            source: sheet.source.cloned(),
            pasted: sheet.pasted.cloned(),
            mapping: sheet.mapping.cloned(),
            encoding: sheet.encoding.cloned(),
            dates: sheet.dates.cloned(),
            view: sheet.view.cloned(),
            show: (sheet.show)(),
            columns_open: (sheet.columns_open)(),
        };
        if now.step == ImportStep::Done {
            return forget::<K>();
        }
        unsaved::risk(UnsavedWork::Sheet, !now.pasted.trim().is_empty() || now.mapping.is_some());
        unsaved::keep(&account, K::KEPT[0], now);
    });
    again
}

fn put_back<K: Imported>(mut sheet: ImportState<K>, left: ImportDraft<K>) {
    K::put_back(sheet.form, left.form);
    sheet.step.set(left.step);
    sheet.source.set(left.source);
    sheet.pasted.set(left.pasted);
    sheet.mapping.set(left.mapping);
    sheet.encoding.set(left.encoding);
    sheet.dates.set(left.dates);
    sheet.view.set(left.view);
    sheet.show.set(left.show);
    sheet.columns_open.set(left.columns_open);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::backend::fake;
    use crate::features::invitations::Draft;
    use crate::features::invitations::InvitationSheet as K;
    use crate::features::invitations::tests::{has, invitation, options, page_of, session, shown};
    use crate::testing::at_stake;
    use crate::time;
    use vestibule_wire::{ImportColumnView, ImportView, SessionView, command};

    const LEFT: &str = K::KEPT[0];

    fn left(step: ImportStep) -> ImportDraft<K> {
        let column =
            |title: &str| ImportColumnView { title: Some(title.into()), field: Some("email".into()), addresses: true };
        let view = ImportView { rows: 1, columns: vec![column("Contact")], ..ImportView::default() };
        ImportDraft {
            form: Draft { label: "Spring fair".into(), ..Draft::new(&options(), time::now()) },
            step,
            source: Some(SheetSource::Pasted),
            pasted: "Contact\nnoor@post.example".into(),
            mapping: Some(Mapping::from_columns(&view.columns)),
            encoding: None,
            dates: None,
            view: Some(Rc::new(view)),
            show: Show::All,
            columns_open: true,
        }
    }

    #[test]
    fn pasted_rows_and_how_columns_are_taken_are_there_again_after_the_lock() {
        unsaved::keep("a-1", LEFT, left(ImportStep::Check));
        let html = shown(session(), Ok(page_of(vec![invitation("i-1")])));
        assert!(has(&html, "sheet") && has(&html, "sheet-column-0") && html.contains("Contact"), "{html}");
        assert_eq!(at_stake(), Some(UnsavedWork::Sheet), "and closing the window asks first");
        let looks =
            fake::asked().into_iter().filter(|(name, _)| name == command::ImportInvitations::NAME).collect::<Vec<_>>();
        assert_eq!(looks.len(), 1, "the lock may have come in the middle of a look");
        assert_eq!((&looks[0].1["text"], &looks[0].1["make"]), (&"Contact\nnoor@post.example".into(), &false.into()));
        assert_eq!(looks[0].1["import"]["columns"], serde_json::json!(["email"]));
        let kept = unsaved::kept::<ImportDraft<K>>("a-1", LEFT).unwrap();
        assert_eq!((kept.pasted.as_str(), kept.form.label.as_str()), ("Contact\nnoor@post.example", "Spring fair"));
    }

    #[test]
    fn another_person_sees_their_list() {
        unsaved::keep("a-1", LEFT, left(ImportStep::Check));
        let html = shown(SessionView { account: "a-2".into(), ..session() }, Ok(page_of(vec![invitation("i-1")])));
        assert!(!has(&html, "sheet") && has(&html, "row-0"), "{html}");
    }

    #[test]
    fn once_all_is_made_there_is_nothing_to_come_back_to() {
        unsaved::keep("a-1", LEFT, left(ImportStep::Done));
        shown(session(), Ok(page_of(vec![invitation("i-1")])));
        assert_eq!((is_left::<K>("a-1"), at_stake()), (false, None));
    }
}
