//! Being laid out.
pub fn chore(_: bool, _: bool, _: &[String]) -> anyhow::Result<()> { anyhow::bail!("being laid out") }
