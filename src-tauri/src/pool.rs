//! Gives tauri-plugin-sql the pool that desk has opened and keyed, so that the plugin closes it at exit. The plugin's
//! own `load` would open the file without its key; no window may call it.

use tauri::{AppHandle, Manager, Runtime};
use tauri_plugin_sql::{DbInstances, DbPool};
use vestibule_desk::Desk;

/// The name under which the plugin knows the file.
pub const NAME: &str = "sqlite:vestibule.db";

/// Registers the open pool, replacing a closed one. Does nothing while the file is not open.
pub async fn register<R: Runtime>(app: &AppHandle<R>) {
    let Some(pool) = app.state::<Desk>().pool().await else { return };
    let instances = app.state::<DbInstances>();
    let mut pools = instances.0.write().await;
    let stands = matches!(pools.get(NAME), Some(DbPool::Sqlite(known)) if !known.is_closed());
    if !stands {
        pools.insert(NAME.to_owned(), DbPool::Sqlite(pool));
    }
}
