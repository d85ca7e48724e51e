//! The window's commands as the page calls them: through Tauri with its real permissions, on its mock runtime, into a
//! real data file. Keeps out what a page looks like.

mod every;
mod house;
mod incidents;
mod lists;
mod matrix;
mod walls;
