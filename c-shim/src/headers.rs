//! What only C can say: macros and inline functions of `Python.h` (`include/owned/headers.h`).

#![expect(unsafe_code, reason = "declares the functions of csrc/headers.c")]

use pyo3_ffi::PyObject;

/// What the headers say of themselves: the interpreter that the C side was compiled for.
#[repr(C)]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HeaderFacts {
    /// `PY_VERSION_HEX`, as in `0x030d00f0`.
    pub version_hex: u32,
    /// Bits of the kind of build; see [`HeaderFacts::debug`] and its neighbours.
    pub flags: u32,
    /// `PyObject_HEAD`, in bytes.
    pub sizeof_object: u32,
    /// `PyObject_VAR_HEAD`, in bytes.
    pub sizeof_var_object: u32,
    /// `PyTypeObject`, in bytes.
    pub sizeof_type: u32,
    /// `Py_ssize_t`, in bytes.
    pub sizeof_ssize: u32,
    /// `Py_hash_t`, in bytes.
    pub sizeof_hash: u32,
    /// `wchar_t`, in bytes.
    pub sizeof_wchar: u32,
}

impl HeaderFacts {
    /// `Py_DEBUG`: a debug build of the interpreter.
    pub fn debug(self) -> bool {
        self.flags & 1 != 0
    }

    /// `Py_REF_DEBUG`: the interpreter keeps a total of all references.
    pub fn ref_debug(self) -> bool {
        self.flags & 2 != 0
    }

    /// `Py_TRACE_REFS`: the interpreter keeps a list of all objects.
    pub fn trace_refs(self) -> bool {
        self.flags & 4 != 0
    }

    /// `Py_GIL_DISABLED`: a free-threaded build.
    pub fn gil_disabled(self) -> bool {
        self.flags & 8 != 0
    }
}

unsafe extern "C" {
    /// What the headers say of themselves. Needs no interpreter.
    #[link_name = "owned_c_header_facts"]
    pub safe fn header_facts() -> HeaderFacts;

    /// `Py_REFCNT` as C reads it.
    ///
    /// # Safety
    /// `object` points to a live object and the thread is attached to its interpreter.
    #[link_name = "owned_c_refcnt"]
    pub unsafe fn refcnt(object: *mut PyObject) -> i64;

    /// Whether counting leaves `object` alone: 0 or 1; always 0 before 3.12.
    ///
    /// # Safety
    /// `object` points to a live object and the thread is attached to its interpreter.
    #[link_name = "owned_c_is_immortal"]
    pub unsafe fn is_immortal(object: *mut PyObject) -> i32;

    /// Whether an `int` is held in one machine word: 1 and its value in `value`, or 0. Before 3.12
    /// there is no such notion, and the answer is 0.
    ///
    /// # Safety
    /// `integer` points to a live `int` (or a subclass), `value` is writable, and the thread is
    /// attached.
    #[link_name = "owned_c_compact_int"]
    pub unsafe fn compact_int(integer: *mut PyObject, value: *mut i64) -> i32;

    /// The bit-fields of a `str`: `kind | compact << 8 | ascii << 9`.
    ///
    /// # Safety
    /// `string` points to a live `str` (or a subclass) and the thread is attached.
    #[link_name = "owned_c_str_state"]
    pub unsafe fn str_state(string: *mut PyObject) -> u32;
}
