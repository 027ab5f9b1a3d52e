//! `send`, `throw` and `close`, as Python calls them.
#![expect(unsafe_code, reason = "calls an exception class with the tuple that `throw` is given")]

use core::ffi::CStr;

use crate::convert::{Args, Param, Signature};
use crate::err::{BaseException, ExceptionType as _, PyErr, Result, StopIteration, TypeError};
use crate::object::{Reply, Traceback, Tuple, Type, handle};
use crate::ptr::{Any, Borrowed, Owned, TypeInfo};
use crate::raw;

use super::super::Method;
use super::object::Coroutine;
use super::resume::Input;

/// How `send` says what came out: a result is a `StopIteration`.
#[inline]
pub(super) fn stepped(reply: Reply<'_>) -> Result<Owned<'_, Any>> {
    match reply {
        Reply::Yielded(value) => Ok(value),
        Reply::Returned(value) => {
            let stop = StopIteration::type_object(value.py());
            // Made by a call: `raise StopIteration(value)` would take a tuple for its arguments.
            Err(PyErr::from_value(if value.is_none() { stop.call(()) } else { stop.call((value,)) }?))
        }
    }
}

pub(super) struct Send;

impl Method<Coroutine> for Send {
    const NAME: &'static CStr = c"send";
    const DOC: &'static CStr = c"send($self, value, /)\n--\n\nSend a value into what the coroutine awaits.";
    const SIGNATURE: &'static Signature = &Signature {
        class: Some("coroutine"),
        function: "send",
        params: &[Param::new("value", true)],
        positional: 1,
        positional_only: 1,
        least: 1,
        rest: false,
        options: false,
    };

    #[inline]
    fn call<'a, 'py>(slf: Borrowed<'a, 'py, Coroutine>, args: Args<'a, 'py>) -> Result<Owned<'py, Any>> {
        let [value] = Self::SIGNATURE.required(slf.py(), args)?;
        stepped(slf.get().resume(slf.py(), Input::Send(value.to_owned()))?)
    }
}

pub(super) struct Throw;

impl Method<Coroutine> for Throw {
    const NAME: &'static CStr = c"throw";
    const DOC: &'static CStr =
        c"throw($self, type, value=None, traceback=None, /)\n--\n\nRaise an exception where the coroutine waits.";
    const SIGNATURE: &'static Signature = &Signature {
        class: Some("coroutine"),
        function: "throw",
        params: &[Param::new("type", true), Param::new("value", false), Param::new("traceback", false)],
        positional: 3,
        positional_only: 3,
        least: 1,
        rest: false,
        options: false,
    };

    #[inline]
    fn call<'a, 'py>(slf: Borrowed<'a, 'py, Coroutine>, args: Args<'a, 'py>) -> Result<Owned<'py, Any>> {
        let [kind, value, trace] = Self::SIGNATURE.values(slf.py(), args)?;
        let kind = kind.expect("a required argument was checked to be there").to_owned();
        let given =
            |value: Option<Borrowed<'a, 'py, Any>>| value.map(Borrowed::to_owned).filter(|value| !value.is_none());
        let error = thrown(kind, given(value), given(trace))?;
        stepped(slf.get().resume(slf.py(), Input::Throw(error))?)
    }
}

/// The exception that `throw` is given, in any of its ways.
#[inline]
fn thrown<'py>(kind: Owned<'py, Any>, value: Option<Owned<'py, Any>>, trace: Option<Owned<'py, Any>>) -> Result<PyErr> {
    let py = kind.py();
    let exception = if raw::is_exception(kind.raw()) {
        if value.is_some() {
            return Err(TypeError::new("instance exception may not have a separate value"));
        }
        kind
    } else if raw::is_type(kind.raw()) && raw::is_subtype(kind.raw(), BaseException::type_object(py).raw()) {
        match value {
            None => kind.call(())?,
            Some(value) if raw::is_subtype(raw::type_of(value.raw()), kind.raw()) => value,
            Some(value) if Tuple::is_instance(value.raw()) => {
                // SAFETY: handles: attached and alive; a tuple.
                handle(py, unsafe { raw::object_call(kind.raw(), value.raw(), None) }?)
            }
            Some(value) => kind.call((value,))?,
        }
    } else {
        let found = Type::of(&kind).name();
        return Err(TypeError::new(format!(
            "exceptions must be classes or instances deriving from BaseException, not {found}"
        )));
    };
    if let Some(trace) = trace {
        let Ok(trace) = trace.downcast::<Traceback>() else {
            return Err(TypeError::new("throw() third argument must be a traceback object"));
        };
        exception.clone().downcast::<BaseException>()?.set_traceback(Some(&trace));
    }
    Ok(PyErr::from_value(exception))
}

pub(super) struct Close;

impl Method<Coroutine> for Close {
    const NAME: &'static CStr = c"close";
    const DOC: &'static CStr = c"close($self, /)\n--\n\nEnd the coroutine where it waits.";
    const SIGNATURE: &'static Signature = &Signature {
        class: Some("coroutine"),
        function: "close",
        params: &[],
        positional: 0,
        positional_only: 0,
        least: 0,
        rest: false,
        options: false,
    };

    #[inline]
    fn call<'a, 'py>(slf: Borrowed<'a, 'py, Coroutine>, args: Args<'a, 'py>) -> Result<Owned<'py, Any>> {
        let [] = Self::SIGNATURE.required(slf.py(), args)?;
        slf.get().close(slf.py())?;
        Ok(slf.py().none())
    }
}
