//! `mail …` and `invitation send | eml | mailto`, against a mail server of the tests.

use crate::path::keys;
use crate::plain_server::{Act, PlainServer, code_in};
use crate::support::Folder;
use serde_json::{Value, json};
use std::process::Stdio;

/// An organisation whose mail server this is.
fn with(server: &PlainServer) -> Folder {
    let folder = Folder::with_organisation();
    folder.amara(&set(&server.port.to_string())).done();
    folder
}

fn set(port: &str) -> [&str; 11] {
    let from = "Fernhill College <desk@fernhill.example>";
    ["mail", "set", "--host", "127.0.0.1", "--port", port, "--security", "none", "--from", from, "--json"]
}

fn bound(folder: &Folder, email: &str) -> Value {
    folder.invitation(&["--email", email])
}

fn send(folder: &Folder, invitation: &Value) -> Value {
    folder.amara(&["invitation", "send", invitation["id"].as_str().unwrap(), "--json"]).done().json()
}

fn pass(folder: &Folder) -> Value {
    folder.amara(&["mail", "run", "--once", "--json"]).done().json()
}

fn passed(sent: u64, failed: u64, dropped: u64, waiting: u64) -> Value {
    let (reminders, problem) = (0, Value::Null);
    json!({
        "sent": sent, "failed": failed, "dropped": dropped, "waiting": waiting, "reminders": reminders, "problem": problem
    })
}

fn outbox(folder: &Folder, more: &[&str]) -> Vec<Value> {
    let page = folder.amara(&[&["mail", "outbox", "--json"], more].concat()).done().json();
    page["items"].as_array().unwrap().clone()
}

#[test]
fn a_sent_invitation_arrives_and_its_code_redeems() {
    let server = PlainServer::usual();
    let folder = with(&server);
    let made = bound(&folder, "noor@post.example");
    let queued = send(&folder, &made);
    assert_eq!(
        (&queued["state"], &queued["to"], &queued["purpose"]),
        (&json!("queued"), &json!("noor@post.example"), &json!("first"))
    );
    assert_eq!(pass(&folder), passed(1, 0, 0, 0));
    let [message] = &server.messages()[..] else { panic!("one message") };
    let code = code_in(&message.text).unwrap();
    assert_eq!(made["code"], code);
    folder.redeem_as(&code, "noor", "noor@post.example").done();
    assert_eq!(pass(&folder), passed(0, 0, 0, 0), "nothing is sent twice");
    let [sent] = &outbox(&folder, &["--state", "sent"])[..] else { panic!("one message") };
    assert_eq!((&sent["attempts"], &sent["reason"]), (&json!(1), &json!("250 2.0.0 queued as 17")));
    assert!(!sent.to_string().contains(&code));
    let id = made["id"].as_str().unwrap();
    let history = folder.amara(&["invitation", "history", id, "--json"]).done().json();
    let events: Vec<&Value> = history["items"].as_array().unwrap().iter().map(|item| &item["event"]).collect();
    assert_eq!(events, ["used", "sent", "created"]);
    assert_eq!(history["items"][1]["details"], json!({ "to": "n••r@post.example", "purpose": "first" }));
    let trail = folder.amara(&["audit", "list", "--json"]).done().out;
    assert!(trail.contains("invitation_sent") && !trail.contains("noor@post.example"), "{trail}");
    assert_eq!(folder.amara(&["audit", "verify"]).done().exit, Some(0));
}

#[test]
fn what_was_revoked_in_between_is_dropped() {
    let server = PlainServer::usual();
    let folder = with(&server);
    let made = bound(&folder, "noor@post.example");
    let queued = send(&folder, &made);
    folder.amara(&["invitation", "revoke", made["id"].as_str().unwrap(), "--yes"]).done();
    assert_eq!(pass(&folder), passed(0, 0, 1, 0));
    assert!(server.messages().is_empty());
    let dropped = &outbox(&folder, &[])[0];
    assert_eq!(
        (&dropped["state"], &dropped["reason"]),
        (&json!("dropped"), &json!("Not sent: the invitation is revoked."))
    );
    let resend = ["mail", "resend", queued["id"].as_str().unwrap(), "--json"];
    folder.amara(&resend).refused("invitation_not_active", 3);
    folder.amara(&["mail", "resend", "nothing", "--json"]).refused("mail_unknown", 5);
}

#[test]
fn a_refused_message_fails_with_the_servers_words() {
    let server =
        PlainServer::start(
            |line| if line.starts_with("RCPT") { Act::Say("550 5.1.1 no such person") } else { Act::Usual },
        );
    let folder = with(&server);
    let queued = send(&folder, &bound(&folder, "gone@post.example"));
    assert_eq!(pass(&folder), passed(0, 1, 0, 0));
    let failed = &outbox(&folder, &["--state", "failed"])[0];
    assert!(failed["reason"].as_str().unwrap().contains("550 5.1.1 no such person"), "{failed}");
    assert_eq!(failed["may_have_arrived"], false);
    let again = folder.amara(&["mail", "resend", queued["id"].as_str().unwrap(), "--json"]).done().json();
    assert_eq!((&again["purpose"], keys(&again)), (&json!("again"), keys(&queued)));
    assert_eq!(pass(&folder), passed(0, 1, 0, 0));
    let text = folder.amara(&["mail", "outbox"]).done().out;
    assert_eq!(text.matches("no such person").count(), 2, "{text}");
}

#[test]
fn a_run_that_is_killed_half_way_sends_nothing_twice() {
    let server = PlainServer::start(|line| if line == "." { Act::Silence } else { Act::Usual });
    let folder = with(&server);
    let queued = send(&folder, &bound(&folder, "noor@post.example"));
    let who = ["--as", "amara", "--password-file", "amara.password", "mail", "run"];
    let mut child = folder.command(&who).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    server.await_messages(1);
    child.kill().unwrap();
    child.wait().unwrap();
    assert_eq!(outbox(&folder, &[])[0]["state"], "sending");
    assert_eq!(pass(&folder), passed(0, 0, 0, 0));
    folder.amara(&["mail", "resend", queued["id"].as_str().unwrap(), "--json"]).refused("mail_on_its_way", 3);
    assert_eq!(server.messages().len(), 1);
}

#[test]
fn two_runs_at_once_send_each_message_once() {
    let server = PlainServer::usual();
    let folder = with(&server);
    for number in 0..8 {
        send(&folder, &bound(&folder, &format!("p{number}@post.example")));
    }
    let sent: u64 = std::thread::scope(|scope| {
        let runs = [(); 2].map(|()| scope.spawn(|| pass(&folder)["sent"].as_u64().unwrap()));
        runs.into_iter().map(|run| run.join().unwrap()).sum()
    });
    assert_eq!((sent, server.messages().len()), (8, 8));
}

#[test]
fn all_that_match_are_sent_and_the_rest_is_counted() {
    let server = PlainServer::usual();
    let folder = with(&server);
    folder.invitation(&["--email", "noor@post.example", "--label", "new"]);
    folder.invitation(&["--label", "new"]);
    bound(&folder, "ines@post.example");
    let all = ["invitation", "send", "--all", "--label", "new", "--json"];
    let told = json!({ "queued": 1, "without_address": 1, "sent_before": 0, "not_active": 0 });
    assert_eq!(folder.amara(&all).done().json(), told);
    assert_eq!(folder.amara(&all).done().json()["sent_before"], 1);
    let text = folder.amara(&["invitation", "send", "--all"]).done().out;
    assert!(text.starts_with("1 queued."), "{text}");
    for nonsense in [
        &["invitation", "send"][..],
        &["invitation", "send", "x", "--all"],
        &["invitation", "send", "--all", "--to", "a@b.example"],
        &["invitation", "send", "x", "--label", "new"],
        &["invitation", "send", "--all", "--label", ""],
    ] {
        folder.amara(&[nonsense, &["--json"]].concat()).refused("usage", 2);
    }
}

#[test]
fn the_settings_are_shown_without_the_password_and_templates_are_read_from_files() {
    let server = PlainServer::usual();
    let folder = with(&server);
    folder.amara(&["mail", "set", "--json"]).refused("usage", 2);
    folder.secret("smtp.password", "correct-horse-17");
    folder.secret("subject.txt", "Come to {organisation}");
    folder.secret("body.txt", "Dear {recipient},\n\nwelcome as {role}.");
    let login = ["--username", "desk", "--mail-password-file", "smtp.password", "--remind-days", "2"];
    let texts = ["--subject-file", "subject.txt", "--body-file", "body.txt", "--json"];
    let shown = folder.amara(&[&["mail", "set"], &login[..], &texts].concat()).done().json();
    assert_eq!(shown, folder.amara(&["mail", "show", "--json"]).done().json());
    for (key, value) in [
        ("host", json!("127.0.0.1")),
        ("security", json!("none")),
        ("username", json!("desk")),
        ("from_name", json!("Fernhill College")),
        ("from_address", json!("desk@fernhill.example")),
        ("subject", json!("Come to {organisation}")),
        ("remind_days", json!(2)),
    ] {
        assert_eq!(shown[key], value, "{key}");
    }
    let text = folder.amara(&["mail", "show"]).done().out;
    assert!(!shown.to_string().contains("horse") && !text.contains("horse"), "{text}");
    assert!(folder.bytes().iter().all(|(_, bytes)| !bytes.windows(5).any(|part| part == b"horse")));
    let tested = folder.amara(&["mail", "test", "--json"]).done().json();
    assert_eq!(tested["to"], "amara@fernhill.example");
    assert!(server.lines().iter().any(|line| line.starts_with("AUTH")));
    let made = folder.invitation(&[]);
    let to = ["--to", "noor@post.example", "--name", "Noor Haddad"];
    folder.amara(&[&["invitation", "send", made["id"].as_str().unwrap()], &to[..]].concat()).done();
    assert_eq!(pass(&folder)["sent"], 1);
    let message = server.messages().pop().unwrap().text;
    for part in ["Subject: Come to Fernhill College", "Dear Noor Haddad,", "welcome as Staff."] {
        assert!(message.contains(part), "{part}: {message}");
    }
    folder.secret("bad.txt", "Hello\n {nobody}");
    let refused = folder.amara(&["mail", "set", "--body-file", "bad.txt", "--json"]).refused("template_malformed", 3);
    assert_eq!(refused["values"], json!({ "name": "nobody", "line": "2", "column": "2" }));
    let said = folder.amara(&["mail", "set", "--body-file", "bad.txt"]).err;
    assert!(said.contains("--body-file"), "{said}");
}

#[test]
fn a_device_without_a_mail_server_makes_drafts_and_links() {
    let folder = Folder::with_organisation();
    for command in [&["mail", "show"][..], &["mail", "test"], &["mail", "run"]] {
        folder.amara(&[command, &["--json"]].concat()).refused("mail_not_set_up", 3);
    }
    let made = bound(&folder, "noor@post.example");
    let (id, code) = (made["id"].as_str().unwrap(), made["code"].as_str().unwrap());
    folder.amara(&["invitation", "send", id, "--json"]).refused("mail_not_set_up", 3);
    folder.amara(&["invitation", "eml", id, "--output", "noor.eml"]).done();
    let saved = std::fs::read_to_string(folder.path().join("noor.eml")).unwrap();
    assert_eq!(code_in(&saved).as_deref(), Some(code));
    let piped = folder.amara(&["invitation", "eml", id, "--output", "-"]).done().out;
    assert!(piped.starts_with("X-Unsent: 1\r\n") && code_in(&piped).as_deref() == Some(code));
    let link = folder.amara(&["invitation", "mailto", id, "--json"]).done().json();
    assert!(link["link"].as_str().unwrap().starts_with("mailto:noor@post.example?"));
    let other = ["invitation", "mailto", id, "--to", "ines@post.example", "--json"];
    folder.amara(&other).refused("recipient_other", 3);
}

#[test]
fn an_unreachable_server_is_told_and_everything_waits() {
    let folder = Folder::with_organisation();
    let closed = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    folder.amara(&set(&closed.to_string())).done();
    send(&folder, &bound(&folder, "noor@post.example"));
    let told = pass(&folder);
    assert_eq!((&told["waiting"], &told["sent"]), (&json!(1), &json!(0)));
    assert!(told["problem"].as_str().unwrap().contains("can't be reached"), "{told}");
    folder.amara(&["mail", "test", "--json"]).refused("mail_not_sent", 1);
}

#[test]
fn who_may_not_send_sends_nothing_and_a_manager_only_within_reach() {
    let server = PlainServer::usual();
    let folder = with(&server);
    folder.manager("mira", "Library");
    let elsewhere = folder.invitation(&["--email", "ines@post.example", "--department", "Sports"]);
    let hidden = send(&folder, &elsewhere);
    let mira = |arguments: &[&str]| folder.newcomer("mira", &[arguments, &["--json"]].concat());
    mira(&["invitation", "send", elsewhere["id"].as_str().unwrap()]).refused("invitation_not_found", 5);
    mira(&["mail", "resend", hidden["id"].as_str().unwrap()]).refused("mail_unknown", 5);
    assert_eq!(mira(&["mail", "outbox"]).done().json(), json!({ "items": [], "next": null }));
    for forbidden in [
        &["mail", "show"][..],
        &["mail", "test"],
        &["mail", "set", "--remind-days", "1"],
        &["invitation", "send", "--all"],
    ] {
        mira(forbidden).refused("not_permitted", 4);
    }
    let own = folder.invitation(&["--email", "noor@post.example", "--department", "Library"]);
    mira(&["invitation", "send", own["id"].as_str().unwrap()]).done();
    let staff = folder.invitation(&[]);
    folder.redeem(staff["code"].as_str().unwrap(), "stef").done();
    for forbidden in [&["mail", "run"][..], &["mail", "outbox"], &["invitation", "send", own["id"].as_str().unwrap()]] {
        folder.newcomer("stef", &[forbidden, &["--json"]].concat()).refused("not_permitted", 4);
    }
    let page = mira(&["mail", "outbox"]).done().json();
    assert_eq!(page["items"].as_array().unwrap().len(), 1);
    let hers = &page["items"][0];
    assert_eq!((&hers["queued_by"], &hers["to"]), (&json!("mira"), &json!("noor@post.example")));
}
