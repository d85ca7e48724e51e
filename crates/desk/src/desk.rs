//! One data folder and its open file. Keeps out sessions (`seat`).

use crate::jobs::Jobs;
use crate::keychain::Keychain;
use crate::time::SteadyClock;
use crate::{DeskError, Ports, Seat};
use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{Mutex, OnceCell};
use tokio::task::JoinHandle;
use vestibule_domain::{Code, CodeLength, Policy};
use vestibule_store::{SqlitePool, Store};
use vestibule_wire::SampleAccountView;

/// The program's version, as stored in files and displayed.
pub(crate) const VERSION: &str = env!("CARGO_PKG_VERSION");

/// A data folder. Clones share the open file, which is opened on first use.
#[derive(Clone)]
pub struct Desk {
    pub(crate) inner: Arc<Inner>,
}

pub(crate) struct Inner {
    pub(crate) folder: PathBuf,
    /// Its clock is the steady one (`time`).
    pub(crate) ports: Ports,
    pub(crate) steady: Arc<SteadyClock>,
    pub(crate) store: Mutex<Option<Store>>,
    pub(crate) sample: OnceCell<Vec<SampleAccountView>>,
    pub(crate) jobs: Jobs,
    /// The task that updates the search index.
    pub(crate) indexing: std::sync::Mutex<Option<JoinHandle<()>>>,
    /// The slots whose sessions of an earlier program have been ended.
    pub(crate) looked_after: std::sync::Mutex<HashSet<&'static str>>,
}

impl Desk {
    /// A desk for this folder, which need not exist yet.
    pub fn new(folder: PathBuf, ports: Ports) -> Self {
        let steady = Arc::new(SteadyClock::new(Arc::clone(&ports.clock)));
        let ports = Ports { clock: steady.clone(), ..ports };
        let inner = Inner {
            folder,
            ports,
            steady,
            store: Mutex::default(),
            sample: OnceCell::new(),
            jobs: Jobs::default(),
            indexing: std::sync::Mutex::default(),
            looked_after: std::sync::Mutex::default(),
        };
        Self { inner: Arc::new(inner) }
    }

    /// A seat for a front end. Kept sign-ins are stored per `slot`, so window and command line have separate ones.
    pub fn seat(&self, slot: &'static str) -> Seat {
        Seat::new(self.clone(), slot)
    }

    /// The open, keyed pool, for the plugin that closes it on exit.
    pub async fn pool(&self) -> Option<SqlitePool> {
        self.inner.store.lock().await.as_ref().map(Store::pool)
    }

    /// Closes the file. The next request opens it again.
    pub async fn close(&self) {
        let Some(store) = self.inner.store.lock().await.take() else { return };
        self.note_head(&store).await;
        if let Err(error) = store.close().await {
            tracing::warn!(%error, "closed with a part in the write-ahead log, where the next start finds it");
        }
    }

    /// Call before the program ends: closes the file and waits at most `limit` for SQLite's threads. False: one still
    /// runs; the file is complete nevertheless.
    pub async fn end(&self, limit: Duration) -> bool {
        let ended = tokio::time::timeout(limit, async {
            self.close().await;
            vestibule_store::threads::all_gone(limit).await
        });
        ended.await.unwrap_or(false)
    }

    /// A number that changes whenever something was written to the open file, by this program or another. None: no file
    /// is open.
    pub async fn data_version(&self) -> Option<i64> {
        let store = self.inner.store.lock().await.clone()?;
        store.data_version().await.ok().flatten()
    }

    pub(crate) fn folder(&self) -> &Path {
        &self.inner.folder
    }

    pub(crate) fn ports(&self) -> &Ports {
        &self.inner.ports
    }

    /// The organisation's rules, for display only: from the file if it is open, else the defaults. Changes are decided
    /// by the rules read in their own transaction.
    pub(crate) async fn rules_to_show(&self) -> Policy {
        let store = self.inner.store.lock().await.clone();
        let Some(store) = store else { return Policy::default() };
        match store.begin_read().await {
            Ok(mut tx) => tx.policy().await.unwrap_or_default(),
            Err(_) => Policy::default(),
        }
    }

    pub(crate) fn keychain(&self) -> Keychain {
        Keychain(self.inner.ports.keychain)
    }

    /// A random code.
    pub(crate) fn new_code(&self, length: CodeLength) -> Result<Code, DeskError> {
        let random = zeroize::Zeroizing::new(self.ports().random::<256>());
        Code::generate(length, random.as_slice()).map_err(|_| DeskError::Fault("random bytes"))
    }

    /// The open file; opens it with the keychain's key if necessary.
    pub(crate) async fn store(&self) -> Result<Store, DeskError> {
        let mut open = self.inner.store.lock().await;
        if let Some(store) = open.as_ref() {
            return Ok(store.clone());
        }
        let store = self.open_with_keychain().await?;
        self.follow_time(&store).await?;
        *open = Some(store.clone());
        Ok(store)
    }
}

/// The default data folder: the platform's folder for application data.
pub fn default_data_dir() -> Option<PathBuf> {
    let said = std::env::var_os("VESTIBULE_DATA_DIR").filter(|folder| !folder.is_empty());
    let name = if cfg!(any(windows, target_os = "macos")) { "Vestibule" } else { "vestibule" };
    said.map(PathBuf::from).or_else(|| Some(dirs::data_dir()?.join(name)))
}
