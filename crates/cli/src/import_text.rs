//! The sentences of an import: after a preview, before a confirmation, and after the import. Keeps out where the rows
//! come from.

use crate::import::{Imported, ViewOf};
use crate::output::harmless;
use crate::table::{Table, faint};
use clap::builder::styling::Style;
use vestibule_wire::{DateOrder, ImportColumnView, NewNameView, SheetClass, SheetQuestion, SheetQuestionView};

/// How many of the rows left out are printed; all go into the file of --left-out.
const SHOWN: usize = 20;

/// After a dry run.
pub fn would_import<K: Imported>(kind: &K, view: &ViewOf<K>, saved: Option<&str>) -> String {
    let would = format!("{} would be created. Nothing was made: this was a dry run.\n", K::count(view.ready()));
    if view.rows == 0 { empty() } else { format!("{would}{}", findings(kind, view, saved)) }
}

/// After an import, or when there was nothing to import.
pub fn has_imported<K: Imported>(kind: &K, view: &ViewOf<K>, saved: Option<&str>) -> String {
    match (view.rows, view.created) {
        (0, _) => empty(),
        (_, 0) => format!("Nothing was made: no row is ready.\n{}", findings(kind, view, saved)),
        (_, created) => format!("{} created.\n{}", K::count(created), findings(kind, view, saved)),
    }
}

/// The confirmation. Without styles, as all questions are.
pub fn import_question<K: Imported>(view: &ViewOf<K>) -> String {
    format!("{}\n{}Create {}?", numbers::<K>(view), about_sheet::<K>(view), K::count(view.ready()))
}

/// What must be decided before anything is imported.
pub fn asked(questions: &[SheetQuestionView]) -> Option<String> {
    let first = questions.first()?;
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

/// How the sheet was read, and what it would create: a line each.
fn about_sheet<K: Imported>(view: &ViewOf<K>) -> String {
    let mut lines = Vec::new();
    if !view.passed_over.is_empty() {
        lines.push(format!("Passed over above the titles: {}.", view.passed_over.join("; ")));
    }
    lines.extend(taken(&view.columns));
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
        lines.push(K::each(view));
    }
    lines.iter().map(|line| format!("{}\n", harmless(line))).collect()
}

/// Which field each column holds, and which columns are left out.
fn taken(columns: &[ImportColumnView]) -> Option<String> {
    let name = |place: usize, title: &Option<String>| {
        let title = title.as_deref().map(str::trim).filter(|title| !title.is_empty());
        title.map_or_else(|| format!("column {}", place + 1), str::to_owned)
    };
    let placed = || columns.iter().enumerate();
    let held = placed().filter_map(|(place, column)| {
        let field = column.field.as_ref()?;
        Some(format!("{} as {field}", name(place, &column.title)))
    });
    let left = placed().filter(|(_, column)| column.field.is_none()).map(|(place, column)| {
        let addresses = if column.addresses { " (addresses)" } else { "" };
        format!("{}{addresses}", name(place, &column.title))
    });
    let (held, left): (Vec<String>, Vec<String>) = (held.collect(), left.collect());
    let left = if left.is_empty() { String::new() } else { format!(" Left out: {}.", left.join(", ")) };
    let held = if held.is_empty() { "none".to_owned() } else { held.join(", ") };
    (!columns.is_empty()).then(|| format!("Columns: {held}.{left}"))
}

/// The departments or groups that do not exist yet.
pub fn new_names(kind: &str, names: &[NewNameView]) -> Option<String> {
    let told = names.iter().map(|name| match &name.close_to {
        Some(close) => format!("{} (did you mean {close}?)", name.name),
        None => name.name.clone(),
    });
    let many = if names.len() == 1 { "" } else { "s" };
    (!names.is_empty()).then(|| format!("New {kind}{many}: {}.", told.collect::<Vec<_>>().join(", ")))
}

fn empty() -> String {
    "The sheet has no rows: there is nothing to make.\n".to_owned()
}

fn findings<K: Imported>(kind: &K, view: &ViewOf<K>, saved: Option<&str>) -> String {
    let mut text = format!("{}\n{}", numbers::<K>(view), about_sheet::<K>(view));
    let left: Vec<_> = view.shown.iter().filter(|row| row.class != K::Class::READY).collect();
    if !left.is_empty() {
        let mut table = Table::headed(&["LINE", "LEFT OUT", "WHY"]);
        for row in left.iter().take(SHOWN) {
            let why = row.error.iter().chain(&row.also).map(|error| {
                let field = error.field.as_ref().map(|field| format!("{field}: ")).unwrap_or_default();
                format!("{field}{}", error.message)
            });
            table.styled([
                (row.line.to_string(), faint()),
                (K::class(row.class).to_owned(), Style::new()),
                (why.collect::<Vec<_>>().join(" "), Style::new()),
            ]);
        }
        text.push_str(&format!("\n{}", table.text()));
        let more = view.left_out().saturating_sub(SHOWN as u64);
        if more > 0 {
            text.push_str(&format!("… and {more} more.\n"));
        }
        text.push('\n');
    }
    text.extend(kind.advice(view).map(|advice| format!("{advice}\n")));
    text.extend(asked(&view.questions).map(|asked| format!("{asked}\n")));
    match saved {
        Some(saved) => text.push_str(&format!("{saved}\n")),
        None if !left.is_empty() => {
            text.push_str("--left-out FILE saves the rows left out, to be mended and read again.\n")
        }
        None => {}
    }
    text
}

/// `10 rows: 2 ready, 8 malformed.`
fn numbers<K: Imported>(view: &ViewOf<K>) -> String {
    let found = K::Class::ALL.iter().filter(|class| view.count(**class) > 0);
    let found = found.map(|class| format!("{} {}", view.count(*class), K::class(*class)));
    let rows = if view.rows == 1 { "1 row".to_owned() } else { format!("{} rows", view.rows) };
    format!("{rows}: {}.", found.collect::<Vec<_>>().join(", "))
}
