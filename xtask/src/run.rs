//! `run`: build what has changed, and open the window; without a display, open it on a virtual one and save a picture.

use std::path::PathBuf;
use std::time::Instant;

use anyhow::Result;

use crate::command::{self, cargo, program, target};
use crate::display::{self, Display};
use crate::setup;
use crate::ui::{self, Build};

/// Runs the chore.
pub fn chore(sample: bool, release: bool, args: &[String]) -> Result<()> {
    let started = Instant::now();
    setup::build()?;
    if !display::is_there() {
        setup::window()?;
    }
    ui::make(Build::new(release))?;
    let app = shell(release)?;
    let args = arguments(sample, args);
    println!("Built in {:.1} s. Starting Vestibule …", started.elapsed().as_secs_f32());

    if display::is_there() {
        return command::execute(program(app).args(args));
    }
    let picture = display::pictures()?.join("run.png");
    Display::start()?.picture_of(&app, &args, &picture)?;
    println!("This machine has no display, so the window was opened on a virtual one.");
    println!("Its picture: {}", picture.display());
    Ok(())
}

/// Build the shell. Returns its path.
pub fn shell(release: bool) -> Result<PathBuf> {
    let mut build = cargo();
    build.args(["build", "--package", "vestibule", "--bin", "vestibule"]);
    if release {
        build.arg("--release");
    }
    command::execute(&mut build)?;
    Ok(built("vestibule", release))
}

/// The path of a program built by cargo.
pub fn built(name: &str, release: bool) -> PathBuf {
    let folder = target().join(if release { "release" } else { "debug" });
    folder.join(format!("{name}{}", std::env::consts::EXE_SUFFIX))
}

/// The arguments that Vestibule is started with.
fn arguments(sample: bool, args: &[String]) -> Vec<String> {
    sample.then(|| "--sample".to_owned()).into_iter().chain(args.iter().cloned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sample_is_handed_on_before_the_rest() {
        assert_eq!(arguments(true, &["--theme".into()]), ["--sample", "--theme"]);
    }

    #[test]
    fn without_sample_only_the_rest_is_handed_on() {
        assert!(arguments(false, &[]).is_empty());
        assert_eq!(arguments(false, &["--theme".into()]), ["--theme"]);
    }

    #[test]
    fn a_release_lies_apart() {
        assert!(built("vestibule", true).parent().unwrap().ends_with("release"));
        assert!(built("vestibule", false).parent().unwrap().ends_with("debug"));
    }
}
