//! `#[methods]`: each role's receiver and parameters, and names that collide.

use super::signature::signature;
use crate::diagnostics::Diagnostics;
use crate::messages;
use crate::model::{Method, Methods, Receiver, Role, Slot};
use proc_macro2::Ident;

/// Checks a `#[methods]` block.
pub(crate) fn methods(methods: &Methods, dcx: &mut Diagnostics) {
    for method in &methods.methods {
        role(method, dcx);
        signature(&method.callable, dcx);
    }
    names(methods, dcx);
}

fn role(method: &Method, dcx: &mut Diagnostics) {
    match method.role {
        Role::New => without_receiver(method, "new", dcx),
        Role::Static => without_receiver(method, "staticmethod", dcx),
        Role::Class => without_receiver(method, "classmethod", dcx),
        Role::Method => with_receiver(method, dcx),
        Role::Getter => {
            with_receiver(method, dcx);
            fixed(method, "a getter", dcx);
            if let Some((argument, _)) = method.callable.arguments().next() {
                dcx.error(argument, messages::getter_arguments(&argument.to_string()));
            }
        }
        Role::Setter => {
            with_receiver(method, dcx);
            fixed(method, "a setter", dcx);
            if method.callable.arguments().count() != 1 {
                dcx.error(&method.callable.ident, messages::SETTER_ARGUMENTS);
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
    let ident = &method.callable.ident;
    if !slot.takes_arguments() && method.callable.written.is_some() {
        fixed(method, &format!("`{}`", slot.name), dcx);
        return;
    }
    let operands = method.callable.arguments().count();
    let wrong_operands = !slot.takes_arguments() && operands != slot.operands();
    if method.receiver == Receiver::None || wrong_operands {
        dcx.error(ident, messages::dunder_form(slot.name, slot.form));
    }
}

/// No two entries of one name; those under `#[cfg]` may be alternatives of each other.
fn names(methods: &Methods, dcx: &mut Diagnostics) {
    let mut entries: Vec<String> = Vec::new();
    let mut getters: Vec<String> = Vec::new();
    let mut setters: Vec<String> = Vec::new();
    let mut new: Option<&Ident> = None;
    let always = methods.methods.iter();
    for method in always.filter(|method| method.callable.cfgs.is_empty()) {
        let name = &method.callable.name;
        let (table, text) = match method.role {
            Role::New => {
                if new.replace(&method.callable.ident).is_some() {
                    dcx.error(&method.callable.ident, messages::NEW_TWICE);
                }
                continue;
            }
            // Two functions of one Rust name: rustc says so.
            Role::Slot(_) => continue,
            Role::Getter => (&mut getters, messages::property_twice(&name.text)),
            Role::Setter => (&mut setters, messages::property_twice(&name.text)),
            Role::Method | Role::Static | Role::Class => (&mut entries, messages::method_twice(&name.text)),
        };
        if table.contains(&name.text) {
            dcx.error_at(name.span, text);
        }
        table.push(name.text.clone());
    }
    for method in &methods.methods {
        let name = &method.callable.name;
        let property = matches!(method.role, Role::Getter | Role::Setter);
        if property && entries.contains(&name.text) && method.callable.cfgs.is_empty() {
            dcx.error_at(name.span, messages::method_twice(&name.text));
        }
    }
}
