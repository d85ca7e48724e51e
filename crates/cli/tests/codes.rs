//! Tests of each exit code, with a twin that succeeds; and of hostile input.

use crate::support::{Folder, NEWCOMER_PASSWORD, fed, redeem_arguments};

const ROLE: [&str; 5] = ["invitation", "create", "--role", "staff", "--json"];

fn create<'a>(more: &[&'a str]) -> Vec<&'a str> {
    [&ROLE[..], more].concat()
}

#[test]
fn two_is_for_arguments_that_make_no_sense() {
    let folder = Folder::with_organisation();
    folder.vestibulectl(&["--version"]).done();
    for nonsense in [
        &["invitations", "--json"][..],
        &["--json"],
        &["invitation", "create", "--json"],
        &["invitation", "list", "--status", "pending", "--json"],
        &["invitation", "create", "--role", "staff", "--limit", "many", "--json"],
        &["invitation", "create", "--role", "staff", "--limit", "-1", "--json"],
        &["audit", "list", "--password-file", "amara.password", "--json"],
        &["--as", "amara", "redeem", "X", "--name", "N", "--email", "E", "--username", "U", "--json"],
    ] {
        folder.vestibulectl(nonsense).refused("usage", 2);
    }
    folder.amara(&create(&["--expires", "tomorrow"])).refused("expiry_malformed", 2);
    folder.amara(&create(&["--expires", "36h"])).done();
}

#[test]
fn three_is_for_what_a_rule_refuses() {
    let folder = Folder::with_organisation();
    folder.amara(&create(&["--limit", "0"])).refused("usage_limit_out_of_range", 3);
    folder.amara(&create(&["--limit", "1000000000"])).refused("usage_limit_out_of_range", 3);
    folder.amara(&create(&["--limit", "10000"])).done();
    folder.amara(&create(&["--expires", "2020-01-01T00:00:00Z"])).refused("expiry_past", 3);
    folder.amara(&create(&["--expires", "4000000000w"])).refused("expiry_too_far", 3);
    folder.amara(&create(&["--expires", "365d"])).done();
    folder.amara(&create(&["--email", "noor"])).refused("email_malformed", 3);
    folder.amara(&create(&["--email", "noor@post.example"])).done();
    let role = |name| folder.amara(&["invitation", "create", "--role", name, "--json"]);
    role("wizard").refused("role_unknown", 3);
    role("administrator").refused("role_not_allowed", 3);
    role("manager").refused("department_required", 3);
    role("Staff").done();
}

#[test]
fn three_is_for_what_a_code_no_longer_does() {
    let folder = Folder::with_organisation();
    let bound = folder.invitation(&["--email", "noor@post.example"]);
    let code = bound["code"].as_str().unwrap();
    folder.redeem_as(code, "ida", "ida@post.example").refused("invitation_wrong_email", 3);
    folder.redeem_as(code, "noor", "Noor@Post.Example").done();
    folder.redeem_as(code, "jonas", "noor@post.example").refused("invitation_used_up", 3);
    folder.amara(&["invitation", "revoke", code, "--json"]).refused("invitation_not_active", 3);

    let open = folder.invitation(&["--limit", "5"]);
    let code = open["code"].as_str().unwrap();
    folder.redeem_as(code, "noor", "other@post.example").refused("username_taken", 3);
    folder.redeem_as(code, "N!", "other@post.example").refused("username_malformed", 3);
    folder.secret("weak", "aaaaaaaaaaaa");
    folder.secret("short", "x7-Qp");
    let with = |file| {
        let arguments =
            redeem_arguments(code, "ida", "ida@post.example").map(|a| if a == "noor.password" { file } else { a });
        folder.vestibulectl(&arguments)
    };
    with("weak").refused("password_too_weak", 3);
    with("short").refused("password_too_short", 3);
    with("noor.password").done();
    let shown = folder.amara(&["invitation", "show", code, "--json"]).done().json();
    assert_eq!(shown["uses"], 1, "no refused attempt used it up");
    folder.amara(&["invitation", "revoke", code]).done();
    folder.redeem(code, "jonas").refused("invitation_revoked", 3);
}

#[test]
fn a_stranger_learns_nothing_from_a_code_that_was_never_issued() {
    let [folder, other] = [Folder::with_organisation(), Folder::with_organisation()];
    let elsewhere = other.invitation(&[]);
    let code = elsewhere["code"].as_str().unwrap();
    folder.redeem(code, "noor").refused("code_refused", 3);
    other.redeem(code, "noor").done();
}

#[test]
fn four_is_for_nobody_signed_in_a_wrong_password_and_what_a_role_may_not() {
    let folder = Folder::with_organisation();
    let error = folder.vestibulectl(&["invitation", "list", "--json"]).error();
    assert!(error["hint"].as_str().unwrap().contains("sign-in"), "it says what to do: {error}");
    let wrong = folder.newcomer("amara", &["invitation", "list", "--json"]);
    wrong.refused("sign_in_refused", 4);
    let unknown = folder.newcomer("nobody", &["invitation", "list", "--json"]);
    assert_eq!(unknown.err, wrong.err, "an unknown name and a wrong password get one answer");

    let created = folder.invitation(&["--limit", "2"]);
    let (id, code) = (created["id"].as_str().unwrap(), created["code"].as_str().unwrap());
    folder.redeem(code, "noor").done();
    for forbidden in [
        &["invitation", "list", "--json"][..],
        &["invitation", "create", "--role", "staff", "--json"],
        &["invitation", "revoke", id, "--json"],
        &["audit", "list", "--json"],
    ] {
        folder.newcomer("noor", forbidden).refused("not_permitted", 4);
    }
    folder.amara(&["invitation", "show", id]).done();
}

#[test]
fn five_is_for_what_is_not_there() {
    let folder = Folder::with_organisation();
    let id = folder.invitation(&[])["id"].as_str().unwrap().to_owned();
    let show = |which: &str| folder.amara(&["invitation", "show", which, "--json"]);
    show("01890a5d-ac96-774b-bcce-b302099a8057").refused("invitation_not_found", 5);
    show(&id).done();
    let revoke = ["invitation", "revoke", "01890a5d-ac96-774b-bcce-b302099a8057", "--json"];
    folder.amara(&revoke).refused("invitation_not_found", 5);
}

#[test]
fn hostile_text_is_refused_by_name_and_changes_nothing() {
    let folder = Folder::with_organisation();
    let created = folder.invitation(&[]);
    let code = created["code"].as_str().unwrap();
    let long = "x".repeat(100_000);
    for label in ["a\u{202e}b", "a\u{200f}b", "a\u{1b}[31mb"] {
        folder.amara(&create(&["--label", label])).refused("field_not_text", 3);
    }
    folder.amara(&create(&["--label", "a\nb"])).refused("field_line_break", 3);
    folder.amara(&create(&["--label", &long])).refused("field_too_long", 3);
    folder.amara(&create(&["--expires", &long])).refused("expiry_malformed", 2);
    folder.redeem(&long, "noor").refused("code_malformed", 3);
    folder.redeem_as(code, "noor", &long);
    assert_eq!(folder.redeem_as(code, &long, "noor@post.example").exit, Some(3));
    let endless = vec![b'7'; 10_000_000];
    let typed = fed(&mut folder.command(&redeem_arguments("-", "noor", "noor@post.example")), &endless);
    assert_eq!(typed.exit, Some(2), "{}", typed.err);
    assert!(typed.err.len() < 10_000, "what is too long is not repeated");

    let listed = folder.amara(&["invitation", "list", "--json"]).done().json();
    assert_eq!((&listed["total"], &listed["items"][0]), (&1.into(), &created));
    let good = fed(&mut folder.command(&redeem_arguments("-", "noor", "noor@post.example")), code.as_bytes());
    assert!(!good.done().out.contains(NEWCOMER_PASSWORD));
}
