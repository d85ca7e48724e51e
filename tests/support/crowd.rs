//! Adds very many people to an existing organisation, by the events that joining writes: redeeming so many invitations
//! would take too long. They have no passwords, so none of them can sign in.

use super::Window;
use serde_json::Value;
use vestibule_desk::Entropy;
use vestibule_domain::{AccountId, Actor, Email, Event, Fact, PersonName, Personal, Role, Username, recovery};
use vestibule_shell::clock::SystemEntropy;
use vestibule_store::{FileKey, Stamp, Store};

const FIRST: [&str; 7] = ["Noor", "Liam", "Sofia", "Ines", "Zofia", "Mateo", "Grace"];
const LAST: [&str; 11] =
    ["Haddad", "Marin", "Duarte", "Sato", "Adebayo", "Kim", "Holm", "Dubois", "Nowak", "Okafor", "Lindqvist"];
/// How many are written by one script.
const AT_ONCE: u32 = 500;

impl Window {
    /// Adds that many people, before the window opens. `founded`: what setting the organisation up printed.
    pub async fn crowd(&self, founded: &Value, many: u32) {
        let lines = founded["recovery_key"].as_array().expect("it prints the recovery key");
        let lines: Vec<&str> = lines.iter().filter_map(Value::as_str).collect();
        let key = FileKey::new(recovery::parse(&lines.join("\n")).expect("a recovery key as it is printed"));
        let file = self.desktop().data().join("vestibule.db");
        let store = Store::open(&file, &key, env!("CARGO_PKG_VERSION")).await.expect("the key opens the file");
        let mut tx = store.begin_write().await.expect("nobody else writes");
        let random = |bytes: &mut [u8]| SystemEntropy.fill(bytes);
        let at = chrono::Utc::now();
        let stamp = Stamp { at, actor: Actor::Vestibule, random: &random };
        for from in (0..many).step_by(AT_ONCE as usize) {
            let facts: Vec<Fact> = (from..many.min(from + AT_ONCE)).map(|number| joined(number, at)).collect();
            tx.append(&facts, stamp).await.expect("they fit");
        }
        tx.commit().await.expect("they are kept");
        store.close().await.expect("it closes");
    }
}

fn joined(number: u32, at: vestibule_wire::Moment) -> Fact {
    let mut random = [0; 10];
    SystemEntropy.fill(&mut random);
    let (first, last) = (FIRST[number as usize % FIRST.len()], LAST[number as usize % LAST.len()]);
    let event = Event::AccountCreated {
        account: AccountId::new(at, random),
        role: Role::built_in()[2].id,
        department: None,
        joined_through: None,
        groups: Vec::new(),
    };
    let username = format!("{first}.{last}{number}").to_lowercase();
    let personal = Personal {
        name: PersonName::parse(&format!("{first} {last}")).ok(),
        email: Email::parse(&format!("{username}@fernhill.example")).ok(),
        username: Username::parse(&username).ok(),
        ..Personal::default()
    };
    Fact { event, personal }
}
