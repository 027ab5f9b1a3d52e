//! [`Py`]: one strong reference that is not tied to an attached scope.
#![expect(
    unsafe_code,
    reason = "keeps a reference beyond the attached scope and hands it to the queue of late releases"
)]

use core::cell::UnsafeCell;
use core::fmt;
use core::marker::{PhantomData, PhantomPinned};
use core::mem::ManuallyDrop;
use core::panic::Location;
use core::ptr::NonNull;

use crate::hook;
use crate::hook::Tag;
use crate::raw::{self, BorrowedRef, LivePointer, NewRef, PyObject};
use crate::token::{self, Python};

use super::handle::Handle;
use super::{Any, Borrowed, Derived, Owned, TypeInfo};

/// Exactly one strong reference to a Python object of type `T`, free of any attached scope: for fields of classes,
/// statics, and other threads.
///
/// Nothing can be done with the object until the handle is bound to a token ([`Py::bind`]). Dropped on an attached
/// thread, the reference is released at once; dropped on a detached one it is queued, and released when a thread that
/// is attached comes by, and soon in any case, by a thread of the library that attaches for it
/// ([`pending_releases`](crate::pending_releases) counts them).
///
/// It belongs to the interpreter that the object is of. Should that be finalised, and another one started in the same
/// process ([`embed`](crate::embed)), the handle is of no use any more: binding it panics, dropping it does nothing. Where
/// modules are imported in several interpreters (feature `own-gil`), binding it in another one panics too, and dropping it
/// there leaves the reference to its own.
///
/// Invariants: 0 the pointer is not null; 1 we hold exactly one strong reference; 2 the object is a `T`; all of them in
/// the life of the interpreter that the pointer says.
///
/// Refused, with the attack: `Clone` (a count changed while detached is a race; [`Py::clone_ref`] asks for a token);
/// `UnwindSafe`, `RefUnwindSafe` and `Unpin` (their absence is how `#[traverse(skip)]` sees a reference inside a type
/// that the collector does not).
///
/// ```
/// # owned::Python::initialize();
/// use owned::prelude::*;
///
/// let kept: Py<List> = Python::attach(|py| Ok::<_, PyErr>(List::new(py, [1, 2])?.unbind()))?;
/// let length = std::thread::spawn(move || Python::attach(|py| kept.bind(py).len())).join().unwrap();
/// assert_eq!(length, 2);
/// # Ok::<(), PyErr>(())
/// ```
#[repr(transparent)]
pub struct Py<T: TypeInfo> {
    kept: Kept,
    // `T` is only named. The cell and the pin are the taint that auto traits carry outwards; see above.
    marker: PhantomData<(fn() -> T, Taint)>,
}

/// As a [`Handle`], with the life that the object is of.
#[derive(Clone, Copy)]
#[cfg_attr(feature = "ledger", repr(C))]
#[cfg_attr(not(feature = "ledger"), repr(transparent))]
struct Kept {
    object: LivePointer,
    tag: Tag,
}

type Taint = (*mut UnsafeCell<()>, PhantomPinned);

// SAFETY: without a token the handle can only be moved, compared by address and dropped, and a drop on a detached
// thread goes through the queue: no count changes on a thread that is not attached.
unsafe impl<T: TypeInfo> Send for Py<T> {}
// SAFETY: as above; binding asks for a token, which is this thread's own.
unsafe impl<T: TypeInfo> Sync for Py<T> {}

impl<T: TypeInfo> Py<T> {
    /// # Safety
    /// Invariant 2: the object is a `T`.
    #[track_caller]
    pub(crate) unsafe fn from_ref(new: NewRef) -> Self {
        let object = new.into_non_null();
        let tag = hook::acquired::<Self>(object, Location::caller());
        let object = LivePointer::new(object);
        // Invariants 0 and 1 are `NewRef`'s.
        Py { kept: Kept { object, tag }, marker: PhantomData }
    }

    /// The object, in the life that it is of.
    #[track_caller]
    #[inline(always)]
    fn object(&self) -> NonNull<PyObject> {
        self.kept.object.now().unwrap_or_else(|| of_another(self.kept.object))
    }

    /// Whether the interpreter that the object is of is the present one: if not, the object is out of reach.
    #[inline]
    pub(crate) fn is_of_this_life(&self) -> bool {
        self.kept.object.now().is_some()
    }

    /// Takes over the *new* reference that a C function returned. `None` for NULL.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use pyo3_ffi as ffi;
    /// // SAFETY: attached; the function gives a new reference to a list, or NULL with an exception set.
    /// let list = unsafe { Py::<List>::from_new(py, ffi::PyList_New(0)) }.unwrap();
    /// assert!(list.bind(py).is_empty());
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Safety
    /// If `ptr` is not NULL it carries one strong reference that nobody else will release, and the object is a `T`.
    #[track_caller]
    pub unsafe fn from_new(_py: Python<'_>, ptr: *mut PyObject) -> Option<Self> {
        hook::given(ptr, Location::caller());
        hook::taken_back(NonNull::new(ptr)?);
        // SAFETY: the caller gives the reference; `_py` is attached.
        let new = unsafe { NewRef::from_ptr(ptr) }?;
        // SAFETY: the caller vouches for the type.
        Some(unsafe { Self::from_ref(new) })
    }

    /// Lends the reference to an attached scope. No count moves.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let kept = List::new(py, [1, 2])?.unbind();
    /// assert_eq!(kept.bind(py).len(), 2); // `kept` still holds the list
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Panics
    /// If this thread is attached to another interpreter than that of the object: to a later one, or to one beside it.
    #[track_caller]
    #[inline]
    pub fn bind<'a, 'py>(&'a self, _py: Python<'py>) -> Borrowed<'a, 'py, T> {
        let handle = Handle { object: self.object(), tag: self.kept.tag };
        // SAFETY: this handle holds the object for `'a` (invariant 1), `_py` is attached for `'py`.
        unsafe { Borrowed::from_handle(handle) }
    }

    /// Moves the reference into an attached scope. No count moves.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let kept = List::new(py, [1, 2])?.unbind();
    /// let list: Owned<'_, List> = kept.into_bound(py);
    /// assert_eq!(list.len(), 2);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Panics
    /// As [`Py::bind`].
    #[track_caller]
    pub fn into_bound(self, py: Python<'_>) -> Owned<'_, T> {
        let object = self.object();
        ManuallyDrop::new(self).kept.tag.released();
        // SAFETY: invariant 1 moves along: `self` is not dropped; `py` is attached.
        let new = unsafe { NewRef::from_non_null(object) };
        // SAFETY: invariant 2.
        unsafe { Owned::from_ref(py, new) }
    }

    /// Another strong reference to the same object.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let kept = List::empty(py)?.unbind();
    /// let another = kept.clone_ref(py);
    /// kept.bind(py).append("ink")?;
    /// assert_eq!(another.bind(py).len(), 1); // the same list
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Panics
    /// As [`Py::bind`].
    #[track_caller]
    pub fn clone_ref(&self, py: Python<'_>) -> Self {
        self.bind(py).to_owned().unbind()
    }

    /// The same reference, seen as any object.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let kept: Py<Any> = List::empty(py)?.unbind().into_any();
    /// assert_eq!(kept.bind(py).type_name(), "list");
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    pub fn into_any(self) -> Py<Any> {
        let kept = ManuallyDrop::new(self).kept;
        let tag = kept.tag.renewed::<Py<Any>>(Location::caller());
        Py { kept: Kept { object: kept.object, tag }, marker: PhantomData }
    }

    /// The pointer, borrowed: valid while this handle and its interpreter live. Nothing may be done with it on a detached
    /// thread.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let list = List::empty(py)?;
    /// assert_eq!(list.clone().unbind().as_ptr(), list.as_ptr());
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    pub fn as_ptr(&self) -> *mut PyObject {
        self.kept.object.address()
    }

    /// Gives the reference up as a raw pointer: the caller now owes its release. The ledger counts it as escaped.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let pointer = List::empty(py)?.unbind().into_raw();
    /// // SAFETY: the reference that the line above gave up comes back; it is a list.
    /// let list = unsafe { Py::<List>::from_new(py, pointer) }.unwrap();
    /// assert!(list.bind(py).is_empty());
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[must_use = "the reference goes with the pointer: dropping the pointer leaks it"]
    #[track_caller]
    pub fn into_raw(self) -> *mut PyObject {
        let kept = ManuallyDrop::new(self).kept;
        match NonNull::new(kept.object.address()) {
            Some(object) if !kept.object.is_over() => kept.tag.escaped::<Self>(object, Location::caller()),
            _ => kept.tag.released(),
        }
        kept.object.address()
    }

    /// Gives the reference up for good, as [`Owned::leak_forever`](crate::Owned::leak_forever) does.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let name = Str::new(py, "a name that C keeps")?;
    /// name.clone().unbind().leak_forever("C has a pointer to it, and never says when it is done");
    /// assert!(name.refcount() >= 2); // for good
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[inline]
    pub fn leak_forever(self, reason: &'static str) {
        let kept = ManuallyDrop::new(self).kept;
        kept.tag.intended::<Self>(Location::caller(), reason);
    }

    /// The reference moves into a place that is no handle: whoever has it owes its release.
    #[inline]
    pub(crate) fn into_live(self) -> LivePointer {
        let kept = ManuallyDrop::new(self).kept;
        kept.tag.released();
        kept.object
    }

    /// For those who are attached.
    #[track_caller]
    pub(crate) fn raw(&self) -> BorrowedRef<'_> {
        // SAFETY: invariant 1; whoever asks is attached.
        unsafe { BorrowedRef::from_non_null(self.object()) }
    }
}

impl<'py, T: TypeInfo> From<Owned<'py, T>> for Py<T> {
    #[track_caller]
    fn from(owned: Owned<'py, T>) -> Self {
        owned.unbind()
    }
}

impl<'a, 'py, T: TypeInfo> From<Borrowed<'a, 'py, T>> for Py<T> {
    /// A new reference.
    #[track_caller]
    fn from(borrowed: Borrowed<'a, 'py, T>) -> Self {
        borrowed.to_owned().unbind()
    }
}

impl<T: Derived> Py<T> {
    /// The same reference, seen as its base type.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let kept: Py<Any> = List::empty(py)?.unbind().into_base();
    /// assert!(kept.bind(py).downcast::<List>().is_ok());
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    pub fn into_base(self) -> Py<T::Base> {
        let kept = ManuallyDrop::new(self).kept;
        let tag = kept.tag.renewed::<Py<T::Base>>(Location::caller());
        Py { kept: Kept { object: kept.object, tag }, marker: PhantomData }
    }
}

impl<T: TypeInfo> Drop for Py<T> {
    #[inline]
    fn drop(&mut self) {
        // SAFETY: invariant 1: the one strong reference is ours and goes here.
        unsafe { self.kept.let_go() };
    }
}

impl Kept {
    /// Written once: it is no shorter for any type.
    ///
    /// # Safety
    /// It has a strong reference, which goes here.
    #[inline(never)]
    unsafe fn let_go(self) {
        let Kept { object, tag } = self;
        match object.now() {
            Some(now) if raw::is_attached() => {
                if tag.dropped() {
                    // SAFETY: the caller's; this thread is attached.
                    drop(unsafe { NewRef::from_non_null(now) });
                }
            }
            // Its interpreter is gone, and with it whoever could release the object: nothing is done.
            None if object.is_over() => tag.released(),
            _ => {
                tag.waits(object);
                // SAFETY: the caller's: it is given up to the queue.
                unsafe { token::release_later(object, tag) }
            }
        }
    }
}

#[cold]
#[track_caller]
fn of_another(object: LivePointer) -> ! {
    if object.is_over() {
        panic!("a `Py` of an interpreter that has ended is used in the next one");
    }
    panic!("a `Py` of one interpreter is used in another");
}

impl<T: TypeInfo> fmt::Debug for Py<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Py<{}>({:p})", T::NAME, self.as_ptr())
    }
}

#[cfg(not(feature = "ledger"))]
const _: () = assert!(size_of::<Py<Any>>() == size_of::<*mut PyObject>());
const _: () = assert!(size_of::<Py<Any>>() == size_of::<Option<Py<Any>>>());
#[cfg(test)]
static_assertions::assert_impl_all!(Py<Any>: Send, Sync);
#[cfg(test)]
static_assertions::assert_not_impl_any!(
    Py<Any>: Clone, Copy, Default, Unpin, core::panic::UnwindSafe, core::panic::RefUnwindSafe
);
