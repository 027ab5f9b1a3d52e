//! Building exception objects, and saying what they are.
#![expect(unsafe_code, reason = "calls exception types through the raw floor")]

use crate::ptr::{Any, Borrowed, Owned};
use crate::raw::{self, BorrowedRef, ExceptionKind, Failed, NewRef};
use crate::token::Python;

use super::PyErr;
use super::pyerr::State;

/// The exception object for an error that has none yet. Where building it fails, the failure is the exception.
#[track_caller]
pub(super) fn build<'py>(py: Python<'py>, state: &State) -> Owned<'py, Any> {
    let built = try_build(state).or_else(|failed: Failed| {
        // Dropping the marker is right: the exception it speaks of is fetched here.
        drop(failed);
        // SAFETY: attached, by `py`.
        unsafe { raw::take_exception() }.ok_or(())
    });
    // A C function that fails says why; were one to break that promise there would be no exception to give.
    let object = built.expect("a failed call sets an exception");
    // SAFETY: any object is an `Any`.
    unsafe { Owned::from_ref(py, object) }
}

fn try_build(state: &State) -> core::result::Result<NewRef, Failed> {
    match state {
        State::Raised(exception) => Ok(exception.raw().to_new()),
        State::Message { kind, message } => {
            // SAFETY: built only with a token at hand (see `build`).
            let class = unsafe { raw::exception_type(*kind) };
            let message = text(message)?;
            call(class, &[message.borrow()])
        }
        State::Os { errno, message, path } => {
            // SAFETY: attached, as above.
            let class = unsafe { raw::exception_type(ExceptionKind::OSError) };
            // SAFETY: attached, as above.
            let errno = unsafe { raw::long_from_i64(i64::from(*errno)) }?;
            let message = text(message)?;
            match path {
                None => call(class, &[errno.borrow(), message.borrow()]),
                Some(path) => {
                    let path = raw::path_to_str(path)?;
                    call(class, &[errno.borrow(), message.borrow(), path.borrow()])
                }
            }
        }
        State::Panic { message, place } => {
            let class = panic_error()?;
            let message = text(&format!("{message} ({place})"))?;
            call(class.borrow(), &[message.borrow()])
        }
    }
}

fn text(text: &str) -> core::result::Result<NewRef, Failed> {
    // SAFETY: attached, as above; the pointer and the length are of one str.
    unsafe { raw::unicode_from_utf8(text.as_ptr().cast(), text.len().cast_signed()) }
}

fn call(class: BorrowedRef<'_>, args: &[BorrowedRef<'_>]) -> core::result::Result<NewRef, Failed> {
    // SAFETY: attached, as above.
    unsafe { raw::vectorcall(class, args) }
}

/// `owned.PanicError`, a subclass of `RuntimeError`: one per interpreter, in the interpreter's own dict.
fn panic_error() -> core::result::Result<NewRef, Failed> {
    // SAFETY: attached, as above.
    let fallback = || unsafe { raw::exception_type(ExceptionKind::RuntimeError) };
    // SAFETY: attached, as above.
    let Some(dict) = (unsafe { raw::interpreter_dict() }) else {
        return Ok(fallback().to_new());
    };
    let key = text("owned.PanicError")?;
    // SAFETY: attached; the interpreter's dict is a dict.
    if let Some(class) = unsafe { raw::dict_get_item(dict, key.borrow()) }? {
        return Ok(class);
    }
    let doc = c"Rust code panicked. The message says where; the objects it worked on are as it left them.";
    // SAFETY: attached; C strings, and an exception type as base.
    let class =
        unsafe { raw::exception_new(c"owned.PanicError".as_ptr(), doc.as_ptr(), fallback(), core::ptr::null_mut()) }?;
    // SAFETY: attached; the interpreter's dict is a dict, which takes its own reference.
    unsafe { raw::dict_set_item(dict, key.borrow(), class.borrow()) }?;
    Ok(class)
}

/// `ValueError: the message`, as the last line of a traceback has it.
pub(super) fn describe(exception: Borrowed<'_, '_, Any>) -> String {
    let name = raw::type_name(raw::type_of(exception.raw()));
    // SAFETY: attached: a handle is at hand.
    let text = unsafe { raw::object_str(exception.raw()) }.map_err(|failed| drop(PyErr::from(failed)));
    let text = text.ok().and_then(|text| {
        // SAFETY: attached, and `PyObject_Str` gives a str.
        unsafe { raw::unicode_utf8(text.borrow()) }.map(str::to_owned).map_err(|failed| drop(PyErr::from(failed))).ok()
    });
    match text.as_deref() {
        None => format!("{name}: <no message: its __str__ failed>"),
        Some("") => name,
        Some(text) => format!("{name}: {text}"),
    }
}

/// Reports an error that nobody can be told of (`sys.unraisablehook`).
pub(crate) fn write_unraisable(py: Python<'_>, error: PyErr, context: Option<BorrowedRef<'_>>) {
    error.restore(py);
    // SAFETY: attached, by `py`; an exception was set by the line above.
    unsafe { raw::write_unraisable(context) }
}
