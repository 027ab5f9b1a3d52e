//! [`HomeBound`]: a value that can be anywhere and is used, and dropped, on its own thread.
#![expect(unsafe_code, reason = "lets a value be held by any thread, which touches it only at home")]

use core::fmt;
use core::mem::ManuallyDrop;
use std::sync::Arc;

use crate::err::{PyErr, RuntimeError};
use crate::gc::{NoRefs, Traverse, Visited, Visitor};

use super::home::{Home, ThreadName};

/// A value of one thread, for a field of a class: objects are held and let go of by whatever thread comes along.
///
/// It is `Send` and `Sync` whatever is inside. The value is reached on the thread that made it, and is an error
/// elsewhere. Dropped elsewhere it goes home: its thread drops it at its next access to any such value, when it next
/// attaches or comes back from a detached section, and at the latest when it ends. If it has ended already, the value is
/// kept for good, and counted ([`pending`](super::pending)), unless it may have [heirs](HomeBound::with_heirs).
///
/// ```
/// # owned::Python::initialize();
/// use std::cell::Cell;
/// use std::rc::Rc;
/// use std::thread;
///
/// use owned::foreign::HomeBound;
///
/// let count = Rc::new(Cell::new(1)); // neither `Send` nor `Sync`
/// let bound = HomeBound::new(count.clone());
/// thread::scope(|scope| {
///     scope.spawn(|| assert!(bound.get().unwrap_err().to_string().contains("can only be used by thread")));
/// });
/// bound.get()?.set(2);
///
/// thread::spawn(move || drop(bound)).join().unwrap();
/// assert_eq!(Rc::strong_count(&count), 2); // not dropped there
/// owned::Python::attach(|_| ()); // this thread comes by
/// assert_eq!(Rc::strong_count(&count), 1);
/// # Ok::<(), owned::PyErr>(())
/// ```
///
/// The value holds no reference to a Python object in the open, since the collector, which runs on any thread, could not
/// look at it. It is `'static`, so it holds no token of an attached section either.
///
/// Invariant: `value` is there until the drop, and is touched as `home.rs` says.
pub struct HomeBound<T: 'static> {
    value: ManuallyDrop<T>,
    home: Arc<Home>,
    heirs: bool,
}

// SAFETY: other threads than the home's reach the value neither to look at it nor to drop it, but for heirs, which the
// maker of the value allows.
unsafe impl<T> Send for HomeBound<T> {}
// SAFETY: as above.
unsafe impl<T> Sync for HomeBound<T> {}

impl<T> HomeBound<T> {
    /// A value of this thread.
    ///
    /// ```
    /// use owned::foreign::HomeBound;
    ///
    /// let bound = HomeBound::new(std::rc::Rc::new(7)); // may be anywhere, though an `Rc` may not
    /// assert!(bound.is_here());
    /// ```
    #[inline]
    pub fn new(value: T) -> Self {
        HomeBound { value: ManuallyDrop::new(value), home: Home::current(), heirs: false }
    }

    /// A value of this thread that others may drop once this thread ends: one at a time, with everything else that was
    /// left for this thread and may have heirs. From then on nobody can get at the value, nor at others of its kind.
    ///
    /// ```
    /// use owned::foreign::HomeBound;
    ///
    /// // SAFETY: a box may be dropped by any thread.
    /// let bound = unsafe { HomeBound::with_heirs(Box::new(7)) };
    /// assert_eq!(bound.get().map(|value| **value), Ok(7));
    /// ```
    ///
    /// # Safety
    /// When this thread ends, another one may drop `value`, as long as nobody uses anything that the value has in common
    /// with others of this thread; all of those are behind such a `HomeBound` too.
    #[inline]
    pub unsafe fn with_heirs(value: T) -> Self {
        HomeBound { value: ManuallyDrop::new(value), home: Home::current(), heirs: true }
    }

    /// The value, if this is its thread. What was left for this thread is dropped first.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// use owned::foreign::HomeBound;
    ///
    /// let bound = HomeBound::new(7);
    /// assert_eq!(bound.get(), Ok(&7));
    /// assert!(std::thread::scope(|scope| scope.spawn(|| bound.get().is_err()).join()).unwrap());
    /// ```
    ///
    /// # Errors
    /// [`WrongThread`] on any other, which Python sees as a `RuntimeError`.
    #[inline]
    pub fn get(&self) -> Result<&T, WrongThread> {
        if !self.home.admits(self.heirs) {
            return Err(self.refuse());
        }
        if !self.home.is_settled() {
            self.home.settle();
        }
        Ok(&self.value)
    }

    /// Whether this is its thread.
    ///
    /// ```
    /// use owned::foreign::HomeBound;
    ///
    /// let bound = HomeBound::new(7);
    /// assert!(bound.is_here());
    /// assert!(!std::thread::scope(|scope| scope.spawn(|| bound.is_here()).join()).unwrap());
    /// ```
    #[inline]
    pub fn is_here(&self) -> bool {
        self.home.is_here()
    }

    #[cold]
    #[inline]
    fn refuse(&self) -> WrongThread {
        WrongThread { home: self.home.thread.clone(), here: ThreadName::current() }
    }
}

impl<T> Drop for HomeBound<T> {
    #[inline]
    fn drop(&mut self) {
        // SAFETY: the one place that takes the value, and it is not looked at any more.
        let value = unsafe { ManuallyDrop::take(&mut self.value) };
        if self.home.admits(self.heirs) { drop(value) } else { self.home.leave(value, self.heirs) }
    }
}

impl<T: NoRefs> NoRefs for HomeBound<T> {}

// SAFETY: there is nothing to visit.
unsafe impl<T: NoRefs> Traverse for HomeBound<T> {
    #[inline]
    fn traverse(&self, _: &mut Visitor<'_>) -> Visited {
        Ok(())
    }
}

impl<T> fmt::Debug for HomeBound<T> {
    /// Not the value: this may be another thread.
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("HomeBound").field("home", &self.home.thread).finish_non_exhaustive()
    }
}

/// A value was asked for away from its thread.
///
/// ```
/// # owned::Python::initialize();
/// use owned::foreign::{HomeBound, WrongThread};
///
/// let bound = HomeBound::new(7);
/// let elsewhere = || bound.get().map(|value| *value);
/// let refused: Result<i32, WrongThread> = std::thread::scope(|scope| scope.spawn(elsewhere).join()).unwrap();
/// assert!(refused.unwrap_err().to_string().starts_with("this can only be used by thread "));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrongThread {
    home: ThreadName,
    here: ThreadName,
}

impl fmt::Display for WrongThread {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let WrongThread { home, here } = self;
        write!(f, "this can only be used by thread {home}, which made it, not by thread {here}")
    }
}

impl std::error::Error for WrongThread {}

impl From<WrongThread> for PyErr {
    #[cold]
    #[inline]
    fn from(error: WrongThread) -> Self {
        RuntimeError::new(error.to_string())
    }
}
