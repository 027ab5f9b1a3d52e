//! `#[module]`: its items, and that each name is given once.

use super::{class, function, methods};
use crate::diagnostics::Diagnostics;
use crate::messages;
use crate::model::{Module, Name, Part};
use syn::Attribute;

/// Checks a `#[module]`.
pub(crate) fn module(module: &Module, dcx: &mut Diagnostics) {
    let mut names: Vec<String> = Vec::new();
    let mut inits = 0;
    for part in &module.parts {
        match part {
            Part::Plain(_) => {}
            Part::Class(item) => {
                class(item, dcx);
                once(&item.name, &item.cfgs, &mut names, dcx);
            }
            Part::Enumeration(item) => once(&item.name, &item.cfgs, &mut names, dcx),
            Part::Methods(item) => methods(item, dcx),
            Part::Function(item) => {
                function(item, dcx);
                once(&item.callable.name, &item.callable.cfgs, &mut names, dcx);
            }
            Part::Constant(_, item) => once(&item.name, &item.cfgs, &mut names, dcx),
            Part::Exports(_, exports) => {
                for export in exports {
                    let name = export.renamed.clone();
                    let name = name.unwrap_or_else(|| Name::of(&export.ident));
                    once(&name, &export.cfgs, &mut names, dcx);
                }
            }
            Part::Module(inner) => {
                self::module(inner, dcx);
                once(&inner.name, &inner.cfgs, &mut names, dcx);
            }
            Part::Init(init) => {
                inits += 1;
                if inits > 1 {
                    dcx.error(&init.item.sig.ident, messages::INIT_TWICE);
                }
            }
        }
    }
}

/// Items under `#[cfg]` may be alternatives of each other.
fn once(name: &Name, cfgs: &[Attribute], names: &mut Vec<String>, dcx: &mut Diagnostics) {
    if !cfgs.is_empty() {
        return;
    }
    if names.contains(&name.text) {
        dcx.error_at(name.span, messages::item_twice(&name.text));
    }
    names.push(name.text.clone());
}
