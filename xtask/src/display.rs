//! A virtual display: Xvfb with a window manager and a session bus, and screenshots of it. Keeps out Vestibule, except
//! that it is a program with one window. (The window tests have a display of their own, with keyring and driver.)

use std::ffi::OsStr;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::command::{output, program, root};

/// The size that the designs are drawn for.
const SCREEN: &str = "1280x832x24";
/// How long a window may take to appear: a debug build on a busy machine without a graphics card needs some seconds.
const LIMIT: Duration = Duration::from_secs(120);
/// How long the picture must stay the same to count as complete.
const REST: Duration = Duration::from_millis(900);
/// A page with text has many shades; a page that is not drawn yet has one or two.
const FEWEST_COLOURS: u32 = 24;
/// How many pixels may differ between two pictures of a page at rest: a blinking caret, but not a new page.
const MOST_RESTLESS: u32 = 400;

/// Whether this machine has a display. Only on Linux can the answer be no.
pub fn is_there() -> bool {
    let is_set = |name| std::env::var_os(name).is_some_and(|value: std::ffi::OsString| !value.is_empty());
    !cfg!(target_os = "linux") || is_set("DISPLAY") || is_set("WAYLAND_DISPLAY")
}

/// A program that is ended, with all its children, on drop.
struct Running(Child);

impl Running {
    /// Start it as the leader of a process group of its own.
    fn start(command: &mut Command) -> Result<Self> {
        #[cfg(unix)]
        std::os::unix::process::CommandExt::process_group(command, 0);
        command.spawn().map(Running).with_context(|| format!("could not start {:?}", command.get_program()))
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let group = format!("-{}", self.0.id());
        for signal in ["-TERM", "-KILL"] {
            let sent = Command::new("kill").args([signal, "--", &group]).stderr(Stdio::null()).status();
            let until = Instant::now() + Duration::from_secs(3);
            while sent.is_ok() && Instant::now() < until {
                if !matches!(self.0.try_wait(), Ok(None)) {
                    break;
                }
                thread::sleep(Duration::from_millis(20));
            }
        }
        let _ = self.0.wait();
    }
}

/// A virtual display.
pub struct Display {
    name: String,
    _server: Running,
}

impl Display {
    /// Start one; Xvfb chooses its number.
    pub fn start() -> Result<Self> {
        let mut server = Running::start(
            program("Xvfb")
                .args(["-displayfd", "1", "-screen", "0", SCREEN, "-nolisten", "tcp", "-noreset"])
                .stdin(Stdio::null())
                .stdout(Stdio::piped())
                .stderr(Stdio::null()),
        )?;
        let mut number = String::new();
        BufReader::new(server.0.stdout.take().expect("it is piped")).read_line(&mut number)?;
        if number.trim().is_empty() {
            bail!("Xvfb ended before its display was there");
        }
        Ok(Display { name: format!(":{}", number.trim()), _server: server })
    }

    /// Start a program in a session of its own on this display, wait until its window has drawn, save a picture of it,
    /// and end it.
    pub fn picture_of(&self, app: &Path, args: &[String], picture: &Path) -> Result<()> {
        // Removed afterwards with the program's temporary files, since the program is killed and can't delete them.
        let moment = root().join("target/moment");
        std::fs::create_dir_all(&moment).context("could not make target/moment")?;
        let mut session = Running::start(self.session(app.as_os_str(), args).env("TMPDIR", &moment))?;
        let drawn = self.drawn(&mut session, picture);
        drop(session);
        std::fs::remove_dir_all(&moment).context("could not remove target/moment")?;
        drawn
    }

    /// The command line of a session: a bus, a window manager, the program. Only the program's output is kept: the
    /// messages of bus and window manager on a machine without a desktop are of no use.
    fn session(&self, app: &OsStr, args: &[String]) -> Command {
        let mut command = program("sh");
        command
            .args(["-c", "exec dbus-run-session -- sh -c \"$0\" \"$@\" 3>&1 4>&2 >/dev/null 2>&1"])
            .arg("openbox --config-file \"$0\" & exec \"$@\" >&3 2>&4 3>&- 4>&-")
            .arg(root().join("xtask/assets/openbox.xml"))
            .arg(app)
            .args(args)
            .stdin(Stdio::null())
            .env("DISPLAY", &self.name)
            .env("GDK_BACKEND", "x11")
            .env("LIBGL_ALWAYS_SOFTWARE", "1")
            .env("NO_AT_BRIDGE", "1")
            .env_remove("WAYLAND_DISPLAY");
        command
    }

    /// Wait until the screen shows a page that stays the same. `picture` is the last one taken, even on failure.
    fn drawn(&self, session: &mut Running, picture: &Path) -> Result<()> {
        let before = picture.with_extension("before.png");
        let until = Instant::now() + LIMIT;
        let mut has_drawn = false;
        while Instant::now() < until {
            if let Some(status) = session.0.try_wait()? {
                bail!("Vestibule ended before its window was drawn ({status}); what it said stands above");
            }
            thread::sleep(REST);
            self.shoot(picture)?;
            let is_page = colours(picture)? >= FEWEST_COLOURS;
            if is_page && has_drawn && difference(&before, picture)? <= MOST_RESTLESS {
                let _ = std::fs::remove_file(before);
                return Ok(());
            }
            has_drawn = is_page;
            std::fs::rename(picture, &before).context("could not keep the picture")?;
        }
        std::fs::rename(&before, picture).context("could not keep the picture")?;
        bail!("no window was drawn within {} s; what was on the screen: {}", LIMIT.as_secs(), picture.display())
    }

    /// Save a picture of the screen.
    fn shoot(&self, picture: &Path) -> Result<()> {
        output(program("import").args(["-display", &self.name, "-window", "root"]).arg(picture)).map(|_| ())
    }
}

/// How many colours the middle of a picture has. The edge is excluded, since a window manager may draw there.
fn colours(picture: &Path) -> Result<u32> {
    let middle = ["-gravity", "center", "-crop", "90%x90%+0+0", "+repage", "-format", "%k", "info:"];
    let number = output(program("convert").arg(picture).args(middle))?;
    number.trim().parse().with_context(|| format!("ImageMagick said {number:?}"))
}

/// How many pixels differ between two pictures.
fn difference(one: &Path, other: &Path) -> Result<u32> {
    // `compare` exits with 1 if they differ, and prints the number on standard error.
    let answer = program("compare").args(["-metric", "AE"]).args([one, other]).arg("null:").output()?;
    let number = String::from_utf8_lossy(&answer.stderr);
    counted(&number).with_context(|| format!("ImageMagick said {number:?}"))
}

/// ImageMagick writes large numbers as 1.0245e+06.
fn counted(number: &str) -> Option<u32> {
    let number: f64 = number.split_whitespace().next()?.parse().ok()?;
    (number >= 0.0).then_some(number as u32)
}

/// The folder for pictures, created if needed.
pub fn pictures() -> Result<PathBuf> {
    let folder = root().join("target/screenshots");
    std::fs::create_dir_all(&folder).context("could not make target/screenshots")?;
    Ok(folder)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_in_both_of_their_spellings() {
        assert_eq!(counted("0"), Some(0));
        assert_eq!(counted("1.0245e+06 (0.96)"), Some(1_024_500));
    }

    #[test]
    fn what_is_no_number_is_not_taken_for_one() {
        assert_eq!(counted("compare: no such file"), None);
        assert_eq!(counted(""), None);
        assert_eq!(counted("-1"), None);
    }
}
