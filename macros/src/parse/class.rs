//! `#[class]`.

use super::adopted;
use super::attributes;
use super::enums;
use super::fields::fields;
use super::options::Options;
use crate::diagnostics::{Diagnostics, Reported};
use crate::item::{self, Data, DeriveInput, Item, Kind};
use crate::messages;
use crate::model::{Class, Crate, Fields, Made, Name, Shape, cfgs};
use crate::stream::{ToTokens as _, TokenStream};

/// Reads an item marked `#[class(options)]`, the marker itself taken.
pub(crate) fn class(
    options: TokenStream,
    library: Option<&Crate>,
    item: Item,
    dcx: &mut Diagnostics,
) -> Result<Class, Reported> {
    let read = match item.kind {
        Kind::Struct => structure,
        Kind::Enum => enums::class,
        _ => return Err(dcx.error(&item, messages::CLASS_ON_OTHER)),
    };
    let item = item::data(item).map_err(|error| dcx.syntax(error))?;
    read(options, library, item, dcx)
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

fn structure(
    options: TokenStream,
    library: Option<&Crate>,
    mut item: DeriveInput,
    dcx: &mut Diagnostics,
) -> Result<Class, Reported> {
    let Data::Struct(all) = &mut item.data else {
        return Err(dcx.error(&item, messages::CLASS_ON_OTHER));
    };
    let options = Options::parse("class", KNOWN, options, dcx);
    if let (Some(_), Some(mapping)) = (options.at("sequence"), options.at("mapping")) {
        dcx.error(mapping, messages::SEQUENCE_AND_MAPPING);
    }
    let (visited, fields, starts) = fields(all, options.flag("new"), options.case(dcx), dcx);
    adopted::check(&options, &item.attrs, &item.ident, all, &fields, dcx);
    let class = head(&item, &options, library, Shape::Struct(Fields(visited)), dcx);
    Ok(Class { fields, starts, ..class })
}

/// The class, without its fields or values. Our markers have been taken off the item.
pub(super) fn head(
    item: &DeriveInput,
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
        item: item.to_token_stream(),
        is_enum: matches!(item.data, Data::Enum(..)),
        vis: item.vis.clone(),
        ident: item.ident.clone(),
        generics: item.generics.clone(),
        instances: options.instances(),
        name: options.name(dcx).unwrap_or_else(|| Name::of(&item.ident)),
        doc: attributes::documentation(&item.attrs, dcx),
        cfgs: cfgs(&item.attrs),
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
        made: Made { new: asked("new"), eq: asked("eq"), ord: asked("ord"), hash: asked("hash"), repr: asked("repr") },
        starts: Vec::new(),
    }
}
