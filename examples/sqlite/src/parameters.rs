//! Parameters of a statement: a sequence by their numbers, a mapping by their names.

use std::ffi::c_int;

use owned::exceptions::LookupError;
use owned::prelude::*;

use crate::convert;
use crate::db::Lease;
use crate::errors::ProgrammingError;

/// Binds all parameters of a statement.
///
/// # Errors
/// `ProgrammingError` for too few, too many, a name that is missing, or a type that SQLite has not; what converting a value raises.
pub(crate) fn bind(statement: &mut Lease<'_, '_>, given: Borrowed<'_, '_, Any>) -> Result<()> {
    if let Ok(tuple) = given.downcast::<Tuple>() {
        count(statement, tuple.len())?;
        for parameter in 1..=statement.parameters() {
            let value = tuple.item(parameter as usize - 1)?;
            bind_one(statement, parameter, &value)?;
        }
        return Ok(());
    }
    if let Ok(dict) = given.downcast::<Dict>() {
        return by_name(statement, &dict);
    }
    if given.downcast::<List>().is_err() && given.hasattr("keys")? {
        return by_name(statement, &given);
    }
    if !given.hasattr("__getitem__")? {
        return Err(ProgrammingError::new("parameters are of unsupported type"));
    }
    count(statement, given.length()?)?;
    for parameter in 1..=statement.parameters() {
        let value = given.item_at(parameter as isize - 1)?;
        bind_one(statement, parameter, &value)?;
    }
    Ok(())
}

fn count(statement: &Lease<'_, '_>, given: usize) -> Result<()> {
    let needed = statement.parameters();
    if usize::try_from(needed) == Ok(given) {
        return Ok(());
    }
    Err(ProgrammingError::new(format!(
        "Incorrect number of bindings supplied. The current statement uses {needed}, and there are {given} supplied."
    )))
}

fn by_name(statement: &mut Lease<'_, '_>, mapping: &Owned<'_, Any>) -> Result<()> {
    let py = mapping.py();
    for parameter in 1..=statement.parameters() {
        let name = statement.parameter_name(parameter).map(|name| name.to_string_lossy().into_owned());
        let Some(name) = name.as_deref().and_then(|name| name.get(1..)) else {
            let message =
                format!("Binding {parameter} has no name, but you supplied a dictionary (which has only names).");
            return Err(ProgrammingError::new(message));
        };
        let value = mapping.get_item(name).map_err(|error| match error.is::<LookupError>(py) {
            true => ProgrammingError::new(format!("You did not supply a value for binding parameter :{name}.")),
            false => error,
        })?;
        bind_one(statement, parameter, &value)?;
    }
    Ok(())
}

fn bind_one(statement: &mut Lease<'_, '_>, parameter: c_int, value: &Owned<'_, Any>) -> Result<()> {
    match convert::with_value(value, |value| statement.bind(parameter, value)) {
        Ok(bound) => Ok(bound?),
        Err(error) => Err(convert::at(value.py(), format_args!("Error binding parameter {parameter}"), error)),
    }
}
