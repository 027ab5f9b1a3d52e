//! What stands for the impls of derives that the library was built without, so that what uses them says nothing more.

use crate::model::Crate;
use crate::stream::{Ident, Span, TokenStream};
use crate::syntax::{Generics, Lifetime};
use crate::template::hygienic;

pub(crate) fn from_py(ident: &Ident, generics: &Generics) -> TokenStream {
    let private = Crate::default().private();
    let (_, arguments, bounds) = generics.split_for_impl();
    let lifetimes = [ours("__owner"), ours("__py")];
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
    let this = ours("__this");
    let by_value = into(generics, &hygienic!(#ident #arguments), &[ours("__py")]);
    let by_reference = into(generics, &hygienic!(&#this #ident #arguments), &[this.clone(), ours("__py")]);
    hygienic!(#by_value #by_reference)
}

fn into(generics: &Generics, ty: &TokenStream, lifetimes: &[Lifetime]) -> TokenStream {
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

/// A lifetime that is no name of the user's.
fn ours(name: &str) -> Lifetime {
    Lifetime::new(name, Span::mixed_site())
}

/// The user's parameters, after lifetimes of our own.
fn with(generics: &Generics, lifetimes: &[Lifetime]) -> TokenStream {
    let mut generics = generics.clone();
    for lifetime in lifetimes {
        generics.add_lifetime(lifetime.clone());
    }
    let (parameters, _, _) = generics.split_for_impl();
    hygienic!(#parameters)
}
