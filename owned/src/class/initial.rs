//! What a new instance is made of: a value for each of its parts.
#![expect(unsafe_code, reason = "allocates an instance and writes its parts")]

use core::cell::UnsafeCell;
use core::ffi::CStr;
use core::mem::MaybeUninit;

use crate::err::{PyErr, Result, RuntimeError, SystemError};
use crate::ptr::Any;
use crate::raw::{self, BorrowedRef, NewRef, PyObject};
use crate::token::Python;

use super::cell::LiveTypes;
use super::layout::Layout;
use super::{Base, Class, EnumValue, Extended, State};

/// What an instance of `C` can be made of.
///
/// ```
/// use owned::Extended;
/// use owned::prelude::*;
///
/// #[class(extends = List)]
/// pub struct Playlist {
///     title: String,
/// }
///
/// #[methods]
/// impl Playlist {
///     /// What is returned is what an instance is made of: the own value, with an empty list below.
///     #[new]
///     fn new(title: String) -> Self {
///         Playlist { title }
///     }
///
///     fn title(&self) -> &str {
///         &self.title
///     }
/// }
///
/// #[owned::module]
/// mod music {
///     #[export]
///     pub use super::Playlist;
/// }
/// # fn main() -> Result<()> {
/// # Python::initialize();
/// # Python::attach(|py| {
/// let list = owned::load!(py, music)?.call_method("Playlist", ("Ink",))?;
/// list.call_method("append", (1,))?;
/// assert_eq!(list.call_method("title", ())?.extract::<String>()?, "Ink");
/// # Ok(())
/// # })
/// # }
/// ```
///
/// # Safety
/// `allocate` gives a new instance of the class it is given, in which the parts of C's are made, and `write` writes the
/// others.
#[diagnostic::on_unimplemented(
    message = "an instance of `{C}` cannot be made of `{Self}`",
    label = "not all that a new `{C}` is made of",
    note = "a class that extends another `#[class]` is made of both: `Extended::new(base, own)`",
    note = "one that extends a built-in type is made of its own value, with an empty base, or of `Extended::new(BaseArgs((argument,)), own)`"
)]
pub unsafe trait Initial<'py, C: Base>: Sized {
    /// The values of the Rust parts.
    #[doc(hidden)]
    type Parts;

    /// A new instance of `class`, and what is to be written into it.
    ///
    /// # Safety
    /// `class` is the type of `C` or a subtype, and the caller holds it: allocating may run the collector, which may
    /// take a module that nobody else holds.
    #[doc(hidden)]
    unsafe fn allocate(self, py: Python<'py>, class: BorrowedRef<'_>) -> Allocated<Self::Parts>;

    /// Whether `allocate` itself [refuses what is left](refuse_left) of the class: after it has looked for what is usual.
    #[doc(hidden)]
    const REFUSES_LEFT: bool = false;

    /// Which value of an enum this is.
    #[doc(hidden)]
    #[inline]
    fn enum_value(&self) -> Option<EnumValue> {
        None
    }

    /// Writes the Rust parts. Runs no other code.
    ///
    /// # Safety
    /// Both come from one `allocate`.
    #[doc(hidden)]
    unsafe fn write(parts: Self::Parts, object: *mut PyObject);
}

/// A new instance, and what is to be written into it: beside each other, and not in one `Result`, in which the compiler would lay
/// the parts out among those of an error, and copy them from there in pieces.
#[derive(Debug)]
pub struct Allocated<Parts> {
    pub(super) object: Result<NewRef>,
    pub(super) parts: Parts,
    /// Whether the collector must know of the instance, and does not yet.
    pub(super) untracked: bool,
}

impl<Parts> Allocated<Parts> {
    /// One of which the collector knows, if it must.
    #[inline]
    pub(super) fn tracked(object: Result<NewRef>, parts: Parts) -> Self {
        Allocated { object, parts, untracked: false }
    }
}

// SAFETY: an object has no part of Rust's.
unsafe impl<'py> Initial<'py, Any> for () {
    type Parts = ();

    #[inline]
    unsafe fn allocate(self, _: Python<'py>, class: BorrowedRef<'_>) -> Allocated<()> {
        // SAFETY: attached, by the token; a heap type, held by the caller. The collector may track the object already, but no
        // code runs before the parts are written.
        Allocated::tracked(unsafe { raw::type_alloc(class) }.map_err(Into::into), ())
    }

    #[inline]
    unsafe fn write(_: (), _: *mut PyObject) {}
}

// SAFETY: the base makes its parts, the own one is written here.
#[diagnostic::do_not_recommend]
unsafe impl<'py, C: Class> Initial<'py, C> for C
where
    (): Initial<'py, C::Base, Parts = ()>,
{
    type Parts = C;

    const REFUSES_LEFT: bool = true;

    #[inline]
    fn enum_value(&self) -> Option<EnumValue> {
        Class::enum_value(self)
    }

    #[inline(always)]
    unsafe fn allocate(self, py: Python<'py>, class: BorrowedRef<'_>) -> Allocated<C> {
        if const { Layout::<C>::IS_BODY_ALONE }
            && C::cell().live.is_newest(class.as_ptr())
            // A type to which more can be added has the header anyway, and so has one in which there is another class.
            // SAFETY: a live type.
            && (C::NEEDS_HEADER || !unsafe { raw::makes_headers(class) })
        {
            // SAFETY: attached, by the token; the class's own type, held by the caller, with nothing but the body, which is
            // written before anybody sees the instance.
            let object = unsafe { raw::unset_instance(class, C::NEEDS_HEADER) }.map_err(Into::into);
            return Allocated { object, parts: self, untracked: C::NEEDS_HEADER };
        }
        if let Err(error) = refuse_left::<C>(class) {
            return Allocated::tracked(Err(error), self);
        }
        // SAFETY: the caller's: a subtype of the class is one of its base.
        let below = unsafe { <() as Initial<'py, C::Base>>::allocate((), py, class) };
        Allocated::tracked(below.object, self)
    }

    #[inline]
    unsafe fn write(own: C, object: *mut PyObject) {
        // SAFETY: the caller's.
        unsafe { write_own(own, object) };
    }
}

// SAFETY: as above.
unsafe impl<'py, C: Class, B: Initial<'py, C::Base>> Initial<'py, C> for Extended<B, C> {
    type Parts = (B::Parts, C);

    #[inline]
    unsafe fn allocate(self, py: Python<'py>, class: BorrowedRef<'_>) -> Allocated<(B::Parts, C)> {
        // SAFETY: the caller's: a subtype of the class is one of its base.
        let below = unsafe { self.base.allocate(py, class) };
        Allocated { object: below.object, parts: (below.parts, self.own), untracked: below.untracked }
    }

    unsafe fn write((base, own): (B::Parts, C), object: *mut PyObject) {
        // SAFETY: the caller's.
        unsafe { B::write(base, object) };
        // SAFETY: the caller's.
        unsafe { write_own(own, object) };
    }
}

/// CPython 3.11 shows what is left of an earlier interpreter's classes to the next one. Of one from the first life C would read
/// slots in place, in which there is a number with each pointer by now.
#[inline]
pub(super) fn refuse_left<C: Class>(class: BorrowedRef<'_>) -> Result<()> {
    if raw::members_may_be_left() { refuse(class, &C::cell().live, C::NAME) } else { Ok(()) }
}

#[cold]
fn refuse(class: BorrowedRef<'_>, live: &LiveTypes, name: &'static CStr) -> Result<()> {
    if live.covers(class) {
        return Ok(());
    }
    Err(RuntimeError::new(format!("class '{}' is of an interpreter that has ended", name.to_string_lossy())))
}

/// Writes the part of `C`. From here on its inside is present.
///
/// # Safety
/// A new instance, of which nobody else knows, without that part.
#[inline]
pub(super) unsafe fn write_own<C: Class>(inside: C, object: *mut PyObject) {
    // SAFETY: an instance of the class.
    let body = unsafe { Layout::<C>::body_of(object) };
    // SAFETY: the place is within the instance.
    let place = unsafe { &raw mut (*body).inside };
    // SAFETY: in bounds and aligned; nothing was there that would have to be dropped.
    unsafe { place.write(UnsafeCell::new(MaybeUninit::new(inside))) };
    // SAFETY: the place is within the instance.
    let state = unsafe { &raw mut (*body).state };
    // SAFETY: in bounds and aligned.
    unsafe { state.write(C::State::FREE) };
}

/// # Safety
/// A new reference, or NULL with an exception set.
#[inline]
pub(super) unsafe fn made(py: Python<'_>, object: *mut PyObject) -> Result<NewRef> {
    // SAFETY: the caller's.
    unsafe { NewRef::from_ptr(object) }.ok_or_else(|| fetched(py))
}

/// What was raised.
#[cold]
#[inline]
pub(super) fn fetched(py: Python<'_>) -> PyErr {
    PyErr::take(py).unwrap_or_else(|| SystemError::new("a slot failed and raised nothing"))
}
