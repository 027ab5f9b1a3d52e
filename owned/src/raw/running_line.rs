//! The line of Python that runs, without a reference left behind.

use core::ffi::CStr;
use std::sync::OnceLock;

use super::ffi;

use super::refs::{BorrowedRef, NewRef};

/// Where a code object has the name of its file: the interpreter's own table of members says so.
fn place_of_file() -> Option<usize> {
    static PLACE: OnceLock<Option<usize>> = OnceLock::new();
    *PLACE.get_or_init(|| {
        let code = &raw const ffi::PyCode_Type;
        // SAFETY: a static type, which is ready.
        let mut member = unsafe { (*code).tp_members };
        if member.is_null() {
            return None;
        }
        loop {
            // SAFETY: an entry of the table, which one without a name ends.
            let entry = unsafe { &*member };
            if entry.name.is_null() {
                return None;
            }
            // SAFETY: the name of a member ends with a NUL.
            if unsafe { CStr::from_ptr(entry.name) } == c"co_filename" {
                return usize::try_from(entry.offset).ok();
            }
            // SAFETY: this entry is not the last.
            member = unsafe { member.add(1) };
        }
    })
}

/// The file and the line of the Python code that runs on this thread, the file as `number` has it. `None` if none runs.
///
/// # Safety
/// The thread is attached.
pub(crate) unsafe fn running_line<F>(number: impl FnOnce(&str) -> F) -> Option<(F, u32)> {
    if super::error_is_set() {
        return None; // What is looked up here must not take its place.
    }
    let _no_collection = NoCollection::begin();
    // SAFETY: attached; the frame is borrowed from the thread, which runs no Python code meanwhile.
    let frame = unsafe { ffi::PyEval_GetFrame() };
    if frame.is_null() {
        return None;
    }
    let place = place_of_file()?;
    // SAFETY: a live frame.
    let line = unsafe { ffi::PyFrame_GetLineNumber(frame) };
    // SAFETY: a live frame.
    let code = unsafe { ffi::PyFrame_GetCode(frame) };
    // SAFETY: the code of a frame is a new reference.
    let code = unsafe { NewRef::from_ptr(code.cast()) }?;
    // SAFETY: within the code object.
    let name = unsafe { code.borrow().as_ptr().byte_add(place) };
    // SAFETY: a member of it, which is a `str` as long as it lives.
    let name = unsafe { name.cast::<*mut ffi::PyObject>().read() };
    // SAFETY: as above.
    let name = unsafe { BorrowedRef::from_ptr(name) }?;
    // SAFETY: a `str`; the text is kept in it.
    let text = unsafe { super::unicode_utf8(name) };
    match text {
        Ok(text) => Some((number(text), u32::try_from(line).unwrap_or(0))),
        Err(_) => {
            // SAFETY: attached; the exception is the one of the line above.
            unsafe { ffi::PyErr_Clear() };
            None
        }
    }
}

/// As [`running_line`], also while an exception is on its way, which is the same one afterwards.
///
/// # Safety
/// The thread is attached.
pub(crate) unsafe fn line_in_any_case<F>(number: impl FnOnce(&str) -> F) -> Option<(F, u32)> {
    // SAFETY: attached, until the end of this function.
    let _exception = super::error_is_set().then(|| unsafe { super::SavedException::take() });
    // SAFETY: attached.
    unsafe { running_line(number) }
}

/// No collection begins as long as it lives. Before CPython 3.12 every allocation can begin one, and to ask for the frame can
/// make an object of it; but to clone a handle runs no code of anybody's.
struct NoCollection(bool);

impl NoCollection {
    #[inline]
    fn begin() -> Self {
        // SAFETY: attached, as whoever asks for the line is.
        NoCollection(cfg!(not(Py_3_12)) && unsafe { ffi::PyGC_Disable() } != 0)
    }
}

impl Drop for NoCollection {
    #[inline]
    fn drop(&mut self) {
        if self.0 {
            // SAFETY: as above; it was on before.
            unsafe { ffi::PyGC_Enable() };
        }
    }
}

/// The number of the interpreter that this thread is attached to.
///
/// # Safety
/// The thread is attached.
pub(crate) unsafe fn interpreter_number() -> u32 {
    // SAFETY: attached.
    let interpreter = unsafe { ffi::PyInterpreterState_Get() };
    // SAFETY: a live interpreter.
    u32::try_from(unsafe { ffi::PyInterpreterState_GetID(interpreter) }).unwrap_or(u32::MAX)
}
