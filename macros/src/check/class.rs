//! `#[class]`.

use crate::diagnostics::Diagnostics;
use crate::messages;
use crate::model::{Class, ClassVariant, Instance, Value};
use crate::stream::{Ident, Word as _};
use crate::syntax::{GenericArgument, GenericParam, Generics};

/// Checks a `#[class]`.
pub(crate) fn class(class: &Class, dcx: &mut Diagnostics) {
    let (generics, ident) = (&class.generics, class.ident.to_string());
    for param in &generics.params {
        if let GenericParam::Lifetime(_) = param {
            dcx.error(param, messages::CLASS_BORROWS);
            return;
        }
    }
    // With `instances` that could not be read, that has been said.
    if !generics.params.is_empty() && class.instances.is_empty() && dcx.clean() {
        let message = if class.is_enum { messages::generic_enum } else { messages::generic_class };
        dcx.error(&generics.list(), message(&ident));
    }
    instances(&class.instances, generics, Some(&ident), dcx);
    for instance in class.instances.iter().filter(|instance| instance.alias.is_none()) {
        dcx.error(&instance.ty, messages::INSTANCE_WITHOUT_NAME);
    }
    made(class, dcx);
    variants(&class.variants, dcx);
    // Fields under `#[cfg]` may be alternatives of each other.
    let fields = class.fields.iter().filter(|field| field.cfgs.is_empty());
    let mut seen: Vec<&str> = Vec::new();
    for field in fields {
        if seen.contains(&field.name.text.as_str()) {
            dcx.error_at(field.name.span, messages::property_twice(&field.name.text));
        }
        seen.push(&field.name.text);
    }
}

/// What is to be made of the fields can be made of them.
fn made(class: &Class, dcx: &mut Diagnostics) {
    let made = &class.made;
    if let (Some(ord), None) = (&made.ord, &made.eq) {
        dcx.error(ord, messages::needs_option("ord", "eq"));
    }
    if let (Some(hash), None) = (&made.hash, &made.eq) {
        dcx.error(hash, messages::needs_option("hash", "eq"));
    }
    if made.hash.is_some()
        && let Some(field) = class.fields.iter().find(|field| field.access.set)
    {
        dcx.error_at(field.name.span, messages::HASH_OF_WHAT_CHANGES);
    }
    let parameters = class.starts.iter().filter(|start| !matches!(start.value, Value::Fixed(_)));
    let mut optional = false;
    for start in parameters.filter(|_| made.new.is_some()) {
        match &start.name {
            None => {
                dcx.error(&start.ty, messages::PARAMETER_WITHOUT_NAME);
            }
            Some(name) if !start.cfgs.is_empty() => {
                dcx.error(name, messages::PARAMETER_UNDER_CFG);
            }
            Some(name) => {
                let default = matches!(start.value, Value::Default(_));
                if optional && !default {
                    dcx.error(name, messages::field_after_default(&name.to_string()));
                }
                optional |= default;
            }
        }
    }
}

/// Names of variants, and of the fields of each, are given once; a parameter with a default is followed by no other.
fn variants(variants: &[ClassVariant], dcx: &mut Diagnostics) {
    let mut names: Vec<&str> = Vec::new();
    for variant in variants {
        if variant.cfgs.is_empty() {
            if names.contains(&variant.name.text.as_str()) {
                dcx.error_at(variant.name.span, messages::value_named_twice(&variant.name.text));
            }
            names.push(&variant.name.text);
        }
        let (mut fields, mut optional): (Vec<&str>, bool) = (Vec::new(), false);
        for field in &variant.fields {
            let name = field.name.text.as_str();
            if fields.contains(&name) {
                dcx.error_at(field.name.span, messages::property_twice(name));
            }
            if optional && field.default.is_none() {
                dcx.error_at(field.name.span, messages::field_after_default(name));
            }
            fields.push(name);
            optional |= field.default.is_some();
        }
    }
}

/// Each is the generic type with all its parameters filled in.
pub(super) fn instances(instances: &[Instance], generics: &Generics, name: Option<&str>, dcx: &mut Diagnostics) {
    let parameters = generics.params.len();
    for instance in instances {
        if parameters == 0 {
            dcx.error(&instance.ty, messages::INSTANCES_OF_NOTHING);
            continue;
        }
        let fits = |(ident, given): (&Ident, &[GenericArgument])| {
            name.is_none_or(|name| ident.is(name)) && given.len() == parameters
        };
        if !instance.parts().is_some_and(fits) {
            dcx.error(&instance.ty, messages::not_an_instance(name.unwrap_or("Self"), parameters));
        }
    }
}
