//! `#[methods]`: each role's receiver and parameters, and names that collide.

use super::class::instances;
use super::signature::signature;
use crate::diagnostics::Diagnostics;
use crate::messages;
use crate::model::{Kind, Method, Methods, Receiver, Role, Slot, is_dunder};
use crate::stream::{Ident, Span, Word as _};
use crate::syntax::GenericParam;

/// Checks a `#[methods]` block.
pub(crate) fn methods(methods: &Methods, dcx: &mut Diagnostics) {
    for method in &methods.methods {
        asynchronous(method, dcx);
        role(method, dcx);
        signature(&method.callable, dcx);
        if let Some(at) = method.overload
            && method.callable.signature().kind() == Kind::Variable
        {
            dcx.error_at(at, messages::OVERLOAD_OF_ANYTHING);
        }
        if let Some(at) = method.overload
            && method.callable.is_async()
        {
            dcx.error_at(at, messages::OVERLOAD_ASYNC);
        }
    }
    names(methods, dcx);
    let name = methods.class().last().map(|last| last.ident.to_string());
    let mut parameters = methods.block.generics.params.iter();
    let generic = parameters.find(|parameter| !matches!(parameter, GenericParam::Lifetime(_)));
    if let Some(parameter) = generic.filter(|_| methods.instances.is_empty()) {
        dcx.error(parameter, messages::METHODS_OF_GENERIC);
    }
    instances(&methods.instances, &methods.block.generics, name.as_deref(), dcx);
    for instance in &methods.instances {
        if let Some(alias) = &instance.alias {
            dcx.error(alias, messages::INSTANCE_WITH_NAME);
        }
    }
}

/// The special methods of which Python awaits what they give.
const AWAITED: &[&str] = &["__call__", "__aenter__", "__aexit__", "__anext__"];

/// Refuses `async` where Python would take the coroutine for the result.
fn asynchronous(method: &Method, dcx: &mut Diagnostics) {
    if !method.callable.is_async() {
        return;
    }
    let ident = &method.callable.ident;
    let name = ident.to_string();
    match method.role {
        Role::New => dcx.error(ident, messages::async_role("new")),
        Role::Getter => dcx.error(ident, messages::async_role("getter")),
        Role::Setter => dcx.error(ident, messages::async_role("setter")),
        Role::Deleter => dcx.error(ident, messages::async_role("deleter")),
        Role::StaticGetter => dcx.error(ident, messages::async_role("staticgetter")),
        Role::StaticSetter => dcx.error(ident, messages::async_role("staticsetter")),
        Role::Attribute => dcx.error(ident, messages::async_role("classattr")),
        _ if is_dunder(&name) && !AWAITED.contains(&name.as_str()) => dcx.error(ident, messages::async_dunder(&name)),
        Role::Method | Role::Static | Role::Class | Role::Slot(_) => return,
    };
}

fn role(method: &Method, dcx: &mut Diagnostics) {
    match method.role {
        Role::New => without_receiver(method, "new", dcx),
        Role::Static => without_receiver(method, "staticmethod", dcx),
        Role::Class => without_receiver(method, "classmethod", dcx),
        Role::Method => with_receiver(method, dcx),
        Role::Getter => {
            with_receiver_or(method, "staticgetter", dcx);
            fixed(method, "a getter", dcx);
            if let Some((argument, _)) = method.callable.arguments().first() {
                dcx.error(*argument, messages::getter_arguments(&argument.to_string()));
            }
        }
        Role::Setter => {
            with_receiver_or(method, "staticsetter", dcx);
            fixed(method, "a setter", dcx);
            if method.callable.arguments().len() != 1 {
                dcx.error(&method.callable.ident, messages::SETTER_ARGUMENTS);
            }
        }
        Role::Deleter => {
            with_receiver(method, dcx);
            fixed(method, "a deleter", dcx);
            if let Some((argument, _)) = method.callable.arguments().first() {
                dcx.error(*argument, messages::deleter_arguments(&argument.to_string()));
            }
        }
        Role::StaticGetter => {
            without_receiver(method, "staticgetter", dcx);
            fixed(method, "a getter", dcx);
            if let Some((argument, _)) = method.callable.arguments().first() {
                dcx.error(*argument, messages::static_getter_arguments(&argument.to_string()));
            }
        }
        Role::StaticSetter => {
            without_receiver(method, "staticsetter", dcx);
            fixed(method, "a setter", dcx);
            if method.receiver == Receiver::None && method.callable.arguments().len() != 1 {
                dcx.error(&method.callable.ident, messages::STATIC_SETTER_ARGUMENTS);
            }
        }
        Role::Attribute => {
            without_receiver(method, "classattr", dcx);
            fixed(method, "a class attribute", dcx);
            if let Some((argument, _)) = method.callable.arguments().first() {
                dcx.error(*argument, messages::attribute_arguments(&argument.to_string()));
            }
        }
        Role::Slot(slot) => special(method, slot, dcx),
    }
}

fn with_receiver(method: &Method, dcx: &mut Diagnostics) {
    if method.receiver == Receiver::None {
        let ident = &method.callable.ident;
        dcx.error(ident, messages::no_receiver(&ident.to_string()));
    }
}

/// A part of a property; without a receiver it would be one of the class.
fn with_receiver_or(method: &Method, marker: &str, dcx: &mut Diagnostics) {
    if method.receiver == Receiver::None {
        let ident = &method.callable.ident;
        dcx.error(ident, messages::no_receiver_of_property(&ident.to_string(), marker));
    }
}

fn without_receiver(method: &Method, marker: &str, dcx: &mut Diagnostics) {
    if method.receiver != Receiver::None {
        dcx.error(&method.callable.ident, messages::unwanted_receiver(marker));
    }
}

/// Refuses `#[signature]` where there is nothing to choose.
fn fixed(method: &Method, what: &str, dcx: &mut Diagnostics) {
    if let Some((span, _)) = &method.callable.written {
        dcx.error_at(*span, messages::no_signature_here(what));
    }
}

fn special(method: &Method, slot: &Slot, dcx: &mut Diagnostics) {
    let taken = slot.protocol.operands();
    if taken.is_some() && method.callable.written.is_some() {
        fixed(method, &format!("`{}`", slot.name), dcx);
        return;
    }
    let operands = method.callable.arguments().len();
    let wrong = taken.is_some_and(|(least, most)| !(least..=most).contains(&operands));
    if method.receiver == Receiver::None || wrong {
        dcx.error(&method.callable.ident, messages::dunder_form(slot.name, &slot.form()));
    }
}

/// No two entries of one name; those under `#[cfg]` may be alternatives of each other.
fn names(methods: &Methods, dcx: &mut Diagnostics) {
    let mut entries: Vec<String> = Vec::new();
    let mut getters: Vec<String> = Vec::new();
    let mut setters: Vec<String> = Vec::new();
    let mut deleters: Vec<String> = Vec::new();
    let mut static_getters: Vec<String> = Vec::new();
    let mut static_setters: Vec<String> = Vec::new();
    let mut new: Option<(&Ident, Option<Span>)> = None;
    let mut overloads: Vec<(&str, Role)> = Vec::new();
    let mut functions: Vec<&Ident> = Vec::new();
    let always = methods.methods.iter();
    for method in always.filter(|method| method.callable.cfgs.is_empty()) {
        let (name, ident) = (&method.callable.name, &method.callable.ident);
        if functions.iter().any(|function| function.same(ident)) {
            dcx.left_to_rustc();
            continue;
        }
        functions.push(ident);
        let (table, text) = match method.role {
            Role::New => {
                let before = new.replace((&method.callable.ident, method.overload));
                if before.is_some_and(|(_, before)| before.is_none() || method.overload.is_none()) {
                    dcx.error(&method.callable.ident, messages::NEW_TWICE);
                }
                continue;
            }
            // Two of one name are two functions of one Rust name.
            Role::Slot(_) => continue,
            Role::StaticGetter => (&mut static_getters, messages::property_twice(&name.text)),
            Role::StaticSetter => (&mut static_setters, messages::property_twice(&name.text)),
            Role::Getter => (&mut getters, messages::property_twice(&name.text)),
            Role::Setter => (&mut setters, messages::property_twice(&name.text)),
            Role::Deleter => (&mut deleters, messages::property_twice(&name.text)),
            Role::Method | Role::Static | Role::Class | Role::Attribute => {
                (&mut entries, messages::method_twice(&name.text))
            }
        };
        if method.overload.is_some() {
            if overloads.contains(&(&name.text, method.role)) {
                continue;
            }
            overloads.push((&name.text, method.role));
        }
        if table.contains(&name.text) {
            dcx.error_at(name.span, text);
        }
        table.push(name.text.clone());
    }
    for constant in methods.constants.iter().filter(|constant| constant.cfgs.is_empty()) {
        let name = &constant.name;
        if entries.contains(&name.text) {
            dcx.error_at(name.span, messages::method_twice(&name.text));
        }
        entries.push(name.text.clone());
    }
    for method in methods.methods.iter().filter(|method| method.callable.cfgs.is_empty()) {
        let name = &method.callable.name;
        let of_class = matches!(method.role, Role::StaticGetter | Role::StaticSetter);
        if (of_class || of_objects(method.role)) && entries.contains(&name.text) {
            dcx.error_at(name.span, messages::method_twice(&name.text));
        }
        let same = |other: &&Method| other.callable.name.text == name.text && other.callable.cfgs.is_empty();
        if of_class && methods.methods.iter().filter(same).any(|other| of_objects(other.role)) {
            dcx.error_at(name.span, messages::both_properties(&name.text));
        }
    }
}

/// Whether it is a part of a property of the objects.
fn of_objects(role: Role) -> bool {
    matches!(role, Role::Getter | Role::Setter | Role::Deleter)
}
