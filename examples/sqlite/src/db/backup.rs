//! Copying a database into another one.
#![expect(unsafe_code, reason = "calls the functions of SQLite that copy")]

use std::ffi::{CStr, c_int};
use std::ptr::NonNull;

use libsqlite3_sys as ffi;
use owned::foreign::{Foreign, Handle, OneAtATime};

use super::error::{Error, Failure, Result, check};
use super::session::Session;

/// `sqlite3_backup`.
enum Backing {}

// SAFETY: `sqlite3_backup_finish` ends what `sqlite3_backup_init` made. It is dropped in the turns of both connections.
unsafe impl Foreign for Backing {
    type Raw = ffi::sqlite3_backup;
    type Threads = OneAtATime;

    unsafe fn destroy(raw: NonNull<Self::Raw>) {
        // SAFETY: a handle gives up its one backup.
        unsafe { ffi::sqlite3_backup_finish(raw.as_ptr()) };
    }
}

/// A copy under way. It lives in a turn of either connection.
pub(crate) struct Backup<'a, 'py> {
    handle: Handle<Backing>,
    target: &'a Session<'a, 'py>,
}

impl<'a, 'py> Backup<'a, 'py> {
    /// Begins to copy `source`'s database of that name over `target`'s main one.
    ///
    /// # Errors
    /// What SQLite says: that the target is in use, or the same.
    pub(crate) fn new(source: &'a Session<'_, '_>, name: &CStr, target: &'a Session<'a, 'py>) -> Result<Self> {
        let (from, to) = (source.open.as_ptr(), target.open.as_ptr());
        // SAFETY: both open, in their turns; C strings.
        let raw = unsafe { ffi::sqlite3_backup_init(to, c"main".as_ptr(), from, name.as_ptr()) };
        // SAFETY: made for us, if it is not NULL.
        let handle = unsafe { Handle::new(raw, || ()) };
        // SAFETY: open, in its turn.
        let code = unsafe { ffi::sqlite3_errcode(to) };
        // SAFETY: as above.
        let failed = |()| Error::Sqlite(unsafe { Failure::last(to, code) });
        Ok(Backup { handle: handle.map_err(failed)?, target })
    }

    /// Copies so many pages (-1: all), detached; gives the code, which may be that the database is locked.
    ///
    /// # Errors
    /// What goes wrong beyond that.
    pub(crate) fn step(&mut self, pages: c_int) -> Result<c_int> {
        struct Here(*mut ffi::sqlite3_backup, *mut ffi::sqlite3);
        // SAFETY: a detached section is of this thread, which has the turns.
        unsafe impl Send for Here {}
        impl Here {
            fn step(self, pages: c_int) -> Result<c_int> {
                let mut code = ffi::SQLITE_OK;
                let step = || {
                    // SAFETY: under way, and both connections are open, in their turns.
                    code = unsafe { ffi::sqlite3_backup_step(self.0, pages) };
                    ffi::SQLITE_OK
                };
                // SAFETY: as above.
                unsafe { check(self.1, step) }?;
                match code & 0xff {
                    ffi::SQLITE_OK | ffi::SQLITE_DONE | ffi::SQLITE_BUSY | ffi::SQLITE_LOCKED => Ok(code),
                    _ => Err(Error::Sqlite(Failure::of_code(code))),
                }
            }
        }
        let here = Here(self.handle.as_ptr(), self.target.open.as_ptr());
        self.target.py.detach(move || here.step(pages))
    }

    /// How many pages are left, and how many there are.
    pub(crate) fn pages(&self) -> (c_int, c_int) {
        let raw = self.handle.as_ptr();
        // SAFETY: under way.
        let left = unsafe { ffi::sqlite3_backup_remaining(raw) };
        // SAFETY: under way.
        (left, unsafe { ffi::sqlite3_backup_pagecount(raw) })
    }

    /// Whether that was all.
    pub(crate) fn is_done(code: c_int) -> bool {
        code == ffi::SQLITE_DONE
    }

    /// Whether somebody else has the database.
    pub(crate) fn is_locked(code: c_int) -> bool {
        matches!(code & 0xff, ffi::SQLITE_BUSY | ffi::SQLITE_LOCKED)
    }
}
