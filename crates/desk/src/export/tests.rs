//! Exported lists: the rows and cells of a manager's file, and what stops a running export.

use super::*;
use crate::college::{College, ended};
use crate::support::refused;
use tokio::sync::Semaphore;
use vestibule_domain::Permission;
use vestibule_wire::{
    ChangeProfileRequest, JobState, ListAuditRequest, ListUsersRequest, MoveUserRequest, UserFilter, UserStateRequest,
};

impl College {
    async fn saved(&self, seat: &Seat, list: ListUsersRequest, name: &str, form: ExportForm) -> String {
        let job = seat.export_users(UserSelectionRequest::all_of(list), form, self.place(name)).await.unwrap();
        assert!(matches!(ended(seat, job).await, JobState::Done { result: JobResult::Exported { .. } }));
        std::fs::read_to_string(self.place(name)).unwrap()
    }
}

fn usernames(json: &str) -> Vec<String> {
    let items: Vec<serde_json::Value> = serde_json::from_str(json).unwrap();
    items.iter().map(|item| item["username"].as_str().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn a_list_of_users_holds_who_may_be_seen_as_it_is_filtered_and_in_its_order() {
    let room = College::peopled().await;
    let sorted = |descending| ListUsersRequest {
        sort: vestibule_wire::UserSort::Username,
        descending,
        page: 7,
        page_size: 1,
        ..ListUsersRequest::default()
    };
    let all = room.saved(&room.amara, sorted(true), "all.json", ExportForm::Json).await;
    assert_eq!(usernames(&all), ["stef", "mona", "ines", "amara"], "whatever the page");
    let mona = room.at("mona").await;
    let own = room.saved(&mona, sorted(false), "own.json", ExportForm::Json).await;
    assert_eq!(usernames(&own), ["mona", "stef"], "a manager saves their division");
    let ids: Vec<serde_json::Value> = serde_json::from_str(&all).unwrap();
    let ids: Vec<String> = ids.iter().map(|item| item["id"].as_str().unwrap().to_owned()).collect();
    let these = UserSelectionRequest::These { ids };
    let job = mona.export_users(these, ExportForm::Csv, room.place("these.csv")).await.unwrap();
    ended(&mona, job).await;
    let csv = std::fs::read_to_string(room.place("these.csv")).unwrap();
    assert!(csv.contains("stef") && !csv.contains("ines") && !csv.contains("amara"), "also by their ids: {csv}");
    let arts = ListUsersRequest::with_filter(UserFilter { department: Some("Arts".into()), ..UserFilter::default() });
    let job =
        mona.export_users(UserSelectionRequest::all_of(arts), ExportForm::Csv, room.place("arts.csv")).await.unwrap();
    assert!(matches!(ended(&mona, job).await, JobState::Failed { .. }) && !room.place("arts.csv").exists());
    let found = ListUsersRequest { search: "ines".into(), ..sorted(false) };
    room.saved(&room.amara, found, "found.json", ExportForm::Json).await;
    let trail = room.amara.list_audit(ListAuditRequest { page: 1, page_size: 10 }).await.unwrap().items;
    let told = trail.iter().find(|event| event.event == "people_exported").unwrap();
    assert_eq!(told.subject.as_deref(), Some("1 (json): search=\"ines\""));
}

#[test]
fn a_code_that_was_searched_for_does_not_stand_in_the_trail() {
    for code in ["K7QF-2M9X-4TZC-8WHN", "k7qf2m9x4tzc8whn", "K7QF 2M9X", "vestibule://join/K7QF2M9X4TZC8WHN"] {
        assert_eq!(invitations::searched(code), "a code", "{code}");
    }
    for words in ["Margaret", "noor@post.example", "Spring fair", "K7QF", ""] {
        assert_eq!(invitations::searched(words), words);
    }
}

#[tokio::test]
async fn a_users_row_in_csv_has_a_cell_for_each_title_and_no_spreadsheet_runs_it() {
    let room = College::peopled().await;
    let stef = room.at("stef").await;
    let before = stef.get_user(vestibule_wire::UserRequest { user: "stef".into(), quiet: false }).await.unwrap().user;
    let name = "=HYPERLINK(\"https://evil.example\")".to_owned();
    stef.change_profile(ChangeProfileRequest { name, email: before.email, password: None }).await.unwrap();
    let csv = room.saved(&room.amara, ListUsersRequest::default(), "all.csv", ExportForm::Csv).await;
    assert!(csv.starts_with(
        "\u{feff}id,username,name,email,role,department,groups,state,joined through,created,last sign-in\r\n"
    ));
    assert!(csv.contains("'=HYPERLINK") && !csv.contains(",=") && !csv.contains(",\"="), "{csv}");
    let row = csv.lines().find(|line| line.contains(",ines,")).unwrap();
    assert_eq!(row.split(',').count(), UserFile::titles().len(), "{row}");
    assert!(row.contains(",Staff,Arts,,active,"), "{row}");
}

#[tokio::test]
async fn who_may_not_save_people_saves_none_and_leaves_no_file() {
    let room = College::peopled().await;
    let all = || UserSelectionRequest::all_of(ListUsersRequest::default());
    let path = room.place("list.csv");
    let stef = room.at("stef").await;
    assert_eq!(refused(stef.export_users(all(), ExportForm::Csv, path.clone()).await), ErrorCode::NotPermitted);
    assert_eq!(refused(stef.allow(FileUse::ExportUsers).await), ErrorCode::NotPermitted);
    let nobody = room.desk.seat("window");
    assert_eq!(refused(nobody.export_users(all(), ExportForm::Csv, path.clone()).await), ErrorCode::NotSignedIn);
    let mona = room.at("mona").await;
    for lacking in [Permission::SeePeople, Permission::ExportPeople] {
        room.manager_may(&Permission::ALL.into_iter().filter(|one| *one != lacking).collect::<Vec<_>>()).await;
        assert_eq!(refused(mona.export_users(all(), ExportForm::Csv, path.clone()).await), ErrorCode::NotPermitted);
    }
    let none = UserSelectionRequest::These { ids: vec![] };
    let job = room.amara.export_users(none, ExportForm::Csv, path.clone()).await.unwrap();
    assert!(matches!(ended(&room.amara, job).await, JobState::Failed { .. }), "nothing ticked is not all");
    let other = room.amara.export_users(all(), ExportForm::Csv, room.place("list.xlsx")).await;
    assert_eq!(refused(other), ErrorCode::FileNameOtherForm);
    assert!(!path.exists());
}

/// A list of two pages that waits on its first page until it is released.
struct Gated;

static REACHED: Semaphore = Semaphore::const_new(0);
static GO: Semaphore = Semaphore::const_new(0);

impl Exported for Gated {
    type Command = command::ExportUsers;
    type List = ListUsersRequest;
    type Row = String;

    fn titles() -> Vec<&'static str> {
        vec!["name"]
    }

    async fn find(_: &mut ReadTx, _: &UserSelectionRequest, _: &Standing, _: Moment) -> Result<Self, DeskError> {
        Ok(Self)
    }

    fn len(&self) -> usize {
        STEP + 1
    }

    async fn rows(&mut self, _: &mut ReadTx, from: usize, _: usize, _: &Standing) -> Result<Vec<String>, DeskError> {
        if from == 0 {
            REACHED.add_permits(1);
            GO.acquire().await.unwrap().forget();
        }
        Ok(vec!["somebody".into()])
    }

    fn cells(row: &String) -> Vec<String> {
        vec![row.clone()]
    }

    fn record(row: &String) -> impl Serialize {
        row
    }

    fn filters(_: &ListUsersRequest) -> Vec<(&'static str, Option<String>)> {
        Vec::new()
    }

    fn events(&self, form: &'static str) -> (Event, Vec<Event>) {
        (Event::PeopleExported { rows: 2, form: form.into() }, Vec::new())
    }
}

impl College {
    /// Exports a list as Mona, runs `meanwhile` during its first page, and returns how it ends.
    async fn interrupted(&self, name: &str, by: &Seat, meanwhile: impl AsyncFnOnce()) -> String {
        let all = UserSelectionRequest::all_of(ListUsersRequest::default());
        let job = by.export_list::<Gated>(all, ExportForm::Csv, self.place(name)).await.unwrap();
        REACHED.acquire().await.unwrap().forget();
        meanwhile().await;
        GO.add_permits(1);
        // If the seat is signed out, ask from another one, after reactivating the account.
        let state = UserStateRequest { user: "mona".into(), password: None };
        self.amara.reactivate_user(state).await.unwrap();
        match ended(&self.at("mona").await, job).await {
            JobState::Done { .. } => "done".into(),
            JobState::Cancelled => "cancelled".into(),
            JobState::Failed { error } => format!("{:?}", error.code),
            JobState::Running => unreachable!(),
        }
    }
}

#[tokio::test]
async fn a_list_that_is_being_saved_stops_when_whoever_saves_it_is_suspended_moved_or_signed_out() {
    let room = College::peopled().await;
    let state = || UserStateRequest { user: "mona".into(), password: None };
    let to =
        |department: &str| MoveUserRequest { user: "mona".into(), department: Some(department.into()), password: None };
    let mona = room.at("mona").await;
    let how = room.interrupted("lock.csv", &mona, async || mona.lock_session().await.unwrap()).await;
    assert_eq!((how.as_str(), room.place("lock.csv").exists()), ("done", true), "a locked screen stops nothing");
    let mona = room.at("mona").await;
    let how = room.interrupted("out.csv", &mona, async || mona.sign_out().await.unwrap()).await;
    assert_eq!(how, "cancelled");
    let mona = room.at("mona").await;
    let how = room
        .interrupted("suspended.csv", &mona, async || {
            room.amara.suspend_user(state()).await.unwrap();
        })
        .await;
    assert_eq!(how, "NotSignedIn");
    let mona = room.at("mona").await;
    let how = room
        .interrupted("moved.csv", &mona, async || {
            room.amara.move_user(to("Arts")).await.unwrap();
        })
        .await;
    assert_eq!(how, "NotPermitted");
    let mona = room.at("mona").await;
    let how = room.interrupted("may.csv", &mona, async || room.manager_may(&[Permission::SeePeople]).await).await;
    assert_eq!(how, "NotPermitted");
    for name in ["out.csv", "suspended.csv", "moved.csv", "may.csv"] {
        assert!(!room.place(name).exists(), "{name}");
    }
    let trail = room.amara.list_audit(ListAuditRequest { page: 1, page_size: 100 }).await.unwrap().items;
    assert_eq!(trail.iter().filter(|event| event.event == "people_exported").count(), 1, "the one that is there");
}

/// Guard: `look_at` in place of `look_at_apart`: the export waited for the second connection until it was refused.
#[tokio::test]
async fn an_export_needs_one_reading_connection_so_that_two_exports_never_wait_for_each_other() {
    let room = College::peopled().await;
    let held = room.amara.desk.store().await.unwrap().begin_read().await.unwrap();
    room.saved(&room.amara, ListUsersRequest::default(), "beside.csv", ExportForm::Csv).await;
    drop(held);
}
