//! Journeys through the real window: what a person does, and what they see. One file per part of the way.

mod at_hand;
mod clipboard;
mod clock;
mod details;
mod ending;
mod file;
mod focus;
mod forms;
mod hand_out;
mod heard;
mod keeping;
mod keyboard;
mod keychain;
mod list;
mod live;
mod logo;
mod manager;
mod many;
mod path;
mod refused;
mod saving;
mod second;
mod sheet;
mod sizes;
mod unsaved;
mod way_back;
