//! `#[methods]`.

use super::callable::{self, callable, is_named, is_python, pattern_name};
use super::options::Options;
use super::{asynchronous, attributes, hint};
use crate::diagnostics::{Diagnostics, Reported};
use crate::features::Feature;
use crate::messages;
use crate::model::{
    Constant, Crate, Input, Method, Methods, Name, OF_A_METACLASS, OF_THE_CLASS, ORDINARY, Receiver, Role, Slot, cfgs,
    is_dunder, nearest,
};
use proc_macro2::{Ident, TokenStream};
use syn::{Attribute, FnArg, ImplItem, ImplItemConst, ImplItemFn, Item, ItemImpl, ReceiverKind, Type};

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
    match item {
        Item::Impl(item) if item.trait_.is_none() => Ok(item_impl(options, library, item, dcx)),
        Item::Impl(item) => {
            let trait_ = item.trait_.as_ref().map(|(path, _)| path);
            Err(dcx.error(&trait_, messages::METHODS_ON_TRAIT))
        }
        other => Err(dcx.error(&other, messages::METHODS_ON_OTHER)),
    }
}

fn item_impl(options: TokenStream, library: Option<&Crate>, mut item: ItemImpl, dcx: &mut Diagnostics) -> Methods {
    let options = Options::parse("methods", &["instances", "crate"], options, dcx);
    let (mut methods, mut constants) = (Vec::new(), Vec::new());
    for item in &mut item.items {
        match item {
            ImplItem::Fn(function) => methods.extend(method(function, dcx)),
            ImplItem::Const(item) => constants.extend(constant(item, dcx)),
            _ => {}
        }
    }
    let library = options.library(dcx).or_else(|| library.cloned());
    Methods { library: library.unwrap_or_default(), item, instances: options.instances(), methods, constants }
}

/// Reads one constant of the block, if it is marked `#[classattr]`; the others are Rust's.
fn constant(item: &mut ImplItemConst, dcx: &mut Diagnostics) -> Option<Constant> {
    let marker = attributes::take(&mut item.attrs, "classattr", dcx)?;
    let renamed = Options::of(&marker, "classattr", &["name"], dcx).name(dcx);
    let name = renamed.unwrap_or_else(|| Name::of(&item.ident));
    attribute(&name, dcx).ok()?;
    let hint = hint::of_value(&mut item.attrs, dcx);
    let doc = attributes::documentation(&item.attrs, dcx);
    Some(Constant { ident: item.ident.clone(), ty: item.ty.clone(), name, doc, hint, cfgs: cfgs(&item.attrs) })
}

/// Refuses an attribute in the place of what a slot calls.
fn attribute(name: &Name, dcx: &mut Diagnostics) -> Result<(), Reported> {
    match Slot::named(&name.text) {
        Some(_) => Err(dcx.error_at(name.span, messages::dunder_by_name(&name.text))),
        None => Ok(()),
    }
}

/// Reads one function of the block; one marked `#[rust]` stays out of Python.
fn method(function: &mut ImplItemFn, dcx: &mut Diagnostics) -> Option<Method> {
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
    let receiver = receiver(function, dcx).ok()?;
    let skip = usize::from(receiver != Receiver::None);
    let sig = &function.sig;
    let mut callable = callable(&mut function.attrs, sig, skip, dcx);
    let (role, renamed, overload) = match &marked {
        Some((attribute, marker, role)) => {
            let several = matches!(role, Role::New | Role::Method | Role::Static | Role::Class);
            let known: &[&str] = if several { &["name", "overload"] } else { &["name"] };
            let options = Options::of(attribute, marker, known, dcx);
            (*role, options.name(dcx), options.at("overload").map(Ident::span))
        }
        None => (Role::Method, None, None),
    };
    let role = special(function, role, marked.as_ref(), renamed.as_ref(), dcx).ok()?;
    if role == Role::Class && !class_parameter(&mut callable.inputs) {
        dcx.error_at(callable::parameters_span(&function.sig), messages::CLASS_PARAMETER);
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
    function: &ImplItemFn,
    role: Role,
    marked: Option<&(Attribute, &'static str, Role)>,
    renamed: Option<&Name>,
    dcx: &mut Diagnostics,
) -> Result<Role, Reported> {
    if role == Role::Attribute {
        let name = renamed.cloned().unwrap_or_else(|| Name::of(&function.sig.ident));
        return attribute(&name, dcx).map(|()| role);
    }
    if let Some(name) = renamed
        && (Slot::named(&name.text).is_some() || unknown(&name.text))
    {
        return Err(dcx.error_at(name.span, messages::dunder_by_name(&name.text)));
    }
    let ident = &function.sig.ident;
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
fn receiver(function: &ImplItemFn, dcx: &mut Diagnostics) -> Result<Receiver, Reported> {
    if function.sig.asyncness.is_some() {
        return asynchronous::receiver(&function.sig, dcx);
    }
    match function.sig.inputs.first() {
        Some(FnArg::Receiver(receiver)) => match &receiver.kind {
            ReceiverKind::Reference(_, _, None) => Ok(Receiver::Shared),
            ReceiverKind::Reference(_, _, Some(_)) => Ok(Receiver::Exclusive),
            ReceiverKind::Value => {
                let name = function.sig.ident.to_string();
                Err(dcx.error(receiver, messages::receiver_by_value(&name)))
            }
            _ => Err(dcx.error(receiver, messages::RECEIVER_TYPED)),
        },
        Some(FnArg::Typed(argument)) if pattern_name(argument).is_some_and(|name| name == "slf") => {
            let (is_reference, ty) = match &*argument.ty {
                Type::Reference(reference) => (true, &*reference.elem),
                ty => (false, ty),
            };
            let owns = !is_reference && ["Owned", "Py"].iter().any(|name| is_named(ty, name));
            if owns || ["Self", "Ref", "RefMut"].iter().any(|name| is_named(ty, name)) {
                return Err(dcx.error(&argument.ty, messages::RECEIVER_TYPED));
            }
            Ok(Receiver::Handle(is_reference))
        }
        _ => Ok(Receiver::None),
    }
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
