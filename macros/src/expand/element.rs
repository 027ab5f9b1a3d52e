//! `Element`, by its derive: where the fields lie is asked of rustc.

use super::{at, located};
use crate::model::{Crate, Element, ElementField};
use crate::stream::{Ident, Literal, Span, TokenStream};
use crate::template::{hygienic, spanned};

/// `#[derive(Element)]`. That any bytes are a value of each field is checked by what names its format.
pub(crate) fn derive_element(element: &Element) -> TokenStream {
    let (private, ident) = (element.library.private(), &element.ident);
    let whole = whole(element);
    if element.transparent {
        let implementation = implement(&element.library, ident, &format(&element.library, &element.fields[0]));
        return hygienic!(const _: () = { #implementation #whole };);
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
    let implementation = implement(&element.library, ident, &format);
    hygienic!(const _: () = { #implementation #whole };)
}

/// A pattern that names all fields, with their types: what another macro adds or changes later does not compile unseen.
fn whole(element: &Element) -> TokenStream {
    let (mut pattern, mut types) = (TokenStream::new(), TokenStream::new());
    for (index, field) in element.fields.iter().enumerate() {
        let (member, ty) = (&field.member, &field.ty);
        let bound = Ident::new(&format!("field_{index}"), Span::mixed_site());
        pattern.extend(hygienic!(#member: #bound,));
        types.extend(hygienic!(let _: #ty = #bound;));
    }
    let ident = &element.ident;
    hygienic! {
        fn fields(item: #ident) {
            let #ident { #pattern } = item;
            #types
        }
    }
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
