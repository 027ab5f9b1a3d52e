//! [`Database`]: a connection that is open or closed, and whose turn it is.
#![expect(unsafe_code, reason = "says when a connection can no longer be interrupted")]

use std::cell::RefCell;
use std::panic::{RefUnwindSafe, UnwindSafe};
use std::sync::atomic::{AtomicBool, Ordering::SeqCst};
use std::sync::{Mutex, PoisonError};

use owned::foreign::Turns;
use owned::{PyErr, Python};

use super::error::{Error, Result};
use super::interrupt::Interrupt;
use super::open::{Open, Options};
use super::session::Session;
use super::slots::Key;

/// What a connection and its cursors share.
///
/// A use of the connection borrows the state, for as long as SQLite works; closing borrows it exclusively. So what SQLite
/// calls can use the connection, and cannot close it.
pub(crate) struct Database {
    turns: Turns<RefCell<State>>,
    interrupt: Interrupt,
    /// What was let go of by threads whose turn it was not.
    retired: Mutex<Vec<Retired>>,
    any_retired: AtomicBool,
}

pub(super) enum State {
    /// Not yet opened.
    Fresh,
    Open(Box<Open>),
    Closed,
}

/// What a cursor or a blob has.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Retired {
    Statement(Key),
    Blob(Key),
}

// A panic leaves nothing half done: what is in use is given back, and SQLite does not unwind.
impl UnwindSafe for Database {}
impl RefUnwindSafe for Database {}

impl Database {
    pub(crate) fn new() -> Self {
        Database {
            turns: Turns::new(RefCell::new(State::Fresh)),
            interrupt: Interrupt::default(),
            retired: Mutex::default(),
            any_retired: AtomicBool::new(false),
        }
    }

    /// Opens it, and closes what was open before.
    ///
    /// # Errors
    /// What SQLite says; [`Error::InUse`] from a call of the connection itself.
    pub(crate) fn open(&self, py: Python<'_>, options: &Options) -> Result<()> {
        self.close(py)?;
        let open = py.detach(|| Open::new(options))?;
        let turn = self.turns.enter(py)?;
        let mut state = turn.try_borrow_mut().map_err(|_| Error::InUse)?;
        // SAFETY: open until `close` or another `open`, which put something else there first.
        unsafe { self.interrupt.connect(open.as_ptr()) };
        let old = std::mem::replace(&mut *state, State::Open(Box::new(open)));
        drop(state);
        drop(old); // when the state is free again
        Ok(())
    }

    /// Closes it, with all statements and blobs, whoever has a cursor. What is closed stays so.
    ///
    /// # Errors
    /// [`Error::InUse`] from a call of the connection itself.
    pub(crate) fn close(&self, py: Python<'_>) -> Result<()> {
        let turn = self.turns.enter(py)?;
        let old = match turn.try_borrow_mut() {
            Ok(mut state) => match &*state {
                State::Fresh => return Ok(()),
                State::Open(_) | State::Closed => std::mem::replace(&mut *state, State::Closed),
            },
            Err(_) => return Err(Error::InUse),
        };
        // SAFETY: nothing to be interrupted.
        unsafe { self.interrupt.connect(std::ptr::null_mut()) };
        // The state is free again: destructors that run now find the connection closed.
        py.detach(|| drop(old));
        Ok(())
    }

    /// Uses the connection, when it is this thread's turn.
    ///
    /// # Errors
    /// That it is not open, or that SQLite has called the caller and does not permit it; what a signal's handler raises
    /// while it waits; and what `f` gives.
    pub(crate) fn run<R, E: From<Error>>(
        &self,
        py: Python<'_>,
        f: impl FnOnce(&Session<'_, '_>) -> std::result::Result<R, E>,
    ) -> std::result::Result<R, E> {
        let turn = self.turns.enter(py).map_err(|error: PyErr| E::from(Error::Python(error)))?;
        let state = turn.try_borrow().map_err(|_| E::from(Error::InUse))?;
        let open = match &*state {
            State::Open(open) if open.bar.is_down() => return Err(E::from(Error::Barred)),
            State::Open(open) => open,
            State::Fresh => return Err(E::from(Error::NotOpened)),
            State::Closed => return Err(E::from(Error::Closed)),
        };
        if self.any_retired.swap(false, SeqCst) {
            self.bury(open);
        }
        f(&Session { py, turn: &turn, open })
    }

    /// Lets go of a statement or a blob: at once, or when it is somebody's turn who can. It never waits.
    pub(crate) fn retire(&self, retired: Retired) {
        if let Some(turn) = self.turns.try_enter()
            && let Ok(state) = turn.try_borrow()
        {
            match &*state {
                State::Open(open) if !open.bar.is_down() => return open.end(retired),
                State::Open(_) => {}
                State::Fresh | State::Closed => return,
            }
        }
        self.retired.lock().unwrap_or_else(PoisonError::into_inner).push(retired);
        self.any_retired.store(true, SeqCst);
    }

    fn bury(&self, open: &Open) {
        let retired = std::mem::take(&mut *self.retired.lock().unwrap_or_else(PoisonError::into_inner));
        retired.into_iter().for_each(|one| open.end(one));
    }

    /// Ends what runs, on any thread.
    ///
    /// # Errors
    /// [`Error::Closed`].
    pub(crate) fn interrupt(&self) -> Result<()> {
        if self.interrupt.now() { Ok(()) } else { Err(Error::Closed) }
    }
}

impl Open {
    fn end(&self, retired: Retired) {
        match retired {
            Retired::Statement(key) => self.finish(key, None),
            Retired::Blob(key) => {
                let blob = self.blobs.borrow_mut().remove(key);
                drop(blob);
            }
        }
    }
}
