//! The ledger: how many handles are alive, by the line and the type that made them.
//!
//! A *site* is a source location and a handle type. Sites are never freed: there are as many as there are lines of
//! code that make handles. The counters are atomics, the table is locked only to find a site by its key.

use core::panic::Location;
use core::ptr::NonNull;
use core::sync::atomic::{AtomicU64, Ordering};
use std::collections::HashMap;
use std::sync::{LazyLock, Mutex, MutexGuard, PoisonError};

use crate::raw::PyObject;

#[derive(Debug)]
struct Site {
    place: &'static Location<'static>,
    handle: &'static str,
    escape: bool,
    made: AtomicU64,
    gone: AtomicU64,
}

/// What the ledger knows of a handle: the site that made it. A reference, so an `Option` of a handle has its niche.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Tag(&'static Site);

/// One line of a snapshot: what one place in the source has made of one type of handle.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct Row {
    /// The source file, as the compiler was given it.
    pub(crate) file: &'static str,
    /// The line, from 1.
    pub(crate) line: u32,
    /// The handle's type, such as `Owned<List>`.
    pub(crate) handle: String,
    /// Whether these are references that left through `into_raw` and have not come back.
    pub(crate) escaped: bool,
    /// How many are alive now.
    pub(crate) live: u64,
    /// How many have been made so far.
    pub(crate) made: u64,
}

type Key = (&'static Location<'static>, &'static str, bool);

#[derive(Default)]
struct Table {
    sites: HashMap<Key, &'static Site>,
    /// References that left through `into_raw`, by address, so that `from_new` of the same pointer takes one back.
    escapes: HashMap<usize, Vec<Tag>>,
}

static TABLE: LazyLock<Mutex<Table>> = LazyLock::new(Mutex::default);

/// A panic while it was held left nothing half done: each change is one insertion.
fn table() -> MutexGuard<'static, Table> {
    TABLE.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Table {
    fn site(&mut self, key: Key) -> Tag {
        let (place, handle, escape) = key;
        let site = self.sites.entry(key).or_insert_with(|| {
            Box::leak(Box::new(Site { place, handle, escape, made: AtomicU64::new(0), gone: AtomicU64::new(0) }))
        });
        site.made.fetch_add(1, Ordering::Relaxed);
        Tag(site)
    }
}

/// A handle of type `Handle` was made at `place`.
pub(crate) fn acquired<Handle>(place: &'static Location<'static>) -> Tag {
    table().site((place, core::any::type_name::<Handle>(), false))
}

/// A reference came back from a raw pointer; if it had left through `into_raw`, it is no longer escaped.
pub(crate) fn taken_back(object: NonNull<PyObject>) {
    let mut table = table();
    let address = object.as_ptr().addr();
    if let Some(tags) = table.escapes.get_mut(&address) {
        if let Some(tag) = tags.pop() {
            tag.released();
        }
        if tags.is_empty() {
            table.escapes.remove(&address);
        }
    }
}

impl Tag {
    /// The handle has given up its reference.
    pub(crate) fn released(self) {
        self.0.gone.fetch_add(1, Ordering::Release);
    }

    /// The handle became a raw pointer at `place`: from now on that line answers for the reference.
    pub(crate) fn escaped<Handle>(self, object: NonNull<PyObject>, place: &'static Location<'static>) {
        self.released();
        let mut table = table();
        let tag = table.site((place, core::any::type_name::<Handle>(), true));
        table.escapes.entry(object.as_ptr().addr()).or_default().push(tag);
    }
}

/// Every line that has made a handle, in order of file, line and type. Two places on one line are one row.
pub(crate) fn rows() -> Vec<Row> {
    let mut rows: Vec<Row> = table().sites.values().map(|site| site.row()).collect();
    rows.sort();
    rows.dedup_by(|row, kept| {
        let same = (row.file, row.line, &row.handle, row.escaped) == (kept.file, kept.line, &kept.handle, kept.escaped);
        if same {
            kept.live += row.live;
            kept.made += row.made;
        }
        same
    });
    rows
}

impl Site {
    fn row(&self) -> Row {
        // `gone` first: a handle that comes and goes in between then counts as alive, never as less than nothing. What
        // is seen to be gone was made before, on whichever thread: hence acquire and release.
        let gone = self.gone.load(Ordering::Acquire);
        let made = self.made.load(Ordering::Relaxed);
        Row {
            file: self.place.file(),
            line: self.place.line(),
            handle: short(self.handle),
            escaped: self.escape,
            live: made - gone,
            made,
        }
    }
}

/// `owned::ptr::owned::Owned<owned::object::list::List>` as `Owned<List>`.
fn short(name: &str) -> String {
    let mut out = String::new();
    let name = name.replace("'_, ", "");
    for token in name.split_inclusive(|c: char| !c.is_alphanumeric() && c != '_' && c != ':') {
        out.push_str(token.rsplit("::").next().unwrap_or(token));
    }
    out
}
