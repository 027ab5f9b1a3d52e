//! Classes that Python completes: those that extend a class defined in Python, or have a metaclass.
//!
//! Only Python's own `type` knows how instances of a class that was defined in Python are made and taken apart. So the
//! class is made of two: ours, which has the layout and the methods, and one over it and the bases that were asked for,
//! made as the statement `class` would, which has nothing of its own. Users see the second; every instance is one of it.
//!
//! All is `#[inline]`: compiled with the bindings that have such a class, and not with the library.
#![expect(unsafe_code, reason = "asks types for their flags; a handle proves an attached thread and the type")]

use core::ffi::c_ulong;

use crate::err::{Result, TypeError};
use crate::object::{Dict, Str, Tuple, Type};
use crate::ptr::Owned;
use crate::raw::{self, structs};
use crate::token::Python;

use super::blueprint::Blueprint;
use super::metaclass::joined;

/// [`complete`], for those classes alone that are completed.
pub(super) type Complete = for<'py> fn(&Owned<'py, Str>, &Blueprint, &Owned<'py, Type>) -> Result<Owned<'py, Type>>;

/// The class that users see.
///
/// # Errors
/// What importing the bases and the metaclass raises; what the metaclass raises, `TypeError` where the layouts conflict.
#[inline]
pub(super) fn complete<'py>(
    module: &Owned<'py, Str>,
    blueprint: &Blueprint,
    ours: &Owned<'py, Type>,
) -> Result<Owned<'py, Type>> {
    let py = ours.py();
    let name = Str::new(py, blueprint.name.to_str()?)?;
    let mut bases = vec![ours.clone().into_any()];
    let mut metaclass = match blueprint.options.metaclass {
        Some(metaclass) => imported(py, metaclass)?,
        None => Type::of(&Type::of(ours)),
    };
    for base in blueprint.options.bases {
        let base = imported(py, base)?;
        let of_base = Type::of(&base);
        // Of two that have nothing to do with each other Python will say so.
        if of_base.is_subtype_of(&metaclass) {
            metaclass = of_base;
        }
        bases.push(base.into_any());
    }
    let metaclass = joined(Type::of(ours), metaclass, module, blueprint.name)?;
    let members = Dict::empty(py)?;
    members.set("__module__", module)?;
    members.set("__qualname__", ours.qualified_name()?)?;
    members.set("__doc__", ours.getattr("__doc__")?)?;
    members.set("__slots__", Tuple::empty(py)?)?;
    Ok(metaclass.call((name, Tuple::from_vec(py, bases)?, members))?.downcast::<Type>()?)
}

/// The class that `module:Class` names.
#[inline]
fn imported<'py>(py: Python<'py>, path: &str) -> Result<Owned<'py, Type>> {
    let (module, class) = path.split_once(':').unwrap_or(("builtins", path));
    let mut found = py.import(module)?;
    for part in class.split('.') {
        found = found.getattr(part)?;
    }
    Ok(found.downcast::<Type>()?)
}

/// What `object.__new__` does: a class that lacks a method which an abstract base asks for has no instances.
///
/// # Errors
/// `TypeError`, with the names of what is missing.
#[inline]
pub(super) fn refuse_abstract(class: &Owned<'_, Type>) -> Result<()> {
    // SAFETY: a live type.
    if unsafe { raw::type_get_flags(class.raw()) } & structs::Py_TPFLAGS_IS_ABSTRACT as c_ulong == 0 {
        return Ok(());
    }
    let names = class.getattr("__abstractmethods__")?.to_list()?;
    names.sort()?;
    let mut missing = String::new();
    for name in names.items() {
        missing += if missing.is_empty() { "'" } else { ", '" };
        missing += name.str()?.to_str()?;
        missing += "'";
    }
    let (name, plural) = (class.name(), if names.len() == 1 { "" } else { "s" });
    Err(TypeError::new(format!(
        "Can't instantiate abstract class {name} without an implementation for abstract method{plural} {missing}"
    )))
}
