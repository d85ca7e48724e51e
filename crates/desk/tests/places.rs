//! No file made for people replaces a file of Vestibule, by whatever path.
#![allow(clippy::unwrap_used, missing_docs, reason = "a test that cannot go on fails")]

mod support;

use std::path::Path;
use std::sync::Arc;
use support::{Room, invite};
use vestibule_desk::{DeskError, ImportSource, LocalTime, LocalTimeOf, Seat};
use vestibule_wire::*;

/// A picture of one pixel.
fn picture() -> Vec<u8> {
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, 1, 1);
    encoder.set_color(png::ColorType::Rgb);
    encoder.write_header().unwrap().write_image_data(&[1, 2, 3]).unwrap();
    file
}

/// The result of a job.
async fn ended(seat: &Seat, started: Result<JobView, DeskError>) -> Result<(), ErrorCode> {
    let started = started.map_err(|error| ErrorView::from(error).code)?;
    loop {
        match seat.job(JobRequest { job: started.job.clone() }).await.unwrap().state {
            JobState::Running => tokio::task::yield_now().await,
            JobState::Done { .. } => return Ok(()),
            JobState::Failed { error } => return Err(error.code),
            JobState::Cancelled => panic!("nobody cancelled it"),
        }
    }
}

/// Tries every command that writes a file, at that place.
async fn all_ways(seat: &Seat, invitation: &str, place: &Path) -> Vec<(&'static str, Result<(), ErrorCode>)> {
    let code = |answer: Result<(), DeskError>| answer.map_err(|error| ErrorView::from(error).code);
    let all = || SelectionRequest::all_of(ListInvitationsRequest::default());
    let form = if place.extension().is_some_and(|it| it == "json") { ExportForm::Json } else { ExportForm::Csv };
    let print = PrintRequest {
        selection: all(),
        layout: PrintLayout::Poster,
        paper: PrintPaper::A4,
        words: PrintWordsView::default(),
    };
    let local: LocalTimeOf = Arc::new(|at| at.naive_utc());
    let invitation = InvitationRequest { invitation: invitation.to_owned() };
    let mut ways = vec![
        ("export", ended(seat, seat.export(all(), form, place.to_owned()).await).await),
        ("print", ended(seat, seat.print(print, local, place.to_owned()).await).await),
        ("picture", code(seat.save_qr(invitation, PictureForm::Png, place).await)),
        ("logo", code(seat.save_logo(place).await.map(drop))),
        ("backup", code(seat.backup(place).await.map(drop))),
    ];
    if form == ExportForm::Csv {
        ways.push(("left out", code(seat.save_left_out(place).await.map(drop))));
    }
    ways
}

#[tokio::test]
async fn no_way_of_making_a_file_reaches_a_data_folder() {
    let (room, other) = (Room::founded().await, Room::founded().await);
    let seat = room.signed_in("amara").await;
    let made = seat.create_invitation(invite("staff")).await.unwrap();
    seat.set_logo(picture()).await.unwrap();
    let zone: LocalTime = Arc::new(|at| Some(at.and_utc()));
    let request = ImportRequest { each: invite("staff"), ..Default::default() };
    let sheet = ImportSource::Text("email\nida@post.example\nnobody\n".to_owned());
    ended(&seat, seat.import(sheet, request, zone, true).await).await.unwrap();

    for (way, done) in all_ways(&seat, &made.id, &room.folder.path().join("list")).await {
        assert_eq!(done, Ok(()), "{way} is made elsewhere");
    }
    // A data folder without its key file still counts as one.
    let stray = room.folder.path().join("stray");
    std::fs::create_dir(&stray).unwrap();
    std::fs::write(stray.join("vestibule.db"), "an organisation's").unwrap();
    #[cfg(unix)]
    std::os::unix::fs::symlink(room.data(), room.folder.path().join("elsewhere")).unwrap();
    let places = [
        room.data().join("vestibule.db"),
        room.data().join("vestibule.json"),
        room.data().join("a new one"),
        #[cfg(unix)]
        room.folder.path().join("elsewhere/vestibule.db"),
        other.data().join("vestibule.db"),
        other.data().join("vestibule.json"),
        other.data().join("a new one"),
        stray.join("vestibule.db"),
        stray.join("vestibule.db-wal"),
        stray.join("Vestibule.db.before-4"),
        stray.join("vestibule.json"),
    ];
    for place in places {
        let before = std::fs::read(&place).ok();
        for (way, done) in all_ways(&seat, &made.id, &place).await {
            // For a list, the extension `.db` is refused first.
            let is_refused = matches!(done, Err(ErrorCode::FilePlaceReserved | ErrorCode::FileNameOtherForm));
            assert!(is_refused, "{way} at {}: {done:?}", place.display());
        }
        // The open data file changes by normal use.
        let is_own = place.ends_with("data/vestibule.db") && place.starts_with(room.folder.path());
        assert!(is_own || std::fs::read(&place).ok() == before, "{}", place.display());
    }
}
