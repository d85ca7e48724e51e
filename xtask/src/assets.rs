//! The folder that the window loads: its files and their sources. A file is written only if its bytes differ, so that
//! the shell, which embeds the folder, is not rebuilt for nothing. Keeps out cargo.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

/// The folder's files: relative path to content.
pub type Files = BTreeMap<PathBuf, Vec<u8>>;

/// The files of a folder, recursively, by relative path. A missing folder has no files.
pub fn read_folder(folder: &Path) -> Result<Files> {
    let mut files = Files::new();
    for path in paths_below(folder)? {
        let relative = path.strip_prefix(folder).expect("it lies below").to_path_buf();
        files.insert(relative, read_file(&path)?);
    }
    Ok(files)
}

/// Reads a file, with an error that names it.
pub fn read_file(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).with_context(|| format!("could not read {}", path.display()))
}

/// The stylesheets of a folder, each once, joined in order of name. A comment with the name precedes each.
///
/// Fails on `@import`, which would ask for a file that the joined sheet does not have beside it.
pub fn join_styles(folder: &Path) -> Result<Vec<u8>> {
    let mut joined = String::new();
    for path in paths_below(folder)? {
        if path.extension().is_none_or(|extension| extension != "css") {
            continue;
        }
        let text = String::from_utf8(read_file(&path)?).with_context(|| format!("{} is not UTF-8", path.display()))?;
        if text.contains("@import") {
            bail!("{}: no @import, the sheets are joined by their names", path.display());
        }
        let name = path.file_name().expect("a file has a name").to_string_lossy();
        joined.push_str(&format!("/* {name} */\n{}\n", text.trim_end()));
    }
    Ok(joined.into_bytes())
}

/// Refuse what the window's Content-Security-Policy would silently block: script or style inline in the page.
pub fn refuse_inline(page: &str) -> Result<()> {
    let lower = page.to_lowercase();
    if lower.contains("<style") || lower.contains(" style=") {
        bail!("index.html: no style in the page, the window's policy refuses it; put it into ui/style");
    }
    for tag in lower.split("<script").skip(1) {
        let tag = tag.split('>').next().unwrap_or_default();
        if !tag.contains(" src=") {
            bail!("index.html: no script in the page, the window's policy refuses it; put it into ui/start.js");
        }
    }
    Ok(())
}

/// Make the folder hold exactly these files, writing only those whose bytes differ. Returns how many were written or
/// removed.
pub fn sync(folder: &Path, files: &Files) -> Result<usize> {
    let mut changed = 0;
    for path in paths_below(folder)? {
        let relative = path.strip_prefix(folder).expect("it lies below");
        if !files.contains_key(relative) {
            fs::remove_file(&path).with_context(|| format!("could not remove {}", path.display()))?;
            changed += 1;
        }
    }
    for (relative, content) in files {
        let path = folder.join(relative);
        if fs::read(&path).is_ok_and(|there| there == *content) {
            continue;
        }
        let parent = path.parent().expect("a file lies in a folder");
        fs::create_dir_all(parent).with_context(|| format!("could not make {}", parent.display()))?;
        fs::write(&path, content).with_context(|| format!("could not write {}", path.display()))?;
        changed += 1;
    }
    Ok(changed)
}

/// The total size in bytes of the files with this extension.
pub fn size(files: &Files, extension: &str) -> usize {
    let has = |path: &Path| path.extension().is_some_and(|is| is == extension);
    files.iter().filter(|(path, _)| has(path)).map(|(_, content)| content.len()).sum()
}

/// All files of a folder, recursively, in order of path. Hidden ones (an editor's) are left out.
fn paths_below(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut paths = Vec::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(folder) = folders.pop() {
        if !folder.is_dir() {
            continue;
        }
        for entry in fs::read_dir(&folder).with_context(|| format!("could not list {}", folder.display()))? {
            let entry = entry?;
            if entry.file_name().to_string_lossy().starts_with('.') {
                continue;
            }
            if entry.file_type()?.is_dir() {
                folders.push(entry.path());
            } else {
                paths.push(entry.path());
            }
        }
    }
    paths.sort();
    Ok(paths)
}

#[cfg(test)]
mod tests {
    use std::time::SystemTime;

    use super::*;

    fn folder_with(files: &[(&str, &str)]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        for (name, content) in files {
            let path = folder.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, content).unwrap();
        }
        folder
    }

    fn written(path: &Path) -> SystemTime {
        fs::metadata(path).unwrap().modified().unwrap()
    }

    #[test]
    fn sheets_are_joined_by_name_and_each_once() {
        let folder = folder_with(&[("20-b.css", "b{}\n"), ("10-a.css", "a{}"), ("note.txt", "no")]);
        let joined = String::from_utf8(join_styles(folder.path()).unwrap()).unwrap();
        assert_eq!(joined, "/* 10-a.css */\na{}\n/* 20-b.css */\nb{}\n");
    }

    #[test]
    fn a_sheet_that_imports_another_is_refused() {
        let folder = folder_with(&[("a.css", "@import 'b.css';")]);
        assert!(join_styles(folder.path()).unwrap_err().to_string().contains("no @import"));
    }

    #[test]
    fn a_page_with_files_only_is_accepted() {
        refuse_inline("<script type=\"module\" src=\"start.js\"></script><link rel=\"stylesheet\" href=\"app.css\">")
            .unwrap();
    }

    #[test]
    fn a_page_with_script_or_style_in_it_is_refused() {
        assert!(refuse_inline("<script>go()</script>").is_err());
        assert!(refuse_inline("<style>a{}</style>").is_err());
        assert!(refuse_inline("<div style=\"color:red\">").is_err());
    }

    #[test]
    fn a_file_with_the_same_bytes_is_not_written_again() {
        let folder = folder_with(&[("same", "1"), ("fonts/other", "2")]);
        let before = written(&folder.path().join("same"));
        let files = Files::from([("same".into(), b"1".to_vec()), ("fonts/other".into(), b"3".to_vec())]);
        assert_eq!(sync(folder.path(), &files).unwrap(), 1);
        assert_eq!(written(&folder.path().join("same")), before);
        assert_eq!(fs::read(folder.path().join("fonts/other")).unwrap(), b"3");
        assert_eq!(sync(folder.path(), &files).unwrap(), 0);
    }

    #[test]
    fn a_file_that_is_no_longer_wanted_is_removed() {
        let folder = folder_with(&[("old.js", "1"), ("new.js", "1")]);
        let files = Files::from([("new.js".into(), b"1".to_vec())]);
        assert_eq!(sync(folder.path(), &files).unwrap(), 1);
        assert_eq!(read_folder(folder.path()).unwrap(), files);
    }

    #[test]
    fn sizes_are_counted_by_kind() {
        let files = Files::from([
            ("a.js".into(), vec![0; 3]),
            ("snippets/b.js".into(), vec![0; 4]),
            ("c.css".into(), vec![0; 5]),
        ]);
        assert_eq!(size(&files, "js"), 7);
        assert_eq!(size(&files, "css"), 5);
        assert_eq!(size(&files, "wasm"), 0);
    }
}
