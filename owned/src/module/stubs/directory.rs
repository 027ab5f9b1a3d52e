//! Where each class is.

use core::any::TypeId;
use std::collections::HashMap;

use crate::module::{DescribedModule, ItemDescribed};

/// The classes of all modules that are written together.
pub(super) struct Directory(HashMap<TypeId, Place>);

/// Where a class is found from Python.
pub(super) struct Place {
    pub(super) module: String,
    /// `Outer.Inner`, of a class in another.
    pub(super) name: String,
}

impl Directory {
    /// Each class counts where it is exported first.
    pub(super) fn of(modules: &[(String, DescribedModule)]) -> Self {
        let mut places = HashMap::new();
        // As written, a class may come before the one that it is in.
        let mut inner = Vec::new();
        for (module, described) in modules {
            for item in described.items {
                let (name, what) = item.description();
                let (id, outer) = match what {
                    ItemDescribed::Class(class) => (class.id, class.outer),
                    ItemDescribed::Exception(exception) => (exception.id, None),
                    #[cfg(feature = "enums")]
                    ItemDescribed::Enumeration(enumeration) => (enumeration.id, None),
                    ItemDescribed::Nothing | ItemDescribed::Plain(_) | ItemDescribed::Module(_) => continue,
                };
                match outer {
                    Some(outer) => inner.push((id, outer, name)),
                    None => {
                        let place = Place { module: module.clone(), name: name.to_owned() };
                        places.entry(id).or_insert(place);
                    }
                }
            }
        }
        let mut before = usize::MAX;
        while !inner.is_empty() && inner.len() < before {
            before = inner.len();
            inner.retain(|(id, outer, name)| {
                let Some(Place { module, name: outer }) = places.get(outer) else { return true };
                let place = Place { module: module.clone(), name: format!("{outer}.{name}") };
                places.insert(*id, place);
                false
            });
        }
        Directory(places)
    }

    /// `None` for a class that no module exports: Python sees no instance of it.
    pub(super) fn place(&self, class: TypeId) -> Option<&Place> {
        self.0.get(&class)
    }
}
