//! Imports departments: a kind without addresses, roles, dates or groups, with its own classes. Tests what applies to
//! any kind.

use super::{ImportSource, Imported, Judging, LeftOf, RowVerdict, VerdictOf, ViewOf};
use crate::seat::Seat;
use crate::support::{Room, refused};
use crate::{DeskError, fields};
use serde::{Deserialize, Serialize};
use std::collections::{HashMap, HashSet};
use std::path::Path;
use std::sync::{Arc, LazyLock};
use vestibule_domain::decide::{DepartmentRefusal, create_department};
use vestibule_domain::{Department, DepartmentId, DepartmentName, DepartmentPath, Event, Fact};
use vestibule_sheet::words::{self, Words};
use vestibule_sheet::{Field, Holds, Row, Titles};
use vestibule_store::{ReadTx, WriteTx};
use vestibule_wire::{
    ErrorCode, ErrorView, JobRequest, JobResult, JobState, ListAuditRequest, NewNamesView, SheetClass, SheetQuestion,
    SheetRequest, VerifyAuditRequest, command,
};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Column {
    Name,
    Parent,
}

static TITLES: LazyLock<Titles<Column>> = LazyLock::new(Titles::of_all);

impl Field for Column {
    const ALL: &'static [Self] = &[Self::Name, Self::Parent];
    const ORDER: &'static [Self] = Self::ALL;
    const ROW: [&'static str; 2] = ["department", "departments"];

    fn name(self) -> &'static str {
        ["department", "parent"][self.place()]
    }

    fn place(self) -> usize {
        self as usize
    }

    fn holds(self) -> Holds {
        Holds::Line
    }

    fn words(self) -> Words {
        match self {
            Self::Name => words::DEPARTMENT,
            Self::Parent => Words::only("parent under"),
        }
    }

    fn titles() -> &'static Titles<Self> {
        &TITLES
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
enum Class {
    Ready,
    Malformed,
    Doubled,
    Standing,
}

impl SheetClass for Class {
    const ALL: &'static [Self] = &[Self::Ready, Self::Malformed, Self::Doubled, Self::Standing];
    const READY: Self = Self::Ready;
    const MALFORMED: Self = Self::Malformed;
}

struct Departments {
    /// The parent for rows that name none.
    each: Option<String>,
    tree: Vec<Department>,
    by_path: HashMap<String, DepartmentId>,
}

struct ParsedInvitation {
    name: DepartmentName,
    parent: Option<DepartmentPath>,
}

impl Imported for Departments {
    type Field = Column;
    type Command = command::CreateDepartment;
    type Each = Option<String>;
    type EachView = Option<String>;
    type Class = Class;
    type ParsedRow = ParsedInvitation;
    type Known = bool;

    async fn known_names(_: &mut ReadTx) -> Result<Vec<String>, DeskError> {
        Ok(Vec::new())
    }

    async fn begin(each: Option<String>, _: &Judging<'_>, tx: &mut WriteTx) -> Result<Self, DeskError> {
        let tree = tx.department_tree().await?;
        let by_path = tx.departments().await?.into_iter().map(|row| (row.path_key, row.id)).collect();
        Ok(Self { each, tree, by_path })
    }

    fn each(&self, _: &Judging<'_>) -> Option<String> {
        self.each.clone()
    }

    fn wish(&self, row: &Row<Column>, _: &Judging<'_>) -> Result<ParsedInvitation, Vec<DeskError>> {
        let name = row.get(Column::Name).unwrap_or_default();
        let parent = row.get(Column::Parent).map(String::from).or_else(|| self.each.clone());
        let name = fields::for_field("department", DepartmentName::parse(&name));
        let parent = fields::parse_optional("parent", parent.as_deref(), DepartmentPath::parse);
        match (name, parent) {
            (Ok(name), Ok(parent)) => Ok(ParsedInvitation { name, parent }),
            (name, parent) => Err([name.err(), parent.err()].into_iter().flatten().collect()),
        }
    }

    fn key(wish: &ParsedInvitation) -> Option<String> {
        let above = wish.parent.as_ref().map_or_else(String::new, |parent| format!("{}/", parent.key()));
        Some(format!("{above}{}", wish.name.part()))
    }

    async fn known(&self, keys: &[String], tx: &mut WriteTx) -> Result<HashMap<String, bool>, DeskError> {
        let keys: HashSet<&String> = keys.iter().collect();
        let rows = tx.departments().await?.into_iter();
        Ok(rows.filter(|row| keys.contains(&row.path_key)).map(|row| (row.path_key, true)).collect())
    }

    fn doubled(first: u64) -> LeftOf<Self> {
        let error = ErrorView::new(ErrorCode::DuplicateInFile, format!("Line {first} has the same department."));
        (Class::Doubled, error.at("department").with("line", first))
    }

    fn taken(known: bool) -> Option<LeftOf<Self>> {
        let error = || ErrorView::new(ErrorCode::DepartmentNameTaken, "There is such a department.").at("department");
        known.then(|| (Class::Standing, error()))
    }

    fn also(&self, _: &ParsedInvitation, _: &Judging<'_>) -> Option<DeskError> {
        None
    }

    fn decide(&mut self, wish: ParsedInvitation, by: &Judging<'_>) -> Result<VerdictOf<Self>, DeskError> {
        let key = Self::key(&wish).unwrap_or_default();
        let parent = match wish.parent.map(|parent| self.by_path.get(&parent.key()).copied()) {
            Some(None) => return Ok(RowVerdict::left(Class::Malformed, DepartmentRefusal::Unknown.into())),
            Some(standing) => standing,
            None => None,
        };
        let id = DepartmentId::new(by.now, by.seat.desk.ports().random());
        let name = wish.name.clone();
        match create_department(&by.acting.who.standing, &self.tree, id, wish.name, parent) {
            Ok(event) => {
                self.tree.push(Department { id, parent, name });
                self.by_path.insert(key, id);
                Ok(RowVerdict::Ready(vec![event.into()]))
            }
            Err(refusal) => Ok(RowVerdict::left(Class::Malformed, refusal.into())),
        }
    }

    fn new_names(&self) -> NewNamesView {
        NewNamesView::default()
    }

    fn made(facts: &[Fact]) -> Option<String> {
        facts.iter().find_map(|fact| match &fact.event {
            Event::DepartmentCreated { department, .. } => Some(department.to_string()),
            _ => None,
        })
    }

    /// The program has no job result for departments: pass the view as text.
    fn told(view: ViewOf<Self>) -> JobResult {
        JobResult::Exported { rows: view.created, path: serde_json::to_string(&view).unwrap() }
    }
}

type View = ViewOf<Departments>;
type Request = SheetRequest<Option<String>>;

async fn ended(seat: &Seat, sheet: &str, request: Request, preview: bool) -> Result<View, ErrorCode> {
    let zone: super::LocalTime = Arc::new(|local| Some(local.and_utc()));
    let source = ImportSource::Text(sheet.to_owned());
    let begun = seat.import_rows::<Departments>(source, request, zone, preview).await;
    let job = begun.map_err(|error| ErrorView::from(error).code)?.job;
    loop {
        match seat.job(JobRequest { job: job.clone() }).await.unwrap().state {
            JobState::Running => tokio::time::sleep(std::time::Duration::from_millis(2)).await,
            JobState::Done { result: JobResult::Exported { path, .. } } => {
                return Ok(serde_json::from_str(&path).unwrap());
            }
            JobState::Failed { error } => return Err(error.code),
            other => panic!("{other:?}"),
        }
    }
}

async fn paths(seat: &Seat) -> Vec<String> {
    seat.list_departments().await.unwrap().into_iter().map(|department| department.path).collect()
}

const SHEET: &str = "\
Staff list,
Parent;Abteilung;Head
;Science;noor@post.example
Science;Physics;
science;PHYSICS;
;Library;
Nowhere;Chess;
;a/b;
";

async fn with_library() -> (Room, Seat) {
    let room = Room::founded().await;
    let amara = room.signed_in("amara").await;
    let request = vestibule_wire::CreateDepartmentRequest { name: "Library".into(), parent: None };
    amara.create_department(request).await.unwrap();
    (room, amara)
}

#[tokio::test]
async fn rows_of_another_kind_are_read_asked_about_and_judged_by_their_own_rules() {
    let (_room, amara) = with_library().await;
    let view = ended(&amara, SHEET, Request::default(), true).await.unwrap();
    assert_eq!(
        view.columns.iter().map(|column| column.field.as_deref()).collect::<Vec<_>>(),
        [Some("parent"), Some("department"), None]
    );
    assert!(view.sure && view.questions.is_empty(), "a column of addresses is nothing to ask about here");
    assert_eq!(view.passed_over, ["Staff list,"]);
    let found = |class| view.shown.iter().filter(|row| row.class == class).map(|row| row.line).collect::<Vec<_>>();
    assert_eq!(found(Class::Ready), [3, 4], "a parent may be made by an earlier row");
    assert_eq!((found(Class::Doubled), found(Class::Standing)), (vec![5], vec![6]));
    assert_eq!(found(Class::Malformed), [7, 8]);
    let doubled = view.shown.iter().find(|row| row.class == Class::Doubled).unwrap();
    assert_eq!(doubled.error.as_ref().unwrap().values["line"], "4");
    assert_eq!((view.created, view.rows, view.left_out()), (0, 6, 4));
    assert_eq!(paths(&amara).await, ["Library"], "looking makes nothing");
    let untitled = ended(&amara, "Wer,Was\nPhysics,Library\n", Request::default(), true).await.unwrap();
    assert_eq!(untitled.questions.first().map(|asked| asked.question), None, "no title and no address: rows");
    assert_eq!(untitled.rows, 2);
}

#[tokio::test]
async fn what_is_open_is_asked_before_anything_is_written_and_an_answer_goes_on() {
    let (_room, amara) = with_library().await;
    let sheet = "Wer,Was\nPhysics,noor@post.example\n";
    let view = ended(&amara, sheet, Request::default(), true).await.unwrap();
    assert_eq!(view.questions.first().map(|asked| asked.question), Some(SheetQuestion::Titles));
    assert_eq!(ended(&amara, sheet, Request::default(), false).await, Err(ErrorCode::SheetUnclear));
    let columns = Some(vec![Some("department".to_owned()), None]);
    let said = Request { columns, each: Some("Library".into()), ..Request::default() };
    let view = ended(&amara, sheet, said, false).await.unwrap();
    assert_eq!((view.created, view.each.as_deref()), (1, Some("Library")));
    assert_eq!(paths(&amara).await, ["Library", "Library/Physics"]);
    let unknown = Request { columns: Some(vec![Some("email".to_owned())]), ..Request::default() };
    assert_eq!(ended(&amara, sheet, unknown, true).await, Err(ErrorCode::ColumnsUnclear), "no field of this kind");
}

#[tokio::test]
async fn ready_rows_are_written_as_events_and_a_second_time_they_stand_already() {
    let (_room, amara) = with_library().await;
    let preview = ended(&amara, SHEET, Request::default(), true).await.unwrap();
    let known = Request { fingerprint: Some(preview.fingerprint), ..Request::default() };
    let view = ended(&amara, SHEET, known.clone(), false).await.unwrap();
    assert_eq!((view.created, view.ids.len()), (2, 2));
    assert_eq!(paths(&amara).await, ["Library", "Science", "Science/Physics"]);
    let trail = amara.list_audit(ListAuditRequest::default()).await.unwrap();
    let made = trail.items.iter().filter(|event| event.event == "department_created");
    assert_eq!(made.count(), 3, "the trail has them, beside the Library");
    assert!(amara.verify_audit(VerifyAuditRequest::default()).await.unwrap().complete);
    let again = ended(&amara, SHEET, known.clone(), false).await.unwrap();
    assert_eq!((again.created, again.count(Class::Standing)), (0, 3));
    assert_eq!(ended(&amara, &SHEET.replace("Chess", "Go"), known, false).await, Err(ErrorCode::SheetChanged));
}

#[tokio::test]
async fn rows_left_out_are_saved_under_the_titles_of_their_kind_and_read_again() {
    let (room, amara) = with_library().await;
    ended(&amara, "Chess,Nowhere\nPhysics,Library\n", Request::default(), false).await.unwrap();
    let path = room.folder.path().join("left.csv");
    assert_eq!(save(&amara, &path).await.unwrap(), 1);
    let saved = std::fs::read_to_string(&path).unwrap();
    assert!(saved.starts_with("\u{feff}department,parent,line,reason\r\nChess,Nowhere,1,"), "{saved}");
    let mended = ended(&amara, &saved.replace("Nowhere", "Library"), Request::default(), false).await.unwrap();
    assert_eq!((mended.created, mended.sure), (1, true));
    let other = amara.save_left_out(&room.folder.path().join("other.csv")).await;
    assert_eq!(refused(other), ErrorCode::JobUnknown, "the last sheet was none of invitations");
    amara.sign_out().await.unwrap();
    room.sign_in(&amara, "amara").await;
    assert_eq!(refused(save(&amara, &path).await), ErrorCode::JobUnknown, "it does not outlive the session");
}

async fn save(seat: &Seat, path: &Path) -> Result<u64, DeskError> {
    let owner = seat.permit::<command::CreateDepartment>().await?.standing.account;
    seat.write_left_out::<Departments>(owner, path).await
}

#[tokio::test]
async fn whoever_may_not_ask_for_that_kind_is_refused_at_the_door() {
    let (room, amara) = with_library().await;
    let sam = room.newcomer(&amara, "sam", "staff", None).await;
    assert_eq!(ended(&sam, SHEET, Request::default(), true).await, Err(ErrorCode::NotPermitted));
}
