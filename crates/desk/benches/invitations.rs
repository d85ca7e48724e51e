//! Creates, lists, searches and redeems at 10 000, 100 000 and 1 000 000 invitations, and bulk work. Each is compared
//! with the baseline (`floor`) in the same run: the same rows through plain prepared statements on an encrypted file
//! with the same durability. Prints median, p95 and ratio; writes JSON to `target/bench/`.
#![allow(clippy::print_stdout, clippy::unwrap_used, missing_docs, reason = "a bench is a program of its own")]

mod floor;
mod many;
mod users;

use floor::Floor;
use std::sync::Arc;
use std::time::{Duration, Instant};
use vestibule_desk::{Clock, Desk, Entropy, KeychainChoice, Ports, Seat};
use vestibule_wire::{
    CreateInvitationRequest, CreateOrganisationRequest, InvitationFilter, ListInvitationsRequest, Moment, Secret,
    SignInRequest, SortField, Status, VerifyAuditRequest,
};

struct SystemClock;
impl Clock for SystemClock {
    fn now(&self) -> Moment {
        chrono::Utc::now()
    }
}

struct SystemEntropy;
impl Entropy for SystemEntropy {
    fn fill(&self, bytes: &mut [u8]) {
        rand::RngCore::fill_bytes(&mut rand::rng(), bytes);
    }
}

/// Measurements of one operation.
struct Measured {
    name: String,
    rows: u32,
    times: Vec<Duration>,
    floor: Option<Vec<Duration>>,
    limit: &'static str,
}

fn at(times: &[Duration], part: f64) -> f64 {
    let mut sorted = times.to_vec();
    sorted.sort();
    sorted[((sorted.len() - 1) as f64 * part).round() as usize].as_secs_f64() * 1e3
}

impl Measured {
    fn ratio(&self) -> Option<f64> {
        self.floor.as_ref().map(|floor| at(&self.times, 0.5) / at(floor, 0.5))
    }

    fn print(&self) {
        let ratio = self.ratio().map_or("      ".to_owned(), |ratio| format!("{ratio:>5.2}×"));
        let floor = self.floor.as_ref().map_or(String::new(), |floor| format!("{:.3}", at(floor, 0.5)));
        let (median, p95) = (at(&self.times, 0.5), at(&self.times, 0.95));
        println!("{:<62} {:>7}  {median:>9.3}  {p95:>9.3}  {floor:>9}  {ratio}  {}", self.name, self.rows, self.limit);
    }

    fn json(&self) -> String {
        let floor = self.floor.as_ref().map_or("null".to_owned(), |floor| format!("{:.6}", at(floor, 0.5)));
        let ratio = self.ratio().map_or("null".to_owned(), |ratio| format!("{ratio:.4}"));
        format!(
            r#"{{"name":"{}","rows":{},"median_ms":{:.6},"p95_ms":{:.6},"floor_median_ms":{floor},"ratio":{ratio},"limit":"{}"}}"#,
            self.name,
            self.rows,
            at(&self.times, 0.5),
            at(&self.times, 0.95),
            self.limit
        )
    }
}

async fn time<T, E: std::fmt::Debug>(work: impl Future<Output = Result<T, E>>) -> (Duration, T) {
    let begun = Instant::now();
    let done = work.await.unwrap();
    (begun.elapsed(), done)
}

async fn founded(folder: &std::path::Path) -> (Desk, Seat) {
    let ports =
        Ports { clock: Arc::new(SystemClock), entropy: Arc::new(SystemEntropy), keychain: KeychainChoice::Memory };
    let desk = Desk::new(folder.to_owned(), ports);
    let seat = desk.seat("window");
    let password = Secret::new("sunlit-harbour-42-otter");
    let request = CreateOrganisationRequest {
        organisation: "Fernhill College".into(),
        join_address: None,
        name: "Amara Osei".into(),
        email: "amara@fernhill.example".into(),
        username: "amara".into(),
        password: password.clone(),
        passphrase: None,
        logo: None,
    };
    seat.create_organisation(request).await.unwrap();
    seat.sign_in(SignInRequest { username: "amara".into(), password, keep: false }).await.unwrap();
    (desk, seat)
}

fn invitation(number: u32) -> CreateInvitationRequest {
    CreateInvitationRequest {
        role: "staff".into(),
        email: Some(format!("newcomer{number}@bench.example")),
        label: Some("Poster".into()),
        ..Default::default()
    }
}

/// Durable create and redeem, alternating with the baseline, so that noise of the machine affects both.
async fn writes(seat: &Seat, floor: &mut Floor, rows: u32) -> Vec<Measured> {
    let (mut creates, mut create_floor, mut codes) = (Vec::new(), Vec::new(), Vec::new());
    for number in 0..300 {
        create_floor.push(floor.create(number));
        let (took, made) = time(seat.create_invitation(invitation(number))).await;
        creates.push(took);
        codes.push(made.code.unwrap());
    }
    let (mut redeems, mut redeem_floor) = (Vec::new(), Vec::new());
    for (number, code) in codes.iter().enumerate() {
        redeem_floor.push(floor.redeem(number as u32));
        redeems.push(time(seat.redeem_with_hash(code, number as u64, "$argon2id$bench")).await.0);
    }
    let measured =
        |name: &str, times, floor, limit| Measured { name: name.into(), rows, times, floor: Some(floor), limit };
    vec![
        measured("create, durable", creates, create_floor, "≤ 3× floor"),
        measured("redeem without its password hash, durable", redeems, redeem_floor, "≤ 3× floor"),
    ]
}

/// The first page with every filter and sort order.
async fn pages(seat: &Seat, floor: &Floor, rows: u32) -> Vec<Measured> {
    let now = chrono::Utc::now();
    let days = |days| Some(now - chrono::TimeDelta::days(days));
    let filters: [(&str, InvitationFilter); 8] = [
        ("all", InvitationFilter::default()),
        ("active", InvitationFilter { status: Some(Status::Active), ..Default::default() }),
        ("expired", InvitationFilter { status: Some(Status::Expired), ..Default::default() }),
        ("revoked", InvitationFilter { status: Some(Status::Revoked), ..Default::default() }),
        ("role", InvitationFilter { role: Some("staff".into()), ..Default::default() }),
        ("created", InvitationFilter { created_from: days(700), created_to: days(10), ..Default::default() }),
        ("expires", InvitationFilter { expires_from: days(30), ..Default::default() }),
        ("label", InvitationFilter { label: Some("Poster 3".into()), ..Default::default() }),
    ];
    use SortField as By;
    let mut all = Vec::new();
    let mut worst: Option<Measured> = None;
    for (name, filter) in &filters {
        for sort in [By::Created, By::Code, By::Email, By::Role, By::Status, By::Expires, By::Uses, By::CreatedBy] {
            for descending in [false, true] {
                let mut times = Vec::new();
                for _ in 0..20 {
                    let request = ListInvitationsRequest::with_filter(filter.clone());
                    let request = ListInvitationsRequest { sort, descending, ..request };
                    times.push(time(seat.list_invitations(request)).await.0);
                }
                all.extend_from_slice(&times);
                let name = format!("  worst: {name} by {sort:?}{}", if descending { ", descending" } else { "" });
                let this = Measured { name, rows, times, floor: None, limit: "" };
                if worst.as_ref().is_none_or(|worst| at(&this.times, 0.95) > at(&worst.times, 0.95)) {
                    worst = Some(this);
                }
            }
        }
    }
    let floor = (0..200).map(|_| floor.page()).collect();
    let mut measured = vec![Measured {
        name: "first page, every filter × sort".into(),
        rows,
        times: all,
        floor: Some(floor),
        limit: if rows > 100_000 { "p95 ≤ 25 ms" } else { "p95 ≤ 10 ms" },
    }];
    measured.extend(worst);
    measured
}

/// Parts of codes, emails and labels: three characters, the least that the index looks up, and more.
async fn searches(seat: &Seat, floor: &Floor, rows: u32) -> Vec<Measured> {
    let page = seat.list_invitations(ListInvitationsRequest { page_size: 200, ..Default::default() }).await.unwrap();
    let codes = || page.items.iter().filter_map(|row| row.code.as_deref());
    let emails = || page.items.iter().filter_map(|row| row.email.as_deref());
    let owned = |terms: &mut dyn Iterator<Item = &str>| terms.map(str::to_owned).collect::<Vec<_>>();
    let words = ["example", "mail1", "poster", "amara", "staff", "nothing-has-this"];
    let kinds = [
        ("search of three symbols of a code", owned(&mut codes().map(|code| &code[5..8]))),
        ("search of a code's two groups", owned(&mut codes().map(|code| &code[2..11]))),
        ("search of an email's beginning", owned(&mut emails().map(|email| &email[..8]))),
        ("search of words that are everywhere", owned(&mut words.into_iter())),
    ];
    let mut all = Vec::new();
    let mut measured = Vec::new();
    for (name, terms) in kinds {
        let mut times = Vec::new();
        for term in terms {
            let request = ListInvitationsRequest { search: term, ..Default::default() };
            times.push(time(seat.list_invitations(request)).await.0);
        }
        all.extend_from_slice(&times);
        let limit = if rows > 100_000 && name.contains("three") { "p95 ≤ 60 ms" } else { "" };
        measured.push(Measured { name: format!("  {name}"), rows, times, floor: None, limit });
    }
    let floor = Some((0..50).map(|_| floor.search()).collect());
    let limit = if rows > 100_000 { "" } else { "p95 ≤ 30 ms" };
    measured.insert(0, Measured { name: "search, all kinds below".into(), rows, times: all, floor, limit });
    measured
}

async fn deep_pages(seat: &Seat, rows: u32) -> Measured {
    let mut times = Vec::new();
    for part in 1..20 {
        let request = ListInvitationsRequest { page: (rows / 20) * part / 20 + 1, ..Default::default() };
        times.push(time(seat.list_invitations(request)).await.0);
    }
    Measured { name: "any page, newest first".into(), rows, times, floor: None, limit: "≤ 60 ms" }
}

/// Verifies the whole trail with a replay; also returns the number of events.
async fn verified(seat: &Seat, floor: &Floor, rows: u32) -> (Measured, u32) {
    let (mut times, mut floors, mut events) = (Vec::new(), Vec::new(), 0);
    for _ in 0..3 {
        let (took, found) = time(seat.verify_audit(VerifyAuditRequest::default())).await;
        assert!(found.complete, "{:?}", found.problem);
        events = u32::try_from(found.events).unwrap();
        times.push(took);
        floors.push(floor.verify());
    }
    let limit = "";
    (Measured { name: "verify with replay, whole".into(), rows, times, floor: Some(floors), limit }, events)
}

#[tokio::main]
async fn main() {
    let sizes: Vec<u32> = std::env::args().filter_map(|arg| arg.replace('_', "").parse().ok()).collect();
    let sizes = if sizes.is_empty() { vec![10_000, 100_000, 1_000_000] } else { sizes };
    // `users` and a number: only the lists of people.
    if std::env::args().any(|arg| arg == "users") {
        for rows in sizes {
            users::measured(rows).await.iter().for_each(Measured::print);
        }
        return;
    }
    if sizes.len() > 1 {
        return each_by_itself(&sizes);
    }
    println!("{:<62} {:>7}  {:>9}  {:>9}  {:>9}  {:>6}", "", "rows", "median ms", "p95 ms", "floor ms", "ratio");
    let mut all = Vec::new();
    for rows in sizes {
        let folder = tempfile::tempdir().unwrap();
        let (desk, seat) = founded(&folder.path().join("data")).await;
        let (filled, ()) = time(desk.fill_for_bench(rows)).await;
        // The first list updates the list states once; later ones need not.
        let (swept, _) = time(seat.list_invitations(ListInvitationsRequest::default())).await;
        let mut floor = Floor::new(folder.path(), rows);
        let once = |name: &str, took| Measured { name: name.into(), rows, times: vec![took], floor: None, limit: "" };
        let fill_floor = Measured { floor: Some(vec![floor.filled]), ..once("fill in one transaction", filled) };
        let mut measured = vec![fill_floor, once("first list after all expired at once", swept)];
        measured.extend(pages(&seat, &floor, rows).await);
        measured.push(deep_pages(&seat, rows).await);
        measured.extend(searches(&seat, &floor, rows).await);
        measured.extend(writes(&seat, &mut floor, rows).await);
        let (verify, events) = verified(&seat, &floor, rows).await;
        let rate = f64::from(events) / at(&verify.times, 0.5) * 1e3;
        measured.push(verify);
        measured.iter().for_each(Measured::print);
        println!("{:<62} {rows:>7}  {rate:>9.0} events a second  ≥ 100000", "verify with replay");
        let (events, took) = desk.admit_for_bench(folder.path()).await.unwrap();
        let rate = events as f64 / took.as_secs_f64();
        println!("{:<62} {rows:>7}  {rate:>9.0} events a second  ≥ 50000", "admit, of another device");
        if rows >= 100_000 {
            let more = floor.more(many::MANY);
            // Free the baseline's memory, so that it is not counted as Vestibule's.
            drop(floor);
            let bulk = many::bulk(&seat, folder.path(), rows, more).await;
            bulk.iter().for_each(Measured::print);
            measured.extend(bulk);
        }
        desk.close().await;
        let size = std::fs::metadata(folder.path().join("data/vestibule.db")).unwrap().len();
        let held = f64::from(rows) + if rows >= 100_000 { 200_600.0 } else { 300.0 };
        println!("{:<62} {rows:>7}  {:>9.0} bytes a row  ≤ 1200", "data file", size as f64 / held);
        let of_users = users::measured(rows).await;
        of_users.iter().for_each(Measured::print);
        all.extend(measured);
        all.extend(of_users);
    }
    let lines: Vec<String> = all.iter().map(Measured::json).collect();
    told(&lines.join(",\n"));
}

/// One process per size, so that memory of one size is not counted for the next.
fn each_by_itself(sizes: &[u32]) {
    let mut all = Vec::new();
    for rows in sizes {
        let this = std::env::current_exe().unwrap();
        let ended = std::process::Command::new(this).args(["--bench", &rows.to_string()]).status().unwrap();
        assert!(ended.success(), "{rows} could not be measured");
        let one = std::fs::read_to_string(folder().join("invitations.json")).unwrap();
        all.push(one.trim().trim_start_matches('[').trim_end_matches(']').trim().to_owned());
    }
    told(&all.join(",\n"));
}

/// The results as JSON: one object for each printed line.
fn told(lines: &str) {
    std::fs::create_dir_all(folder()).unwrap();
    std::fs::write(folder().join("invitations.json"), format!("[\n{lines}\n]\n")).unwrap();
}

fn folder() -> std::path::PathBuf {
    std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/bench")
}
