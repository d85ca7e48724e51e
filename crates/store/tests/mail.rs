//! The outbox: claimed once, settled once, listed from the newest, and emptied of who is erased.
#![allow(clippy::unwrap_used, missing_docs, reason = "a test that cannot go on fails")]

mod support;

use support::{File, day};
use vestibule_domain::*;
use vestibule_store::{MailOutcome, MailServerRow, NewMail, OutboxQuery};

async fn queue(file: &File, invitation: InvitationId, to: &str, purpose: MailPurpose) -> MailId {
    let id = MailId::new(day(1), file.random());
    let address = Email::parse(to).unwrap();
    let mail = NewMail { id, invitation, address, name: "Noor".to_owned(), purpose, by: file.amara };
    let mut tx = file.store.begin_write().await.unwrap();
    tx.queue_mail(&[mail], day(1)).await.unwrap();
    tx.commit().await.unwrap();
    id
}

async fn settle(file: &File, id: MailId, outcome: MailOutcome<'_>) {
    let mut tx = file.store.begin_write().await.unwrap();
    assert!(tx.claim_mail(id, day(1)).await.unwrap());
    tx.settle_mail(id, (MailState::Sending, 1), outcome, day(1)).await.unwrap();
    tx.commit().await.unwrap();
}

fn all(most: u32) -> OutboxQuery<'static> {
    OutboxQuery { state: None, division: None, before: None, most }
}

#[tokio::test]
async fn a_message_is_claimed_once_and_what_was_left_is_in_doubt() {
    let file = File::new().await;
    let (invitation, _) = file.invite(day(1), 1, None).await;
    let id = queue(&file, invitation, "noor@post.example", MailPurpose::First).await;
    let mut tx = file.store.begin_write().await.unwrap();
    assert_eq!(tx.due_mail(day(0)).await.unwrap(), None, "not yet due");
    assert!(tx.claim_mail(id, day(2)).await.unwrap());
    assert!(!tx.claim_mail(id, day(2)).await.unwrap(), "a second pass gets nothing");
    assert_eq!(tx.due_mail(day(9)).await.unwrap(), None);
    assert!(!tx.has_left_mail(day(2)).await.unwrap() && tx.has_left_mail(day(3)).await.unwrap());
    tx.doubt_left_mail(day(2), "cut off").await.unwrap();
    assert_eq!(tx.mail(id).await.unwrap().unwrap().state, MailState::Sending, "it is at work still");
    tx.doubt_left_mail(day(3), "cut off").await.unwrap();
    let row = tx.mail(id).await.unwrap().unwrap();
    assert_eq!((row.state, row.in_doubt, row.attempts), (MailState::Failed, true, 1));
    tx.settle_mail(id, (MailState::Sending, 1), MailOutcome::Sent("250"), day(3)).await.unwrap();
    assert_eq!(tx.mail(id).await.unwrap().unwrap().state, MailState::Failed, "whoever comes late changes nothing");
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn a_message_that_is_to_be_tried_later_is_due_then() {
    let file = File::new().await;
    let (invitation, _) = file.invite(day(1), 1, None).await;
    let id = queue(&file, invitation, "noor@post.example", MailPurpose::First).await;
    settle(&file, id, MailOutcome::Later(day(4), "421 busy")).await;
    let mut tx = file.store.begin_write().await.unwrap();
    assert_eq!(tx.due_mail(day(3)).await.unwrap(), None);
    assert_eq!(tx.due_mail(day(4)).await.unwrap().unwrap().reply.as_deref(), Some("421 busy"));
    tx.hasten_mail(day(2)).await.unwrap();
    assert_eq!(tx.due_mail(day(2)).await.unwrap().unwrap().attempts, 1);
    assert!(tx.is_mail_on_its_way(invitation, "noor@post.example").await.unwrap());
    assert!(!tx.is_mail_on_its_way(invitation, "ines@post.example").await.unwrap());
    assert!(tx.mailed_among(&[invitation]).await.unwrap().contains(&invitation));
    tx.doubt_all_mail("restored").await.unwrap();
    assert_eq!((tx.waiting_mail().await.unwrap(), tx.mail(id).await.unwrap().unwrap().in_doubt), (0, true));
}

#[tokio::test]
async fn the_outbox_is_paged_from_the_newest() {
    let file = File::new().await;
    let (invitation, _) = file.invite(day(1), 9, None).await;
    let mut ids = Vec::new();
    for number in 0..5 {
        ids.push(queue(&file, invitation, &format!("p{number}@post.example"), MailPurpose::First).await);
    }
    settle(&file, ids[1], MailOutcome::Failed("550 no")).await;
    let mut tx = file.store.begin_read().await.unwrap();
    let found = tx.outbox(all(2)).await.unwrap();
    assert_eq!(found.iter().map(|row| row.id).collect::<Vec<_>>(), [ids[4], ids[3]]);
    let next = OutboxQuery { before: Some(ids[3]), ..all(9) };
    assert_eq!(tx.outbox(next).await.unwrap().len(), 3);
    let failed = OutboxQuery { state: Some(MailState::Failed), ..all(9) };
    assert_eq!(tx.outbox(failed).await.unwrap()[0].id, ids[1]);
    let elsewhere = Division::new(DepartmentId::from_bytes([9; 16]), []);
    let none = OutboxQuery { division: Some(&elsewhere), ..all(9) };
    assert_eq!(tx.outbox(none).await.unwrap(), []);
}

#[tokio::test]
async fn one_reminder_is_due_for_what_was_sent_in_time_and_is_still_open() {
    let file = File::new().await;
    let (invitation, _) = file.invite(day(1), 1, Some(day(8))).await;
    let id = queue(&file, invitation, "noor@post.example", MailPurpose::First).await;
    let lead = chrono::TimeDelta::days(2);
    let due = async |now: i64, lead| {
        file.store.begin_read().await.unwrap().mail_to_remind_of(day(now), lead, 9).await.unwrap().len()
    };
    assert_eq!(due(7, lead).await, 0, "not sent yet");
    settle(&file, id, MailOutcome::Sent("250")).await;
    assert_eq!((due(5, lead).await, due(7, lead).await, due(8, lead).await), (0, 1, 0));
    assert_eq!(due(7, chrono::TimeDelta::days(8)).await, 0, "the first one came within that time itself");
    queue(&file, invitation, "noor@post.example", MailPurpose::Reminder).await;
    assert_eq!(due(7, lead).await, 0, "once");
}

#[tokio::test]
async fn an_erased_person_leaves_the_outbox_and_what_is_queued_for_them_goes() {
    let file = File::new().await;
    let (invitation, _) = file.invite(day(1), 9, None).await;
    let sent = queue(&file, invitation, "noor@post.example", MailPurpose::First).await;
    settle(&file, sent, MailOutcome::Sent("250 for noor@post.example")).await;
    let queued = queue(&file, invitation, "Noor@POST.example", MailPurpose::Again).await;
    let other = queue(&file, invitation, "ines@post.example", MailPurpose::First).await;
    let (bound, _) = file.invite(day(1), 1, None).await;
    let hers = queue(&file, bound, "second@post.example", MailPurpose::First).await;
    // Two are on their way to her while she is erased.
    let (on_its_way, put_off) = (
        queue(&file, invitation, "noor@post.example", MailPurpose::First).await,
        queue(&file, invitation, "noor@post.example", MailPurpose::First).await,
    );
    let mut tx = file.store.begin_write().await.unwrap();
    assert!(tx.claim_mail(on_its_way, day(1)).await.unwrap() && tx.claim_mail(put_off, day(1)).await.unwrap());
    tx.commit().await.unwrap();
    let account = AccountId::new(day(2), file.random());
    let mut joined = file.account(account, "noor", Role::built_in()[2].id, None);
    joined.personal.email = Email::parse("noor@post.example").ok();
    file.happen(day(2), Actor::Stranger, &[joined]).await.unwrap();
    let mut tx = file.store.begin_read().await.unwrap();
    assert!(tx.invitations_about(account).await.unwrap().iter().any(|row| row.invitation.id == invitation));
    drop(tx);
    let erased = Event::PersonErased { account, invitations: vec![bound] };
    file.happen(day(3), Actor::Account(file.amara), &[erased.into()]).await.unwrap();
    let mut tx = file.store.begin_read().await.unwrap();
    let row = tx.mail(sent).await.unwrap().unwrap();
    assert_eq!((row.address.as_str(), row.name.as_str(), row.reply), ("", "", None));
    assert_eq!((tx.mail(queued).await.unwrap(), tx.mail(hers).await.unwrap()), (None, None));
    assert_eq!(tx.mail(other).await.unwrap().unwrap().address, "ines@post.example");
    drop(tx);
    let mut tx = file.store.begin_write().await.unwrap();
    let from = (MailState::Sending, 1);
    tx.settle_mail(on_its_way, from, MailOutcome::Failed("550 no noor@post.example"), day(3)).await.unwrap();
    tx.settle_mail(put_off, from, MailOutcome::Later(day(4), "451 noor@post.example"), day(3)).await.unwrap();
    for (id, state) in [(on_its_way, MailState::Failed), (put_off, MailState::Dropped)] {
        let row = tx.mail(id).await.unwrap().unwrap();
        assert_eq!((row.state, row.address.as_str(), row.reply), (state, "", None), "nothing more is sent or kept");
    }
    tx.commit().await.unwrap();
    let verified = file.store.verify().await.unwrap();
    assert_eq!((verified.broken, verified.tables), (None, vec![]));
}

#[tokio::test]
async fn an_earlier_address_is_erased_too() {
    let file = File::new().await;
    let (invitation, _) = file.invite(day(1), 9, None).await;
    let sent = queue(&file, invitation, "amara@fernhill.example", MailPurpose::First).await;
    let personal = Personal { email: Email::parse("new@fernhill.example").ok(), ..Personal::default() };
    let moved = Fact { event: Event::ProfileChanged { account: file.amara }, personal };
    file.happen(day(2), Actor::Account(file.amara), &[moved]).await.unwrap();
    let mut tx = file.store.begin_write().await.unwrap();
    tx.forget_mail_to(file.amara).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(file.store.begin_read().await.unwrap().mail(sent).await.unwrap(), None);
}

#[tokio::test]
async fn the_mail_server_is_one_row_that_comes_back_as_it_was_set() {
    let file = File::new().await;
    let row = MailServerRow {
        host: "mail.school.example".to_owned(),
        port: 465,
        security: MailSecurity::StartTls,
        username: Some("desk".to_owned()),
        password: Some("secret".to_owned()),
        sender_name: "Fernhill".to_owned(),
        sender_address: "desk@school.example".to_owned(),
        subject: None,
        body: Some("{organisation}".to_owned()),
        remind_days: Some(2),
        root: None,
    };
    for host in ["mail.school.example", "other.school.example"] {
        let row = MailServerRow { host: host.to_owned(), ..row.clone() };
        let mut tx = file.store.begin_write().await.unwrap();
        tx.set_mail_server(&row).await.unwrap();
        assert!(tx.mail_server().await.unwrap() == Some(row));
        tx.commit().await.unwrap();
    }
}
