//! The positions of a reference in the C API, as types.

use core::marker::PhantomData;
use core::ptr::NonNull;

use super::counts;

pub use pyo3_ffi::PyObject;

/// A C call has failed and an exception is set on this thread.
///
/// Not `Send`: the exception it speaks of is this thread's.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let list = List::new(py, [1, 2])?;
/// // SAFETY: attached, by `py`.
/// let item: Result<raw::NewRef, raw::Failed> = unsafe { raw::list_get_item_ref(list.raw(), 7) };
/// let error = PyErr::from(item.unwrap_err()); // takes the exception; `?` does too
/// assert_eq!(error.to_string(), "IndexError: list index out of range");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[must_use = "an exception is set: return it or clear it"]
#[derive(Debug)]
pub struct Failed(PhantomData<*mut ()>);

impl Failed {
    /// The caller has just seen the C API report a failure on this thread.
    #[inline]
    pub(crate) fn set() -> Self {
        Failed(PhantomData)
    }
}

mod def {
    use super::{NonNull, PyObject};

    /// A *new* reference: exactly one strong reference that this value must release or hand on.
    ///
    /// Dropping it releases it. It is not `Clone`: another reference is another [`NewRef`].
    ///
    /// ```
    /// # use owned::{prelude::*, raw};
    /// # Python::initialize();
    /// # Python::attach(|py| {
    /// // SAFETY: attached, by `py`.
    /// let dict: raw::NewRef = unsafe { raw::dict_new() }?;
    /// // SAFETY: a new reference, to a dict.
    /// let dict: Owned<'_, Dict> = unsafe { Owned::from_ref(py, dict) };
    /// assert_eq!(dict.len(), 0);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// Invariants: 0 the object is alive; 1 exactly one strong reference belongs to this value; 2 this thread is
    /// attached as long as the value lives (it is neither `Send` nor `Sync`).
    #[must_use = "a new reference that is not used is released at once"]
    #[derive(Debug)]
    #[repr(transparent)]
    pub struct NewRef(NonNull<PyObject>);

    impl NewRef {
        /// # Safety
        /// Invariants 0, 1 and 2: `ptr` is alive, one strong reference is given to the result, the thread is attached.
        #[inline]
        pub(crate) unsafe fn from_non_null(ptr: NonNull<PyObject>) -> Self {
            NewRef(ptr)
        }

        /// The pointer; the reference stays here.
        #[inline]
        pub(crate) fn as_non_null(&self) -> NonNull<PyObject> {
            self.0
        }

        /// The pointer; the reference goes with it and the caller now owes its release.
        #[must_use = "the reference goes with the pointer"]
        #[inline]
        pub(crate) fn into_non_null(self) -> NonNull<PyObject> {
            let ptr = self.0;
            core::mem::forget(self);
            ptr
        }
    }
}
pub use def::NewRef;

impl NewRef {
    /// What a C function with a *new* result returned: `None` for NULL.
    ///
    /// # Safety
    /// If `ptr` is not NULL it carries one strong reference, which is given to the result; the thread is attached.
    #[inline]
    pub(crate) unsafe fn from_ptr(ptr: *mut PyObject) -> Option<Self> {
        // SAFETY: the caller gives invariants 0 to 2.
        NonNull::new(ptr).map(|ptr| unsafe { Self::from_non_null(ptr) })
    }

    /// The pointer, for C to own.
    #[must_use = "the reference goes with the pointer"]
    #[inline]
    pub(crate) fn into_ptr(self) -> *mut PyObject {
        self.into_non_null().as_ptr()
    }

    /// The reference, lent for as long as this value lives.
    ///
    /// ```
    /// # use owned::{prelude::*, raw};
    /// # Python::initialize();
    /// # Python::attach(|py| {
    /// // SAFETY: attached, by `py`.
    /// let dict = unsafe { raw::dict_new() }?;
    /// // SAFETY: attached, by `py`.
    /// assert_eq!(unsafe { raw::dict_size(dict.borrow()) }?, 0);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[inline]
    pub fn borrow(&self) -> BorrowedRef<'_> {
        BorrowedRef(self.as_non_null(), PhantomData)
    }
}

impl NewRef {
    /// The reference as an argument that the callee steals.
    ///
    /// ```
    /// # use owned::{prelude::*, raw};
    /// # Python::initialize();
    /// # Python::attach(|py| {
    /// let list = List::new(py, [1, 2])?;
    /// // SAFETY: attached, by `py`.
    /// let dict = unsafe { raw::dict_new() }?;
    /// // SAFETY: attached, by `py`.
    /// unsafe { raw::list_set_item(list.raw(), 0, dict.into_stolen()) }?;
    /// assert_eq!(format!("{list:?}"), "[{}, 2]");
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[inline]
    pub fn into_stolen<'py>(self) -> StolenArg<'py> {
        StolenArg(self, PhantomData)
    }
}

impl Drop for NewRef {
    #[inline]
    fn drop(&mut self) {
        // SAFETY: invariant 1: the one strong reference is ours and is given up here; invariant 2: attached.
        unsafe { counts::decref(self.as_non_null().as_ptr()) }
    }
}

/// A *borrowed* reference: no count of its own, valid while `'a` (its owner) lives.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let tuple = Tuple::new(py, [1, 2])?;
/// // SAFETY: attached, by `py`.
/// let item: raw::BorrowedRef<'_> = unsafe { raw::tuple_get_item(tuple.raw(), 1) }?; // not beyond `tuple`
/// // SAFETY: the tuple keeps the item.
/// let item: Borrowed<'_, '_, Any> = unsafe { Borrowed::from_ref(py, item) };
/// assert_eq!(item.extract::<i32>()?, 2);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[derive(Clone, Copy, Debug)]
pub struct BorrowedRef<'a>(NonNull<PyObject>, PhantomData<&'a NewRef>);

impl<'a> BorrowedRef<'a> {
    /// # Safety
    /// The object stays alive for `'a`, during which this thread is attached.
    #[inline]
    pub(crate) unsafe fn from_non_null(ptr: NonNull<PyObject>) -> Self {
        BorrowedRef(ptr, PhantomData)
    }

    /// `None` for NULL.
    ///
    /// # Safety
    /// As [`BorrowedRef::from_non_null`], if `ptr` is not NULL.
    #[inline]
    pub(crate) unsafe fn from_ptr(ptr: *mut PyObject) -> Option<Self> {
        // SAFETY: the caller gives the life of the object.
        NonNull::new(ptr).map(|ptr| unsafe { Self::from_non_null(ptr) })
    }

    /// The pointer, still borrowed.
    #[inline]
    pub(crate) fn as_ptr(self) -> *mut PyObject {
        self.0.as_ptr()
    }

    /// The pointer, still borrowed.
    #[inline]
    pub(crate) fn as_non_null(self) -> NonNull<PyObject> {
        self.0
    }

    /// A new reference to the same object.
    #[inline]
    pub(crate) fn to_new(self) -> NewRef {
        // SAFETY: the object is alive for `'a` and the thread is attached; the count goes up by the one given below.
        unsafe { counts::incref(self.0.as_ptr()) };
        // SAFETY: the line above made the strong reference that invariant 1 asks for.
        unsafe { NewRef::from_non_null(self.0) }
    }
}

/// An argument that the callee *steals*: it can only come from a reference that is gone afterwards
/// (`Owned::into_stolen`).
///
/// Dropped without being passed, it is released. `'py` is the attached section that it cannot leave.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let (list, item) = (List::new(py, [1, 2])?, Str::new(py, "ink")?);
/// let item: raw::StolenArg<'_> = item.into_stolen(); // the handle is gone
/// // SAFETY: attached, by `py`.
/// unsafe { raw::list_set_item(list.raw(), 0, item) }?;
/// assert_eq!(format!("{list:?}"), "['ink', 2]");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[must_use = "a stolen argument that is not passed is released"]
#[derive(Debug)]
pub struct StolenArg<'py>(NewRef, PhantomData<&'py ()>);

impl StolenArg<'_> {
    /// The pointer; the reference stays here.
    #[cfg(feature = "raw")]
    #[inline]
    pub(crate) fn as_ptr(&self) -> *mut PyObject {
        self.0.as_non_null().as_ptr()
    }

    /// The pointer to pass; the callee owns the reference, also when it fails.
    #[inline]
    pub(crate) fn into_ptr(self) -> *mut PyObject {
        self.0.into_ptr()
    }
}

const _: () = assert!(size_of::<NewRef>() == size_of::<StolenArg<'static>>());
const _: () = assert!(size_of::<NewRef>() == size_of::<BorrowedRef<'static>>());
const _: () = assert!(size_of::<NewRef>() == size_of::<*mut PyObject>());
const _: () = assert!(size_of::<Option<NewRef>>() == size_of::<*mut PyObject>());
#[cfg(test)]
static_assertions::assert_not_impl_any!(NewRef: Send, Sync, Copy, Clone);
#[cfg(test)]
static_assertions::assert_not_impl_any!(StolenArg<'static>: Send, Sync, Copy, Clone);
#[cfg(test)]
static_assertions::assert_not_impl_any!(Failed: Send, Sync);
