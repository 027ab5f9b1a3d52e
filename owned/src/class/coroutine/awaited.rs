//! What a coroutine awaits of Python's: an iterator in its table, which those drive who drive the coroutine.
#![expect(unsafe_code, reason = "shows the collector what is awaited")]

use core::task::Waker;

use crate::err::{PyErr, Result, RuntimeError};
use crate::gc::{Traverse, Visited, Visitor};
use crate::ptr::{Any, Owned, Py};
use crate::token::Python;

use super::awaitable;
use super::table::{Inside, Late, Table, ended, lock};

/// An awaitable that has begun.
pub(super) struct Awaited {
    id: u64,
    iterator: Py<Any>,
    /// What it has yielded, to be handed on to whoever drives the coroutine.
    yielded: Option<Py<Any>>,
    /// What it came to.
    outcome: Option<Result<Py<Any>>>,
}

impl Table {
    /// Awaits an iterator that has yielded for the first time. What comes back is its number.
    ///
    /// # Errors
    /// `RuntimeError` if another is awaited: a coroutine yields to one event loop.
    #[inline]
    pub(super) fn begin(&self, iterator: Owned<'_, Any>, yielded: Owned<'_, Any>, waker: Waker) -> Result<u64> {
        let py = iterator.py();
        let (iterator, yielded) = (iterator.unbind(), yielded.unbind());
        let begun = self.change(py, |inside| {
            if inside.ended || inside.awaited.is_some() {
                return Err((inside.ended, iterator, yielded));
            }
            inside.count += 1;
            let id = inside.count;
            inside.awaited = Some(Awaited { id, iterator, yielded: Some(yielded), outcome: None });
            Ok(id)
        })?;
        match begun {
            Ok(id) => {
                drop(lock(&self.awaiting).replace(waker));
                Ok(id)
            }
            Err((has_ended, iterator, _)) => {
                awaitable::close_quietly(&iterator.into_bound(py));
                Err(if has_ended { ended() } else { two() })
            }
        }
    }

    /// Whether an awaitable is being awaited.
    #[inline]
    pub(super) fn is_awaiting(&self, py: Python<'_>) -> bool {
        self.inside.with(py, |inside| inside.awaited.is_some()).unwrap_or(false)
    }

    /// The iterator that is being awaited, while it has not come to an end.
    #[inline]
    pub(super) fn iterator<'py>(&self, py: Python<'py>) -> Option<Owned<'py, Any>> {
        let of = |inside: &Inside| {
            let awaited = inside.awaited.as_ref().filter(|awaited| awaited.outcome.is_none());
            awaited.map(|awaited| awaited.iterator.bind(py).to_owned())
        };
        self.inside.with(py, of).ok().flatten()
    }

    /// The iterator has yielded again.
    #[inline]
    pub(super) fn set_yielded(&self, yielded: Owned<'_, Any>) -> Result<()> {
        let py = yielded.py();
        let yielded = Some(yielded.unbind());
        let replaced = self.change(py, |inside| match &mut inside.awaited {
            Some(awaited) => core::mem::replace(&mut awaited.yielded, yielded),
            None => yielded,
        });
        replaced.map(drop)
    }

    #[inline]
    pub(super) fn take_yielded<'py>(&self, py: Python<'py>) -> Result<Option<Owned<'py, Any>>> {
        let yielded = self.change(py, |inside| inside.awaited.as_mut().and_then(|awaited| awaited.yielded.take()))?;
        Ok(yielded.map(|yielded| yielded.into_bound(py)))
    }

    /// The iterator has come to an end: whoever polls the `Wait` is woken.
    #[inline]
    pub(super) fn settle(&self, py: Python<'_>, outcome: Result<Owned<'_, Any>>) -> Result<()> {
        let outcome = Some(outcome.map(Owned::unbind));
        let unused = self.change(py, |inside| match &mut inside.awaited {
            Some(awaited) => core::mem::replace(&mut awaited.outcome, outcome),
            None => outcome,
        })?;
        drop(unused);
        let waker = lock(&self.awaiting).take();
        if let Some(waker) = waker {
            waker.wake();
        }
        Ok(())
    }

    /// What the awaitable of this number has come to; `None` while it has not.
    #[inline]
    pub(super) fn outcome<'py>(&self, py: Python<'py>, id: u64) -> Result<Option<Result<Owned<'py, Any>>>> {
        let taken = self.change(py, |inside| match &mut inside.awaited {
            Some(awaited) if awaited.id == id => match awaited.outcome.take() {
                Some(outcome) => Ok(Some((outcome, inside.awaited.take()))),
                None => Ok(None),
            },
            _ => Err(()),
        })?;
        match taken {
            Ok(None) => Ok(None),
            Ok(Some((outcome, _awaited))) => Ok(Some(outcome.map(|value| value.into_bound(py)))),
            Err(()) => Err(ended()),
        }
    }

    /// Who polls the `Wait` may change from one poll to the next.
    #[inline]
    pub(super) fn set_waker(&self, waker: &Waker) {
        let mut awaiting = lock(&self.awaiting);
        if !awaiting.as_ref().is_some_and(|known| known.will_wake(waker)) {
            let before = awaiting.replace(waker.clone());
            drop(awaiting);
            drop(before);
        }
    }

    /// Awaits it no more, for a destructor on any thread: the awaitable is closed.
    #[inline]
    pub(super) fn abandon(&self, id: u64) {
        if self.at_home(|py| self.close(py, id)).is_none() {
            lock(&self.late).push(Late::Awaited(id));
        }
    }

    #[inline]
    pub(super) fn close(&self, py: Python<'_>, id: u64) {
        let taken = self.change(py, |inside| match &inside.awaited {
            Some(awaited) if awaited.id == id => inside.awaited.take(),
            _ => None,
        });
        let waker = lock(&self.awaiting).take();
        drop(waker);
        if let Ok(Some(awaited)) = taken
            && awaited.outcome.is_none()
        {
            awaitable::close_quietly(&awaited.iterator.into_bound(py));
        }
    }
}

#[cold]
#[inline]
pub(super) fn two() -> PyErr {
    RuntimeError::new(
        "a coroutine awaits one Python awaitable at a time: those that are to run beside others are `cx.spawn`ed",
    )
}

// SAFETY: each field is owned once.
unsafe impl Traverse for Awaited {
    #[inline]
    fn traverse(&self, visitor: &mut Visitor<'_>) -> Visited {
        self.iterator.traverse(visitor)?;
        self.yielded.traverse(visitor)?;
        self.outcome.traverse(visitor)
    }
}
