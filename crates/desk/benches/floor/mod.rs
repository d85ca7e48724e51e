//! The baseline of the benchmarks: the same rows through plain prepared statements, on an encrypted file with the same
//! durability, without rules, log chain or search.

use rusqlite::{Connection, params};
use std::path::Path;
use std::time::{Duration, Instant};

pub struct Floor {
    connection: Connection,
    rows: u32,
    /// Time to write all rows in one transaction.
    pub filled: Duration,
}

const SCHEMA: &str = "
    CREATE TABLE event (pos INTEGER PRIMARY KEY, id BLOB NOT NULL, at INTEGER NOT NULL, payload TEXT NOT NULL, hash BLOB NOT NULL) STRICT;
    CREATE TABLE invitation (
        pos INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, code TEXT NOT NULL UNIQUE, email TEXT, role INTEGER NOT NULL, department INTEGER,
        label TEXT, usage_limit INTEGER NOT NULL, uses INTEGER NOT NULL, expires_at INTEGER NOT NULL, creator INTEGER NOT NULL,
        created_at INTEGER NOT NULL, revoked_at INTEGER) STRICT;
    CREATE INDEX invitation_created ON invitation (created_at);
    CREATE TABLE account (pos INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, name TEXT NOT NULL, email TEXT UNIQUE, username TEXT UNIQUE) STRICT;
    CREATE TABLE credential (account INTEGER PRIMARY KEY, phc TEXT NOT NULL) STRICT;
    CREATE TABLE invitation_use (invitation INTEGER, account INTEGER, at INTEGER, PRIMARY KEY (invitation, account)) STRICT, WITHOUT ROWID;";

const EVENT: &str = "INSERT INTO event (id, at, payload, hash) VALUES (?, ?, ?, ?)";
const INVITATION: &str =
    "INSERT INTO invitation (id, code, email, role, label, usage_limit, uses, expires_at, creator, created_at)
     VALUES (?, ?, ?, 3, ?, 1, 0, ?, 1, ?)";
/// As long as a real event's payload.
const PAYLOAD: &str = "{\"event\":\"invitation_created\",\"invitation\":\"01890a5d-ac96-774b-bcce-b302099a8057\",\"code\":\"K7QF2M9X4TZC8WHN\",\"role\":\"01890a5d-ac96-774b-bcce-b302099a8057\",\"department\":null,\"usage_limit\":1,\"expiry\":\"2026-09-15T10:24:00.000Z\"}";

const SHEET_SCHEMA: &str = "
    CREATE INDEX invitation_email ON invitation (email);
    CREATE TABLE invitation_group (invitation INTEGER, user_group INTEGER, PRIMARY KEY (invitation, user_group)) STRICT, WITHOUT ROWID;
    CREATE INDEX invitation_group_members ON invitation_group (user_group, invitation);";
const KNOWN: &str =
    "SELECT EXISTS (SELECT 1 FROM account WHERE email = ?1) OR EXISTS (SELECT 1 FROM invitation WHERE email = ?1)";
const SHEET_ROW: &str =
    "INSERT INTO invitation (id, code, email, role, label, department, usage_limit, uses, expires_at, creator, created_at)
     VALUES (?1, ?2, ?3, 3, ?4, ?5, 1, 0, ?6, 1, ?6)";

fn random<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    rand::RngCore::fill_bytes(&mut rand::rng(), &mut bytes);
    bytes
}

fn text(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| char::from(b"0123456789ABCDEFGHJKMNPQRSTVWXYZ"[usize::from(byte & 31)])).collect()
}

impl Floor {
    pub fn new(folder: &Path, rows: u32) -> Self {
        let connection = Connection::open(folder.join("floor.db")).unwrap();
        let key: String = random::<32>().iter().map(|byte| format!("{byte:02x}")).collect();
        connection.execute_batch(&format!("PRAGMA key = \"x'{key}'\"; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA cache_size = -32768;")).unwrap();
        connection.execute_batch(SCHEMA).unwrap();
        let mut floor = Self { connection, rows: 0, filled: Duration::ZERO };
        floor.filled = floor.more(rows);
        floor
    }

    /// Time to write `rows` more rows in one transaction.
    pub fn more(&mut self, rows: u32) -> Duration {
        let begun = Instant::now();
        let tx = self.connection.transaction().unwrap();
        for number in self.rows..self.rows + rows {
            tx.prepare_cached(EVENT)
                .unwrap()
                .execute(params![random::<16>(), number, PAYLOAD, random::<32>()])
                .unwrap();
            insert(&tx, number);
        }
        tx.commit().unwrap();
        self.rows += rows;
        begun.elapsed()
    }

    /// Time to read a sheet and write it in one transaction, looking up every address first, into a file with `rows`
    /// rows.
    pub fn import(folder: &Path, rows: u32, sheet: &Path) -> Duration {
        std::fs::create_dir_all(folder).unwrap();
        let mut floor = Self::new(folder, rows);
        floor.connection.execute_batch(SHEET_SCHEMA).unwrap();
        let begun = Instant::now();
        let tx = floor.connection.transaction().unwrap();
        let reader = std::io::BufReader::new(std::fs::File::open(sheet).unwrap());
        for (number, line) in std::io::BufRead::lines(reader).skip(1).enumerate() {
            let line = line.unwrap();
            let cells: Vec<&str> = line.split(',').collect();
            let known: bool = tx.prepare_cached(KNOWN).unwrap().query_row([cells[0]], |row| row.get(0)).unwrap();
            assert!(!known);
            tx.prepare_cached(EVENT)
                .unwrap()
                .execute(params![random::<16>(), number, PAYLOAD, random::<32>()])
                .unwrap();
            tx.prepare_cached(SHEET_ROW)
                .unwrap()
                .execute(params![random::<16>(), text(&random::<16>()), cells[0], cells[6], cells[2].len(), number])
                .unwrap();
            let pos = tx.last_insert_rowid();
            tx.prepare_cached("INSERT INTO invitation_group VALUES (?, 1)").unwrap().execute([pos]).unwrap();
        }
        tx.commit().unwrap();
        begun.elapsed()
    }

    pub fn create(&mut self, number: u32) -> Duration {
        let begun = Instant::now();
        let tx = self.connection.transaction().unwrap();
        tx.prepare_cached(EVENT).unwrap().execute(params![random::<16>(), number, PAYLOAD, random::<32>()]).unwrap();
        insert(&tx, self.rows + number);
        tx.commit().unwrap();
        begun.elapsed()
    }

    pub fn redeem(&mut self, number: u32) -> Duration {
        let begun = Instant::now();
        let tx = self.connection.transaction().unwrap();
        let pos = i64::from(self.rows + number + 1);
        for _ in 0..2 {
            tx.prepare_cached(EVENT)
                .unwrap()
                .execute(params![random::<16>(), number, PAYLOAD, random::<32>()])
                .unwrap();
        }
        let used = tx
            .prepare_cached("UPDATE invitation SET uses = uses + 1 WHERE pos = ? AND uses < usage_limit")
            .unwrap()
            .execute([pos])
            .unwrap();
        assert_eq!(used, 1);
        let name = format!("newcomer{number}");
        tx.prepare_cached("INSERT INTO account (id, name, email, username) VALUES (?, ?, ?, ?)")
            .unwrap()
            .execute(params![random::<16>(), name, format!("{name}@bench.example"), name])
            .unwrap();
        let account = tx.last_insert_rowid();
        tx.prepare_cached("INSERT INTO credential VALUES (?, ?)")
            .unwrap()
            .execute(params![account, "$argon2id$bench"])
            .unwrap();
        tx.prepare_cached("INSERT INTO invitation_use VALUES (?, ?, ?)")
            .unwrap()
            .execute(params![pos, account, number])
            .unwrap();
        tx.commit().unwrap();
        begun.elapsed()
    }

    pub fn page(&self) -> Duration {
        let begun = Instant::now();
        let mut statement =
            self.connection.prepare_cached("SELECT * FROM invitation ORDER BY created_at DESC LIMIT 20").unwrap();
        let read = statement.query_map([], |row| row.get::<_, i64>(0)).unwrap().map(Result::unwrap).count();
        assert_eq!(read, 20);
        begun.elapsed()
    }

    /// Reads every event, copies the rows into memory and compares them there, without hashes, JSON or rules.
    pub fn verify(&self) -> Duration {
        let begun = Instant::now();
        let mut events = self.connection.prepare_cached("SELECT * FROM event ORDER BY pos").unwrap();
        let read = events.query_map([], |row| row.get::<_, String>(3)).unwrap().map(Result::unwrap).count();
        assert!(read >= self.rows as usize);
        self.connection
            .execute_batch(
                "ATTACH ':memory:' AS copy KEY '';
                 CREATE TABLE copy.invitation (
                     pos INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, code TEXT NOT NULL UNIQUE, email TEXT, role INTEGER NOT NULL,
                     department INTEGER, label TEXT, usage_limit INTEGER NOT NULL, uses INTEGER NOT NULL, expires_at INTEGER NOT NULL,
                     creator INTEGER NOT NULL, created_at INTEGER NOT NULL, revoked_at INTEGER) STRICT;
                 INSERT INTO copy.invitation SELECT * FROM main.invitation;",
            )
            .unwrap();
        let differ = "SELECT count(*) FROM main.invitation AS a LEFT JOIN copy.invitation AS b ON b.pos = a.pos
                      WHERE a.id IS NOT b.id OR a.code IS NOT b.code OR a.email IS NOT b.email OR a.uses IS NOT b.uses";
        let differing: i64 = self.connection.query_row(differ, [], |row| row.get(0)).unwrap();
        assert_eq!(differing, 0);
        self.connection.execute_batch("DETACH copy").unwrap();
        begun.elapsed()
    }

    /// Without an index for substrings: reads every row.
    pub fn search(&self) -> Duration {
        let begun = Instant::now();
        let part = text(&random::<3>());
        let mut statement = self
            .connection
            .prepare_cached("SELECT pos FROM invitation WHERE instr(code, ?) ORDER BY created_at DESC LIMIT 20")
            .unwrap();
        let _ = statement.query_map([part], |row| row.get::<_, i64>(0)).unwrap().map(Result::unwrap).count();
        begun.elapsed()
    }
}

fn insert(tx: &rusqlite::Transaction<'_>, number: u32) {
    let (email, label) = (format!("person{number}@mail.example"), "Poster");
    tx.prepare_cached(INVITATION)
        .unwrap()
        .execute(params![random::<16>(), text(&random::<16>()), email, label, number, number])
        .unwrap();
}
