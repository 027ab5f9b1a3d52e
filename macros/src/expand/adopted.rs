//! A class that adopts a type of C's: what stands for it, and the check of its fields.

use super::{at, c_constant, located, traverse};
use crate::model::{Adopts, Class, MadeOf, Name};
use crate::stream::{Ident, Span, TokenStream};
use crate::template::{hygienic, spanned};
use crate::tokens::attributes;

/// What the class is to Python and to C.
pub(super) fn adopted(class: &Class, adopts: &Adopts) -> TokenStream {
    let (private, ident) = (class.library.private(), class.ident());
    let traverse = traverse::nothing(&class.library, ident, &class.generics);
    let (name, doc) = (c_constant("NAME", &class.name.c_string()), c_constant("DOC", c""));
    let symbol = Ident::new(&format!("owned_c_{}", Name::of(&adopts.symbol).text), Span::mixed_site());
    let source = match adopts.made_of {
        MadeOf::Type => hygienic!(#private::Source::of_type),
        MadeOf::Spec => hygienic!(#private::Source::of_spec),
    };
    let c_struct = adopts.c_struct.to_string();
    let mut checks = TokenStream::new();
    for field in &class.starts {
        let (ty, span) = (&field.ty, at(field.ty.span()));
        let (door, cfgs) = (located(&private, span), attributes(&field.cfgs));
        checks.extend(spanned!(span => #cfgs #door::is_c_field::<#ty>();));
    }
    hygienic! {
        use #private::NoMethodsTable as _;
        unsafe extern "C" {
            static #symbol: *mut ::core::ffi::c_void;
        }
        #traverse
        unsafe impl #private::Class for #ident {
            #name
            #doc
            const OPTIONS: #private::Options = #private::Options::PLAIN;
            type Base = #private::Any;
            type State = #private::Frozen;
            const FIELDS: &'static #private::Methods<Self> = &#private::Methods::NONE;
            const METHODS: ::core::option::Option<&'static #private::Methods<Self>> = #ident::__OWNED_METHODS;
            const ADOPTED: bool = true;
            fn cell() -> &'static #private::TypeCell<Self> {
                static CELL: #private::TypeCell<#ident> = #private::TypeCell::new();
                &CELL
            }
        }
        unsafe impl #private::Adopted for #ident {
            const C_STRUCT: &'static str = #c_struct;
            const SOURCE: fn() -> #private::Source = || {
                // SAFETY: by `unsafe(adopt(…))`, the C code that is linked has it under this name, and never changes it.
                #source(unsafe { #symbol })
            };
        }
        impl #ident {
            #[doc(hidden)]
            pub const __OWNED_ITEM: #private::Item = #private::Item::adopted::<#ident>();
        }
        const _: #private::Item = #ident::__OWNED_ITEM;
        const _: () = { #checks };
    }
}
