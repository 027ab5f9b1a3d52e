//! What a class says of itself, told without its type: so that making its type object is compiled once for all classes.
#![expect(unsafe_code, reason = "says where the parts of entries lie")]

use core::ffi::CStr;
use core::mem::offset_of;

use crate::err::Result;
use crate::object::Type;
use crate::ptr::Owned;
use crate::raw::BorrowedRef;
use crate::raw::structs::{PyMethodDef, destructor, inquiry, traverseproc};
use crate::token::Python;

use super::cell::LiveTypes;
use super::freelist::Memory;
use super::layout::{Layout, Own};
use super::parts::Parts;
use super::properties::Accessors;
use super::slots::Special;
use super::variant::MatchArgs;
use super::{
    Base, Called, Class, ClassAttribute, Entry, Methods, Options, Outer, Property, Slot, Variant, VariantClass,
    completed, dealloc, metaclass, visit,
};

/// All that making the type object of a class needs to know.
pub(crate) struct Blueprint {
    pub(crate) name: &'static CStr,
    pub(crate) doc: &'static CStr,
    pub(super) called: &'static [Called],
    pub(super) options: Options,
    pub(crate) outer: Option<Outer>,
    // What `#[methods]` says comes first: it takes the place of what is made of the fields.
    pub(super) methods: Parts<PyMethodDef>,
    pub(super) properties: Parts<Accessors>,
    pub(super) specials: Parts<Special>,
    /// Attributes that ask for no other class: the values of an enum.
    pub(super) own_attributes: &'static [ClassAttribute],
    /// Those that may be instances of any class of the module.
    pub(crate) attributes: &'static [ClassAttribute],
    /// Of an enum with fields, whose instances are all of one of these.
    pub(crate) variants: &'static [VariantClass],
    pub(super) dealloc: destructor,
    pub(super) traverse: traverseproc,
    pub(super) clear: inquiry,
    pub(super) memory: Memory,
    /// Whether the collector must know of instances.
    pub(super) needs_header: bool,
    /// Whether a built-in type is at the bottom, with a constructor of its own.
    pub(super) over_built_in: bool,
    // Code that few classes need is reached through these alone, so that the others do not link it.
    pub(super) metaclass: Option<metaclass::Give>,
    pub(super) complete: Option<completed::Complete>,
    pub(super) base: for<'py> fn(Python<'py>) -> Result<Owned<'py, Type>>,
    pub(super) base_size: fn(BorrowedRef<'_>) -> usize,
    /// What an instance has behind the base.
    pub(super) own: Own,
    pub(super) live: fn() -> &'static LiveTypes,
}

// SAFETY: static, with static names and functions, and never written to.
unsafe impl Sync for Parts<PyMethodDef> {}
// SAFETY: as above.
unsafe impl Sync for Parts<Accessors> {}
// SAFETY: as above.
unsafe impl Sync for Parts<Special> {}

impl Blueprint {
    /// That of `C`.
    pub(crate) const fn of<C: Class>() -> &'static Blueprint {
        const {
            &Blueprint {
                name: C::NAME,
                doc: C::DOC,
                called: match written::<C>().called {
                    [] => C::FIELDS.called,
                    called => called,
                },
                options: C::OPTIONS,
                outer: C::OUTER,
                // SAFETY: what lies there is of that type.
                methods: unsafe { Parts::of(written::<C>().entries, C::FIELDS.entries, offset_of!(Entry<C>, def)) },
                // SAFETY: as above.
                properties: unsafe {
                    Parts::of(written::<C>().properties, C::FIELDS.properties, offset_of!(Property<C>, accessors))
                },
                // SAFETY: as above.
                specials: unsafe { Parts::of(written::<C>().slots, C::FIELDS.slots, offset_of!(Slot<C>, special)) },
                own_attributes: C::FIELDS.attributes,
                attributes: written::<C>().attributes,
                variants: C::VARIANTS,
                dealloc: dealloc::dealloc::<C>,
                traverse: visit::traverse_of::<C>(),
                clear: visit::clear_of::<C>(),
                memory: Memory::of::<C>(),
                needs_header: <C as Base>::NEEDS_HEADER,
                over_built_in: C::Base::SIZE.is_none(),
                metaclass: if <C as Base>::METACLASS { Some(metaclass::give) } else { None },
                complete: if C::OPTIONS.completed() { Some(completed::complete) } else { None },
                base: C::Base::class,
                base_size: C::Base::size,
                own: Layout::<C>::OWN,
                live: || &C::cell().live,
            }
        }
    }

    /// That of the class of a variant. Instances are as those of the enum.
    pub(super) const fn of_variant<V: Variant>() -> &'static Blueprint {
        const {
            &Blueprint {
                name: V::NAME,
                doc: V::DOC,
                called: &[Called { signature: V::TEXT_SIGNATURE, doc: "" }],
                options: Options::PLAIN,
                outer: Some(Outer::of::<V::Enum>()),
                methods: Parts::NONE,
                // SAFETY: what lies there is of that type.
                properties: unsafe { Parts::of(V::FIELDS, &[], offset_of!(Property<V::Enum>, accessors)) },
                // SAFETY: as above.
                specials: unsafe { Parts::of(V::SLOTS, &[], offset_of!(Slot<V::Enum>, special)) },
                own_attributes: &[ClassAttribute::of::<MatchArgs<V>>()],
                attributes: &[],
                variants: &[],
                dealloc: dealloc::dealloc::<V::Enum>,
                traverse: visit::traverse::<V::Enum>,
                clear: visit::clear::<V::Enum>,
                needs_header: true,
                memory: Memory::Inherited,
                over_built_in: false,
                metaclass: if <V::Enum as Base>::METACLASS { Some(metaclass::give) } else { None },
                complete: None,
                base: V::Enum::class,
                base_size: V::Enum::size,
                own: Layout::<V::Enum>::OWN.body_alone(),
                live: || &V::cell().live,
            }
        }
    }
}

const fn written<C: Class>() -> &'static Methods<C> {
    match C::METHODS {
        Some(methods) => methods,
        None => &Methods::NONE,
    }
}
