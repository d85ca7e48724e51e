//! Aligned columns. Nothing is wrapped or cut: a code must be whole to be copied.

use crate::output::harmless;
use clap::builder::styling::{AnsiColor, Style};
use unicode_width::UnicodeWidthStr;

/// A table with a heading, or without one for name–value lists.
#[derive(Default)]
pub struct Table {
    rows: Vec<Vec<(String, Style)>>,
}

const GAP: &str = "  ";

impl Table {
    /// A table with a heading.
    pub fn headed(names: &[&str]) -> Self {
        let style = Style::new().bold();
        Self { rows: vec![names.iter().map(|name| ((*name).to_owned(), style)).collect()] }
    }

    /// Adds a row of styled cells.
    pub fn styled(&mut self, cells: impl IntoIterator<Item = (String, Style)>) -> &mut Self {
        self.rows.push(cells.into_iter().map(|(cell, style)| (harmless(&cell), style)).collect());
        self
    }

    /// Adds a name and its value.
    pub fn pair(&mut self, name: &str, value: impl Into<String>) -> &mut Self {
        self.styled([(name.to_owned(), faint()), (value.into(), Style::new())])
    }

    /// All lines, each with a line ending.
    pub fn text(&self) -> String {
        let columns = self.rows.iter().map(Vec::len).max().unwrap_or(0);
        let width = |column: usize| {
            self.rows.iter().filter_map(|row| row.get(column)).map(|(cell, _)| cell.width()).max().unwrap_or(0)
        };
        let widths: Vec<usize> = (0..columns).map(width).collect();
        let mut text = String::new();
        for row in &self.rows {
            let last = row.iter().rposition(|(cell, _)| !cell.is_empty()).map_or(0, |at| at + 1);
            for (column, (cell, style)) in row.iter().take(last).enumerate() {
                if column > 0 {
                    text.push_str(GAP);
                }
                text.push_str(&painted(cell, *style));
                if column + 1 < last {
                    text.extend(std::iter::repeat_n(' ', widths[column] - cell.width()));
                }
            }
            text.push('\n');
        }
        text
    }
}

/// The text in a style.
pub fn painted(text: &str, style: Style) -> String {
    format!("{style}{text}{style:#}")
}

/// For less important text.
pub fn faint() -> Style {
    Style::new().dimmed()
}

/// For good news.
pub fn good() -> Style {
    AnsiColor::Green.on_default()
}

/// For failures.
pub fn bad() -> Style {
    AnsiColor::Red.on_default()
}

/// For warnings.
pub fn notable() -> Style {
    AnsiColor::Yellow.on_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bare(table: &Table) -> String {
        anstream::adapter::strip_str(&table.text()).to_string()
    }

    #[test]
    fn columns_line_up_whatever_the_script_and_lines_have_no_tail() {
        let mut table = Table::headed(&["CODE", "WHO"]);
        for cells in [["K7QF", "Żółw"], ["Ünïcödé", ""]] {
            table.styled(cells.map(|cell| (cell.to_owned(), Style::new())));
        }
        assert_eq!(bare(&table), "CODE     WHO\nK7QF     Żółw\nÜnïcödé\n");
    }

    #[test]
    fn wide_and_combined_characters_take_the_columns_that_a_terminal_gives_them() {
        let mut table = Table::default();
        for cells in [["図書館", "a"], ["Library", "b"], ["e\u{301}te\u{301}", "c"], ["🎓", "d"]] {
            table.styled(cells.map(|cell| (cell.to_owned(), Style::new())));
        }
        let text = bare(&table);
        let column = |line: &str| line[..line.len() - 1].width();
        assert!(text.lines().all(|line| column(line) == 9), "{text}");
    }

    #[test]
    fn nothing_is_cut_however_long() {
        let long = "x".repeat(5_000);
        let mut table = Table::default();
        table.pair("Link", long.clone());
        assert!(bare(&table).contains(&long));
    }
}
