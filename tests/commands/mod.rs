//! Tests of the window's commands, called as the page does: through Tauri with its real permissions, on its mock
//! runtime, with a real data file. Keeps out what a page looks like.

mod every;
mod house;
mod incidents;
mod links;
mod lists;
mod matrix;
mod walls;
