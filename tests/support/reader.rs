//! What assistive software finds in the window: the tree on the accessibility bus (AT-SPI), read as a screen reader
//! does. Keeps out the page itself.
//!
//! What is needed, found by trial: `at-spi-bus-launcher` owns `org.a11y.Bus` on the session bus and starts the other
//! bus; GTK joins that unless NO_AT_BRIDGE is 1, and WebKit's web process then joins too, as a child of its window.

use super::until;
use std::collections::HashMap;
use zbus::Connection;
use zbus::zvariant::{OwnedObjectPath, OwnedValue};

const ACCESSIBLE: &str = "org.a11y.atspi.Accessible";
const TEXT: &str = "org.a11y.atspi.Text";

/// The launcher's path, by distribution.
const LAUNCHERS: [&str; 3] =
    ["/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher"];

/// The program that opens the accessibility bus of a desktop (package at-spi2-core).
pub fn launcher() -> &'static str {
    let there = LAUNCHERS.into_iter().find(|path| std::path::Path::new(path).exists());
    there.expect("at-spi-bus-launcher is installed (package at-spi2-core)")
}

/// The address of an object in the tree: the program's name on the bus, and the object's path.
pub type Place = (String, OwnedObjectPath);

/// What the bus reports about one object.
#[derive(Debug, Clone, Default)]
pub struct Said {
    /// The ARIA role, which WebKit reports as an attribute; empty for GTK's own objects. (Asked for the role's name,
    /// WebKitGTK 2.50 returns nothing, and its process crashes for a column's head.)
    pub role: String,
    pub name: String,
    pub description: String,
    /// None: it has no text of its own, as a box.
    pub text: Option<String>,
    pub attributes: HashMap<String, String>,
    pub place: Option<Place>,
}

impl Said {
    /// A numeric attribute, such as `rowindex`.
    pub fn number(&self, attribute: &str) -> Option<u64> {
        self.attributes.get(attribute)?.parse().ok()
    }
}

/// A screen reader.
pub struct Reader(Connection);

impl Reader {
    /// Connects to the desktop whose session bus has that address.
    pub async fn on(session: &str) -> Self {
        let address = async || {
            let session = zbus::connection::Builder::address(session)?.build().await?;
            let asked = session
                .call_method(Some("org.a11y.Bus"), "/org/a11y/bus", Some("org.a11y.Bus"), "GetAddress", &())
                .await?;
            asked.body().deserialize::<String>()
        };
        let address = until(async || address().await.ok().filter(|address| !address.is_empty())).await;
        let builder = zbus::connection::Builder::address(address.expect("there is an accessibility bus").as_str());
        let connection = builder.expect("it is an address").build().await;
        Self(connection.expect("the accessibility bus can be joined"))
    }

    /// All objects, from the root down.
    pub async fn all(&self) -> Vec<Said> {
        let root = OwnedObjectPath::try_from("/org/a11y/atspi/accessible/root").expect("it is a path");
        self.below(&("org.a11y.atspi.Registry".to_owned(), root)).await
    }

    /// All objects from that one down. Objects that disappear meanwhile are skipped.
    pub async fn below(&self, top: &Place) -> Vec<Said> {
        let mut found = Vec::new();
        let mut next = vec![top.clone()];
        while let Some(place) = next.pop() {
            let Ok(said) = self.said(&place).await else { continue };
            found.push(said);
            next.extend(self.children(&place).await.into_iter().rev());
        }
        found
    }

    /// Waits until the tree satisfies `is_so`, and returns it.
    pub async fn until(&self, what: &str, is_so: impl Fn(&[Said]) -> bool) -> Vec<Said> {
        match until(async || Some(self.all().await).filter(|all| is_so(all))).await {
            Some(all) => all,
            None => panic!("{what} is not said, but: {:#?}", lines(&self.all().await)),
        }
    }

    /// GTK's container of WebKit's process lists it only when asked for its first child.
    async fn children(&self, place: &Place) -> Vec<Place> {
        let all: Vec<Place> = self.ask(place, ACCESSIBLE, "GetChildren", &()).await.unwrap_or_default();
        if !all.is_empty() {
            return all;
        }
        let first: zbus::Result<Place> = self.ask(place, ACCESSIBLE, "GetChildAtIndex", &0_i32).await;
        let is_there = |(owner, path): &Place| !owner.is_empty() && !path.as_str().ends_with("/null");
        first.ok().filter(is_there).into_iter().collect()
    }

    async fn said(&self, place: &Place) -> zbus::Result<Said> {
        let can: Vec<String> = self.ask(place, ACCESSIBLE, "GetInterfaces", &()).await.unwrap_or_default();
        let text = if can.iter().any(|can| can == TEXT) {
            self.ask(place, TEXT, "GetText", &(0_i32, -1_i32)).await.ok()
        } else {
            None
        };
        let attributes: HashMap<String, String> = self.ask(place, ACCESSIBLE, "GetAttributes", &()).await?;
        Ok(Said {
            role: attributes.get("computed-role").cloned().unwrap_or_default(),
            name: self.property(place, "Name").await?,
            description: self.property(place, "Description").await?,
            text,
            attributes,
            place: Some(place.clone()),
        })
    }

    async fn property(&self, (owner, path): &Place, name: &str) -> zbus::Result<String> {
        let asked = (ACCESSIBLE, name);
        let properties = Some("org.freedesktop.DBus.Properties");
        let answer = self.0.call_method(Some(owner.as_str()), path, properties, "Get", &asked).await?;
        let value: OwnedValue = answer.body().deserialize()?;
        String::try_from(value).map_err(Into::into)
    }

    async fn ask<T, V>(&self, (owner, path): &Place, interface: &str, method: &str, values: &V) -> zbus::Result<T>
    where
        T: serde::de::DeserializeOwned + zbus::zvariant::Type,
        V: serde::Serialize + zbus::zvariant::DynamicType,
    {
        let answer = self.0.call_method(Some(owner.as_str()), path, Some(interface), method, values).await?;
        answer.body().deserialize()
    }
}

/// The tree as text, a line per object, for the message of a failed test.
fn lines(all: &[Said]) -> Vec<String> {
    let line = |said: &Said| format!("{} “{}” ({}) {:?}", said.role, said.name, said.description, said.text);
    all.iter().map(line).collect()
}
