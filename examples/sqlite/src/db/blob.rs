//! Blobs that are read and written where they are.
#![expect(unsafe_code, reason = "reads and writes blobs by SQLite's functions")]

use std::ffi::{CStr, c_int};
use std::ptr::{self, NonNull};

use libsqlite3_sys as ffi;
use owned::foreign::{Foreign, Handle, OneAtATime};

use super::error::{Error, Result};
use super::session::Session;
use super::slots::Key;

/// `sqlite3_blob`.
pub(crate) enum BlobHandle {}

// SAFETY: `sqlite3_blob_close` closes what `sqlite3_blob_open` made; whoever owns blobs lies behind the connection's turn.
unsafe impl Foreign for BlobHandle {
    type Raw = ffi::sqlite3_blob;
    type Threads = OneAtATime;

    unsafe fn destroy(raw: NonNull<Self::Raw>) {
        // SAFETY: a handle gives up its one blob. Where it fails, it is closed all the same.
        unsafe { ffi::sqlite3_blob_close(raw.as_ptr()) };
    }
}

/// Where a blob is.
pub(crate) struct Place<'a> {
    pub(crate) database: &'a CStr,
    pub(crate) table: &'a CStr,
    pub(crate) column: &'a CStr,
    pub(crate) row: i64,
    pub(crate) writable: bool,
}

impl Session<'_, '_> {
    /// Opens a blob.
    ///
    /// # Errors
    /// What SQLite says: no such table, column or row; no blob.
    pub(crate) fn open_blob(&self, place: &Place<'_>) -> Result<Key> {
        let mut raw = ptr::null_mut();
        let [database, table, column] = [place.database, place.table, place.column].map(CStr::as_ptr);
        // SAFETY: open, in its turn; C strings, and a place to write to.
        let opened = self.open.check(|db| unsafe {
            ffi::sqlite3_blob_open(db, database, table, column, place.row, place.writable.into(), &raw mut raw)
        });
        // SAFETY: made for us, if it is not NULL, which it is where it fails.
        let blob = unsafe { Handle::<BlobHandle>::new(raw, || Error::Gone) };
        opened?;
        let mut blobs = self.open.blobs.borrow_mut();
        let key = blobs.reserve();
        let unwanted = blobs.put(key, blob?);
        drop(blobs);
        drop(unwanted);
        Ok(key)
    }

    /// Does something with a blob; it never calls back.
    fn with_blob<R>(&self, key: Key, f: impl FnOnce(*mut ffi::sqlite3_blob) -> R) -> Result<R> {
        let mut blobs = self.open.blobs.borrow_mut();
        let blob = blobs.take(key)?;
        let result = f(blob.as_ptr());
        let unwanted = blobs.put(key, blob);
        drop(blobs);
        drop(unwanted);
        Ok(result)
    }

    /// How many bytes it has, which cannot change.
    ///
    /// # Errors
    /// [`Error::Gone`] if it is closed.
    pub(crate) fn blob_size(&self, key: Key) -> Result<usize> {
        // SAFETY: open, in its turn.
        let size = self.with_blob(key, |blob| unsafe { ffi::sqlite3_blob_bytes(blob) })?;
        Ok(usize::try_from(size).unwrap_or(0))
    }

    /// Reads as many bytes as there is room for, from a place on.
    ///
    /// # Errors
    /// What SQLite says: `SQLITE_ABORT` if the row has changed.
    pub(crate) fn read_blob(&self, key: Key, from: usize, to: &mut [u8]) -> Result<()> {
        let (first, length) = (to.as_mut_ptr().cast(), to.len() as c_int);
        // SAFETY: open, in its turn; room for so many bytes. SQLite checks the range.
        let status =
            self.with_blob(key, |blob| unsafe { ffi::sqlite3_blob_read(blob, first, length, from as c_int) })?;
        self.open.check(|_| status)
    }

    /// Writes bytes from a place on.
    ///
    /// # Errors
    /// As for reading; `SQLITE_READONLY`.
    pub(crate) fn write_blob(&self, key: Key, from: usize, bytes: &[u8]) -> Result<()> {
        let (first, length) = (bytes.as_ptr().cast(), bytes.len() as c_int);
        // SAFETY: open, in its turn; so many bytes. SQLite checks the range.
        let status =
            self.with_blob(key, |blob| unsafe { ffi::sqlite3_blob_write(blob, first, length, from as c_int) })?;
        self.open.check(|_| status)
    }
}
