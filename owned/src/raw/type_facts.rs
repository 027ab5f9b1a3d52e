//! What is read of a type to know its instances: what it derives from, where their memory begins, who makes them.

use core::ffi::CStr;

use super::ffi;

use super::refs::{BorrowedRef, PyObject};
use super::types::has_gc_header;

/// Whether a type is one of the interpreter's own that are compiled in, such as `list`: their instances come from lists of
/// free ones as often as from memory.
#[inline]
pub(crate) fn is_core_type(class: BorrowedRef<'_>) -> bool {
    if is_heap_type(class) {
        return false;
    }
    let class = class.as_ptr().cast::<ffi::PyTypeObject>();
    // SAFETY: a live type.
    let name = unsafe { (*class).tp_name };
    // SAFETY: a C string, as long as the type lives. One of a module's has the module's name in front.
    !unsafe { CStr::from_ptr(name) }.to_bytes().contains(&b'.')
}

/// As above, of the type of an object that may be just made.
#[inline]
pub(crate) fn is_of_core_type(object: *mut PyObject) -> bool {
    // SAFETY: an object that has its type, as whoever is told of it knows.
    let class = unsafe { ffi::Py_TYPE(object) };
    // SAFETY: the object holds its type.
    unsafe { BorrowedRef::from_ptr(class.cast()) }.is_some_and(is_core_type)
}

/// Whether a type was made while the program ran, and can go.
#[inline]
pub(crate) fn is_heap_type(class: BorrowedRef<'_>) -> bool {
    // SAFETY: a live type, whose flags are read.
    unsafe { ffi::PyType_HasFeature(class.as_ptr().cast(), ffi::Py_TPFLAGS_HEAPTYPE) != 0 }
}

/// Calls `f` with the address of a type, and of each that it derives from.
///
/// # Safety
/// The thread is attached, and the type is alive, or being taken apart.
#[inline]
pub(crate) unsafe fn each_base(class: *mut ffi::PyTypeObject, mut f: impl FnMut(usize)) {
    // SAFETY: the caller's.
    let order = unsafe { (*class).tp_mro };
    if order.is_null() {
        // The collector has taken the order away; what is left is the chain of bases.
        // SAFETY: the caller's.
        return unsafe { each_ancestor(class, f) };
    }
    // SAFETY: a tuple.
    let length = unsafe { ffi::PyTuple_GET_SIZE(order) };
    for at in 0..length {
        // SAFETY: within the tuple.
        f(unsafe { ffi::PyTuple_GET_ITEM(order, at) }.addr());
    }
}

/// Calls `f` with the address of a type, and of each along its chain of bases, from which slots are inherited.
///
/// # Safety
/// The thread is attached, and the type is alive.
#[inline]
pub(crate) unsafe fn each_ancestor(class: *mut ffi::PyTypeObject, mut f: impl FnMut(usize)) {
    let mut base = class;
    while !base.is_null() {
        f(base.addr());
        // SAFETY: a type holds its base.
        base = unsafe { (*base).tp_base };
    }
}

/// Calls `f` with the address of each function that takes instances apart: of a type and of what it inherits from.
///
/// # Safety
/// As [`each_ancestor`].
#[inline]
pub(crate) unsafe fn each_end(class: *mut ffi::PyTypeObject, mut f: impl FnMut(usize)) {
    let mut base = class;
    while !base.is_null() {
        // SAFETY: the caller's; and a type holds its base.
        let slots = unsafe { &*base };
        slots.tp_dealloc.into_iter().for_each(|function| f(function as usize));
        slots.tp_clear.into_iter().for_each(|function| f(function as usize));
        base = slots.tp_base;
    }
}

/// The type of an object.
///
/// # Safety
/// An object, whole or just made.
#[inline]
pub(crate) unsafe fn class_of(object: *mut PyObject) -> *mut ffi::PyTypeObject {
    // SAFETY: the caller's.
    unsafe { ffi::Py_TYPE(object) }
}

/// Where the memory of an object begins: before it is the header of the collector, and before that what the interpreter
/// manages for a class (its dict, its weak references).
///
/// # Safety
/// An object, whole or just made.
#[inline]
pub(crate) unsafe fn block_of(object: *mut PyObject) -> usize {
    const MANAGED: core::ffi::c_ulong = 1 << 3 | 1 << 4;
    // SAFETY: the caller's.
    let class = unsafe { ffi::Py_TYPE(object) };
    // SAFETY: the caller's.
    let header = if unsafe { has_gc_header(object) } { 2 } else { 0 };
    // SAFETY: a live type, whose flags are read.
    let managed = if unsafe { ffi::PyType_HasFeature(class, MANAGED) } != 0 { 2 } else { 0 };
    object.addr() - (header + managed) * size_of::<usize>()
}

/// Whether instances have a finalizer, after which an object may live on.
///
/// # Safety
/// A live type.
#[inline]
pub(crate) unsafe fn has_finalizer(class: *mut ffi::PyTypeObject) -> bool {
    // SAFETY: the caller's.
    let finalize = unsafe { (*class).tp_finalize };
    // SAFETY: the caller's.
    let del = unsafe { (*class).tp_del };
    finalize.is_some() || del.is_some()
}

/// What makes a type's instances (`tp_alloc`).
///
/// # Safety
/// A live type that is ready.
#[inline]
pub(crate) unsafe fn allocator_of(class: *mut ffi::PyTypeObject) -> ffi::allocfunc {
    // SAFETY: the caller's.
    unsafe { (*class).tp_alloc }.unwrap_or(ffi::PyType_GenericAlloc)
}

/// Has `function` make a type's instances.
///
/// # Safety
/// The thread is attached; a live type that is ready; `function` does what stood there before.
#[inline]
pub(crate) unsafe fn set_allocator(class: *mut ffi::PyTypeObject, function: ffi::allocfunc) {
    // SAFETY: the caller's; with a GIL nobody reads it meanwhile.
    unsafe { (*class).tp_alloc = Some(function) };
}
