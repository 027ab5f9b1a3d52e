//! An open connection, with all that was made of it.
#![expect(unsafe_code, reason = "opens and closes connections")]

use std::cell::RefCell;
use std::ffi::{CString, c_int};
use std::ptr::{self, NonNull};
use std::time::Duration;

use libsqlite3_sys as ffi;
use owned::foreign::{Foreign, Handle, OneAtATime};

use super::blob::BlobHandle;
use super::cache::Cache;
use super::error::{Error, Failure, Result, check};
use super::slots::{Key, Slots};
use super::statement::{Statement, past_comments};
use super::watch::{Bar, Watch};

/// `sqlite3`.
pub(crate) enum Sqlite {}

// SAFETY: `sqlite3_close` closes what `sqlite3_open_v2` made. Opened with `SQLITE_OPEN_NOMUTEX`, a connection is used,
// and closed, by any thread, one at a time. What SQLite keeps of Python is tokens, which own nothing.
unsafe impl Foreign for Sqlite {
    type Raw = ffi::sqlite3;
    type Threads = OneAtATime;

    unsafe fn destroy(raw: NonNull<Self::Raw>) {
        // SAFETY: a handle gives up its one connection; what was made of it is gone.
        unsafe { ffi::sqlite3_close(raw.as_ptr()) };
    }
}

/// What to open, and how.
pub(crate) struct Options {
    pub(crate) path: CString,
    pub(crate) uri: bool,
    pub(crate) timeout: Duration,
    pub(crate) cached: usize,
}

/// Invariant: fields are dropped in their order. What was made of the connection goes first, then the connection, then
/// what it calls.
pub(crate) struct Open {
    statements: RefCell<Slots<Statement>>,
    pub(super) blobs: RefCell<Slots<Handle<BlobHandle>>>,
    cache: RefCell<Cache>,
    handle: Handle<Sqlite>,
    watch: Box<Watch>,
    pub(super) bar: Bar,
}

impl Open {
    /// Opens a database. It may wait for the disk.
    ///
    /// # Errors
    /// What SQLite says of it.
    pub(crate) fn new(options: &Options) -> Result<Self> {
        let mut raw = ptr::null_mut();
        let mut flags = ffi::SQLITE_OPEN_READWRITE | ffi::SQLITE_OPEN_CREATE | ffi::SQLITE_OPEN_NOMUTEX;
        if options.uri {
            flags |= ffi::SQLITE_OPEN_URI;
        }
        // SAFETY: a C string, and a place to write to.
        let code = unsafe { ffi::sqlite3_open_v2(options.path.as_ptr(), &raw mut raw, flags, ptr::null()) };
        // Also where it fails there is a connection, which knows why, and is to be closed.
        // SAFETY: made for us, if it is not NULL.
        let handle = unsafe { Handle::<Sqlite>::new(raw, || Error::Sqlite(Failure::of_code(ffi::SQLITE_NOMEM))) }?;
        if code != ffi::SQLITE_OK {
            // SAFETY: a connection of ours alone.
            return Err(Error::Sqlite(unsafe { Failure::last(raw, code) }));
        }
        // SAFETY: as above.
        unsafe { ffi::sqlite3_extended_result_codes(raw, 1) };
        // As SQLite has it where nobody chooses, and Python's own module; the crate of its sources has chosen otherwise.
        // SAFETY: as above; this option takes a number and a place for an answer, which may be NULL.
        unsafe { ffi::sqlite3_db_config(raw, ffi::SQLITE_DBCONFIG_ENABLE_FKEY, 0, ptr::null_mut::<c_int>()) };
        let bar = Bar::default();
        let watch = Box::new(Watch::new(bar.clone(), options.timeout));
        // SAFETY: the box is dropped after the handle, and does not move.
        unsafe { watch.register(raw) };
        Ok(Open {
            statements: RefCell::new(Slots::new()),
            blobs: RefCell::new(Slots::new()),
            cache: RefCell::new(Cache::new(options.cached)),
            handle,
            watch,
            bar,
        })
    }

    /// The connection, to pass to SQLite in this turn.
    pub(super) fn as_ptr(&self) -> *mut ffi::sqlite3 {
        self.handle.as_ptr()
    }

    pub(super) fn watch(&self) -> &Watch {
        &self.watch
    }

    /// Calls a function of SQLite's with the connection.
    pub(super) fn check(&self, call: impl FnOnce(*mut ffi::sqlite3) -> c_int) -> Result<()> {
        let db = self.as_ptr();
        // SAFETY: open, and whoever can see this has the turn.
        unsafe { check(db, || call(db)) }.map(drop)
    }

    /// The statement of a text: from the cache, or a new one; `None` if there is nothing but comments.
    pub(super) fn prepare(&self, sql: &str) -> Result<Option<(Key, Statement)>> {
        let cached = self.cache.borrow_mut().take(sql);
        let statement = match cached {
            Some(statement) => statement,
            // SAFETY: open, in its turn; what is prepared ends up in a field that is dropped before the connection.
            None => match unsafe { Statement::prepare(self.as_ptr(), sql, true) }? {
                (_, rest) if !past_comments(&sql[rest..]).is_empty() => return Err(Error::Several),
                (Some(statement), _) => statement,
                (None, _) => return Ok(None),
            },
        };
        Ok(Some((self.statements.borrow_mut().reserve(), statement)))
    }

    pub(super) fn take(&self, key: Key) -> Result<Statement> {
        self.statements.borrow_mut().take(key)
    }

    pub(super) fn put(&self, key: Key, statement: Statement) {
        let unwanted = self.statements.borrow_mut().put(key, statement);
        drop(unwanted);
    }

    /// Ends a run, and keeps the statement for the next one.
    pub(super) fn finish(&self, key: Key, statement: Option<Statement>) {
        let inside = self.statements.borrow_mut().remove(key);
        if let Some(mut statement) = statement.or(inside) {
            statement.reset();
            statement.clear();
            let unwanted = self.cache.borrow_mut().put(statement);
            drop(unwanted);
        }
    }

    /// Runs all statements of a text.
    pub(super) fn script(&self, mut sql: &str) -> Result<()> {
        while !sql.is_empty() {
            // SAFETY: open, in its turn; the statement is dropped in this turn.
            let (statement, rest) = unsafe { Statement::prepare(self.as_ptr(), sql, false) }?;
            if let Some(mut statement) = statement {
                while statement.step()? == super::Step::Row {}
            }
            sql = &sql[rest..];
        }
        Ok(())
    }

    /// Whether a transaction has begun.
    pub(crate) fn in_transaction(&self) -> bool {
        // SAFETY: open, in its turn.
        unsafe { ffi::sqlite3_get_autocommit(self.as_ptr()) == 0 }
    }

    /// How many rows the last statement has changed.
    pub(crate) fn changes(&self) -> i64 {
        // SAFETY: open, in its turn.
        unsafe { ffi::sqlite3_changes64(self.as_ptr()) }
    }

    /// How many rows were changed since it was opened.
    pub(crate) fn total_changes(&self) -> i64 {
        // SAFETY: open, in its turn.
        unsafe { ffi::sqlite3_total_changes64(self.as_ptr()) }
    }

    /// The number of the row that was inserted last.
    pub(crate) fn last_row(&self) -> i64 {
        // SAFETY: open, in its turn.
        unsafe { ffi::sqlite3_last_insert_rowid(self.as_ptr()) }
    }
}
