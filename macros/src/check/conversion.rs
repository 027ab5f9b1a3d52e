//! `#[derive(FromPy)]` and `#[derive(IntoPy)]`: options that contradict each other or what they stand on.

use crate::diagnostics::Diagnostics;
use crate::messages;
use crate::model::{
    Content, Conversion, Converted, Form, Layout, Literal, Name, Source, Variant, interpreter_lifetimes, is_identifier,
    lifetimes,
};
use crate::stream::Word as _;
use crate::syntax::Lifetime;

/// Checks a type that derives `FromPy`.
pub(crate) fn from_py(conversion: &Conversion, dcx: &mut Diagnostics) {
    common(conversion, dcx);
    if !dcx.clean() {
        return;
    }
    let owners = conversion.owner_lifetimes();
    if let [first, others @ ..] = owners.as_slice() {
        for other in others {
            dcx.error(*other, messages::second_lifetime(&other.to_string(), &first.to_string()));
        }
    }
    for form in named(conversion) {
        for part in &form.parts {
            taken(form, part, &owners, dcx);
        }
    }
}

/// Checks a type that derives `IntoPy`.
pub(crate) fn into_py(conversion: &Conversion, dcx: &mut Diagnostics) {
    common(conversion, dcx);
    if !dcx.clean() {
        return;
    }
    for form in named(conversion) {
        given(form, dcx);
    }
}

/// The forms whose fields have names.
fn named(conversion: &Conversion) -> Vec<&Form> {
    let mut forms = conversion.forms();
    forms.retain(|form| form.layout() == Layout::Named);
    forms
}

/// What `FromPy` takes from an attribute or an item.
fn taken(form: &Form, part: &Converted, owners: &[&Lifetime], dcx: &mut Diagnostics) {
    let source = part.source(&form.marks);
    attribute_name(&source, part, dcx);
    if part.taker().is_some() {
        return;
    }
    let source = match source {
        Source::Attribute(_) => "an attribute",
        Source::Item(_) => "an item",
    };
    let used = lifetimes(&part.ty);
    if let Some(lifetime) = used.iter().find(|used| owners.iter().any(|owner| owner.ident.same(&used.ident))) {
        dcx.error(&part.ty, messages::borrowed_field(&lifetime.to_string(), source));
    }
}

/// What `IntoPy` puts into one dict or namespace.
fn given(form: &Form, dcx: &mut Diagnostics) {
    let mut names: Vec<Literal> = Vec::new();
    for part in &form.parts {
        let name = part.name();
        if names.contains(&name) {
            let text = name.place();
            dcx.error_at(part.name_span(), messages::name_twice(text.trim_start_matches('.')));
        }
        if form.marks.namespace.is_some() {
            match &name {
                Literal::Text(text) => attribute_name(&Source::Attribute(text.clone()), part, dcx),
                Literal::Number(_) => {
                    dcx.error_at(part.name_span(), messages::NUMBER_IN_NAMESPACE);
                }
            }
        }
        names.push(name);
    }
}

fn attribute_name(source: &Source, part: &Converted, dcx: &mut Diagnostics) {
    if let Source::Attribute(name) = source
        && !is_identifier(name)
    {
        dcx.error_at(part.name_span(), messages::not_an_attribute(name));
    }
}

/// What both derives ask, in the same words.
fn common(conversion: &Conversion, dcx: &mut Diagnostics) {
    match &conversion.content {
        Content::Struct(form) => {
            if form.layout() == Layout::Unit {
                dcx.error(&form.ident, messages::no_fields(&form.ident.to_string()));
            } else {
                options(form, dcx);
            }
        }
        Content::Enum(variants) => {
            if variants.is_empty() {
                dcx.error(&conversion.ident, messages::no_variants(&conversion.ident.to_string()));
            }
            for variant in variants {
                self::variant(variant, dcx);
            }
            values(variants, dcx);
        }
    }
    let owners = conversion.owner_lifetimes();
    for part in conversion.parts() {
        let taken = interpreter_lifetimes(&part.ty);
        if let Some(lifetime) =
            taken.iter().find(|lifetime| owners.iter().any(|owner| owner.ident.same(&lifetime.ident)))
        {
            dcx.error(&lifetime, messages::interpreter_lifetime(&lifetime.to_string()));
        }
    }
}

fn variant(variant: &Variant, dcx: &mut Diagnostics) {
    let unit = variant.form.layout() == Layout::Unit;
    match (&variant.value_option, &variant.value) {
        (Some(option), _) if !unit => {
            dcx.error(option, messages::VALUE_OF_FIELDS);
        }
        (None, None) if unit => {
            dcx.error(&variant.ident, messages::variant_without_value(&Name::of(&variant.ident).text));
        }
        _ => {}
    }
    options(&variant.form, dcx);
}

/// No two variants are the same in Python.
fn values(variants: &[Variant], dcx: &mut Diagnostics) {
    let units = variants.iter().filter(|variant| variant.form.layout() == Layout::Unit);
    let mut seen: Vec<(&Literal, &Variant)> = Vec::new();
    for variant in units {
        let Some(value) = &variant.value else { continue };
        if let Some((_, other)) = seen.iter().find(|(other, _)| *other == value) {
            let at = variant.value_option.as_ref().unwrap_or(&variant.ident);
            dcx.error(at, messages::value_twice(&value.shown(), &other.ident.to_string()));
        }
        seen.push((value, variant));
    }
}

/// The options of a struct or variant, and of its fields.
fn options(form: &Form, dcx: &mut Diagnostics) {
    let marks = &form.marks;
    if let (Some(items), Some(namespace)) = (&marks.items, &marks.namespace) {
        dcx.error(namespace, messages::options_exclude(&items.to_string(), &namespace.to_string()));
        return;
    }
    let rename_all = marks.rename_all.as_ref().map(|(option, _)| option);
    let for_named = [marks.items.as_ref(), marks.namespace.as_ref(), rename_all];
    if let Some(transparent) = &marks.transparent {
        if form.parts.len() != 1 {
            dcx.error(transparent, messages::transparent_fields(form.parts.len()));
            return;
        }
        for other in for_named.into_iter().flatten() {
            dcx.error(other, messages::options_exclude("transparent", &other.to_string()));
        }
    } else if form.layout() != Layout::Named {
        for option in for_named.into_iter().flatten() {
            dcx.error(option, messages::for_named_fields(&option.to_string()));
        }
    }
    for part in &form.parts {
        field(form.layout(), part, dcx);
    }
}

fn field(layout: Layout, part: &Converted, dcx: &mut Diagnostics) {
    let (attribute, item) =
        (part.attribute.as_ref().map(|mark| &mark.option), part.item.as_ref().map(|mark| &mark.option));
    let tuple = layout == Layout::Tuple;
    if layout != Layout::Named {
        for option in [attribute, item].into_iter().flatten() {
            dcx.error(option, messages::no_choice(&option.to_string(), tuple));
        }
        if let Some(default) = &part.default {
            dcx.error(&default.option, messages::never_absent(tuple));
        }
    } else if let (Some(_), Some(item)) = (attribute, item) {
        dcx.error(item, messages::options_exclude("attribute", "item"));
    }
    for other in [&part.from_with, &part.into_with].into_iter().flatten() {
        if part.with.is_some() {
            dcx.error(&other.option, messages::options_exclude("with", &other.option.to_string()));
        }
    }
}
