//! Stub files: what a module has, as type checkers read it.
//!
//! `directory` finds out where each class is; `page` writes the stub of one module, with `members` for what is in its
//! classes, `hints` for types, and `names` for what has to be imported.

mod directory;
mod hints;
mod members;
mod names;
mod page;
mod text;

use crate::err::Result;
use crate::object::Module as ModuleObject;
use crate::ptr::Owned;

use super::{DescribedModule, ItemDescribed, Module};
use directory::Directory;

/// The stub of one module.
///
/// ```standalone_crate
/// use owned::prelude::*;
/// use owned::stubs::Stub;
///
/// #[owned::module]
/// mod tallies {
///     #[function]
///     fn add(a: i64, b: i64) -> i64 {
///         a + b
///     }
/// }
///
/// let Stub { module, text } = owned::stubs!(tallies).remove(0); // for the file `tallies.pyi`
/// assert_eq!(module, "tallies");
/// assert!(text.contains("def add(a: int, b: int) -> int: ..."));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stub {
    /// The module, with those that it is in: `tallies.inner`.
    pub module: String,
    /// What its file says.
    pub text: String,
}

/// The stubs of `M` and of the modules in it, `M` first: [`stubs!`](crate::stubs!). `name` is the module's name if that is
/// not its own.
///
/// ```standalone_crate
/// use owned::prelude::*;
///
/// #[owned::module]
/// mod tallies {}
///
/// let stubs = owned::stubs::of::<tallies::__OwnedModule>(Some("tallies._tallies")); // as `stubs!` does
/// assert_eq!(stubs[0].module, "tallies._tallies");
/// ```
pub fn of<M: Module>(name: Option<&str>) -> Vec<Stub> {
    let module = DescribedModule::of::<M>();
    let name = name.unwrap_or(module.name).to_owned();
    let mut all = Vec::new();
    modules(name, module, &mut all);
    let directory = Directory::of(&all);
    let mut stubs = Vec::new();
    for (name, module) in &all {
        stubs.push(Stub { module: name.clone(), text: page::page(name, module, &directory) });
    }
    stubs
}

/// The module and those in it.
fn modules(name: String, module: DescribedModule, all: &mut Vec<(String, DescribedModule)>) {
    all.push((name.clone(), module));
    for item in module.items {
        if let (inner, ItemDescribed::Module(described)) = item.description() {
            modules(format!("{name}.{inner}"), described(), all);
        }
    }
}

/// Gives the stubs to the module, as `__owned_stubs__`: a dict of texts by the names of modules. Whoever writes them builds
/// the module with the feature and imports it.
pub(super) fn offer<M: Module>(module: &Owned<'_, ModuleObject>) -> Result<()> {
    let py = module.py();
    let texts = crate::object::Dict::empty(py)?;
    for Stub { module, text } in of::<M>(Some(module.name()?.to_str()?)) {
        texts.set(module, text)?;
    }
    module.setattr("__owned_stubs__", texts)
}
