//! The organisation's logo: which one it is, its picture, and whether both belong together. Keeps out what a picture
//! must be.

use crate::sql::Sql;
use crate::transaction::{ReadTx, Stamp, WriteTx};
use crate::{StoreError, apply};
use sha2::{Digest, Sha256};
use sqlx::{Row, SqliteConnection};
use vestibule_domain::{Event, Logo, PictureDigest};

/// A logo with its picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogoRow {
    /// Which one it is.
    pub logo: Logo,
    /// Its file: PNG.
    pub file: Vec<u8>,
}

/// The logo that is set and whose picture is here.
const LOGO: &str = "organisation_logo AS l JOIN picture AS p ON p.digest = l.picture";
const COLUMNS: &str = "l.picture, l.bytes, l.width, l.height";

impl ReadTx {
    /// Which logo the organisation has.
    pub async fn logo(&mut self) -> Result<Option<Logo>, StoreError> {
        let row = sqlx::query(&format!("SELECT {COLUMNS} FROM {LOGO}")).fetch_optional(self.connection()).await?;
        row.map(|row| logo_of(row.get(0), [row.get(1), row.get(2), row.get(3)])).transpose()
    }

    /// The organisation's logo with its picture.
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
    /// From now on it is this one: the event, and the picture that it names, and nothing else in this change. The
    /// digest and the size are the file's own.
    pub async fn set_logo(self, file: &[u8], width: u32, height: u32, stamp: Stamp<'_>) -> Result<Logo, StoreError> {
        let logo = of_picture(file, width, height)?;
        let picture = apply::logo::picture(&logo.picture, file);
        self.commit_facts_and(&[Event::LogoSet { logo }.into()], stamp, picture, Sql::default()).await?;
        Ok(logo)
    }

    /// Takes the logo's picture from another device: the events that set it know it by its digest only. False: it is
    /// not the picture of this organisation's logo.
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

/// What a picture's file is called as a logo. Its digest and its size are the file's own.
///
/// # Errors
/// A picture of more than 4 GiB is refused.
pub fn of_picture(file: &[u8], width: u32, height: u32) -> Result<Logo, StoreError> {
    let bytes = u32::try_from(file.len()).map_err(|_| StoreError::EventDoesNotFit("a picture of gigabytes"))?;
    Ok(Logo { picture: digest(file), bytes, width, height })
}

/// Whether the logo's picture is the one that was set.
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
