//! `#[module]`: its items, and that each name is given once.

use super::{class, function, methods};
use crate::diagnostics::Diagnostics;
use crate::item::{Item, Kind};
use crate::messages;
use crate::model::{Methods, Module, Name, Part};
use crate::stream::{Ident, Word as _};
use crate::syntax::{Attribute, Type};

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
            Part::Methods(item) => {
                methods(item, dcx);
                of_a_class(item, &module.parts, dcx);
            }
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
                    dcx.error(&init.ident, messages::INIT_TWICE);
                }
            }
        }
    }
}

/// Refuses methods of a type that stands in the same module without a marker, at that: each use of it would be an error.
fn of_a_class(methods: &Methods, parts: &[Part], dcx: &mut Diagnostics) {
    let Type::Path(class) = methods.class() else { return };
    let Some(class) = class.get_ident() else { return };
    let plain = parts.iter().find_map(|part| match part {
        Part::Plain(item) => plain(item).filter(|ident| ident.same(class)),
        _ => None,
    });
    if let Some(ident) = plain {
        dcx.error(ident, messages::not_a_class(&ident.to_string()));
    }
}

/// The name of a struct or an enum, unless an attribute may make a class of it, or leave it out.
fn plain(item: &Item) -> Option<&Ident> {
    let ident = item.ident.as_ref().filter(|_| matches!(item.kind, Kind::Struct | Kind::Enum))?;
    let harmless = ["allow", "derive", "doc", "expect", "repr"];
    item.attrs.iter().all(|attribute| harmless.iter().any(|name| attribute.path().is_ident(name))).then_some(ident)
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
