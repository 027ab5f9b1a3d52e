//! Ending what runs, from any thread.
#![expect(unsafe_code, reason = "interrupts a connection that other threads use")]

use std::ptr::NonNull;
use std::sync::{Mutex, PoisonError};

use libsqlite3_sys as ffi;

/// The one way to a connection that needs no turn: `sqlite3_interrupt` is safe on any thread, if the connection is not
/// closed before it returns.
///
/// Invariant: what is in here is open. It is taken out, under the lock, before it is closed.
#[derive(Debug, Default)]
pub(crate) struct Interrupt(Mutex<Option<Connected>>);

#[derive(Debug)]
struct Connected(NonNull<ffi::sqlite3>);

// SAFETY: only `sqlite3_interrupt` gets it, which any thread may call.
unsafe impl Send for Connected {}

impl Interrupt {
    /// # Safety
    /// `db` is NULL, or open until this is called with something else.
    pub(crate) unsafe fn connect(&self, db: *mut ffi::sqlite3) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = NonNull::new(db).map(Connected);
    }

    /// Ends what runs; says whether there is a connection at all.
    pub(crate) fn now(&self) -> bool {
        let connected = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(Connected(db)) = &*connected {
            // SAFETY: open, by the invariant, as long as the lock is held.
            unsafe { ffi::sqlite3_interrupt(db.as_ptr()) };
        }
        connected.is_some()
    }
}
