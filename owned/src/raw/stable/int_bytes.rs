//! Ints of any size, from and to bytes in two's complement, by the methods of `int`. In the place of `raw/int_bytes.rs`.

use core::ffi::CStr;
use core::ptr;

use super::own_method;
use crate::raw::ffi;
use crate::raw::refs::{BorrowedRef, Failed, NewRef};
use crate::raw::results;

/// `int.name(*args, signed=signed)`: the method of `int` itself, whatever a subclass has.
///
/// # Safety
/// The thread is attached.
unsafe fn call(name: &CStr, args: Vec<NewRef>, signed: bool) -> Result<NewRef, Failed> {
    let class = &raw mut ffi::PyLong_Type;
    // SAFETY: attached; a static type.
    let method = unsafe { own_method(class, name) }.ok_or_else(Failed::set)?;
    // SAFETY: attached.
    let args = unsafe { crate::raw::tuple_of(args) }?;
    // SAFETY: attached; a new reference or NULL.
    let keywords = unsafe { ffi::PyDict_New() };
    // SAFETY: the contract above.
    let keywords = unsafe { results::new(keywords) }?;
    // SAFETY: attached.
    let signed = unsafe { crate::raw::bool_from_long(signed.into()) };
    // SAFETY: attached; a dict, which takes its own reference.
    unsafe { crate::raw::dict_set_item_string(keywords.borrow(), c"signed".as_ptr(), signed.borrow()) }?;
    let (args, keywords) = (args.borrow().as_ptr(), keywords.borrow().as_ptr());
    // SAFETY: attached; a tuple and a dict; a new reference or NULL.
    let result = unsafe { ffi::PyObject_Call(method.borrow().as_ptr(), args, keywords) };
    // SAFETY: the contract above.
    unsafe { results::new(result) }
}

/// # Safety
/// The thread is attached.
unsafe fn little() -> Result<NewRef, Failed> {
    // SAFETY: attached; a C string; a new reference or NULL.
    let order = unsafe { ffi::PyUnicode_FromString(c"little".as_ptr()) };
    // SAFETY: the contract above.
    unsafe { results::new(order) }
}

/// The value as the sign and its size in bits say it, the lowest byte first, if `buffer` holds it; what lies beyond its
/// bytes is filled with the sign. False if the buffer is too small, or if the value is negative and `signed` is not set.
///
/// # Safety
/// The thread is attached and `int` is an `int`.
pub(crate) unsafe fn long_to_bytes(int: BorrowedRef<'_>, buffer: &mut [u8], signed: bool) -> bool {
    let bytes = || {
        // SAFETY: attached; a new reference or NULL.
        let size = unsafe { ffi::PyLong_FromSize_t(buffer.len()) };
        // SAFETY: the contract above.
        let size = unsafe { results::new(size) }?;
        // SAFETY: attached.
        let order = unsafe { little() }?;
        // SAFETY: attached.
        unsafe { call(c"to_bytes", vec![int.to_new(), size, order], signed) }
    };
    match bytes() {
        Ok(bytes) => {
            // SAFETY: attached; the method gives bytes.
            buffer.copy_from_slice(unsafe { crate::raw::bytes_data(bytes.borrow()) });
            true
        }
        Err(_) => {
            // SAFETY: attached; the failed call has set the exception.
            drop(unsafe { crate::raw::take_exception() });
            false
        }
    }
}

/// An int of these bytes in two's complement, or without a sign; the lowest byte comes first.
///
/// # Safety
/// The thread is attached.
pub(crate) unsafe fn long_from_bytes(bytes: &[u8], signed: bool) -> Result<NewRef, Failed> {
    // SAFETY: attached; the pointer and the length are of one slice.
    let bytes = unsafe { crate::raw::bytes_from_string_and_size(bytes.as_ptr().cast(), bytes.len().cast_signed()) }?;
    // SAFETY: attached.
    let order = unsafe { little() }?;
    // SAFETY: attached.
    unsafe { call(c"from_bytes", vec![bytes, order], signed) }
}

/// As many bytes as the value needs in two's complement; it may be a few more.
///
/// # Safety
/// The thread is attached and `int` is an `int`.
pub(crate) unsafe fn long_bytes_needed(int: BorrowedRef<'_>) -> Result<usize, Failed> {
    let class = &raw mut ffi::PyLong_Type;
    // SAFETY: attached; a static type.
    let method = unsafe { own_method(class, c"bit_length") }.ok_or_else(Failed::set)?;
    let (method, end) = (method.borrow().as_ptr(), ptr::null_mut::<ffi::PyObject>());
    // SAFETY: attached; live objects, and NULL at the end; a new reference or NULL.
    let bits = unsafe { ffi::PyObject_CallFunctionObjArgs(method, int.as_ptr(), end) };
    // SAFETY: the contract above.
    let bits = unsafe { results::new(bits) }?;
    // SAFETY: attached; an int, which is not negative.
    let bits = results::unless_error(unsafe { ffi::PyLong_AsSize_t(bits.borrow().as_ptr()) }, usize::MAX)?;
    Ok(bits / 8 + 1) // one bit more for the sign
}
