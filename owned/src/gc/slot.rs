//! [`Slot`]: a place for an object that Python reads and writes where it is.
#![expect(unsafe_code, reason = "owns the reference in a place that C's member descriptors write to")]

use core::fmt;
use core::marker::PhantomData;

use crate::convert::{FromPy, IntoPy};
use crate::err::{AttributeError, Result};
use crate::ptr::{Any, Borrowed, Owned, Py, TypeInfo};
use crate::raw::{self, LivePointer, MemberPlace, NewRef};
use crate::token::{self, Python};

use super::{Traverse, Visited, Visitor};

/// A field for any object, or none, that changes through `&self`: what `__slots__` makes in a class of Python's.
///
/// Under `#[field(get, set)]` Python reads, sets and deletes it as one of those. In a class that has no state word, it does so in
/// place, without a call of Rust's (`Py_T_OBJECT_EX`), and that is what a slot is for: a class whose settable fields are slots
/// and [`AtomicCell`](crate::AtomicCell)s needs no state word. For objects of one type, or for several values that change
/// together, there is [`GcCell`](crate::GcCell).
///
/// Every access is over before anything else can run, so none is ever refused. The collector sees what is inside, and empties
/// the slot when it breaks a cycle. The ledger takes the reference for the object's own: it is not among the handles.
///
/// ```
/// use owned::prelude::*;
///
/// /// Carries one object.
/// #[class]
/// pub struct Parcel {
///     #[field(get, set)]
///     content: Slot,
/// }
///
/// #[methods]
/// impl Parcel {
///     #[new]
///     fn new(content: Py<Any>) -> Self {
///         Parcel { content: content.into() }
///     }
///
///     /// Take the content out.
///     fn empty<'py>(&self, py: Python<'py>) -> Option<Owned<'py, Any>> {
///         self.content.take(py)
///     }
/// }
/// # #[owned::module]
/// # mod parcels {
/// #     #[export]
/// #     pub use super::Parcel;
/// # }
/// # fn main() -> Result<()> {
/// # Python::initialize();
/// # Python::attach(|py| {
/// let parcel = owned::load!(py, parcels)?.call_method("Parcel", ("ink",))?;
/// parcel.setattr("content", &parcel)?; // a cycle, which the collector breaks
/// assert!(parcel.call_method("empty", ())?.is(&parcel));
/// assert!(parcel.getattr("content").unwrap_err().is::<AttributeError>(py));
/// # Ok(())
/// # })
/// # }
/// ```
///
/// # Panics
/// Where modules are imported in several interpreters (feature `own-gil`), on an access from another interpreter than that of
/// the object that the slot is in.
pub struct Slot {
    place: MemberPlace,
    // What it holds, to auto traits as well.
    marker: PhantomData<Py<Any>>,
}

impl Slot {
    /// A slot with nothing in it.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// assert!(Slot::empty().get(py).is_none());
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    pub const fn empty() -> Self {
        Slot { place: MemberPlace::new(None), marker: PhantomData }
    }

    /// What is there: a new reference.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let slot = Slot::from(List::new(py, [1, 2])?.unbind());
    /// assert_eq!(slot.get(py).unwrap().repr()?.to_str()?, "[1, 2]");
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[inline]
    pub fn get<'py>(&self, py: Python<'py>) -> Option<Owned<'py, Any>> {
        self.is_ours();
        // SAFETY: attached, by the token, to the interpreter of the slot, by the line above.
        let object = unsafe { self.place.get() }?;
        // SAFETY: any object is an `Any`.
        Some(unsafe { Owned::from_ref(py, object) })
    }

    /// Puts another object there, and then releases what was there, which may run any code.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let slot = Slot::empty();
    /// slot.set(List::new(py, [1, 2])?);
    /// slot.set(Str::new(py, "ink")?); // the list is gone
    /// assert_eq!(slot.get(py).unwrap().type_name(), "str");
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[inline]
    pub fn set<T: TypeInfo>(&self, value: Owned<'_, T>) {
        drop(self.replace(value));
    }

    /// Puts another object there, and gives what was there.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let slot = Slot::empty();
    /// assert!(slot.replace(Str::new(py, "ink")?).is_none());
    /// assert_eq!(slot.replace(Str::new(py, "oil")?).unwrap().str()?.to_str()?, "ink");
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[inline]
    pub fn replace<'py, T: TypeInfo>(&self, value: Owned<'py, T>) -> Option<Owned<'py, Any>> {
        self.is_ours();
        let py = value.py();
        self.exchange(py, Some(LivePointer::new(value.into_ref().into_non_null())))
    }

    /// Leaves nothing there, and gives what was there.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let slot = Slot::from(Str::new(py, "ink")?.unbind());
    /// assert!(slot.take(py).is_some());
    /// assert!(slot.take(py).is_none());
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[inline]
    pub fn take<'py>(&self, py: Python<'py>) -> Option<Owned<'py, Any>> {
        self.is_ours();
        self.exchange(py, None)
    }

    #[track_caller]
    #[inline]
    fn exchange<'py>(&self, py: Python<'py>, value: Option<LivePointer>) -> Option<Owned<'py, Any>> {
        let before = self.place.replace(value)?;
        let Some(before) = before.now() else {
            // Of another interpreter, which a slot in no object can have been filled in: its own releases it, unless it has ended.
            if !before.is_over() {
                release_later(before);
            }
            return None;
        };
        // SAFETY: the slot's own reference, which is not there any more, to an object of this thread's interpreter.
        let before = unsafe { NewRef::from_non_null(before) };
        // SAFETY: any object is an `Any`.
        Some(unsafe { Owned::from_ref(py, before) })
    }

    #[track_caller]
    #[inline]
    fn is_ours(&self) {
        assert!(self.place.is_ours(), "the slot is of an object of another interpreter");
    }
}

impl<T: TypeInfo> From<Py<T>> for Slot {
    #[track_caller]
    #[inline]
    fn from(value: Py<T>) -> Self {
        Slot { place: MemberPlace::new(Some(value.into_live())), marker: PhantomData }
    }
}

impl<T: TypeInfo> From<Owned<'_, T>> for Slot {
    #[track_caller]
    #[inline]
    fn from(value: Owned<'_, T>) -> Self {
        Slot::from(value.unbind())
    }
}

impl Default for Slot {
    /// One with nothing in it.
    fn default() -> Self {
        Slot::empty()
    }
}

impl Drop for Slot {
    #[inline]
    fn drop(&mut self) {
        let Some(object) = self.place.replace(None) else {
            return;
        };
        match object.now() {
            Some(now) if raw::is_attached() => {
                // SAFETY: the slot's own reference, which is not there any more; this thread is attached.
                drop(unsafe { NewRef::from_non_null(now) });
            }
            // Its interpreter is gone, and with it whoever could release the object: nothing is done.
            None if object.is_over() => {}
            _ => release_later(object),
        }
    }
}

/// One strong reference is given up. It does not unwind: what is cleared would have to lie in memory all the while, for that.
#[cold]
extern "C" fn release_later(object: LivePointer) {
    let release = move |_: Python<'_>| {
        // SAFETY: the reference that was given up; it runs on an attached thread.
        drop(object.now().map(|object| unsafe { NewRef::from_non_null(object) }));
    };
    token::run_later_in(object.interpreter(), Box::new(release));
}

// SAFETY: the slot owns one reference, to what is there. That changes on threads only that are attached to the interpreter that
// collects: it is the same in every pass of a collection. (What is in an instance was claimed when that was made.)
unsafe impl Traverse for Slot {
    #[inline]
    fn traverse(&self, visitor: &mut Visitor<'_>) -> Visited {
        if !self.place.claim() {
            return Ok(());
        }
        match self.place.peek() {
            // SAFETY: the slot owns the reference.
            Some(object) => unsafe { visitor.object(object.as_ptr()) },
            None => Ok(()),
        }
    }

    #[inline]
    fn clear_cells(&self, py: Python<'_>) {
        // Runs Python code, which finds the slot empty. An object that C code frees in another interpreter is freed all the same.
        drop(self.exchange(py, None));
    }
}

impl<'py> IntoPy<'py> for &Slot {
    type Target = Any;

    #[track_caller]
    #[inline]
    fn into_py(self, py: Python<'py>) -> Result<Owned<'py, Any>> {
        self.get(py).ok_or_else(|| AttributeError::new("the slot is empty"))
    }
}

impl<'a, 'py> FromPy<'a, 'py> for Slot {
    #[track_caller]
    fn from_py(object: Borrowed<'a, 'py, Any>) -> Result<Self> {
        Ok(Slot::from(object.to_owned()))
    }
}

impl fmt::Debug for Slot {
    /// Not what is there: showing it may run Python code.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Slot").finish_non_exhaustive()
    }
}

#[cfg(test)]
static_assertions::assert_impl_all!(Slot: Send, Sync);
#[cfg(test)]
static_assertions::assert_not_impl_any!(Slot: core::panic::RefUnwindSafe, Unpin, super::NoRefs);
