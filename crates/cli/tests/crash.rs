//! `kill -9` at two hundred random moments while several processes create and redeem: acknowledged changes persist,
//! none is half done, and the chain verifies.

use crate::support::{Folder, Ran, redeem_arguments};
use rand::Rng;
use serde_json::Value;
use std::collections::BTreeMap;
use std::io::Read;
use std::process::{Command, Stdio};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use std::time::{Duration, Instant};

const KILLS: usize = 200;
const WORKERS: usize = 4;
/// How many managers take turns creating, so that kills during sign-in slow none of them down.
const CREATORS: usize = 12;
/// The usage limit of each invitation: low, so that some are used up, and their redemption refused, during the test.
const LIMIT: u64 = 3;

/// What the processes have reported so far.
struct Storm<'a> {
    folder: &'a Folder,
    creators: &'a [String],
    killed: AtomicUsize,
    started: AtomicUsize,
    /// How long an undisturbed process runs, in microseconds; kills are spread over that time.
    lifetime: AtomicUsize,
    acknowledged: Mutex<Acknowledged>,
}

#[derive(Default)]
struct Acknowledged {
    /// Codes by invitation id.
    created: BTreeMap<String, String>,
    /// Usernames with their codes.
    joined: Vec<(String, String)>,
}

const DIVISION: &str = "Library";

enum Ended {
    Killed { wrote: String },
    ByItself(Ran),
}

#[test]
fn two_hundred_kills_lose_nothing_that_was_acknowledged() {
    let folder = Folder::with_organisation();
    let creators = creators(&folder);
    let start = Instant::now();
    let first = folder.invitation(&["--limit", &LIMIT.to_string()]);
    let storm = Storm {
        folder: &folder,
        creators: &creators,
        killed: AtomicUsize::new(0),
        started: AtomicUsize::new(0),
        lifetime: AtomicUsize::new(start.elapsed().as_micros().try_into().unwrap()),
        acknowledged: Mutex::default(),
    };
    storm.was_created(&first);
    std::thread::scope(|scope| {
        for _ in 0..WORKERS {
            scope.spawn(|| {
                while storm.killed.load(Relaxed) < KILLS {
                    storm.one_process()
                }
            });
        }
    });
    let started = storm.started.load(Relaxed);
    let acknowledged = storm.acknowledged.into_inner().unwrap();
    let (made, joined) = (acknowledged.created.len(), acknowledged.joined.len());
    println!("{started} processes, {KILLS} killed: {made} invitations and {joined} newcomers acknowledged");
    assert!(made > 20 && joined > 20, "enough of them got through to lose something");
    hides_everything(&folder, &acknowledged);
    stands(&folder, &acknowledged);
}

/// Makes the managers, by redeeming.
fn creators(folder: &Folder) -> Vec<String> {
    let invite = ["invitation", "create", "--role", "manager", "--department", DIVISION, "--limit", "12", "--json"];
    let invitation = folder.amara(&invite).done().json();
    let names: Vec<String> = (0..CREATORS).map(|number| format!("manager{number}")).collect();
    for name in &names {
        folder.redeem(invitation["code"].as_str().unwrap(), name).done();
    }
    names
}

impl Storm<'_> {
    fn one_process(&self) {
        let number = self.started.fetch_add(1, Relaxed);
        if rand::rng().random_bool(0.5) {
            let who = ["--as", &self.creators[number % CREATORS], "--password-file", "noor.password"];
            let create =
                ["invitation", "create", "--role", "staff", "--department", DIVISION, "--limit", "3", "--json"];
            let create = self.folder.command(&[&who[..], &create].concat());
            if let Some(made) = self.outcome(create, &[]) {
                self.was_created(&made);
            }
        } else {
            let code = self.some_code();
            let (username, email) = (format!("storm{number}"), format!("storm{number}@post.example"));
            let redeem = self.folder.command(&redeem_arguments(&code, &username, &email));
            if let Some(joined) = self.outcome(redeem, &["invitation_used_up"]) {
                assert_eq!(joined["username"], username);
                self.acknowledged.lock().unwrap().joined.push((username, code));
            }
        }
    }

    fn was_created(&self, made: &Value) {
        let text = |key: &str| made[key].as_str().unwrap().to_owned();
        self.acknowledged.lock().unwrap().created.insert(text("id"), text("code"));
    }

    /// The code of a recent invitation, which is most likely to have uses left.
    fn some_code(&self) -> String {
        let acknowledged = self.acknowledged.lock().unwrap();
        let back = rand::rng().random_range(0..acknowledged.created.len().min(4));
        acknowledged.created.values().rev().nth(back).unwrap().clone()
    }

    /// The process's answer, if one was written completely, whether or not it was killed.
    fn outcome(&self, command: Command, refusals: &[&str]) -> Option<Value> {
        match self.disturb(command) {
            Ended::ByItself(ran) if ran.exit == Some(0) => Some(ran.json()),
            Ended::ByItself(ran) => {
                let code = ran.error()["code"].clone();
                assert!(refusals.contains(&code.as_str().unwrap()), "exit {:?}: {}", ran.exit, ran.err);
                None
            }
            Ended::Killed { wrote } => wrote.ends_with('\n').then(|| serde_json::from_str(&wrote).unwrap()),
        }
    }

    /// Starts a process and kills it at a random moment: of its whole run, or of its second half, in which it writes.
    /// One in five runs undisturbed, to measure the length of a run.
    fn disturb(&self, mut command: Command) -> Ended {
        let start = Instant::now();
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        if rand::rng().random_bool(0.2) {
            let ended = child.wait_with_output().unwrap();
            let took = usize::try_from(start.elapsed().as_micros()).unwrap();
            self.lifetime.store((self.lifetime.load(Relaxed) + took) / 2, Relaxed);
            return Ended::ByItself(ended.into());
        }
        let earliest = if rand::rng().random_bool(0.5) { 0.0 } else { 0.5 };
        let lifetime = Duration::from_micros(self.lifetime.load(Relaxed).try_into().unwrap());
        let deadline = start + lifetime.mul_f64(rand::rng().random_range(earliest..1.3));
        while Instant::now() < deadline {
            if child.try_wait().unwrap().is_some() {
                return Ended::ByItself(child.wait_with_output().unwrap().into());
            }
            std::thread::sleep(Duration::from_micros(200));
        }
        child.kill().unwrap();
        let status = child.wait().unwrap();
        if status.code().is_some() && cfg!(unix) {
            return Ended::ByItself(child.wait_with_output().unwrap().into());
        }
        self.killed.fetch_add(1, Relaxed);
        let mut wrote = String::new();
        child.stdout.take().unwrap().read_to_string(&mut wrote).unwrap();
        Ended::Killed { wrote }
    }
}

/// Files left by killed processes are encrypted too.
fn hides_everything(folder: &Folder, acknowledged: &Acknowledged) {
    for (path, bytes) in folder.bytes() {
        let (_, code) = acknowledged.created.iter().next().unwrap();
        for text in ["SQLite format 3", "@post.example", code, &code.replace('-', "")] {
            let found = bytes.windows(text.len()).any(|window| window == text.as_bytes());
            assert!(!found, "{} holds {text:?}", path.display());
        }
    }
}

fn stands(folder: &Folder, acknowledged: &Acknowledged) {
    let mut found = BTreeMap::new();
    for page in 1.. {
        let list = ["invitation", "list", "--page-size", "500", "--sort", "created", "--json", "--page"];
        let listed = folder.amara(&[&list[..], &[&page.to_string()]].concat()).done().json();
        for item in listed["items"].as_array().unwrap() {
            found.insert(item["id"].as_str().unwrap().to_owned(), item.clone());
        }
        if found.len() as u64 >= listed["total"].as_u64().unwrap() {
            break;
        }
    }
    let untold = found.len() - acknowledged.created.len() - 1;
    println!("{untold} more invitations were committed by processes that did not live to tell");
    for (id, code) in &acknowledged.created {
        assert_eq!(found[id]["code"], code.as_str(), "an acknowledged invitation is there, with its code");
    }
    let mut used_by = Vec::new();
    for item in found.values() {
        let uses = item["uses"].as_u64().unwrap();
        if item["role"] == "manager" {
            continue;
        }
        // A list shows up to three uses, which is the limit here: so it shows all.
        assert_eq!(item["used_by"].as_array().unwrap().len() as u64, uses, "a use without its person: {item}");
        assert!(uses <= LIMIT, "{item}");
        for one in item["used_by"].as_array().unwrap() {
            used_by.push((one["username"].as_str().unwrap().to_owned(), item["code"].as_str().unwrap().to_owned()));
        }
    }
    for joined in &acknowledged.joined {
        assert!(used_by.contains(joined), "{} was told that they joined", joined.0);
    }
    let (last, _) = acknowledged.joined.last().unwrap();
    folder.newcomer(last, &["invitation", "list", "--json"]).refused("not_permitted", 4);
    let verified = folder.amara(&["audit", "verify", "--json"]).done().json();
    assert_eq!(verified["complete"], true, "{verified}");
    assert_eq!(folder.vestibulectl(&["doctor", "--json"]).done().json()["ok"], true);
}
