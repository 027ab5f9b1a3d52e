//! Classes that are watched, as `__owned_debug__` speaks of them: 'watch', 'unwatch', 'watched'.
#![expect(unsafe_code, reason = "goes over all objects there are without a handle for each")]

use crate::convert::IntoPy;
use crate::err::{Result, RuntimeError, TypeError, ValueError};
use crate::hook::{self, Refusal};
use crate::object::{List, Type};
use crate::ptr::{Any, Borrowed, Owned};
use crate::raw;
use crate::token::Python;

/// Begins to count the births and deaths of a class: the number that the count has.
pub(super) fn watch<'py>(py: Python<'py>, class: Option<Borrowed<'_, 'py, Any>>) -> Result<Owned<'py, Any>> {
    let Some(class) = class else { return Err(TypeError::new("'watch' takes a class")) };
    let class = class.downcast::<Type>()?;
    let number = hook::watch(class.raw()).map_err(|refusal| match refusal {
        Refusal::NoGil => RuntimeError::new("births and deaths are not counted where there is no GIL"),
        Refusal::AnotherInterpreter => RuntimeError::new("births and deaths are counted in the main interpreter alone"),
        Refusal::OfTheInterpreter => TypeError::new(format!(
            "births and deaths of {} are not counted: it is of the interpreter itself",
            class.name()
        )),
    })?;
    look(py, Some(number))?;
    number.into_any(py)
}

/// Ends a count: whether there was one of this number.
pub(super) fn unwatch<'py>(py: Python<'py>, number: Option<Borrowed<'_, 'py, Any>>) -> Result<Owned<'py, Any>> {
    let Some(number) = number else { return Err(ValueError::new("'unwatch' takes a number that 'watch' gave")) };
    hook::unwatch(number.extract()?).into_any(py)
}

/// A row for each count: its number, how many were born and died, and where those that died were let go of: the file, the
/// line, how many, and for a line of native code the one of Python that had called it.
pub(super) fn watched(py: Python<'_>) -> Result<Owned<'_, Any>> {
    look(py, None)?;
    let rows = hook::lives().into_iter().map(|lives| {
        let deaths = lives.deaths.into_iter().map(|death| {
            let (file, line) = death.place.unwrap_or_default();
            let called = death.called.map(|(file, line)| format!("{file}:{line}"));
            (file, line, death.count, called.unwrap_or_default())
        });
        (lives.number, lives.born, lives.died, deaths.collect::<Vec<_>>())
    });
    rows.collect::<Vec<_>>().into_any(py)
}

/// Tells of what the collector knows: what was made unheard is born now.
fn look(py: Python<'_>, begun: Option<u64>) -> Result<()> {
    if begun.is_none() && !hook::watches() {
        return Ok(());
    }
    let objects = py.import("gc")?.getattr("get_objects")?.call(())?;
    let objects = objects.downcast::<List>()?;
    let mut at = 0;
    // SAFETY: attached, and a list; to note an address runs no Python code.
    while unsafe { raw::list_peek(objects.raw(), at, |object| hook::seen(object, begun)) }.is_some() {
        at += 1;
    }
    Ok(())
}
