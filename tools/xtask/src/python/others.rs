//! Every other interpreter of this machine.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::{env, fs};

use super::Python;

/// The interpreters on PATH and of the version managers, each once, without `except`; newest last.
pub(crate) fn others(except: Option<&Python>) -> Vec<Python> {
    let mut executables = BTreeSet::new();
    for folder in folders() {
        let Ok(entries) = fs::read_dir(&folder) else {
            continue;
        };
        executables.extend(entries.filter_map(|entry| real(&entry.ok()?.path())));
    }
    let mut found: Vec<Python> = executables.iter().filter_map(|path| Python::ask(path).ok()).collect();
    let file = |python: &Python| python.executable.canonicalize().ok();
    found.retain(|python| except.is_none_or(|one| file(one) != file(python)));
    found.sort_by(|a, b| (a.version, a.debug, &a.executable).cmp(&(b.version, b.debug, &b.executable)));
    found.dedup_by(|a, b| a.executable == b.executable);
    found
}

fn folders() -> Vec<PathBuf> {
    let path = env::var_os("PATH").unwrap_or_default();
    // A shim answers for whatever is active, so the interpreters behind it are looked up instead.
    let mut folders: Vec<PathBuf> = env::split_paths(&path).filter(|folder| !folder.ends_with("shims")).collect();
    let home = env::home_dir().unwrap_or_default();
    let pyenv = env::var_os("PYENV_ROOT").map_or_else(|| home.join(".pyenv"), PathBuf::from);
    for versions in [pyenv.join("versions"), home.join(".local/share/uv/python")] {
        let Ok(entries) = fs::read_dir(versions) else {
            continue;
        };
        folders.extend(entries.filter_map(|entry| Some(entry.ok()?.path().join("bin"))));
    }
    folders
}

/// The file behind `python3`, `python3.12`, `python3.11-dbg`, …; `None` for any other name.
fn real(path: &Path) -> Option<PathBuf> {
    is_python(path.file_name()?.to_str()?).then(|| path.canonicalize().ok()).flatten()
}

fn is_python(name: &str) -> bool {
    let Some(rest) = name.strip_suffix(".exe").unwrap_or(name).strip_prefix("python") else {
        return false;
    };
    let version = ["-dbg", "d", "t", "td"].iter().find_map(|end| rest.strip_suffix(end)).unwrap_or(rest);
    version.starts_with('3') && version.chars().all(|c| c.is_ascii_digit() || c == '.')
}

#[cfg(test)]
mod tests {
    use super::is_python;

    #[test]
    fn interpreters_are_told_by_name() {
        for name in ["python3", "python3.12", "python3.11-dbg", "python3.13t", "python3.exe"] {
            assert!(is_python(name), "{name}");
        }
        for name in ["python", "python2.7", "python3-config", "python3.11-gdb.py", "pythonw", "ipython3"] {
            assert!(!is_python(name), "{name}");
        }
    }
}
