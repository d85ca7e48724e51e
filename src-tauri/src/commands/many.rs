//! Many invitations at once, and the jobs that take long.

use tauri::State;
use vestibule_desk::Seat;
use vestibule_wire::{
    CleanUpRequest, CleanUpView, CreateManyRequest, ErrorView, JobRequest, JobView, RevokeManyRequest, RevokeManyView,
    command,
};

use super::answer;

/// What ending many would do.
#[tauri::command]
pub async fn preview_revoke(seat: State<'_, Seat>, request: RevokeManyRequest) -> Result<RevokeManyView, ErrorView> {
    let seat = seat.inner().clone();
    answer(command::PREVIEW_REVOKE, async move { seat.preview_revoke(request).await }).await
}

/// Ends many.
#[tauri::command]
pub async fn revoke_many(seat: State<'_, Seat>, request: RevokeManyRequest) -> Result<JobView, ErrorView> {
    let seat = seat.inner().clone();
    answer(command::REVOKE_MANY, async move { seat.revoke_many(request).await }).await
}

/// Makes many of one kind.
#[tauri::command]
pub async fn create_many(seat: State<'_, Seat>, request: CreateManyRequest) -> Result<JobView, ErrorView> {
    let seat = seat.inner().clone();
    answer(command::CREATE_MANY, async move { seat.create_many(request).await }).await
}

/// What cleaning up would take.
#[tauri::command]
pub async fn preview_clean_up(seat: State<'_, Seat>, request: CleanUpRequest) -> Result<CleanUpView, ErrorView> {
    let seat = seat.inner().clone();
    answer(command::PREVIEW_CLEAN_UP, async move { seat.preview_clean_up(request).await }).await
}

/// Archives what ended long ago.
#[tauri::command]
pub async fn clean_up(seat: State<'_, Seat>, request: CleanUpRequest) -> Result<JobView, ErrorView> {
    let seat = seat.inner().clone();
    answer(command::CLEAN_UP, async move { seat.clean_up(request).await }).await
}

/// How far a job is.
#[tauri::command]
pub async fn job(seat: State<'_, Seat>, request: JobRequest) -> Result<JobView, ErrorView> {
    let seat = seat.inner().clone();
    answer(command::JOB, async move { seat.job(request).await }).await
}

/// Cancels a job.
#[tauri::command]
pub async fn cancel_job(seat: State<'_, Seat>, request: JobRequest) -> Result<JobView, ErrorView> {
    let seat = seat.inner().clone();
    answer(command::CANCEL_JOB, async move { seat.cancel_job(request).await }).await
}
