//! The trampolines of everything that takes arguments, and of properties.
//!
//! The macros give zero-sized types with safe functions; what C calls is made here, once for all of them. `self` needs
//! no check: Python's descriptors check it against the type that the function was found on.
#![expect(unsafe_code, reason = "entered from C with raw arguments")]

use core::ffi::{CStr, c_int, c_void};
use core::marker::PhantomData;

use crate::convert::Args;
use crate::err::{AttributeError, Result, boundary};
use crate::object::{Dict, Type};
use crate::ptr::{Any, Borrowed, Owned};
use crate::raw::PyObject;
use crate::raw::structs::{METH_FASTCALL, METH_KEYWORDS, PyMethodDef, PyMethodDefPointer, PyTypeObject};
use crate::token::Python;

use super::{Class, alloc};

/// A module's function or a static method.
pub trait Function {
    /// Its name in Python.
    const NAME: &'static CStr;
    /// Its docstring, beginning with the signature.
    const DOC: &'static CStr;
    /// Calls it.
    fn call<'py>(py: Python<'py>, args: Args<'_, 'py>) -> Result<Owned<'py, Any>>;
}

/// A method of an instance.
pub trait Method<C: Class> {
    /// Its name in Python.
    const NAME: &'static CStr;
    /// Its docstring, beginning with the signature.
    const DOC: &'static CStr;
    /// Calls it.
    fn call<'a, 'py>(slf: Borrowed<'a, 'py, C>, args: Args<'a, 'py>) -> Result<Owned<'py, Any>>;
}

/// A class method.
pub trait ClassMethod {
    /// Its name in Python.
    const NAME: &'static CStr;
    /// Its docstring, beginning with the signature.
    const DOC: &'static CStr;
    /// Calls it.
    fn call<'a, 'py>(class: Borrowed<'a, 'py, Type>, args: Args<'a, 'py>) -> Result<Owned<'py, Any>>;
}

/// `__new__`.
pub trait Constructor<C: Class> {
    /// Makes the inside of a new instance of `class` (this class or a subclass).
    #[expect(clippy::new_ret_no_self, reason = "named after the method that it is for")]
    fn new<'a, 'py>(class: Borrowed<'a, 'py, Type>, args: Args<'a, 'py>) -> Result<C>;
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
    /// Reads it.
    fn get<'a, 'py>(slf: Borrowed<'a, 'py, C>) -> Result<Owned<'py, Any>>;
}

/// The writing half of a property.
pub trait Setter<C: Class> {
    /// The property's name in Python.
    const NAME: &'static CStr;
    /// Writes it.
    fn set<'a, 'py>(slf: Borrowed<'a, 'py, C>, value: Borrowed<'a, 'py, Any>) -> Result<()>;
}

/// What a `METH_FASTCALL | METH_KEYWORDS` function does with its receiver and arguments.
pub(crate) trait Fast {
    /// # Safety
    /// `receiver` is what Python passes for this kind of function.
    unsafe fn fast<'py>(py: Python<'py>, receiver: *mut PyObject, args: Args<'_, 'py>) -> Result<Owned<'py, Any>>;
}

/// Names what a definition calls.
pub(crate) struct FunctionDef<F>(PhantomData<F>);

/// Names a function with a receiver: an instance of `C`, or for `()` a type.
pub(crate) struct Receiver<C, M>(PhantomData<(C, M)>);

impl<F: Function> Fast for FunctionDef<F> {
    unsafe fn fast<'py>(py: Python<'py>, _: *mut PyObject, args: Args<'_, 'py>) -> Result<Owned<'py, Any>> {
        F::call(py, args)
    }
}

impl<C: Class, M: Method<C>> Fast for FunctionDef<Receiver<C, M>> {
    unsafe fn fast<'py>(py: Python<'py>, receiver: *mut PyObject, args: Args<'_, 'py>) -> Result<Owned<'py, Any>> {
        // SAFETY: an instance of the class that the descriptor belongs to, alive during the call.
        M::call(unsafe { this(py, receiver) }, args)
    }
}

impl<M: ClassMethod> Fast for FunctionDef<Receiver<(), M>> {
    unsafe fn fast<'py>(py: Python<'py>, receiver: *mut PyObject, args: Args<'_, 'py>) -> Result<Owned<'py, Any>> {
        // SAFETY: a type, alive during the call.
        let class = unsafe { Borrowed::<Type>::from_ptr(py, receiver) };
        M::call(class.expect("Python passes the class"), args)
    }
}

/// # Safety
/// `receiver` is an instance of `C`, alive for `'a`.
pub(super) unsafe fn this<'a, 'py, C: Class>(py: Python<'py>, receiver: *mut PyObject) -> Borrowed<'a, 'py, C> {
    // SAFETY: the caller's.
    unsafe { Borrowed::from_ptr(py, receiver) }.expect("Python passes an instance")
}

/// C's description of a function.
pub(crate) const fn definition<F: Fast>(name: &'static CStr, doc: &'static CStr, flags: c_int) -> PyMethodDef {
    PyMethodDef {
        ml_name: name.as_ptr(),
        ml_meth: PyMethodDefPointer { PyCFunctionFastWithKeywords: fast::<F> },
        ml_flags: METH_FASTCALL | METH_KEYWORDS | flags,
        ml_doc: doc.as_ptr(),
    }
}

unsafe extern "C" fn fast<F: Fast>(
    receiver: *mut PyObject,
    args: *const *mut PyObject,
    count: isize,
    names: *mut PyObject,
) -> *mut PyObject {
    // SAFETY: Python calls attached.
    let py = unsafe { Python::assume_attached() };
    boundary(py, || {
        // SAFETY: the arguments of a fast call, alive during it.
        let args = unsafe { Args::vector(py, args, count, names) };
        // SAFETY: the receiver that Python passes.
        unsafe { F::fast(py, receiver, args) }.map(into_c)
    })
}

/// The reference goes to the caller in C.
pub(super) fn into_c(result: Owned<'_, Any>) -> *mut PyObject {
    result.into_ref().into_non_null().as_ptr()
}

/// Runs `f` with the arguments of a tuple-and-dict call. The dict's contents are held: whoever passed it may still
/// change it while an argument's conversion runs Python code.
///
/// # Safety
/// A tuple, and a dict or NULL, alive during the call.
unsafe fn with_args<'py, R>(
    py: Python<'py>,
    args: *mut PyObject,
    kwargs: *mut PyObject,
    f: impl for<'a> FnOnce(Args<'a, 'py>) -> Result<R>,
) -> Result<R> {
    // SAFETY: NULL or a dict, by the caller.
    let kwargs = unsafe { Borrowed::<Dict>::from_ptr(py, kwargs) };
    let keywords: Vec<_> = match kwargs {
        Some(kwargs) => kwargs.items()?.collect(),
        None => Vec::new(),
    };
    // SAFETY: a tuple, alive during the call.
    f(unsafe { Args::tuple(args, &keywords) })
}

pub(super) unsafe extern "C" fn new<C: Class, K: Constructor<C>>(
    class: *mut PyTypeObject,
    args: *mut PyObject,
    kwargs: *mut PyObject,
) -> *mut PyObject {
    // SAFETY: Python calls attached.
    let py = unsafe { Python::assume_attached() };
    boundary(py, || {
        // SAFETY: Python passes a type, alive during the call.
        let subtype = unsafe { Borrowed::<Type>::from_ptr(py, class.cast()) }.expect("Python passes the class");
        // SAFETY: Python passes a tuple, and a dict or NULL.
        let inside = unsafe { with_args(py, args, kwargs, |args| K::new(subtype, args)) }?;
        // SAFETY: `__new__` checks that its first argument is this type or a subtype of it.
        let object = unsafe { alloc::instantiate(py, class, inside) }?;
        Ok(into_c(object.into_any()))
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
        unsafe { with_args(py, args, kwargs, |args| I::init(slf, args)) }.map(|()| 0)
    })
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
        unsafe { with_args(py, args, kwargs, |args| M::call(slf, args)) }.map(into_c)
    })
}

pub(super) type GetterFn = unsafe extern "C" fn(*mut PyObject, *mut c_void) -> *mut PyObject;
pub(super) type SetterFn = unsafe extern "C" fn(*mut PyObject, *mut PyObject, *mut c_void) -> c_int;

pub(super) unsafe extern "C" fn getter<C: Class, G: Getter<C>>(object: *mut PyObject, _: *mut c_void) -> *mut PyObject {
    // SAFETY: Python calls attached.
    let py = unsafe { Python::assume_attached() };
    // SAFETY: Python passes an instance.
    boundary(py, || G::get(unsafe { this(py, object) }).map(into_c))
}

pub(super) unsafe extern "C" fn setter<C: Class, S: Setter<C>>(
    object: *mut PyObject,
    value: *mut PyObject,
    _: *mut c_void,
) -> c_int {
    // SAFETY: Python calls attached.
    let py = unsafe { Python::assume_attached() };
    boundary(py, || {
        // SAFETY: Python passes a live value, or NULL for `del`.
        let Some(value) = (unsafe { Borrowed::<Any>::from_ptr(py, value) }) else {
            let name = S::NAME.to_string_lossy();
            return Err(AttributeError::new(format!("cannot delete attribute '{name}'")));
        };
        // SAFETY: Python passes an instance.
        S::set(unsafe { this(py, object) }, value).map(|()| 0)
    })
}
