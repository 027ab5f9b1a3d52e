//! The rules, applied to a crate's files.

use std::fmt;

use proc_macro2::TokenStream;

use crate::source::Source;
use crate::table::{self, FFI, ROOTS};
use crate::walk::{Note, Notes, What};

/// A place that breaks a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Violation {
    /// The file, below `src`.
    pub file: String,
    /// Its line.
    pub line: usize,
    /// What is wrong, and what to do.
    pub message: String,
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.file, self.line, self.message)
    }
}

/// Every violation in these files.
pub fn check(sources: &[Source]) -> Vec<Violation> {
    let mut violations = Vec::new();
    let mut test_modules = Vec::new();
    let mut notes = Vec::new();
    for source in sources {
        let module = source.module();
        let mut found = Notes::default();
        match source.text.parse::<TokenStream>() {
            Ok(stream) => found.walk(stream, &module),
            Err(error) => violations.push(violation(source, error.span().start().line, "this is not Rust".into())),
        }
        test_modules.extend(found.test_modules);
        if let Some(message) = no_floor(&module) {
            violations.push(violation(source, 1, message));
        }
        notes.push((source, module, found.notes));
    }
    for (source, module, notes) in notes {
        if test_modules.iter().any(|test| module.starts_with(test)) {
            continue;
        }
        let refused = notes.iter().filter_map(|note| Some(violation(source, note.line, refusal(note)?)));
        violations.extend(refused);
    }
    violations.dedup();
    violations
}

fn violation(source: &Source, line: usize, message: String) -> Violation {
    Violation { file: source.file.clone(), line, message }
}

fn no_floor(module: &[String]) -> Option<String> {
    let name = module.first()?;
    let known = table::floor(name).is_some() || ROOTS.contains(&name.as_str());
    (!known).then(|| format!("the module `{name}` has no floor: give it one in the table of owned-floors"))
}

/// Why this is refused; `None` if it is not.
fn refusal(note: &Note) -> Option<String> {
    let home = note.module.first().map(String::as_str);
    let may_use_ffi = home.is_some_and(|home| FFI.contains(&home));
    match &note.what {
        What::Names(path) => names(home, path).or_else(|| ffi_by_path(may_use_ffi, path)),
        What::AboveTheRoot => Some("there is no module above the root".into()),
        What::Alias => Some("a module under another name hides what is used of it".into()),
        What::Ffi => (!may_use_ffi).then(|| format!("`pyo3_ffi` is for {} alone: use its wrappers", FFI.join(", "))),
        What::FfiPassedOn => Some("`pyo3_ffi` as a whole is not passed on: name what others need".into()),
        What::PythonCfg(name) => {
            (!may_use_ffi).then(|| format!("`cfg({name})` is for {} alone: offer the difference there", FFI.join(", ")))
        }
        What::Hidden("include!") if may_use_ffi => None,
        What::Hidden(what) => Some(format!("{what} brings in names without a path, which the floors cannot see")),
    }
}

/// Whether a path, from the root, may be named in the module `home`.
fn names(home: Option<&str>, path: &[String]) -> Option<String> {
    let home = home.filter(|home| !ROOTS.contains(home))?;
    let Some(target) = path.first() else {
        return Some("this names the root, which gathers every floor".into());
    };
    if target == home {
        return None;
    }
    let Some(above) = table::floor(target) else {
        return Some(format!("`crate::{target}` is of the root, which gathers every floor: name the module behind it"));
    };
    let own = table::floor(home)?; // without one, the file itself is refused
    match own.cmp(&above) {
        std::cmp::Ordering::Greater => None,
        std::cmp::Ordering::Equal => Some(format!("`{home}` and `{target}` are neighbours on floor {own}")),
        std::cmp::Ordering::Less => Some(format!("`{home}` (floor {own}) looks up to `{target}` (floor {above})")),
    }
}

fn ffi_by_path(may_use_ffi: bool, path: &[String]) -> Option<String> {
    let through = path.iter().any(|part| part == "ffi");
    (through && !may_use_ffi).then(|| format!("`{}` is the C API by another way: use the wrappers", path.join("::")))
}
