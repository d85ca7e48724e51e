//! A C compiler for macOS on other machines: zig, from its PyPI package, with wrapper scripts that remove arguments
//! that only Apple's compiler understands. Enough to check the workspace; nothing is linked or run.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::command::{self, output, program, root};

/// The version that is known to work.
const ZIG: &str = "0.15.1";

/// zig, downloaded from PyPI into target/tools if missing. Returns its path.
pub fn zig() -> Result<PathBuf> {
    let folder = root().join("target/tools").join(format!("ziglang-{ZIG}"));
    let zig = folder.join("ziglang/zig");
    if zig.is_file() {
        return Ok(zig);
    }
    if output(program("python3").args(["-m", "pip", "--version"])).is_err() {
        bail!("fetching zig needs Python's pip. On Debian: sudo apt-get install python3-pip");
    }
    println!("Fetching zig {ZIG}, as C compiler for macOS …");
    command::execute(
        program("python3")
            .args(["-m", "pip", "install", "--quiet", "--no-deps", "--upgrade", "--target"])
            .arg(&folder)
            .arg(format!("ziglang=={ZIG}"))
            .env("PIP_ROOT_USER_ACTION", "ignore"),
    )?;
    Ok(zig)
}

/// The variables that make build scripts compile C for macOS with zig. Writes the wrapper scripts below `folder`.
pub fn variables(zig: &Path, folder: &Path) -> Result<Vec<(String, PathBuf)>> {
    let stubs = folder.join("include");
    let header = stubs.join("os/log.h");
    std::fs::create_dir_all(header.parent().expect("it lies in os"))?;
    std::fs::copy(root().join("xtask/assets/os_log.h"), &header).context("could not write os/log.h")?;

    let mut variables = vec![
        ("ZIG_GLOBAL_CACHE_DIR".to_owned(), folder.join("cache")),
        ("ZIG_LOCAL_CACHE_DIR".to_owned(), folder.join("cache")),
        // Set so that no build script searches for Apple's SDK; the wrapper scripts remove it again.
        ("SDKROOT".to_owned(), stubs.clone()),
    ];
    for (variable, tool) in [("CC", "cc"), ("CXX", "c++")] {
        let script = folder.join(format!("zig-{tool}"));
        write_script(&script, &compiler(zig, tool, &stubs))?;
        variables.push((format!("{variable}_aarch64_apple_darwin"), script));
    }
    for (variable, tool) in [("AR", "ar"), ("RANLIB", "ranlib")] {
        let script = folder.join(format!("zig-{tool}"));
        write_script(&script, &format!("#!/bin/sh\nexec '{}' {tool} \"$@\"\n", zig.display()))?;
        variables.push((format!("{variable}_aarch64_apple_darwin"), script));
    }
    Ok(variables)
}

/// A script that compiles for macOS, without the arguments that zig does not know or must not follow. OpenSSL is told
/// not to use the random bytes of Apple's CommonCrypto, whose headers zig does not have.
fn compiler(zig: &Path, tool: &str, stubs: &Path) -> String {
    format!(
        r#"#!/bin/sh
skip=no
for argument do
    shift
    if [ "$skip" = yes ]; then skip=no; continue; fi
    case "$argument" in
        --target=*|-mmacosx-version-min=*|-mmacos-version-min=*) ;;
        -arch|-isysroot) skip=yes ;;
        *) set -- "$@" "$argument" ;;
    esac
done
exec '{zig}' {tool} -target aarch64-macos -I '{stubs}' -DOPENSSL_NO_APPLE_CRYPTO_RANDOM "$@"
"#,
        zig = zig.display(),
        stubs = stubs.display()
    )
}

/// Write an executable script; an identical one is left alone, so that build scripts don't run again.
pub fn write_script(path: &Path, text: &str) -> Result<()> {
    if std::fs::read_to_string(path).is_ok_and(|there| there == text) {
        return Ok(());
    }
    std::fs::create_dir_all(path.parent().expect("a script lies in a folder"))?;
    std::fs::write(path, text).with_context(|| format!("could not write {}", path.display()))?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o755))?;
    }
    Ok(())
}

#[cfg(unix)]
#[cfg(test)]
mod tests {
    use super::*;

    const ALWAYS: &str = "cc -target aarch64-macos -I stubs -DOPENSSL_NO_APPLE_CRYPTO_RANDOM";

    /// The arguments that zig would be called with.
    fn handed_on(arguments: &[&str]) -> String {
        let folder = tempfile::tempdir().unwrap();
        let zig = folder.path().join("zig");
        write_script(&zig, "#!/bin/sh\nprintf '%s\\n' \"$@\"\n").unwrap();
        let script = folder.path().join("cc");
        write_script(&script, &compiler(&zig, "cc", Path::new("stubs"))).unwrap();
        output(program(script).args(arguments)).unwrap().replace('\n', " ").trim().to_owned()
    }

    #[test]
    fn what_only_apples_compiler_knows_is_dropped() {
        let arguments = ["--target=arm64-apple-macosx", "-c", "-arch", "arm64", "-mmacosx-version-min=11.0", "a.c"];
        assert_eq!(handed_on(&arguments), format!("{ALWAYS} -c a.c"));
    }

    #[test]
    fn everything_else_is_handed_on_as_it_is() {
        assert_eq!(handed_on(&["-DNAME=\"a b\"", "-O2"]), format!("{ALWAYS} -DNAME=\"a b\" -O2"));
    }
}
