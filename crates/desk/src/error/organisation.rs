//! The organisation as a whole, its work and its clock: what is refused, as it crosses. Keeps out its people.

use super::Told;
use vestibule_wire::{ClockDoubtView, ErrorCode, ErrorView};

/// Why something of the organisation's is not there, or stays as it is.
#[derive(Debug, thiserror::Error)]
pub enum OrganisationError {
    /// The folder holds one.
    #[error("there is an organisation in this folder already")]
    Exists,
    /// The folder holds none.
    #[error("there is no organisation in this folder yet; create one first")]
    Missing,
    /// Its rules are others than those that were shown.
    #[error("the rules changed meanwhile; look at them again")]
    PolicyChanged,
    /// Nothing to save.
    #[error("the organisation has no logo")]
    LogoMissing,
    /// What was given as the end of a trail is none.
    #[error(
        "the end of a trail is a device's id, a number and a hash, with colons between, as `audit verify` prints it"
    )]
    HeadMalformed,
    /// The clock can't be trusted.
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

/// Why a job is not to be had, or came to nothing.
#[derive(Debug, thiserror::Error)]
pub enum JobError {
    /// The work was cancelled.
    #[error("this was cancelled; nothing was changed")]
    Cancelled,
    /// No such work, or somebody else's.
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
