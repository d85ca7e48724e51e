//! Being laid out.
pub fn zig() -> anyhow::Result<()> { Ok(()) }
