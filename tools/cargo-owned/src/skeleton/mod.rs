//! The Rust side of functions that are in C, to be filled in.

pub(crate) mod arguments;
mod class;
mod contracts;
mod defaults;
mod exported;
mod fields;
mod find;
mod format;
mod function;
mod helper;
mod imports;
pub(crate) mod reading;
mod result;
mod rust;
mod slots;
mod steps;
mod text;

use anyhow::Result;

use crate::c::CType;
use crate::model::{Extension, Project};

/// The text of a Rust file for the functions that are named.
///
/// # Errors
/// A name that nothing has.
pub(crate) fn skeleton(project: &Project, extension: &Extension, names: &[String], whole: bool) -> Result<String> {
    let targets = find::find(project, extension, names)?;
    let contracts = contracts::Contracts::built_in()?;
    let classes = text::classes(&targets);
    Ok(text::text(&Context { project, extension, contracts: &contracts, classes: &classes, whole }, &targets))
}

/// What everything here is asked of.
#[derive(Clone, Copy)]
pub(crate) struct Context<'a> {
    project: &'a Project,
    extension: &'a Extension,
    contracts: &'a contracts::Contracts,
    /// The structs of C for which a class is written, and the names of the classes.
    classes: &'a [(String, String)],
    /// Types are made by Rust, instead of being adopted from C.
    whole: bool,
}

impl Context<'_> {
    /// The class of Rust for a struct of C, `Any` if there is none.
    fn class_of(&self, unit: usize, ty: &CType) -> &str {
        let same = |name: &str| {
            let known = |name: &str| self.project.structure(unit, name).map(|found| &found.place);
            name == ty.bare() || known(name).is_some_and(|place| known(ty.bare()) == Some(place))
        };
        match ty.bare() {
            "PyTypeObject" => "Type",
            "PyListObject" => "List",
            "PyDictObject" => "Dict",
            "PyTupleObject" => "Tuple",
            "PyBytesObject" => "Bytes",
            "PyUnicodeObject" => "Str",
            "PyObject" => "Any",
            _ => self.classes.iter().find(|(name, _)| same(name)).map_or("Any", |(_, class)| class),
        }
    }
}
