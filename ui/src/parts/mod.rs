//! Parts show; they fetch nothing and decide nothing.

pub mod arch;
pub mod brand;
pub mod button;
pub mod code_strip;
pub mod dialog;
pub mod field;
pub mod icon;
pub mod meter;
pub mod notice;
pub mod said;
pub mod toasts;
