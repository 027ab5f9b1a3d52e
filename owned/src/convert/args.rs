//! What Python passes to a function, and the conversion of each argument.
#![expect(unsafe_code, reason = "reads the argument arrays of the vectorcall protocol")]

use core::mem::MaybeUninit;
use core::ptr::NonNull;

use crate::err::{PyErr, Result, TypeError};
use crate::object::{Dict, Tuple};
use crate::ptr::{Any, Borrowed, Owned};
use crate::raw::{BorrowedRef, PyObject};
use crate::token::Python;

use super::place::at;
use super::{FromPy, Signature};

/// What Python passes: by vectorcall, or as a tuple and a dict.
#[derive(Clone, Copy, Debug)]
pub struct Args<'a, 'py>(pub(super) Passed<'a, 'py>);

#[derive(Clone, Copy, Debug)]
pub(super) enum Passed<'a, 'py> {
    Vector(Vector<'a, 'py>),
    /// The keywords are names and values. Not in a dict: the collector shows a dict to any Python code that runs while
    /// an argument is converted, and what that code removes would go while it is lent.
    Tuple(BorrowedRef<'a>, &'a [(Owned<'py, Any>, Owned<'py, Any>)]),
}

/// What a `METH_FASTCALL | METH_KEYWORDS` function is passed. Invariant: `count` arguments lie at `first`, which may be
/// NULL if there are none, and behind them the values of `names`; all live for `'a`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Vector<'a, 'py> {
    pub(super) first: *const *mut PyObject,
    pub(super) count: usize,
    pub(super) names: Option<Borrowed<'a, 'py, Tuple>>,
}

impl<'a, 'py> Args<'a, 'py> {
    /// The same, put together here: as it came, it would be in memory from the beginning.
    #[inline(always)]
    pub(super) fn anew(self) -> Self {
        Args(match self.0 {
            Passed::Vector(Vector { first, count, names }) => Passed::Vector(Vector { first, count, names }),
            Passed::Tuple(tuple, pairs) => Passed::Tuple(tuple, pairs),
        })
    }

    /// # Safety
    /// The arguments of a `METH_FASTCALL | METH_KEYWORDS` function: `args` holds `count` borrowed positional arguments
    /// and after them the values of `names`, a tuple of str or NULL; all live for `'a`.
    #[inline]
    pub(crate) unsafe fn vector(
        py: Python<'py>,
        args: *const *mut PyObject,
        count: isize,
        names: *mut PyObject,
    ) -> Self {
        // SAFETY: NULL or a tuple that lives for `'a`, by the caller.
        let names = unsafe { Borrowed::<Tuple>::from_ptr(py, names) };
        Args(Passed::Vector(Vector { first: args, count: count.cast_unsigned(), names }))
    }

    /// # Safety
    /// A live object, for `'a`.
    #[inline]
    pub(crate) unsafe fn one(arg: &'a *mut PyObject) -> Self {
        Args(Passed::Vector(Vector { first: arg, count: 1, names: None }))
    }

    /// No argument at all.
    #[inline]
    pub(crate) fn none() -> Self {
        Args(Passed::Vector(Vector { first: core::ptr::null(), count: 0, names: None }))
    }

    /// # Safety
    /// `args` is a tuple that lives for `'a`.
    #[inline]
    pub(crate) unsafe fn tuple(args: *mut PyObject, keywords: &'a [(Owned<'py, Any>, Owned<'py, Any>)]) -> Self {
        // SAFETY: alive for `'a`, by the caller.
        let args = unsafe { BorrowedRef::from_ptr(args) }.expect("CPython passes a tuple");
        Args(Passed::Tuple(args, keywords))
    }

    /// How many arguments are given by position.
    pub(super) fn count(&self) -> usize {
        match self.0 {
            Passed::Vector(vector) => vector.count,
            // SAFETY: a tuple, by the constructor.
            Passed::Tuple(tuple, _) => unsafe { crate::raw::tuple_get_size_unchecked(tuple) }.unsigned_abs(),
        }
    }

    /// The argument at this position.
    ///
    /// # Safety
    /// Less than [`Args::count`].
    pub(super) unsafe fn get(&self, py: Python<'py>, at: usize) -> Borrowed<'a, 'py, Any> {
        match self.0 {
            // SAFETY: the caller's.
            Passed::Vector(vector) => unsafe { vector.get(py, at) },
            Passed::Tuple(tuple, _) => {
                // SAFETY: a tuple, which lives for `'a`, by the constructor; an index within it, by the caller.
                let item = unsafe { crate::raw::tuple_item(tuple, at) };
                // SAFETY: any object is an `Any`.
                unsafe { Borrowed::from_ref(py, item) }
            }
        }
    }
}

impl<'a, 'py> Vector<'a, 'py> {
    /// The arguments, if there are `N` by position and none by name.
    #[inline]
    pub(super) fn exactly<const N: usize>(self, py: Python<'py>) -> Option<[Borrowed<'a, 'py, Any>; N]> {
        if self.count != N || self.names.is_some() {
            return None;
        }
        // SAFETY: less than there are.
        Some(each(|at| unsafe { self.get(py, at) }))
    }

    /// The first arguments that were given by position, as many as there are.
    #[inline]
    pub(super) fn first<const N: usize>(self, py: Python<'py>) -> [Option<Borrowed<'a, 'py, Any>>; N] {
        // SAFETY: less than there are.
        each(|at| if at < self.count { Some(unsafe { self.get(py, at) }) } else { None })
    }

    /// The value of the name at this place in the tuple of names.
    #[inline]
    pub(super) fn named(self, py: Python<'py>, at: usize) -> Option<Borrowed<'a, 'py, Any>> {
        // SAFETY: there is a value for each name.
        (at < self.names?.len()).then(|| unsafe { self.get(py, self.count + at) })
    }

    /// # Safety
    /// Less than `count`, or `count` and less than the number of names.
    #[inline]
    pub(super) unsafe fn get(&self, py: Python<'py>, at: usize) -> Borrowed<'a, 'py, Any> {
        // SAFETY: so many pointers lie there, by the invariant; they live for `'a`.
        unsafe { argument_at(py, self.first, at) }
    }
}

/// # Safety
/// There is an argument at this place from `first` on, which lives for `'a`.
#[inline]
pub(super) unsafe fn argument_at<'a, 'py>(
    py: Python<'py>,
    first: *const *mut PyObject,
    at: usize,
) -> Borrowed<'a, 'py, Any> {
    // SAFETY: the caller's.
    let place = unsafe { first.add(at) };
    // SAFETY: as above.
    let object = unsafe { *place };
    // SAFETY: an argument is never NULL.
    let object = unsafe { NonNull::new_unchecked(object) };
    // SAFETY: it lives for `'a`, by the caller.
    let object = unsafe { BorrowedRef::from_non_null(object) };
    // SAFETY: any object is an `Any`.
    unsafe { Borrowed::from_ref(py, object) }
}

/// An array of what is made for each place. std's `array::from_fn` is made of five functions, each compiled anew wherever it is
/// used.
#[inline]
pub(super) fn each<T: Copy, const N: usize>(make: impl Fn(usize) -> T) -> [T; N] {
    let mut values = MaybeUninit::<[T; N]>::uninit();
    let first: *mut T = values.as_mut_ptr().cast();
    let mut at = 0;
    while at < N {
        // SAFETY: within the array.
        let place = unsafe { first.add(at) };
        // SAFETY: as above.
        unsafe { place.write(make(at)) };
        at += 1;
    }
    // SAFETY: each was written.
    unsafe { values.assume_init() }
}

/// Converts one argument; an error names it.
#[track_caller]
#[inline]
pub fn argument<'a, 'py, T: FromPy<'a, 'py>>(
    signature: &Signature,
    index: usize,
    value: Borrowed<'a, 'py, Any>,
) -> Result<T> {
    match T::from_py(value) {
        Ok(converted) => Ok(converted),
        Err(error) => Err(named(error, value.py(), signature, index)),
    }
}

/// Converts one argument of a function that has defaults, where this parameter has none.
///
/// # Panics
/// If it is not there, which [`Signature::values`] and [`Signature::parse`] have excluded.
#[track_caller]
#[inline]
pub fn given<'a, 'py, T: FromPy<'a, 'py>>(
    signature: &Signature,
    index: usize,
    value: Option<Borrowed<'a, 'py, Any>>,
) -> Result<T> {
    argument(signature, index, value.expect("a required argument was checked to be there"))
}

#[cold]
fn named(error: PyErr, py: Python<'_>, signature: &Signature, index: usize) -> PyErr {
    of_argument(error, py, signature, signature.params[index].name)
}

/// Converts what `*args` took.
#[track_caller]
pub fn rest<'a, 'py, T: FromPy<'a, 'py>>(signature: &Signature, value: &'a Option<Owned<'py, Tuple>>) -> Result<T> {
    let value = value.as_ref().expect("a signature with *args makes the tuple").as_borrowed().into_any();
    T::from_py(value).map_err(|error| of_argument(error, value.py(), signature, "*args"))
}

/// Converts what `**kwargs` took.
#[track_caller]
pub fn options<'a, 'py, T: FromPy<'a, 'py>>(signature: &Signature, value: &'a Option<Owned<'py, Dict>>) -> Result<T> {
    let value = value.as_ref().expect("a signature with **kwargs makes the dict").as_borrowed().into_any();
    T::from_py(value).map_err(|error| of_argument(error, value.py(), signature, "**kwargs"))
}

#[cold]
fn of_argument(error: PyErr, py: Python<'_>, signature: &Signature, name: &str) -> PyErr {
    at(error, py, &[&signature.name(), "() argument '", name, "'"])
}

/// Converts the value of an attribute or an operand; an error names it.
#[track_caller]
#[inline]
pub fn value<'a, 'py, T: FromPy<'a, 'py>>(value: Borrowed<'a, 'py, Any>, what: &'static str) -> Result<T> {
    match T::from_py(value) {
        Ok(converted) => Ok(converted),
        Err(error) => Err(at(error, value.py(), &[what])),
    }
}

/// Converts the operand of a comparison: one of another type is `None`, for which Python is answered `NotImplemented`.
#[track_caller]
pub fn operand<'a, 'py, T: FromPy<'a, 'py>>(other: Borrowed<'a, 'py, Any>) -> Result<Option<T>> {
    match T::from_py(other) {
        Ok(value) => Ok(Some(value)),
        Err(error) if error.is::<TypeError>(other.py()) => Ok(None),
        Err(error) => Err(error),
    }
}
