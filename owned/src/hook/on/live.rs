//! The records of live handles, by serial number, from the level `frames` on.
#![expect(unsafe_code, reason = "asks the interpreter where it is")]

use core::ptr::NonNull;
use core::sync::atomic::{AtomicU64, AtomicUsize, Ordering::Relaxed};
use std::collections::HashMap;

use crate::hook::LiveHandle;
use crate::raw::{self, LivePointer, PyObject};

use super::names::{self, Name};
use super::records::{self, Key, LAST_SERIAL, Record};
use super::sites::{self, SiteIndex};
use super::stacks::{self, Stack};
use super::{Level, settings, swallowed, threads};

/// The serial number of the next handle. Never set back.
static NEXT: AtomicU64 = AtomicU64::new(1);
static COUNT: AtomicUsize = AtomicUsize::new(0);
/// Handles that no record was made of, for there was no room.
static UNRECORDED: AtomicU64 = AtomicU64::new(0);

/// Makes a record, if there is room, and says how many handles the object has with it.
pub(super) fn insert(
    object: NonNull<PyObject>,
    site: SiteIndex,
    handle: &str,
    escaped: bool,
    level: Level,
) -> Option<(Key, usize)> {
    if COUNT.load(Relaxed) >= settings::most_records() {
        UNRECORDED.fetch_add(1, Relaxed);
        return None;
    }
    let (mut file, mut line, mut interpreter) = (Name::NONE, 0, 0);
    if raw::is_attached() {
        // SAFETY: attached, by the line above.
        if let Some(running) = unsafe { raw::running_line(names::number) } {
            (file, line) = running;
        }
        // SAFETY: as above.
        interpreter = unsafe { raw::interpreter_number() };
    }
    let stack = if level == Level::Stacks { stacks::here() } else { Stack::NONE };
    let of_error = swallowed::is_error(handle);
    let (object, serial, thread) = (LivePointer::new(object), NEXT.fetch_add(1, Relaxed), threads::number());
    let record = Record { object, serial, site, escaped, of_error, line, file, thread, interpreter, stack };
    let Some(kept) = (serial <= LAST_SERIAL).then(|| records::insert(record)).flatten() else {
        UNRECORDED.fetch_add(1, Relaxed);
        return None;
    };
    COUNT.fetch_add(1, Relaxed);
    Some(kept)
}

/// Takes the record away, and says how many handles the object had with it. There is none if the handle was released
/// before, as one that was copied is.
pub(super) fn remove(key: Key) -> Option<(Record, usize)> {
    let found = records::remove(key)?;
    COUNT.fetch_sub(1, Relaxed);
    Some(found)
}

/// How many handles no record was made of since the beginning, for there was no room.
pub(crate) fn unrecorded() -> u64 {
    UNRECORDED.load(Relaxed)
}

/// The handles that are alive and have records, the oldest first.
pub(crate) fn handles() -> Vec<LiveHandle> {
    let sites = sites::all();
    let mut handles = Vec::new();
    let mut seen: HashMap<u32, Option<Vec<String>>> = HashMap::new();
    for record in records::all() {
        let Some(site) = sites.get(record.site.0 as usize) else { continue };
        handles.push(LiveHandle {
            serial: record.serial,
            file: site.place.file().to_owned(),
            line: site.place.line(),
            handle: site.handle(),
            escaped: record.escaped,
            object: record.address().addr(),
            python: record.file.text().map(|file| (file, record.line)),
            thread: record.thread,
            interpreter: record.interpreter,
            stack: seen.entry(record.stack.0).or_insert_with(|| record.stack.lines()).clone(),
        });
    }
    handles.sort_by_key(|handle| handle.serial);
    handles
}
