//! The filters over the list: search and chips, those that are always there and those that are on; and that this is the archive, where it is. Keeps out asking: setting
//! a filter asks.

use super::filters::{FILTERS, Filter, said};
use super::query::{is_filtered, search_fault};
use super::views_menu::ViewsChip;
use crate::features::invitations::board::use_board;
use crate::features::invitations::many::use_many;
use crate::features::invitations::mask::MaskSwitch;
use crate::parts::chip::Chip;
use crate::parts::icon::Icon;
use crate::parts::search::Search;
use crate::prelude::*;
use crate::t;
use vestibule_wire::InvitationOptionsView;

/// Whether somebody with these choices can narrow the list by that: not where all they see is alike in it.
pub fn is_offered(filter: Filter, options: Option<&InvitationOptionsView>) -> bool {
    let Some(options) = options else { return matches!(filter, Filter::Status | Filter::Created | Filter::Expires) };
    match filter {
        Filter::Status | Filter::Created | Filter::Expires => true,
        Filter::Role => options.roles.len() > 1,
        Filter::Department => options.department_locked.is_none() && options.departments.len() > 1,
        Filter::Creator => !options.creators.is_empty(),
        Filter::Group => !options.groups.is_empty(),
        Filter::Label => !options.labels.is_empty(),
    }
}

/// Those that have a chip though they are off; the others are behind "More".
pub fn is_always_there(filter: Filter) -> bool {
    matches!(filter, Filter::Status | Filter::Role | Filter::Department | Filter::Creator)
}

/// The bar.
#[component]
pub fn Bar() -> Element {
    let list = use_board().list;
    let typed = list.typed.read().clone();
    let fault = search_fault(&typed);
    let archived = list.filters.read().filter.archived;
    let narrowed = is_filtered(&list.filters.read()) || !list.wrong.read().is_empty();
    rsx! {
        div { class: "bar filters", role: "search",
            div { class: "chips", "data-narrowed": narrowed,
                if archived {
                    ArchiveChip {}
                } else {
                    Search {
                        fault: fault.is_some().then_some("search-fault"), typed,
                        label: t!("invitations-search"), hint: t!("invitations-search-hint"), clear: t!("invitations-search-clear"),
                        on_type: move |text| list.search(text),
                    }
                }
                Chips { archived }
                if narrowed {
                    button {
                        class: "btn ghost", r#type: "button", "data-test": "clear-filters", onclick: move |_| list.clear(),
                        {t!("filter-clear")}
                    }
                }
                div { class: "small muted clip", role: "status",
                    if let Some(fault) = fault.filter(|_| !archived) {
                        p { id: "search-fault", class: "clip", {fault} }
                    }
                }
            }
            MaskSwitch {}
        }
    }
}

#[component]
fn Chips(archived: bool) -> Element {
    let board = use_board();
    let many = use_many();
    let list = board.list;
    let filters = list.filters.read().clone();
    let wrong = list.wrong.read().clone();
    let options = board.options.read().clone();
    let open = (many.filtering)();
    // Status does not apply in the archive: all of it is over.
    let of_here = FILTERS.into_iter().filter(|filter| !(archived && *filter == Filter::Status));
    let shown: Vec<_> = of_here
        .map(|filter| {
            let wrong = wrong.iter().find(|wrong| wrong.filter == filter);
            let said = match wrong {
                Some(wrong) => Some(wrong.value.clone()),
                None => said(filter, &filters, options.as_ref(), (list.now)()),
            };
            (filter, said, wrong.map(|wrong| wrong.words.clone()))
        })
        .filter(|(filter, said, _)| {
            said.is_some() || (is_always_there(*filter) && is_offered(*filter, options.as_ref()))
        })
        .collect();
    rsx! {
        for (filter , said , wrong) in shown {
            Chip {
                key: "{filter.name()}", id: "chip-{filter.name()}", label: filter.words(), said, named: wrong.is_some() || filter.is_name(), wrong, open: open == Some(filter),
                on_open: move |()| many.filter(filter),
                on_drop: move |()| {
                    let _nothing_is_always_possible = list.choose(filter, None);
                },
            }
        }
        button {
            id: "chip-more", class: "chip", r#type: "button", "data-test": "chip-more", aria_haspopup: "menu", aria_expanded: (many.more)(),
            onclick: move |_| many.open_more(),
            Icon { name: "sliders-horizontal" }
            {t!("filter-more")}
        }
        ViewsChip {}
    }
}

/// Says that this is the archive; a press leads out of it.
#[component]
fn ArchiveChip() -> Element {
    let list = use_board().list;
    rsx! {
        button {
            class: "chip", r#type: "button", aria_pressed: "true", "data-test": "archive", title: t!("archive-leave"),
            onclick: move |_| list.show_archive(false),
            Icon { name: "archive" }
            {t!("archive")}
            Icon { name: "x" }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::invitations::tests::options;

    #[test]
    fn who_sees_one_division_is_offered_no_departments_and_no_creators() {
        let manager = InvitationOptionsView {
            department_locked: Some("Library".into()),
            creators: Vec::new(),
            role_locked: true,
            roles: options().roles.into_iter().take(1).collect(),
            ..options()
        };
        let administrator = options();
        let offered =
            |options| FILTERS.into_iter().filter(|filter| is_offered(*filter, Some(options))).collect::<Vec<_>>();
        assert_eq!(offered(&administrator), FILTERS);
        assert_eq!(offered(&manager), [Filter::Status, Filter::Group, Filter::Label, Filter::Created, Filter::Expires]);
    }
}
