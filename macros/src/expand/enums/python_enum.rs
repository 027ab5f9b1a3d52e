//! `#[enumeration]`: the enum, and what makes it a class of the module `enum`.

use crate::expand::{derive_no_refs, respan_ident};
use crate::features;
use crate::model::{Derived, EnumValue, Enumeration, Shape};
use crate::stream::{Ident, Span, TokenStream};
use crate::template::hygienic;
use crate::tokens::attributes;

/// Expands a checked enumeration; `stub` has no values in Python.
pub(crate) fn python_enum(enumeration: &Enumeration, stub: bool) -> TokenStream {
    let private = enumeration.library.private();
    let Enumeration { item, kind, .. } = enumeration;
    let ident = enumeration.ident();
    if !item.generics.params.is_empty() {
        return hygienic!(#item);
    }
    let cfgs = attributes(&enumeration.cfgs);
    let (name, doc) = (enumeration.name.c_string(), enumeration.doc.c_string());
    let (mut members, mut numbers) = (TokenStream::new(), TokenStream::new());
    if !stub {
        for value in &enumeration.values {
            let EnumValue { ident: variant, cfgs, .. } = value;
            let (variant, name, cfgs) = (respan_ident(variant), &value.name.text, attributes(cfgs));
            let text = match &value.text {
                Some(text) => {
                    let text = &text.text;
                    hygienic!(::core::option::Option::Some(#text))
                }
                None => hygienic!(::core::option::Option::None),
            };
            members.extend(hygienic! {
                #cfgs
                #private::Member { variant: #ident::#variant, name: #name, number: #ident::#variant as i64, text: #text },
            });
            numbers.extend(hygienic! {
                #cfgs
                if ::core::matches!(self, #ident::#variant) {
                    return at;
                }
                #cfgs
                { at += 1; }
            });
        }
    }
    let no_refs = derive_no_refs(&Derived {
        library: enumeration.library.clone(),
        ident: ident.clone(),
        generics: item.generics.clone(),
        shape: Shape::Nothing,
    });
    let hint = |says: &str| {
        let says = Ident::new(says, Span::mixed_site());
        features::stubs().then(|| hygienic!(const #says: #private::TypeHint = #private::enumeration_hint::<#ident>();))
    };
    let (accepts, gives) = (hint("ACCEPTS"), hint("GIVES"));
    let generated = hygienic! {
        #cfgs
        const _: () = {
            #no_refs
            impl ::core::marker::Copy for #ident {}
            impl ::core::clone::Clone for #ident {
                fn clone(&self) -> Self {
                    *self
                }
            }
            impl #private::Enumeration for #ident {
                const NAME: &'static ::core::ffi::CStr = #name;
                const DOC: &'static ::core::ffi::CStr = #doc;
                const KIND: &'static ::core::primitive::str = #kind;
                const MEMBERS: &'static [#private::Member<Self>] = &[#members];
                fn cell() -> &'static #private::TypeCell<Self> {
                    static CELL: #private::TypeCell<#ident> = #private::TypeCell::new();
                    &CELL
                }
                fn member(self) -> usize {
                    let mut at = 0;
                    #numbers
                    at
                }
            }
            impl<'py> #private::IntoPy<'py> for #ident {
                type Target = #private::Any;
                #gives
                fn into_py(self, py: #private::Python<'py>) -> #private::Result<#private::Owned<'py, #private::Any>> {
                    #private::member_into_py(py, self)
                }
            }
            impl<'py> #private::IntoPy<'py> for &#ident {
                type Target = #private::Any;
                #gives
                fn into_py(self, py: #private::Python<'py>) -> #private::Result<#private::Owned<'py, #private::Any>> {
                    #private::member_into_py(py, *self)
                }
            }
            impl #private::FromPy<'_, '_> for #ident {
                #accepts
                fn from_py(object: #private::Borrowed<'_, '_, #private::Any>) -> #private::Result<Self> {
                    #private::member_from_py(object)
                }
            }
            impl #ident {
                #[doc(hidden)]
                pub const __OWNED_ITEM: #private::Item = #private::Item::enumeration::<#ident>();
            }
        };
    };
    hygienic!(#item #generated)
}
