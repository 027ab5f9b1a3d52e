//! What this machine lacks to build a project and run its tests. None of it stands in the way of writing it.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use crate::read;

/// The oldest version that the library is for.
const OLDEST: u64 = 11;

/// What an interpreter says of itself.
const ASK: &str = "
import importlib.util, json, os, sys, sysconfig
said = sysconfig.get_config_var
print(json.dumps({
    'executable': sys.executable,
    'implementation': sys.implementation.name,
    'minor': sys.version_info.minor,
    'shared': bool(said('Py_ENABLE_SHARED')),
    'library': os.path.join(said('LIBDIR') or '', said('LDLIBRARY') or ''),
    'venv': importlib.util.find_spec('ensurepip') is not None or sys.prefix != sys.base_prefix,
}))";

/// What is missing, with what to do, a line for each.
pub(crate) fn lacking() -> Vec<String> {
    let facts = read::python().and_then(|python| facts(&python));
    lacks(facts.as_ref(), |library| library.exists() || !cfg!(target_os = "linux"))
}

fn facts(python: &Path) -> Option<Value> {
    let asked = Command::new(python).args(["-c", ASK]).output().ok()?;
    serde_json::from_slice(&asked.stdout).ok()
}

fn lacks(facts: Option<&Value>, is_there: impl Fn(&Path) -> bool) -> Vec<String> {
    let Some(facts) = facts else {
        return vec![
            "no Python was found: install CPython 3.11 or newer (on Debian: apt install python3-dev python3-venv), or name one \
             by PYO3_PYTHON"
                .into(),
        ];
    };
    let said = |key: &str| facts[key].as_str().unwrap_or_default();
    let (python, minor) = (said("executable"), facts["minor"].as_u64().unwrap_or_default());
    let another = "activate an environment of another, or name it by PYO3_PYTHON";
    if said("implementation") != "cpython" {
        return vec![format!("{python} is no CPython: {another}")];
    }
    if minor < OLDEST {
        return vec![format!("{python} is Python 3.{minor}, and Owned is for 3.{OLDEST} and newer: {another}")];
    }
    let mut lacks = Vec::new();
    let library = PathBuf::from(said("library"));
    if facts["shared"] == true && !is_there(&library) {
        lacks.push(format!(
            "tests are linked with Python's library, and there is no {}: on Debian: apt install python3.{minor}-dev",
            library.display()
        ));
    }
    if facts["venv"] != true {
        lacks.push(format!(
            "{python} has no `ensurepip`, by which an environment gets its pip: on Debian: apt install python3.{minor}-venv"
        ));
    }
    lacks
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn of(change: impl FnOnce(&mut Value)) -> Vec<String> {
        let mut facts = json!({
            "executable": "/usr/bin/python3", "implementation": "cpython", "minor": 12, "shared": true,
            "library": "/usr/lib/libpython3.12.so", "venv": true,
        });
        change(&mut facts);
        lacks(Some(&facts), |library| library == Path::new("/usr/lib/libpython3.12.so"))
    }

    #[test]
    fn each_lack_has_its_remedy() {
        assert_eq!(of(|_| ()), [""; 0]);
        let lack = lacks(None, |_| true).concat();
        assert!(lack.contains("no Python was found") && lack.contains("PYO3_PYTHON"), "{lack}");
        let lack = of(|facts| facts["minor"] = json!(10)).concat();
        assert!(lack.contains("/usr/bin/python3 is Python 3.10, and Owned is for 3.11 and newer"), "{lack}");
        let lack = of(|facts| facts["implementation"] = json!("pypy")).concat();
        assert!(lack.contains("is no CPython"), "{lack}");
        let lack = of(|facts| facts["library"] = json!("/usr/lib/libpython3.12d.so")).concat();
        assert!(lack.contains("no /usr/lib/libpython3.12d.so: on Debian: apt install python3.12-dev"), "{lack}");
        let lack = of(|facts| facts["venv"] = json!(false)).concat();
        assert!(lack.contains("apt install python3.12-venv"), "{lack}");
    }

    /// A static Python has no such library, and needs none.
    #[test]
    fn a_static_python_lacks_nothing() {
        let none = of(|facts| {
            facts["shared"] = json!(false);
            facts["library"] = json!("/usr/lib/libpython3.12.a");
        });
        assert_eq!(none, [""; 0]);
    }

    #[test]
    fn the_python_of_these_tests_is_asked() {
        let facts = read::python().and_then(|python| facts(&python)).expect("it answers");
        assert_eq!(facts["minor"].as_u64(), Some(read::minor().into()));
    }
}
