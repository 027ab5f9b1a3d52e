//! `#[methods]`: the block, and a constant table of what it exports.

use super::entries::{Context, accessor, entry};
use super::text_signature::text_signature;
use super::{any_present, compare, hygienic, slots};
use crate::model::{Methods, Receiver, Role};
use proc_macro2::{Span, TokenStream};
use quote::{format_ident, quote};

/// Expands a checked block.
pub(crate) fn methods(methods: &Methods) -> TokenStream {
    let private = &methods.library.private();
    let mut tables = Tables::default();
    for (index, method) in methods.methods.iter().enumerate() {
        let marker = &format_ident!("__OwnedMethod{index}", span = Span::mixed_site());
        let context = Context { methods, method, marker, private };
        tables.add(&context);
    }
    if let Some((entry, implementation)) = compare::compare(methods, private) {
        tables.slots.extend(entry);
        tables.implementations.extend(implementation);
    }
    let text_signature = class_signature(methods);
    let Tables { entries, properties, slots, implementations } = tables;
    let table = hygienic! {
        ::core::option::Option::Some(&#private::Methods {
            entries: &[#entries],
            properties: &[#properties],
            slots: &[#slots],
            text_signature: #text_signature,
        })
    };
    let mutates = methods.methods.iter();
    let mutates = mutates.filter(|method| method.receiver == Receiver::Exclusive);
    let mutates: Vec<_> = mutates.map(|method| method.callable.cfgs.as_slice()).collect();
    assemble(methods, &any_present(&mutates), &table, &implementations)
}

/// The block alone, and the constants that the class asks for.
pub(crate) fn methods_stub(methods: &Methods) -> TokenStream {
    if !methods.item.generics.params.is_empty() {
        let item = &methods.item;
        return quote!(#item);
    }
    let none = hygienic!(::core::option::Option::None);
    assemble(methods, &hygienic!(true), &none, &TokenStream::new())
}

fn assemble(
    methods: &Methods,
    mutates: &TokenStream,
    table: &TokenStream,
    implementations: &TokenStream,
) -> TokenStream {
    let private = methods.library.private();
    let (item, class) = (&methods.item, methods.class());
    let attributes = crate::model::cfgs(&item.attrs);
    let generated = hygienic! {
        #(#attributes)*
        const _: () = {
            #implementations
            impl #class {
                #[doc(hidden)]
                pub const __OWNED_MUTATES: bool = #mutates;
                #[doc(hidden)]
                pub const __OWNED_METHODS:
                    ::core::option::Option<&'static #private::Methods<Self>> = #table;
            }
        };
    };
    quote!(#item #generated)
}

/// The tables of a block, and the impls for the marker types in them.
#[derive(Default)]
struct Tables {
    entries: TokenStream,
    properties: TokenStream,
    slots: TokenStream,
    implementations: TokenStream,
}

impl Tables {
    fn add(&mut self, context: &Context<'_>) {
        let Context { marker, private, method, .. } = context;
        let cfgs = &method.callable.cfgs;
        let (table, kind, constructor, implementation) = match method.role {
            Role::Method => (&mut self.entries, "Entry", format_ident!("method"), entry(context)),
            Role::Static => {
                let constructor = format_ident!("static_method");
                (&mut self.entries, "Entry", constructor, entry(context))
            }
            Role::Class => {
                let constructor = format_ident!("class_method");
                (&mut self.entries, "Entry", constructor, entry(context))
            }
            Role::Getter => (&mut self.properties, "Property", format_ident!("get"), accessor(context)),
            Role::Setter => (&mut self.properties, "Property", format_ident!("set"), accessor(context)),
            Role::New | Role::Slot(_) => match slots::slot(context) {
                Some((constructor, implementation)) => (&mut self.slots, "Slot", constructor, implementation),
                // Comparisons are collected into one slot.
                None => return,
            },
        };
        let kind = format_ident!("{kind}");
        table.extend(hygienic!(#(#cfgs)* #private::#kind::#constructor::<#marker>(),));
        self.implementations.extend(hygienic! {
            #(#cfgs)*
            struct #marker;
            #(#cfgs)*
            #implementation
        });
    }
}

/// The signature of the class as Python calls it: that of `__init__`, else that of `#[new]`, which takes
/// anything where there is an `__init__`.
fn class_signature(methods: &Methods) -> TokenStream {
    let find = |wanted: fn(Role) -> bool| {
        let mut all = methods.methods.iter();
        all.find(|method| wanted(method.role) && method.callable.cfgs.is_empty())
    };
    let constructor = find(|role| matches!(role, Role::Slot(slot) if slot.name == "__init__"))
        .or_else(|| find(|role| role == Role::New));
    match constructor {
        Some(method) => {
            let text = text_signature(&method.callable, None);
            hygienic!(::core::option::Option::Some(#text))
        }
        None => hygienic!(::core::option::Option::None),
    }
}
