//! `#[class]`.

use super::attributes;
use super::enumeration::values;
use super::fields::fields;
use super::options::Options;
use super::variants::{has_fields, variants};
use crate::diagnostics::{Diagnostics, Reported};
use crate::features::Feature;
use crate::messages;
use crate::model::{Class, Crate, Fields, Made, Name, Shape, cfgs};
use proc_macro2::{Ident, TokenStream};
use syn::{Attribute, Generics, Item, ItemEnum, ItemStruct};

/// Reads an item marked `#[class(options)]`, the marker itself taken.
pub(crate) fn class(
    options: TokenStream,
    library: Option<&Crate>,
    item: Item,
    dcx: &mut Diagnostics,
) -> Result<Class, Reported> {
    match item {
        Item::Struct(item) => Ok(item_struct(options, library, item, dcx)),
        Item::Enum(item) => {
            Feature::Enums.require("`#[class]` on an enum needs", &item.enum_token, dcx)?;
            Ok(item_enum(options, library, item, dcx))
        }
        other => Err(dcx.error(&other, messages::CLASS_ON_OTHER)),
    }
}

/// What `#[class(…)]` takes.
const KNOWN: &[&str] = &[
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
    let head = Head { attrs: &item.attrs, ident: &item.ident, generics: &item.generics };
    let class = head.class(&options, library, Shape::Struct(Fields(visited)), dcx);
    Class { fields, starts, item: Item::Struct(item), ..class }
}

fn item_enum(options: TokenStream, library: Option<&Crate>, mut item: ItemEnum, dcx: &mut Diagnostics) -> Class {
    let options = Options::parse("class", KNOWN, options, dcx);
    let has_fields = has_fields(&item);
    for option in ["instances", "extends", "metaclass", "subclass", "sequence", "mapping", "freelist", "new", "repr"] {
        if let Some(at) = options.at(option) {
            let made = has_fields && matches!(option, "new" | "repr");
            dcx.error(at, if made { messages::made_anyway(option) } else { messages::not_of_an_enum(option) });
        }
    }
    if has_fields {
        let (variants, visited) = variants(&mut item, options.case(dcx), dcx);
        let head = Head { attrs: &item.attrs, ident: &item.ident, generics: &item.generics };
        let class = head.class(&options, library, visited, dcx);
        return Class { variants, item: Item::Enum(item), ..class };
    }
    let values = values(&mut item, &["name"], options.case(dcx), dcx);
    let head = Head { attrs: &item.attrs, ident: &item.ident, generics: &item.generics };
    let class = head.class(&options, library, Shape::Nothing, dcx);
    Class { values: Some(values), item: Item::Enum(item), ..class }
}

/// What stands above the braces.
struct Head<'a> {
    attrs: &'a [Attribute],
    ident: &'a Ident,
    generics: &'a Generics,
}

impl Head<'_> {
    /// The class, without its fields or values.
    fn class(&self, options: &Options, library: Option<&Crate>, visited: Shape, dcx: &mut Diagnostics) -> Class {
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
