//! `#[methods]`.

use super::callable::{callable, is_named, is_python};
use super::options::Options;
use super::{asynchronous, attributes, hint};
use crate::diagnostics::{Diagnostics, Reported};
use crate::features::Feature;
use crate::item::{self, ArgumentKind, Item, Kind, Signature};
use crate::messages;
use crate::model::{
    Constant, Crate, Input, Method, Methods, Name, OF_A_METACLASS, OF_THE_CLASS, ORDINARY, Receiver, Role, Slot, cfgs,
    is_dunder, nearest,
};
use crate::stream::{Ident, TokenStream};
use crate::syntax::{Attribute, Type};

/// Each marker of a role with what it means.
const ROLES: &[(&str, Role)] = &[
    ("new", Role::New),
    ("method", Role::Method),
    ("staticmethod", Role::Static),
    ("classmethod", Role::Class),
    ("getter", Role::Getter),
    ("setter", Role::Setter),
    ("deleter", Role::Deleter),
    ("staticgetter", Role::StaticGetter),
    ("staticsetter", Role::StaticSetter),
    ("classattr", Role::Attribute),
];

/// Reads an item marked `#[methods(options)]`, the marker itself taken.
pub(crate) fn methods(
    options: TokenStream,
    library: Option<&Crate>,
    item: Item,
    dcx: &mut Diagnostics,
) -> Result<Methods, Reported> {
    if item.kind != Kind::Impl {
        return Err(dcx.error(&item, messages::METHODS_ON_OTHER));
    }
    let mut block = item::block(item).map_err(|error| dcx.syntax(error))?;
    if let Some(of) = &block.of_trait {
        return Err(dcx.error(of, messages::METHODS_ON_TRAIT));
    }
    let options = Options::parse("methods", &["instances", "crate"], options, dcx);
    let (mut methods, mut constants) = (Vec::new(), Vec::new());
    for item in &mut block.items {
        match item.kind {
            Kind::Fn => methods.extend(method(item, dcx)),
            Kind::Const => constants.extend(constant(item, dcx)),
            _ => {}
        }
    }
    let library = options.library(dcx).or_else(|| library.cloned());
    Ok(Methods { library: library.unwrap_or_default(), block, instances: options.instances(), methods, constants })
}

/// Reads one constant of the block, if it is marked `#[classattr]`; the others are Rust's.
fn constant(item: &mut Item, dcx: &mut Diagnostics) -> Option<Constant> {
    let marker = attributes::take(&mut item.attrs, "classattr", dcx)?;
    let renamed = Options::of(&marker, "classattr", &["name"], dcx).name(dcx);
    let (ident, ty) = item::constant(item).map_err(|error| dcx.syntax(error)).ok()?;
    let name = renamed.unwrap_or_else(|| Name::of(&ident));
    attribute(&name, dcx).ok()?;
    let hint = hint::of_value(&mut item.attrs, dcx);
    let doc = attributes::documentation(&item.attrs, dcx);
    Some(Constant { ident, ty, name, doc, hint, cfgs: cfgs(&item.attrs) })
}

/// Refuses an attribute in the place of what a slot calls.
fn attribute(name: &Name, dcx: &mut Diagnostics) -> Result<(), Reported> {
    match Slot::named(&name.text) {
        Some(_) => Err(dcx.error_at(name.span, messages::dunder_by_name(&name.text))),
        None => Ok(()),
    }
}

/// Reads one function of the block; one marked `#[rust]` stays out of Python.
fn method(function: &mut Item, dcx: &mut Diagnostics) -> Option<Method> {
    let rust = attributes::take(&mut function.attrs, "rust", dcx);
    let marked = role(&mut function.attrs, dcx);
    if let Some(rust) = rust {
        let signature = attributes::take(&mut function.attrs, "signature", dcx);
        let hint = attributes::take(&mut function.attrs, "hint", dcx);
        if marked.is_some() || signature.is_some() || hint.is_some() {
            dcx.error(&rust, messages::RUST_IS_NOT_EXPORTED);
        }
        return None;
    }
    let signature = function.signature().map_err(|error| dcx.syntax(error)).ok()?;
    let receiver = receiver(&signature, dcx).ok()?;
    let skip = usize::from(receiver != Receiver::None);
    let mut callable = callable(&mut function.attrs, &signature, skip, dcx);
    let (role, renamed, overload) = match &marked {
        Some((attribute, marker, role)) => {
            let several = matches!(role, Role::New | Role::Method | Role::Static | Role::Class);
            let known: &[&str] = if several { &["name", "overload"] } else { &["name"] };
            let options = Options::of(attribute, marker, known, dcx);
            (*role, options.name(dcx), options.at("overload").map(Ident::span))
        }
        None => (Role::Method, None, None),
    };
    let role = special(&signature.ident, role, marked.as_ref(), renamed.as_ref(), dcx).ok()?;
    if role == Role::Class && !class_parameter(&mut callable.inputs) {
        dcx.error_at(signature.parentheses, messages::CLASS_PARAMETER);
    }
    let prefix = match role {
        Role::Setter | Role::StaticSetter => "set_",
        Role::Deleter => "delete_",
        _ => "",
    };
    if let Some(rest) = callable.name.text.strip_prefix(prefix) {
        callable.name.text = rest.to_owned();
    }
    if role == Role::New
        && let Some(name) = &renamed
    {
        dcx.error_at(name.span, messages::NEW_NAMED);
    }
    callable.name = renamed.unwrap_or(callable.name);
    Some(Method { callable, role, receiver, overload })
}

/// The marker that says what a function is for.
fn role(attrs: &mut Vec<Attribute>, dcx: &mut Diagnostics) -> Option<(Attribute, &'static str, Role)> {
    let mut found: Option<(Attribute, &'static str, Role)> = None;
    for (marker, role) in ROLES {
        let Some(attribute) = attributes::take(attrs, marker, dcx) else {
            continue;
        };
        match &found {
            Some((_, first, _)) => {
                dcx.error(&attribute, messages::two_roles(first, marker));
            }
            None => found = Some((attribute, marker, *role)),
        }
    }
    found
}

/// Special methods are known by their Rust name.
fn special(
    ident: &Ident,
    role: Role,
    marked: Option<&(Attribute, &'static str, Role)>,
    renamed: Option<&Name>,
    dcx: &mut Diagnostics,
) -> Result<Role, Reported> {
    if role == Role::Attribute {
        let name = renamed.cloned().unwrap_or_else(|| Name::of(ident));
        return attribute(&name, dcx).map(|()| role);
    }
    if let Some(name) = renamed
        && (Slot::named(&name.text).is_some() || unknown(&name.text))
    {
        return Err(dcx.error_at(name.span, messages::dunder_by_name(&name.text)));
    }
    let name = Name::of(ident).text;
    if role == Role::New {
        return Ok(role);
    }
    if name == "__buffer__" || name == "__release_buffer__" {
        Feature::Buffers.require(&format!("`{name}` needs"), ident, dcx)?;
    }
    if let Some(slot) = Slot::named(&name) {
        return match marked {
            Some((attribute, marker, _)) => Err(dcx.error(attribute, messages::dunder_role(&name, marker))),
            None => Ok(Role::Slot(slot)),
        };
    }
    if name == "__new__" {
        return Err(dcx.error(ident, messages::dunder_new()));
    }
    if renamed.is_some() {
        return Ok(role);
    }
    if OF_THE_CLASS.contains(&name.as_str()) {
        return match marked {
            Some((attribute, marker, role)) if *role != Role::Class => {
                Err(dcx.error(attribute, messages::dunder_of_class(&name, marker)))
            }
            _ => Ok(Role::Class),
        };
    }
    if let Some((_, asked)) = OF_A_METACLASS.iter().find(|(known, _)| *known == name) {
        return Err(dcx.error(ident, messages::dunder_of_metaclass(&name, asked)));
    }
    if unknown(&name) {
        return Err(dcx.error(ident, messages::unknown_dunder(&name, nearest(&name))));
    }
    Ok(role)
}

fn unknown(name: &str) -> bool {
    is_dunder(name) && Slot::named(name).is_none() && !ORDINARY.contains(&name) && !OF_THE_CLASS.contains(&name)
}

/// How the function gets its object: `&self`, `&mut self` or a first parameter named `slf`.
fn receiver(signature: &Signature, dcx: &mut Diagnostics) -> Result<Receiver, Reported> {
    if signature.asyncness.is_some() {
        return asynchronous::receiver(signature, dcx);
    }
    let Some(first) = signature.inputs.first() else { return Ok(Receiver::None) };
    match first.kind {
        ArgumentKind::Shared => return Ok(Receiver::Shared),
        ArgumentKind::Exclusive => return Ok(Receiver::Exclusive),
        ArgumentKind::Value => {
            return Err(dcx.error(first, messages::receiver_by_value(&signature.ident.to_string())));
        }
        ArgumentKind::Typed => return Err(dcx.error(first, messages::RECEIVER_TYPED)),
        ArgumentKind::Pattern(..) | ArgumentKind::Variadic => {}
    }
    let Some(given) = first.slf() else { return Ok(Receiver::None) };
    let (is_reference, ty) = match given {
        Type::Reference(reference) => (true, &*reference.elem),
        ty => (false, ty),
    };
    let owns = !is_reference && ["Owned", "Py"].iter().any(|name| is_named(ty, name));
    if owns || ["Self", "Ref", "RefMut"].iter().any(|name| is_named(ty, name)) {
        return Err(dcx.error(given, messages::RECEIVER_TYPED));
    }
    Ok(Receiver::Handle(is_reference))
}

/// Turns the first parameter that is not the token into the class.
fn class_parameter(inputs: &mut [Input]) -> bool {
    for input in inputs {
        if let Input::Argument { ty, .. } = input
            && !is_python(ty)
        {
            *input = Input::Class(matches!(**ty, Type::Reference(_)));
            return true;
        }
    }
    false
}
