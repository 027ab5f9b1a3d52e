//! What stub files say of an item.

use crate::class::{Class, CreatedException, Described, DescribedClass, DescribedException, described_text};
#[cfg(feature = "enums")]
use crate::class::{DescribedEnum, Enumeration};

use super::{Item, Module};

/// What an item is, to a type checker.
#[derive(Clone, Copy)]
pub(crate) enum ItemDescribed {
    /// Nobody says.
    Nothing,
    /// A function or a value.
    Plain(&'static Described),
    Class(&'static DescribedClass),
    Exception(&'static DescribedException),
    #[cfg(feature = "enums")]
    Enumeration(&'static DescribedEnum),
    /// Asked for when it is written.
    Module(fn() -> DescribedModule),
}

/// A module.
#[derive(Clone, Copy)]
pub(crate) struct DescribedModule {
    pub(crate) name: &'static str,
    pub(crate) doc: &'static str,
    pub(crate) items: &'static [Item],
    /// Whether a module of C's has items that nobody here knows of.
    pub(crate) adopts: bool,
}

impl DescribedModule {
    /// `M`.
    pub(crate) fn of<M: Module>() -> Self {
        let (name, doc) = (described_text(M::NAME), described_text(M::DOC));
        DescribedModule { name, doc, items: M::ITEMS, adopts: M::ADOPTS }
    }
}

impl ItemDescribed {
    pub(super) const fn class<C: Class>() -> Self {
        ItemDescribed::Class(DescribedClass::of::<C>())
    }

    pub(super) const fn exception<E: CreatedException>() -> Self {
        ItemDescribed::Exception(DescribedException::of::<E>())
    }

    #[cfg(feature = "enums")]
    pub(super) const fn enumeration<E: Enumeration>() -> Self {
        ItemDescribed::Enumeration(DescribedEnum::of::<E>())
    }

    pub(super) const fn module<M: Module>() -> Self {
        ItemDescribed::Module(DescribedModule::of::<M>)
    }
}

impl Item {
    /// What stub files say of a function or a value.
    pub const fn described(self, described: &'static Described) -> Self {
        self.says(ItemDescribed::Plain(described))
    }

    /// Its name in the module, and what is said of it.
    pub(crate) fn description(&self) -> (&'static str, ItemDescribed) {
        (self.text, self.described)
    }
}
