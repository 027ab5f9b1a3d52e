//! `#[class]`: the struct, `Traverse`, `Class`, and the properties of its fields.

use super::{any_present, at, hygienic, located, traverse};
use crate::model::{Class, Crate, Field};
use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::spanned::Spanned as _;
use syn::{Attribute, GenericParam, Generics, parse_quote};

/// Expands a checked class, or the stub of one.
pub(crate) fn class(class: &Class) -> TokenStream {
    let item = &class.item;
    if !item.generics.params.is_empty() {
        let stub = generic_stub(class);
        return quote!(#item #stub);
    }
    let private = class.library.private();
    let (ident, cfgs) = (class.ident(), &class.cfgs);
    let traverse = traverse::class(class);
    let (name, doc) = (class.name.c_string(), class.doc.c_string());
    let (subclass, dict, weakref) = (class.subclass, class.dict, class.weakref);
    let state = state(class);
    let fields = class.fields.iter().enumerate();
    let (entries, accessors): (Vec<_>, Vec<_>) = fields.map(|(index, field)| property(class, index, field)).unzip();
    let generated = hygienic! {
        #(#cfgs)*
        const _: () = {
            use #private::{NoMethods as _, NoMethodsTable as _};
            #traverse
            impl #private::Class for #ident {
                const NAME: &'static ::core::ffi::CStr = #name;
                const DOC: &'static ::core::ffi::CStr = #doc;
                const OPTIONS: #private::Options = #private::Options {
                    subclass: #subclass,
                    dict: #dict,
                    weakref: #weakref,
                };
                type State = <#private::Choose<{ #state }> as #private::Choice>::State;
                const FIELDS: &'static [#private::Property<Self>] = &[#(#entries)*];
                const METHODS: ::core::option::Option<&'static #private::Methods<Self>> =
                    #ident::__OWNED_METHODS;
                fn cell() -> &'static #private::TypeCell<Self> {
                    static CELL: #private::TypeCell<#ident> = #private::TypeCell::new();
                    &CELL
                }
            }
            impl #ident {
                #[doc(hidden)]
                pub const __OWNED_ITEM: #private::Item = #private::Item::class::<#ident>();
            }
            #(#accessors)*
        };
    };
    quote!(#item #generated)
}

/// What stands for a generic class, which has been refused.
fn generic_stub(class: &Class) -> TokenStream {
    refused(&class.library, class.ident(), &class.item.generics, &class.cfgs)
}

/// What stands for a type that cannot be a class: a class, so that those who use it say nothing.
pub(crate) fn refused(library: &Crate, ident: &Ident, generics: &Generics, cfgs: &[Attribute]) -> TokenStream {
    let private = library.private();
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
    hygienic! {
        #(#cfgs)*
        const _: () = {
            #traverse
            impl #parameters #private::Class for #ident #arguments #bounds {
                const NAME: &'static ::core::ffi::CStr = c"refused";
                const DOC: &'static ::core::ffi::CStr = c"";
                const OPTIONS: #private::Options =
                    #private::Options { subclass: false, dict: false, weakref: false };
                type State = #private::Mutable;
                const FIELDS: &'static [#private::Property<Self>] = &[];
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
    let arguments: Option<Vec<TokenStream>> = generics
        .params
        .iter()
        .map(|parameter| match parameter {
            GenericParam::Lifetime(_) => Some(hygienic!('static)),
            GenericParam::Type(_) => Some(hygienic!(())),
            GenericParam::Const(_) => None,
        })
        .collect();
    let arguments = arguments?;
    Some(if arguments.is_empty() { hygienic!(#ident) } else { hygienic!(#ident<#(#arguments),*>) })
}

/// Whether something of the class can change: a settable field, or a `&mut self` in `#[methods]`,
/// whose inherent constant shadows that of the trait.
fn state(class: &Class) -> TokenStream {
    let settable = class.fields.iter().filter(|field| field.access.set);
    let conditions: Vec<_> = settable.map(|field| field.cfgs.as_slice()).collect();
    let settable = any_present(&conditions);
    let ident = class.ident();
    match settable.to_string().as_str() {
        "true" => settable,
        "false" => hygienic!(#ident::__OWNED_MUTATES),
        _ => hygienic!(#settable || #ident::__OWNED_MUTATES),
    }
}

/// The entries of a field in the table of properties, and the types that stand for its accessors.
fn property(class: &Class, index: usize, field: &Field) -> (TokenStream, TokenStream) {
    let private = class.library.private();
    let (ident, cfgs) = (class.ident(), &field.cfgs);
    let (member, ty) = (&field.member, &field.ty);
    let (name, doc) = (field.name.c_string(), field.doc.c_string());
    let named = hygienic!(const NAME: &'static ::core::ffi::CStr = #name;);
    let span = at(ty.span());
    let door = located(&private, span);
    let mut entries = TokenStream::new();
    let mut accessors = TokenStream::new();
    if field.access.get {
        let marker = format_ident!("__OwnedGet{index}", span = at(ident.span()));
        let read = quote_spanned!(span => #door::ret(slf.py(), &this.#member));
        entries.extend(hygienic!(#(#cfgs)* #private::Property::get::<#marker>(),));
        accessors.extend(hygienic! {
            #(#cfgs)*
            struct #marker;
            #(#cfgs)*
            impl #private::Getter<#ident> for #marker {
                #named
                const DOC: &'static ::core::ffi::CStr = #doc;
                fn get<'a, 'py>(
                    slf: #private::Borrowed<'a, 'py, #ident>,
                ) -> #private::Result<#private::Owned<'py, #private::Any>> {
                    let this = slf.borrow()?;
                    #read
                }
            }
        });
    }
    if field.access.set {
        let marker = format_ident!("__OwnedSet{index}", span = at(ident.span()));
        let what = &field.name.text;
        let convert = quote_spanned!(span => #door::value(value, #what)?);
        entries.extend(hygienic!(#(#cfgs)* #private::Property::set::<#marker>(),));
        // The old value is declared first, so that it is dropped after the borrow has ended: its drop
        // may run Python code.
        accessors.extend(hygienic! {
            #(#cfgs)*
            struct #marker;
            #(#cfgs)*
            impl #private::Setter<#ident> for #marker {
                #named
                fn set<'a, 'py>(
                    slf: #private::Borrowed<'a, 'py, #ident>,
                    value: #private::Borrowed<'a, 'py, #private::Any>,
                ) -> #private::Result<()> {
                    let value: #ty = #convert;
                    let _old;
                    let mut this = slf.borrow_mut()?;
                    _old = ::core::mem::replace(&mut this.#member, value);
                    ::core::result::Result::Ok(())
                }
            }
        });
    }
    (entries, accessors)
}
