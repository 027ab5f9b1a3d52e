//! [`Turns`]: an object of C's that one thread uses at a time, and that calls back.
#![expect(unsafe_code, reason = "shares between threads what one at a time may use; has nothing to show the collector")]

use core::cell::Cell;
use core::fmt;
use core::marker::PhantomData;
use core::ops::Deref;
use core::ptr;
use core::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::sync::{Condvar, Mutex, PoisonError};
use std::time::{Duration, Instant};

use crate::err::Result;
use crate::gc::{NoRefs, Traverse, Visited, Visitor};
use crate::token::Python;

/// How long a thread that waits sleeps before it looks for signals.
const SLICE: Duration = Duration::from_millis(50);

/// A lock for what [one thread at a time](super::OneAtATime) may use, where C calls back in the middle.
///
/// A `Mutex` is wrong there. It would be held for the whole call, and a thread that waits for it while it is attached
/// never lets the callback attach; and a callback that comes back to the object would wait for itself. So here
///
/// - who waits is detached, and looks for signals now and then: Ctrl-C ends the wait;
/// - the thread whose turn it is may [enter](Turns::enter) again, from a callback. It gets the same `&T`, so what is
///   inside says by itself, with a `Cell` or a `RefCell`, what a callback must not do;
/// - [`Turn::detach`] runs C's long functions detached, with the turn kept.
///
/// ```
/// # owned::Python::initialize();
/// use std::cell::Cell;
///
/// use owned::foreign::Turns;
/// use owned::prelude::*;
///
/// let counter = Turns::new(Cell::new(0)); // a `Cell` is not `Sync`, and need not be
/// Python::attach(|py| {
///     let turn = counter.enter(py)?;
///     turn.set(1);
///     counter.enter(py)?.set(2); // the same thread, in a callback say
///     turn.detach(py, |counter| counter.set(counter.get() + 40));
///     assert_eq!(turn.get(), 42);
///     let elsewhere = || counter.try_enter().is_none();
///     assert!(std::thread::scope(|scope| py.detach(|| scope.spawn(elsewhere).join())).unwrap());
///     Ok::<(), PyErr>(())
/// })?;
/// # Ok::<(), owned::PyErr>(())
/// ```
///
/// Invariants: 0 `owner` is the number of the thread whose turn it is, or 0; 1 only that thread touches `depth` and
/// looks at `value`.
pub struct Turns<T> {
    owner: AtomicUsize,
    depth: Cell<usize>,
    /// How many sleep, or are about to.
    waiting: AtomicUsize,
    bed: Mutex<()>,
    free: Condvar,
    value: T,
}

// SAFETY: invariant 1: what is inside is used by one thread after the other (`T: Send`), never by two (so not `T: Sync`).
unsafe impl<T: Send> Sync for Turns<T> {}

/// The turn of this thread, until it is dropped. It gives the object, and cannot leave the thread.
///
/// ```
/// # owned::Python::initialize();
/// use owned::prelude::*;
/// use owned::foreign::{Turn, Turns};
/// Python::attach(|py| {
///     let counter = Turns::new(std::cell::Cell::new(0));
///     let turn: Turn<'_, _> = counter.enter(py)?;
///     turn.set(turn.get() + 1);
///     drop(turn); // now it is another's
///     assert_eq!(counter.into_inner().get(), 1);
///     Ok::<(), PyErr>(())
/// })?;
/// # Ok::<(), PyErr>(())
/// ```
pub struct Turn<'a, T> {
    turns: &'a Turns<T>,
    /// Not `Send`: the thread that has entered is the one that leaves. Not `Sync`: `T` may not be.
    _here: PhantomData<*const ()>,
}

impl<T> Turns<T> {
    /// It is nobody's turn.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::foreign::Turns;
    /// assert_eq!(Turns::new(7).into_inner(), 7);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    pub const fn new(value: T) -> Self {
        Turns {
            owner: AtomicUsize::new(0),
            depth: Cell::new(0),
            waiting: AtomicUsize::new(0),
            bed: Mutex::new(()),
            free: Condvar::new(),
            value,
        }
    }

    /// Waits, detached, until nobody else has the turn.
    ///
    /// Two threads that each have the turn of one object and wait for that of the other wait for ever, or until Ctrl-C,
    /// as with any lock.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::foreign::Turns;
    /// let counter = Turns::new(std::cell::Cell::new(1));
    /// let turn = counter.enter(py)?;
    /// assert_eq!(turn.get(), 1);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// What a signal's handler raises while this thread waits: `KeyboardInterrupt`.
    #[inline]
    pub fn enter(&self, py: Python<'_>) -> Result<Turn<'_, T>>
    where
        T: Send,
    {
        match self.try_enter() {
            Some(turn) => Ok(turn),
            None => self.wait(py),
        }
    }

    /// The turn, if nobody else has it: for destructors, which must not wait, and threads that are not attached.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::foreign::Turns;
    /// let counter = Turns::new(std::cell::Cell::new(1));
    /// let turn = counter.enter(py)?;
    /// let elsewhere = || counter.try_enter().is_none();
    /// assert!(std::thread::scope(|scope| scope.spawn(elsewhere).join()).unwrap()); // it is this thread's turn
    /// drop(turn);
    /// assert!(counter.try_enter().is_some());
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[inline]
    pub fn try_enter(&self) -> Option<Turn<'_, T>> {
        self.claim().then(|| self.claimed())
    }

    /// The object, which nobody else has then.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::foreign::Turns;
    /// assert_eq!(Turns::new("ink").into_inner(), "ink");
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    pub fn into_inner(self) -> T {
        self.value
    }

    #[cold]
    fn wait(&self, py: Python<'_>) -> Result<Turn<'_, T>>
    where
        T: Send,
    {
        loop {
            if py.detach(|| self.sleep()) {
                return Ok(self.claimed());
            }
            py.check_signals()?;
        }
    }

    /// Sleeps until it is this thread's turn, or a slice of time has gone by without.
    fn sleep(&self) -> bool {
        let end = Instant::now() + SLICE;
        let mut bed = self.bed.lock().unwrap_or_else(PoisonError::into_inner);
        // From here on, whoever leaves sees that somebody waits, and needs `bed` to wake us: no wake-up is lost.
        self.waiting.fetch_add(1, SeqCst);
        let claimed = loop {
            if self.claim() {
                break true;
            }
            let left = end.saturating_duration_since(Instant::now());
            if left.is_zero() {
                break false;
            }
            bed = self.free.wait_timeout(bed, left).unwrap_or_else(PoisonError::into_inner).0;
        };
        self.waiting.fetch_sub(1, SeqCst);
        claimed
    }

    fn claim(&self) -> bool {
        match self.owner.compare_exchange(0, here(), SeqCst, SeqCst) {
            Ok(_) => true,
            // Only this thread writes its own number.
            Err(owner) => owner == here(),
        }
    }

    /// For the thread that `claim` has made the owner.
    fn claimed(&self) -> Turn<'_, T> {
        self.depth.set(self.depth.get() + 1);
        Turn { turns: self, _here: PhantomData }
    }
}

/// A number of this thread that no other living thread has: where a variable of its own lies.
#[inline]
fn here() -> usize {
    thread_local!(static HERE: u8 = const { 0 });
    HERE.with(ptr::from_ref).addr()
}

impl<T> Turn<'_, T> {
    /// Runs `f` detached, and keeps the turn: other threads run Python meanwhile, and wait for the object.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::foreign::Turns;
    /// let counter = Turns::new(std::cell::Cell::new(1));
    /// let turn = counter.enter(py)?;
    /// turn.detach(py, |counter| counter.set(42)); // a long function of C's
    /// assert_eq!(turn.get(), 42);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[inline]
    pub fn detach<R: Send>(&self, py: Python<'_>, f: impl FnOnce(&T) -> R + Send) -> R
    where
        T: Send,
    {
        struct Here<'a, T>(&'a T);
        // SAFETY: `detach` runs what it is given on this thread, whose turn it is; nothing else gets at this. What is of an
        // attached section is not `Send`, so it is not in `T`.
        unsafe impl<T> Send for Here<'_, T> {}
        impl<T> Here<'_, T> {
            fn get(&self) -> &T {
                self.0
            }
        }
        let value = Here(&self.turns.value);
        py.detach(move || f(value.get()))
    }

    /// Whether this thread had the turn already: this is a callback.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::foreign::Turns;
    /// let counter = Turns::new(std::cell::Cell::new(1));
    /// let turn = counter.enter(py)?;
    /// assert!(!turn.is_nested() && counter.enter(py)?.is_nested());
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[inline]
    pub fn is_nested(&self) -> bool {
        self.turns.depth.get() > 1
    }
}

impl<T> Deref for Turn<'_, T> {
    type Target = T;

    #[inline]
    fn deref(&self) -> &T {
        &self.turns.value
    }
}

impl<T> Drop for Turn<'_, T> {
    #[inline]
    fn drop(&mut self) {
        let turns = self.turns;
        turns.depth.set(turns.depth.get() - 1);
        if turns.depth.get() > 0 {
            return;
        }
        turns.owner.store(0, SeqCst);
        if turns.waiting.load(SeqCst) > 0 {
            drop(turns.bed.lock().unwrap_or_else(PoisonError::into_inner));
            turns.free.notify_one();
        }
    }
}

impl<T: NoRefs> NoRefs for Turns<T> {}

// SAFETY: there is nothing to visit.
unsafe impl<T: NoRefs> Traverse for Turns<T> {
    #[inline]
    fn traverse(&self, _: &mut Visitor<'_>) -> Visited {
        Ok(())
    }
}

impl<T> fmt::Debug for Turns<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Turns").finish_non_exhaustive()
    }
}

impl<T> fmt::Debug for Turn<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Turn").finish_non_exhaustive()
    }
}

#[cfg(test)]
static_assertions::assert_impl_all!(Turns<Cell<u8>>: Send, Sync);
#[cfg(test)]
static_assertions::assert_not_impl_any!(Turns<*const u8>: Sync);
#[cfg(test)]
static_assertions::assert_not_impl_any!(Turn<'static, u8>: Send, Sync);
