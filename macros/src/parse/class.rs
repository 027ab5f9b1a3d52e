//! `#[class]`.

use super::adopted;
use super::attributes;
use super::enums;
use super::fields::fields;
use super::options::Options;
use crate::diagnostics::{Diagnostics, Reported};
use crate::messages;
use crate::model::{Class, Crate, Fields, Made, Name, Shape, cfgs};
use proc_macro2::{Ident, TokenStream};
use syn::{Attribute, Generics, Item, ItemStruct};

/// Reads an item marked `#[class(options)]`, the marker itself taken.
pub(crate) fn class(
    options: TokenStream,
    library: Option<&Crate>,
    item: Item,
    dcx: &mut Diagnostics,
) -> Result<Class, Reported> {
    match item {
        Item::Struct(item) => Ok(item_struct(options, library, item, dcx)),
        Item::Enum(item) => enums::class(options, library, item, dcx),
        other => Err(dcx.error(&other, messages::CLASS_ON_OTHER)),
    }
}

/// What `#[class(…)]` takes.
pub(super) const KNOWN: &[&str] = &[
    "name",
    "instances",
    "extends",
    "metaclass",
    "nested_in",
    "subclass",
    "dict",
    "weakref",
    "sequence",
    "mapping",
    "freelist",
    "unsafe",
    "new",
    "eq",
    "ord",
    "hash",
    "repr",
    "rename_all",
    "crate",
];

fn item_struct(options: TokenStream, library: Option<&Crate>, mut item: ItemStruct, dcx: &mut Diagnostics) -> Class {
    let options = Options::parse("class", KNOWN, options, dcx);
    if let (Some(_), Some(mapping)) = (options.at("sequence"), options.at("mapping")) {
        dcx.error(mapping, messages::SEQUENCE_AND_MAPPING);
    }
    let (visited, fields, starts) = fields(&mut item.fields, options.flag("new"), options.case(dcx), dcx);
    adopted::check(&options, &item, &fields, dcx);
    let head = Head { attrs: &item.attrs, ident: &item.ident, generics: &item.generics };
    let class = head.class(&options, library, Shape::Struct(Fields(visited)), dcx);
    Class { fields, starts, item: Item::Struct(item), ..class }
}

/// What stands above the braces.
pub(super) struct Head<'a> {
    pub(super) attrs: &'a [Attribute],
    pub(super) ident: &'a Ident,
    pub(super) generics: &'a Generics,
}

impl Head<'_> {
    /// The class, without its fields or values.
    pub(super) fn class(
        &self,
        options: &Options,
        library: Option<&Crate>,
        visited: Shape,
        dcx: &mut Diagnostics,
    ) -> Class {
        let asked = |option| options.at(option).cloned();
        let library = options.library(dcx).or_else(|| library.cloned());
        if let (Some(name), Some(_)) = (options.at("name"), options.at("instances")) {
            dcx.error(name, messages::NAME_OF_INSTANCES);
        }
        for outer in options.python_classes("nested_in", dcx) {
            dcx.error(&outer, messages::option_needs_class("nested_in"));
        }
        if let Some(path) = options.path("metaclass") {
            dcx.error(path, messages::option_needs_class("metaclass"));
        }
        let python_bases = options.python_classes("extends", dcx);
        let metaclass = options.python_classes("metaclass", dcx).pop();
        if let Some(at) = options.at("freelist")
            && (!python_bases.is_empty() || metaclass.is_some())
        {
            dcx.error(at, messages::FREELIST_OF_PYTHON);
        }
        Class {
            library: library.unwrap_or_default(),
            item: Item::Verbatim(TokenStream::new()),
            ident: self.ident.clone(),
            generics: self.generics.clone(),
            instances: options.instances(),
            name: options.name(dcx).unwrap_or_else(|| Name::of(self.ident)),
            doc: attributes::documentation(self.attrs, dcx),
            cfgs: cfgs(self.attrs),
            base: options.path("extends").cloned(),
            outer: options.path("nested_in").cloned(),
            python_bases,
            metaclass,
            subclass: options.flag("subclass"),
            dict: options.flag("dict"),
            weakref: options.flag("weakref"),
            sequence: options.flag("sequence"),
            mapping: options.flag("mapping"),
            adopts: options.adopts().cloned(),
            freelist: asked("freelist").zip(options.number("freelist")),
            visited,
            fields: Vec::new(),
            values: None,
            variants: Vec::new(),
            made: Made {
                new: asked("new"),
                eq: asked("eq"),
                ord: asked("ord"),
                hash: asked("hash"),
                repr: asked("repr"),
            },
            starts: Vec::new(),
        }
    }
}
