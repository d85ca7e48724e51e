//! Finds the script in README between its markers, so that the script tested is the one printed.

use anyhow::{Context, Result, bail};

/// The markers of the script in README.md; invisible on the rendered page.
const BEGIN: &str = "<!-- script: begin -->";
const END: &str = "<!-- script: end -->";

/// The lines of the fenced block between the markers.
///
/// Fails when a marker or the block is missing, so that a README without it is noticed.
pub fn shown_in(readme: &str) -> Result<String> {
    let (_, rest) = readme.split_once(BEGIN).with_context(|| format!("README.md has no {BEGIN}"))?;
    let (shown, _) = rest.split_once(END).with_context(|| format!("README.md has no {END}"))?;
    let mut script = String::new();
    let mut is_inside = false;
    for line in shown.lines() {
        if line.trim_start().starts_with("```") {
            is_inside = !is_inside;
        } else if is_inside {
            script.push_str(line);
            script.push('\n');
        }
    }
    if script.trim().is_empty() {
        bail!("README.md shows no script between {BEGIN} and {END}");
    }
    Ok(script)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_is_what_stands_in_the_block() {
        let readme = "Words\n<!-- script: begin -->\n```sh\na\nb\n```\n<!-- script: end -->\n```sh\nc\n```\n";
        assert_eq!(shown_in(readme).unwrap(), "a\nb\n");
    }

    #[test]
    fn a_readme_without_the_script_is_refused() {
        assert!(shown_in("```sh\na\n```").is_err());
        assert!(shown_in("<!-- script: begin -->\n```sh\na\n```").is_err());
        assert!(shown_in("<!-- script: begin -->\nwords\n<!-- script: end -->").is_err());
    }
}
