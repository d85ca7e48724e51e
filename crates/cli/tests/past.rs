//! Tests of cleaning up what ended long ago. The past is made by the desk itself, with a clock set back; everything
//! else by the program.

use crate::support::{ADMINISTRATOR_EMAIL, Folder, NEWCOMER_PASSWORD, PASSPHRASE, PASSWORD};
use serde_json::json;
use std::sync::Arc;
use vestibule_desk::{Clock, Desk, Entropy, KeychainChoice, Ports};
use vestibule_wire::{
    CreateInvitationRequest, CreateOrganisationRequest, ExpiryChoice, Moment, OpenFileRequest, RedeemInvitationRequest,
    RevokeInvitationRequest, Secret, SignInRequest,
};

struct LongAgo;

impl Clock for LongAgo {
    fn now(&self) -> Moment {
        chrono::Utc::now() - chrono::TimeDelta::days(100)
    }
}

struct Random;

impl Entropy for Random {
    fn fill(&self, bytes: &mut [u8]) {
        rand::RngCore::fill_bytes(&mut rand::rng(), bytes);
    }
}

/// Makes invitations and returns their codes: used up, expired (a week later), revoked; and one that never expires.
async fn a_hundred_days_ago(folder: &Folder) -> [String; 4] {
    let ports = Ports { clock: Arc::new(LongAgo), entropy: Arc::new(Random), keychain: KeychainChoice::None };
    let desk = Desk::new(folder.data(), ports);
    let seat = desk.seat("past");
    let passphrase = || Some(Secret::new(PASSPHRASE));
    let first = CreateOrganisationRequest {
        organisation: "Fernhill College".into(),
        join_address: None,
        name: "Amara Osei".into(),
        email: ADMINISTRATOR_EMAIL.into(),
        username: "amara".into(),
        password: Secret::new(PASSWORD),
        passphrase: passphrase(),
        logo: None,
    };
    seat.create_organisation(first).await.unwrap();
    seat.open_file(OpenFileRequest { passphrase: passphrase(), ..Default::default() }).await.unwrap();
    let who = SignInRequest { username: "amara".into(), password: Secret::new(PASSWORD), keep: false };
    seat.sign_in(who).await.unwrap();
    let mut codes = Vec::new();
    for expires in [ExpiryChoice::Default, ExpiryChoice::Default, ExpiryChoice::Default, ExpiryChoice::Never] {
        let request = CreateInvitationRequest { role: "staff".into(), expires, ..Default::default() };
        codes.push(seat.create_invitation(request).await.unwrap().code.unwrap());
    }
    let join = RedeemInvitationRequest {
        code: codes[0].clone(),
        version: None,
        name: "Noor Haddad".into(),
        email: "noor@post.example".into(),
        username: "noor".into(),
        password: Secret::new(NEWCOMER_PASSWORD),
    };
    seat.redeem_invitation(join).await.unwrap();
    let revoke = RevokeInvitationRequest { invitation: codes[2].clone(), reason: None };
    seat.revoke_invitation(revoke).await.unwrap();
    desk.close().await;
    codes.try_into().unwrap()
}

#[test]
fn what_ended_long_ago_is_archived_by_rule_and_its_codes_stay_refused() {
    let folder = Folder::empty();
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
    let [used, expired, revoked, open] = runtime.block_on(a_hundred_days_ago(&folder));
    let clean_up = |more: &[&str]| folder.amara(&[&["invitation", "clean-up"], more].concat());

    let preview = clean_up(&["--dry-run", "--json"]).done().json();
    assert_eq!(preview, json!({ "days": 90, "invitations": 3, "used": 1, "expired": 1, "revoked": 1 }));
    assert_eq!(clean_up(&["--days", "95", "--dry-run", "--json"]).done().json()["invitations"], 2);
    assert_eq!(folder.total(&[]), 4, "so far nothing was changed");
    for days in ["0", "36501", "18446744073709551615"] {
        clean_up(&["--days", days, "--json"]).refused("count_out_of_range", 3);
    }
    clean_up(&["--days", "-1", "--json"]).refused("usage", 2);

    // The last event is a hundred days ago, so the clock is doubted, and nothing is archived by it.
    clean_up(&["--json"]).refused("clock_doubted", 3);
    assert_eq!(folder.vestibulectl(&["clock", "show", "--json"]).json()["ahead"], true);
    folder.amara(&["clock", "confirm"]).done();
    assert_eq!(folder.vestibulectl(&["clock", "show", "--json"]).done().json()["doubted"], false);

    assert!(clean_up(&["--days", "101"]).done().out.contains("nothing to clean up"));
    let said = clean_up(&[]).done().out;
    assert_eq!(said, "3 invitations that ended more than 90 days ago archived: 1 used, 1 expired, 1 revoked.\n");
    assert_eq!((folder.total(&[]), folder.total(&["--archived"])), (1, 3));
    assert_eq!(folder.total(&["--archived", "--creator", "amara"]), 3);
    assert_eq!(clean_up(&["--json"]).done().json()["invitations"], 0, "there is nothing left to take");

    for (code, cause) in
        [(&used, "invitation_used_up"), (&expired, "invitation_expired"), (&revoked, "invitation_revoked")]
    {
        folder.redeem(code, "ida").refused(cause, 3);
        let shown = folder.amara(&["invitation", "show", code, "--json"]).done().json();
        assert!(shown["archived_at"].is_string(), "{shown}");
    }
    let history = folder.amara(&["invitation", "history", &revoked, "--json"]).done().json();
    assert!(history["items"].as_array().unwrap().iter().any(|item| item["event"] == "archived"), "{history}");
    folder.redeem(&open, "ida").done();
    assert_eq!(folder.amara(&["audit", "verify", "--json"]).done().json()["complete"], true);
}
