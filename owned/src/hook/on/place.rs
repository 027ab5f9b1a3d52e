//! Which line of the user's code is running: the innermost on the native stack that is neither this library's, nor Rust's, nor
//! CPython's.

use std::collections::HashMap;
use std::path::Path;
use std::sync::{LazyLock, Mutex, MutexGuard, PoisonError};

use super::names::{self, Name};

/// A file, as the debugging information has it, and a line.
pub(crate) type Place = (String, u32);

/// Where this library is compiled from.
const OURS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/src");

/// What the functions are called in which Python code runs, or how that begins: the loop, which can be in several parts, and
/// what enters it.
const RUNS_PYTHON: [&str; 5] =
    ["_PyEval_EvalFrame", "_PyEval_Vector", "PyEval_EvalCode", "_PyFunction_Vectorcall", "_TAIL_CALL_"];

/// `None` where the program has no debugging information.
pub(super) fn of_user() -> Option<Place> {
    let mut found = None;
    backtrace::trace(|frame| {
        backtrace::resolve_frame(frame, |symbol| found = found.take().or_else(|| place(symbol)));
        found.is_none()
    });
    found
}

fn place(symbol: &backtrace::Symbol) -> Option<Place> {
    let (file, line) = symbol.filename().zip(symbol.lineno())?;
    is_of_user(file).then(|| (file.display().to_string(), line))
}

/// Whether a source file is neither this library's, nor Rust's, nor CPython's.
pub(super) fn is_of_user(file: &Path) -> bool {
    // The standard library is known by the place that it is compiled in; what cargo fetched, by cargo's own folder.
    let elsewhere = ["/rustc/", "/library/std/", "/library/core/", "/library/alloc/", "/.cargo/registry/"];
    let name = file.to_string_lossy();
    !file.starts_with(OURS) && !elsewhere.iter().any(|part| name.contains(part)) && !is_of_cpython(file)
}

/// Interpreters can have debugging information too, with the folders of their own source; and what their headers define is
/// compiled into extensions.
fn is_of_cpython(file: &Path) -> bool {
    let sources = ["Objects", "Python", "Modules", "Parser", "Include"];
    let is_c = file.extension().is_some_and(|kind| kind == "c" || kind == "h");
    let mut folders = file.iter().rev().skip(1).take(2).map(|folder| folder.to_string_lossy());
    is_c && folders.any(|folder| sources.contains(&&*folder) || folder.starts_with("python3."))
}

/// How far from where an object ends its line is looked for, in functions: what takes things apart and Rust's own are many.
const DEPTH: usize = 48;
/// How many ways to such lines are kept. Who has more of them has the line of Python for the rest.
const MOST: usize = 1 << 16;

pub(super) type Known = HashMap<[usize; DEPTH], Option<(Name, u32)>>;

/// By the addresses of the functions that are running: the line of native code.
static KNOWN: LazyLock<Mutex<Known>> = LazyLock::new(Mutex::default);

pub(super) fn known() -> MutexGuard<'static, Known> {
    KNOWN.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The line of native code that is running, where that was not called by Python code in its turn: `None` where Python code
/// is what runs, and where there is no debugging information. What calls a function of those that `takes_apart` says is what
/// is meant, and not its own lines.
pub(super) fn of_native(takes_apart: impl Fn(usize) -> bool) -> Option<(Name, u32)> {
    let (mut addresses, mut depth) = ([0; DEPTH], 0);
    backtrace::trace(|frame| {
        addresses[depth] = frame.ip().addr();
        depth += 1;
        depth < DEPTH
    });
    {
        let known = known();
        if let Some(found) = known.get(&addresses) {
            return *found;
        }
        if known.len() == MOST {
            return None;
        }
    }
    let found = innermost(takes_apart).map(|(file, line)| (names::number(&file), line));
    known().insert(addresses, found);
    found
}

fn innermost(takes_apart: impl Fn(usize) -> bool) -> Option<Place> {
    let (mut found, mut depth) = (None, 0);
    backtrace::trace(|frame| {
        depth += 1;
        let (mut python, mut here) = (false, None);
        backtrace::resolve_frame(frame, |symbol| {
            let name = symbol.name().map(|name| name.to_string()).unwrap_or_default();
            python |= RUNS_PYTHON.iter().any(|known| name.starts_with(known));
            here = here.take().or_else(|| place(symbol));
        });
        found = if takes_apart(frame.symbol_address().addr()) { None } else { found.take().or(here) };
        !python && depth < DEPTH
    });
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whose_a_source_file_is() {
        for mine in ["src/lib.rs", "/home/a/Python/src/lib.rs", "/home/a/Objects/b/c/ext.c", "module.c", "Objects.c"] {
            assert!(is_of_user(mine.as_ref()), "{mine}");
        }
        for other in [
            "./Objects/typeobject.c",
            "/b/Python-3.13/Include/internal/pycore_gc.h",
            "/usr/include/python3.13d/cpython/object.h",
            "/rustc/1/library/std/a.rs",
        ] {
            assert!(!is_of_user(other.as_ref()), "{other}");
        }
        assert!(!is_of_user(&Path::new(OURS).join("ptr/py.rs")));
    }
}
