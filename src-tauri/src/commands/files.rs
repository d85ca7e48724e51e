//! What is read from files and saved as files. The page never names a place: the system's own dialog does, and the place stays here.

use tauri::{AppHandle, Manager, Runtime, State};
use vestibule_desk::{FileUse, ImportSource, Seat};
use vestibule_wire::{
    ChosenFileView, ErrorCode, ErrorView, ExportForm, ExportRequest, FileDialogRequest, InvitationRequest, JobView,
    PictureForm, PrintFileRequest, ReadSheetRequest, SaveQrRequest, SavedFileView, command,
};

use super::answer;
use crate::clock;
use crate::files::{ChosenSheet, ask_open, ask_save, name_of};

/// Saves the QR code of an invitation.
#[tauri::command]
pub async fn save_qr<R: Runtime>(
    app: AppHandle<R>,
    seat: State<'_, Seat>,
    request: SaveQrRequest,
) -> Result<Option<SavedFileView>, ErrorView> {
    let seat = seat.inner().clone();
    answer(command::SAVE_QR, async move {
        seat.allow(FileUse::Qr).await?;
        let ending = match request.form {
            PictureForm::Png => "png",
            PictureForm::Svg => "svg",
        };
        let Some(path) = ask_save(&app, &request.dialog, ending).await else { return Ok(None) };
        seat.save_qr(InvitationRequest { invitation: request.invitation }, request.form, &path).await?;
        Ok::<_, ErrorView>(Some(SavedFileView { name: name_of(&path), rows: None }))
    })
    .await
}

/// Asks for a sheet to read.
#[tauri::command]
pub async fn choose_sheet<R: Runtime>(
    app: AppHandle<R>,
    seat: State<'_, Seat>,
    request: FileDialogRequest,
) -> Result<Option<ChosenFileView>, ErrorView> {
    let seat = seat.inner().clone();
    answer(command::CHOOSE_SHEET, async move {
        seat.allow(FileUse::Import).await?;
        let Some(path) = ask_open(&app, &request, &["csv", "tsv", "txt"]).await else { return Ok(None) };
        let name = name_of(&path);
        app.state::<ChosenSheet>().keep(path);
        Ok::<_, ErrorView>(Some(ChosenFileView { name }))
    })
    .await
}

/// Looks at the chosen sheet, or at what was pasted, and makes its invitations if that is asked.
#[tauri::command]
pub async fn read_sheet(
    chosen: State<'_, ChosenSheet>,
    seat: State<'_, Seat>,
    request: ReadSheetRequest,
) -> Result<JobView, ErrorView> {
    let (seat, chosen) = (seat.inner().clone(), chosen.path());
    answer(command::READ_SHEET, async move {
        let source = match (request.text, chosen) {
            (Some(text), _) => ImportSource::Text(text),
            (None, Some(path)) => ImportSource::File(path),
            (None, None) => return Err(ErrorView::new(ErrorCode::FieldRequired, "Choose a file first.").at("file")),
        };
        Ok::<_, ErrorView>(seat.import(source, request.import, clock::instant_of(), !request.make).await?)
    })
    .await
}

/// Saves the rows that the last look at a sheet left out.
#[tauri::command]
pub async fn save_left_out<R: Runtime>(
    app: AppHandle<R>,
    seat: State<'_, Seat>,
    request: FileDialogRequest,
) -> Result<Option<SavedFileView>, ErrorView> {
    let seat = seat.inner().clone();
    answer(command::SAVE_LEFT_OUT, async move {
        seat.allow(FileUse::Import).await?;
        let Some(path) = ask_save(&app, &request, "csv").await else { return Ok(None) };
        let rows = seat.save_left_out(&path).await?;
        Ok::<_, ErrorView>(Some(SavedFileView { name: name_of(&path), rows: Some(rows) }))
    })
    .await
}

/// Saves a list.
#[tauri::command]
pub async fn export_invitations<R: Runtime>(
    app: AppHandle<R>,
    seat: State<'_, Seat>,
    request: ExportRequest,
) -> Result<Option<JobView>, ErrorView> {
    let seat = seat.inner().clone();
    answer(command::EXPORT_INVITATIONS, async move {
        seat.allow(FileUse::Export).await?;
        let ending = match request.form {
            ExportForm::Csv => "csv",
            ExportForm::Json => "json",
        };
        let Some(path) = ask_save(&app, &request.dialog, ending).await else { return Ok(None) };
        Ok::<_, ErrorView>(Some(seat.export(request.selection, request.form, path).await?))
    })
    .await
}

/// Saves cards or posters as a PDF.
#[tauri::command]
pub async fn print_invitations<R: Runtime>(
    app: AppHandle<R>,
    seat: State<'_, Seat>,
    request: PrintFileRequest,
) -> Result<Option<JobView>, ErrorView> {
    let seat = seat.inner().clone();
    answer(command::PRINT_INVITATIONS, async move {
        seat.allow(FileUse::Print).await?;
        let Some(path) = ask_save(&app, &request.dialog, "pdf").await else { return Ok(None) };
        Ok::<_, ErrorView>(Some(seat.print(request.print, clock::local_of(), path).await?))
    })
    .await
}
