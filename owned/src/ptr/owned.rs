//! [`Owned`]: exactly one strong reference, released when it is dropped.
#![expect(unsafe_code, reason = "turns raw pointers into owned references and back")]

use core::marker::PhantomData;
use core::mem::ManuallyDrop;
use core::ops::Deref;
use core::panic::Location;
use core::ptr::NonNull;

use crate::hook;
use crate::raw::{BorrowedRef, NewRef, PyObject, StolenArg};
use crate::token::Python;

use super::handle::Handle;
use super::{Any, Borrowed, Derived, Py, TypeInfo};

mod def {
    use super::{Handle, PhantomData, Python, TypeInfo};

    /// Exactly one strong reference to a Python object of type `T`, on a thread that is attached for `'py`.
    ///
    /// Dropping it releases the reference (`Py_DECREF`). `clone` is a new reference (`Py_INCREF`), and is written out:
    /// the type is not `Copy`. It derefs up the chain of types, `Owned<List>` to `Owned<Any>`, so every object's
    /// methods are inherent.
    ///
    /// Invariants: 0 the pointer is not null; 1 we hold exactly one strong reference; 2 the object is a `T`; 3 this
    /// thread is attached for `'py`.
    ///
    /// Refused, with the attack: `Send`, `Sync` (a count changed while detached is a race), `DerefMut`
    /// (`mem::swap` through it would put a list where a str is believed to be), `Default`.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// use owned::prelude::*;
    /// Python::attach(|py| {
    ///     let list = List::new(py, ["play", "stop"])?;   // one new reference
    ///     let same = list.clone();                       // another, to the same list
    ///     list.append("pause")?;
    ///     assert_eq!(same.len(), 3);
    ///     Ok::<(), PyErr>(())                            // both released here
    /// })?;
    /// # Ok::<(), PyErr>(())
    /// ```
    #[repr(transparent)]
    pub struct Owned<'py, T: TypeInfo> {
        handle: Handle,
        // Invariant in `'py` through the token, which also keeps `Send` and `Sync` off. `T` is only named: the
        // handle holds no `T`, so dropping the handle drops none.
        marker: PhantomData<(Python<'py>, fn() -> T)>,
    }

    impl<T: TypeInfo> Owned<'_, T> {
        #[inline]
        pub(in crate::ptr) fn handle(&self) -> Handle {
            self.handle
        }
    }

    #[expect(unsafe_code, reason = "the one constructor")]
    impl<'py, T: TypeInfo> Owned<'py, T> {
        /// # Safety
        /// Invariants 0 to 3.
        #[inline]
        pub(in crate::ptr) unsafe fn from_handle(handle: Handle) -> Self {
            Owned { handle, marker: PhantomData }
        }
    }
}
pub use def::Owned;

impl<'py, T: TypeInfo> Owned<'py, T> {
    /// Takes over the *new* reference that a C function returned. `None` for NULL: an exception is then set.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use pyo3_ffi as ffi;
    /// // SAFETY: attached; the function gives a new reference to a list, or NULL with an exception set.
    /// let list = unsafe { Owned::<List>::from_new(py, ffi::PyList_New(0)) };
    /// assert!(list.unwrap().is_empty());
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Safety
    /// If `ptr` is not NULL: it carries one strong reference that nobody else will release (invariant 1), and the
    /// object is a `T` (invariant 2).
    #[track_caller]
    #[inline]
    pub unsafe fn from_new(_py: Python<'py>, ptr: *mut PyObject) -> Option<Self> {
        hook::given(ptr, Location::caller());
        let object = NonNull::new(ptr)?;
        hook::taken_back(object);
        let tag = hook::acquired::<Self>(object, Location::caller());
        // SAFETY: invariant 0 by the check above, 1 and 2 by the caller, 3 by `_py`.
        Some(unsafe { Self::from_handle(Handle { object, tag }) })
    }

    /// Makes a new reference to an object that a C function has lent. `None` for NULL.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let list = List::empty(py)?;
    /// // SAFETY: `list` keeps the object alive, and it is a list.
    /// let same = unsafe { Owned::<List>::from_borrowed(py, list.as_ptr()) }.unwrap();
    /// assert!(same.is(&list)); // a reference of its own
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Safety
    /// If `ptr` is not NULL the object is alive now, and is a `T` (invariant 2). Its owner keeps its own reference.
    #[track_caller]
    #[inline]
    pub unsafe fn from_borrowed(py: Python<'py>, ptr: *mut PyObject) -> Option<Self> {
        // SAFETY: the object is alive during this call, by the caller; `py` is attached.
        let new = unsafe { BorrowedRef::from_ptr(ptr) }?.to_new();
        // SAFETY: invariant 2 by the caller.
        Some(unsafe { Self::from_ref(py, new) })
    }

    /// Takes over the new reference that a function of [`raw`](crate::raw) returned.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::raw;
    /// // SAFETY: attached.
    /// let new = unsafe { raw::list_new(0) }?;
    /// // SAFETY: the function makes a list.
    /// let list = unsafe { Owned::<List>::from_ref(py, new) };
    /// assert!(list.is_empty());
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Safety
    /// Invariant 2: the object is a `T`.
    #[track_caller]
    #[inline]
    pub unsafe fn from_ref(py: Python<'py>, new: NewRef) -> Self {
        // SAFETY: the caller's.
        unsafe { Self::from_ref_at(py, new, Location::caller()) }
    }

    /// As [`Owned::from_ref`], for a handle that answers to another line than the one that is running: an iterator's
    /// items belong to the line that made the iterator, since the call may come from the standard library.
    ///
    /// # Safety
    /// Invariant 2: the object is a `T`.
    #[inline]
    pub(crate) unsafe fn from_ref_at(_py: Python<'py>, new: NewRef, place: &'static Location<'static>) -> Self {
        let object = new.into_non_null();
        let tag = hook::acquired::<Self>(object, place);
        // SAFETY: invariants 0 and 1 are `NewRef`'s, 2 the caller's, 3 by `_py`.
        unsafe { Self::from_handle(Handle { object, tag }) }
    }

    /// The token of the section that this handle lives in.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// fn another<'py>(list: &Owned<'py, List>) -> Result<Owned<'py, List>> {
    ///     List::empty(list.py()) // no token need be passed along
    /// }
    /// assert!(another(&List::empty(py)?)?.is_empty());
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[inline]
    pub fn py(&self) -> Python<'py> {
        // SAFETY: invariant 3.
        unsafe { Python::assume_attached() }
    }

    /// The pointer, borrowed: valid while this handle lives. No reference moves.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let list = List::empty(py)?;
    /// assert_eq!(list.as_ptr(), list.clone().as_ptr());
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[inline]
    pub fn as_ptr(&self) -> *mut PyObject {
        let object = self.handle().object;
        hook::used(object);
        object.as_ptr()
    }

    /// Lends the reference without a count of its own.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let list = List::new(py, [1])?;
    /// let lent: Borrowed<'_, '_, List> = list.as_borrowed();
    /// assert_eq!(lent.len(), 1);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[inline]
    pub fn as_borrowed(&self) -> Borrowed<'_, 'py, T> {
        // SAFETY: this handle holds the object for as long as it is borrowed; invariants 2 and 3 are its own.
        unsafe { Borrowed::from_handle(self.handle()) }
    }

    /// The reference as an argument of the functions of [`raw`](crate::raw), lent for as long as this handle is
    /// borrowed. No count moves.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::raw;
    /// let list = List::new(py, [1, 2])?;
    /// // SAFETY: attached; a handle to a list.
    /// assert_eq!(unsafe { raw::list_get_size_unchecked(list.raw()) }, 2);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[inline]
    pub fn raw(&self) -> BorrowedRef<'_> {
        let object = self.handle().object;
        hook::used(object);
        // SAFETY: invariant 1: this handle keeps the object alive for as long as it is borrowed; 3: attached.
        unsafe { BorrowedRef::from_non_null(object) }
    }

    /// Gives the reference up as a raw pointer: the caller now owes its release. The ledger counts it as escaped, by
    /// this line, until [`Owned::from_new`] takes the same pointer back.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let pointer = List::empty(py)?.into_raw(); // for C, which owes a release now
    /// // SAFETY: the reference that the line above gave up comes back; it is a list.
    /// let list = unsafe { Owned::<List>::from_new(py, pointer) }.unwrap();
    /// assert!(list.is_empty());
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[must_use = "the reference goes with the pointer: dropping the pointer leaks it"]
    #[track_caller]
    #[inline]
    pub fn into_raw(self) -> *mut PyObject {
        let handle = ManuallyDrop::new(self).handle();
        handle.tag.escaped::<Self>(handle.object, Location::caller());
        handle.object.as_ptr()
    }

    /// Gives the reference up for good: the object lives as long as the interpreter, and that is meant. The ledger knows the
    /// line and the reason, and counts no leak.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// use owned::prelude::*;
    ///
    /// Python::attach(|py| {
    ///     Str::new(py, "a name that C keeps")?.leak_forever("C has a pointer to it, and never says when it is done");
    ///     Ok::<(), PyErr>(())
    /// })?;
    /// # Ok::<(), PyErr>(())
    /// ```
    #[track_caller]
    #[inline]
    pub fn leak_forever(self, reason: &'static str) {
        let handle = ManuallyDrop::new(self).handle();
        handle.tag.intended::<Self>(Location::caller(), reason);
    }

    /// The reference as an untracked new reference, to hand on inside the library.
    #[inline]
    pub(crate) fn into_ref(self) -> NewRef {
        let handle = ManuallyDrop::new(self).handle();
        handle.tag.released();
        // SAFETY: invariant 1 moves along: `self` is not dropped.
        unsafe { NewRef::from_non_null(handle.object) }
    }

    /// The reference as an argument that the callee steals: this handle is gone, and the callee releases it.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::raw;
    /// let list = List::new(py, [py.none()])?;
    /// let item = Str::new(py, "ink")?;
    /// // SAFETY: attached; a handle to a list. The item's reference moves into it.
    /// unsafe { raw::list_set_item(list.raw(), 0, item.into_stolen()) }?;
    /// assert_eq!(list.get(0)?.str()?.to_str()?, "ink");
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[inline]
    pub fn into_stolen(self) -> StolenArg<'py> {
        self.into_ref().into_stolen()
    }

    /// Frees the reference from the attached scope: for fields, statics and other threads. The same reference, no count.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let kept: Py<List> = List::new(py, [1])?.unbind(); // for a field, a static, another thread
    /// assert_eq!(kept.bind(py).len(), 1);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[inline]
    pub fn unbind(self) -> Py<T> {
        let new = self.into_ref();
        // SAFETY: invariant 2 of `self`.
        unsafe { Py::from_ref(new) }
    }

    /// The same handle, seen as any object. The reference moves along.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let object: Owned<'_, Any> = List::empty(py)?.into_any();
    /// assert!(object.downcast::<List>().is_ok());
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[inline]
    pub fn into_any(self) -> Owned<'py, Any> {
        let py = self.py();
        // SAFETY: every object is an `Any`.
        unsafe { Owned::from_ref(py, self.into_ref()) }
    }

    /// The same handle, seen as its base type. The reference moves along.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let object: Owned<'_, Any> = List::empty(py)?.into_base();
    /// assert_eq!(object.type_name(), "list");
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[inline]
    pub fn into_base(self) -> Owned<'py, T::Base>
    where
        T: Derived,
    {
        let py = self.py();
        // SAFETY: invariant 2: the object is a `T`, so it is a `T::Base`.
        unsafe { Owned::from_ref(py, self.into_ref()) }
    }

    /// Whether both are the same object (`is`).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let (list, equal) = (List::empty(py)?, List::empty(py)?);
    /// assert!(list.is(&list.clone()));
    /// assert!(!list.is(&equal) && list.eq(&equal)?);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[inline]
    pub fn is<U: TypeInfo>(&self, other: &Owned<'_, U>) -> bool {
        self.as_ptr() == other.as_ptr()
    }
}

impl<T: TypeInfo> Clone for Owned<'_, T> {
    /// A new reference to the same object (`Py_INCREF`).
    #[track_caller]
    #[inline]
    fn clone(&self) -> Self {
        // SAFETY: invariant 2 of `self`.
        unsafe { Self::from_ref(self.py(), self.raw().to_new()) }
    }
}

impl<T: TypeInfo> Drop for Owned<'_, T> {
    #[inline]
    fn drop(&mut self) {
        let handle = self.handle();
        if handle.tag.dropped() {
            // SAFETY: invariant 1: the one strong reference is ours and goes here; invariant 3: attached.
            drop(unsafe { NewRef::from_non_null(handle.object) });
        }
    }
}

impl<'py, T: Derived> Deref for Owned<'py, T> {
    type Target = Owned<'py, T::Base>;

    #[inline]
    fn deref(&self) -> &Self::Target {
        // SAFETY: both are `repr(transparent)` over the same handle, and a `T` is a `T::Base`.
        unsafe { &*(&raw const *self).cast() }
    }
}

#[cfg(not(feature = "ledger"))]
const _: () = assert!(size_of::<Owned<'static, Any>>() == size_of::<*mut PyObject>());
const _: () = assert!(size_of::<Owned<'static, Any>>() == size_of::<Option<Owned<'static, Any>>>());
#[cfg(test)]
static_assertions::assert_not_impl_any!(Owned<'static, Any>: Send, Sync, Copy, Default, core::ops::DerefMut);
