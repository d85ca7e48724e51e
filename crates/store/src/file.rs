//! Opening and making the file: keyed, checked, migrated. A file that is newer, foreign, damaged or keyed otherwise is
//! refused and not touched.

use crate::watch::ChangeWatch;
use crate::writer::Writer;
use crate::{FileKey, LastTime, StoreError, backup, threads};
use sqlx::migrate::Migrator;
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{ConnectOptions, Connection, SqliteConnection, SqlitePool};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

/// The file's name inside the data folder.
pub const FILE_NAME: &str = "vestibule.db";
/// "Vstb": SQLite's application id of our files.
const APPLICATION_ID: i64 = 0x5673_7462;
const MAGIC_OF_PLAIN_SQLITE: &[u8] = b"SQLite format 3\0";
/// How long one process waits for another's write. Writes take milliseconds; a minute means that something hangs.
const BUSY: Duration = Duration::from_secs(60);

static MIGRATIONS: Migrator = sqlx::migrate!("../../migrations");

/// An open file. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Store {
    /// Reads. Two connections: a window asks for one thing at a time, and what one has read, the other has to read
    /// again.
    pub(crate) pool: SqlitePool,
    /// Writes.
    pub(crate) writer: Writer,
    pub(crate) last_time: LastTime,
    pub(crate) watch: ChangeWatch,
    /// None: a scratch database.
    key: Option<Arc<FileKey>>,
}

impl Store {
    /// Makes a new file in an existing folder: keyed and empty, with its tables.
    pub async fn create(path: &Path, key: &FileKey, version: &str) -> Result<Self, StoreError> {
        if path.exists() {
            return Err(StoreError::Exists(path.to_owned()));
        }
        let store = Self::connect(path, key, options(path, key).create_if_missing(true)).await?;
        sqlx::query(&format!("PRAGMA application_id = {APPLICATION_ID}")).execute(&store.pool).await?;
        migrate(&store.pool, version).await?;
        Ok(store)
    }

    /// Opens a file that stands, after looking at it without writing. Older ones are copied and then migrated, by one
    /// process at a time.
    pub async fn open(path: &Path, key: &FileKey, version: &str) -> Result<Self, StoreError> {
        look_outside(path)?;
        let is_older = look_inside(path, key).await? < newest();
        let _alone = if is_older { Some(backup::alone(path, BUSY).await?) } else { None };
        let store = Self::connect(path, key, options(path, key)).await?;
        if is_older {
            // Another process may have migrated it while this one waited.
            let stands: Option<i64> = sqlx::query_scalar(SCHEMA_VERSION).fetch_one(&store.pool).await?;
            if let Some(version) = stands.filter(|version| *version < newest()) {
                store.copy_before_migration(path, version).await?;
            }
        }
        migrate(&store.pool, version).await?;
        crate::apply::names::bring_up_to_date(&store).await?;
        if !is_older {
            backup::remove_copies(path);
        }
        // Dropped and so rolled back: it shows that the file can be written, and reads the time of the last event.
        drop(store.begin_write().await?);
        Ok(store)
    }

    /// Whether this is the key of that file. Writes nothing.
    pub async fn opens_by(path: &Path, key: &FileKey) -> Result<bool, StoreError> {
        look_outside(path)?;
        match look_inside(path, key).await {
            Ok(_) => Ok(true),
            Err(StoreError::WrongKey) => Ok(false),
            Err(other) => Err(other),
        }
    }

    async fn connect(path: &Path, key: &FileKey, options: SqliteConnectOptions) -> Result<Self, StoreError> {
        let mut writer = options.connect().await.map_err(|e| at(path, e))?;
        assert_encrypted(&mut writer).await?;
        let pool = pool(options.create_if_missing(false), 2).await.map_err(|e| at(path, e))?;
        let writer = Writer::new(writer, BUSY);
        Ok(Self {
            pool,
            writer,
            last_time: LastTime::default(),
            watch: ChangeWatch::default(),
            key: Some(Arc::new(key.clone())),
        })
    }

    /// A database that was never there before, with all tables.
    pub(crate) async fn fresh(options: SqliteConnectOptions) -> Result<Self, StoreError> {
        let writer = options.connect().await?;
        let pool = pool(options, 1).await?;
        let store = Self {
            pool,
            writer: Writer::new(writer, BUSY),
            last_time: LastTime::default(),
            watch: ChangeWatch::default(),
            key: None,
        };
        MIGRATIONS.run(&store.pool).await.map_err(|_| StoreError::Unreadable { what: "schema" })?;
        Ok(store)
    }

    /// A connection apart from the pool, for what attaches another file: it closes, with all that is attached, also
    /// when whoever has it turns away half way. It reads thousands of rows at once, without a pause after every 50.
    pub(crate) async fn apart(&self) -> Result<SqliteConnection, StoreError> {
        Ok(self.pool.connect_options().as_ref().clone().row_buffer_size(2_048).connect().await?)
    }

    /// The key by which the file is open, for the recovery key's sheet. None: a scratch database, which has no file.
    pub fn file_key(&self) -> Option<&FileKey> {
        self.key.as_deref()
    }

    /// When the last event happened, as it is seen from now on.
    pub fn last_time(&self) -> LastTime {
        self.last_time.clone()
    }

    /// The pool that reads, for the plugin that closes it on exit. It has the file's key: hand it to nobody who runs
    /// other people's SQL.
    pub fn pool(&self) -> SqlitePool {
        self.pool.clone()
    }

    /// Moves everything from the write-ahead log into the file and closes it. An error means that the log beside the
    /// file still holds a part of it.
    pub async fn close(&self) -> Result<(), StoreError> {
        self.watch.end().await;
        close_for_good(&self.pool).await;
        let mut guard = self.writer.guard().await?;
        let moved: Result<i64, sqlx::Error> =
            sqlx::query_scalar("PRAGMA wal_checkpoint(TRUNCATE)").fetch_one(guard.connection()).await;
        drop(guard);
        self.writer.close().await?;
        // The first column says whether somebody was in the way.
        if moved? == 0 { Ok(()) } else { Err(StoreError::Busy) }
    }

    /// Moves everything from the write-ahead log into the file, so that what was overwritten stands in neither any
    /// more. Waits for nobody: an error means that somebody reads an older state, and then it is done when the file is
    /// closed.
    pub async fn empty_write_ahead_log(&self) -> Result<(), StoreError> {
        let mut guard = self.writer.guard().await?;
        let patience = |of: Duration| format!("PRAGMA busy_timeout = {}", of.as_millis());
        sqlx::query(&patience(Duration::from_millis(100))).execute(guard.connection()).await?;
        let moved = sqlx::query_scalar("PRAGMA wal_checkpoint(TRUNCATE)").fetch_one(guard.connection()).await;
        sqlx::query(&patience(BUSY)).execute(guard.connection()).await?;
        let moved: i64 = moved?;
        if moved == 0 { Ok(()) } else { Err(StoreError::Busy) }
    }

    /// Walks every page and its authentication tag. Returns the first few problems found; empty is sound. Takes time in
    /// proportion to the file.
    pub async fn check_pages(&self) -> Result<Vec<String>, StoreError> {
        let tags: Vec<String> = sqlx::query_scalar("PRAGMA cipher_integrity_check").fetch_all(&self.pool).await?;
        let pages: Vec<String> = sqlx::query_scalar("PRAGMA quick_check(5)").fetch_all(&self.pool).await?;
        Ok(tags.into_iter().chain(pages).filter(|slot| slot != "ok").take(5).collect())
    }
}

fn options(path: &Path, key: &FileKey) -> SqliteConnectOptions {
    threads::keep_libraries_standing();
    SqliteConnectOptions::new()
        .filename(path)
        .thread_name(threads::name)
        .create_if_missing(false)
        .pragma("key", key.pragma().to_string())
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(true)
        .busy_timeout(BUSY)
        .pragma("temp_store", "MEMORY")
        // 32 MiB of decrypted pages a connection: the indexes that lists walk stay warm at 100 000 rows.
        .pragma("cache_size", "-32768")
        // What is erased is overwritten, also in pages that are free.
        .pragma("secure_delete", "ON")
        // 16 MiB: pages that every change touches reach the file once in some hundred changes.
        .pragma("wal_autocheckpoint", "4000")
        .statement_cache_capacity(256)
        // Statements carry the key and codes: none of them goes to a log.
        .disable_statement_logging()
}

/// sqlx 0.8 forgets a connection that comes back to the pool while it waits for the last one: it would stay open until
/// the pool is dropped, and Windows moves no file that is open. Closing again takes it.
async fn close_for_good(pool: &SqlitePool) {
    pool.close().await;
    while pool.size() > 0 {
        pool.close().await;
    }
}

async fn pool(options: SqliteConnectOptions, connections: u32) -> Result<SqlitePool, sqlx::Error> {
    SqlitePoolOptions::new()
        .max_connections(connections)
        .acquire_timeout(BUSY)
        // The connections are to a file: one that worked works.
        .test_before_acquire(false)
        .idle_timeout(None)
        .max_lifetime(None)
        .connect_with(options)
        .await
}

/// Keeps "SQLite could not open it" apart from "it is not there".
fn at(path: &Path, error: sqlx::Error) -> StoreError {
    match StoreError::from(error) {
        StoreError::Unreachable { .. } => match std::fs::OpenOptions::new().read(true).write(true).open(path) {
            Err(cause) if cause.kind() == std::io::ErrorKind::NotFound => unreachable_folder(path),
            Err(cause) => denied(path, &cause),
            Ok(_) => StoreError::ReadOnly,
        },
        StoreError::Corrupt(_) => StoreError::Corrupt(path.to_owned()),
        other => other,
    }
}

fn unreachable_folder(path: &Path) -> StoreError {
    match path.parent().filter(|folder| folder.is_dir()) {
        // The folder stands, and yet no file could be made in it.
        Some(_) => StoreError::ReadOnly,
        None => StoreError::Missing(path.to_owned()),
    }
}

fn denied(path: &Path, cause: &std::io::Error) -> StoreError {
    use std::io::ErrorKind::{PermissionDenied, ReadOnlyFilesystem};
    match cause.kind() {
        PermissionDenied | ReadOnlyFilesystem => StoreError::ReadOnly,
        _ => StoreError::Unreachable { path: path.to_owned(), cause: cause.to_string() },
    }
}

/// What the bytes alone tell.
fn look_outside(path: &Path) -> Result<(), StoreError> {
    use std::io::Read;
    let unreachable = |cause: std::io::Error| match cause.kind() {
        std::io::ErrorKind::NotFound => StoreError::Missing(path.to_owned()),
        _ => StoreError::Unreachable { path: path.to_owned(), cause: cause.to_string() },
    };
    let mut file = std::fs::File::open(path).map_err(unreachable)?;
    let about = file.metadata().map_err(unreachable)?;
    if !about.is_file() {
        return Err(StoreError::Unreachable { path: path.to_owned(), cause: "it is not a file".to_owned() });
    }
    let mut head = [0; 16];
    if about.len() < 4096 || file.read_exact(&mut head).is_err() || head == MAGIC_OF_PLAIN_SQLITE {
        return Err(StoreError::Foreign(path.to_owned()));
    }
    // Beside a write-ahead log, a length in between is what a power cut leaves, and SQLite mends it.
    let log = std::fs::metadata(path.with_extension("db-wal")).map_or(0, |log| log.len());
    if about.len() % 4096 != 0 && log == 0 {
        return Err(StoreError::Corrupt(path.to_owned()));
    }
    Ok(())
}

/// The version of the schema that a file has.
const SCHEMA_VERSION: &str = "SELECT max(version) FROM _sqlx_migrations";

/// The version of the schema that this program makes.
fn newest() -> i64 {
    MIGRATIONS.iter().map(|migration| migration.version).max().unwrap_or(0)
}

/// What the schema tells, read with the key and nothing written: its version.
async fn look_inside(path: &Path, key: &FileKey) -> Result<i64, StoreError> {
    threads::keep_libraries_standing();
    let reading = SqliteConnectOptions::new()
        .filename(path)
        .thread_name(threads::name)
        .read_only(true)
        .pragma("key", key.pragma().to_string())
        .busy_timeout(BUSY)
        .disable_statement_logging();
    let mut connection: SqliteConnection = reading.connect().await.map_err(|e| at(path, e))?;
    let looked = look_at_schema(&mut connection, path).await;
    let _ = connection.close().await;
    looked
}

async fn look_at_schema(connection: &mut SqliteConnection, path: &Path) -> Result<i64, StoreError> {
    let cipher: Option<String> = sqlx::query_scalar("PRAGMA cipher_version").fetch_optional(&mut *connection).await?;
    if cipher.is_none_or(|version| version.is_empty()) {
        return Err(StoreError::Unreadable { what: "cipher: this program was built without encryption" });
    }
    let read: Result<i64, sqlx::Error> =
        sqlx::query_scalar("SELECT count(*) FROM sqlite_master WHERE name = 'event'").fetch_one(&mut *connection).await;
    let tables = read.map_err(|error| match StoreError::from(error) {
        // A key that is not this file's makes its first page look like noise.
        StoreError::Corrupt(_) => StoreError::WrongKey,
        StoreError::Unreachable { .. } | StoreError::ReadOnly => StoreError::ReadOnly,
        other => other,
    })?;
    let id: i64 = sqlx::query_scalar("PRAGMA application_id").fetch_one(&mut *connection).await?;
    if tables == 0 || id != APPLICATION_ID {
        return Err(StoreError::Foreign(path.to_owned()));
    }
    let version: Option<i64> = sqlx::query_scalar(SCHEMA_VERSION).fetch_one(&mut *connection).await?;
    let version = version.unwrap_or(0);
    if version > newest() {
        let written_by: Option<String> = sqlx::query_scalar("SELECT value FROM meta WHERE name = 'written_by'")
            .fetch_optional(&mut *connection)
            .await?;
        return Err(StoreError::Newer { written_by: written_by.unwrap_or_else(|| "of a later date".to_owned()) });
    }
    Ok(version)
}

async fn assert_encrypted(connection: &mut SqliteConnection) -> Result<(), StoreError> {
    let cipher: Option<String> = sqlx::query_scalar("PRAGMA cipher_version").fetch_optional(connection).await?;
    match cipher {
        Some(version) if !version.is_empty() => Ok(()),
        _ => Err(StoreError::Unreadable { what: "cipher: this program was built without encryption" }),
    }
}

async fn migrate(pool: &SqlitePool, version: &str) -> Result<(), StoreError> {
    MIGRATIONS.run(pool).await.map_err(|error| match error {
        sqlx::migrate::MigrateError::Execute(inner) => StoreError::from(inner),
        sqlx::migrate::MigrateError::VersionMismatch(_) | sqlx::migrate::MigrateError::VersionMissing(_) => {
            StoreError::Foreign(PathBuf::from(FILE_NAME))
        }
        _ => StoreError::Unreadable { what: "schema" },
    })?;
    let known: Option<String> =
        sqlx::query_scalar("SELECT value FROM meta WHERE name = 'written_by'").fetch_optional(pool).await?;
    if known.as_deref() != Some(version) {
        sqlx::query("INSERT INTO meta VALUES ('written_by', ?) ON CONFLICT DO UPDATE SET value = excluded.value")
            .bind(version)
            .execute(pool)
            .await?;
    }
    Ok(())
}
