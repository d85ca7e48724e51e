//! The keychain as another program sees it: the Secret Service over the session bus. Keeps out what the application
//! stores in it.

use secret_service::{EncryptionType, Error, SecretService};
use std::collections::HashMap;

/// An entry with its attributes, as any program could copy it.
pub struct Entry {
    label: String,
    attributes: HashMap<String, String>,
    secret: Vec<u8>,
    kind: String,
}

/// The service on the bus with that address.
async fn service(bus: &str) -> Result<SecretService<'static>, Error> {
    let connection = zbus::connection::Builder::address(bus)?.build().await?;
    SecretService::connect_with_existing(EncryptionType::Plain, connection).await
}

/// Whether the keychain exists and is unlocked.
pub async fn is_open(bus: &str) -> bool {
    let look = async || service(bus).await?.get_default_collection().await?.is_locked().await;
    look().await.is_ok_and(|is_locked| !is_locked)
}

/// Locks it. Nobody on the desktop answers the prompt of a later unlock.
pub async fn lock(bus: &str) {
    let lock = async || service(bus).await?.get_default_collection().await?.lock().await;
    lock().await.expect("the keychain can be locked");
}

/// Unlocks it with its password, as a person does at the desktop's prompt. (GNOME's keyring has a method for its
/// tests.)
pub async fn unlock(bus: &str, password: &[u8]) {
    const SERVICE: Option<&str> = Some("org.freedesktop.secrets");
    const ROOT: &str = "/org/freedesktop/secrets";
    let unlock = async || {
        let connection = zbus::connection::Builder::address(bus)?.build().await?;
        let interface = Some("org.freedesktop.Secret.Service");
        let plain = ("plain", zbus::zvariant::Value::from(""));
        let answer = connection.call_method(SERVICE, ROOT, interface, "OpenSession", &plain).await?;
        let (_, session): (zbus::zvariant::OwnedValue, zbus::zvariant::OwnedObjectPath) =
            answer.body().deserialize()?;
        let collection =
            zbus::zvariant::ObjectPath::from_static_str_unchecked("/org/freedesktop/secrets/collection/login");
        let interface = Some("org.gnome.keyring.InternalUnsupportedGuiltRiddenInterface");
        let with = (collection, (session, Vec::<u8>::new(), password, "text/plain"));
        connection.call_method(SERVICE, ROOT, interface, "UnlockWithMasterPassword", &with).await
    };
    unlock().await.expect("the keychain opens with its password");
}

/// All secrets in it.
pub async fn secrets(bus: &str) -> Vec<Vec<u8>> {
    let read = async || {
        let service = service(bus).await?;
        let mut secrets = Vec::new();
        for item in service.get_default_collection().await?.get_all_items().await? {
            secrets.push(item.get_secret().await?);
        }
        Ok::<_, Error>(secrets)
    };
    read().await.expect("an open keychain can be read")
}

/// All entries in it.
pub async fn entries(bus: &str) -> Vec<Entry> {
    let read = async || {
        let service = service(bus).await?;
        let mut entries = Vec::new();
        for item in service.get_default_collection().await?.get_all_items().await? {
            let (label, attributes) = (item.get_label().await?, item.get_attributes().await?);
            let (secret, kind) = (item.get_secret().await?, item.get_secret_content_type().await?);
            entries.push(Entry { label, attributes, secret, kind });
        }
        Ok::<_, Error>(entries)
    };
    read().await.expect("an open keychain can be read")
}

/// Adds entries, replacing any that have the same attributes.
pub async fn keep(bus: &str, entries: &[Entry]) {
    let write = async || {
        let service = service(bus).await?;
        let collection = service.get_default_collection().await?;
        for Entry { label, attributes, secret, kind } in entries {
            let attributes = attributes.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
            collection.create_item(label, attributes, secret, true, kind).await?;
        }
        Ok::<_, Error>(())
    };
    write().await.expect("an open keychain can be written");
}
