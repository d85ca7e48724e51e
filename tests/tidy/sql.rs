//! Rules about SQL: where it may be, which code may write which tables, and that a merged migration never changes.

use super::{files, none, root, sources};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fs;

/// The tables of the log: appended to by the module that begins a change, and erased from (the personal part) by the
/// module that applies events.
const LOG: [&str; 3] = ["device", "event", "event_subject"];
/// Tables that belong to this device only.
const LOCAL: [&str; 10] = [
    "meta",
    "expectation",
    "credential",
    "kept_sign_in",
    "session",
    "throttle",
    "preference",
    "password_code",
    "mail_server",
    "mail",
];

/// Columns derived from the rest of a row, or used by lists to find it: written without an event too.
const DERIVED: [&str; 3] = ["list_state", "path", "path_key"];

/// The text with all white space reduced to single spaces, so that a statement over several lines reads as one.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The tables that a text writes to: after `INSERT INTO`, `INSERT OR … INTO`, `REPLACE INTO`, `UPDATE` and `DELETE
/// FROM`.
fn written(text: &str) -> Vec<String> {
    let text = one_line(text);
    let mut tables = Vec::new();
    for verb in ["INTO ", "UPDATE ", "DELETE FROM "] {
        for (at, _) in text.match_indices(verb) {
            let rest = &text[at + verb.len()..];
            let table: String = rest.chars().take_while(|c| c.is_ascii_lowercase() || *c == '_').collect();
            let followed = rest[table.len()..].starts_with([' ', '"', '(']);
            let updates = verb != "UPDATE " || rest[table.len()..].starts_with(" SET ");
            if !table.is_empty() && followed && updates {
                tables.push(table);
            }
        }
    }
    tables
}

/// The tables that the migrations create.
fn tables() -> Vec<String> {
    let mut tables = Vec::new();
    for (_, text) in files("migrations", ".sql") {
        for (at, start) in text.match_indices("CREATE TABLE ").chain(text.match_indices("CREATE VIRTUAL TABLE ")) {
            tables.push(text[at + start.len()..].chars().take_while(|c| c.is_ascii_lowercase() || *c == '_').collect());
        }
    }
    tables
}

#[test]
fn sql_stands_in_the_store_only() {
    let statements = ["INSERT INTO", "INSERT OR", "DELETE FROM", "CREATE TABLE", "DROP TABLE", "PRAGMA "];
    let is_sql = |line: &str| {
        statements.iter().any(|statement| line.contains(statement))
            || (line.contains("SELECT ") && line.contains(" FROM "))
            || (line.contains("UPDATE ") && line.contains(" SET "))
    };
    let mut wrong = Vec::new();
    for (name, text) in sources() {
        let may = name.starts_with("crates/store/") || name.contains("/benches/") || name.contains("tests/");
        for (number, line) in text.lines().enumerate().filter(|_| !may) {
            if is_sql(line) && !line.trim_start().starts_with("//") {
                wrong.push(format!("{name}:{}: {}", number + 1, line.trim()));
            }
        }
    }
    none("SQL outside the store", wrong);
}

#[test]
fn facts_are_written_by_the_one_function_that_applies_an_event() {
    let facts: Vec<String> = tables()
        .into_iter()
        .filter(|table| !LOG.contains(&table.as_str()) && !LOCAL.contains(&table.as_str()))
        .collect();
    for known in ["invitation", "invitation_use", "account", "role", "department", "organisation"] {
        assert!(facts.iter().any(|fact| fact == known), "{known} is a table of facts");
    }
    let mut wrong = Vec::new();
    for (name, text) in files("crates", ".rs") {
        let applies = name.starts_with("crates/store/src/apply");
        let logs =
            ["crates/store/src/transaction.rs", "crates/store/src/event_row.rs"].contains(&name.as_str()) || applies;
        let is_test = name.contains("/tests") || name.contains("/benches/");
        for table in written(&text).into_iter().filter(|_| !is_test) {
            if (facts.contains(&table) && !applies) || (LOG.contains(&table.as_str()) && !logs) {
                wrong.push(format!("{name} writes to {table}"));
            }
        }
    }
    none("written past the log", wrong);
}

#[test]
fn a_write_is_found_in_whatever_shape() {
    let text = "\"INSERT INTO invitation (id) VALUES (?)\" \"UPDATE invitation_use\n   SET at = 0\" \"DELETE FROM account\"
                \"INSERT OR IGNORE INTO event_subject VALUES (?)\" \"SELECT x FROM role\" ON CONFLICT DO UPDATE SET n = 1";
    assert_eq!(written(text), ["invitation", "event_subject", "invitation_use", "account"]);
}

#[test]
fn every_change_of_the_desk_begins_and_is_stamped_in_one_place() {
    let mut wrong = Vec::new();
    // A benchmark copies the log of one file into another, without a desk.
    let elsewhere = ["crates/desk/src/operation.rs", "crates/desk/src/measure.rs"];
    for (name, text) in files("crates/desk/src", ".rs") {
        for begin in [".begin_write()", ".begin_write_by(", ".begin_write_with_code(", "Stamp {"] {
            if text.contains(begin) && !elsewhere.contains(&name.as_str()) {
                wrong.push(format!("{name} has {begin}"));
            }
        }
    }
    none("begun or stamped beside `desk::operation`", wrong);
}

/// The tables with a column for the hub's number up to which a row is known.
fn versioned() -> Vec<String> {
    let mut tables = Vec::new();
    for (_, text) in files("migrations", ".sql") {
        for statement in text.split(';').filter(|statement| statement.contains("as_of INTEGER")) {
            let start = ["CREATE TABLE ", "ALTER TABLE "].iter().find_map(|verb| statement.split(verb).nth(1));
            tables.extend(start.map(|rest| rest.chars().take_while(|c| c.is_ascii_lowercase() || *c == '_').collect()));
        }
    }
    tables
}

/// The statements that write to these tables without setting `as_of`, each by its beginning.
fn unversioned(text: &str, tables: &[String]) -> Vec<String> {
    let text = one_line(text);
    let mut wrong = Vec::new();
    for verb in ["INTO ", "UPDATE "] {
        for (at, _) in text.match_indices(verb) {
            // A statement ends where its string literal does.
            let statement = text[at..].split('"').next().unwrap_or_default();
            let named = |table: &&String| {
                let rest = statement[verb.len()..].strip_prefix(table.as_str());
                rest.is_some_and(|rest| rest.starts_with([' ', '(']))
            };
            if !tables.iter().any(|table| named(&table)) {
                continue;
            }
            let (insert, upsert) = statement.split_once("DO UPDATE SET").unwrap_or((statement, "as_of"));
            let set = insert.split_once(" SET ").map_or("", |(_, set)| set.split(" WHERE ").next().unwrap_or_default());
            let set: Vec<&str> = set.split(", ").filter_map(|part| part.split_once(" = ")).map(|(to, _)| to).collect();
            let is_derived = !set.is_empty() && set.iter().all(|column| DERIVED.contains(column));
            if !(is_derived || insert.contains("as_of") && upsert.contains("as_of")) {
                wrong.push(insert.chars().take(60).collect());
            }
        }
    }
    wrong
}

#[test]
fn what_an_event_writes_says_as_of_which_number() {
    let tables = versioned();
    assert_eq!(tables.len(), 10, "{tables:?}");
    let mut wrong = Vec::new();
    // `names.rs` converts names to another form without an event.
    let applied = files("crates/store/src", ".rs").into_iter().filter(|(name, _)| {
        name.starts_with("crates/store/src/apply") && !name.ends_with("/names.rs") && !name.contains("/tests")
    });
    for (name, text) in applied {
        wrong.extend(unversioned(&text, &tables).into_iter().map(|write| format!("{name}: {write}")));
    }
    none("writes without as_of", wrong);
}

#[test]
fn a_write_without_as_of_is_found_in_whatever_shape() {
    let tables = ["role", "invitation"].map(str::to_owned);
    let good =
        "\"INSERT INTO role (id,\n as_of) VALUES (?, ?)\" \"UPDATE invitation AS i SET list_state = {to} WHERE {such}\"
                \"UPDATE role SET name = ?, as_of = ? WHERE id = ?\" \"INSERT INTO role_of VALUES (?)\"";
    assert_eq!(unversioned(good, &tables), [""; 0]);
    for bad in [
        "\"INSERT INTO role (id) VALUES (?)\" \"as_of\"",
        "\"INSERT OR IGNORE INTO role (id)\n VALUES (?)\"",
        "\"UPDATE invitation AS i SET list_state = ?, note = ? WHERE id = ?\"",
        "\"INSERT INTO role (id, as_of) VALUES (?, ?) ON CONFLICT DO UPDATE SET id = excluded.id\"",
    ] {
        assert_eq!(unversioned(bad, &tables).len(), 1, "{bad}");
    }
}

#[test]
fn migrations_are_frozen() {
    let frozen = fs::read_to_string(root().join("tests/migrations.sha256")).expect("tests/migrations.sha256");
    let frozen: BTreeMap<&str, &str> =
        frozen.lines().filter_map(|line| line.split_once("  ").map(|(sum, name)| (name, sum))).collect();
    let mut wrong = Vec::new();
    let migrations = files("migrations", ".sql");
    for (name, text) in &migrations {
        let sum: String = Sha256::digest(text.replace("\r\n", "\n")).iter().map(|byte| format!("{byte:02x}")).collect();
        match frozen.get(name.as_str()) {
            Some(known) if *known == sum => {}
            Some(_) => wrong.push(format!("{name} was changed: write a new migration instead")),
            None => wrong.push(format!("{name} is new: add the line `{sum}  {name}` to tests/migrations.sha256")),
        }
    }
    let gone = frozen.keys().filter(|name| !migrations.iter().any(|(found, _)| found == *name));
    wrong.extend(gone.map(|name| format!("{name} is gone")));
    none("migrations", wrong);
}

#[test]
fn migrations_are_numbered_without_gaps() {
    for (number, (name, _)) in files("migrations", ".sql").iter().enumerate() {
        assert!(name.starts_with(&format!("migrations/{:04}_", number + 1)), "{name}");
    }
}
