//! `#[function]`: the function, and a module of the same name that describes it.

use super::arguments::{parse, passed, signature};
use super::coroutine::{Called, coroutine};
use super::text_signature::text_signature;
use super::{at, c_constant, described, located, object, respan, respan_ident};
use crate::features;
use crate::model::{Function, Receiver};
use crate::stream::{ToTokens as _, TokenStream};
use crate::template::{hygienic, spanned};
use crate::tokens::attributes;

/// Expands a checked function; `stub` does not call it.
pub(crate) fn function(function: &Function, stub: bool) -> TokenStream {
    let private = function.library.private();
    let (item, callable) = (&function.item, &function.callable);
    let ident = respan_ident(&callable.ident);
    let visibility = respan(item.vis.to_token_stream());
    let cfgs = attributes(&callable.cfgs);
    let (name, doc, object) = (c_constant("NAME", &callable.name.c_string()), &callable.doc, object(&private));
    let signature = signature(callable, &callable.name.text, None, &private);
    let (doc, body) = if stub {
        (doc.c_string(), hygienic!(#private::ret(py, ())))
    } else {
        let doc = doc.with_signature(&callable.name, &text_signature(callable, None));
        let parse = parse(callable, &hygienic!(Self::SIGNATURE), None, &private);
        if callable.is_async() {
            let called = Called { function: hygienic!(#ident), class: None, receiver: Receiver::None };
            (doc, coroutine(callable, &called, &parse, &private))
        } else {
            let passed = passed(callable, Receiver::None);
            let call = hygienic!(let result = #ident(#passed););
            let span = at(callable.output);
            let door = located(&private, span);
            let convert = spanned!(span => #door::ret(py, result));
            (doc, hygienic!(#parse #call #convert))
        }
    };
    let doc = c_constant("DOC", &doc);
    let described = features::stubs().then(|| {
        let described = described::function(callable, &private);
        hygienic! {
            impl #ident::Marker {
                #[doc(hidden)]
                pub const __OWNED_DESCRIBED: #private::Described = #described;
            }
        }
    });
    let says = features::stubs().then(|| hygienic!(.described(&Marker::__OWNED_DESCRIBED)));
    let generated = hygienic! {
        #cfgs
        #[doc(hidden)]
        #visibility mod #ident {
            pub struct Marker;
            pub const __OWNED_ITEM: #private::Item = #private::Item::function::<Marker>()#says;
        }
        #cfgs
        const _: () = {
            #described
            impl #private::Function for #ident::Marker {
                #name
                #doc
                const SIGNATURE: &'static #private::Signature = &#signature;
                #[inline]
                fn call<'py>(
                    py: #private::Python<'py>,
                    args: #private::Args<'_, 'py>,
                ) -> #private::Result<#object> {
                    #body
                }
            }
        };
    };
    hygienic!(#item #generated)
}
