//! Sending by email, with a mail server of the tests: what is queued, what goes out, and what is held back.
#![allow(clippy::unwrap_used, missing_docs, reason = "a test that cannot go on fails")]

#[path = "../../mail/tests/support/plain_server.rs"]
mod plain_server;
mod support;

use chrono::TimeDelta;
use plain_server::{Act, PlainServer, code_in};
use support::{Room, first_start, invite, joining, refused};
use vestibule_desk::Seat;
use vestibule_domain::{MailPurpose, MailSecurity, MailState};
use vestibule_wire::{
    AssignRoleRequest, CreateInvitationRequest, ErasePersonRequest, ErrorCode, ErrorView, HistoryEvent,
    InvitationRequest, JobRequest, JobResult, JobState, ListInvitationsRequest, MailPassView, MailRequest, MailView,
    OutboxRequest, RevokeInvitationRequest, Secret, SelectionRequest, SendInvitationRequest, SendManyRequest,
    SendManyView, SetMailRequest, UserStateRequest,
};

fn at(server: &PlainServer) -> SetMailRequest {
    SetMailRequest {
        host: Some("127.0.0.1".into()),
        port: Some(server.port),
        security: Some(MailSecurity::None),
        from_address: Some("desk@school.example".into()),
        ..SetMailRequest::default()
    }
}

/// An organisation with its administrator, and the mail server set up.
async fn with(server: &PlainServer) -> (Room, Seat) {
    let room = Room::founded().await;
    let amara = room.signed_in("amara").await;
    amara.set_mail_settings(at(server)).await.unwrap();
    (room, amara)
}

fn bound(email: &str) -> CreateInvitationRequest {
    CreateInvitationRequest { email: Some(email.into()), ..invite("Staff") }
}

fn sending(invitation: &str) -> SendInvitationRequest {
    SendInvitationRequest { invitation: invitation.into(), ..SendInvitationRequest::default() }
}

/// Makes an invitation for an address and queues it; its id, its code and the message.
async fn queued(seat: &Seat, email: &str) -> (String, String, MailView) {
    let made = seat.create_invitation(bound(email)).await.unwrap();
    let mail = seat.send_invitation(sending(&made.id)).await.unwrap();
    (made.id, made.code.unwrap(), mail)
}

async fn outbox(seat: &Seat) -> Vec<MailView> {
    seat.outbox(OutboxRequest::default()).await.unwrap().items
}

async fn only(seat: &Seat) -> MailView {
    let items = outbox(seat).await;
    assert_eq!(items.len(), 1);
    items.into_iter().next().unwrap()
}

fn passed(sent: u64, failed: u64, dropped: u64, waiting: u64) -> MailPassView {
    MailPassView { sent, failed, dropped, waiting, ..MailPassView::default() }
}

#[tokio::test]
async fn a_queued_invitation_arrives_with_its_code_and_lets_somebody_in() {
    let server = PlainServer::usual();
    let (room, amara) = with(&server).await;
    let (id, code, mail) = queued(&amara, "noor@post.example").await;
    assert_eq!(
        (mail.state, mail.to.as_str(), mail.queued_by.as_str()),
        (MailState::Queued, "noor@post.example", "amara")
    );
    assert_eq!(amara.run_mail().await.unwrap(), passed(1, 0, 0, 0));
    let [message] = &server.messages()[..] else { panic!("one message") };
    assert_eq!(message.to, "noor@post.example");
    assert_eq!(code_in(&message.text), Some(code.clone()));
    for part in ["Fernhill College", "Amara Osei", "vestibule://join/", "UTC", "Subject: You are invited"] {
        assert!(message.text.contains(part), "{part}: {}", message.text);
    }
    let sent = only(&amara).await;
    assert_eq!((sent.state, sent.reason.as_deref()), (MailState::Sent, Some("250 2.0.0 queued as 17")));
    assert_eq!(amara.run_mail().await.unwrap(), passed(0, 0, 0, 0), "what was sent is not sent again");
    assert_eq!(server.messages().len(), 1);
    let history = amara.invitation_history(InvitationRequest { invitation: id }).await.unwrap();
    let told = HistoryEvent::Sent { to: Some("n••r@post.example".into()), purpose: "first".into() };
    assert_eq!(history.items[0].what, told);
    room.seat().redeem_invitation(joining(&code_in(&message.text).unwrap(), "noor")).await.unwrap();
}

#[tokio::test]
async fn the_outbox_never_holds_a_code() {
    // The server repeats the code, as content filters do.
    let server = PlainServer::start(|line| if line == "." { Act::Blocked } else { Act::Usual });
    let (_room, amara) = with(&server).await;
    let (_, code, _) = queued(&amara, "noor@post.example").await;
    amara.run_mail().await.unwrap();
    assert!(server.messages()[0].text.contains(&code), "it stands in the message");
    assert!(only(&amara).await.reason.is_some_and(|reason| reason.contains("repeats the code")));
    let text = format!("{:?}", outbox(&amara).await);
    assert!(!text.contains(&code) && !text.contains(&code.replace('-', "")), "{text}");
}

#[tokio::test]
async fn what_can_no_longer_be_used_is_dropped_with_the_reason() {
    let server = PlainServer::usual();
    let (room, amara) = with(&server).await;
    let (revoked, ..) = queued(&amara, "revoked@post.example").await;
    let (_, used, _) = queued(&amara, "used@post.example").await;
    amara.revoke_invitation(RevokeInvitationRequest { invitation: revoked, reason: None }).await.unwrap();
    room.seat().redeem_invitation(joining(&used, "used")).await.unwrap();
    assert_eq!(amara.run_mail().await.unwrap(), passed(0, 0, 2, 0));
    queued(&amara, "expired@post.example").await;
    room.later(TimeDelta::days(8));
    let amara = room.signed_in("amara").await;
    assert_eq!(amara.run_mail().await.unwrap(), passed(0, 0, 1, 0));
    assert!(server.messages().is_empty());
    let reasons: Vec<_> = outbox(&amara).await.into_iter().map(|mail| (mail.state, mail.reason.unwrap())).collect();
    for (at, word) in ["expired", "used", "revoked"].into_iter().enumerate() {
        assert_eq!(reasons[at].0, MailState::Dropped);
        assert!(reasons[at].1.contains(word), "{reasons:?}");
    }
}

#[tokio::test]
async fn what_somebody_queued_who_may_no_longer_send_is_dropped() {
    let server = PlainServer::usual();
    let (room, amara) = with(&server).await;
    let mona = room.newcomer(&amara, "mona", "Manager", Some("Library")).await;
    let mira = room.newcomer(&amara, "mira", "Manager", Some("Library")).await;
    queued(&mona, "one@post.example").await;
    queued(&mira, "two@post.example").await;
    amara.suspend_user(UserStateRequest { user: "mona".into(), password: None }).await.unwrap();
    let demoted = AssignRoleRequest { user: "mira".into(), role: "Staff".into(), password: None };
    amara.assign_role(demoted).await.unwrap();
    assert_eq!(amara.run_mail().await.unwrap(), passed(0, 0, 2, 0));
    assert!(server.messages().is_empty());
    assert!(outbox(&amara).await[0].reason.as_ref().unwrap().contains("may no longer send"));
}

#[tokio::test]
async fn a_manager_sends_and_sees_within_reach_only() {
    let server = PlainServer::usual();
    let (room, amara) = with(&server).await;
    let mona = room.newcomer(&amara, "mona", "Manager", Some("Library")).await;
    let elsewhere = CreateInvitationRequest { department: Some("Sports".into()), ..bound("ines@post.example") };
    let elsewhere = amara.create_invitation(elsewhere).await.unwrap();
    let hidden = amara.send_invitation(sending(&elsewhere.id)).await.unwrap();
    assert_eq!(refused(mona.send_invitation(sending(&elsewhere.id)).await), ErrorCode::InvitationNotFound);
    assert_eq!(refused(mona.resend_mail(MailRequest { mail: hidden.id }).await), ErrorCode::MailUnknown);
    assert!(outbox(&mona).await.is_empty());
    let (_, _, own) = queued(&mona, "noor@post.example").await;
    assert_eq!(only(&mona).await.id, own.id);
    assert_eq!(outbox(&amara).await.len(), 2);
    assert_eq!(refused(mona.set_mail_settings(at(&server)).await), ErrorCode::NotPermitted);
    assert_eq!(refused(mona.mail_settings().await), ErrorCode::NotPermitted);
    let stef = room.newcomer(&amara, "stef", "Staff", Some("Library")).await;
    assert_eq!(refused(stef.run_mail().await), ErrorCode::NotPermitted);
    assert_eq!(refused(stef.outbox(OutboxRequest::default()).await), ErrorCode::NotPermitted);
    assert_eq!(refused(stef.send_invitation(sending(&elsewhere.id)).await), ErrorCode::NotPermitted);
}

#[tokio::test]
async fn an_invitation_goes_only_to_whom_it_is_for() {
    let server = PlainServer::usual();
    let (_room, amara) = with(&server).await;
    let to = |invitation: &str, to: &str| SendInvitationRequest { to: Some(to.into()), ..sending(invitation) };
    let hers = amara.create_invitation(bound("noor@post.example")).await.unwrap().id;
    assert_eq!(refused(amara.send_invitation(to(&hers, "ines@post.example")).await), ErrorCode::RecipientOther);
    amara.send_invitation(to(&hers, "Noor@POST.example")).await.unwrap();
    assert_eq!(refused(amara.send_invitation(sending(&hers)).await), ErrorCode::MailOnItsWay);
    let open = amara.create_invitation(invite("Staff")).await.unwrap().id;
    assert_eq!(refused(amara.send_invitation(sending(&open)).await), ErrorCode::RecipientMissing);
    assert_eq!(refused(amara.send_invitation(to(&open, "nobody")).await), ErrorCode::EmailMalformed);
    amara.send_invitation(to(&open, "ines@post.example")).await.unwrap();
    assert_eq!(amara.run_mail().await.unwrap(), passed(2, 0, 0, 0));
    assert_eq!(server.connections(), 1, "one connection for all");
}

#[tokio::test]
async fn a_refused_message_fails_with_the_servers_reason_and_goes_again_by_hand() {
    let server = PlainServer::start(|line| match line {
        "RCPT TO:<gone@post.example>" => Act::Say("550 5.1.1 no such person"),
        _ => Act::Usual,
    });
    let (_room, amara) = with(&server).await;
    let (_, _, gone) = queued(&amara, "gone@post.example").await;
    queued(&amara, "noor@post.example").await;
    assert_eq!(amara.run_mail().await.unwrap(), passed(1, 1, 0, 0));
    let failed = outbox(&amara).await.into_iter().find(|mail| mail.id == gone.id).unwrap();
    assert_eq!((failed.state, failed.may_have_arrived), (MailState::Failed, false));
    assert!(failed.reason.unwrap().contains("no such person"));
    let again = amara.resend_mail(MailRequest { mail: gone.id }).await.unwrap();
    assert_eq!((again.purpose, again.state), (MailPurpose::Again, MailState::Queued));
    assert_eq!(refused(amara.resend_mail(MailRequest { mail: again.id }).await), ErrorCode::MailOnItsWay);
    assert_eq!(refused(amara.resend_mail(MailRequest { mail: "none".into() }).await), ErrorCode::MailUnknown);
}

#[tokio::test]
async fn what_the_server_takes_later_waits_and_is_given_up_in_the_end() {
    let server = PlainServer::start(|line| match line.starts_with("RCPT") {
        true => Act::Say("450 try later"),
        false => Act::Usual,
    });
    let (room, amara) = with(&server).await;
    queued(&amara, "noor@post.example").await;
    assert_eq!(amara.run_mail().await.unwrap(), passed(0, 0, 0, 1));
    let connections = server.connections();
    assert_eq!(amara.run_mail().await.unwrap(), passed(0, 0, 0, 1), "not due yet");
    assert_eq!(server.connections(), connections);
    for _ in 0..6 {
        room.later(TimeDelta::hours(13));
        assert_eq!(room.signed_in("amara").await.run_mail().await.unwrap(), passed(0, 0, 0, 1));
    }
    room.later(TimeDelta::hours(13));
    let amara = room.signed_in("amara").await;
    assert_eq!(amara.run_mail().await.unwrap(), passed(0, 1, 0, 0));
    assert_eq!(only(&amara).await.attempts, 8);
}

#[tokio::test]
async fn an_unreachable_server_leaves_everything_queued_until_the_settings_are_repaired() {
    let server = PlainServer::usual();
    let (_room, amara) = with(&server).await;
    let closed = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let wrong = SetMailRequest { port: Some(closed), ..SetMailRequest::default() };
    amara.set_mail_settings(wrong).await.unwrap();
    queued(&amara, "noor@post.example").await;
    queued(&amara, "ines@post.example").await;
    let told = amara.run_mail().await.unwrap();
    assert_eq!((told.waiting, told.sent, told.failed), (2, 0, 0));
    assert!(told.problem.unwrap().contains("can't be reached"));
    assert_eq!(ErrorView::from(amara.test_mail().await.unwrap_err()).code, ErrorCode::MailNotSent);
    amara.set_mail_settings(at(&server)).await.unwrap();
    assert_eq!(amara.run_mail().await.unwrap(), passed(2, 0, 0, 0));
}

#[tokio::test]
async fn an_unanswered_message_is_in_doubt_and_not_sent_again_by_itself() {
    let server = PlainServer::start(|line| if line == "." { Act::Drop } else { Act::Usual });
    let (room, amara) = with(&server).await;
    let (_, _, mail) = queued(&amara, "noor@post.example").await;
    assert_eq!(amara.run_mail().await.unwrap(), passed(0, 1, 0, 0));
    let failed = only(&amara).await;
    assert_eq!((failed.state, failed.may_have_arrived), (MailState::Failed, true));
    room.later(TimeDelta::days(1));
    let amara = room.signed_in("amara").await;
    assert_eq!(amara.run_mail().await.unwrap(), passed(0, 0, 0, 0));
    assert_eq!(server.messages().len(), 1);
    amara.resend_mail(MailRequest { mail: mail.id }).await.unwrap();
    amara.run_mail().await.unwrap();
    assert_eq!(server.messages().len(), 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_pass_that_is_cut_off_leaves_a_message_that_only_a_person_sends_again() {
    let server = PlainServer::start(|line| if line == "." { Act::Silence } else { Act::Usual });
    let (room, amara) = with(&server).await;
    queued(&amara, "noor@post.example").await;
    let pass = tokio::spawn({
        let amara = amara.clone();
        async move { amara.run_mail().await.map(|_| ()) }
    });
    while server.messages().is_empty() {
        tokio::time::sleep(std::time::Duration::from_millis(5)).await;
    }
    pass.abort();
    let _ = pass.await;
    assert_eq!(only(&amara).await.state, MailState::Sending);
    assert_eq!(amara.run_mail().await.unwrap(), passed(0, 0, 0, 0));
    room.later(TimeDelta::minutes(16));
    let amara = room.signed_in("amara").await;
    assert_eq!(amara.run_mail().await.unwrap(), passed(0, 0, 0, 0));
    let left = only(&amara).await;
    assert_eq!((left.state, left.may_have_arrived), (MailState::Failed, true));
    assert_eq!(server.messages().len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn two_passes_at_once_send_nothing_twice() {
    let server = PlainServer::usual();
    let (room, amara) = with(&server).await;
    for number in 0..12 {
        queued(&amara, &format!("p{number}@post.example")).await;
    }
    let other = room.signed_in("amara").await;
    let (one, two) = tokio::join!(amara.run_mail(), other.run_mail());
    assert_eq!(one.unwrap().sent + two.unwrap().sent, 12);
    let to: std::collections::BTreeSet<String> = server.messages().into_iter().map(|message| message.to).collect();
    assert_eq!((to.len(), server.messages().len()), (12, 12));
}

#[tokio::test]
async fn many_are_queued_each_to_its_address_and_none_a_second_time() {
    let server = PlainServer::usual();
    let (_room, amara) = with(&server).await;
    queued(&amara, "first@post.example").await;
    amara.create_invitation(bound("second@post.example")).await.unwrap();
    amara.create_invitation(invite("Staff")).await.unwrap();
    let ended = amara.create_invitation(bound("third@post.example")).await.unwrap().id;
    amara.revoke_invitation(RevokeInvitationRequest { invitation: ended, reason: None }).await.unwrap();
    let all = || SendManyRequest { selection: SelectionRequest::all_of(ListInvitationsRequest::default()) };
    let told = |queued, sent_before| SendManyView { queued, without_address: 1, sent_before, not_active: 1 };
    for expected in [told(1, 1), told(0, 2)] {
        let job = amara.send_many(all()).await.unwrap().job;
        let state = loop {
            match amara.job(JobRequest { job: job.clone() }).await.unwrap().state {
                JobState::Running => tokio::task::yield_now().await,
                ended => break ended,
            }
        };
        assert_eq!(state, JobState::Done { result: JobResult::Queued(expected) });
    }
    assert_eq!(amara.run_mail().await.unwrap(), passed(2, 0, 0, 0));
}

#[tokio::test]
async fn one_reminder_goes_out_before_the_end_to_who_has_not_come() {
    let server = PlainServer::usual();
    let (room, amara) = with(&server).await;
    amara.set_mail_settings(SetMailRequest { remind_days: Some(2), ..SetMailRequest::default() }).await.unwrap();
    let (id, ..) = queued(&amara, "noor@post.example").await;
    let (_, came, _) = queued(&amara, "ines@post.example").await;
    let (gone, ..) = queued(&amara, "gone@post.example").await;
    assert_eq!(amara.run_mail().await.unwrap(), passed(3, 0, 0, 0));
    room.seat().redeem_invitation(joining(&came, "ines")).await.unwrap();
    amara.revoke_invitation(RevokeInvitationRequest { invitation: gone, reason: None }).await.unwrap();
    room.later(TimeDelta::days(4));
    assert_eq!(room.signed_in("amara").await.run_mail().await.unwrap().reminders, 0, "not yet");
    room.later(TimeDelta::days(2));
    let amara = room.signed_in("amara").await;
    let told = amara.run_mail().await.unwrap();
    assert_eq!((told.reminders, told.sent), (1, 1));
    let messages = server.messages();
    assert!(messages.last().unwrap().text.contains("Subject: Reminder: "));
    assert_eq!(amara.run_mail().await.unwrap(), passed(0, 0, 0, 0), "once");
    let history = amara.invitation_history(InvitationRequest { invitation: id }).await.unwrap();
    assert!(matches!(&history.items[0].what, HistoryEvent::Sent { purpose, .. } if purpose == "reminder"));
}

#[tokio::test]
async fn an_erased_person_is_sent_nothing_and_leaves_the_outbox() {
    let server = PlainServer::usual();
    let (room, amara) = with(&server).await;
    let poster =
        amara.create_invitation(CreateInvitationRequest { usage_limit: Some(9), ..invite("Staff") }).await.unwrap();
    let to = |to: &str| SendInvitationRequest { to: Some(to.into()), ..sending(&poster.id) };
    amara.send_invitation(to("noor@post.example")).await.unwrap();
    amara.send_invitation(to("ines@post.example")).await.unwrap();
    room.seat().redeem_invitation(joining(&poster.code.unwrap(), "noor")).await.unwrap();
    amara.erase_person(ErasePersonRequest { username: "noor".into() }).await.unwrap();
    assert_eq!(only(&amara).await.to, "ines@post.example");
    assert_eq!(amara.run_mail().await.unwrap(), passed(1, 0, 0, 0));
}

#[tokio::test]
async fn the_password_is_used_and_never_shown() {
    let server = PlainServer::usual();
    for passphrase in [None, Some(Secret::new("seven herons over a quiet lake"))] {
        let room = Room::empty();
        let founding = vestibule_wire::CreateOrganisationRequest { passphrase, ..first_start() };
        room.seat().create_organisation(founding).await.unwrap();
        let amara = room.signed_in("amara").await;
        let secret = "correct-horse-17";
        let login =
            SetMailRequest { username: Some("desk".into()), password: Some(Secret::new(secret)), ..at(&server) };
        let shown = amara.set_mail_settings(login).await.unwrap();
        assert!(!format!("{shown:?}{:?}", amara.mail_settings().await).contains(secret));
        let before = server.lines().iter().filter(|line| line.starts_with("AUTH")).count();
        let done = amara.test_mail().await.unwrap();
        assert_eq!(done.to, "amara@fernhill.example");
        let after = server.lines().iter().filter(|line| line.starts_with("AUTH")).count();
        assert_eq!(after, before + 1);
        // A change of something else keeps it.
        amara.set_mail_settings(SetMailRequest { remind_days: Some(1), ..Default::default() }).await.unwrap();
        amara.test_mail().await.unwrap();
        amara.set_mail_settings(SetMailRequest { username: Some(String::new()), ..Default::default() }).await.unwrap();
        let settings = SetMailRequest { username: Some("desk".into()), ..Default::default() };
        amara.set_mail_settings(settings).await.unwrap();
        assert_eq!(refused(amara.test_mail().await), ErrorCode::MailPasswordMissing);
    }
}

#[tokio::test]
async fn settings_that_make_no_sense_are_refused_by_their_field_and_change_nothing() {
    let server = PlainServer::usual();
    let room = Room::founded().await;
    let amara = room.signed_in("amara").await;
    assert_eq!(refused(amara.mail_settings().await), ErrorCode::MailNotSetUp);
    assert_eq!(refused(amara.run_mail().await), ErrorCode::MailNotSetUp);
    let open = amara.create_invitation(bound("noor@post.example")).await.unwrap().id;
    assert_eq!(refused(amara.send_invitation(sending(&open)).await), ErrorCode::MailNotSetUp);
    amara.set_mail_settings(at(&server)).await.unwrap();
    let before = amara.mail_settings().await.unwrap();
    let none = SetMailRequest::default;
    for (request, field) in [
        (SetMailRequest { host: Some("a b".into()), ..none() }, "host"),
        (SetMailRequest { host: Some(String::new()), ..none() }, "host"),
        (SetMailRequest { port: Some(0), ..none() }, "port"),
        (SetMailRequest { from_address: Some("nobody".into()), ..none() }, "from_address"),
        (SetMailRequest { subject: Some("{code".into()), ..none() }, "subject"),
        (SetMailRequest { body: Some("{nobody}".into()), ..none() }, "body"),
        (SetMailRequest { remind_days: Some(91), ..none() }, "remind_days"),
        (SetMailRequest { root: Some("no certificate".into()), ..none() }, "root"),
        (SetMailRequest { password: Some(Secret::new("x")), ..none() }, "username"),
    ] {
        let view = ErrorView::from(amara.set_mail_settings(request).await.unwrap_err());
        assert_eq!(view.field.as_deref(), Some(field), "{view:?}");
    }
    assert_eq!(amara.mail_settings().await.unwrap(), before);
}

#[tokio::test]
async fn without_a_mail_server_a_draft_and_a_link_are_made_and_written_down() {
    let room = Room::founded().await;
    let amara = room.signed_in("amara").await;
    let made = amara.create_invitation(bound("noor@post.example")).await.unwrap();
    let path = room.folder.path().join("noor.eml");
    amara.save_draft(sending(&made.id), &path).await.unwrap();
    let text = std::fs::read_to_string(&path).unwrap();
    assert!(text.starts_with("X-Unsent: 1") && text.contains("amara@fernhill.example"), "{text}");
    assert_eq!(code_in(&text), made.code);
    let link = amara.mailto_link(sending(&made.id)).await.unwrap();
    assert!(link.reveal().starts_with("mailto:noor@post.example?subject="));
    assert!(link.reveal().contains(&made.code.unwrap()));
    let history = amara.invitation_history(InvitationRequest { invitation: made.id }).await.unwrap();
    assert!(matches!(&history.items[0].what, HistoryEvent::Copied { form } if form == "text"));
    assert!(matches!(&history.items[1].what, HistoryEvent::Shown { how } if how == "file"));
    let open = amara.create_invitation(invite("Staff")).await.unwrap().id;
    assert_eq!(refused(amara.mailto_link(sending(&open)).await), ErrorCode::RecipientMissing);
}

#[tokio::test]
async fn a_password_is_not_sent_to_another_server_than_it_was_given_for() {
    let (server, other) = (PlainServer::usual(), PlainServer::usual());
    let (_room, amara) = with(&server).await;
    let given = SetMailRequest {
        username: Some("desk".into()),
        password: Some(Secret::new("sunlit-harbour-42-otter")),
        ..SetMailRequest::default()
    };
    amara.set_mail_settings(given).await.unwrap();
    let elsewhere = || SetMailRequest { port: Some(other.port), ..SetMailRequest::default() };
    let refused = ErrorView::from(amara.set_mail_settings(elsewhere()).await.err().unwrap());
    assert_eq!((refused.code, refused.field.as_deref()), (ErrorCode::FieldRequired, Some("password")));
    amara.test_mail().await.unwrap();
    assert_eq!(other.connections(), 0, "the old server is the one that is asked");
    let same = SetMailRequest { security: Some(MailSecurity::None), ..SetMailRequest::default() };
    assert_eq!(amara.set_mail_settings(same).await.unwrap().port, server.port, "the port stays with its encryption");
    let with_password = SetMailRequest { password: Some(Secret::new("another-lantern-9")), ..elsewhere() };
    amara.set_mail_settings(with_password).await.unwrap();
    amara.test_mail().await.unwrap();
    assert_eq!(other.connections(), 1);
}
