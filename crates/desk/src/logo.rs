//! The organisation's logo: set at first start or later by those with the permission; visible to everybody at this
//! device, also before sign-in.

use crate::DeskError;
use crate::error::OrganisationError;
use crate::export::NewFile;
use crate::operation::Operation;
use crate::seat::Seat;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use std::io::{Read, Write};
use std::path::Path;
use vestibule_domain::logo::{MOST_BYTES, MOST_KEPT, MOST_SIDE, SIDE};
use vestibule_domain::{Event, Logo};
use vestibule_paper::{PaperError, Picture, PictureLimits};
use vestibule_wire::{LogoPictureView, LogoView, command};

const LIMITS: PictureLimits = PictureLimits { file: MOST_BYTES, read: MOST_SIDE, side: SIDE, kept: MOST_KEPT };

impl Seat {
    /// Sets the logo. The picture (PNG or JPEG, at most 2 MB and 4096 pixels each way) is decoded and encoded anew,
    /// with at most 512 pixels each way.
    pub async fn set_logo(&self, file: Vec<u8>) -> Result<LogoView, DeskError> {
        self.permit::<command::ChooseLogo>().await?;
        let made = picture(file).await?;
        self.operate::<command::ChooseLogo, _>(async |Operation { tx, .. }| {
            Ok(tx.set_logo(&made.png, made.width, made.height).await?.map(|logo| view(&logo)))
        })
        .await
    }

    /// As [`Seat::set_logo`], from a file.
    pub async fn set_logo_from(&self, path: &Path) -> Result<LogoView, DeskError> {
        let place = path.to_owned();
        self.set_logo_by(path, move || read_some(std::fs::File::open(place)?)).await
    }

    /// As [`Seat::set_logo`], from a reader.
    pub async fn set_logo_read(&self, input: impl Read + Send + 'static) -> Result<LogoView, DeskError> {
        self.set_logo_by(Path::new("-"), move || read_some(input)).await
    }

    async fn set_logo_by(
        &self,
        name: &Path,
        read: impl FnOnce() -> std::io::Result<Vec<u8>> + Send + 'static,
    ) -> Result<LogoView, DeskError> {
        self.permit::<command::ChooseLogo>().await?;
        self.set_logo(file_of(name, read).await?).await
    }

    /// A picture file, encoded as the organisation's logo would be. Needs nobody signed in; refused once there is an
    /// organisation.
    pub async fn first_logo_from(&self, path: &Path) -> Result<LogoPictureView, DeskError> {
        self.expect_first_start()?;
        let place = path.to_owned();
        let made = picture(file_of(path, move || read_some(std::fs::File::open(place)?)).await?).await?;
        let logo = vestibule_store::logo_of(&made.png, made.width, made.height)?;
        Ok(LogoPictureView { logo: view(&logo), png: STANDARD.encode(made.png) })
    }

    /// Removes the logo, and its picture from the data file. False: there was none.
    pub async fn remove_logo(&self) -> Result<bool, DeskError> {
        self.operate::<command::RemoveLogo, _>(async |Operation { mut tx, .. }| {
            if tx.logo().await?.is_none() {
                return Ok(tx.unchanged(false));
            }
            tx.commit_facts(&[Event::LogoRemoved.into()], true).await
        })
        .await
    }

    /// The logo as a PNG file. Needs only an open file: the Join page shows it.
    pub async fn logo(&self) -> Result<Option<Vec<u8>>, DeskError> {
        Ok(self.desk.store().await?.begin_read().await?.logo_file().await?.map(|row| row.file))
    }

    /// The logo with its picture, for the window. Needs only an open file.
    pub async fn logo_picture(&self) -> Result<Option<LogoPictureView>, DeskError> {
        let row = self.desk.store().await?.begin_read().await?.logo_file().await?;
        Ok(row.map(|row| LogoPictureView { logo: view(&row.logo), png: STANDARD.encode(row.file) }))
    }

    /// Saves the logo at `path`.
    pub async fn save_logo(&self, path: &Path) -> Result<LogoView, DeskError> {
        let row = self.desk.store().await?.begin_read().await?.logo_file().await?;
        let row = row.ok_or(OrganisationError::LogoMissing)?;
        let mut file = NewFile::beside(&self.desk, path)?;
        file.write_all(&row.file).map_err(|error| DeskError::file(path, &error))?;
        file.put(path)?;
        Ok(view(&row.logo))
    }
}

pub(crate) fn view(logo: &Logo) -> LogoView {
    LogoView { picture: logo.picture.to_string(), bytes: logo.bytes, width: logo.width, height: logo.height }
}

/// Decodes the picture in a request for a new organisation and encodes it anew, since the sender is not trusted.
pub(crate) async fn decode_first_logo(encoded: &str) -> Result<Picture, DeskError> {
    let longest = MOST_BYTES.div_ceil(3) * 4;
    if encoded.len() as u64 > longest {
        return Err(PaperError::FileTooLarge { max: MOST_BYTES }.into());
    }
    picture(STANDARD.decode(encoded).map_err(|_| PaperError::LogoNotAPicture)?).await
}

async fn picture(file: Vec<u8>) -> Result<Picture, DeskError> {
    let made = tokio::task::spawn_blocking(move || Picture::from_file(&file, &LIMITS));
    Ok(made.await.map_err(|_| DeskError::Fault("reading a picture"))??)
}

async fn file_of(
    name: &Path,
    read: impl FnOnce() -> std::io::Result<Vec<u8>> + Send + 'static,
) -> Result<Vec<u8>, DeskError> {
    let file = tokio::task::spawn_blocking(read).await.map_err(|_| DeskError::Fault("reading a file"))?;
    file.map_err(|error| DeskError::file(name, &error))
}

/// Reads one byte more than is allowed, to detect a larger file without reading all of it.
fn read_some(input: impl Read) -> std::io::Result<Vec<u8>> {
    let mut file = Vec::new();
    input.take(MOST_BYTES + 1).read_to_end(&mut file)?;
    Ok(file)
}
