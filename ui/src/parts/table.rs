//! The heads of a sortable list, and moving the focus in it: the whole list is one Tab stop, arrows move inside. Keeps
//! out what the rows show.

use super::icon::Icon;
use crate::language::facing;
use crate::prelude::*;
use crate::t;

/// One column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// The label of its head.
    pub words: String,
    /// The name of the order that a press sets; None: it does not sort.
    pub sort: Option<&'static str>,
    /// The CSS class of its `col` and `th`: its width, and whether it is hidden in a narrow window.
    pub class: &'static str,
}

/// An action on a column's edge.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Grip {
    /// The pointer takes it, at that distance from the window's left.
    Taken(f64),
    /// A key moves it: 1 on, as the language is written; -1 back.
    Step(i32),
    /// Resets the column's width.
    Back,
}

/// A position of the focus in the list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum GridSpot {
    /// On the first row, whichever it is.
    #[default]
    Start,
    /// On a head, by index.
    Head(usize),
    /// On the row with this id, or on its n-th action.
    Row(String, Option<usize>),
}

/// The positions that the focus can move to.
#[derive(Debug, Clone, Copy)]
pub struct FocusGrid<'a> {
    /// The ids of the rows, from the top.
    pub rows: &'a [String],
    /// How many heads sort.
    pub heads: usize,
    /// How many actions the focused row has.
    pub actions: usize,
}

/// How many rows PageUp and PageDown move.
const LEAP: usize = 10;

/// The position that a key moves to; None: the key does not move, or there is nothing there.
pub fn walked(from: &GridSpot, key: &str, ground: FocusGrid) -> Option<GridSpot> {
    match from {
        GridSpot::Head(at) => walked_from_head(*at, key, ground),
        GridSpot::Start => walked_from_row(0, None, key, ground),
        GridSpot::Row(id, action) => {
            let at = ground.rows.iter().position(|row| row == id).unwrap_or(0);
            walked_from_row(at, *action, key, ground)
        }
    }
}

fn row(at: usize, action: Option<usize>, ground: FocusGrid) -> Option<GridSpot> {
    ground.rows.get(at).map(|id| GridSpot::Row(id.clone(), action))
}

fn walked_from_head(at: usize, key: &str, ground: FocusGrid) -> Option<GridSpot> {
    let last = ground.heads.checked_sub(1)?;
    match key {
        "ArrowRight" => Some(GridSpot::Head((at + 1).min(last))),
        "ArrowLeft" => Some(GridSpot::Head(at.saturating_sub(1))),
        "Home" => Some(GridSpot::Head(0)),
        "End" => Some(GridSpot::Head(last)),
        "ArrowDown" | "j" | "J" => row(0, None, ground),
        _ => None,
    }
}

fn walked_from_row(at: usize, action: Option<usize>, key: &str, ground: FocusGrid) -> Option<GridSpot> {
    let last = ground.rows.len().checked_sub(1)?;
    match key {
        "ArrowDown" | "j" | "J" => row((at + 1).min(last), None, ground),
        "ArrowUp" if at == 0 && ground.heads > 0 => Some(GridSpot::Head(0)),
        "ArrowUp" | "k" | "K" => row(at.saturating_sub(1), None, ground),
        "PageDown" => row((at + LEAP).min(last), None, ground),
        "PageUp" => row(at.saturating_sub(LEAP), None, ground),
        "Home" => row(0, None, ground),
        "End" => row(last, None, ground),
        "ArrowRight" => {
            let next = action.map_or(0, |action| action + 1).min(ground.actions.checked_sub(1)?);
            row(at, Some(next), ground)
        }
        "ArrowLeft" => row(at, action?.checked_sub(1), ground),
        _ => None,
    }
}

/// The CSS selector of the element at a position.
pub fn selector(spot: &GridSpot) -> String {
    match spot {
        GridSpot::Start => ".tbl tbody tr[tabindex]".to_owned(),
        GridSpot::Head(at) => format!("#head-{at}"),
        GridSpot::Row(id, None) => format!("#row-{id}"),
        GridSpot::Row(id, Some(action)) => format!("#row-{id} [data-place=\"{action}\"]"),
    }
}

/// The heads; a press sorts by that column, a second one reverses the order.
#[component]
pub fn Heads(
    columns: Vec<Column>,
    sort: &'static str,
    descending: bool,
    /// The index of the head that is the Tab stop, if one is.
    stop: Option<usize>,
    /// Replaces the head of the class `w-tick`.
    tick: Option<Element>,
    /// Drawn in the last head.
    tools: Option<Element>,
    on_sort: EventHandler<&'static str>,
    /// Called with the column's class and the action on its edge.
    on_grip: Callback<(&'static str, Grip)>,
) -> Element {
    let mut pressable = 0;
    let placed = columns.into_iter().map(|column| {
        let place = pressable;
        pressable += usize::from(column.sort.is_some());
        (place, column)
    });
    rsx! {
        thead {
            tr { aria_rowindex: 1,
                {tick}
                for (place , column) in placed.filter(|(_, column)| column.class != "w-tick") {
                    Head { key: "{column.class}", column, place, sorted: sort, descending, stop: stop == Some(place), tools: tools.clone(), on_sort, on_grip }
                }
            }
        }
    }
}

#[component]
fn Head(
    column: Column,
    place: usize,
    sorted: &'static str,
    descending: bool,
    stop: bool,
    tools: Option<Element>,
    on_sort: EventHandler<&'static str>,
    on_grip: Callback<(&'static str, Grip)>,
) -> Element {
    let class = column.class;
    let Some(sort) = column.sort else {
        return rsx! {
            th { scope: "col", class, span { class: "sr", {column.words} } {tools} }
        };
    };
    let on = sort == sorted;
    let icon = if on && !descending { "arrow-up" } else { "arrow-down" };
    let direction = if descending { "descending" } else { "ascending" };
    rsx! {
        th { scope: "col", class, aria_sort: on.then_some(direction),
            onkeydown: move |event: KeyboardEvent| if let Some(step) = stepped(&event) {
                event.prevent_default();
                event.stop_propagation();
                on_grip.call((class, Grip::Step(step)));
            },
            button {
                r#type: "button", id: "head-{place}", tabindex: if stop { "0" } else { "-1" }, "data-test": "sort-{place}",
                title: t!("list-sort-by", column = column.words.clone()), onclick: move |_| on_sort.call(sort),
                span { class: "clip", "{column.words}" }
                i { class: if on { "arrow" } else { "arrow rest" }, Icon { name: icon } }
            }
            span {
                class: "edge", aria_hidden: "true", title: t!("columns-edge", column = column.words), "data-test": "edge-{place}",
                onpointerdown: move |event| {
                    event.prevent_default();
                    on_grip.call((class, Grip::Taken(event.client_coordinates().x)));
                },
                ondoubleclick: move |_| on_grip.call((class, Grip::Back)),
            }
        }
    }
}

/// Alt with an arrow moves the edge of the focused head.
fn stepped(event: &KeyboardEvent) -> Option<i32> {
    match facing(event.key().to_string()).as_str() {
        _ if event.modifiers() != Modifiers::ALT => None,
        "ArrowRight" => Some(1),
        "ArrowLeft" => Some(-1),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(from: GridSpot, keys: &[&str]) -> Option<GridSpot> {
        let rows = ["a", "b", "c"].map(str::to_owned);
        let ground = FocusGrid { rows: &rows, heads: 4, actions: 3 };
        keys.iter().try_fold(from, |spot, key| walked(&spot, key, ground))
    }

    fn on(id: &str, action: Option<usize>) -> Option<GridSpot> {
        Some(GridSpot::Row(id.to_owned(), action))
    }

    #[test]
    fn arrows_and_letters_go_from_row_to_row_and_stop_at_the_end() {
        assert_eq!(after(GridSpot::Start, &["ArrowDown"]), on("b", None));
        assert_eq!(after(GridSpot::Start, &["j", "j", "j"]), on("c", None));
        assert_eq!(after(GridSpot::Start, &["End", "k"]), on("b", None));
    }

    #[test]
    fn above_the_first_row_are_the_heads() {
        assert_eq!(after(GridSpot::Start, &["ArrowUp"]), Some(GridSpot::Head(0)));
        assert_eq!(after(GridSpot::Start, &["ArrowUp", "End", "ArrowRight"]), Some(GridSpot::Head(3)));
        assert_eq!(after(GridSpot::Head(2), &["ArrowDown"]), on("a", None));
        assert_eq!(after(GridSpot::Start, &["k"]), on("a", None), "a letter walks rows only");
    }

    #[test]
    fn right_goes_into_the_actions_and_left_comes_back() {
        assert_eq!(after(GridSpot::Start, &["ArrowRight"]), on("a", Some(0)));
        assert_eq!(after(GridSpot::Start, &["ArrowRight", "ArrowRight", "ArrowRight", "ArrowRight"]), on("a", Some(2)));
        assert_eq!(after(GridSpot::Start, &["ArrowRight", "ArrowLeft"]), on("a", None));
        assert_eq!(after(GridSpot::Start, &["ArrowLeft"]), None);
    }

    #[test]
    fn a_row_that_is_gone_counts_as_the_first() {
        assert_eq!(after(GridSpot::Row("gone".into(), None), &["ArrowDown"]), on("b", None));
    }

    #[test]
    fn an_empty_list_leads_nowhere() {
        let ground = FocusGrid { rows: &[], heads: 0, actions: 0 };
        assert_eq!(walked(&GridSpot::Start, "ArrowDown", ground), None);
        assert_eq!(walked(&GridSpot::Start, "ArrowUp", ground), None);
        assert_eq!(walked(&GridSpot::Head(0), "ArrowRight", ground), None);
    }
}
