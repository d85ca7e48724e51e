//! The `as_of` number of rows, and the device of a use.

use super::*;
use crate::scratch::{ApplyError, ScratchDatabase};
use crate::sql::Sql;
use sqlx::Row;
use vestibule_domain::*;

fn at(minute: i64) -> Moment {
    Moment::from_timestamp_millis(1_789_000_000_000 + minute * 60_000).expect("a time")
}

const DESK: [u8; 16] = [1; 16];
const KIOSK: [u8; 16] = [2; 16];

/// Events with the hub's numbers 10, 20, 30 …
struct Placed {
    logged: Vec<LoggedEvent>,
    actor: Actor,
}

impl Placed {
    fn add(&mut self, event: Event, personal: Personal) -> &mut LoggedEvent {
        let number = i64::try_from(self.logged.len()).expect("few") + 1;
        self.logged.push(LoggedEvent {
            id: [0; 16],
            device: 1,
            seq: number,
            version: 2,
            decision: Some(number),
            via: None,
            placed: Some(number * 10),
            at: at(number),
            actor: self.actor,
            received: serde_json::to_string(&event).ok(),
            event,
            personal,
        });
        self.logged.last_mut().expect("just added")
    }

    /// The tables after these events are applied.
    async fn tables(&self) -> Result<ScratchDatabase, ApplyError> {
        let scratch = ScratchDatabase::new().await.expect("memory");
        let mut batch = Batch::facts_only();
        batch.add(
            "INSERT INTO device (num, id, name, head_hash) VALUES (1, ?, '', zeroblob(32))",
            [DESK.as_slice().into()],
        );
        self.logged.iter().for_each(|logged| apply(&mut batch, logged).expect("events that fit"));
        let replayed = scratch.replay().expect("memory");
        replayed.execute(&batch)?;
        replayed.commit().expect("memory");
        Ok(scratch)
    }
}

fn account(account: AccountId, role: &Role, name: &str) -> (Event, Personal) {
    let event =
        Event::AccountCreated { account, role: role.id, department: None, joined_through: None, groups: vec![] };
    (event, Personal { username: Username::parse(name).ok(), ..Personal::default() })
}

/// 10 to 80: a new organisation; 90: an invitation; 100, 110: its use, at the kiosk.
fn used_at_the_kiosk() -> (Placed, InvitationId) {
    let [role, _, staff] = Role::built_in();
    let amara = AccountId::new(at(0), [3; 10]);
    let mut placed = Placed { logged: Vec::new(), actor: Actor::Account(amara) };
    let plain = Personal::default;
    let device = |id, name: &str| Event::DeviceAdded {
        device: DeviceId::from_bytes(id),
        name: DeviceName::parse(name).expect("a name"),
        kind: DeviceKind::Desk,
    };
    let name = OrganisationName::parse("Fernhill").expect("a name");
    let organisation = OrganisationId::new(at(0), [1; 10]);
    placed.add(Event::OrganisationCreated { organisation, name, join_address: None }, plain());
    placed.add(device(DESK, "Front desk"), plain());
    placed.add(device(KIOSK, "Kiosk"), plain());
    placed.add(Event::RoleAdded { role: role.clone() }, plain());
    placed.add(Event::RoleAdded { role: staff.clone() }, plain());
    let (event, personal) = account(amara, &role, "amara");
    placed.add(event, personal);
    let group = GroupName::parse("Band").expect("a name");
    placed.add(Event::GroupCreated { group: GroupId::new(at(0), [1; 10]), name: group }, plain());
    placed.add(Event::PolicySet { policy: Policy::default() }, plain());
    let invitation = InvitationId::new(at(0), [4; 10]);
    let created = Event::InvitationCreated {
        invitation,
        code: Code::generate(CodeLength::Sixteen, &(0..=255).collect::<Vec<u8>>()).expect("a code"),
        role: staff.id,
        department: None,
        usage_limit: UsageLimit::new(2).expect("a limit"),
        expiry: Expiry::stored(None),
        domain: None,
        groups: vec![],
        replaces: None,
    };
    placed.add(created, plain());
    let noor = AccountId::new(at(0), [5; 10]);
    let (event, personal) = account(noor, &staff, "noor");
    placed.add(event, personal);
    placed.add(Event::InvitationRedeemed { invitation, account: noor }, plain()).via = Some(KIOSK.to_vec());
    (placed, invitation)
}

/// The `as_of` numbers of a table's rows, in order of creation.
async fn as_of(scratch: &ScratchDatabase, table: &str) -> Vec<Option<i64>> {
    let mut tx = scratch.store.begin_read().await.expect("memory");
    let sql = Sql::new(format!("SELECT as_of FROM {table} ORDER BY created"));
    let rows = sql.rows(tx.connection()).await.expect("a table");
    rows.iter().map(|row| row.get(0)).collect()
}

#[tokio::test]
async fn a_row_stands_as_of_the_event_that_changed_it_last() {
    let (mut placed, invitation) = used_at_the_kiosk();
    let scratch = placed.tables().await.expect("events that fit");
    for (table, expected) in [
        ("(SELECT *, 0 AS created FROM organisation)", vec![10]),
        ("(SELECT *, num AS created FROM device)", vec![20, 30]),
        ("(SELECT *, num AS created FROM role)", vec![40, 50]),
        ("(SELECT *, num AS created FROM account)", vec![60, 100]),
        ("(SELECT *, num AS created FROM user_group)", vec![70]),
        ("(SELECT *, 0 AS created FROM policy)", vec![80]),
        ("(SELECT *, pos AS created FROM invitation)", vec![110]),
        ("(SELECT *, account AS created FROM invitation_use)", vec![110]),
    ] {
        let expected: Vec<_> = expected.into_iter().map(Some).collect();
        assert_eq!(as_of(&scratch, table).await, expected, "{table}");
    }
    let [role, ..] = Role::built_in();
    placed.add(Event::RoleChanged { role }, Personal::default());
    placed.add(Event::InvitationDescribed { invitation }, Personal::default());
    let (top, below) = (DepartmentId::new(at(0), [1; 10]), DepartmentId::new(at(0), [2; 10]));
    let name = |name: &str| DepartmentName::parse(name).expect("a name");
    let made = |department, named: &str, parent| Event::DepartmentCreated { department, name: name(named), parent };
    placed.add(made(top, "Science", None), Personal::default());
    placed.add(made(below, "Physics", Some(top)), Personal::default());
    placed.add(Event::DepartmentRenamed { department: top, name: name("Sciences") }, Personal::default());
    let scratch = placed.tables().await.expect("events that fit");
    for (table, expected) in [
        ("(SELECT *, num AS created FROM role)", vec![120, 50]),
        ("(SELECT *, pos AS created FROM invitation)", vec![130]),
        // Departments under it get new paths, but keep their number.
        ("(SELECT *, num AS created FROM department)", vec![160, 150]),
    ] {
        let expected: Vec<_> = expected.into_iter().map(Some).collect();
        assert_eq!(as_of(&scratch, table).await, expected, "{table}");
    }
}

#[tokio::test]
async fn a_use_stands_under_the_device_where_the_person_sat() {
    let (mut placed, _) = used_at_the_kiosk();
    let device_of_use = "SELECT d.id FROM invitation_use AS u JOIN device AS d ON d.num = u.device";
    for (via, expected) in [(Some(KIOSK), KIOSK), (None, DESK)] {
        placed.logged.last_mut().expect("the use").via = via.map(|id| id.to_vec());
        let scratch = placed.tables().await.expect("events that fit");
        let mut tx = scratch.store.begin_read().await.expect("memory");
        let rows = Sql::new(device_of_use).rows(tx.connection()).await.expect("a use");
        assert_eq!(rows[0].get::<&[u8], _>(0), expected);
    }
    placed.logged.last_mut().expect("the use").via = Some(vec![9; 16]);
    assert!(matches!(placed.tables().await, Err(ApplyError::Refused)), "that device is not known");
}
