//! An enum of Python's as an item.

use crate::class::{self, Enumeration};
use crate::err::Result;
use crate::ptr::{Any, Owned};

use super::Item;
use super::item::{Executed, own};

impl Item {
    /// An enum of Python's.
    pub const fn enumeration<E: Enumeration>() -> Self {
        let item = Item::plain(E::NAME, make::<E>);
        #[cfg(feature = "stubs")]
        let item = item.says(super::ItemDescribed::enumeration::<E>());
        item
    }
}

fn make<'py, E: Enumeration>(executed: &Executed<'py>) -> Result<Owned<'py, Any>> {
    let module = &executed.module;
    Ok(own(module, class::build_enumeration::<E>(module)?).into_any())
}
