//! The filters over the list: search, status, role, department. Keeps out asking: setting a filter asks.

use super::board::use_board;
use super::list::{is_filtered, search_fault};
use crate::parts::listbox::Choice;
use crate::parts::search::Search;
use crate::parts::select::FilterChip;
use crate::parts::status_pill;
use crate::t;
use dioxus::prelude::*;
use vestibule_wire::{InvitationOptionsView, Status};

const STATUSES: [Status; 4] = [Status::Active, Status::Used, Status::Expired, Status::Revoked];

/// The bar.
#[component]
pub fn Bar() -> Element {
    let board = use_board();
    let list = board.list;
    let filters = list.filters.read().clone();
    let typed = list.typed.read().clone();
    let fault = search_fault(&typed);
    let statuses = STATUSES.map(|status| Choice::new(status_pill::class(status), status_pill::word(status))).to_vec();
    let chosen = filters.status.map(|status| status_pill::class(status).to_owned());
    let role = filters.role.clone();
    let department = filters.department.clone();
    rsx! {
        div { class: "bar", role: "search",
            Search {
                fault: fault.is_some().then_some("search-fault"), typed,
                label: t!("invitations-search"), hint: t!("invitations-search-hint"), clear: t!("invitations-search-clear"),
                on_type: move |text| list.search(text),
            }
            FilterChip {
                id: "status-filter", label: t!("invitations-filter-status"), choices: statuses, chosen,
                on_choose: move |value: Option<String>| {
                    let status = STATUSES.into_iter().find(|status| value.as_deref() == Some(status_pill::class(*status)));
                    list.filter(|filters| {
                        filters.status = status;
                        filters.expiring = false;
                    });
                },
            }
            if let Some(options) = board.options.read().clone() {
                Places { options, role, department }
            }
            span { id: "search-fault", class: "grow small muted clip", role: "status",
                if let Some(fault) = fault {
                    {fault}
                }
            }
            if is_filtered(&filters) {
                button {
                    class: "btn ghost wide-only", r#type: "button", "data-test": "clear-filters", onclick: move |_| list.clear(),
                    {t!("invitations-clear-filters")}
                }
            }
        }
    }
}

/// By role and by department, where there is more than one to choose from.
#[component]
fn Places(options: InvitationOptionsView, role: Option<String>, department: Option<String>) -> Element {
    let list = use_board().list;
    let roles: Vec<Choice> = options.roles.iter().map(|role| Choice::new(&role.id, &role.name)).collect();
    let departments: Vec<Choice> =
        options.departments.iter().map(|department| Choice::new(&department.id, &department.name)).collect();
    rsx! {
        if roles.len() > 1 || role.is_some() {
            FilterChip {
                id: "role-filter", label: t!("invitations-filter-role"), choices: roles, chosen: role,
                on_choose: move |role| list.filter(|filters| filters.role = role),
            }
        }
        if departments.len() > 1 || department.is_some() {
            FilterChip {
                id: "department-filter", label: t!("invitations-filter-department"), choices: departments, chosen: department,
                on_choose: move |department| list.filter(|filters| filters.department = department),
            }
        }
    }
}
