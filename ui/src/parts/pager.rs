//! The foot of a list: which rows are shown, how many per page, and the pages. Keeps out what the rows are.

use super::icon::{Icon, IconSize};
use super::select::{Choice, Select, TriggerStyle};
use crate::prelude::*;
use crate::{t, words};

/// The page sizes offered.
pub const SIZES: [u32; 4] = [20, 50, 100, 200];

/// One place in the row of page numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PagerItem {
    /// A page, from 1.
    Page(u32),
    /// Pages left out here.
    Gap,
}

/// How many pages there are; an empty list has one.
pub fn pages(total: u64, size: u32) -> u32 {
    u32::try_from(total.div_ceil(u64::from(size.max(1)))).unwrap_or(u32::MAX).max(1)
}

/// The page numbers to offer: the first, the last, and those around the current one, never fewer than three in a row. A
/// gap stands for two pages or more.
pub fn steps(current: u32, last: u32) -> Vec<PagerItem> {
    let second = 2.min(last);
    let middle = current.clamp(second, last.saturating_sub(1).max(second));
    let mut offered = vec![1, middle.saturating_sub(1), middle, middle + 1, last];
    offered.retain(|page| (1..=last).contains(page));
    offered.sort_unstable();
    offered.dedup();
    let mut steps = Vec::new();
    let mut before = 0;
    for page in offered {
        match page - before {
            0 | 1 => {}
            2 => steps.push(PagerItem::Page(page - 1)),
            _ => steps.push(PagerItem::Gap),
        }
        steps.push(PagerItem::Page(page));
        before = page;
    }
    steps
}

/// The rows shown, from 1: `(21, 40)` for the second page of twenty.
pub fn range(page: u32, size: u32, total: u64) -> (u64, u64) {
    let before = u64::from(page.saturating_sub(1)) * u64::from(size);
    ((before + 1).min(total), (before + u64::from(size)).min(total))
}

/// Which rows are shown, of how many.
fn shown(from: u64, to: u64, total: u64, at_least: bool) -> String {
    match (from == to, at_least) {
        (_, true) => t!("list-range-least", from = from, to = to, total = total),
        (true, false) => t!("list-range-one", at = to, total = total),
        (false, false) => t!("list-range", from = from, to = to, total = total),
    }
}

/// Range, page size, Previous 1 2 3 … 13 Next.
#[component]
pub fn Pager(
    page: u32,
    size: u32,
    total: u64,
    /// There may be more rows than `total`.
    #[props(default)]
    at_least: bool,
    on_page: EventHandler<u32>,
    on_size: EventHandler<u32>,
) -> Element {
    let last = pages(total, size);
    let (from, to) = range(page, size, total);
    let label = |count: u32| t!("list-page-size", count = count);
    let choices = SIZES.iter().map(|count| Choice::new(count.to_string(), label(*count))).collect::<Vec<_>>();
    rsx! {
        footer { class: "pager",
            span { class: "range", "data-test": "pager-range",
                {shown(from, to, total, at_least)}
            }
            span { class: "wide-only",
                Select {
                    id: "page-size",
                    label: t!("list-page-size-label"),
                    look: TriggerStyle::Quiet,
                    choices,
                    chosen: size.to_string(),
                    on_choose: move |size: String| if let Ok(size) = size.parse() { on_size.call(size) },
                }
            }
            nav { class: "pages", aria_label: t!("list-pages"),
                button {
                    r#type: "button", disabled: page <= 1, "data-test": "pager-previous",
                    onclick: move |_| on_page.call(page - 1),
                    Icon { name: "chevron-left", size: IconSize::Small }
                    {t!("list-previous")}
                }
                for (place , step) in steps(page, last).into_iter().enumerate() {
                    PageStep { key: "{place}", step, current: page, on_page }
                }
                button {
                    r#type: "button", disabled: page >= last, "data-test": "pager-next",
                    onclick: move |_| on_page.call(page + 1),
                    {t!("list-next")}
                    Icon { name: "chevron-right", size: IconSize::Small }
                }
            }
        }
    }
}

#[component]
fn PageStep(step: PagerItem, current: u32, on_page: EventHandler<u32>) -> Element {
    match step {
        PagerItem::Gap => rsx! {
            span { class: "gap", aria_hidden: "true", "…" }
        },
        PagerItem::Page(page) => rsx! {
            button {
                r#type: "button",
                aria_current: (page == current).then_some("page"),
                aria_label: t!("list-page", page = page),
                "data-test": "pager-page-{page}",
                onclick: move |_| on_page.call(page),
                {words::number(page.into())}
            }
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(current: u32, last: u32) -> String {
        let word = |step: PagerItem| match step {
            PagerItem::Page(page) => page.to_string(),
            PagerItem::Gap => "…".to_owned(),
        };
        steps(current, last).into_iter().map(word).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn few_pages_are_all_offered() {
        assert_eq!(shown(1, 1), "1");
        assert_eq!(shown(3, 5), "1 2 3 4 5");
    }

    #[test]
    fn many_pages_are_offered_around_the_current_one() {
        assert_eq!(shown(1, 13), "1 2 3 … 13");
        assert_eq!(shown(3, 13), "1 2 3 4 … 13");
        assert_eq!(shown(7, 13), "1 … 6 7 8 … 13");
        assert_eq!(shown(13, 13), "1 … 11 12 13");
        assert_eq!(shown(5000, 5000), "1 … 4998 4999 5000");
    }

    #[test]
    fn every_page_can_be_reached_and_none_is_offered_twice() {
        for last in 1..40 {
            for current in 1..=last {
                let offered = steps(current, last);
                let numbers: Vec<u32> = offered
                    .iter()
                    .filter_map(|step| if let PagerItem::Page(page) = step { Some(*page) } else { None })
                    .collect();
                assert!(numbers.is_sorted_by(|a, b| a < b), "{current} of {last}: {numbers:?}");
                assert!(numbers.contains(&current) && numbers.contains(&1) && numbers.contains(&last));
                assert!(
                    current == 1
                        || numbers.contains(&(current - 1)) && (current == last || numbers.contains(&(current + 1)))
                );
            }
        }
    }

    #[test]
    fn the_range_ends_with_the_last_row() {
        assert_eq!(range(1, 20, 248), (1, 20));
        assert_eq!(range(13, 20, 248), (241, 248));
        assert_eq!(range(1, 20, 0), (0, 0));
    }

    #[test]
    fn the_number_of_pages_covers_every_row() {
        assert_eq!((pages(0, 20), pages(20, 20), pages(21, 20), pages(100_000, 200)), (1, 1, 2, 500));
    }
}
