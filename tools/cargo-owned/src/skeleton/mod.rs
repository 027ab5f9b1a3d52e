//! The Rust side of functions that are in C, to be filled in.

mod arguments;
mod class;
mod contracts;
mod defaults;
mod find;
mod format;
mod function;
mod helper;
mod result;
mod rust;
mod slots;
mod steps;
mod text;

use anyhow::Result;

use crate::model::{Extension, Project};

/// The text of a Rust file for the functions that are named.
///
/// # Errors
/// A name that nothing has, or more than one thing.
pub(crate) fn skeleton(project: &Project, extension: &Extension, names: &[String]) -> Result<String> {
    let targets = find::find(project, extension, names)?;
    let contracts = contracts::Contracts::built_in()?;
    Ok(text::text(&Context { project, extension, contracts: &contracts }, &targets))
}

/// What everything here is asked of.
#[derive(Clone, Copy)]
pub(crate) struct Context<'a> {
    project: &'a Project,
    extension: &'a Extension,
    contracts: &'a contracts::Contracts,
}
