//! What a sheet of rows comes to, in sentences: looked at, to be agreed to, and made. Keeps out where the rows come from.

use crate::invitation_text::count;
use crate::table::{Table, faint};
use clap::builder::styling::Style;
use vestibule_wire::{ImportView, RowClass};

/// So many of the rows left out are shown; all go into the file of --left-out.
const SHOWN: usize = 20;

const CLASSES: [(RowClass, &str); 6] = [
    (RowClass::Ready, "ready"),
    (RowClass::Malformed, "malformed"),
    (RowClass::DuplicateInFile, "duplicate in file"),
    (RowClass::AlreadyInvited, "already invited"),
    (RowClass::AlreadyMember, "already a member"),
    (RowClass::NotPermitted, "not permitted"),
];

/// What stands beside the numbers.
pub struct Circumstances {
    /// --role was given.
    pub role_given: bool,
    /// The rows left out were saved there: how many, and where.
    pub saved: Option<String>,
}

/// How many rows were ready.
pub fn ready(view: &ImportView) -> u64 {
    view.classes.get(&RowClass::Ready).copied().unwrap_or(0)
}

/// After a dry run.
pub fn would_import(view: &ImportView, about: &Circumstances) -> String {
    let would = format!("{} would be created. Nothing was made: this was a dry run.\n", count(ready(view)));
    if view.rows == 0 { empty() } else { format!("{would}{}", findings(view, about)) }
}

/// After invitations were made, or none were to be made.
pub fn has_imported(view: &ImportView, about: &Circumstances) -> String {
    match (view.rows, view.created) {
        (0, _) => empty(),
        (_, 0) => format!("Nothing was made: no row is ready.\n{}", findings(view, about)),
        (_, created) => format!("{} created.\n{}", count(created), findings(view, about)),
    }
}

/// What is asked before. Plain, as all questions are.
pub fn import_question(view: &ImportView) -> String {
    let these = if ready(view) == 1 { "1 invitation".to_owned() } else { format!("{} invitations", ready(view)) };
    let guess = guess(view).map(|guess| format!("{guess}\n")).unwrap_or_default();
    format!("{}\n{guess}Create {these}?", numbers(view))
}

fn empty() -> String {
    "The sheet has no rows: there is nothing to make.\n".to_owned()
}

fn findings(view: &ImportView, about: &Circumstances) -> String {
    let mut text = format!("{}\n", numbers(view));
    let left: Vec<_> = view.shown.iter().filter(|row| row.class != RowClass::Ready).collect();
    if !left.is_empty() {
        let mut table = Table::headed(&["LINE", "LEFT OUT", "WHY"]);
        for row in left.iter().take(SHOWN) {
            let why = row.error.as_ref().map(|error| {
                let field = error.field.as_ref().map(|field| format!("{field}: ")).unwrap_or_default();
                format!("{field}{}", error.message)
            });
            table.styled([
                (row.line.to_string(), faint()),
                (word(row.class).to_owned(), Style::new()),
                (why.unwrap_or_default(), Style::new()),
            ]);
        }
        text.push_str(&format!("\n{}", table.text()));
        let more = (view.rows - ready(view)).saturating_sub(SHOWN as u64);
        if more > 0 {
            text.push_str(&format!("… and {more} more.\n"));
        }
        text.push('\n');
    }
    let roles = view.columns.iter().any(|column| column.field.as_deref() == Some("role"));
    if !roles && !about.role_given {
        text.push_str("No column holds a role: give --role, or name the columns with --columns.\n");
    }
    text.extend(guess(view).map(|guess| format!("{guess}\n")));
    match &about.saved {
        Some(saved) => text.push_str(&format!("{saved}\n")),
        None if !left.is_empty() => {
            text.push_str("--left-out FILE saves the rows left out, to be mended and read again.\n")
        }
        None => {}
    }
    text
}

/// `10 rows: 2 ready, 8 malformed.`
fn numbers(view: &ImportView) -> String {
    let found = CLASSES.iter().filter_map(|(class, word)| match view.classes.get(class) {
        Some(number) if *number > 0 => Some(format!("{number} {word}")),
        _ => None,
    });
    let rows = if view.rows == 1 { "1 row".to_owned() } else { format!("{} rows", view.rows) };
    format!("{rows}: {}.", found.collect::<Vec<_>>().join(", "))
}

/// What the columns were taken for, where nothing said so.
fn guess(view: &ImportView) -> Option<String> {
    let columns: Vec<&str> = view.columns.iter().map(|column| column.field.as_deref().unwrap_or("-")).collect();
    (!view.sure).then(|| format!("The columns were guessed: {}. --columns says what they are.", columns.join(",")))
}

fn word(class: RowClass) -> &'static str {
    CLASSES.iter().find(|(one, _)| *one == class).map_or("", |(_, word)| word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use vestibule_wire::{ErrorCode, ErrorView, ImportColumnView, ImportRowView};

    fn looked_at(malformed: u64) -> ImportView {
        let error = ErrorView::new(ErrorCode::EmailMalformed, "An address has one @.").at("email");
        let row = |line| ImportRowView { line, class: RowClass::Malformed, error: Some(error.clone()), cells: vec![] };
        ImportView {
            rows: malformed + 2,
            classes: [(RowClass::Ready, 2), (RowClass::Malformed, malformed)].into(),
            shown: (0..malformed.min(200)).map(|at| row(at + 2)).collect(),
            columns: vec![ImportColumnView { title: None, field: Some("email".into()) }],
            ..ImportView::default()
        }
    }

    fn plain(text: &str) -> String {
        anstream::adapter::strip_str(text).to_string()
    }

    #[test]
    fn rows_left_out_are_told_with_line_and_reason_and_what_is_more_is_counted() {
        let about = Circumstances { role_given: false, saved: None };
        let text = plain(&would_import(&looked_at(25), &about));
        assert!(text.starts_with("2 invitations would be created."), "{text}");
        for expected in [
            "27 rows: 2 ready, 25 malformed.\n",
            "\n2     malformed  email: An address has one @.\n",
            "\n… and 5 more.\n",
            "No column holds a role",
            "The columns were guessed: email.",
            "--left-out FILE",
        ] {
            assert!(text.contains(expected), "{expected:?} is not in {text}");
        }
    }

    #[test]
    fn what_is_in_order_has_no_advice() {
        let about = Circumstances { role_given: true, saved: None };
        let view = ImportView { sure: true, created: 2, ..looked_at(0) };
        assert_eq!(has_imported(&view, &about), "2 invitations created.\n2 rows: 2 ready.\n");
        assert!(import_question(&view).ends_with("Create 2 invitations?"));
        assert!(has_imported(&ImportView::default(), &about).starts_with("The sheet has no rows"));
    }

    #[test]
    fn nothing_ready_is_said_first_and_what_was_saved_last() {
        let about = Circumstances { role_given: true, saved: Some("1 row was saved in left.csv.".into()) };
        let view = ImportView { classes: [(RowClass::Malformed, 1)].into(), rows: 1, sure: true, ..looked_at(1) };
        let text = plain(&has_imported(&view, &about));
        assert!(text.starts_with("Nothing was made: no row is ready.\n1 row: 1 malformed.\n"), "{text}");
        assert!(text.ends_with("1 row was saved in left.csv.\n"), "{text}");
    }
}
