//! `Element`, by its derive: where the fields lie is asked of rustc.

use super::{at, located};
use crate::model::{Crate, Element, ElementField};
use crate::template::{hygienic, spanned};
use proc_macro2::{Ident, Literal, TokenStream};
use syn::spanned::Spanned as _;

/// `#[derive(Element)]`. That any bytes are a value of each field is checked by what names its format.
pub(crate) fn derive_element(element: &Element) -> TokenStream {
    let (private, ident) = (element.library.private(), &element.ident);
    if element.transparent {
        let format = format(&element.library, &element.fields[0]);
        return implement(&element.library, ident, &format);
    }
    let mut fields = TokenStream::new();
    for field in &element.fields {
        let format = format(&element.library, field);
        let member = &field.member;
        let name = match &field.name {
            Some(name) => {
                let text = Literal::string(&name.text);
                hygienic!(::core::option::Option::Some(#text))
            }
            None => hygienic!(::core::option::Option::None),
        };
        fields.extend(hygienic! {
            #private::Field::new(#name, ::core::mem::offset_of!(#ident, #member), #format),
        });
    }
    let name = Literal::string(&ident.to_string());
    let format = hygienic! {
        {
            const FIELDS: &[#private::Field] = &[#fields];
            &#private::Format::structure(#name, ::core::mem::size_of::<#ident>(), FIELDS)
        }
    };
    implement(&element.library, ident, &format)
}

/// Stands in where there was a mistake, so that what uses the struct says nothing more.
pub(crate) fn element_stub(ident: &Ident) -> TokenStream {
    let (library, private) = (Crate::default(), Crate::default().private());
    implement(&library, ident, &hygienic!(<::core::primitive::u8 as #private::Element>::FORMAT))
}

fn implement(library: &Crate, ident: &Ident, format: &TokenStream) -> TokenStream {
    let private = library.private();
    hygienic! {
        unsafe impl #private::Element for #ident {
            const FORMAT: &'static #private::Format = #format;
        }
    }
}

/// The format of a field, at its type: what is none is said there.
fn format(library: &Crate, field: &ElementField) -> TokenStream {
    let (ty, span) = (&field.ty, at(field.ty.span()));
    let private = located(&library.private(), span);
    spanned!(span => <#ty as #private::Element>::FORMAT)
}
