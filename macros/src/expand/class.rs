//! `#[class]`: the struct, `Traverse`, `Class`, and the properties of its fields.

use super::entries::{holder, section};
use super::enumeration::enumeration;
use super::from_fields::{Given, from_fields};
use super::{any_present, at, c_constant, hygienic, lent, located, object, traverse};
use crate::messages;
use crate::model::{Class, Crate, Field};
use crate::tokens::attributes;
use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::spanned::Spanned as _;
use syn::{Attribute, GenericParam, Generics, parse_quote};

/// Expands a checked class, or the stub of one.
pub(crate) fn class(class: &Class) -> TokenStream {
    let item = &class.item;
    if !class.generics.params.is_empty() {
        let stub = generic_stub(class);
        return quote!(#item #stub);
    }
    let private = class.library.private();
    let (ident, cfgs) = (class.ident(), attributes(&class.cfgs));
    let traverse = traverse::class(class);
    let (name, doc) = (c_constant("NAME", &class.name.c_string()), c_constant("DOC", &class.doc.c_string()));
    let (subclass, dict, weakref) = (class.subclass, class.dict, class.weakref);
    let (sequence, mapping) = (class.sequence, class.mapping);
    let (base, extensible) = base(class);
    let state = state(class);
    let (mut entries, mut accessors) = (TokenStream::new(), TokenStream::new());
    for (index, field) in class.fields.iter().enumerate() {
        property(class, index, field, &mut entries, &mut accessors);
    }
    let mut given = from_fields(class, &private);
    if let Some(values) = &class.values {
        enumeration(class, values, &private, &mut given);
    }
    let Given { methods, slots, attributes, text_signature, value, implementations } = given;
    let generated = hygienic! {
        #cfgs
        const _: () = {
            use #private::{NoMethods as _, NoMethodsTable as _};
            #traverse
            #extensible
            impl #private::Class for #ident {
                #name
                #doc
                const OPTIONS: #private::Options = #private::Options {
                    subclass: #subclass,
                    dict: #dict,
                    weakref: #weakref,
                    sequence: #sequence,
                    mapping: #mapping,
                };
                type Base = #base;
                type State = <#private::Choose<{ #state }> as #private::Choice>::State;
                const FIELDS: &'static #private::Methods<Self> = &#private::Methods {
                    entries: &[#methods],
                    properties: &[#entries],
                    slots: &[#slots],
                    attributes: &[#attributes],
                    text_signature: #text_signature,
                };
                const METHODS: ::core::option::Option<&'static #private::Methods<Self>> =
                    #ident::__OWNED_METHODS;
                fn cell() -> &'static #private::TypeCell<Self> {
                    static CELL: #private::TypeCell<#ident> = #private::TypeCell::new();
                    &CELL
                }
                #value
            }
            impl #ident {
                #[doc(hidden)]
                pub const __OWNED_ITEM: #private::Item = #private::Item::class::<#ident>();
            }
            #accessors
            #implementations
        };
    };
    quote!(#item #generated)
}

/// What stands for a generic class, which has been refused.
fn generic_stub(class: &Class) -> TokenStream {
    refused(&class.library, class.ident(), &class.generics, &class.cfgs)
}

/// What stands for a type that cannot be a class: a class, so that those who use it say nothing.
pub(crate) fn refused(library: &Crate, ident: &Ident, generics: &Generics, cfgs: &[Attribute]) -> TokenStream {
    let (private, cfgs) = (library.private(), attributes(cfgs));
    let traverse = traverse::nothing(library, ident, generics);
    let item = item_of_one(ident, generics).map(|one| {
        hygienic! {
            impl #one {
                #[doc(hidden)]
                pub const __OWNED_ITEM: #private::Item = #private::Item::class::<#one>();
            }
        }
    });
    let mut generics = generics.clone();
    let bound = hygienic!(Self: ::core::marker::Send + ::core::marker::Sync + 'static);
    generics.make_where_clause().predicates.push(parse_quote!(#bound));
    let (parameters, arguments, bounds) = generics.split_for_impl();
    let (name, doc) = (c_constant("NAME", c"refused"), c_constant("DOC", c""));
    hygienic! {
        #cfgs
        const _: () = {
            #traverse
            impl #parameters #private::Class for #ident #arguments #bounds {
                #name
                #doc
                const OPTIONS: #private::Options =
                    #private::Options {
                        subclass: false, dict: false, weakref: false, sequence: false, mapping: false,
                    };
                type Base = #private::Any;
                type State = #private::Mutable;
                const FIELDS: &'static #private::Methods<Self> = &#private::Methods::NONE;
                const METHODS: ::core::option::Option<&'static #private::Methods<Self>> =
                    ::core::option::Option::None;
                fn cell() -> &'static #private::TypeCell<Self> {
                    loop {}
                }
            }
            #item
        };
    }
}

/// The type with each parameter filled in: a module names the class without them, and one such type is found. None
/// where nothing fits.
fn item_of_one(ident: &Ident, generics: &Generics) -> Option<TokenStream> {
    let mut arguments = TokenStream::new();
    for parameter in &generics.params {
        arguments.extend(match parameter {
            GenericParam::Lifetime(_) => hygienic!('static,),
            GenericParam::Type(_) => hygienic!((),),
            GenericParam::Const(_) => return None,
        });
    }
    Some(if generics.params.is_empty() { hygienic!(#ident) } else { hygienic!(#ident<#arguments>) })
}

/// What the class extends, and the check that it can be extended, shown where the user names it.
fn base(class: &Class) -> (TokenStream, TokenStream) {
    let private = class.library.private();
    let Some(base) = &class.base else {
        return (hygienic!(#private::Any), TokenStream::new());
    };
    let (span, text) = (base.span(), messages::final_base(&path_text(base)));
    let door = located(&private, at(span));
    let check = quote_spanned! {
        at(span) => const _: () = ::core::assert!(<#base as #door::Base>::EXTENSIBLE, #text);
    };
    (quote!(#base), check)
}

fn path_text(path: &syn::Path) -> String {
    let mut text = String::new();
    for segment in &path.segments {
        text += if text.is_empty() { "" } else { "::" };
        text += &segment.ident.to_string();
    }
    text
}

/// Whether something of the class can change: a settable field, or a `&mut self` in `#[methods]`, whose inherent
/// constant shadows that of the trait. An instance over a built-in type needs the word to say when its own part is there.
fn state(class: &Class) -> TokenStream {
    let settable = class.fields.iter().filter(|field| field.access.set);
    let conditions: Vec<_> = settable.map(|field| field.cfgs.as_slice()).collect();
    let settable = any_present(&conditions);
    let ident = class.ident();
    if let Some(base) = &class.base {
        let private = class.library.private();
        return hygienic! {
            #settable || #ident::__OWNED_MUTATES || <#base as #private::Base>::SIZE.is_none()
        };
    }
    match settable.to_string().as_str() {
        "true" => settable,
        "false" => hygienic!(#ident::__OWNED_MUTATES),
        _ => hygienic!(#settable || #ident::__OWNED_MUTATES),
    }
}

/// Adds the entries of a field in the table of properties, and the types that stand for its accessors.
fn property(class: &Class, index: usize, field: &Field, entries: &mut TokenStream, accessors: &mut TokenStream) {
    let private = class.library.private();
    let (ident, cfgs) = (class.ident(), attributes(&field.cfgs));
    let (member, ty) = (&field.member, &field.ty);
    let (holder, section) = (holder(&field.name.text, &private), section(&private));
    let (name, doc) = (c_constant("NAME", &field.name.c_string()), c_constant("DOC", &field.doc.c_string()));
    let (slf, object) = (lent(&private, ident), object(&private));
    let span = at(ty.span());
    let door = located(&private, span);
    if field.access.get {
        let marker = format_ident!("__OwnedGet{index}", span = at(ident.span()));
        let read = quote_spanned!(span => #door::ret(slf.py(), &this.#member));
        entries.extend(hygienic!(#cfgs #private::Property::get::<#marker>(),));
        accessors.extend(hygienic! {
            #cfgs
            struct #marker;
            #cfgs
            impl #private::Getter<#ident> for #marker {
                #name
                #doc
                fn get<'a, 'py>(slf: #slf) -> #private::Result<#object> {
                    #section
                    let this = #private::hold(slf, #holder, &mut section)?;
                    #read
                }
            }
        });
    }
    if field.access.set {
        let marker = format_ident!("__OwnedSet{index}", span = at(ident.span()));
        let what = &field.name.text;
        let convert = quote_spanned!(span => #door::value(value, #what)?);
        entries.extend(hygienic!(#cfgs #private::Property::set::<#marker>(),));
        // The old value is declared first, so that it is dropped after the borrow has ended: its drop
        // may run Python code.
        accessors.extend(hygienic! {
            #cfgs
            struct #marker;
            #cfgs
            impl #private::Setter<#ident> for #marker {
                #name
                fn set<'a, 'py>(
                    slf: #slf,
                    value: #private::Borrowed<'a, 'py, #private::Any>,
                ) -> #private::Result<()> {
                    let value: #ty = #convert;
                    let _old;
                    #section
                    let mut this = #private::hold_mut(slf, #holder, &mut section)?;
                    _old = ::core::mem::replace(&mut this.#member, value);
                    ::core::result::Result::Ok(())
                }
            }
        });
    }
}
