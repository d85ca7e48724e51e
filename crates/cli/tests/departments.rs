//! Tests of departments: created, listed, moved and renamed; and a manager's reach before a move and after it.

use crate::support::Folder;
use serde_json::{Value, json};

fn paths(list: &Value) -> Vec<&str> {
    list["items"].as_array().unwrap().iter().map(|item| item["path"].as_str().unwrap()).collect()
}

fn department(folder: &Folder, arguments: &[&str]) -> Value {
    folder.amara(&[&["department"], arguments, &["--json"]].concat()).done().json()
}

/// An organisation with Science/Physics/Optics and Arts.
fn with_tree() -> Folder {
    let folder = Folder::with_organisation();
    for arguments in [
        &["create", "Science"][..],
        &["create", "Physics", "--parent", "Science"],
        &["create", "Optics", "--parent", "science/PHYSICS"],
        &["create", "Arts"],
    ] {
        department(&folder, arguments);
    }
    folder
}

#[test]
fn departments_are_made_listed_moved_and_renamed_by_their_paths() {
    let folder = with_tree();
    assert_eq!(
        paths(&department(&folder, &["list"])),
        ["Arts", "Science", "Science/Physics", "Science/Physics/Optics"]
    );
    let moved = department(&folder, &["move", "physics", "--to", "Arts"]);
    assert_eq!((&moved["name"], &moved["path"]), (&json!("Physics"), &json!("Arts/Physics")));
    assert_eq!(department(&folder, &["rename", "Arts/Physics", "Light"])["path"], "Arts/Light");
    assert_eq!(department(&folder, &["move", "Arts/Light/Optics", "--to-top"])["path"], "Optics");
    let text = folder.amara(&["department", "list"]).done().out;
    assert_eq!(text, "Arts\nArts/Light\nOptics\nScience\n");
    let trail = folder.amara(&["audit", "list", "--json"]).done().json();
    let events: Vec<&str> = trail["items"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|item| item["event"].as_str())
        .filter(|event| event.starts_with("department_"))
        .take(3)
        .collect();
    assert_eq!(events, ["department_moved", "department_renamed", "department_moved"]);
    assert_eq!(folder.amara(&["audit", "verify", "--json"]).done().json()["complete"], true);
}

#[test]
fn what_can_not_be_is_refused_with_what_is_wrong_and_nothing_changes() {
    let folder = with_tree();
    department(&folder, &["create", "Optics", "--parent", "Arts"]);
    let before = paths(&department(&folder, &["list"])).join(" ");
    for (arguments, code, exit) in [
        (&["create", "SCIENCE"][..], "department_name_taken", 3),
        (&["create", "physics", "--parent", "Science"], "department_name_taken", 3),
        (&["create", "A/B"], "department_slash", 3),
        (&["create", "Lost", "--parent", "Nowhere"], "department_unknown", 5),
        (&["move", "Optics", "--to", "Science"], "department_ambiguous", 3),
        (&["move", "Science", "--to", "Science/Physics/Optics"], "department_into_itself", 3),
        (&["move", "Science/Chemistry", "--to-top"], "department_unknown", 5),
        (&["rename", "Science", "arts"], "department_name_taken", 3),
        (&["rename", "Science", " "], "field_required", 3),
    ] {
        let refused = folder.amara(&[&["department"], arguments, &["--json"]].concat()).refused(code, exit);
        if code == "department_ambiguous" {
            assert_eq!(refused["values"]["paths"], "Arts/Optics, Science/Physics/Optics");
        }
    }
    assert_eq!(paths(&department(&folder, &["list"])).join(" "), before);
}

#[test]
fn an_invitation_s_department_is_named_by_its_path_or_by_a_name_that_one_alone_has() {
    let folder = with_tree();
    let of = |department: &str| folder.invitation(&["--department", department])["department"].clone();
    assert_eq!((of("optics"), of("Science/Physics")), (json!("Science/Physics/Optics"), json!("Science/Physics")));
    assert_eq!(of("Science/Chemistry"), "Science/Chemistry", "a new one, under one that is there");
    assert_eq!(of("Physics/Optics"), "Science/Physics/Optics", "the end of its path, and no second one");
    assert_eq!(of("Physics/Lasers"), "Science/Physics/Lasers");
    let create = |department: &str| {
        folder.amara(&["invitation", "create", "--role", "staff", "--department", department, "--json"])
    };
    let refused = create("Music/Choir").refused("department_parent_unknown", 3);
    assert_eq!(refused["values"]["parent"], "Music");
    create("Nowhere/Arts/New").refused("department_parent_unknown", 3);
    let long = format!("Science/{}/{}/Arts", "x".repeat(60), "y".repeat(60));
    create(&long).refused("department_parent_unknown", 3);
    let said = folder.amara(&["invitation", "create", "--role", "staff", "--department", "Physics/Optics"]).done();
    assert!(!said.out.contains("new"), "nothing is made along with it: {}", said.out);
    create("Physics/Opticss").refused("name_close", 3);
    department(&folder, &["create", "Optics", "--parent", "Arts"]);
    create("Optics").refused("department_ambiguous", 3);
    // Filtering by a department includes all below it.
    for (name, total) in [("Science", 6), ("Physics", 5), ("Arts", 0)] {
        assert_eq!(folder.total(&["--department", name]), total, "{name}");
    }
    let sheet = "email,role,department\na@x.example,staff,Science/Physics\nb@x.example,staff,Optics\nc@x.example,staff,Arts/New\nd@x.example,staff,physics/new\ne@x.example,staff,Science/Physics/New\n";
    std::fs::write(folder.path().join("sheet.csv"), sheet).unwrap();
    let view = folder.amara(&["invitation", "import", "sheet.csv", "--dry-run", "--json"]).done().json();
    assert_eq!(
        (&view["classes"]["ready"], &view["new_departments"]),
        (
            &json!(4),
            &json!([
                { "name": "Arts/New", "close_to": null },
                { "name": "Science/Physics/new", "close_to": null },
            ])
        )
    );
}

#[test]
fn a_manager_reaches_all_under_their_department_before_a_move_and_not_after() {
    let folder = with_tree();
    folder.manager("mira", "Science");
    let mira = |arguments: &[&str]| folder.newcomer("mira", &[arguments, &["--json"]].concat());
    let made = mira(&["invitation", "create", "--role", "staff", "--department", "Physics"]).done().json();
    assert_eq!(made["department"], "Science/Physics");
    let (id, code) = (made["id"].as_str().unwrap(), made["code"].as_str().unwrap());
    let optics = folder.invitation(&["--department", "Optics"])["id"].as_str().unwrap().to_owned();
    let seen = || mira(&["invitation", "list", "--status", "active"]).done().json()["total"].clone();
    assert_eq!(seen(), 2);
    assert_eq!(
        paths(&mira(&["department", "list"]).done().json()),
        ["Science", "Science/Physics", "Science/Physics/Optics"]
    );
    mira(&["department", "move", "Physics", "--to", "Science"]).refused("not_permitted", 4);

    department(&folder, &["move", "Physics", "--to", "Arts"]);
    assert_eq!(seen(), 0);
    assert_eq!(paths(&mira(&["department", "list"]).done().json()), ["Science"]);
    for id in [id, &optics] {
        mira(&["invitation", "show", id]).refused("invitation_not_found", 5);
    }
    mira(&["invitation", "create", "--role", "staff", "--department", "Physics"]).refused("department_not_allowed", 3);
    mira(&["invitation", "list", "--department", "Physics"]).refused("department_unknown", 5);
    // An invitation of hers admits nobody to a department that she no longer reaches.
    folder.redeem(code, "newcomer").refused("invitation_creator_may_not", 3);
    department(&folder, &["move", "Arts/Physics", "--to", "Science"]);
    assert_eq!(seen(), 2);
}

#[test]
fn a_manager_names_their_own_and_is_told_nothing_of_what_lies_beyond() {
    let folder = with_tree();
    folder.manager("mira", "Arts");
    department(&folder, &["create", "Optics", "--parent", "Arts"]);
    department(&folder, &["create", "Optics"]);
    let create = |name: &str| {
        folder.newcomer("mira", &["invitation", "create", "--role", "staff", "--department", name, "--json"])
    };
    assert_eq!(create("Optics").done().json()["department"], "Arts/Optics", "hers, though others are called so");
    for name in ["Science", "Science/New", "Nowhere/New", "Science/Physics", "Nowhere/Arts/New", "Sales/"] {
        create(name).refused("department_not_allowed", 3);
    }
    create("Arts/New").refused("new_department_not_allowed", 3);
}
