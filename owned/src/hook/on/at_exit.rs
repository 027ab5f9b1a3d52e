//! What is still alive when the interpreter has ended: written to the file that `OWNED_LEDGER_AT_EXIT` names, for whoever
//! started the process.
//!
//! Nothing of Python is left then, so no handle should be: what one still holds is held by a static, by a thread, by an
//! object that was never freed. A line of JSON for each place in the source, and for each violation.

use std::collections::HashMap;
use std::env;
use std::ffi::OsString;
use std::fs::OpenOptions;
use std::io::Write;
use std::sync::atomic::{AtomicBool, Ordering::SeqCst};
use std::sync::{Once, OnceLock};

use miniserde::{Serialize, json};

use crate::raw;

use super::{Place, Violation, records, rows, settings, sites, violations};

/// Handles that are alive, of one place in the source.
#[derive(Serialize)]
struct Alive<'a> {
    extension: &'a str,
    file: &'a str,
    line: u32,
    handle: String,
    escaped: bool,
    count: u64,
    /// Which line of Python ran when the first of them was made.
    python: Option<Place>,
}

#[derive(Serialize)]
struct Wrong<'a> {
    extension: &'a str,
    violation: What,
}

#[derive(Serialize)]
struct What {
    kind: &'static str,
    what: String,
    file: String,
    line: u32,
}

/// The interpreter has ended, and what was alive is written.
static WRITTEN: AtomicBool = AtomicBool::new(false);

fn file() -> Option<&'static OsString> {
    static FILE: OnceLock<Option<OsString>> = OnceLock::new();
    FILE.get_or_init(|| env::var_os("OWNED_LEDGER_AT_EXIT").filter(|name| !name.is_empty())).as_ref()
}

/// A module is there, or a program has attached: from now on the end is waited for, if it is asked for.
pub(super) fn expect() {
    static ONCE: Once = Once::new();
    if file().is_some() {
        ONCE.call_once(|| {
            if !raw::after_the_end(write) {
                eprintln!("OWNED_LEDGER_AT_EXIT: no room for another function at the end (Py_AtExit)");
            }
        });
    }
}

/// In a forked child as well, which has an end of its own.
extern "C" fn write() {
    let names = settings::modules().join(",");
    let mut python: HashMap<(&str, u32, String, bool), Place> = HashMap::new();
    let sites = sites::all();
    for record in records::all() {
        let site = sites.get(record.site.0 as usize).zip(record.file.text());
        if let Some((site, file)) = site {
            let key = (site.place.file(), site.place.line(), site.handle(), record.escaped);
            python.entry(key).or_insert((file, record.line));
        }
    }
    let alive = rows().into_iter().filter(|row| row.live != 0).map(|row| Alive {
        extension: &names,
        file: row.file,
        line: row.line,
        escaped: row.escaped,
        count: row.live,
        python: python.get(&(row.file, row.line, row.handle.clone(), row.escaped)).cloned(),
        handle: row.handle,
    });
    let mut lines: Vec<String> = alive.map(|alive| json::to_string(&alive)).collect();
    lines.extend(violations().iter().map(|violation| line_of(&names, violation)));
    append(&lines);
    WRITTEN.store(true, SeqCst);
}

/// What goes wrong after the end is written as it comes.
pub(super) fn violated(violation: &Violation) {
    if WRITTEN.load(SeqCst) {
        append(&[line_of(&settings::modules().join(","), violation)]);
    }
}

fn line_of(extension: &str, violation: &Violation) -> String {
    let (file, line) = violation.place.clone().unwrap_or_default();
    let what = format!("{} {}", violation.who, violation.what);
    json::to_string(&Wrong { extension, violation: What { kind: violation.kind, what, file, line } })
}

/// Several libraries write to one file, and each writes its part at once.
fn append(lines: &[String]) {
    let Some(name) = file() else { return };
    let text: String = lines.iter().map(|line| format!("{line}\n")).collect();
    let written =
        OpenOptions::new().append(true).create(true).open(name).and_then(|mut file| file.write_all(text.as_bytes()));
    if let Err(error) = written {
        eprintln!("OWNED_LEDGER_AT_EXIT: {}: {error}", name.display());
    }
}
