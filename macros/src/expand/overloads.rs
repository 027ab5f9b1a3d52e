//! Functions of one name in Python: the first whose parameters take the arguments is called.

use super::arguments::variable;
use super::entries::{Context, entry_of, name};
use super::text_signature::text_signature;
use super::{c_constant, slots};
use crate::model::{Documentation, Method, Role};
use crate::stream::TokenStream;
use crate::template::hygienic;
use crate::tokens::attributes;
use std::ffi::CString;

/// The impl that makes the marker of the first stand for all of them.
pub(super) fn overloads(all: &[Context<'_>]) -> TokenStream {
    let first = &all[0];
    let private = first.private;
    let mut tries = TokenStream::new();
    let mut signatures: Vec<String> = Vec::new();
    for context in all {
        let callable = &context.method.callable;
        let cfgs = attributes(&callable.cfgs);
        let mut values = TokenStream::new();
        for (index, (_, ty)) in callable.arguments().into_iter().enumerate() {
            let value = variable(index, ty);
            values.extend(hygienic!(#value,));
        }
        let parse = context.parse();
        let call = match context.method.role {
            Role::New => slots::make(context),
            _ => context.call_with("ret", true),
        };
        let text = signature(context.method);
        tries.extend(hygienic! {
            #cfgs
            {
                let parsed = (|| -> #private::Result<_> {
                    #parse
                    ::core::result::Result::Ok((#values))
                })();
                if let ::core::option::Option::Some((#values)) = tried.fits(py, #text, parsed)? {
                    return { #call };
                }
            }
        });
        signatures.push(text);
    }
    let function = match first.method.role {
        Role::New => first.methods.class().last().map_or_else(String::new, |last| last.ident.to_string()),
        _ => first.method.callable.name.text.clone(),
    };
    let body = hygienic! {
        let mut tried = #private::Tried::default();
        #tries
        ::core::result::Result::Err(tried.none_fits(#function))
    };
    if first.method.role == Role::New {
        return slots::constructor(first, &body);
    }
    let doc = c_constant("DOC", &documentation(all, &signatures));
    let name = name(first);
    let names = hygienic! {
        #name
        #doc
        const SIGNATURE: &'static #private::Signature = &#private::Signature::ANYTHING;
    };
    entry_of(first, &names, &body)
}

/// `scale(factor)`, as a message and the docstring show it.
fn signature(method: &Method) -> String {
    let name = if method.role == Role::New { "" } else { method.callable.name.text.as_str() };
    format!("{name}{}", text_signature(&method.callable, None))
}

/// The signatures, a line each, and what is said of each function.
fn documentation(all: &[Context<'_>], signatures: &[String]) -> CString {
    let mut text = String::new();
    for signature in signatures {
        text += if text.is_empty() { "" } else { "\n" };
        text += signature;
    }
    for context in all {
        let Documentation(said) = &context.method.callable.doc;
        if !said.is_empty() {
            text.push_str("\n\n");
            text.push_str(said);
        }
    }
    Documentation(text).c_string()
}
