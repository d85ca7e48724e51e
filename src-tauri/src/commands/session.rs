//! Signing in and out, locking and unlocking.

use tauri::State;
use vestibule_desk::Seat;
use vestibule_wire::{
    ErrorView, PasswordSetView, RecoverPasswordRequest, RecoveryKeyView, SessionView, SetPasswordRequest,
    ShowRecoveryKeyRequest, SignInRequest, UnlockRequest, command,
};

use super::answer;

/// Begins a session.
#[tauri::command]
pub async fn sign_in(seat: State<'_, Seat>, request: SignInRequest) -> Result<SessionView, ErrorView> {
    let seat = seat.inner().clone();
    answer(command::SIGN_IN, async move { seat.sign_in(request).await }).await
}

/// Sets a new password by a one-time code.
#[tauri::command]
pub async fn set_password(seat: State<'_, Seat>, request: SetPasswordRequest) -> Result<PasswordSetView, ErrorView> {
    let seat = seat.inner().clone();
    answer(command::SET_PASSWORD, async move { seat.set_password(request).await }).await
}

/// Sets an administrator's new password by the recovery key.
#[tauri::command]
pub async fn recover_password(
    seat: State<'_, Seat>,
    request: RecoverPasswordRequest,
) -> Result<PasswordSetView, ErrorView> {
    let seat = seat.inner().clone();
    answer(command::RECOVER_PASSWORD, async move { seat.recover_password(request).await }).await
}

/// The recovery key once more, for an administrator's password.
#[tauri::command]
pub async fn show_recovery_key(
    seat: State<'_, Seat>,
    request: ShowRecoveryKeyRequest,
) -> Result<RecoveryKeyView, ErrorView> {
    let seat = seat.inner().clone();
    answer(command::SHOW_RECOVERY_KEY, async move { seat.show_recovery_key(request).await }).await
}

/// Ends the session, and forgets a kept one.
#[tauri::command]
pub async fn sign_out(seat: State<'_, Seat>) -> Result<(), ErrorView> {
    let seat = seat.inner().clone();
    answer(command::SIGN_OUT, async move { seat.sign_out().await }).await
}

/// Locks the session at once.
#[tauri::command]
pub async fn lock_session(seat: State<'_, Seat>) -> Result<(), ErrorView> {
    let seat = seat.inner().clone();
    answer(command::LOCK_SESSION, async move { seat.lock_session().await }).await
}

/// Unlocks it with the signed-in person's password.
#[tauri::command]
pub async fn unlock_session(seat: State<'_, Seat>, request: UnlockRequest) -> Result<SessionView, ErrorView> {
    let seat = seat.inner().clone();
    answer(command::UNLOCK_SESSION, async move { seat.unlock_session(request).await }).await
}
