//! The records of live handles, by serial number, from the level `frames` on.
#![expect(unsafe_code, reason = "asks the interpreter where it is")]

use core::hash::{BuildHasherDefault, Hasher};
use core::ptr::NonNull;
use core::sync::atomic::{AtomicU64, AtomicUsize, Ordering::Relaxed};
use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::hook::LiveHandle;
use crate::raw::{self, PyObject};

use super::names::{self, Name};
use super::sites::{self, SiteIndex};
use super::stacks::{self, Stack};
use super::{Level, settings, threads};

/// What is known of one live handle.
#[derive(Clone, Copy)]
pub(super) struct Record {
    pub(super) object: NonNull<PyObject>,
    pub(super) site: SiteIndex,
    /// The Python line that was running, 0 if none was.
    line: u32,
    file: Name,
    thread: u32,
    interpreter: u32,
    stack: Stack,
}

// SAFETY: the object is an address here, which nothing is done with.
unsafe impl Send for Record {}

/// Serial numbers are spread already.
#[derive(Default)]
pub(super) struct Spread(u64);

impl Hasher for Spread {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, _: &[u8]) {
        unreachable!("a serial number is written whole")
    }

    fn write_u64(&mut self, serial: u64) {
        self.0 = serial.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }
}

pub(super) type Records = HashMap<u64, Record, BuildHasherDefault<Spread>>;

const SHARDS: usize = 16;

static RECORDS: [Mutex<Records>; SHARDS] =
    [const { Mutex::new(HashMap::with_hasher(BuildHasherDefault::new())) }; SHARDS];
/// The serial number of the next handle. Never set back.
static NEXT: AtomicU64 = AtomicU64::new(1);
static COUNT: AtomicUsize = AtomicUsize::new(0);
/// Handles that no record was made of, for there was no room.
static UNRECORDED: AtomicU64 = AtomicU64::new(0);

fn shard(serial: u64) -> MutexGuard<'static, Records> {
    RECORDS[serial as usize % SHARDS].lock().unwrap_or_else(PoisonError::into_inner)
}

/// All of them.
pub(super) fn shards() -> Vec<MutexGuard<'static, Records>> {
    (0..SHARDS as u64).map(shard).collect()
}

/// Makes a record, if there is room.
pub(super) fn insert(object: NonNull<PyObject>, site: SiteIndex, level: Level) -> Option<u64> {
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
    let serial = NEXT.fetch_add(1, Relaxed);
    let record = Record { object, site, line, file, thread: threads::number(), interpreter, stack };
    COUNT.fetch_add(1, Relaxed);
    shard(serial).insert(serial, record);
    Some(serial)
}

/// Takes the record away. There is none if the handle was released before, as one that was copied is.
pub(super) fn remove(serial: u64) -> Option<Record> {
    let record = shard(serial).remove(&serial)?;
    COUNT.fetch_sub(1, Relaxed);
    Some(record)
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
    for at in 0..SHARDS as u64 {
        // What takes long (names, stacks) is looked up when the shard is free again.
        let found: Vec<(u64, Record)> = shard(at).iter().map(|(serial, record)| (*serial, *record)).collect();
        for (serial, record) in found {
            let Some(site) = sites.get(record.site.0 as usize) else { continue };
            handles.push(LiveHandle {
                serial,
                file: site.place.file().to_owned(),
                line: site.place.line(),
                handle: site.handle(),
                escaped: site.escape,
                object: record.object.as_ptr().addr(),
                python: record.file.text().map(|file| (file, record.line)),
                thread: record.thread,
                interpreter: record.interpreter,
                stack: seen.entry(record.stack.0).or_insert_with(|| record.stack.lines()).clone(),
            });
        }
    }
    handles.sort_by_key(|handle| handle.serial);
    handles
}

/// The memory of one record in the table, at its emptiest after it has grown: what the bound is counted in.
pub(super) const RECORD_BYTES: usize = (size_of::<(u64, Record)>() + 1) * 16 / 7;
const _: () = assert!(RECORD_BYTES <= 96);
