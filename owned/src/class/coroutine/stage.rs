//! How far a coroutine is.

use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::err::{Result, RuntimeError, ValueError};

use super::future::Body;

/// How far it is, with the future while nobody polls it. The lock is held for a few instructions, in which nothing else
/// runs: whoever polls has taken the future out.
pub(super) struct Stages(Mutex<Stage>);

/// Where a coroutine is.
pub(super) enum Stage {
    /// It was not awaited yet.
    Created(Body),
    /// It waits.
    Suspended(Body),
    /// It is being driven, by whoever has the future.
    Running,
    /// It is over. What it was is still there if its finalizer has closed it: it goes with the object.
    Finished(Option<Body>),
}

/// The same, to look at.
#[derive(Clone, Copy)]
pub(super) enum At {
    Created,
    Suspended,
    Running,
    Finished,
}

impl Stages {
    #[inline]
    pub(super) fn new(future: Body) -> Self {
        Stages(Mutex::new(Stage::Created(future)))
    }

    #[inline]
    pub(super) fn at(&self) -> At {
        match &*self.lock() {
            Stage::Created(_) => At::Created,
            Stage::Suspended(_) => At::Suspended,
            Stage::Running => At::Running,
            Stage::Finished(_) => At::Finished,
        }
    }

    /// Takes the future out, and whether it is a new one: from here on the coroutine is running.
    ///
    /// # Errors
    /// `ValueError` while it is running, `RuntimeError` when it is over.
    #[inline]
    pub(super) fn run(&self) -> Result<(Body, bool)> {
        self.take()?.ok_or_else(|| RuntimeError::new("cannot reuse already awaited coroutine"))
    }

    /// As [`Stages::run`]; `None` when it is over.
    ///
    /// # Errors
    /// `ValueError` while it is running.
    #[inline]
    pub(super) fn take(&self) -> Result<Option<(Body, bool)>> {
        let mut stage = self.lock();
        match core::mem::replace(&mut *stage, Stage::Running) {
            Stage::Created(future) => Ok(Some((future, true))),
            Stage::Suspended(future) => Ok(Some((future, false))),
            Stage::Running => Err(ValueError::new("coroutine already executing")),
            finished @ Stage::Finished(_) => {
                *stage = finished;
                Ok(None)
            }
        }
    }

    /// Whatever future is left, for whoever takes the object apart; nobody polls it any more.
    #[inline]
    pub(super) fn take_apart(&self) -> Option<Body> {
        let mut stage = self.lock();
        match core::mem::replace(&mut *stage, Stage::Finished(None)) {
            Stage::Created(future) | Stage::Suspended(future) => Some(future),
            Stage::Finished(future) => future,
            Stage::Running => {
                *stage = Stage::Running;
                None
            }
        }
    }

    /// Whoever has run it is done.
    #[inline]
    pub(super) fn set(&self, stage: Stage) {
        let running = core::mem::replace(&mut *self.lock(), stage);
        debug_assert!(matches!(running, Stage::Running), "only who runs it says what is next");
    }

    #[inline]
    fn lock(&self) -> MutexGuard<'_, Stage> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
