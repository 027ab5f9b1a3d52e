//! The trampolines of what stands in a method table: functions, methods, static and class methods. Each is called as its
//! signature allows.
#![expect(unsafe_code, reason = "entered from C with raw arguments")]

use core::ffi::{CStr, c_int};
use core::marker::PhantomData;

use crate::convert::{Args, Convention, Signature};
use crate::err::{enclosed, raised};
use crate::raw::PyObject;
use crate::raw::structs::{METH_FASTCALL, METH_KEYWORDS, METH_NOARGS, METH_O, PyMethodDef, PyMethodDefPointer};
use crate::token::Python;

use super::call::{into_c, this};
use super::{Class, ClassMethod, Function, Method};

/// What a function does with its receiver and arguments. An error is raised before the receiver is let go of: so what is
/// usual takes no second look at the result.
pub(crate) trait Enter {
    /// Its parameters.
    const SIGNATURE: &'static Signature;
    /// Whether it is called through a method descriptor. The interpreter has no short way for `METH_NOARGS` elsewhere.
    const DESCRIPTOR: bool = false;

    /// # Safety
    /// `receiver` is what Python passes for this kind of function.
    unsafe fn enter<'py>(py: Python<'py>, receiver: *mut PyObject, args: Args<'_, 'py>) -> *mut PyObject;
}

/// Names what a definition calls.
pub(crate) struct FunctionDef<F>(PhantomData<F>);

/// Names a function with a receiver: an instance of `C`, or for `()` a type.
pub(crate) struct Receiver<C, M>(PhantomData<(C, M)>);

impl<F: Function> Enter for FunctionDef<F> {
    const SIGNATURE: &'static Signature = F::SIGNATURE;

    #[inline]
    unsafe fn enter<'py>(py: Python<'py>, _: *mut PyObject, args: Args<'_, 'py>) -> *mut PyObject {
        raised(py, F::call(py, args).map(into_c))
    }
}

impl<C: Class, M: Method<C>> Enter for FunctionDef<Receiver<C, M>> {
    const SIGNATURE: &'static Signature = M::SIGNATURE;
    const DESCRIPTOR: bool = true;

    #[inline]
    unsafe fn enter<'py>(py: Python<'py>, receiver: *mut PyObject, args: Args<'_, 'py>) -> *mut PyObject {
        // SAFETY: an instance of the class that the descriptor belongs to, alive during the call.
        let slf = unsafe { this(py, receiver) };
        raised(py, M::call(slf.lend(), args).map(into_c))
    }
}

impl<M: ClassMethod> Enter for FunctionDef<Receiver<(), M>> {
    const SIGNATURE: &'static Signature = M::SIGNATURE;

    #[inline]
    unsafe fn enter<'py>(py: Python<'py>, receiver: *mut PyObject, args: Args<'_, 'py>) -> *mut PyObject {
        // SAFETY: a type, alive now.
        let class = unsafe { this(py, receiver) };
        raised(py, M::call(class.lend(), args).map(into_c))
    }
}

/// C's description of a function, with the convention that its signature allows.
pub(crate) const fn definition<F: Enter>(name: &'static CStr, doc: &'static CStr, flags: c_int) -> PyMethodDef {
    let (ml_meth, convention) = match F::SIGNATURE.convention() {
        Convention::Nothing if F::DESCRIPTOR => (PyMethodDefPointer { PyCFunction: nothing::<F> }, METH_NOARGS),
        Convention::One => (PyMethodDefPointer { PyCFunction: one::<F> }, METH_O),
        Convention::Nothing | Convention::Keywords => {
            (PyMethodDefPointer { PyCFunctionFastWithKeywords: keywords::<F> }, METH_FASTCALL | METH_KEYWORDS)
        }
    };
    PyMethodDef { ml_name: name.as_ptr(), ml_meth, ml_flags: convention | flags, ml_doc: doc.as_ptr() }
}

unsafe extern "C" fn nothing<F: Enter>(receiver: *mut PyObject, _: *mut PyObject) -> *mut PyObject {
    // SAFETY: Python calls attached.
    let py = unsafe { Python::assume_attached() };
    // SAFETY: the receiver that Python passes.
    enclosed(py, || unsafe { F::enter(py, receiver, Args::none()) })
}

unsafe extern "C" fn one<F: Enter>(receiver: *mut PyObject, arg: *mut PyObject) -> *mut PyObject {
    // SAFETY: Python calls attached.
    let py = unsafe { Python::assume_attached() };
    // SAFETY: the argument is alive during the call.
    let args = unsafe { Args::one(&arg) };
    // SAFETY: the receiver that Python passes.
    enclosed(py, || unsafe { F::enter(py, receiver, args) })
}

unsafe extern "C" fn keywords<F: Enter>(
    receiver: *mut PyObject,
    args: *const *mut PyObject,
    count: isize,
    names: *mut PyObject,
) -> *mut PyObject {
    // SAFETY: Python calls attached.
    let py = unsafe { Python::assume_attached() };
    // SAFETY: the arguments of a fast call, alive during it.
    let args = unsafe { Args::vector(py, args, count, names) };
    // SAFETY: the receiver that Python passes.
    enclosed(py, || unsafe { F::enter(py, receiver, args) })
}
