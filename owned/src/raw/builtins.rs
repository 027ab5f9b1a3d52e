//! Type objects of the interpreter that have no check of their own.

use super::ffi;

use super::refs::BorrowedRef;

/// A type object of the interpreter.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Builtin {
    ByteArray,
    Complex,
    Dict,
    Float,
    FrozenSet,
    List,
    Method,
    Object,
    Property,
    Set,
    Str,
    Super,
}

/// The type object, which is static.
///
/// # Safety
/// The thread is attached for `'a`.
#[inline]
pub(crate) unsafe fn builtin<'a>(which: Builtin) -> BorrowedRef<'a> {
    let class = match which {
        Builtin::ByteArray => &raw mut ffi::PyByteArray_Type,
        Builtin::Complex => &raw mut ffi::PyComplex_Type,
        Builtin::Dict => &raw mut ffi::PyDict_Type,
        Builtin::Float => &raw mut ffi::PyFloat_Type,
        Builtin::FrozenSet => &raw mut ffi::PyFrozenSet_Type,
        Builtin::List => &raw mut ffi::PyList_Type,
        Builtin::Object => &raw mut ffi::PyBaseObject_Type,
        Builtin::Set => &raw mut ffi::PySet_Type,
        Builtin::Str => &raw mut ffi::PyUnicode_Type,
        #[cfg(not(Py_LIMITED_API))]
        Builtin::Method => &raw mut PyMethod_Type,
        #[cfg(Py_LIMITED_API)]
        Builtin::Method => super::stable::type_of_kind(super::stable::Kind::Method),
        Builtin::Property => &raw mut ffi::PyProperty_Type,
        Builtin::Super => &raw mut ffi::PySuper_Type,
    };
    // SAFETY: a static of the interpreter, which runs while a thread is attached.
    unsafe { BorrowedRef::from_ptr(class.cast()) }.expect("the address of a static")
}

/// Whether the object is an instance of that type or of a subclass: no Python code runs.
#[inline]
pub(crate) fn is_builtin(object: BorrowedRef<'_>, which: Builtin) -> bool {
    // SAFETY: whoever holds an object is attached.
    super::is_instance_of(object, unsafe { builtin(which) })
}

/// The frame that runs on this thread. A new reference.
///
/// # Safety
/// The thread is attached.
#[inline]
pub(crate) unsafe fn current_frame() -> Option<super::NewRef> {
    // SAFETY: attached, so there is a state.
    let thread = unsafe { ffi::PyThreadState_Get() };
    // SAFETY: attached, and this thread's own state.
    unsafe { super::thread_state_get_frame(thread) }
}

#[cfg(not(Py_LIMITED_API))]
crate::raw::libpython! {
    #[allow(non_upper_case_globals, reason = "the name that C has for it")]
    static mut PyMethod_Type: ffi::PyTypeObject;
}
