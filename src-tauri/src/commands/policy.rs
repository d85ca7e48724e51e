//! The organisation's rules.

use tauri::State;
use vestibule_desk::Seat;
use vestibule_wire::{ErrorView, Policy, SetPolicyRequest, command};

use super::answer;

/// As they are now.
#[tauri::command]
pub async fn policy(seat: State<'_, Seat>) -> Result<Policy, ErrorView> {
    let seat = seat.inner().clone();
    answer(command::POLICY, async move { seat.policy().await }).await
}

/// Sets those that are given.
#[tauri::command]
pub async fn set_policy(seat: State<'_, Seat>, request: SetPolicyRequest) -> Result<Policy, ErrorView> {
    let seat = seat.inner().clone();
    answer(command::SET_POLICY, async move { seat.set_policy(request).await }).await
}
