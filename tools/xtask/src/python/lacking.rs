//! What keeps an interpreter from being used, and what to install.

use std::process::Command;

use anyhow::Result;

use super::Python;
use crate::process;

const OLDEST: [u32; 2] = [3, 11];

/// Why this interpreter will not do, with the package that helps where there is one; `None` if it will.
pub(crate) fn lacks(python: &Python) -> Option<String> {
    let [major, minor, _] = python.version;
    if python.implementation != "CPython" {
        return Some(format!("it is {}, and only CPython is supported", python.implementation));
    }
    if [major, minor] < OLDEST {
        return Some(format!("it is Python {major}.{minor}, and 3.11 is the oldest supported"));
    }
    if !python.headers {
        let header = python.include.join("Python.h");
        return Some(format!("there is no {}; {}", header.display(), remedy(python)));
    }
    None
}

/// Why Rust tests cannot be linked with this interpreter, as [`lacks`]. Extension modules need no libpython.
pub(crate) fn lacks_library(python: &Python) -> Option<String> {
    let library = python.libdir.join(&python.library);
    // Elsewhere it has other names (a framework, an import library): the linker will say.
    let missing = cfg!(target_os = "linux") && !library.exists();
    missing.then(|| format!("there is no {}; {}", library.display(), remedy(python)))
}

fn remedy(python: &Python) -> String {
    let [major, minor, _] = python.version;
    if !python.base_prefix.starts_with("/usr") || python.base_prefix.starts_with("/usr/local") {
        return format!("install {} anew, with its headers", python.base_prefix.display());
    }
    let package = match (python.debug, python.free_threaded) {
        (true, _) => format!("python{major}.{minor}-dbg"),
        (false, true) => format!("python{major}.{minor}-nogil"),
        (false, false) => format!("python{major}.{minor}-dev"),
    };
    format!("on Debian and its kin: apt install {package}")
}

/// The first line that the C compiler says of itself.
pub(crate) fn compiler() -> Result<String> {
    let name = std::env::var("CC").unwrap_or_else(|_| "cc".into());
    let said = process::output(Command::new(&name).arg("--version"))?;
    Ok(format!("{name}: {}", said.lines().next().unwrap_or_default()))
}

#[cfg(test)]
mod tests {
    use super::super::facts::tests::debug_python;
    use super::*;

    fn lack_of(change: impl FnOnce(&mut Python)) -> String {
        let mut python = debug_python();
        change(&mut python);
        lacks(&python).expect("it lacks something")
    }

    #[test]
    fn a_complete_one_lacks_nothing() {
        assert_eq!(lacks(&debug_python()), None);
    }

    #[test]
    fn the_package_with_the_headers_is_named() {
        assert!(lack_of(|python| python.headers = false).ends_with("apt install python3.11-dbg"));
        let release = lack_of(|python| (python.headers, python.debug) = (false, false));
        assert!(release.ends_with("apt install python3.11-dev"), "{release}");
        let own = lack_of(|python| (python.headers, python.base_prefix) = (false, "/opt/py".into()));
        assert!(own.ends_with("install /opt/py anew, with its headers"), "{own}");
    }

    #[test]
    fn an_old_or_foreign_one_is_refused() {
        assert!(lack_of(|python| python.version = [3, 10, 9]).contains("3.11 is the oldest"));
        assert!(lack_of(|python| python.implementation = "PyPy".into()).contains("only CPython"));
    }
}
