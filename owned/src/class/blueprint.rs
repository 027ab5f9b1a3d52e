//! What a class says of itself, told without its type: so that making its type object is compiled once for all classes.

use core::ffi::CStr;

use crate::err::Result;
use crate::object::Type;
use crate::ptr::Owned;
use crate::raw::BorrowedRef;
use crate::raw::structs::{PyMethodDef, destructor, inquiry, traverseproc};
use crate::token::Python;

use super::cell::LiveTypes;
use super::freelist::Memory;
use super::layout::{Layout, Places};
use super::properties::Accessors;
use super::slots::{Special, Specials};
use super::variant::MatchArgs;
use super::{
    Base, Called, Class, ClassAttribute, Methods, Options, Outer, Variant, VariantClass, completed, dealloc, metaclass,
    visit,
};

/// All that making the type object of a class needs to know. Lists are asked for by number, up to the first `None`.
pub(crate) struct Blueprint {
    pub(crate) name: &'static CStr,
    pub(crate) doc: &'static CStr,
    pub(super) called: &'static [Called],
    pub(super) options: Options,
    pub(super) outer: Option<Outer>,
    pub(super) methods: fn(usize) -> Option<&'static PyMethodDef>,
    pub(super) properties: fn(usize) -> Option<&'static Accessors>,
    pub(super) specials: Specials,
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
    /// Once the size of the base is known.
    pub(super) places: fn() -> Places,
    pub(super) live: fn() -> &'static LiveTypes,
}

impl Blueprint {
    /// That of `C`.
    pub(crate) const fn of<C: Class>() -> &'static Blueprint {
        const {
            &Blueprint {
                name: C::NAME,
                doc: C::DOC,
                called: match C::METHODS {
                    Some(Methods { called: written @ [_, ..], .. }) => written,
                    _ => C::FIELDS.called,
                },
                options: C::OPTIONS,
                outer: C::OUTER,
                methods: method::<C>,
                properties: property::<C>,
                specials: special::<C>,
                own_attributes: C::FIELDS.attributes,
                attributes: match C::METHODS {
                    Some(methods) => methods.attributes,
                    None => &[],
                },
                variants: C::VARIANTS,
                dealloc: dealloc::dealloc::<C>,
                traverse: visit::traverse::<C>,
                clear: visit::clear::<C>,
                memory: Memory::of::<C>(),
                needs_header: <C as Base>::NEEDS_HEADER,
                over_built_in: C::Base::SIZE.is_none(),
                metaclass: if <C as Base>::METACLASS { Some(metaclass::give) } else { None },
                complete: if C::OPTIONS.completed() { Some(completed::complete) } else { None },
                base: C::Base::class,
                base_size: C::Base::size,
                places: Layout::<C>::places,
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
                methods: |_| None,
                properties: |at| Some(&V::FIELDS.get(at)?.accessors),
                specials: |at| Some(&V::SLOTS.get(at)?.special),
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
                places: || Places { dict: None, weaklist: None, ..Layout::<V::Enum>::places() },
                live: || &V::cell().live,
            }
        }
    }
}

// What `#[methods]` says comes first: it takes the place of what is made of the fields.

fn method<C: Class>(at: usize) -> Option<&'static PyMethodDef> {
    let written = C::METHODS.map_or(&[][..], |methods| methods.entries);
    Some(&one_of(written, C::FIELDS.entries, at)?.def)
}

fn property<C: Class>(at: usize) -> Option<&'static Accessors> {
    let written = C::METHODS.map_or(&[][..], |methods| methods.properties);
    Some(&one_of(written, C::FIELDS.properties, at)?.accessors)
}

fn special<C: Class>(at: usize) -> Option<&'static Special> {
    let written = C::METHODS.map_or(&[][..], |methods| methods.slots);
    Some(&one_of(written, C::FIELDS.slots, at)?.special)
}

fn one_of<T>(first: &'static [T], second: &'static [T], at: usize) -> Option<&'static T> {
    match at.checked_sub(first.len()) {
        None => Some(&first[at]),
        Some(at) => second.get(at),
    }
}
