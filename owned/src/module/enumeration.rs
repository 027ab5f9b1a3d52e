//! An enum of Python's as an item.

use crate::class::{self, Enumeration};
use crate::err::Result;
use crate::object::Module;
use crate::ptr::{Any, Owned};

use super::Item;
use super::item::own;

impl Item {
    /// An enum of Python's.
    pub const fn enumeration<E: Enumeration>() -> Self {
        let item = Item::plain(E::NAME, make::<E>);
        #[cfg(feature = "stubs")]
        let item = item.says(super::ItemDescribed::enumeration::<E>());
        item
    }
}

fn make<'py, E: Enumeration>(module: &Owned<'py, Module>) -> Result<Owned<'py, Any>> {
    Ok(own(module, class::build_enumeration::<E>(module)?).into_any())
}
