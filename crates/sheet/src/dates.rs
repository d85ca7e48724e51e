//! Dates as spreadsheets show them: whether the day or the month comes first is found from the whole column. Keeps out
//! time zones, and what a date is for.

use std::borrow::Cow;

/// How many ambiguous cells are kept to be shown.
const EXAMPLES: usize = 3;

/// Which number of `01/02/2026` is the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateOrder {
    /// 1 February.
    DayFirst,
    /// 2 January.
    MonthFirst,
}

use DateOrder::{DayFirst, MonthFirst};

/// Which orders the dates of a column allow.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Dates {
    day_first: bool,
    month_first: bool,
    open: Vec<String>,
}

/// A date that ends in its year, and the time after it.
struct Numbers<'a> {
    first: u32,
    second: u32,
    year: u32,
    /// With dots between the numbers, the day always comes first.
    dotted: bool,
    time: &'a str,
}

impl Dates {
    /// Examines one more cell of the column.
    pub fn look(&mut self, cell: &str) {
        let Some(numbers) = Numbers::parse(cell).filter(|numbers| !numbers.dotted) else { return };
        match (numbers.can_be(DayFirst), numbers.can_be(MonthFirst)) {
            (true, false) => self.day_first = true,
            (false, true) => self.month_first = true,
            (true, true) if numbers.is_open() && self.open.len() < EXAMPLES => self.open.push(cell.trim().to_owned()),
            _ => {}
        }
    }

    /// The order, if only one is possible for all cells.
    pub fn order(&self) -> Option<DateOrder> {
        match (self.day_first, self.month_first) {
            (true, false) => Some(DayFirst),
            (false, true) => Some(MonthFirst),
            _ => None,
        }
    }

    /// Some ambiguous dates, if the column does not show their order.
    pub fn question(&self) -> Option<&[String]> {
        (self.order().is_none() && !self.open.is_empty()).then_some(&self.open)
    }

    /// The cell as `2026-12-31` or `2026-12-31T17:00`; unchanged if it is no such date. `None`: it is ambiguous.
    pub fn written(cell: &str, order: Option<DateOrder>) -> Option<Cow<'_, str>> {
        if let Some(written) = year_first(cell) {
            return Some(written.into());
        }
        let Some(numbers) = Numbers::parse(cell) else { return Some(cell.into()) };
        let order = match order {
            _ if numbers.dotted => DayFirst,
            Some(order) => order,
            None if numbers.is_open() => return None,
            None if numbers.can_be(DayFirst) => DayFirst,
            None => MonthFirst,
        };
        let (day, month) = numbers.day_and_month(order);
        Some(time(numbers.time).map_or(cell.into(), |time| iso(numbers.year, month, day, &time).into()))
    }
}

impl<'a> Numbers<'a> {
    fn parse(cell: &'a str) -> Option<Self> {
        let (date, time) = apart(cell);
        let (sign, parts) = parts(date)?;
        let (first, second, year) = (number(parts[0], 1..=2)?, number(parts[1], 1..=2)?, number(parts[2], 4..=4)?);
        let numbers = Self { first, second, year, dotted: sign == '.', time };
        (numbers.can_be(DayFirst) || numbers.can_be(MonthFirst)).then_some(numbers)
    }

    fn day_and_month(&self, order: DateOrder) -> (u32, u32) {
        if order == DayFirst { (self.first, self.second) } else { (self.second, self.first) }
    }

    fn can_be(&self, order: DateOrder) -> bool {
        let (day, month) = self.day_and_month(order);
        (1..=31).contains(&day) && (1..=12).contains(&month)
    }

    fn is_open(&self) -> bool {
        self.first != self.second && !self.dotted && self.can_be(DayFirst) && self.can_be(MonthFirst)
    }
}

/// The date, and the text after it.
fn apart(cell: &str) -> (&str, &str) {
    let cell = cell.trim();
    let end = cell.find([' ', ',', '\u{a0}', '\u{202f}']).unwrap_or(cell.len());
    (&cell[..end], cell[end..].trim_matches([' ', ',', '\u{a0}', '\u{202f}']))
}

/// Three numbers with the same separator twice.
fn parts(date: &str) -> Option<(char, [&str; 3])> {
    let sign = date.chars().find(|c| !c.is_ascii_digit()).filter(|c| matches!(c, '.' | '/' | '-'))?;
    let mut parts = date.trim_end_matches('.').split(sign);
    let three = [parts.next()?, parts.next()?, parts.next()?];
    parts.next().is_none().then_some((sign, three))
}

fn number(digits: &str, length: std::ops::RangeInclusive<usize>) -> Option<u32> {
    let fits = length.contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    digits.parse().ok().filter(|_| fits)
}

/// `2026/12/31` and `2026.12.31`, which are unambiguous.
fn year_first(cell: &str) -> Option<String> {
    let (date, behind) = apart(cell);
    let (sign, parts) = parts(date)?;
    let (year, month, day) = (number(parts[0], 4..=4)?, number(parts[1], 1..=2)?, number(parts[2], 1..=2)?);
    (sign != '-').then(|| time(behind).map(|time| iso(year, month, day, &time))).flatten()
}

fn iso(year: u32, month: u32, day: u32, time: &str) -> String {
    format!("{year:04}-{month:02}-{day:02}{time}")
}

/// `17:00`, `17:00:00` or `5:00 PM` as `T17:00`; an empty text as an empty one.
fn time(text: &str) -> Option<String> {
    if text.is_empty() {
        return Some(String::new());
    }
    let lower = text.to_lowercase().replace('.', "");
    let half =
        lower.strip_suffix("am").map(|time| (time, 0)).or_else(|| lower.strip_suffix("pm").map(|time| (time, 12)));
    let (clock, after_noon) = half.map_or((lower.as_str(), None), |(time, hours)| (time.trim(), Some(hours)));
    let mut parts = clock.trim().split(':');
    let (hour, minute) = (number(parts.next()?, 1..=2)?, number(parts.next()?, 2..=2)?);
    let seconds = parts.next();
    if seconds.is_some_and(|seconds| number(seconds, 2..=2).is_none()) || parts.next().is_some() {
        return None;
    }
    let hour = match after_noon {
        Some(hours) if (1..=12).contains(&hour) => hour % 12 + hours,
        Some(_) => return None,
        None => hour,
    };
    Some(format!("T{hour:02}:{minute:02}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn column(cells: &[&str]) -> Dates {
        let mut dates = Dates::default();
        cells.iter().for_each(|cell| dates.look(cell));
        dates
    }

    #[test]
    fn a_column_is_read_when_all_of_it_allows_one_order_only() {
        for (cells, order, asked) in [
            (&["31/12/2026", "01/02/2026"][..], Some(DayFirst), false),
            (&["01/02/2026", "12/31/2026"], Some(MonthFirst), false),
            (&["01/02/2026", "03/04/2026"], None, true),
            (&["31/12/2026", "12/31/2026", "01/02/2026"], None, true),
            (&["31/12/2026", "12/31/2026"], None, false),
            (&["05/05/2026", "14d", "never", "2026-12-31"], None, false),
            (&["01.02.2026"], None, false),
        ] {
            let dates = column(cells);
            assert_eq!((dates.order(), dates.question().is_some()), (order, asked), "{cells:?}");
        }
    }

    #[test]
    fn dates_are_written_as_expiries_are_read() {
        for (cell, order, written) in [
            ("31.12.2026", None, Some("2026-12-31")),
            ("1.2.2026", Some(MonthFirst), Some("2026-02-01")),
            ("31.12.2026, 17:00", None, Some("2026-12-31T17:00")),
            ("12/31/2026 5:00 PM", None, Some("2026-12-31T17:00")),
            ("12/31/2026 12:30:00 am", None, Some("2026-12-31T00:30")),
            ("31-12-2026", None, Some("2026-12-31")),
            ("01/02/2026", Some(DayFirst), Some("2026-02-01")),
            ("01/02/2026", Some(MonthFirst), Some("2026-01-02")),
            ("01/02/2026", None, None),
            ("05/05/2026", None, Some("2026-05-05")),
            ("2026/12/31", None, Some("2026-12-31")),
            ("2026.12.31 17:00", None, Some("2026-12-31T17:00")),
        ] {
            assert_eq!(Dates::written(cell, order).as_deref(), written, "{cell}");
        }
    }

    #[test]
    fn what_is_no_such_date_stays_as_it_stands() {
        for cell in [
            "14d",
            "never",
            "2026-12-31",
            "2026-12-31T17:00Z",
            "31/12/26",
            "32/13/2026",
            "31.12.2026 25 h",
            "1/2/3/2026",
        ] {
            assert_eq!(Dates::written(cell, Some(DayFirst)).as_deref(), Some(cell));
        }
    }
}
