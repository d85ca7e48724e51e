//! `invitation import`: invitations from a sheet of rows. Keeps out what every import does (import.rs).

use super::a_number;
use crate::answer::Answer;
use crate::entry::Entry;
use crate::expiry;
use crate::failure::Failure;
use crate::import::{self, Imported, SheetArguments};
use crate::invitation_text;
use crate::times;
use clap::Args;
use std::path::Path;
use vestibule_desk::{DeskError, ImportSource, LocalTime, Seat};
use vestibule_wire::{
    CreateInvitationRequest, ImportEachView, ImportRequest, ImportView, JobResult, JobView, RowClass,
};

/// Import a sheet: an invitation for each row that is ready
///
/// Reads CSV as spreadsheets and scripts write it, or rows copied from a spreadsheet: commas, semicolons or tabs, with
/// titles or without (lines above the titles are skipped), UTF-8 or Windows-1252. The columns are email, domain, role,
/// department, groups, limit, expires, label and note, in any order. All ready rows are imported together, or none;
/// the others are left out and listed with line and reason. On a terminal it asks first, with the numbers, unless
/// --yes is given. Ctrl-C leaves nothing behind.
#[derive(Args)]
#[command(mut_arg("no_header", |arg| arg.help("The first row is an invitation, not titles")), after_help = "\
Examples:
  vestibulectl invitation import people.csv --dry-run
  vestibulectl invitation import people.csv --role staff --expires 30d --left-out mend.csv
  vestibulectl invitation import mend.csv --role staff --yes
  vestibulectl invitation import - --columns email,-,department --no-header \\
      --role staff < export.csv

Exit codes:
  0  invitations were made, or no row was left out; after --dry-run always
  3  rows were left out, and none was ready; or the sheet leaves something open
     that --columns, --dates or --encoding must say (--dry-run shows it)

JSON:
  {\"rows\",\"classes\",\"shown\",\"columns\",\"sure\",\"questions\",\"passed_over\",
  \"encoding\",\"letters\",\"dates\",\"new_departments\",\"new_groups\",\"each\",\"head\",
  \"fingerprint\",\"created\",\"ids\",\"made_at\"}; `classes` counts ready, malformed,
  duplicate_in_file, already_invited, already_member and not_permitted; `shown`
  has the first 200 rows of each, `ids` those made, up to 10000")]
pub struct Import {
    #[command(flatten)]
    pub sheet: SheetArguments,
    #[command(flatten)]
    each: Each,
}

/// The values for cells that rows leave empty.
#[derive(Args)]
struct Each {
    /// The role where a row names none
    #[arg(long, value_name = "ROLE")]
    role: Option<String>,
    /// The department where a row names none
    #[arg(long, value_name = "NAME")]
    department: Option<String>,
    /// The group where a row names none; can be given several times
    #[arg(long = "group", value_name = "NAME")]
    groups: Vec<String>,
    /// The expiry where a row names none, as for `invitation create`
    #[arg(long, value_name = "WHEN", allow_hyphen_values = true)]
    expires: Option<String>,
    /// The usage limit where a row names none, 1 to 10000
    #[arg(long, value_name = "N", allow_negative_numbers = true, value_parser = a_number)]
    limit: Option<u64>,
    /// The label where a row has none
    #[arg(long, value_name = "TEXT")]
    label: Option<String>,
    /// The note where a row has none
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,
}

impl Each {
    fn request(self) -> Result<CreateInvitationRequest, Failure> {
        Ok(CreateInvitationRequest {
            email: None,
            domain: None,
            role: self.role.unwrap_or_default(),
            department: self.department,
            groups: self.groups,
            expires: expiry::parse(self.expires.as_deref(), &chrono::Local)?,
            usage_limit: self.limit,
            label: self.label,
            note: self.note,
        })
    }
}

/// The kind of import whose rows are invitations.
struct Invitations {
    role_given: bool,
}

impl Imported for Invitations {
    type Each = CreateInvitationRequest;
    type EachView = ImportEachView;
    type Class = RowClass;
    const MAKING: &'static str = "Creating invitations, bytes read";

    fn count(number: u64) -> String {
        invitation_text::count(number)
    }

    fn class(class: RowClass) -> &'static str {
        match class {
            RowClass::Ready => "ready",
            RowClass::Malformed => "malformed",
            RowClass::DuplicateInFile => "duplicate in file",
            RowClass::AlreadyInvited => "already invited",
            RowClass::AlreadyMember => "already a member",
            RowClass::NotPermitted => "not permitted",
        }
    }

    fn each(view: &ImportView) -> String {
        let end = match view.each.expires_at {
            Some(at) => format!("ends {}", times::stamp(at)),
            None if view.each.never => "never ends".to_owned(),
            None => "has no expiry that rules allow".to_owned(),
        };
        let limit = view.each.usage_limit;
        let uses = if limit == 1 { "once".to_owned() } else { format!("{limit} times") };
        format!("A row that says nothing else {end} and can be used {uses}.")
    }

    fn advice(&self, view: &ImportView) -> Option<&'static str> {
        let roles = view.columns.iter().any(|column| column.field.as_deref() == Some("role"));
        (!roles && !self.role_given)
            .then_some("No column holds a role: give --role, or name the columns with --columns.")
    }

    async fn begin(
        seat: &Seat,
        source: ImportSource,
        request: ImportRequest,
        zone: LocalTime,
        preview: bool,
    ) -> Result<JobView, DeskError> {
        seat.import(source, request, zone, preview).await
    }

    fn view(result: JobResult) -> Option<ImportView> {
        match result {
            JobResult::Imported(view) => Some(*view),
            _ => None,
        }
    }

    async fn save_left_out(seat: &Seat, path: &Path) -> Result<u64, DeskError> {
        seat.save_left_out(path).await
    }
}

/// Imports, or with --dry-run only reads.
pub async fn import_invitations(entry: &Entry, import: Import) -> Result<Answer, Failure> {
    let Import { sheet, each } = import;
    sheet.check(entry)?;
    let kind = Invitations { role_given: each.role.is_some() };
    import::import_sheet(entry, &kind, sheet, each.request()?).await
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import_text::{has_imported, import_question, would_import};
    use vestibule_wire::{
        DateOrder, ErrorCode, ErrorView, ImportColumnView, ImportRowView, NewNameView, SheetQuestion, SheetQuestionView,
    };

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
        let about = Invitations { role_given: false };
        let text = plain(&would_import(&about, &looked_at(25), None));
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
        let about = Invitations { role_given: true };
        let each = ImportEachView { never: true, usage_limit: 1, ..ImportEachView::default() };
        let view = ImportView { sure: true, created: 2, each, ..looked_at(0) };
        let expected = "2 invitations created.\n2 rows: 2 ready.\nColumns: column 1 as email.\nA row that says nothing else never ends and can be used once.\n";
        assert_eq!(has_imported(&about, &view, None), expected);
        assert!(import_question::<Invitations>(&view).ends_with("Create 2 invitations?"));
        assert!(has_imported(&about, &ImportView::default(), None).starts_with("The sheet has no rows"));
    }

    #[test]
    fn nothing_ready_is_said_first_and_what_was_saved_last() {
        let about = Invitations { role_given: true };
        let view = ImportView { classes: [(RowClass::Malformed, 1)].into(), rows: 1, sure: true, ..looked_at(1) };
        let text = plain(&has_imported(&about, &view, Some("1 row was saved in left.csv.")));
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
        let text = plain(&would_import(&Invitations { role_given: true }, &view, None));
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
        assert!(
            import_question::<Invitations>(&view).contains("did you mean Library?"),
            "it is said before it is agreed to"
        );
    }
}
