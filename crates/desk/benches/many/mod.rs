//! Bulk work: creating many, a sheet, an export, a print. Measures time, processor time and memory of the process.

use crate::{Measured, time};
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;
use vestibule_desk::{ImportSource, Seat};
use vestibule_wire::*;

/// Figures of this process from /proc; none on systems other than Linux.
pub struct Process;

impl Process {
    /// Resets the peak of memory.
    pub fn begin() {
        std::fs::write("/proc/self/clear_refs", "5").ok();
    }

    /// The peak of memory since [`Process::begin`], in megabytes.
    pub fn most_memory() -> Option<f64> {
        let status = std::fs::read_to_string("/proc/self/status").ok()?;
        let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
        Some(line.split_whitespace().nth(1)?.parse::<f64>().ok()? / 1024.0)
    }

    /// Processor time so far, of all threads.
    pub fn processor() -> Duration {
        let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
        let fields: Vec<&str> = stat.rsplit(')').next().unwrap_or("").split_whitespace().collect();
        let ticks = |at: usize| fields.get(at).and_then(|field| field.parse::<u64>().ok()).unwrap_or(0);
        // proc(5): utime and stime, the twelfth and thirteenth field after the name, in hundredths of a second.
        Duration::from_millis((ticks(11) + ticks(12)) * 10)
    }
}

async fn ended(seat: &Seat, started: JobView) -> JobResult {
    loop {
        match seat.job(JobRequest { job: started.job.clone() }).await.unwrap().state {
            JobState::Running => tokio::time::sleep(Duration::from_millis(2)).await,
            JobState::Done { result } => return result,
            other => panic!("{other:?}"),
        }
    }
}

/// Measures one piece of bulk work.
async fn work(
    seat: &Seat,
    name: &str,
    rows: u32,
    floor: Option<Duration>,
    limit: &'static str,
    job: impl Future<Output = JobView>,
) -> Measured {
    seat.desk().settle().await;
    Process::begin();
    let (before, memory_before) = (Process::processor(), Process::most_memory().unwrap_or_default());
    let (took, _) = time(async { Ok::<_, ()>(ended(seat, job.await).await) }).await;
    let processor = Process::processor() - before;
    let memory = Process::most_memory().map_or(String::new(), |mb| format!(", {mb:.0} MB, +{:.0}", mb - memory_before));
    let name = format!("{name} ({:.2} s CPU{memory})", processor.as_secs_f64());
    Measured { name, rows, times: vec![took], floor: floor.map(|floor| vec![floor]), limit }
}

fn sheet(rows: u32) -> String {
    let mut text = String::from("email,role,department,groups,limit,expires,label\n");
    for row in 0..rows {
        let department = ["Library", "Sciences", "Sports"][row as usize % 3];
        text.push_str(&format!("guest{row}@import.example,staff,{department},Choir,1,14d,Row {row}\n"));
    }
    text
}

/// How many are created at once.
pub const MANY: u32 = 100_000;

/// All bulk work, in an organisation with `rows` invitations; `floor` was measured on a file with as many.
pub async fn bulk(seat: &Seat, folder: &Path, rows: u32, floor: Duration) -> Vec<Measured> {
    let each = || CreateInvitationRequest { role: "staff".into(), ..Default::default() };
    let mut measured = Vec::new();
    let create =
        async { seat.create_many(CreateManyRequest { each: each(), count: MANY, named: false }).await.unwrap() };
    let limit = "≤ 4× floor, < 300 MB";
    measured.push(work(seat, "create 100 000 of one kind", rows, Some(floor), limit, create).await);
    let path = folder.join("sheet.csv");
    std::fs::write(&path, sheet(MANY)).unwrap();
    let sheet_floor = crate::floor::Floor::import(&folder.join("sheet-floor"), rows + MANY, &path);
    for (name, preview, limit) in [
        ("preview of a sheet of 100 000", true, "≤ 2 s CPU"),
        ("import of a sheet of 100 000", false, "≤ 4× floor, < 300 MB"),
    ] {
        let zone: vestibule_desk::LocalTime = Arc::new(|local| Some(local.and_utc()));
        let request = ImportRequest { each: each(), ..Default::default() };
        let read = async { seat.import(ImportSource::File(path.clone()), request, zone, preview).await.unwrap() };
        let floor = (!preview).then_some(sheet_floor);
        measured.push(work(seat, name, rows, floor, limit, read).await);
    }
    let list = folder.join("list.csv");
    let all = SelectionRequest::all_of(ListInvitationsRequest::default());
    let export = async { seat.export(all, ExportForm::Csv, list.clone()).await.unwrap() };
    measured.push(work(seat, "export of all as CSV", rows, None, "memory flat", export).await);
    let newest = seat.list_invitations(ListInvitationsRequest { page_size: 500, ..Default::default() }).await.unwrap();
    let second = ListInvitationsRequest { page_size: 500, page: 2, ..Default::default() };
    let second = seat.list_invitations(second).await.unwrap();
    let ids = newest.items.into_iter().chain(second.items).map(|item| item.id).collect();
    let request = PrintRequest {
        selection: SelectionRequest::These { ids },
        layout: PrintLayout::Eight,
        paper: PrintPaper::A4,
        words: PrintWordsView { title: "You're invited".into(), role: "Role".into(), ..Default::default() },
    };
    let local: vestibule_desk::LocalTimeOf = Arc::new(|at: Moment| at.naive_utc());
    let print = async { seat.print(request, local, folder.join("cards.pdf")).await.unwrap() };
    measured.push(work(seat, "print 1 000 cards", rows, None, "≤ 5 s", print).await);
    measured
}
