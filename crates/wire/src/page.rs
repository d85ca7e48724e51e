//! Paged lists of any kind of row: request and answer.

use crate::Moment;
use serde::{Deserialize, Serialize};

/// The columns by which a list can be sorted; `Default` is the initial one.
pub trait SortColumn: Copy + Default + PartialEq {
    /// Whether the first click on the column sorts descending, as for times and numbers.
    fn begins_descending(self) -> bool;
}

/// Filter, order and page of a list. All filters combine. An unknown or misplaced filter is refused, since ignoring it
/// would return every row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(
    default,
    deny_unknown_fields,
    bound(deserialize = "Filter: Default + Deserialize<'de>, Sort: SortColumn + Deserialize<'de>")
)]
pub struct ListRequest<Filter, Sort> {
    /// Conditions on the rows.
    pub filter: Filter,
    /// Text to search for; empty: no search.
    pub search: String,
    /// The column to sort by.
    pub sort: Sort,
    /// Largest first.
    pub descending: bool,
    /// Number of the page, from 1.
    pub page: u32,
    /// Rows per page, 1 to 500.
    pub page_size: u32,
    /// Sent by a timer, not by a person: does not count as activity, so that the session still locks.
    pub quiet: bool,
}

impl<Filter: Default, Sort: SortColumn> Default for ListRequest<Filter, Sort> {
    fn default() -> Self {
        let sort = Sort::default();
        Self {
            filter: Filter::default(),
            search: String::new(),
            sort,
            descending: sort.begins_descending(),
            page: 1,
            page_size: 20,
            quiet: false,
        }
    }
}

impl<Filter: Default, Sort: SortColumn> ListRequest<Filter, Sort> {
    /// The first page with this filter, in the default order.
    pub fn with_filter(filter: Filter) -> Self {
        Self { filter, ..Self::default() }
    }
}

/// One page of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Page<Row, Counters> {
    /// The rows of this page.
    pub items: Vec<Row>,
    /// How many match in all.
    pub total: u64,
    /// True: there may be more than `total`, since counting stopped early.
    #[serde(default)]
    pub is_at_least: bool,
    /// The page returned: the last one if the requested one does not exist.
    pub page: u32,
    /// As in the request.
    pub page_size: u32,
    /// Counts of all rows that the asker may see, without filters.
    pub counters: Counters,
    /// The time at which statuses were derived.
    pub at: Moment,
    /// When the next row of the list changes status through time alone; none: no row will.
    #[serde(default)]
    pub until: Option<Moment>,
}
