//! How what the rules, the store, sheets and paper answer crosses the wire: which code, and which values. Keeps out what is said.

use super::*;

/// `values.problem` says what is wrong, `values.at_line` where.
pub(super) fn of_sheet(fault: &SheetError, view: impl Fn(ErrorCode) -> ErrorView) -> ErrorView {
    let view = |problem| view(ErrorCode::SheetUnreadable).with("problem", problem);
    match fault {
        SheetError::Empty => view("empty"),
        SheetError::Unreadable { line, .. } => view("unreadable").with("at_line", line),
        SheetError::NotText { .. } => view("not_text"),
        SheetError::UnknownSeparator { .. } => view("separator"),
        SheetError::TooManyColumns => view("columns"),
        SheetError::TooManyRows => view("rows"),
        SheetError::UnclosedQuote { line } => view("quote").with("at_line", line),
    }
}

/// `values.question` says which, `values.column` about which column, `values.examples` what to look at.
pub(super) fn of_question(asked: &SheetQuestionView, view: impl Fn(ErrorCode) -> ErrorView) -> ErrorView {
    let name = match asked.question {
        SheetQuestion::Titles => "titles",
        SheetQuestion::Addresses => "addresses",
        SheetQuestion::Dates => "dates",
        SheetQuestion::Letters => "letters",
    };
    let view = view(ErrorCode::SheetUnclear).with("question", name).with("examples", asked.examples.join(", "));
    match asked.column {
        Some(column) => view.with("column", column),
        None => view,
    }
}

/// `values.problem` says what is wrong, `values.column` in which column.
pub(super) fn of_row(fault: FaultKind, view: impl Fn(ErrorCode) -> ErrorView) -> ErrorView {
    let view = |problem| view(ErrorCode::RowUnreadable).with("problem", problem);
    match fault {
        FaultKind::TooLong => view("too_long"),
        FaultKind::NotText { column } => view("not_text").with("column", column),
        FaultKind::ControlCharacter { column, .. } => view("control").with("column", column),
        FaultKind::StrayQuote { column } => view("stray_quote").with("column", column),
        FaultKind::CurlyQuotes { column } => view("curly_quotes").with("column", column),
        FaultKind::List { column } => view("list").with("column", column),
        FaultKind::AddressElsewhere { column } => view("address_elsewhere").with("column", column),
        FaultKind::MoreCells { found, .. } => view("more_cells").with("column", found),
    }
}

pub(super) fn of_expiry(fault: ExpiryError, view: impl Fn(ErrorCode) -> ErrorView) -> ErrorView {
    match fault {
        ExpiryError::Past => view(ErrorCode::ExpiryPast),
        ExpiryError::TooFar { max_days, until } => {
            let until = until.to_rfc3339_opts(chrono::SecondsFormat::Secs, true);
            view(ErrorCode::ExpiryTooFar).with("max_days", max_days).with("until", until)
        }
        ExpiryError::NeverNotAllowed => view(ErrorCode::ExpiryNeverNotAllowed),
        ExpiryError::Unreadable => view(ErrorCode::ExpiryMalformed),
    }
}

pub(super) fn of_redeem(
    refusal: RedeemRefusal,
    at: Option<Moment>,
    view: impl Fn(ErrorCode) -> ErrorView,
) -> ErrorView {
    match refusal {
        RedeemRefusal::Revoked => view(ErrorCode::InvitationRevoked),
        RedeemRefusal::Replaced => view(ErrorCode::InvitationReplaced),
        RedeemRefusal::UsedUp => view(ErrorCode::InvitationUsedUp),
        RedeemRefusal::Expired => {
            let at = at.map(|at| at.to_rfc3339_opts(chrono::SecondsFormat::Secs, true));
            view(ErrorCode::InvitationExpired).with("at", at.unwrap_or_default())
        }
        RedeemRefusal::CreatorMayNot => view(ErrorCode::InvitationCreatorMayNot),
        RedeemRefusal::Changed => view(ErrorCode::InvitationChanged),
        RedeemRefusal::WrongEmail => view(ErrorCode::InvitationWrongEmail).at("email"),
        RedeemRefusal::WrongDomain => view(ErrorCode::InvitationWrongDomain).at("email"),
        RedeemRefusal::AlreadyMember => view(ErrorCode::AlreadyMember).at("email"),
        RedeemRefusal::UsernameTaken => view(ErrorCode::UsernameTaken).at("username"),
        RedeemRefusal::UsernameAlike => view(ErrorCode::UsernameAlike).at("username"),
    }
}

pub(super) fn of_create(refusal: CreateRefusal, view: impl Fn(ErrorCode) -> ErrorView) -> ErrorView {
    match refusal {
        CreateRefusal::NotPermitted => view(ErrorCode::NotPermitted),
        CreateRefusal::RoleNotAllowed => view(ErrorCode::RoleNotAllowed).at("role"),
        CreateRefusal::DepartmentNotAllowed => view(ErrorCode::DepartmentNotAllowed).at("department"),
        CreateRefusal::DepartmentRequired => view(ErrorCode::DepartmentRequired).at("department"),
        CreateRefusal::GroupNotAllowed => view(ErrorCode::GroupNotAllowed).at("groups"),
        CreateRefusal::BoundTwice => view(ErrorCode::BoundTwice).at("domain"),
        CreateRefusal::BindingRequired => view(ErrorCode::BindingRequired).at("email"),
        CreateRefusal::Expiry(fault) => of_expiry(fault, view).at("expires"),
    }
}

pub(super) fn of_paper(fault: &vestibule_paper::PaperError, view: impl Fn(ErrorCode) -> ErrorView) -> ErrorView {
    use vestibule_paper::PaperError::{
        FileTooLarge, LinkTooLong, LogoDamaged, LogoNotAPicture, LogoTooLarge, NoFont, NothingToPrint,
    };
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

pub(super) fn of_recovery(fault: RecoveryKeyError, view: impl Fn(ErrorCode) -> ErrorView) -> ErrorView {
    let view = view(ErrorCode::RecoveryKeyMistyped).at("recovery_key");
    match fault {
        RecoveryKeyError::Mistyped { line, .. } => view.with("line", line),
        RecoveryKeyError::Length { .. } | RecoveryKeyError::Symbol { .. } | RecoveryKeyError::Order => view,
    }
}

pub(super) fn of_store(error: &StoreError, view: impl Fn(ErrorCode) -> ErrorView) -> ErrorView {
    match error {
        StoreError::Missing(_) => view(ErrorCode::OrganisationMissing),
        StoreError::Exists(_) => view(ErrorCode::OrganisationExists),
        StoreError::Newer { written_by } => view(ErrorCode::FileNewer).with("needs", written_by),
        StoreError::Foreign(path) => view(ErrorCode::FileForeign).with("path", path.display()),
        StoreError::Corrupt(path) => view(ErrorCode::FileCorrupt).with("path", path.display()),
        StoreError::WrongKey => view(ErrorCode::FileWrongKey),
        StoreError::Busy => view(ErrorCode::FileBusy),
        StoreError::ReadOnly => view(ErrorCode::FileReadOnly),
        StoreError::DiskFull => view(ErrorCode::DiskFull),
        StoreError::Unreachable { path, .. } => view(ErrorCode::FileUnreachable).with("path", path.display()),
        StoreError::NotUsable => view(ErrorCode::CodeRefused),
        StoreError::EventDoesNotFit(_) | StoreError::Database(_) | StoreError::Unreadable { .. } => {
            view(ErrorCode::Fault)
        }
    }
}
