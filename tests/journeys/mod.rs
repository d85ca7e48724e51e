//! Journeys through the real window: what a person does, and what they see. One file per part of the way.

mod file;
mod keeping;
mod keyboard;
mod keychain;
mod manager;
mod path;
mod refused;
mod second;
