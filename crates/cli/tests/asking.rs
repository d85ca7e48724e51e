//! Tests of an import's questions: what a sheet leaves unclear is asked first, and what it would create is reported.

use crate::support::{Folder, Ran};
use serde_json::{Value, json};

fn import(folder: &Folder, more: &[&str]) -> Ran {
    folder.amara(&[&["invitation", "import", "--json"], more].concat())
}

fn write(folder: &Folder, content: impl AsRef<[u8]>) {
    std::fs::write(folder.path().join("s.csv"), content).unwrap();
}

/// The result of a dry run with the role Staff.
fn looked(folder: &Folder, content: impl AsRef<[u8]>) -> Value {
    write(folder, content);
    import(folder, &["s.csv", "--role", "staff", "--dry-run"]).done().json()
}

fn list(folder: &Folder) -> Vec<Value> {
    let page = folder.amara(&["invitation", "list", "--page-size", "100", "--json"]).done().json();
    page["items"].as_array().unwrap().clone()
}

#[test]
fn a_column_of_addresses_never_becomes_invitations_for_anybody() {
    let folder = Folder::with_organisation();
    for (sheet, question, column) in [
        ("Role,Kontakt\nstaff,noor@post.example\n", "addresses", json!(2)),
        ("role,label\nstaff,Noor <noor@post.example>\n", "addresses", json!(2)),
        ("Wer,Was\nnoor@post.example,staff\n", "titles", json!(null)),
    ] {
        let view = looked(&folder, sheet);
        assert_eq!((&view["questions"][0]["question"], &view["questions"][0]["column"]), (&json!(question), &column));
        let error = import(&folder, &["s.csv", "--role", "staff", "--yes"]).refused("sheet_unclear", 3);
        assert_eq!(error["values"]["question"], question);
        assert!(error["hint"].as_str().unwrap().contains("--columns"), "{error}");
    }
    let said = folder.amara(&["invitation", "import", "s.csv", "--role", "staff", "--dry-run"]).done().out;
    assert!(said.contains("No title of the sheet is known") && said.contains("Columns: Wer as email"), "{said}");
    let view = import(&folder, &["s.csv", "--columns", "email,role", "--yes"]).done().json();
    assert_eq!((&view["created"], &list(&folder)[0]["email"]), (&json!(1), &json!("noor@post.example")));
    assert_eq!(view["ids"], json!([list(&folder)[0]["id"]]), "what was made is named");

    // A single address far from the others is not lost either.
    let view =
        looked(&folder, "Role,Kontakt\nstaff,\nstaff,\nstaff,room 5\nstaff,ida@post.example\nstaff,\nstaff,room 6\n");
    assert_eq!((&view["questions"], &view["classes"]), (&json!([]), &json!({ "ready": 5, "malformed": 1 })));
    assert_eq!(view["shown"].as_array().unwrap().iter().filter(|row| row["class"] == "malformed").count(), 1);
}

#[test]
fn exports_of_directories_are_read_without_a_question() {
    let folder = Folder::with_organisation();
    for sheet in [
        "Name,Given Name,E-mail 1 - Type,E-mail 1 - Value,Organization 1 - Department\nNoor,Noor,* Work,noor@post.example,Library\n",
        "userPrincipalName,displayName,mail,department\nnoor@corp.example,Noor,noor@post.example,Library\n",
        "Staff list\n2026-09-01\n\nФИО;Электронная почта;Отдел\nНур;noor@post.example;Library\n",
    ] {
        let view = looked(&folder, sheet);
        assert_eq!(
            (&view["questions"], &view["sure"], &view["classes"]),
            (&json!([]), &json!(true), &json!({ "ready": 1 })),
            "{sheet}"
        );
        assert_eq!(view["new_departments"], json!([{ "name": "Library", "close_to": null }]), "{sheet}");
    }
    let said = folder.amara(&["invitation", "import", "s.csv", "--role", "staff", "--dry-run"]).done().out;
    for expected in [
        "Passed over above the titles: Staff list; 2026-09-01.",
        "Columns: Электронная почта as email, Отдел as department. Left out: ФИО.",
        "New department: Library.",
    ] {
        assert!(said.contains(expected), "{expected:?} is not in {said}");
    }
}

#[test]
fn our_own_export_comes_back_with_all_its_fields_and_nothing_to_ask() {
    let (from, to) = (Folder::with_organisation(), Folder::with_organisation());
    let each = [
        "--department",
        "Library",
        "--group",
        "Choir",
        "--group",
        "Chess",
        "--limit",
        "5",
        "--label",
        "for ida@post.example",
    ];
    from.invitation(&[&each[..], &["--note", "two\nlines"]].concat());
    from.invitation(&["--email", "noor@post.example"]);
    from.invitation(&["--domain", "@school.example", "--expires", "never"]);
    from.amara(&["invitation", "export", "all.csv"]).done();
    std::fs::copy(from.path().join("all.csv"), to.path().join("s.csv")).unwrap();
    let view = import(&to, &["s.csv"]).done().json();
    assert_eq!((&view["created"], &view["sure"], &view["questions"]), (&json!(3), &json!(true), &json!([])));
    let fields = |folder: &Folder| -> Vec<Value> {
        let names = ["email", "domain", "department", "groups", "usage_limit", "label", "note"];
        let mut all: Vec<Value> =
            list(folder).iter().map(|item| names.map(|name| item[name].clone()).to_vec().into()).collect();
        all.sort_by_key(Value::to_string);
        all
    };
    assert_eq!(fields(&from), fields(&to));
    let view = looked(&to, "email,uses,limit\nida@post.example,0,5\n");
    assert_eq!((&view["columns"][1]["field"], &view["columns"][2]["field"]), (&json!(null), &json!("limit")));
}

#[test]
fn what_would_be_new_is_said_before_it_is_made_with_what_it_is_close_to() {
    let folder = Folder::with_organisation();
    folder.invitation(&["--department", "Library", "--group", "Choir"]);
    let view = looked(&folder, "email,department,groups\nnoor@post.example,Libary,Choir; Chess\nx,Sports,Art\n");
    assert_eq!(
        view["new_departments"],
        json!([{ "name": "Libary", "close_to": "Library" }]),
        "a row left out brings none"
    );
    assert_eq!(view["new_groups"], json!([{ "name": "Chess", "close_to": null }]));
    assert_eq!((&view["each"]["usage_limit"], view["each"]["expires_at"].is_string()), (&json!(1), true));
    let said = folder.amara(&["invitation", "import", "s.csv", "--role", "staff", "--dry-run"]).done().out;
    assert!(said.contains("New department: Libary (did you mean Library?).\nNew group: Chess.\n"), "{said}");
    assert!(said.contains("A row that says nothing else ends "), "{said}");
}

#[test]
fn letters_that_may_be_wrong_are_shown_before_names_are_made_of_them() {
    let folder = Folder::with_organisation();
    let cyrillic = b"email,department\nivan@post.example,\xC1\xE8\xE1\xEB\xE8\xEE\xF2\xE5\xEA\xE0\n";
    let view = looked(&folder, cyrillic);
    assert_eq!((&view["encoding"], &view["letters"]), (&json!("windows-1252"), &json!(["Áèáëèîòåêà"])));
    let error = import(&folder, &["s.csv", "--role", "staff", "--yes"]).refused("sheet_unclear", 3);
    assert_eq!((&error["values"]["question"], folder.total(&[])), (&json!("letters"), 0));
    import(&folder, &["s.csv", "--role", "staff", "--encoding", "windows-1251"]).done();
    assert_eq!(list(&folder)[0]["department"], "Библиотека");
    import(&folder, &["s.csv", "--encoding", "colour", "--dry-run"]).refused("columns_unclear", 3);

    let western = looked(&folder, b"email,label\nx@post.example,M\xe4dchenchor\n");
    assert_eq!((&western["letters"], &western["questions"]), (&json!(["Mädchenchor"]), &json!([])), "shown, not asked");
    let japanese = looked(&folder, b"email,label\nken@post.example,\x90}\x8f\x91\x8a\xd9\n");
    assert!(japanese["shown"][0]["error"]["message"].as_str().unwrap().contains("CSV UTF-8"), "{japanese}");
}

#[test]
fn dates_are_read_as_the_whole_column_allows_and_else_asked_about() {
    let folder = Folder::with_organisation();
    let sheet = "email,expires\na@post.example,01/02/2099\nb@post.example,03/04/2099\n";
    write(&folder, sheet);
    let error = import(&folder, &["s.csv", "--role", "staff"]).refused("sheet_unclear", 3);
    assert_eq!((&error["values"]["question"], &error["values"]["column"]), (&json!("dates"), &json!("2")), "{error}");
    let year = chrono::Utc::now().format("%Y").to_string().parse::<i32>().unwrap() + 1;
    for (cells, read, who) in [
        ([format!("02/01/{year}"), format!("13/01/{year}")], "day_first", "day"),
        ([format!("01/02/{year}"), format!("01/13/{year}")], "month_first", "month"),
    ] {
        let sheet = format!("email,expires\n{who}@post.example,{}\n{who}2@post.example,{}\n", cells[0], cells[1]);
        let view = looked(&folder, &sheet);
        assert_eq!((&view["dates"], &view["questions"]), (&json!(read), &json!([])), "{sheet}");
        import(&folder, &["s.csv", "--role", "staff"]).done();
        let ends = |item: &Value| item["expires_at"].as_str().unwrap().starts_with(&format!("{year}-01-0"));
        assert_eq!(
            list(&folder)
                .iter()
                .filter(|item| item["email"] == format!("{who}@post.example"))
                .filter(|item| ends(item))
                .count(),
            1
        );
    }
    let view = looked(&folder, format!("email,expires\nc@post.example,31.01.{year}\n"));
    assert_eq!(
        (&view["dates"], &view["questions"], &view["classes"]["malformed"]),
        (&json!(null), &json!([]), &json!(null))
    );
}

#[test]
fn no_mark_list_or_line_break_is_lost_without_a_word() {
    let folder = Folder::with_organisation();
    let view = looked(&folder, "email,label,groups\nnoor@post.example,\"20\" screen\",\n");
    assert_eq!(view["shown"][0]["error"]["values"]["problem"], "stray_quote");
    let view = looked(&folder, "email,label\n“noor@post.example”,“spring, fair”\n");
    assert_eq!(view["shown"][0]["error"]["values"]["problem"], "curly_quotes");
    write(&folder, "email,label,groups\nnoor@post.example,\"two\nlines\",\"[\"\"Choir\"\",\"\"Orchestra\"\"]\"\n");
    import(&folder, &["s.csv", "--role", "staff"]).done();
    let made = &list(&folder)[0];
    assert_eq!((&made["label"], &made["groups"]), (&json!("two lines"), &json!(["Choir", "Orchestra"])));
    let view = looked(&folder, "email,role,limit\nno address,wizard,0\n");
    let row = &view["shown"][0];
    let fields: Vec<&Value> =
        [&row["error"]].into_iter().chain(row["also"].as_array().unwrap()).map(|error| &error["field"]).collect();
    assert_eq!(fields, [&json!("email"), &json!("limit"), &json!("role")], "every reason stands there");
}

#[test]
fn an_export_is_in_the_trail_with_its_filter_and_in_each_history_and_no_managers_to_make() {
    let folder = Folder::with_organisation();
    let made = folder.invitation(&["--department", "Library"]);
    let other = folder.invitation(&["--label", "cards"]);
    folder.manager("mira", "Library");
    folder.amara(&["invitation", "export", "library.csv", "--department", "Library", "--status", "active"]).done();
    let trail = folder.amara(&["audit", "list", "--json"]).done().out;
    assert!(trail.contains(r#"1 (csv): status=\"active\" department=\"Library\""#), "{trail}");
    let history = |invitation: &Value| {
        folder.amara(&["invitation", "history", invitation["id"].as_str().unwrap(), "--json"]).done().out
    };
    assert!(history(&made).contains("\"how\":\"export\"") && !history(&other).contains("export"));
    let refused = folder.newcomer("mira", &["invitation", "export", "own.csv", "--json"]);
    refused.refused("not_permitted", 4);
    assert!(!folder.path().join("own.csv").exists());
    for name in ["all.xlsx", "all.pdf", "all.json"] {
        folder.amara(&["invitation", "export", name, "--format", "csv", "--json"]).refused("usage", 2);
        assert!(!folder.path().join(name).exists());
    }
}

#[test]
fn a_name_that_may_be_a_slip_is_asked_about_before_it_is_made() {
    let folder = Folder::with_organisation();
    let create = |more: &[&str]| folder.amara(&[&["invitation", "create", "--role", "staff"], more].concat());
    let said = create(&["--department", "Library", "--group", "Choir"]).done().out;
    assert!(said.contains("Invitation created.\nNew department: Library.\nNew group: Choir.\n"), "{said}");
    let said = create(&["--department", "library", "--group", "CHOIR"]).done().out;
    assert!(said.starts_with("Invitation created.\n\n"), "nothing is new: {said}");

    for slip in [["--department", "Libary"], ["--group", "Chior"]] {
        let error = create(&[&slip[..], &["--json"]].concat()).refused("name_close", 3);
        assert!(error["message"].as_str().unwrap().contains("Did you mean"), "{error}");
        assert!(error["hint"].as_str().unwrap().contains("--new"), "{error}");
        create(&[&slip[..], &["--count", "3", "--json"]].concat()).refused("name_close", 3);
    }
    assert_eq!(folder.total(&[]), 2, "nothing was made");
    let said = create(&["--department", "Libary", "--new"]).done().out;
    assert!(said.contains("New department: Libary (did you mean Library?)."), "{said}");
    assert_eq!(folder.total(&["--department", "Libary"]), 1);
}
