//! The trampolines of what is called with a tuple and a dict, and of properties; what the macros say of everything that
//! takes arguments.
//!
//! The macros give zero-sized types with safe functions; what C calls is made here, once for all of them. `self` needs
//! no check: Python's descriptors check it against the type that the function was found on.
#![expect(unsafe_code, reason = "entered from C with raw arguments")]

use core::ffi::{CStr, c_int, c_void};
use core::marker::PhantomData;
use core::ptr::{self, NonNull};

use crate::convert::{Args, Signature};
use crate::err::{Result, boundary, raised};
use crate::object::{Dict, Type};
use crate::ptr::{Any, Borrowed, Owned, TypeInfo};
use crate::raw::structs::PyTypeObject;
use crate::raw::{self, BorrowedRef, NewRef, PyObject};
use crate::token::Python;

use super::{Class, NewOf, slots};

/// A module's function or a static method.
pub trait Function {
    /// Its name in Python.
    const NAME: &'static CStr;
    /// Its docstring, beginning with the signature.
    const DOC: &'static CStr;
    /// Its parameters.
    const SIGNATURE: &'static Signature;
    /// Calls it.
    fn call<'py>(py: Python<'py>, args: Args<'_, 'py>) -> Result<Owned<'py, Any>>;
}

/// A method of an instance.
pub trait Method<C: Class> {
    /// Its name in Python.
    const NAME: &'static CStr;
    /// Its docstring, beginning with the signature.
    const DOC: &'static CStr;
    /// Its parameters.
    const SIGNATURE: &'static Signature;
    /// Calls it.
    fn call<'a, 'py>(slf: Borrowed<'a, 'py, C>, args: Args<'a, 'py>) -> Result<Owned<'py, Any>>;
}

/// A class method.
pub trait ClassMethod {
    /// Its name in Python.
    const NAME: &'static CStr;
    /// Its docstring, beginning with the signature.
    const DOC: &'static CStr;
    /// Its parameters.
    const SIGNATURE: &'static Signature;
    /// Calls it.
    fn call<'a, 'py>(class: Borrowed<'a, 'py, Type>, args: Args<'a, 'py>) -> Result<Owned<'py, Any>>;
}

/// `__new__`.
pub trait Constructor<C: Class> {
    /// Makes a new instance of `class` (this class or a subclass).
    #[expect(clippy::new_ret_no_self, reason = "named after the method that it is for")]
    fn new<'a, 'py>(class: NewOf<'a, 'py, C>, args: Args<'a, 'py>) -> Result<Owned<'py, Any>>;
}

/// `__init__`.
pub trait Initializer<C: Class> {
    /// Initialises an instance, perhaps not for the first time.
    fn init<'a, 'py>(slf: Borrowed<'a, 'py, C>, args: Args<'a, 'py>) -> Result<()>;
}

/// `__call__`.
pub trait Call<C: Class> {
    /// Calls the instance.
    fn call<'a, 'py>(slf: Borrowed<'a, 'py, C>, args: Args<'a, 'py>) -> Result<Owned<'py, Any>>;
}

/// The reading half of a property.
pub trait Getter<C: Class> {
    /// The property's name in Python.
    const NAME: &'static CStr;
    /// Its docstring.
    const DOC: &'static CStr;
    /// Whether reading it runs no code of anybody's: a number or a text.
    const QUIET: bool = false;
    /// Where C's member descriptors find it, if they can, in the inside of an instance.
    const PLACE: Option<usize> = None;
    /// Reads it.
    fn get<'a, 'py>(slf: Borrowed<'a, 'py, C>) -> Result<Owned<'py, Any>>;
}

/// The writing half of a property.
pub trait Setter<C: Class> {
    /// The property's name in Python.
    const NAME: &'static CStr;
    /// As of [`Getter`].
    const PLACE: Option<usize> = None;
    /// Writes it, or deletes it.
    fn set<'a, 'py>(slf: Borrowed<'a, 'py, C>, value: Option<Borrowed<'a, 'py, Any>>) -> Result<()>;
}

/// The deleting part of a property.
pub trait Deleter<C: Class> {
    /// The property's name in Python.
    const NAME: &'static CStr;
    /// Deletes it.
    fn delete<'a, 'py>(slf: Borrowed<'a, 'py, C>) -> Result<()>;
}

/// What a method is called on, held until the call is over. Whoever called may let go of it while Python code runs: a
/// `property` that is made anew lets go of the getter that it is just calling, and with a bound method goes its object.
pub(super) struct This<'py, C> {
    object: NewRef,
    py: Python<'py>,
    class: PhantomData<fn() -> C>,
}

/// # Safety
/// `receiver` is an instance of `C`, alive now.
#[inline]
pub(super) unsafe fn this<C: TypeInfo>(py: Python<'_>, receiver: *mut PyObject) -> This<'_, C> {
    // SAFETY: an instance, by the caller, so not NULL.
    let object = unsafe { NonNull::new_unchecked(receiver) };
    // SAFETY: the caller's.
    let object = unsafe { BorrowedRef::from_non_null(object) }.to_new();
    This { object, py, class: PhantomData }
}

impl<'py, C: TypeInfo> This<'py, C> {
    #[inline]
    pub(super) fn lend(&self) -> Borrowed<'_, 'py, C> {
        // SAFETY: an instance, by `this`.
        unsafe { Borrowed::from_ref(self.py, self.object.borrow()) }
    }
}

/// The reference goes to the caller in C.
#[inline]
pub(super) fn into_c(result: Owned<'_, Any>) -> *mut PyObject {
    result.into_ref().into_non_null().as_ptr()
}

/// Runs `f` with the arguments of a tuple-and-dict call, which are read where the tuple has them. The dict's contents are held: whoever passed it may still
/// change it while an argument's conversion runs Python code.
///
/// # Safety
/// A tuple, and a dict or NULL, alive during the call.
#[inline]
unsafe fn with_args<'py, R>(
    py: Python<'py>,
    args: *mut PyObject,
    kwargs: *mut PyObject,
    f: impl for<'a> FnOnce(Args<'a, 'py>) -> Result<R>,
) -> Result<R> {
    // SAFETY: NULL or a dict, by the caller.
    let Some(kwargs) = (unsafe { Borrowed::<Dict>::from_ptr(py, kwargs) }) else {
        // SAFETY: a tuple, alive during the call.
        let args = unsafe { BorrowedRef::from_ptr(args) }.expect("CPython passes a tuple");
        let array = |first, count| {
            // SAFETY: the items of the tuple, which holds them during the call; none by name.
            f(unsafe { Args::vector(py, first, count, ptr::null_mut()) })
        };
        // SAFETY: a tuple, alive during the call.
        return unsafe { raw::with_tuple_array(args, array) };
    };
    let keywords = pairs(kwargs)?;
    // SAFETY: a tuple, alive during the call.
    f(unsafe { Args::tuple(args, &keywords) })
}

/// The names and values of a dict, held.
fn pairs<'py>(kwargs: Borrowed<'_, 'py, Dict>) -> Result<Vec<(Owned<'py, Any>, Owned<'py, Any>)>> {
    let mut pairs = Vec::new();
    for pair in kwargs.snapshot()? {
        pairs.push(pair);
    }
    Ok(pairs)
}

pub(super) unsafe extern "C" fn new<C: Class, K: Constructor<C>>(
    class: *mut PyTypeObject,
    args: *mut PyObject,
    kwargs: *mut PyObject,
) -> *mut PyObject {
    // SAFETY: Python calls attached.
    let py = unsafe { Python::assume_attached() };
    boundary(py, || {
        // SAFETY: Python passes a type, alive now.
        let subtype = unsafe { this::<Type>(py, class.cast()) };
        // SAFETY: `__new__` checks that its first argument is this type or a subtype of it.
        let class = unsafe { NewOf::new(subtype.lend()) };
        // SAFETY: Python passes a tuple, and a dict or NULL.
        unsafe { with_args(py, args, kwargs, |args| K::new(class, args)) }.map(into_c)
    })
}

/// What calls the class itself, without a tuple and a dict: `__new__`, and the class's own `__init__` after it.
pub(super) unsafe extern "C" fn vectorcall<C: Class, K: Constructor<C>>(
    class: *mut PyObject,
    args: *const *mut PyObject,
    count: usize,
    names: *mut PyObject,
) -> *mut PyObject {
    // SAFETY: Python calls attached.
    let py = unsafe { Python::assume_attached() };
    boundary(py, || {
        // SAFETY: Python passes the type that is called, alive now.
        let held = unsafe { this::<Type>(py, class) };
        // SAFETY: only the type of `C` itself has this function.
        let class = unsafe { NewOf::new(held.lend()) };
        // SAFETY: the arguments of a vectorcall, alive during it.
        let args = unsafe { Args::vector(py, args, raw::vectorcall_count(count), names) };
        let made = K::new(class, args)?;
        if let Some(init) = const { slots::init::<C>() } {
            // SAFETY: what the constructor makes for the class itself is an instance of it.
            init(unsafe { Borrowed::from_ref(py, made.raw()) }, args)?;
        }
        Ok(into_c(made))
    })
}

pub(super) unsafe extern "C" fn init<C: Class, I: Initializer<C>>(
    object: *mut PyObject,
    args: *mut PyObject,
    kwargs: *mut PyObject,
) -> c_int {
    // SAFETY: Python calls attached.
    let py = unsafe { Python::assume_attached() };
    boundary(py, || {
        // SAFETY: Python passes an instance.
        let slf = unsafe { this(py, object) };
        // SAFETY: Python passes a tuple, and a dict or NULL.
        unsafe { with_args(py, args, kwargs, |args| I::init(slf.lend(), args)) }.map(|()| 0)
    })
}

/// The `__init__` of a class whose constructor does everything.
#[inline]
pub(super) unsafe extern "C" fn no_init(_: *mut PyObject, _: *mut PyObject, _: *mut PyObject) -> c_int {
    0
}

pub(super) unsafe extern "C" fn call<C: Class, M: Call<C>>(
    object: *mut PyObject,
    args: *mut PyObject,
    kwargs: *mut PyObject,
) -> *mut PyObject {
    // SAFETY: Python calls attached.
    let py = unsafe { Python::assume_attached() };
    boundary(py, || {
        // SAFETY: Python passes an instance.
        let slf = unsafe { this(py, object) };
        // SAFETY: Python passes a tuple, and a dict or NULL.
        unsafe { with_args(py, args, kwargs, |args| M::call(slf.lend(), args)) }.map(into_c)
    })
}

pub(super) type GetterFn = unsafe extern "C" fn(*mut PyObject, *mut c_void) -> *mut PyObject;
pub(super) type SetterFn = unsafe extern "C" fn(*mut PyObject, *mut PyObject, *mut c_void) -> c_int;

pub(super) unsafe extern "C" fn getter<C: Class, G: Getter<C>>(object: *mut PyObject, _: *mut c_void) -> *mut PyObject {
    // SAFETY: Python calls attached.
    let py = unsafe { Python::assume_attached() };
    if G::QUIET {
        // Nothing runs that could let go of the object, or panic.
        // SAFETY: Python passes an instance, so not NULL.
        let object = unsafe { NonNull::new_unchecked(object) };
        // SAFETY: alive now, and nothing runs until it has been read.
        let object = unsafe { BorrowedRef::from_non_null(object) };
        // SAFETY: an instance.
        return raised(py, G::get(unsafe { Borrowed::from_ref(py, object) }).map(into_c));
    }
    // SAFETY: Python passes an instance.
    boundary(py, || G::get(unsafe { this(py, object) }.lend()).map(into_c))
}

pub(super) unsafe extern "C" fn setter<C: Class, S: Setter<C>>(
    object: *mut PyObject,
    value: *mut PyObject,
    _: *mut c_void,
) -> c_int {
    // SAFETY: Python calls attached.
    let py = unsafe { Python::assume_attached() };
    boundary(py, || {
        // SAFETY: Python passes an instance.
        let slf = unsafe { this(py, object) };
        // SAFETY: Python passes a live value, or NULL for `del`.
        S::set(slf.lend(), unsafe { Borrowed::from_ptr(py, value) }).map(|()| 0)
    })
}
