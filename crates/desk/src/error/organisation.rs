//! The organisation, its jobs and its clock: refusals and their wire errors. Keeps out people.

use super::Told;
use vestibule_wire::{ClockDoubtView, ErrorCode, ErrorView};

/// Why a request about the organisation is refused.
#[derive(Debug, thiserror::Error)]
pub enum OrganisationError {
    /// The folder holds an organisation already.
    #[error("there is an organisation in this folder already")]
    Exists,
    /// The folder holds no organisation.
    #[error("there is no organisation in this folder yet; create one first")]
    Missing,
    /// The rules changed since they were displayed.
    #[error("the rules changed meanwhile; look at them again")]
    PolicyChanged,
    /// There is no logo to save.
    #[error("the organisation has no logo")]
    LogoMissing,
    /// The text is not the end of an audit trail.
    #[error(
        "the end of a trail is a device's id, a number and a hash, with colons between, as `audit verify` prints it"
    )]
    HeadMalformed,
    /// The clock is doubted.
    #[error("{}", crate::time::sentence(.0))]
    ClockDoubted(Box<ClockDoubtView>),
}

impl OrganisationError {
    pub(super) fn view(&self, view: Told<'_>) -> ErrorView {
        match self {
            Self::Exists => view(ErrorCode::OrganisationExists),
            Self::Missing => view(ErrorCode::OrganisationMissing),
            Self::PolicyChanged => view(ErrorCode::PolicyChanged),
            Self::LogoMissing => view(ErrorCode::LogoMissing),
            Self::HeadMalformed => view(ErrorCode::HeadMalformed).at("head"),
            Self::ClockDoubted(doubt) => crate::time::error(doubt, view),
        }
    }
}

/// Why a job is not found or did nothing.
#[derive(Debug, thiserror::Error)]
pub enum JobError {
    /// The job was cancelled.
    #[error("this was cancelled; nothing was changed")]
    Cancelled,
    /// No such job is running, or it is somebody else's.
    #[error("there is no such work under way")]
    Unknown,
}

impl JobError {
    pub(super) fn view(&self, view: Told<'_>) -> ErrorView {
        match self {
            Self::Cancelled => view(ErrorCode::JobCancelled),
            Self::Unknown => view(ErrorCode::JobUnknown),
        }
    }
}
