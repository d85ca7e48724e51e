//! Reading and saving files. The page never passes or gets a path: the system's dialog chooses it, and it stays in
//! this program.

use super::Caller;
use crate::clock;
use crate::files::{ChosenSheet, ask_open, ask_save, name_of};
use tauri::{Manager, Runtime};
use vestibule_desk::{FileUse, ImportSource};
use vestibule_wire::{
    ChosenFileView, ErrorCode, ErrorView, ExportRequest, ExportUsersRequest, FileDialogRequest, InvitationRequest,
    JobView, PictureForm, PrintFileRequest, ReadSheetRequest, SaveQrRequest, SavedFileView,
};

/// Saves the QR code of an invitation.
pub async fn save_qr<R: Runtime>(
    caller: Caller<R>,
    request: SaveQrRequest,
) -> Result<Option<SavedFileView>, ErrorView> {
    caller.seat.allow(FileUse::Qr).await?;
    let ending = match request.form {
        PictureForm::Png => "png",
        PictureForm::Svg => "svg",
    };
    let Some(path) = ask_save(&caller.app, &request.dialog, ending).await else { return Ok(None) };
    caller.seat.save_qr(InvitationRequest { invitation: request.invitation }, request.form, &path).await?;
    Ok(Some(SavedFileView { name: name_of(&path), rows: None }))
}

/// Opens the dialog for a sheet to read.
pub async fn choose_sheet<R: Runtime>(
    caller: Caller<R>,
    request: FileDialogRequest,
) -> Result<Option<ChosenFileView>, ErrorView> {
    caller.seat.allow(FileUse::Import).await?;
    let Some(path) = ask_open(&caller.app, &request, &["csv", "tsv", "txt"]).await else { return Ok(None) };
    let name = name_of(&path);
    caller.app.state::<ChosenSheet>().keep(path);
    Ok(Some(ChosenFileView { name }))
}

/// Checks the chosen sheet, or pasted text, and creates its invitations if requested.
pub async fn import_invitations<R: Runtime>(
    caller: Caller<R>,
    request: ReadSheetRequest,
) -> Result<JobView, ErrorView> {
    let source = match (request.text, caller.app.state::<ChosenSheet>().path()) {
        (Some(text), _) => ImportSource::Text(text),
        (None, Some(path)) => ImportSource::File(path),
        (None, None) => return Err(ErrorView::new(ErrorCode::FieldRequired, "Choose a file first.").at("file")),
    };
    Ok(caller.seat.import(source, request.import, clock::instant_of(), !request.make).await?)
}

/// Saves the rows that the last check of a sheet left out.
pub async fn save_left_out<R: Runtime>(
    caller: Caller<R>,
    request: FileDialogRequest,
) -> Result<Option<SavedFileView>, ErrorView> {
    caller.seat.allow(FileUse::Import).await?;
    let Some(path) = ask_save(&caller.app, &request, "csv").await else { return Ok(None) };
    let rows = caller.seat.save_left_out(&path).await?;
    Ok(Some(SavedFileView { name: name_of(&path), rows: Some(rows) }))
}

/// Saves a list of invitations.
pub async fn export_invitations<R: Runtime>(
    caller: Caller<R>,
    request: ExportRequest,
) -> Result<Option<JobView>, ErrorView> {
    caller.seat.allow(FileUse::Export).await?;
    let Some(path) = ask_save(&caller.app, &request.dialog, request.form.as_str()).await else { return Ok(None) };
    Ok(Some(caller.seat.export(request.selection, request.form, path).await?))
}

/// Saves a list of users.
pub async fn export_users<R: Runtime>(
    caller: Caller<R>,
    request: ExportUsersRequest,
) -> Result<Option<JobView>, ErrorView> {
    caller.seat.allow(FileUse::ExportUsers).await?;
    let Some(path) = ask_save(&caller.app, &request.dialog, request.form.as_str()).await else { return Ok(None) };
    Ok(Some(caller.seat.export_users(request.selection, request.form, path).await?))
}

/// Saves cards or posters as a PDF.
pub async fn print_invitations<R: Runtime>(
    caller: Caller<R>,
    request: PrintFileRequest,
) -> Result<Option<JobView>, ErrorView> {
    caller.seat.allow(FileUse::Print).await?;
    let Some(path) = ask_save(&caller.app, &request.dialog, "pdf").await else { return Ok(None) };
    Ok(Some(caller.seat.print(request.print, clock::local_of(), path).await?))
}
