//! The organisation's logo through the desk: who may set it, what is refused, who sees it, and that prints contain it.
#![allow(clippy::unwrap_used, missing_docs, reason = "a test that cannot go on fails")]

mod support;

use std::sync::Arc;
use support::{Room, invite, refused};
use vestibule_desk::{FileUse, Seat};
use vestibule_wire::*;

/// A PNG of one colour.
fn picture(width: u32, height: u32, colour: [u8; 3]) -> Vec<u8> {
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, width, height);
    encoder.set_color(png::ColorType::Rgb);
    let pixels = colour.repeat((width * height) as usize);
    encoder.write_header().unwrap().write_image_data(&pixels).unwrap();
    file
}

const TEAL: [u8; 3] = [13, 95, 107];
const RED: [u8; 3] = [160, 30, 20];

async fn shown(seat: &Seat) -> Option<LogoView> {
    let known = seat.app_state().await.organisation.unwrap().logo;
    let picture = seat.logo_picture().await.unwrap();
    assert_eq!(picture.as_ref().map(|picture| &picture.logo), known.as_ref());
    known
}

/// Events of the trail, newest first: name and subject.
async fn trail(seat: &Seat) -> Vec<(String, Option<String>)> {
    let page = seat.list_audit(ListAuditRequest::default()).await.unwrap();
    page.items.into_iter().map(|event| (event.event, event.subject)).collect()
}

#[tokio::test]
async fn a_logo_is_seen_before_anybody_signs_in_and_gone_when_it_is_removed() {
    let room = Room::founded().await;
    let amara = room.signed_in("amara").await;
    let stranger = room.seat();
    assert_eq!(shown(&stranger).await, None);
    let set = amara.set_logo(picture(1_024, 512, TEAL)).await.unwrap();
    assert_eq!((set.width, set.height), (512, 256));
    assert_eq!(shown(&stranger).await, Some(set.clone()));
    let file = stranger.logo().await.unwrap().unwrap();
    assert_eq!((file.len(), &file[..4]), (set.bytes as usize, &b"\x89PNG"[..]));
    assert!(amara.remove_logo().await.unwrap());
    assert_eq!((shown(&stranger).await, stranger.logo().await.unwrap()), (None, None));
    assert!(!amara.remove_logo().await.unwrap(), "there is none any more");
    let happened = trail(&amara).await;
    assert_eq!(happened[0].0, "logo_removed", "what changed nothing is no event");
    assert_eq!(happened[1], ("logo_set".to_owned(), Some(set.picture)));
    assert!(amara.verify_audit(VerifyAuditRequest::default()).await.unwrap().complete);
}

#[tokio::test]
async fn a_logo_survives_a_restart() {
    let room = Room::founded().await;
    let amara = room.signed_in("amara").await;
    let set = amara.set_logo(picture(40, 40, TEAL)).await.unwrap();
    room.close().await;
    let again = room.reopened().await.seat("window");
    assert_eq!(shown(&again).await, Some(set));
}

#[tokio::test]
async fn nobody_but_who_looks_after_the_organisation_may_touch_it() {
    let room = Room::founded().await;
    let amara = room.signed_in("amara").await;
    let mona = room.newcomer(&amara, "mona", "Manager", Some("Library")).await;
    let stef = room.newcomer(&amara, "stef", "Staff", Some("Library")).await;
    let set = amara.set_logo(picture(40, 40, TEAL)).await.unwrap();
    let file = room.folder.path().join("red.png");
    std::fs::write(&file, picture(40, 40, RED)).unwrap();
    for seat in [&mona, &stef] {
        assert_eq!(refused(seat.set_logo(picture(40, 40, RED)).await), ErrorCode::NotPermitted);
        assert_eq!(refused(seat.set_logo_from(&file).await), ErrorCode::NotPermitted);
        assert_eq!(refused(seat.remove_logo().await), ErrorCode::NotPermitted);
        assert_eq!(refused(seat.allow(FileUse::Logo).await), ErrorCode::NotPermitted);
    }
    let nobody = room.seat();
    assert_eq!(refused(nobody.set_logo(picture(40, 40, RED)).await), ErrorCode::NotSignedIn);
    assert_eq!(refused(nobody.remove_logo().await), ErrorCode::NotSignedIn);
    let refusals = trail(&amara).await.into_iter().filter(|(event, _)| event == "not_permitted");
    let refusals: Vec<String> = refusals.filter_map(|(_, subject)| subject).collect();
    let of_one = ["choose_logo", "remove_logo", "choose_logo", "choose_logo"];
    assert_eq!(refusals, [of_one, of_one].concat());
    assert_eq!(shown(&amara).await, Some(set), "and it is as it was");
}

#[tokio::test]
async fn a_locked_session_sets_nothing() {
    let room = Room::founded().await;
    let amara = room.signed_in("amara").await;
    amara.lock_session().await.unwrap();
    assert_eq!(refused(amara.set_logo(picture(40, 40, TEAL)).await), ErrorCode::SessionLocked);
    assert_eq!(shown(&amara).await, None);
}

#[tokio::test]
async fn what_is_refused_says_why_and_leaves_the_logo_as_it_is() {
    let room = Room::founded().await;
    let amara = room.signed_in("amara").await;
    let set = amara.set_logo(picture(40, 40, TEAL)).await.unwrap();
    let events = trail(&amara).await.len();
    let mut cut = picture(300, 300, RED);
    cut.truncate(cut.len() / 2);
    for (file, code) in [
        (Vec::new(), ErrorCode::PictureUnknown),
        (b"<svg/>".to_vec(), ErrorCode::PictureUnknown),
        (cut, ErrorCode::PictureDamaged),
        (vec![0; (2 << 20) + 1], ErrorCode::PictureTooLarge),
        (picture(4_097, 1, RED), ErrorCode::PictureTooManyPixels),
    ] {
        assert_eq!(refused(amara.set_logo(file).await), code);
    }
    let large = ErrorView::from(amara.set_logo(picture(4_097, 2, RED)).await.unwrap_err());
    let values = ["width", "height", "max"].map(|name| large.values[name].as_str());
    assert_eq!(values, ["4097", "2", "4096"]);
    assert_eq!((shown(&amara).await, trail(&amara).await.len()), (Some(set), events));
}

#[tokio::test]
async fn a_file_that_is_not_there_or_has_no_end_is_refused() {
    let room = Room::founded().await;
    let amara = room.signed_in("amara").await;
    let gone = room.folder.path().join("gone.png");
    assert_eq!(refused(amara.set_logo_from(&gone).await), ErrorCode::FileNotUsable);
    assert_eq!(refused(amara.set_logo_from(room.folder.path()).await), ErrorCode::FileNotUsable);
    if cfg!(unix) {
        let endless = std::path::Path::new("/dev/zero");
        assert_eq!(refused(amara.set_logo_from(endless).await), ErrorCode::PictureTooLarge);
    }
}

#[tokio::test]
async fn of_two_set_at_once_the_last_one_stays_and_both_are_written_down() {
    let room = Room::founded().await;
    let (one, other) = (room.signed_in("amara").await, room.signed_in("amara").await);
    let (first, second) = tokio::join!(one.set_logo(picture(40, 40, TEAL)), other.set_logo(picture(40, 40, RED)));
    let set: Vec<String> = [first, second].map(|set| set.unwrap().picture).to_vec();
    let happened = trail(&one).await;
    let logged: Vec<String> =
        happened.into_iter().filter(|(event, _)| event == "logo_set").filter_map(|(_, picture)| picture).collect();
    assert!(logged.len() == 2 && set.iter().all(|picture| logged.contains(picture)));
    assert_eq!(shown(&one).await.unwrap().picture, logged[0], "the newest of the trail");
}

#[tokio::test]
async fn a_logo_is_saved_as_a_file_and_none_makes_no_file() {
    let room = Room::founded().await;
    let amara = room.signed_in("amara").await;
    let place = room.folder.path().join("logo.png");
    assert_eq!(refused(amara.save_logo(&place).await), ErrorCode::LogoMissing);
    assert!(!place.exists());
    amara.set_logo(picture(40, 40, TEAL)).await.unwrap();
    amara.save_logo(&place).await.unwrap();
    assert_eq!(std::fs::read(&place).unwrap(), amara.logo().await.unwrap().unwrap());
    let nowhere = room.folder.path().join("no folder/logo.png");
    assert_eq!(refused(amara.save_logo(&nowhere).await), ErrorCode::FileNotUsable);
}

async fn print(seat: &Seat, layout: PrintLayout, path: &std::path::Path) -> Vec<u8> {
    let words = PrintWordsView { title: "You're invited".into(), ..Default::default() };
    let selection = SelectionRequest::all_of(ListInvitationsRequest::default());
    let request = PrintRequest { selection, layout, paper: PrintPaper::A4, words };
    let job = seat.print(request, Arc::new(|at| at.naive_utc()), path.to_owned()).await.unwrap();
    loop {
        match seat.job(JobRequest { job: job.job.clone() }).await.unwrap().state {
            JobState::Running => tokio::task::yield_now().await,
            JobState::Done { .. } => return std::fs::read(path).unwrap(),
            other => panic!("{other:?}"),
        }
    }
}

#[tokio::test]
async fn cards_and_posters_have_the_logo_on_them_once_it_is_set() {
    let room = Room::founded().await;
    let amara = room.signed_in("amara").await;
    amara.create_invitation(invite("Staff")).await.unwrap();
    let path = room.folder.path().join("sheet.pdf");
    // How a PDF declares an embedded picture (ISO 32000-1, 8.9.5).
    let pictures = |file: &[u8]| {
        file.windows(14).filter(|part| part == b"/Subtype/Image").count()
            + file.windows(15).filter(|part| part == b"/Subtype /Image").count()
    };
    for layout in [PrintLayout::Eight, PrintLayout::Ten, PrintLayout::Poster] {
        amara.remove_logo().await.unwrap();
        assert_eq!(pictures(&print(&amara, layout, &path).await), 0, "{layout:?} without");
        amara.set_logo(picture(200, 100, TEAL)).await.unwrap();
        assert_eq!(pictures(&print(&amara, layout, &path).await), 1, "{layout:?} with");
    }
}
