//! What `await` does with a Python object: how its iterator is had, and how it is driven.
#![expect(unsafe_code, reason = "asks for a slot of a type; a handle proves an attached thread")]

use crate::err::{self, GeneratorExit, PyErr, Result, RuntimeError, StopIteration, TypeError};
use crate::object::{Coroutine, Generator, Iter, Reply, Type, handle};
use crate::ptr::{Any, Owned, TypeInfo};
use crate::raw;

/// `inspect.CO_ITERABLE_COROUTINE`: the generator of a function under `@types.coroutine`.
const ITERABLE_COROUTINE: i64 = 0x100;

/// The iterator that `await object` drives. A new reference.
///
/// # Errors
/// `TypeError` if it cannot be awaited, `RuntimeError` if it is a coroutine that somebody awaits; what `__await__`
/// raises.
#[inline]
pub(super) fn iterator<'py>(object: &Owned<'py, Any>) -> Result<Owned<'py, Any>> {
    let py = object.py();
    if Coroutine::is_instance(object.raw()) {
        if !object.getattr("cr_await")?.is_none() {
            return Err(RuntimeError::new("coroutine is being awaited already"));
        }
        return Ok(object.clone());
    }
    if Generator::is_instance(object.raw()) && is_iterable_coroutine(object)? {
        return Ok(object.clone());
    }
    // SAFETY: attached, by the handle.
    let Some(iterator) = (unsafe { raw::am_await(object.raw()) }) else {
        return Err(TypeError::new(if raw::await_names_classes() {
            format!("'{}' object can't be awaited", full_name(object)?)
        } else {
            format!("object {} can't be used in 'await' expression", Type::of(object).name())
        }));
    };
    let iterator = handle(py, iterator?);
    let is_coroutine = Coroutine::is_instance(iterator.raw());
    if !is_coroutine && Iter::is_instance(iterator.raw()) {
        return Ok(iterator);
    }
    Err(TypeError::new(if raw::await_names_classes() {
        format!("{}.__await__() must return an iterator, not {}", full_name(object)?, full_name(&iterator)?)
    } else if is_coroutine {
        "__await__() returned a coroutine".to_owned()
    } else {
        format!("__await__() returned non-iterator of type '{}'", Type::of(&iterator).name())
    }))
}

/// The object's class, as messages that name it in full do.
#[inline]
fn full_name(object: &Owned<'_, Any>) -> Result<String> {
    let class = Type::of(object);
    let (module, name) = (class.module_name()?, class.qualified_name()?);
    let name = name.to_str()?;
    Ok(match module.to_str()? {
        "builtins" | "__main__" => name.to_owned(),
        module => format!("{module}.{name}"),
    })
}

#[inline]
fn is_iterable_coroutine(generator: &Owned<'_, Any>) -> Result<bool> {
    let flags: i64 = generator.getattr("gi_code")?.getattr("co_flags")?.extract()?;
    Ok(flags & ITERABLE_COROUTINE != 0)
}

/// Sends a value in.
///
/// # Errors
/// What comes out.
#[inline]
pub(super) fn send<'py>(iterator: &Owned<'py, Any>, value: &Owned<'py, Any>) -> Result<Reply<'py>> {
    iterator.send_object(value)
}

/// Throws into an iterator, as `yield from` does: one without a method `throw` hands the error back.
///
/// # Errors
/// What comes out.
#[inline]
pub(super) fn throw<'py>(iterator: &Owned<'py, Any>, mut error: PyErr) -> Result<Reply<'py>> {
    let py = iterator.py();
    if error.is::<GeneratorExit>(py) {
        close(iterator)?;
        return Err(error);
    }
    let Some(throw) = iterator.getattr_opt("throw")? else {
        return Err(error);
    };
    match throw.call((error.value(py),)) {
        Ok(yielded) => Ok(Reply::Yielded(yielded)),
        Err(mut stopped) if stopped.is::<StopIteration>(py) => Ok(Reply::Returned(stopped.value(py).getattr("value")?)),
        Err(error) => Err(error),
    }
}

/// Ends an iterator where it waits, as closing a generator does with what it delegates to.
///
/// # Errors
/// What its `close` raises.
#[inline]
pub(super) fn close(iterator: &Owned<'_, Any>) -> Result<()> {
    match iterator.getattr_opt("close")? {
        Some(close) => close.call(()).map(drop),
        None => Ok(()),
    }
}

/// As [`close`], where nobody can be told of an error but `sys.unraisablehook`.
#[inline]
pub(super) fn close_quietly(iterator: &Owned<'_, Any>) {
    if let Err(error) = close(iterator) {
        err::write_unraisable(iterator.py(), error, Some(iterator.raw()));
    }
}
