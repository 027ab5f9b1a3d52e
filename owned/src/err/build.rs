//! Building exception objects.
#![expect(unsafe_code, reason = "calls exception types through the raw floor")]

use core::ffi::CStr;

use crate::ptr::{Any, Borrowed, Owned};
use crate::raw::{self, BorrowedRef, ExceptionKind, Failed, NewRef};
use crate::token::Python;

use super::exceptions::{BaseException, ExceptionClass};
use super::place;
use super::repr::{Called, Class, Lazy, Look, What};
use super::{PyErr, Result, TypeError};

/// The exception object, built now if there is none. Where building it fails, the failure is the exception.
#[track_caller]
pub(super) fn value<'py>(py: Python<'py>, error: &PyErr) -> Owned<'py, BaseException> {
    if let Some(exception) = error.stored() {
        return exception.bind(py).to_owned();
    }
    let (built, cause) = match error.0.look() {
        Look::Lazy(lazy) => {
            let Lazy { what, cause, place } = lazy;
            let built = lazily(py, what);
            if let (Ok(exception), Some(place)) = (&built, *place) {
                place::add(py, exception.raw(), place);
            }
            (built, cause.as_ref())
        }
        Look::Literal(literal) => (message(py, Class::Kind(literal.kind()), literal.text()), None),
        Look::Key(key) => (make(py, kind(ExceptionKind::KeyError), &[key.raw().to_new()]), None),
        Look::Raised(_) | Look::Caused(_) => unreachable!("it is stored"),
    };
    match (built, cause) {
        (Ok(value), Some(cause)) => {
            let cause = self::value(py, cause).into_stolen();
            // SAFETY: attached, by `py`; two exceptions.
            unsafe { raw::exception_set_cause(value.raw(), Some(cause)) };
            value
        }
        (Ok(value), None) => value,
        // It was raised, so no recipe is followed again.
        (Err(failure), _) => failure.into_value(py),
    }
}

/// Whether `PyErr_SetObject` makes an exception with this one argument: it takes a tuple for several, None for none, and an
/// exception for what is raised.
pub(super) fn is_plain_argument(argument: Borrowed<'_, '_, Any>) -> bool {
    !(argument.is_none() || raw::is_tuple(argument.raw()) || raw::is_exception(argument.raw()))
}

#[track_caller]
fn lazily<'py>(py: Python<'py>, what: &What) -> Result<Owned<'py, BaseException>> {
    match what {
        What::Message { class, message } => self::message(py, *class, message),
        What::Rare(recipe) => recipe.build(py),
        What::Panic { message, place } => {
            let class = panic_error()?;
            make(py, class.borrow(), &[text(&format!("{message} ({place})"))?])
        }
        What::Later(later) => {
            let (class, arguments) = later.build(py)?;
            check_class(class.raw())?;
            make(py, class.raw(), &arguments)
        }
    }
}

#[track_caller]
fn message<'py>(py: Python<'py>, class: Class, message: &str) -> Result<Owned<'py, BaseException>> {
    let message = text(message)?;
    match class {
        Class::Kind(which) => make(py, known(which), &[message]),
        Class::Found { find, .. } => make(py, find(py)?.raw(), &[message]),
    }
}

/// Of a constant. Only built with a token at hand.
#[inline(always)]
pub(super) fn kind<'a>(which: ExceptionKind) -> BorrowedRef<'a> {
    // SAFETY: attached, as said above.
    unsafe { raw::exception_type(which) }
}

/// Of an error. Only built with a token at hand.
pub(super) fn known<'a>(which: ExceptionKind) -> BorrowedRef<'a> {
    // SAFETY: attached, as said above.
    unsafe { raw::known_exception_type(which) }
}

#[track_caller]
pub(super) fn make<'py>(py: Python<'py>, class: BorrowedRef<'_>, args: &[NewRef]) -> Result<Owned<'py, BaseException>> {
    let (mut many, one);
    let lent = if let [only] = args {
        one = [only.borrow()];
        &one[..]
    } else {
        many = Vec::with_capacity(args.len());
        for argument in args {
            many.push(argument.borrow());
        }
        &many
    };
    // SAFETY: attached, by `py`.
    let made = unsafe { raw::vectorcall(class, lent) }?;
    // A class written in Python can give anything at all.
    if !raw::is_exception(made.borrow()) {
        let (class, found) = (raw::type_name(class), raw::type_name(raw::type_of(made.borrow())));
        return Err(TypeError::new(format!("calling {class} should have given an exception, not {found}")));
    }
    // SAFETY: checked above.
    Ok(unsafe { Owned::from_ref(py, made) })
}

fn check_class(class: BorrowedRef<'_>) -> Result<()> {
    if BaseException::covers(class) {
        return Ok(());
    }
    let found = raw::type_name(raw::type_of(class));
    Err(TypeError::new(format!("exceptions must derive from BaseException, not {found}")))
}

pub(super) fn text(text: &str) -> Called<NewRef> {
    // SAFETY: attached, as above; the pointer and the length are of one str.
    unsafe { raw::unicode_from_string_and_size(text.as_ptr().cast(), text.len().cast_signed()) }
}

pub(super) fn integer(value: usize) -> Called<NewRef> {
    // SAFETY: attached, as above.
    unsafe { raw::long_from_unsigned_long_long(value as u64) }
}

/// `owned.PanicError`, a subclass of `RuntimeError`: one per interpreter, in the interpreter's own dict.
fn panic_error() -> Called<NewRef> {
    kept_class(c"owned.PanicError", || {
        let doc = c"Rust code panicked. The message says where; the objects it worked on are as it left them.";
        let (name, base) = (c"owned.PanicError".as_ptr(), kind(ExceptionKind::RuntimeError));
        // SAFETY: attached; C strings, and an exception type as base.
        unsafe { raw::err_new_exception_with_doc(name, doc.as_ptr(), Some(base), None) }
    })
}

/// What the interpreter's dict has for `key`; made and put there if it has nothing.
pub(crate) fn kept_class<E: From<Failed>>(
    key: &CStr,
    make: impl FnOnce() -> core::result::Result<NewRef, E>,
) -> core::result::Result<NewRef, E> {
    // SAFETY: attached, as above.
    let Some(dict) = (unsafe { raw::interpreter_dict() }) else {
        return make();
    };
    // SAFETY: attached; the interpreter's dict is a dict.
    if let Some(class) = unsafe { raw::dict_get_item_string_ref(dict, key.as_ptr()) }? {
        return Ok(class);
    }
    let class = make()?;
    // SAFETY: attached; the interpreter's dict is a dict, which takes its own reference.
    unsafe { raw::dict_set_item_string(dict, key.as_ptr(), class.borrow()) }?;
    Ok(class)
}
