//! Invitations beyond the main path: details, replacement, bulk operations, sheets, files, the archive, the rules.
#![allow(clippy::unwrap_used, missing_docs, reason = "a test that cannot go on fails")]

mod support;

use chrono::TimeDelta;
use std::path::PathBuf;
use std::sync::Arc;
use support::{Room, invite, joining, refused};
use vestibule_desk::{ImportSource, LocalTime, Seat};
use vestibule_wire::*;

async fn ended(seat: &Seat, started: JobView) -> JobState {
    loop {
        let view = seat.job(JobRequest { job: started.job.clone() }).await.unwrap();
        if view.state != JobState::Running {
            return view.state;
        }
        tokio::task::yield_now().await;
    }
}

async fn done(seat: &Seat, started: JobView) -> JobResult {
    match ended(seat, started).await {
        JobState::Done { result } => result,
        other => panic!("{other:?}"),
    }
}

fn id(invitation: &str) -> InvitationRequest {
    InvitationRequest { invitation: invitation.to_owned() }
}

async fn total(seat: &Seat, list: ListInvitationsRequest) -> u64 {
    seat.list_invitations(list).await.unwrap().total
}

fn all() -> ListInvitationsRequest {
    ListInvitationsRequest::default()
}

fn of_group(name: &str) -> ListInvitationsRequest {
    ListInvitationsRequest::with_filter(InvitationFilter { group: Some(name.into()), ..Default::default() })
}

fn matching(list: ListInvitationsRequest) -> SelectionRequest {
    SelectionRequest::all_of(list)
}

/// This machine's zone is UTC.
fn zone() -> LocalTime {
    Arc::new(|local| Some(local.and_utc()))
}

async fn noted(seat: &Seat, operation: &str) -> bool {
    let trail = seat.list_audit(ListAuditRequest::default()).await.unwrap();
    trail.items.iter().any(|event| event.outcome == "not_permitted" && event.subject.as_deref() == Some(operation))
}

#[tokio::test]
async fn every_field_stands_in_the_details_and_label_and_note_can_change() {
    let room = Room::founded().await;
    let seat = room.signed_in("amara").await;
    let made = seat
        .create_invitation(CreateInvitationRequest {
            domain: Some("@School.example".into()),
            department: Some("Library".into()),
            groups: vec!["First aiders".into(), "Choir".into(), "first AIDERS".into()],
            expires: ExpiryChoice::Hours { hours: 48 },
            usage_limit: Some(5),
            label: Some("Spring fair poster".into()),
            note: Some("By the lift.\r\nTake it down in May.".into()),
            ..invite("staff")
        })
        .await
        .unwrap();
    let seen = seat.get_invitation(id(&made.id)).await.unwrap();
    assert_eq!(seen.domain.as_deref(), Some("School.example"));
    assert_eq!(seen.groups, ["First aiders", "Choir"]);
    assert_eq!(seen.note.as_deref(), Some("By the lift.\nTake it down in May."));
    let describe = |label: &str, note: Option<&str>| DescribeInvitationRequest {
        invitation: made.id.clone(),
        label: Some(label.to_owned()),
        note: note.map(str::to_owned),
        ..Default::default()
    };
    let changed = seat.describe_invitation(describe("Lobby", None)).await.unwrap();
    assert_eq!((changed.label.as_deref(), changed.note.as_deref()), (Some("Lobby"), None));
    seat.describe_invitation(describe(" Lobby ", None)).await.unwrap();
    let history = seat.invitation_history(id(&made.id)).await.unwrap();
    assert_eq!(history.total, 2, "what changes nothing is no event");
    assert_eq!(
        history.items[0].what,
        HistoryEvent::Described {
            label_before: Some("Spring fair poster".into()),
            label: Some("Lobby".into()),
            note_before: Some("By the lift.\nTake it down in May.".into()),
            note: None,
        }
    );
    let list = ListInvitationsRequest { search: "lobby".into(), ..all() };
    assert_eq!(total(&seat, list).await, 1, "search knows the new label");
    assert_eq!(total(&seat, of_group("choir")).await, 1);
    assert_eq!(refused(seat.list_invitations(of_group("Orchestra")).await), ErrorCode::GroupUnknown);
}

#[tokio::test]
async fn a_bound_domain_lets_in_its_own_people_however_they_write_it() {
    let room = Room::founded().await;
    let seat = room.signed_in("amara").await;
    let bound =
        CreateInvitationRequest { domain: Some("szkoła.example".into()), usage_limit: Some(2), ..invite("staff") };
    let code = seat.create_invitation(bound).await.unwrap().code.unwrap();
    let shown = room.seat().preview_join(PreviewJoinRequest { code: code.clone() }).await.unwrap();
    assert_eq!(shown.bound_domain.as_deref(), Some("@s•••••.example"));
    assert_eq!(refused(room.seat().redeem_invitation(joining(&code, "noor")).await), ErrorCode::InvitationWrongDomain);
    let mut form = joining(&code, "noor");
    form.email = "noor@XN--SZKOA-N7A.example".into();
    room.seat().redeem_invitation(form).await.unwrap();
}

#[tokio::test]
async fn a_replacement_ends_one_and_makes_the_next_or_does_neither() {
    let room = Room::founded().await;
    let seat = room.signed_in("amara").await;
    let old = seat.create_invitation(invite("staff")).await.unwrap();
    let replace =
        |with| ReplaceInvitationRequest { invitation: old.id.clone(), reason: Some("Too short".into()), with };
    let wrong = replace(CreateInvitationRequest { usage_limit: Some(0), ..invite("staff") });
    assert_eq!(refused(seat.replace_invitation(wrong).await), ErrorCode::UsageLimitOutOfRange);
    assert_eq!(refused(seat.replace_invitation(replace(invite("administrator"))).await), ErrorCode::RoleNotAllowed);
    assert_eq!(total(&seat, all()).await, 1);
    let both =
        seat.replace_invitation(replace(CreateInvitationRequest { usage_limit: Some(3), ..invite("staff") })).await;
    let ReplacedView { old: ended, new } = both.unwrap();
    assert_eq!((ended.status, ended.replaced_by.as_deref()), (Status::Revoked, Some(new.id.as_str())));
    assert_eq!((new.usage_limit, new.replaces.as_deref()), (3, Some(old.id.as_str())));
    let code = old.code.clone().unwrap();
    let told = refused(room.seat().preview_join(PreviewJoinRequest { code }).await);
    assert_eq!(told, ErrorCode::InvitationReplaced);
    assert_eq!(refused(seat.replace_invitation(replace(invite("staff"))).await), ErrorCode::InvitationNotActive);
}

#[tokio::test]
async fn many_of_one_kind_are_made_together_and_a_cancelled_job_leaves_nothing() {
    let room = Room::founded().await;
    let seat = room.signed_in("amara").await;
    let each = CreateInvitationRequest { label: Some("Fair".into()), groups: vec!["Guests".into()], ..invite("staff") };
    let job = seat.create_many(CreateManyRequest { each: each.clone(), count: 1_500, named: false }).await.unwrap();
    assert_eq!(done(&seat, job).await, JobResult::Created { invitations: 1_500, made: vec![] });
    assert_eq!(total(&seat, of_group("Guests")).await, 1_500);
    let job = seat.create_many(CreateManyRequest { each: each.clone(), count: 50_000, named: false }).await.unwrap();
    seat.cancel_job(JobRequest { job: job.job.clone() }).await.unwrap();
    assert_eq!(ended(&seat, job).await, JobState::Cancelled);
    assert_eq!(total(&seat, all()).await, 1_500);
    let page = seat.list_invitations(ListInvitationsRequest { page_size: 500, ..all() }).await.unwrap();
    let codes: std::collections::HashSet<_> = page.items.iter().map(|item| item.code.clone().unwrap()).collect();
    assert_eq!(codes.len(), 500, "every code is another");
    for (count, each) in [(0, each.clone()), (100_001, each.clone())] {
        assert_eq!(
            refused(seat.create_many(CreateManyRequest { each, count, named: false }).await),
            ErrorCode::CountOutOfRange
        );
    }
    let one = CreateInvitationRequest { email: Some("noor@post.example".into()), ..each };
    let refusal = refused(seat.create_many(CreateManyRequest { each: one, count: 2, named: false }).await);
    assert_eq!(refusal, ErrorCode::OneAddressForMany);
    assert!(seat.verify_audit(VerifyAuditRequest::default()).await.unwrap().complete);
}

#[tokio::test]
async fn what_is_selected_is_revoked_and_what_can_not_be_is_counted() {
    let room = Room::founded().await;
    let seat = room.signed_in("amara").await;
    let shared = CreateInvitationRequest { usage_limit: Some(5), label: Some("Fair".into()), ..invite("staff") };
    let mut ids = Vec::new();
    for _ in 0..4 {
        let made = seat.create_invitation(shared.clone()).await.unwrap();
        ids.push((made.id, made.code.unwrap()));
    }
    seat.create_invitation(invite("staff")).await.unwrap();
    room.seat().redeem_invitation(joining(&ids[0].1, "noor")).await.unwrap();
    seat.revoke_invitation(RevokeInvitationRequest { invitation: ids[1].0.clone(), reason: None }).await.unwrap();
    let fair =
        ListInvitationsRequest::with_filter(InvitationFilter { label: Some("Fair".into()), ..Default::default() });
    let request = RevokeManyRequest {
        selection: SelectionRequest::Matching { list: Box::new(fair), but: vec![ids[2].0.clone()] },
        reason: Some("The fair is over".into()),
    };
    let expected = RevokeManyView { revoked: 2, uses_left: 9, joined: 1, already_revoked: 1, ..Default::default() };
    assert_eq!(seat.preview_revoke(request.clone()).await.unwrap(), expected);
    let job = seat.revoke_many(request).await.unwrap();
    assert_eq!(done(&seat, job).await, JobResult::Revoked(expected));
    let counters = seat.list_invitations(all()).await.unwrap().counters;
    assert_eq!((counters.active, counters.revoked), (2, 3));
    let these = SelectionRequest::These { ids: vec![ids[2].0.clone(), ids[3].0.clone()] };
    let ticked = RevokeManyRequest { selection: these, reason: None };
    assert_eq!(seat.preview_revoke(ticked).await.unwrap().revoked, 1, "one was revoked meanwhile");
    let none = RevokeManyRequest { selection: SelectionRequest::These { ids: vec![] }, reason: None };
    assert_eq!(refused(seat.preview_revoke(none).await), ErrorCode::CountOutOfRange, "nothing ticked is not all");
}

#[tokio::test]
async fn what_another_did_after_the_preview_counts_at_the_confirmation() {
    let room = Room::founded().await;
    let (seat, other) = (room.signed_in("amara").await, room.signed_in("amara").await);
    let mut ids = Vec::new();
    for _ in 0..3 {
        ids.push(seat.create_invitation(invite("staff")).await.unwrap().id);
    }
    let request = RevokeManyRequest { selection: SelectionRequest::These { ids: ids.clone() }, reason: None };
    assert_eq!(seat.preview_revoke(request.clone()).await.unwrap().revoked, 3);
    other.revoke_invitation(RevokeInvitationRequest { invitation: ids[1].clone(), reason: None }).await.unwrap();
    let JobResult::Revoked(view) = done(&seat, seat.revoke_many(request).await.unwrap()).await else {
        panic!("not revoked")
    };
    assert_eq!((view.revoked, view.already_revoked), (2, 1));

    let each = ImportRequest { each: invite("staff"), ..Default::default() };
    let shown = imported(&seat, pasted(), each.clone(), true).await;
    let bound = CreateInvitationRequest { email: Some("ines@school.example".into()), ..invite("staff") };
    other.create_invitation(bound).await.unwrap();
    let confirmed = ImportRequest { fingerprint: Some(shown.fingerprint), ..each };
    let made = imported(&seat, pasted(), confirmed, false).await;
    assert_eq!(made.created, shown.classes[&RowClass::Ready] - 1, "one was invited meanwhile");
    assert_eq!(made.shown.iter().find(|row| row.line == 2).unwrap().class, RowClass::AlreadyInvited);
    assert!(seat.verify_audit(VerifyAuditRequest::default()).await.unwrap().complete);
}

const SHEET: &str = "E-Mail;Rolle;Abteilung;Gruppen;Limit;Gültig bis;Label\n\
    ines@school.example;staff;Library;Choir, First aiders;1;14d;Poster\n\
    INES@school.example;staff;;;;;\n\
    not an address;staff;;;;;\n\
    liam@school.example;janitor;;;;;\n\
    rosa@school.example;administrator;;;;;\n\
    amara@fernhill.example;staff;;;;;\n\
    kofi@school.example;staff;;;0;;\n\
    mei@school.example;;;;3;2030-01-01;=cmd|' /c calc'!A1\n\
    omar@school.example;staff;;;1;never;\n\
    noor@school.example;staff;;;1;yesterday;\n";

fn pasted() -> ImportSource {
    ImportSource::Text(SHEET.to_owned())
}

async fn imported(seat: &Seat, source: ImportSource, request: ImportRequest, preview: bool) -> ImportView {
    let job = seat.import(source, request, zone(), preview).await.unwrap();
    match done(seat, job).await {
        JobResult::Imported(view) => *view,
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn a_sheet_is_judged_row_by_row_before_anything_is_made() {
    let room = Room::founded().await;
    let seat = room.signed_in("amara").await;
    let bound = CreateInvitationRequest { email: Some("omar@school.example".into()), ..invite("staff") };
    seat.create_invitation(bound).await.unwrap();
    let request = ImportRequest { each: invite("staff"), ..Default::default() };
    let view = imported(&seat, pasted(), request.clone(), true).await;
    use RowClass::*;
    let verdict = |line: u64| {
        let row = view.shown.iter().find(|row| row.line == line).unwrap();
        (row.class, row.error.as_ref().map(|error| (error.code, error.field.as_deref().unwrap_or(""))))
    };
    assert_eq!(verdict(2), (Ready, None));
    assert_eq!(verdict(3), (DuplicateInFile, Some((ErrorCode::DuplicateInFile, "email"))));
    assert_eq!(verdict(4), (Malformed, Some((ErrorCode::EmailMalformed, "email"))));
    assert_eq!(verdict(5), (Malformed, Some((ErrorCode::RoleUnknown, "role"))));
    assert_eq!(verdict(6), (NotPermitted, Some((ErrorCode::RoleNotAllowed, "role"))));
    assert_eq!(verdict(7), (AlreadyMember, Some((ErrorCode::EmailTaken, "email"))));
    assert_eq!(verdict(8), (Malformed, Some((ErrorCode::UsageLimitOutOfRange, "limit"))));
    assert_eq!(verdict(9), (Malformed, Some((ErrorCode::ExpiryTooFar, "expires"))), "2030 is beyond a year");
    assert_eq!(verdict(10), (AlreadyInvited, Some((ErrorCode::AlreadyInvited, "email"))));
    assert_eq!(verdict(11), (Malformed, Some((ErrorCode::ExpiryMalformed, "expires"))));
    assert_eq!((view.rows, view.created, view.sure), (10, 0, true));
    assert_eq!(view.classes[&Ready] + view.classes[&Malformed], 6);
    assert_eq!(total(&seat, all()).await, 1, "a preview makes nothing");
    assert!(seat.invitation_options().await.unwrap().departments.is_empty(), "no department either");
}

#[tokio::test]
async fn ready_rows_are_made_together_and_the_rest_is_saved_mended_and_read_again() {
    let room = Room::founded().await;
    let seat = room.signed_in("amara").await;
    let request = ImportRequest { each: invite("staff"), ..Default::default() };
    let preview = imported(&seat, pasted(), request.clone(), true).await;
    let known = ImportRequest { fingerprint: Some(preview.fingerprint), ..request.clone() };
    let view = imported(&seat, pasted(), known.clone(), false).await;
    assert_eq!((view.created, total(&seat, all()).await), (2, 2));
    let page = seat.list_invitations(ListInvitationsRequest { search: "ines@".into(), ..all() }).await.unwrap();
    assert_eq!((page.items[0].department.as_deref(), page.items[0].groups.len()), (Some("Library"), 2));
    let path = room.folder.path().join("left out.csv");
    assert_eq!(seat.save_left_out(&path).await.unwrap(), 8);
    let text = std::fs::read_to_string(&path).unwrap();
    assert!(text.contains("INES@school.example") && text.contains("Line 2 has the same address"), "{text}");
    assert!(text.contains("'=cmd|"), "what a spreadsheet would run is defused: {text}");
    let mended = text.replace("2030-01-01", "30d").replace("not an address", "sofia@school.example");
    std::fs::write(&path, mended).unwrap();
    let again = imported(&seat, ImportSource::File(path.clone()), request, false).await;
    assert_eq!((again.rows, again.created), (8, 2), "{again:?}");
    let mei = seat.list_invitations(ListInvitationsRequest { search: "mei@".into(), ..all() }).await.unwrap();
    assert_eq!(mei.items[0].label.as_deref(), Some("=cmd|' /c calc'!A1"), "the mark is taken off again");
    // The file has changed since the preview.
    let job = seat.import(ImportSource::File(path), known, zone(), false).await.unwrap();
    let JobState::Failed { error } = ended(&seat, job).await else { panic!("it was taken") };
    assert_eq!(error.code, ErrorCode::SheetChanged);
    assert_eq!(total(&seat, all()).await, 4);
}

#[tokio::test]
async fn a_sheet_that_can_not_be_read_to_its_end_makes_nothing() {
    let room = Room::founded().await;
    let seat = room.signed_in("amara").await;
    let request = ImportRequest { each: invite("staff"), ..Default::default() };
    let failed = async |source| {
        let job = seat.import(source, request.clone(), zone(), false).await.unwrap();
        let JobState::Failed { error } = ended(&seat, job).await else { panic!("it was taken") };
        error.code
    };
    let open_quote =
        format!("email,role\nines@school.example,staff\n\"liam@school.example,staff\n{}", "x\n".repeat(90_000));
    assert_eq!(failed(ImportSource::Text(open_quote)).await, ErrorCode::SheetUnreadable);
    assert_eq!(failed(ImportSource::Text(String::new())).await, ErrorCode::SheetUnreadable);
    assert_eq!(failed(ImportSource::File(PathBuf::from("/nowhere/at/all.csv"))).await, ErrorCode::FileNotUsable);
    assert_eq!(failed(ImportSource::File(room.folder.path().to_owned())).await, ErrorCode::SheetUnreadable);
    assert_eq!(total(&seat, all()).await, 0);
    let twice = ImportRequest { columns: Some(vec![Some("email".into()), Some("email".into())]), ..request.clone() };
    assert_eq!(refused(seat.import(pasted(), twice, zone(), true).await), ErrorCode::ColumnsUnclear);
}

#[tokio::test]
async fn what_ended_long_ago_is_archived_and_refused_for_ever() {
    let room = Room::founded().await;
    let seat = room.signed_in("amara").await;
    let expired = seat.create_invitation(invite("staff")).await.unwrap();
    let revoked = seat.create_invitation(invite("staff")).await.unwrap();
    let used = seat.create_invitation(invite("staff")).await.unwrap();
    room.seat().redeem_invitation(joining(&used.code.unwrap(), "noor")).await.unwrap();
    seat.revoke_invitation(RevokeInvitationRequest { invitation: revoked.id, reason: None }).await.unwrap();
    room.later(TimeDelta::days(80));
    let seat = room.signed_in("amara").await;
    assert_eq!(seat.preview_clean_up(CleanUpRequest::default()).await.unwrap().invitations, 0, "not 90 days yet");
    room.later(TimeDelta::days(18));
    let seat = room.signed_in("amara").await;
    let fresh = seat.create_invitation(invite("staff")).await.unwrap();
    let expected = CleanUpView { days: 90, invitations: 3, used: 1, expired: 1, revoked: 1 };
    assert_eq!(seat.preview_clean_up(CleanUpRequest::default()).await.unwrap(), expected);
    let job = seat.clean_up(CleanUpRequest::default()).await.unwrap();
    assert_eq!(done(&seat, job).await, JobResult::CleanedUp(expected));
    let page = seat.list_invitations(all()).await.unwrap();
    assert_eq!((page.total, page.counters.all, page.items[0].id.as_str()), (1, 1, fresh.id.as_str()));
    let archived = InvitationFilter { archived: true, ..Default::default() };
    let archive = seat.list_invitations(ListInvitationsRequest::with_filter(archived)).await.unwrap();
    assert_eq!(archive.total, 3);
    assert!(archive.items.iter().all(|item| item.archived_at.is_some() && !item.may.revoke));
    // Set the clock back to when it could still be used.
    room.later(TimeDelta::days(-97));
    let code = expired.code.unwrap();
    assert_eq!(
        refused(room.seat().preview_join(PreviewJoinRequest { code: code.clone() }).await),
        ErrorCode::InvitationExpired
    );
    assert_eq!(refused(room.seat().redeem_invitation(joining(&code, "kofi")).await), ErrorCode::InvitationExpired);
    assert!(seat.verify_audit(VerifyAuditRequest::default()).await.unwrap().complete);
}

#[tokio::test]
async fn a_list_is_saved_as_it_is_filtered_and_nothing_half_done_is_left() {
    let room = Room::founded().await;
    let seat = room.signed_in("amara").await;
    let poster =
        CreateInvitationRequest { label: Some("=1+1".into()), department: Some("Library".into()), ..invite("staff") };
    let made = seat.create_invitation(poster).await.unwrap();
    seat.create_invitation(invite("staff")).await.unwrap();
    let path = room.folder.path().join("list.csv");
    let library = InvitationFilter { department: Some("Library".into()), ..Default::default() };
    let job = seat
        .export(matching(ListInvitationsRequest::with_filter(library)), ExportForm::Csv, path.clone())
        .await
        .unwrap();
    assert!(matches!(done(&seat, job).await, JobResult::Exported { rows: 1, .. }));
    let text = std::fs::read_to_string(&path).unwrap();
    assert_eq!(text.lines().count(), 2);
    assert!(text.contains("'=1+1") && text.contains(made.code.as_deref().unwrap()), "{text}");
    let json = room.folder.path().join("list.json");
    let job = seat.export(matching(all()), ExportForm::Json, json.clone()).await.unwrap();
    done(&seat, job).await;
    let items: Vec<InvitationView> = serde_json::from_str(&std::fs::read_to_string(&json).unwrap()).unwrap();
    assert_eq!(items.len(), 2);
    let ticked = SelectionRequest::These { ids: vec![made.id.clone()] };
    let job = seat.export(ticked, ExportForm::Json, json.clone()).await.unwrap();
    done(&seat, job).await;
    let items: Vec<InvitationView> = serde_json::from_str(&std::fs::read_to_string(&json).unwrap()).unwrap();
    assert_eq!(items.iter().map(|item| &item.id).collect::<Vec<_>>(), [&made.id], "what is ticked, and nothing else");
    let none = SelectionRequest::These { ids: Vec::new() };
    let job = seat.export(none, ExportForm::Json, json.clone()).await.unwrap();
    assert!(matches!(ended(&seat, job).await, JobState::Failed { .. }), "nothing ticked is not all");
    let mona = room.newcomer(&seat, "mona", "manager", Some("Library")).await;
    let own = room.folder.path().join("own.csv");
    assert_eq!(refused(mona.export(matching(all()), ExportForm::Csv, own.clone()).await), ErrorCode::NotPermitted);
    assert!(!own.exists(), "a manager exports nothing, not even their own division's");
    let other = seat.export(matching(all()), ExportForm::Csv, room.folder.path().join("list.xlsx")).await;
    assert_eq!(refused(other), ErrorCode::FileNameOtherForm);
    let job =
        seat.export(matching(all()), ExportForm::Csv, room.folder.path().join("no/such/folder.csv")).await.unwrap();
    assert!(matches!(ended(&seat, job).await, JobState::Failed { .. }));
    let left: Vec<_> = std::fs::read_dir(room.folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert!(!left.iter().any(|name| name.to_string_lossy().starts_with(".vestibule-")), "{left:?}");
}

#[tokio::test]
async fn cards_are_printed_for_those_who_may_copy_and_each_history_says_so() {
    let room = Room::founded().await;
    let seat = room.signed_in("amara").await;
    let made = seat.create_invitation(invite("staff")).await.unwrap();
    let gone = seat.create_invitation(invite("staff")).await.unwrap();
    seat.revoke_invitation(RevokeInvitationRequest { invitation: gone.id.clone(), reason: None }).await.unwrap();
    let request = |selection| PrintRequest {
        selection,
        layout: PrintLayout::Ten,
        paper: PrintPaper::A4,
        words: PrintWordsView {
            title: "You're invited".into(),
            time: "{day} {month} {year}".into(),
            ..Default::default()
        },
    };
    let path = room.folder.path().join("cards.pdf");
    let local: vestibule_desk::LocalTimeOf = Arc::new(|at| at.naive_utc());
    let job = seat.print(request(matching(all())), local.clone(), path.clone()).await.unwrap();
    assert!(matches!(done(&seat, job).await, JobResult::Printed { invitations: 1, .. }));
    assert!(std::fs::read(&path).unwrap().starts_with(b"%PDF"));
    let history = seat.invitation_history(id(&made.id)).await.unwrap();
    assert_eq!(history.items[0].what, HistoryEvent::Shown { how: "print".into() });
    let ended_only = request(SelectionRequest::These { ids: vec![gone.id] });
    let job = seat.print(ended_only, local, path).await.unwrap();
    let JobState::Failed { error } = ended(&seat, job).await else { panic!("it was printed") };
    assert_eq!(error.code, ErrorCode::NothingToPrint);
    let qr = seat.show_qr(id(&made.id)).await.unwrap();
    assert_eq!(qr.modules.len() as u32, qr.size * qr.size);
    let pixels = seat.copy_qr(id(&made.id)).await.unwrap();
    assert_eq!(pixels.width, (qr.size + 8) * 8, "with its quiet zone");
    let at = |x: u32, y: u32| pixels.rgba[((y * pixels.width + x) * 4) as usize];
    assert_eq!((at(0, 0), at(4 * 8, 4 * 8)), (255, 0), "white around, and a corner mark");
    let picture = room.folder.path().join("code.svg");
    seat.save_qr(id(&made.id), PictureForm::Svg, &picture).await.unwrap();
    assert!(std::fs::read_to_string(&picture).unwrap().contains("<svg"));
    assert_eq!(seat.invitation_history(id(&made.id)).await.unwrap().total, 5);
}

#[tokio::test]
async fn a_manager_may_do_none_of_it_and_each_try_is_noted() {
    let room = Room::founded().await;
    let amara = room.signed_in("amara").await;
    let mona = room.newcomer(&amara, "mona", "manager", Some("Library")).await;
    let own = mona.create_invitation(invite("staff")).await.unwrap();
    let selection = SelectionRequest::These { ids: vec![own.id.clone()] };
    let many = RevokeManyRequest { selection: selection.clone(), reason: None };
    let describe = DescribeInvitationRequest { invitation: own.id.clone(), ..Default::default() };
    let replace = ReplaceInvitationRequest { invitation: own.id.clone(), reason: None, with: invite("staff") };
    let made = CreateManyRequest { each: invite("staff"), count: 2, named: false };
    let sheet = ImportRequest { each: invite("staff"), ..Default::default() };
    let tries = [
        ("describe_invitation", refused(mona.describe_invitation(describe).await)),
        ("replace_invitation", refused(mona.replace_invitation(replace).await)),
        ("preview_revoke", refused(mona.preview_revoke(many.clone()).await)),
        ("revoke_many", refused(mona.revoke_many(many).await)),
        ("create_many", refused(mona.create_many(made).await)),
        ("import_invitations", refused(mona.import(pasted(), sheet, zone(), true).await)),
        ("save_left_out", refused(mona.save_left_out(&room.folder.path().join("x.csv")).await)),
        ("preview_clean_up", refused(mona.preview_clean_up(CleanUpRequest::default()).await)),
        ("clean_up", refused(mona.clean_up(CleanUpRequest::default()).await)),
        ("set_policy", refused(mona.set_policy(Policy::default().into()).await)),
    ];
    for (operation, code) in tries {
        assert_eq!(code, ErrorCode::NotPermitted, "{operation}");
        assert!(noted(&amara, operation).await, "{operation}");
    }
    let seen = mona.get_invitation(id(&own.id)).await.unwrap();
    assert_eq!((seen.may.replace, seen.may.describe, seen.may.revoke, seen.may.copy), (false, false, false, true));
    let foreign = amara.create_invitation(invite("staff")).await.unwrap();
    assert_eq!(refused(mona.invitation_history(id(&foreign.id)).await), ErrorCode::InvitationNotFound);
    assert_eq!(refused(mona.show_qr(id(&foreign.id)).await), ErrorCode::InvitationNotFound);
}

#[tokio::test]
async fn a_job_belongs_to_whoever_began_it() {
    let room = Room::founded().await;
    let amara = room.signed_in("amara").await;
    let mona = room.newcomer(&amara, "mona", "manager", Some("Library")).await;
    let job = amara.create_many(CreateManyRequest { each: invite("staff"), count: 1, named: false }).await.unwrap();
    let request = JobRequest { job: job.job.clone() };
    assert_eq!(refused(mona.job(request.clone()).await), ErrorCode::JobUnknown);
    assert_eq!(refused(mona.cancel_job(request.clone()).await), ErrorCode::JobUnknown);
    done(&amara, job).await;
    amara.lock_session().await.unwrap();
    assert_eq!(refused(amara.job(request).await), ErrorCode::SessionLocked);
}
