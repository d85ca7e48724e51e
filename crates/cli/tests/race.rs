//! Thirty-two processes redeem one code that admits three.

use crate::support::{Folder, Ran, redeem_arguments};
use serde_json::json;
use std::io::Write;
use std::process::{Child, Stdio};

const PROCESSES: usize = 32;
const LIMIT: usize = 3;

#[test]
fn of_thirty_two_at_once_a_limit_of_three_lets_exactly_three_in() {
    let folder = Folder::with_organisation();
    let created = folder.invitation(&["--limit", &LIMIT.to_string()]);
    let code = created["code"].as_str().unwrap();
    let start = |number: usize| -> Child {
        let (username, email) = (format!("racer{number}"), format!("racer{number}@post.example"));
        let mut command = folder.command(&redeem_arguments("-", &username, &email));
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
    };
    // All of them wait for the code on standard input: it is written once all have started.
    let mut racers: Vec<Child> = (0..PROCESSES).map(start).collect();
    for racer in &mut racers {
        racer.stdin.take().unwrap().write_all(code.as_bytes()).unwrap();
    }
    let runs: Vec<Ran> = racers.into_iter().map(|racer| racer.wait_with_output().unwrap().into()).collect();

    let (winners, others): (Vec<_>, Vec<_>) = runs.iter().partition(|ran| ran.exit == Some(0));
    for ran in &others {
        ran.refused("invitation_used_up", 3);
    }
    assert_eq!(winners.len(), LIMIT);

    let mut joined: Vec<_> = winners.iter().map(|ran| ran.json()["username"].clone()).collect();
    joined.sort_by_key(ToString::to_string);
    let shown = folder.amara(&["invitation", "show", code, "--json"]).done().json();
    let mut used_by: Vec<_> = shown["used_by"].as_array().unwrap().iter().map(|one| one["username"].clone()).collect();
    used_by.sort_by_key(ToString::to_string);
    assert_eq!((&shown["uses"], &shown["status"]), (&json!(LIMIT), &json!("used")));
    assert_eq!(used_by, joined, "those who were told so, and nobody else");
    assert_eq!(folder.amara(&["audit", "verify", "--json"]).done().json()["complete"], true);
}
