//! Which last line is printed on which invitation.
#![allow(clippy::unwrap_used, missing_docs, reason = "a test that cannot go on fails")]

mod support;

use std::sync::Arc;
use support::{Room, invite};
use vestibule_desk::LocalTimeOf;
use vestibule_wire::*;

/// No font has the last line for many: printing an invitation for many fails, and others are not affected.
#[tokio::test]
async fn only_an_invitation_for_many_gets_the_last_line_for_many() {
    let room = Room::founded().await;
    let seat = room.signed_in("amara").await;
    let one = seat.create_invitation(invite("staff")).await.unwrap();
    let many = CreateInvitationRequest { usage_limit: Some(5), ..invite("staff") };
    let many = seat.create_invitation(many).await.unwrap();
    let print = async |made: &InvitationView| {
        let request = PrintRequest {
            selection: SelectionRequest::These { ids: vec![made.id.clone()] },
            layout: PrintLayout::Poster,
            paper: PrintPaper::A4,
            words: PrintWordsView {
                footer: "Keep it to yourself.".into(),
                footer_many: "\u{10fffd}".into(),
                ..Default::default()
            },
        };
        let local: LocalTimeOf = Arc::new(|at| at.naive_utc());
        let started = seat.print(request, local, room.folder.path().join("poster.pdf")).await.unwrap();
        loop {
            let view = seat.job(JobRequest { job: started.job.clone() }).await.unwrap();
            if view.state != JobState::Running {
                return view.state;
            }
            tokio::task::yield_now().await;
        }
    };
    assert!(matches!(print(&one).await, JobState::Done { .. }));
    let JobState::Failed { error } = print(&many).await else { panic!("it has the line of the other") };
    assert_eq!(error.code, ErrorCode::NoFont);
}
