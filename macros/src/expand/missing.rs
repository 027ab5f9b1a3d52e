//! What stands for the impls of derives that the library was built without, so that what uses them says nothing more.

use crate::model::Crate;
use crate::template::hygienic;
use proc_macro2::{Ident, TokenStream};
use quote::quote;
use syn::{Generics, parse_quote};

pub(crate) fn from_py(ident: &Ident, generics: &Generics) -> TokenStream {
    let private = Crate::default().private();
    let (_, arguments, bounds) = generics.split_for_impl();
    let lifetimes = [hygienic!('__owner), hygienic!('__py)];
    let parameters = with(generics, &lifetimes);
    let [owner, py] = lifetimes;
    hygienic! {
        impl #parameters #private::FromPy<#owner, #py> for #ident #arguments #bounds {
            fn from_py(_: #private::Borrowed<#owner, #py, #private::Any>) -> #private::Result<Self> {
                ::core::unreachable!()
            }
        }
    }
}

pub(crate) fn into_py(ident: &Ident, generics: &Generics) -> TokenStream {
    let (_, arguments, _) = generics.split_for_impl();
    let this = hygienic!('__this);
    let by_value = into(generics, &hygienic!(#ident #arguments), &[hygienic!('__py)]);
    let by_reference = into(generics, &hygienic!(&#this #ident #arguments), &[this.clone(), hygienic!('__py)]);
    quote!(#by_value #by_reference)
}

fn into(generics: &Generics, ty: &TokenStream, lifetimes: &[TokenStream]) -> TokenStream {
    let private = Crate::default().private();
    let parameters = with(generics, lifetimes);
    let (_, _, bounds) = generics.split_for_impl();
    hygienic! {
        impl #parameters #private::IntoPy<'__py> for #ty #bounds {
            type Target = #private::Any;
            fn into_py(self, _: #private::Python<'__py>) -> #private::Result<#private::Owned<'__py, #private::Any>> {
                ::core::unreachable!()
            }
        }
    }
}

/// The user's parameters, after lifetimes of our own.
fn with(generics: &Generics, lifetimes: &[TokenStream]) -> TokenStream {
    let mut generics = generics.clone();
    for lifetime in lifetimes {
        generics.params.insert(0, parse_quote!(#lifetime));
    }
    let (parameters, _, _) = generics.split_for_impl();
    hygienic!(#parameters)
}
