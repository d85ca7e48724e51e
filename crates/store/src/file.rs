//! Creates and opens the file: key, checks, migrations. A newer, foreign or damaged file, or one with another key, is
//! refused and left unchanged.

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
/// "Vstb": SQLite's application id of Vestibule's files.
const APPLICATION_ID: i64 = 0x5673_7462;
const MAGIC_OF_PLAIN_SQLITE: &[u8] = b"SQLite format 3\0";
/// How long a write waits for another process. Writes take milliseconds; a minute means that something hangs.
const BUSY: Duration = Duration::from_secs(60);

static MIGRATIONS: Migrator = sqlx::migrate!("../../migrations");

/// An open file. Clones share the connections.
#[derive(Clone, Debug)]
pub struct Store {
    /// For reading. Two connections only: a window sends one request at a time, and pages cached by one connection must
    /// be read again by another.
    pub(crate) pool: SqlitePool,
    /// For writing.
    pub(crate) writer: Writer,
    pub(crate) last_time: LastTime,
    pub(crate) watch: ChangeWatch,
    /// The key of the file. None: a scratch database.
    key: Option<Arc<FileKey>>,
}

impl Store {
    /// Creates a new file in an existing folder, with its key and empty tables.
    pub async fn create(path: &Path, key: &FileKey, version: &str) -> Result<Self, StoreError> {
        if path.exists() {
            return Err(StoreError::Exists(path.to_owned()));
        }
        let store = Self::connect(path, key, options(path, key).create_if_missing(true)).await?;
        sqlx::query(&format!("PRAGMA application_id = {APPLICATION_ID}")).execute(&store.pool).await?;
        migrate(&store.pool, version).await?;
        Ok(store)
    }

    /// Opens an existing file after checks that write nothing. An older file is copied and then migrated, by one
    /// process at a time.
    pub async fn open(path: &Path, key: &FileKey, version: &str) -> Result<Self, StoreError> {
        look_outside(path)?;
        let is_older = look_inside(path, key).await? < newest();
        let _alone = if is_older { Some(backup::lock_migration(path, BUSY).await?) } else { None };
        let store = Self::connect(path, key, options(path, key)).await?;
        if is_older {
            // Another process may have finished the migration during the wait.
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
        // Rolled back on drop. Checks that the file can be written, and reads the time of the last event.
        drop(store.begin_write().await?);
        Ok(store)
    }

    /// Whether this is the file's key. Writes nothing.
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

    /// A new database with all tables.
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

    /// A connection outside the pool, for attaching another file: it is closed with all that is attached, also when its
    /// task is cancelled. Fetches thousands of rows at once, instead of pausing every 50.
    pub(crate) async fn apart(&self) -> Result<SqliteConnection, StoreError> {
        Ok(self.pool.connect_options().as_ref().clone().row_buffer_size(2_048).connect().await?)
    }

    /// The file's key, for printing the recovery key. None: a scratch database, which has no file.
    pub fn file_key(&self) -> Option<&FileKey> {
        self.key.as_deref()
    }

    /// A handle to the time of the last event, kept up to date.
    pub fn last_time(&self) -> LastTime {
        self.last_time.clone()
    }

    /// The reading pool, for the plugin that closes it on exit. Its connections have the file's key: don't pass it to
    /// anything that runs foreign SQL.
    pub fn pool(&self) -> SqlitePool {
        self.pool.clone()
    }

    /// Moves the write-ahead log into the file and closes it. On error, the log file still holds some of the data.
    pub async fn close(&self) -> Result<(), StoreError> {
        self.watch.end().await;
        close_for_good(&self.pool).await;
        let mut guard = self.writer.guard().await?;
        let moved: Result<i64, sqlx::Error> =
            sqlx::query_scalar("PRAGMA wal_checkpoint(TRUNCATE)").fetch_one(guard.connection()).await;
        drop(guard);
        self.writer.close().await?;
        // The first column is 1 if a reader was in the way.
        if moved? == 0 { Ok(()) } else { Err(StoreError::Busy) }
    }

    /// Moves the write-ahead log into the file, so that overwritten data is in neither. Does not wait: fails if
    /// somebody reads an older state; closing the file then does it.
    pub async fn empty_write_ahead_log(&self) -> Result<(), StoreError> {
        let mut guard = self.writer.guard().await?;
        let patience = |of: Duration| format!("PRAGMA busy_timeout = {}", of.as_millis());
        sqlx::query(&patience(Duration::from_millis(100))).execute(guard.connection()).await?;
        let moved = sqlx::query_scalar("PRAGMA wal_checkpoint(TRUNCATE)").fetch_one(guard.connection()).await;
        sqlx::query(&patience(BUSY)).execute(guard.connection()).await?;
        let moved: i64 = moved?;
        if moved == 0 { Ok(()) } else { Err(StoreError::Busy) }
    }

    /// Checks the authentication tag of every page. Returns the first few problems; empty: none. Takes time in
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
        // 32 MiB of decrypted pages per connection: the indexes that lists use stay cached at 100 000 rows.
        .pragma("cache_size", "-32768")
        // Overwrite deleted data, also in free pages.
        .pragma("secure_delete", "ON")
        // 16 MiB: pages that every change touches are written to the file only once in some hundred changes.
        .pragma("wal_autocheckpoint", "4000")
        .statement_cache_capacity(256)
        // Statements contain the key and codes: never log them.
        .disable_statement_logging()
}

/// sqlx 0.8 loses a connection that is returned while `close` waits for the last one: it would stay open until the pool
/// is dropped, and Windows does not move an open file. A second close closes it.
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
        // No test query on checkout: a connection to a local file does not break.
        .test_before_acquire(false)
        .idle_timeout(None)
        .max_lifetime(None)
        .connect_with(options)
        .await
}

/// Tells "SQLite could not open it" from "it does not exist".
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
        // The folder exists, but no file can be created in it.
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

/// Checks that need no key.
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
    // With a write-ahead log, an incomplete page is the result of a power cut, which SQLite repairs.
    let log = std::fs::metadata(path.with_extension("db-wal")).map_or(0, |log| log.len());
    if about.len() % 4096 != 0 && log == 0 {
        return Err(StoreError::Corrupt(path.to_owned()));
    }
    Ok(())
}

/// The schema version of a file.
const SCHEMA_VERSION: &str = "SELECT max(version) FROM _sqlx_migrations";

/// The schema version that this program creates.
fn newest() -> i64 {
    MIGRATIONS.iter().map(|migration| migration.version).max().unwrap_or(0)
}

/// Reads the schema version with the key, writing nothing.
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
        // With a wrong key the first page decrypts to noise, which SQLite reports as corrupt.
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
