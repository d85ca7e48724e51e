//! The organisation's logo: its record, its picture, and whether they match. Keeps out which pictures are allowed.

use crate::sql::Sql;
use crate::transaction::{ReadTx, Stamp, WriteTx};
use crate::{StoreError, apply};
use sha2::{Digest, Sha256};
use sqlx::{Row, SqliteConnection};
use vestibule_domain::{Event, Logo, PictureDigest};

/// A logo with its picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogoRow {
    /// Digest and size.
    pub logo: Logo,
    /// The PNG file.
    pub file: Vec<u8>,
}

/// The current logo, if its picture is stored.
const LOGO: &str = "organisation_logo AS l JOIN picture AS p ON p.digest = l.picture";
const COLUMNS: &str = "l.picture, l.bytes, l.width, l.height";

impl ReadTx {
    /// The current logo; none: not set.
    pub async fn logo(&mut self) -> Result<Option<Logo>, StoreError> {
        let row = sqlx::query(&format!("SELECT {COLUMNS} FROM {LOGO}")).fetch_optional(self.connection()).await?;
        row.map(|row| logo_of(row.get(0), [row.get(1), row.get(2), row.get(3)])).transpose()
    }

    /// The current logo with its picture; none also if the picture is missing.
    pub async fn logo_file(&mut self) -> Result<Option<LogoRow>, StoreError> {
        let row =
            sqlx::query(&format!("SELECT {COLUMNS}, p.file FROM {LOGO}")).fetch_optional(self.connection()).await?;
        row.map(|row| {
            let logo = logo_of(row.get(0), [row.get(1), row.get(2), row.get(3)])?;
            Ok(LogoRow { logo, file: row.get(4) })
        })
        .transpose()
    }
}

impl WriteTx {
    /// Sets the logo: commits the event and the picture, and nothing else. Digest and size are computed from the file.
    pub async fn set_logo(self, file: &[u8], width: u32, height: u32, stamp: Stamp<'_>) -> Result<Logo, StoreError> {
        let logo = of_picture(file, width, height)?;
        let picture = apply::logo::picture(&logo.picture, file);
        self.commit_facts_and(&[Event::LogoSet { logo }.into()], stamp, picture, Sql::default()).await?;
        Ok(logo)
    }

    /// Stores the logo's picture received from another device, since events hold only its digest. False: it is not the
    /// picture of the current logo.
    pub async fn admit_picture(&mut self, file: &[u8]) -> Result<bool, StoreError> {
        let picture = digest(file);
        let known: Option<Vec<u8>> =
            sqlx::query_scalar("SELECT picture FROM organisation_logo").fetch_optional(self.connection()).await?;
        let wanted = known.as_deref() == Some(picture.as_bytes());
        if wanted {
            apply::logo::picture(&picture, file).run_and(self.connection(), None).await?;
        }
        Ok(wanted)
    }
}

/// The logo's record for a picture file: digest and size are computed from it.
///
/// # Errors
/// A picture of more than 4 GiB is refused.
pub fn of_picture(file: &[u8], width: u32, height: u32) -> Result<Logo, StoreError> {
    let bytes = u32::try_from(file.len()).map_err(|_| StoreError::EventDoesNotFit("a picture of gigabytes"))?;
    Ok(Logo { picture: digest(file), bytes, width, height })
}

/// Whether the stored picture matches the logo's digest.
pub(crate) async fn is_whole(connection: &mut SqliteConnection) -> Result<bool, StoreError> {
    let row = sqlx::query(
        "SELECT l.picture, p.file FROM organisation_logo AS l LEFT JOIN picture AS p ON p.digest = l.picture",
    )
    .fetch_optional(connection)
    .await?;
    Ok(row.is_none_or(|row| {
        let file: Option<&[u8]> = row.get(1);
        file.is_some_and(|file| digest(file).as_bytes().as_slice() == row.get::<&[u8], _>(0))
    }))
}

fn digest(file: &[u8]) -> PictureDigest {
    PictureDigest::new(Sha256::digest(file).into())
}

fn logo_of(picture: &[u8], [bytes, width, height]: [i64; 3]) -> Result<Logo, StoreError> {
    let unreadable = StoreError::Unreadable { what: "logo" };
    let number = |value: i64| u32::try_from(value).ok();
    match (picture.try_into(), number(bytes), number(width), number(height)) {
        (Ok(picture), Some(bytes), Some(width), Some(height)) => {
            Ok(Logo { picture: PictureDigest::new(picture), bytes, width, height })
        }
        _ => Err(unreadable),
    }
}
