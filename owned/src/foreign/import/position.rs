//! What a C function does with a reference, as types that only declarations name.
#![expect(unsafe_code, reason = "takes over and gives up references as declared")]

use core::ffi::{c_int, c_void};
use core::marker::PhantomData;

use crate::err::Result;
use crate::ptr::{Any, Owned, TypeInfo};
use crate::raw::{Failed, PyObject};
use crate::token::Python;

use super::Call;

/// What C is passed, and what it does with it.
pub trait Argument {
    /// What the safe function takes.
    type Safe<'a, 'py: 'a>;
    /// What the C function takes.
    type Raw;

    /// Notes the argument, and makes of it what is passed.
    fn pass<'a, 'py: 'a>(given: Self::Safe<'a, 'py>, name: &'static str, call: &mut Call) -> Self::Raw;
}

/// What C gives.
pub trait Returned {
    /// What the safe function gives.
    type Safe<'py>;
    /// What the C function gives.
    type Raw;

    /// Takes over what C has given.
    ///
    /// # Safety
    /// The result of the function that the call was, whose declaration is true.
    unsafe fn take(py: Python<'_>, raw: Self::Raw, call: Call) -> Self::Safe<'_>;
}

/// An argument on its way.
pub struct Given<P: Argument>(P::Raw);

impl<P: Argument> Given<P> {
    /// Notes the argument.
    #[track_caller]
    #[inline]
    pub fn new<'a, 'py: 'a>(given: P::Safe<'a, 'py>, name: &'static str, call: &mut Call) -> Self {
        Given(P::pass(given, name, call))
    }

    /// What is passed.
    #[inline]
    pub fn pass(self) -> P::Raw {
        self.0
    }
}

/// What the check expects of an argument's count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Does {
    Borrow,
    Keep,
    Steal,
    Hide,
}

/// `Borrowed<T>`.
pub struct Borrowed<T>(PhantomData<fn() -> T>);
/// `Kept<T>`.
pub struct Kept<T>(PhantomData<fn() -> T>);
/// `Stolen<T>`.
pub struct Stolen<T>(PhantomData<fn() -> T>);
/// `Escaped<T>`.
pub struct Escaped<T>(PhantomData<fn() -> T>);
/// `New<T>`.
pub struct New<T>(PhantomData<fn() -> T>);
/// `Status`.
pub struct Status(());
/// No object.
pub struct Plain<T>(PhantomData<fn() -> T>);

impl<T: TypeInfo> Argument for Borrowed<T> {
    type Safe<'a, 'py: 'a> = &'a Owned<'py, T>;
    type Raw = *mut PyObject;

    #[inline]
    fn pass<'a, 'py: 'a>(given: &'a Owned<'py, T>, name: &'static str, call: &mut Call) -> *mut PyObject {
        call.argument(given.raw(), name, Does::Borrow);
        given.as_ptr()
    }
}

impl<T: TypeInfo> Argument for Kept<T> {
    type Safe<'a, 'py: 'a> = &'a Owned<'py, T>;
    type Raw = *mut PyObject;

    #[inline]
    fn pass<'a, 'py: 'a>(given: &'a Owned<'py, T>, name: &'static str, call: &mut Call) -> *mut PyObject {
        call.argument(given.raw(), name, Does::Keep);
        given.as_ptr()
    }
}

impl<T: TypeInfo> Argument for Stolen<T> {
    type Safe<'a, 'py: 'a> = Owned<'py, T>;
    type Raw = *mut PyObject;

    #[inline]
    fn pass<'a, 'py: 'a>(given: Owned<'py, T>, name: &'static str, call: &mut Call) -> *mut PyObject {
        call.argument(given.raw(), name, Does::Steal);
        given.into_stolen().into_ptr()
    }
}

impl<T: TypeInfo> Argument for Escaped<T> {
    type Safe<'a, 'py: 'a> = Owned<'py, T>;
    type Raw = *mut PyObject;

    #[track_caller]
    #[inline]
    fn pass<'a, 'py: 'a>(given: Owned<'py, T>, name: &'static str, call: &mut Call) -> *mut PyObject {
        call.argument(given.raw(), name, Does::Hide);
        given.into_raw()
    }
}

impl<T> Argument for Plain<T> {
    type Safe<'a, 'py: 'a> = T;
    type Raw = T;

    #[inline]
    fn pass<'a, 'py: 'a>(given: T, _: &'static str, _: &mut Call) -> T {
        given
    }
}

/// NULL is a failure; what is no `T` a `TypeError`.
#[track_caller]
#[inline]
fn typed<'py, T: TypeInfo>(found: Option<Owned<'py, Any>>) -> Result<Owned<'py, T>> {
    Ok(found.ok_or_else(Failed::set)?.downcast::<T>()?)
}

impl<T: TypeInfo> Returned for New<T> {
    type Safe<'py> = Result<Owned<'py, T>>;
    type Raw = *mut PyObject;

    #[track_caller]
    #[inline]
    unsafe fn take(py: Python<'_>, raw: *mut PyObject, call: Call) -> Result<Owned<'_, T>> {
        call.ends_with(py, raw, 1);
        // SAFETY: NULL, or a new reference, as declared; every object is an `Any`.
        typed(unsafe { Owned::<Any>::from_new(py, raw) })
    }
}

impl<T: TypeInfo> Returned for Borrowed<T> {
    type Safe<'py> = Result<Owned<'py, T>>;
    type Raw = *mut PyObject;

    #[track_caller]
    #[inline]
    unsafe fn take(py: Python<'_>, raw: *mut PyObject, call: Call) -> Result<Owned<'_, T>> {
        // SAFETY: NULL, or alive, as declared, since nothing has run in between; every object is an `Any`.
        let found = unsafe { Owned::<Any>::from_borrowed(py, raw) };
        call.ends_with(py, raw, 1);
        typed(found)
    }
}

impl Returned for Status {
    type Safe<'py> = Result<c_int>;
    type Raw = c_int;

    #[track_caller]
    #[inline]
    unsafe fn take(py: Python<'_>, raw: c_int, call: Call) -> Result<c_int> {
        call.ends(py, raw == -1);
        if raw == -1 { Err(Failed::set().into()) } else { Ok(raw) }
    }
}

macro_rules! plain {
    ($($([$($generic:tt)*])? $type:ty;)*) => { $(
        impl $(<$($generic)*>)? Returned for $type {
            type Safe<'py> = $type;
            type Raw = $type;

            #[track_caller]
            #[inline]
            unsafe fn take(py: Python<'_>, raw: $type, call: Call) -> $type {
                call.ends(py, false);
                raw
            }
        }
    )* };
}
plain! {
    (); bool; u8; u16; u32; u64; usize; i8; i16; i32; i64; isize; f32; f64; *mut c_void; *const c_void;
}
