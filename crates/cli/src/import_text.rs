//! What a sheet of rows comes to, in sentences: looked at, to be agreed to, and made. Keeps out where the rows come
//! from.

use crate::invitation_text::count;
use crate::output::harmless;
use crate::table::{Table, faint};
use crate::times;
use clap::builder::styling::Style;
use vestibule_wire::{DateOrder, ImportView, NewNameView, RowClass, SheetQuestion};

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
    format!("{}\n{}Create {these}?", numbers(view), about_sheet(view))
}

/// What must be said before anything is made.
pub fn asked(view: &ImportView) -> Option<String> {
    let first = view.questions.first()?;
    let examples = match first.examples.is_empty() {
        true => String::new(),
        false => format!(" ({})", harmless(&first.examples.join(", "))),
    };
    let column = first.column.unwrap_or_default();
    Some(match first.question {
        SheetQuestion::Titles => "No title of the sheet is known: say what its columns hold with --columns.".to_owned(),
        SheetQuestion::Addresses => format!(
            "Column {column} has addresses and is not taken for the email{examples}: say what the columns hold with --columns."
        ),
        SheetQuestion::Dates => format!(
            "Dates in column {column} can be read in two ways{examples}: say --dates day-first or --dates month-first."
        ),
        SheetQuestion::Letters => format!(
            "Letters may be wrong{examples}: say --encoding windows-1251 or what it is, or save the sheet as CSV UTF-8."
        ),
    })
}

/// How the sheet was read, and what it would bring: a line for each.
fn about_sheet(view: &ImportView) -> String {
    let mut lines = Vec::new();
    if !view.passed_over.is_empty() {
        lines.push(format!("Passed over above the titles: {}.", view.passed_over.join("; ")));
    }
    lines.extend(taken(view));
    if !view.sure {
        lines.push("The columns were guessed: --columns says what they are.".to_owned());
    }
    if let Some(order) = view.dates {
        let first = if order == DateOrder::DayFirst { "day" } else { "month" };
        lines.push(format!("Dates were read with the {first} first."));
    }
    if !view.letters.is_empty() {
        let looks = view.letters.join(", ");
        lines.push(format!(
            "The sheet does not say its encoding and was read as {}. Are these letters right? {looks}",
            view.encoding
        ));
    }
    lines.extend(new_names("department", &view.new_departments));
    lines.extend(new_names("group", &view.new_groups));
    if view.rows > 0 {
        lines.push(each(view));
    }
    lines.iter().map(|line| format!("{}\n", harmless(line))).collect()
}

/// What each column was taken for, and which were left out.
fn taken(view: &ImportView) -> Option<String> {
    let name = |place: usize, title: &Option<String>| {
        let title = title.as_deref().map(str::trim).filter(|title| !title.is_empty());
        title.map_or_else(|| format!("column {}", place + 1), str::to_owned)
    };
    let columns = || view.columns.iter().enumerate();
    let held = columns().filter_map(|(place, column)| {
        let field = column.field.as_ref()?;
        Some(format!("{} as {field}", name(place, &column.title)))
    });
    let left = columns().filter(|(_, column)| column.field.is_none()).map(|(place, column)| {
        let addresses = if column.addresses { " (addresses)" } else { "" };
        format!("{}{addresses}", name(place, &column.title))
    });
    let (held, left): (Vec<String>, Vec<String>) = (held.collect(), left.collect());
    let left = if left.is_empty() { String::new() } else { format!(" Left out: {}.", left.join(", ")) };
    let held = if held.is_empty() { "none".to_owned() } else { held.join(", ") };
    (!view.columns.is_empty()).then(|| format!("Columns: {held}.{left}"))
}

/// The departments or groups that do not stand yet.
pub fn new_names(kind: &str, names: &[NewNameView]) -> Option<String> {
    let told = names.iter().map(|name| match &name.close_to {
        Some(close) => format!("{} (did you mean {close}?)", name.name),
        None => name.name.clone(),
    });
    let many = if names.len() == 1 { "" } else { "s" };
    (!names.is_empty()).then(|| format!("New {kind}{many}: {}.", told.collect::<Vec<_>>().join(", ")))
}

/// What a row gets that says nothing else.
fn each(view: &ImportView) -> String {
    let end = match view.each.expires_at {
        Some(at) => format!("ends {}", times::stamp(at)),
        None if view.each.never => "never ends".to_owned(),
        None => "has no expiry that rules allow".to_owned(),
    };
    let uses = if view.each.usage_limit == 1 { "once".to_owned() } else { format!("{} times", view.each.usage_limit) };
    format!("A row that says nothing else {end} and can be used {uses}.")
}

fn empty() -> String {
    "The sheet has no rows: there is nothing to make.\n".to_owned()
}

fn findings(view: &ImportView, about: &Circumstances) -> String {
    let mut text = format!("{}\n{}", numbers(view), about_sheet(view));
    let left: Vec<_> = view.shown.iter().filter(|row| row.class != RowClass::Ready).collect();
    if !left.is_empty() {
        let mut table = Table::headed(&["LINE", "LEFT OUT", "WHY"]);
        for row in left.iter().take(SHOWN) {
            let why = row.error.iter().chain(&row.also).map(|error| {
                let field = error.field.as_ref().map(|field| format!("{field}: ")).unwrap_or_default();
                format!("{field}{}", error.message)
            });
            table.styled([
                (row.line.to_string(), faint()),
                (word(row.class).to_owned(), Style::new()),
                (why.collect::<Vec<_>>().join(" "), Style::new()),
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
    text.extend(asked(view).map(|asked| format!("{asked}\n")));
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

fn word(class: RowClass) -> &'static str {
    CLASSES.iter().find(|(one, _)| *one == class).map_or("", |(_, word)| word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use vestibule_wire::{ErrorCode, ErrorView, ImportColumnView, ImportEachView, ImportRowView, SheetQuestionView};

    fn looked_at(malformed: u64) -> ImportView {
        let error = ErrorView::new(ErrorCode::EmailMalformed, "An address has one @.").at("email");
        let row = |line| ImportRowView {
            line,
            class: RowClass::Malformed,
            error: Some(error.clone()),
            also: vec![],
            cells: vec![],
        };
        ImportView {
            rows: malformed + 2,
            classes: [(RowClass::Ready, 2), (RowClass::Malformed, malformed)].into(),
            shown: (0..malformed.min(200)).map(|at| row(at + 2)).collect(),
            columns: vec![ImportColumnView { title: None, field: Some("email".into()), addresses: true }],
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
            "Columns: column 1 as email.\n",
            "The columns were guessed: --columns says",
            "--left-out FILE",
        ] {
            assert!(text.contains(expected), "{expected:?} is not in {text}");
        }
    }

    #[test]
    fn what_is_in_order_has_no_advice() {
        let about = Circumstances { role_given: true, saved: None };
        let each = ImportEachView { never: true, usage_limit: 1, ..ImportEachView::default() };
        let view = ImportView { sure: true, created: 2, each, ..looked_at(0) };
        let expected = "2 invitations created.\n2 rows: 2 ready.\nColumns: column 1 as email.\nA row that says nothing else never ends and can be used once.\n";
        assert_eq!(has_imported(&view, &about), expected);
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

    #[test]
    fn columns_left_out_new_names_and_what_is_asked_stand_in_the_text() {
        let column = |title: &str, field: Option<&str>, addresses| ImportColumnView {
            title: Some(title.into()),
            field: field.map(str::to_owned),
            addresses,
        };
        let view = ImportView {
            rows: 2,
            columns: vec![
                column("E-Mail", Some("email"), true),
                column("Kontakt", None, true),
                column("Name", None, false),
            ],
            passed_over: vec!["Staff list".into()],
            new_departments: vec![NewNameView { name: "Libary".into(), close_to: Some("Library".into()) }],
            new_groups: vec![
                NewNameView { name: "Choir".into(), close_to: None },
                NewNameView { name: "Chess".into(), close_to: None },
            ],
            letters: vec!["Áèáë".into()],
            encoding: "windows-1252".into(),
            dates: Some(DateOrder::MonthFirst),
            questions: vec![SheetQuestionView {
                question: SheetQuestion::Addresses,
                column: Some(2),
                examples: vec!["noor@post.example".into()],
            }],
            ..looked_at(0)
        };
        let text = plain(&would_import(&view, &Circumstances { role_given: true, saved: None }));
        for expected in [
            "Passed over above the titles: Staff list.\n",
            "Columns: E-Mail as email. Left out: Kontakt (addresses), Name.\n",
            "New department: Libary (did you mean Library?).\n",
            "New groups: Choir, Chess.\n",
            "read as windows-1252. Are these letters right? Áèáë\n",
            "Dates were read with the month first.\n",
            "Column 2 has addresses and is not taken for the email (noor@post.example): say",
        ] {
            assert!(text.contains(expected), "{expected:?} is not in {text}");
        }
        assert!(import_question(&view).contains("did you mean Library?"), "it is said before it is agreed to");
    }
}
