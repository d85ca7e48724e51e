//! Pictures and prints that fail, as wire errors. Keeps out the causes.

use super::Told;
use vestibule_paper::PaperError;
use vestibule_wire::{ErrorCode, ErrorView};

/// The sentence without its full stop, which the paper crate adds already.
pub(super) fn unstopped(fault: &PaperError) -> String {
    fault.to_string().trim_end_matches('.').to_owned()
}

pub(super) fn of_paper(fault: &PaperError, view: Told<'_>) -> ErrorView {
    use PaperError::{FileTooLarge, LinkTooLong, LogoDamaged, LogoNotAPicture, LogoTooLarge, NoFont, NothingToPrint};
    match fault {
        NothingToPrint => view(ErrorCode::NothingToPrint),
        NoFont { characters } => view(ErrorCode::NoFont).with("characters", characters),
        LinkTooLong { .. } => view(ErrorCode::LinkTooLong),
        LogoNotAPicture => view(ErrorCode::PictureUnknown),
        LogoDamaged => view(ErrorCode::PictureDamaged),
        FileTooLarge { max } => view(ErrorCode::PictureTooLarge).with("max", max / 1_048_576),
        LogoTooLarge { width, height, max } => {
            view(ErrorCode::PictureTooManyPixels).with("width", width).with("height", height).with("max", max)
        }
        _ => view(ErrorCode::NotPrinted),
    }
}
