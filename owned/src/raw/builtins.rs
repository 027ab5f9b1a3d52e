//! Type objects of the interpreter that have no check of their own.

use pyo3_ffi as ffi;

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
        Builtin::Method => &raw mut PyMethod_Type,
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

/// Whether a type on the way up from the object's own is called so in C.
#[inline]
pub(crate) fn has_base_named(object: BorrowedRef<'_>, name: &str) -> bool {
    let mut class: *mut ffi::PyTypeObject = super::type_of(object).as_ptr().cast();
    while !class.is_null() {
        // SAFETY: a live type object: the object holds its type, which holds its base.
        let called = unsafe { (*class).tp_name };
        // SAFETY: a C string that lives as long as the type.
        if unsafe { core::ffi::CStr::from_ptr(called) }.to_bytes() == name.as_bytes() {
            return true;
        }
        // SAFETY: as above.
        class = unsafe { (*class).tp_base };
    }
    false
}

/// How many bytes an instance of a type has, the items of one of variable size left out.
#[inline]
pub(crate) fn basic_size(class: BorrowedRef<'_>) -> usize {
    let class: *mut ffi::PyTypeObject = class.as_ptr().cast();
    // SAFETY: a live type object, as its callers know.
    unsafe { (*class).tp_basicsize }.cast_unsigned()
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

crate::raw::libpython! {
    #[allow(non_upper_case_globals, reason = "the name that C has for it")]
    static mut PyMethod_Type: ffi::PyTypeObject;
}
