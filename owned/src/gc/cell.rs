//! [`GcCell`]: what changes behind a shared reference, and what the collector sees and clears.
#![expect(unsafe_code, reason = "hands out references to the value under a word that says who uses it")]

use core::cell::UnsafeCell;
use core::fmt;
use core::panic::Location;
use core::ptr;
use core::sync::atomic::{AtomicIsize, AtomicPtr, Ordering};

use crate::err::{PyErr, ReferenceError, Result, RuntimeError};
use crate::ptr::{Owned, Py, TypeInfo};
use crate::raw::{Patience, UsedBy, Whose};
use crate::token::Python;

use super::{NoRefs, Traverse, Visited, Visitor};

/// A field that changes through `&self`: for references in a class without `&mut self`, in a capture, in a static.
///
/// Every access asks for a token, and lasts as long as a call: no guard can be kept or forgotten. Whoever looks shares
/// the value, whoever changes it has it alone; an access that cannot be had is an error that names the line of the other.
/// (Without a GIL another thread that is at it is waited for, up to a second.) What is replaced is given back, or dropped
/// when the access has ended, so a destructor that runs then may use the cell.
///
/// The collector sees what is inside, but while it is being changed: what it holds then counts as held from outside.
/// When it breaks a cycle it empties the cell; an access after that is a `ReferenceError`. Where modules are imported in
/// several interpreters (feature `own-gil`) the cell of an object is used in that of the object: in another one, which a
/// thread of Rust's attaches to, an access is an error.
///
/// ```
/// use owned::prelude::*;
///
/// /// Remembers one object. No method takes `&mut self`, so none can find it in use.
/// #[class]
/// pub struct Memo {
///     last: GcCell<Option<Py<Any>>>,
/// }
///
/// #[methods]
/// impl Memo {
///     #[new]
///     fn new() -> Self {
///         Memo { last: GcCell::default() }
///     }
///
///     /// Remember `value`; returns what was remembered before.
///     fn keep(&self, py: Python<'_>, value: Py<Any>) -> Result<Option<Py<Any>>> {
///         self.last.replace(py, Some(value))
///     }
/// }
/// # #[owned::module]
/// # mod memos {
/// #     #[export]
/// #     pub use super::Memo;
/// # }
/// # fn main() -> Result<()> {
/// # Python::initialize();
/// # Python::attach(|py| {
/// let memo = owned::load!(py, memos)?.call_method("Memo", ())?;
/// memo.call_method("keep", (&memo,))?; // a cycle, which the collector breaks
/// assert!(memo.call_method("keep", ("text",))?.is(&memo));
/// # Ok(())
/// # })
/// # }
/// ```
pub struct GcCell<T> {
    /// 0 nobody uses the value, n so many look at it, -1 one changes it.
    users: AtomicIsize,
    /// Where there is no GIL, which thread that is.
    by: UsedBy,
    /// Whose collector sees what is inside: nobody else may change it, for a collector stops only its own threads.
    whose: Whose,
    /// Where the access began (the first of several that look), for the message of a conflict. NULL or a `&'static Location`.
    place: AtomicPtr<Location<'static>>,
    /// `None` once the collector has cleared it.
    value: UnsafeCell<Option<T>>,
}

const CHANGED: isize = -1;

// SAFETY: the value is reached shared from several threads (`T: Sync`), and exclusively, or given away, by any of them
// (`T: Send`), as the word says, which is atomic.
unsafe impl<T: Send + Sync> Sync for GcCell<T> {}

/// Shared access, until it is dropped. It does not leave this file.
struct Look<'a, T>(&'a GcCell<T>);

/// Exclusive access, until it is dropped. It does not leave this file.
struct Change<'a, T>(&'a GcCell<T>);

impl<T> GcCell<T> {
    /// A cell with a value in it.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let cell = GcCell::new(7);
    /// assert_eq!(cell.into_inner(), Some(7));
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    pub const fn new(value: T) -> Self {
        GcCell {
            users: AtomicIsize::new(0),
            by: UsedBy::NOBODY,
            whose: Whose::nobodys(),
            place: AtomicPtr::new(ptr::null_mut()),
            value: UnsafeCell::new(Some(value)),
        }
    }

    /// Puts `value` in place of what was there, which is dropped when the access has ended.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let cell = GcCell::new(7);
    /// cell.set(py, 8)?;
    /// assert!(cell.with(py, |_| cell.set(py, 9))?.unwrap_err().is::<RuntimeError>(py)); // in use
    /// assert_eq!(cell.into_inner(), Some(8));
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// `RuntimeError` while somebody uses the value, `ReferenceError` when the collector has cleared the cell; `value`
    /// is then dropped.
    #[track_caller]
    pub fn set(&self, py: Python<'_>, value: T) -> Result<()> {
        self.replace(py, value).map(drop)
    }

    /// Puts `value` in place of what was there, which is the result.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let cell = GcCell::new(7);
    /// assert_eq!(cell.replace(py, 8)?, 7);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// As [`GcCell::set`].
    #[track_caller]
    pub fn replace(&self, py: Python<'_>, value: T) -> Result<T> {
        self.with_mut(py, |old| core::mem::replace(old, value))
    }

    /// Takes the value out, and leaves the default.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let cell = GcCell::new(Some(7));
    /// assert_eq!(cell.take(py)?, Some(7));
    /// assert_eq!(cell.take(py)?, None);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// As [`GcCell::set`].
    #[track_caller]
    pub fn take(&self, py: Python<'_>) -> Result<T>
    where
        T: Default,
    {
        self.replace(py, T::default())
    }

    /// Looks at the value while `f` runs. `f` may run Python code: others can look meanwhile, and cannot change.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let cell = GcCell::new(vec![1, 2]);
    /// assert_eq!(cell.with(py, |numbers| numbers.len())?, 2);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// `RuntimeError` while somebody changes the value, `ReferenceError` when the collector has cleared the cell.
    #[track_caller]
    pub fn with<R>(&self, py: Python<'_>, f: impl FnOnce(&T) -> R) -> Result<R> {
        let look = self.wait_for(py, Self::look)?;
        if self.users.load(Ordering::Relaxed) == 1 {
            self.began_here();
        }
        // SAFETY: `look` is counted in the word until this function ends, so nobody changes the value.
        let value = unsafe { &*look.0.value.get() };
        value.as_ref().map(f).ok_or_else(cleared)
    }

    /// Changes the value while `f` runs. If `f` runs Python code, which it does when it drops a reference, an access
    /// by that code is an error; give what is to go back as the result instead.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let cell = GcCell::new(vec![1, 2]);
    /// let last = cell.with_mut(py, |numbers| numbers.pop())?;
    /// assert_eq!((last, cell.into_inner()), (Some(2), Some(vec![1])));
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// As [`GcCell::set`].
    #[track_caller]
    pub fn with_mut<R>(&self, py: Python<'_>, f: impl FnOnce(&mut T) -> R) -> Result<R> {
        let change = self.wait_for(py, Self::change)?;
        self.began_here();
        // SAFETY: the word says that this call has the value alone, until this function ends.
        let value = unsafe { &mut *change.0.value.get() };
        value.as_mut().map(f).ok_or_else(cleared)
    }

    /// The value; `None` if the collector has cleared the cell.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// assert_eq!(GcCell::new("ink").into_inner(), Some("ink"));
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    pub fn into_inner(self) -> Option<T> {
        self.value.into_inner()
    }

    /// Tries until it can be had: without a GIL another thread may be at it for a moment, which is waited for, up to a
    /// second. Where this thread itself is at it, or there is a GIL and whoever is at it lets others run, it is a conflict.
    #[track_caller]
    #[inline]
    fn wait_for<'a, A>(&'a self, _py: Python<'_>, access: impl Fn(&'a Self) -> Option<A>) -> Result<A> {
        if !self.whose.is_free_or_ours() {
            return Err(of_another());
        }
        let mut patience = Patience::new();
        loop {
            if let Some(access) = access(self) {
                return Ok(access);
            }
            // SAFETY: attached, by the token.
            if !self.by.is_elsewhere() || !unsafe { patience.wait() } {
                return Err(self.conflict());
            }
        }
    }

    /// From now on the cell is of the interpreter that this thread is attached to, unless it is of another.
    #[inline]
    pub(crate) fn claim(&self) {
        self.whose.claim();
    }

    fn look(&self) -> Option<Look<'_, T>> {
        let add = |users: isize| (0..isize::MAX).contains(&users).then_some(users + 1);
        self.users.fetch_update(Ordering::Acquire, Ordering::Acquire, add).ok()?;
        self.by.enter();
        Some(Look(self))
    }

    fn change(&self) -> Option<Change<'_, T>> {
        self.users.compare_exchange(0, CHANGED, Ordering::Acquire, Ordering::Acquire).ok()?;
        self.by.enter();
        Some(Change(self))
    }

    #[track_caller]
    #[inline]
    fn began_here(&self) {
        self.place.store(ptr::from_ref(Location::caller()).cast_mut(), Ordering::Relaxed);
    }

    #[cold]
    fn conflict(&self) -> PyErr {
        // Another thread may have come or gone since: then it says what is so now.
        let how = if self.users.load(Ordering::Relaxed) < 0 { "changed" } else { "looked at" };
        // SAFETY: NULL or the address of a static, by the invariant of the field.
        let by = match unsafe { self.place.load(Ordering::Relaxed).as_ref() } {
            Some(place) => format!("an access at {}:{} that has not ended yet", place.file(), place.line()),
            None => "the garbage collector".to_owned(),
        };
        RuntimeError::new(format!("the cell is being {how} by {by}"))
    }
}

#[cold]
#[inline]
fn of_another() -> PyErr {
    RuntimeError::new("the cell is of an object of another interpreter")
}

#[cold]
#[inline]
fn cleared() -> PyErr {
    ReferenceError::new("the cell has been cleared by the garbage collector")
}

impl<T: TypeInfo> GcCell<Py<T>> {
    /// The object. A new reference.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let cell: GcCell<Py<Str>> = GcCell::new(Str::new(py, "ink")?.unbind());
    /// assert_eq!(cell.get(py)?.to_str()?, "ink");
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// As [`GcCell::with`].
    #[track_caller]
    pub fn get<'py>(&self, py: Python<'py>) -> Result<Owned<'py, T>> {
        let object = self.with(py, |value| value.raw().to_new())?;
        // SAFETY: what a handle to a `T` held.
        Ok(unsafe { Owned::from_ref(py, object) })
    }
}

impl<T: TypeInfo> GcCell<Option<Py<T>>> {
    /// The object, if there is one. A new reference.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let cell: GcCell<Option<Py<Str>>> = GcCell::default();
    /// assert!(cell.get(py)?.is_none());
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// As [`GcCell::with`].
    #[track_caller]
    pub fn get<'py>(&self, py: Python<'py>) -> Result<Option<Owned<'py, T>>> {
        match self.with(py, |value| value.as_ref().map(|value| value.raw().to_new()))? {
            // SAFETY: what a handle to a `T` held.
            Some(object) => Ok(Some(unsafe { Owned::from_ref(py, object) })),
            None => Ok(None),
        }
    }
}

impl<T> Drop for Look<'_, T> {
    fn drop(&mut self) {
        self.0.by.leave(|| self.0.users.load(Ordering::Relaxed) == 1);
        self.0.users.fetch_sub(1, Ordering::Release);
    }
}

impl<T> Drop for Change<'_, T> {
    fn drop(&mut self) {
        self.0.by.leave(|| true);
        self.0.users.store(0, Ordering::Release);
    }
}

// SAFETY: the cell owns its value once. Who changes it does so on an attached thread, or while he has it alone, and the
// word changes on threads only that are attached to the interpreter that collects: it is the same in every pass of a
// collection. (What is in an instance was claimed when that was made.)
unsafe impl<T: Traverse> Traverse for GcCell<T> {
    fn traverse(&self, visitor: &mut Visitor<'_>) -> Visited {
        if !self.whose.claim() {
            return Ok(());
        }
        // Under exclusive access nothing is shown, in any pass: what is inside counts as held from outside.
        let Some(look) = self.look() else {
            return Ok(());
        };
        // SAFETY: `look` is counted in the word until this function ends, so nobody changes the value.
        unsafe { &*look.0.value.get() }.traverse(visitor)
    }

    fn clear_cells(&self, _py: Python<'_>) {
        // Whoever uses the value holds the object that the cell is in, so the collector comes again.
        let Some(change) = self.change() else {
            return;
        };
        // SAFETY: the word says that this call has the value alone.
        let old = unsafe { &mut *change.0.value.get() }.take();
        drop(change);
        // Runs Python code, which finds the cell empty and free.
        drop(old);
    }
}

impl<T: NoRefs> NoRefs for GcCell<T> {}

impl<T: Default> Default for GcCell<T> {
    fn default() -> Self {
        GcCell::new(T::default())
    }
}

impl<T> From<T> for GcCell<T> {
    fn from(value: T) -> Self {
        GcCell::new(value)
    }
}

impl<T> fmt::Debug for GcCell<T> {
    /// Not the value: it may be in use.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("GcCell").finish_non_exhaustive()
    }
}

#[cfg(test)]
static_assertions::assert_impl_all!(GcCell<Option<Py<crate::ptr::Any>>>: Send, Sync);
