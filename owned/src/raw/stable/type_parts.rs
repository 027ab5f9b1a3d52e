//! What a type object has inside, by the functions of the stable ABI: its slots, and what its attributes say. In the place of
//! `raw/type_parts.rs`.

use core::ffi::{CStr, c_int, c_void};
use core::mem::transmute;
use core::ptr;

use super::{field_of_type, module_of};
use crate::raw::ffi;
use crate::raw::refs::{BorrowedRef, Failed, NewRef};
use crate::raw::results;

/// A slot of a type that is ready.
///
/// # Safety
/// A live type.
#[inline]
unsafe fn slot(class: *mut ffi::PyTypeObject, number: c_int) -> *mut c_void {
    // SAFETY: the caller's; a number that every version has.
    unsafe { ffi::PyType_GetSlot(class, number) }
}

/// `tp_alloc`.
///
/// # Safety
/// A live type, which is ready.
#[inline]
pub(in crate::raw) unsafe fn alloc_of(class: *mut ffi::PyTypeObject) -> ffi::allocfunc {
    // SAFETY: the caller's.
    let alloc = unsafe { slot(class, ffi::Py_tp_alloc) };
    // SAFETY: `PyType_Ready` gives each type an `allocfunc`.
    unsafe { transmute::<*mut c_void, ffi::allocfunc>(alloc) }
}

/// `tp_free`.
///
/// # Safety
/// A live type, which is ready.
#[inline]
pub(in crate::raw) unsafe fn free_of(class: *mut ffi::PyTypeObject) -> ffi::freefunc {
    // SAFETY: the caller's.
    let free = unsafe { slot(class, ffi::Py_tp_free) };
    // SAFETY: `PyType_Ready` gives each type a `freefunc`.
    unsafe { transmute::<*mut c_void, ffi::freefunc>(free) }
}

/// `tp_iternext`.
///
/// # Safety
/// A live type.
#[inline]
pub(in crate::raw) unsafe fn next_of(class: *mut ffi::PyTypeObject) -> Option<ffi::iternextfunc> {
    // SAFETY: the caller's.
    let next = unsafe { slot(class, ffi::Py_tp_iternext) };
    // SAFETY: an `iternextfunc` stands in that slot, or NULL.
    unsafe { transmute::<*mut c_void, Option<ffi::iternextfunc>>(next) }
}

/// `am_await`.
///
/// # Safety
/// A live type.
#[cfg(feature = "async")]
#[inline]
pub(in crate::raw) unsafe fn await_of(class: *mut ffi::PyTypeObject) -> Option<ffi::unaryfunc> {
    // SAFETY: the caller's.
    let function = unsafe { slot(class, ffi::Py_am_await) };
    // SAFETY: a `unaryfunc` stands in that slot, or NULL.
    unsafe { transmute::<*mut c_void, Option<ffi::unaryfunc>>(function) }
}

/// How a `bytearray` lends its memory, and takes it back.
#[inline]
pub(in crate::raw) fn bytearray_buffer() -> (ffi::getbufferproc, ffi::releasebufferproc) {
    let class = &raw mut ffi::PyByteArray_Type;
    // SAFETY: a static type, which is ready wherever there is a bytearray.
    let fill = unsafe { slot(class, ffi::Py_bf_getbuffer) };
    // SAFETY: as above.
    let release = unsafe { slot(class, ffi::Py_bf_releasebuffer) };
    // SAFETY: a bytearray is a buffer, so a `getbufferproc` stands in that slot.
    let fill = unsafe { transmute::<*mut c_void, ffi::getbufferproc>(fill) };
    // SAFETY: it counts its views, so a `releasebufferproc` stands in the other.
    (fill, unsafe { transmute::<*mut c_void, ffi::releasebufferproc>(release) })
}

/// The same, lent.
pub(crate) fn read_type_name(class: BorrowedRef<'_>, read: &dyn Fn(&str) -> String) -> String {
    read(&type_name(class))
}

/// The name as C has it: of what C makes, static types and those that cannot change, with the module.
pub(crate) fn type_name(class: BorrowedRef<'_>) -> String {
    let object = class.as_ptr().cast::<ffi::PyTypeObject>();
    // SAFETY: attached, since an object is at hand; a live type; a new reference or NULL.
    let name = unsafe { ffi::PyType_GetName(object) };
    // SAFETY: the contract above.
    let name = text(unsafe { NewRef::from_ptr(name) });
    // SAFETY: a live type.
    if unsafe { ffi::PyType_HasFeature(object, ffi::Py_TPFLAGS_IMMUTABLETYPE) } == 0 {
        return name;
    }
    // SAFETY: attached; a live type.
    match unsafe { module_of(object) } {
        None => name,
        module => match text(module).as_str() {
            "" | "builtins" => name,
            module => format!("{module}.{name}"),
        },
    }
}

/// The text of a `str`; nothing of anything else, and no exception.
fn text(object: Option<NewRef>) -> String {
    let Some(object) = object.filter(|object| crate::raw::is_str(object.borrow())) else {
        // SAFETY: attached, as the caller is.
        unsafe { ffi::PyErr_Clear() };
        return String::new();
    };
    // SAFETY: attached; a `str`.
    let text = unsafe { crate::raw::unicode_utf8(object.borrow()) }.map(str::to_owned);
    text.unwrap_or_else(|_| {
        // SAFETY: attached.
        unsafe { ffi::PyErr_Clear() };
        String::new()
    })
}

/// Whether a type on the way up from the object's own is called so in C.
#[inline]
pub(crate) fn has_base_named(object: BorrowedRef<'_>, name: &str) -> bool {
    let mut class = crate::raw::type_of(object).as_ptr();
    // SAFETY: a live type: the object holds its type, which holds its base.
    while let Some(found) = unsafe { BorrowedRef::from_ptr(class) } {
        if type_name(found) == name {
            return true;
        }
        // SAFETY: a live type.
        class = unsafe { slot(class.cast(), ffi::Py_tp_base) }.cast();
    }
    false
}

/// How many bytes an instance of a type has, the items of one of variable size left out.
pub(crate) fn basic_size(class: BorrowedRef<'_>) -> usize {
    // SAFETY: attached, since an object is at hand; a live type.
    let size = unsafe { field_of_type(class, c"__basicsize__") };
    // SAFETY: attached; an int.
    let size = size.and_then(|size| unsafe { crate::raw::long_as_i64(size.borrow()) }.ok()?.ok());
    usize::try_from(size.expect("a type says how large its instances are")).unwrap_or(0)
}

/// Puts an attribute into the dict of a type, also of one that Python code cannot change.
///
/// # Errors
/// `MemoryError`.
///
/// # Safety
/// The thread is attached; `class` is a type that was made from a spec, which has the dict to itself.
pub(crate) unsafe fn type_put(class: BorrowedRef<'_>, name: &CStr, value: BorrowedRef<'_>) -> Result<(), Failed> {
    // SAFETY: attached; a live type, of which this is a view of its dict.
    let view = unsafe { field_of_type(class, c"__dict__") }.ok_or_else(Failed::set)?;
    // SAFETY: attached; a mapping proxy.
    let dict = unsafe { behind(&view) };
    // SAFETY: attached; the dict, a C string and a live object, to which the dict takes its own reference.
    let put = unsafe { ffi::PyDict_SetItemString(dict, name.as_ptr(), value.as_ptr()) };
    // SAFETY: attached; a live type.
    unsafe { ffi::PyType_Modified(class.as_ptr().cast()) };
    results::status(put)
}

/// What a mapping proxy is a view of, which it holds: it shows that to the collector, and nothing else.
///
/// # Safety
/// The thread is attached; a mapping proxy, of a dict.
unsafe fn behind(view: &NewRef) -> *mut ffi::PyObject {
    unsafe extern "C" fn visit(object: *mut ffi::PyObject, found: *mut c_void) -> c_int {
        // SAFETY: the place that `behind` passes.
        unsafe { *found.cast() = object };
        0
    }

    let mut found: *mut ffi::PyObject = ptr::null_mut();
    let class = &raw mut ffi::PyDictProxy_Type;
    // SAFETY: a static type.
    let traverse = unsafe { slot(class, ffi::Py_tp_traverse) };
    // SAFETY: a type with the collector's header, so a `traverseproc` stands in that slot.
    let traverse = unsafe { transmute::<*mut c_void, ffi::traverseproc>(traverse) };
    // SAFETY: an instance, a visitor, and what it takes.
    unsafe { traverse(view.borrow().as_ptr(), visit, (&raw mut found).cast()) };
    assert!(!found.is_null(), "a mapping proxy shows what it is a view of");
    found
}

/// The `__qualname__` of a type that Python code cannot change is out of reach: the class is called by its name alone.
///
/// # Safety
/// None is needed here.
#[inline]
pub(crate) unsafe fn type_set_qualified_name(_class: BorrowedRef<'_>, _name: NewRef) {}

/// Types have no vectorcall: it is `type.__call__` that calls them, and does the same.
///
/// # Safety
/// None is needed here.
#[inline]
pub(crate) unsafe fn type_set_vectorcall(_class: BorrowedRef<'_>, _function: crate::raw::structs::vectorcallfunc) {}
