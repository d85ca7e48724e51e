//! The keychain as another program sees it: the Secret Service over the session bus. Knows nothing of what the application keeps in it.

use secret_service::{EncryptionType, Error, SecretService};

/// The service on the bus at that address.
async fn service(bus: &str) -> Result<SecretService<'static>, Error> {
    let connection = zbus::connection::Builder::address(bus)?.build().await?;
    SecretService::connect_with_existing(EncryptionType::Plain, connection).await
}

/// Whether the keychain is there and open.
pub async fn is_open(bus: &str) -> bool {
    let look = async || service(bus).await?.get_default_collection().await?.is_locked().await;
    look().await.is_ok_and(|is_locked| !is_locked)
}

/// Lock it. Nobody on the desktop answers the question that unlocking asks.
pub async fn lock(bus: &str) {
    let lock = async || service(bus).await?.get_default_collection().await?.lock().await;
    lock().await.expect("the keychain can be locked");
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
