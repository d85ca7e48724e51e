//! Lists by pages, whatever their rows are: what is asked for and what is answered.

use crate::Moment;
use serde::{Deserialize, Serialize};

/// The columns by which a list can be sorted; the default is the one it is sorted by at first.
pub trait SortColumn: Copy + Default + PartialEq {
    /// Whether the first press on the column puts the largest first: it does for times and numbers.
    fn begins_descending(self) -> bool;
}

/// Which rows, in which order, which page. All filters combine. A filter that is not known, or stands in the wrong
/// place,
/// is refused: passed over, it would let every row through.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(
    default,
    deny_unknown_fields,
    bound(deserialize = "Filter: Default + Deserialize<'de>, Sort: SortColumn + Deserialize<'de>")
)]
pub struct ListRequest<Filter, Sort> {
    /// What the rows have in common.
    pub filter: Filter,
    /// Part of what is searched in a row; empty for no search.
    pub search: String,
    /// By which column.
    pub sort: Sort,
    /// Largest first.
    pub descending: bool,
    /// 1-based.
    pub page: u32,
    /// 1 to 500.
    pub page_size: u32,
    /// Asked by a timer, not by a person: does not count as activity, so that the session still locks after rest.
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
    /// The first page of those, in the usual order.
    pub fn of(filter: Filter) -> Self {
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
    /// There may be more than `total`: they were not counted to the end.
    #[serde(default)]
    pub is_at_least: bool,
    /// The page that was given: the last one when the asked one lies behind the end.
    pub page: u32,
    /// As asked.
    pub page_size: u32,
    /// Of all that the asker may see, filters apart.
    pub counters: Counters,
    /// The time by which the rows were derived.
    pub at: Moment,
    /// When the next row of the list changes by itself, whichever it is; none: none ever does.
    #[serde(default)]
    pub until: Option<Moment>,
}
