//! Methods, static and class methods, and properties: one marker type and one impl each.

use super::arguments::{parse, passed, variable};
use super::text_signature::text_signature;
use super::{at, hygienic, located, respan_ident};
use crate::model::{Method, Methods, Receiver, Role};
use proc_macro2::{Ident, TokenStream};
use quote::quote_spanned;
use syn::spanned::Spanned as _;

/// What the expansion of one method needs to know.
pub(super) struct Context<'a> {
    pub(super) methods: &'a Methods,
    pub(super) method: &'a Method,
    /// The type that stands for the method.
    pub(super) marker: &'a Ident,
    pub(super) private: &'a TokenStream,
}

impl Context<'_> {
    /// Statements that read `args`.
    pub(super) fn parse(&self) -> TokenStream {
        let name = match self.method.role {
            Role::New => "__new__",
            _ => &self.method.callable.name.text,
        };
        parse(&self.method.callable, name, Some(self.methods.class()), self.private)
    }

    /// Statements that convert the one operand `operand`, which messages call `what`.
    pub(super) fn operand(&self, what: &str) -> TokenStream {
        let private = self.private;
        let convert = self.method.callable.arguments().map(|(_, ty)| {
            let (argument, span) = (variable(0, ty), at(ty.span()));
            let private = located(private, span);
            let value = quote_spanned!(span => #private::value(operand, #what)?);
            hygienic!(let #argument = #value;)
        });
        convert.collect()
    }

    /// Statements that call the user's function and end with `convert(result)`. The arguments have
    /// been converted before the object is borrowed, and the result is converted after the borrow
    /// has ended unless it may be part of it: a conversion may run Python code.
    pub(super) fn call(&self, convert: impl FnOnce(TokenStream) -> TokenStream) -> TokenStream {
        let callable = &self.method.callable;
        let (class, function) = (self.methods.class(), respan_ident(&callable.ident));
        let passed = passed(callable, self.method.receiver);
        let end = quote_spanned!(at(callable.output) => ::core::mem::drop(this););
        let (borrow, release) = match self.method.receiver {
            Receiver::None | Receiver::Handle(_) => (None, None),
            Receiver::Shared => (Some(hygienic!(let this = slf.borrow()?;)), Some(end)),
            Receiver::Exclusive => (Some(hygienic!(let mut this = slf.borrow_mut()?;)), Some(end)),
        };
        let release = release.filter(|_| !callable.output_borrows);
        let converted = convert(hygienic!(result));
        hygienic! {
            #borrow
            let result = <#class>::#function(#passed);
            #release
            #converted
        }
    }

    /// [`Self::call`] with a function of `__private` for the conversion, shown at the return type.
    pub(super) fn call_with(&self, function: &str, py: bool) -> TokenStream {
        let private = self.private;
        let span = at(self.method.callable.output);
        let (private, function) = (located(private, span), Ident::new(function, span));
        self.call(|result| {
            let py = py.then(|| hygienic!(py,));
            quote_spanned!(span => #private::#function(#py #result))
        })
    }
}

/// The constant `NAME`.
fn name(context: &Context<'_>) -> TokenStream {
    let name = context.method.callable.name.c_string();
    hygienic!(const NAME: &'static ::core::ffi::CStr = #name;)
}

/// The constants `NAME` and `DOC`, the docstring behind a text signature.
fn names(context: &Context<'_>, first: Option<&str>) -> TokenStream {
    let callable = &context.method.callable;
    let signature = text_signature(callable, first);
    let doc = callable.doc.with_signature(&callable.name, &signature);
    let name = name(context);
    hygienic! {
        #name
        const DOC: &'static ::core::ffi::CStr = #doc;
    }
}

/// The impl that makes the marker a method, a static method or a class method.
pub(super) fn entry(context: &Context<'_>) -> TokenStream {
    let Context { marker, private, methods, .. } = context;
    let class = methods.class();
    let (parse, call) = (context.parse(), context.call_with("ret", true));
    let object = hygienic!(#private::Result<#private::Owned<'py, #private::Any>>);
    match context.method.role {
        Role::Static => {
            let names = names(context, None);
            hygienic! {
                impl #private::Function for #marker {
                    #names
                    fn call<'py>(
                        py: #private::Python<'py>,
                        args: #private::Args<'_, 'py>,
                    ) -> #object {
                        #parse
                        #call
                    }
                }
            }
        }
        Role::Class => {
            let names = names(context, Some("$type"));
            hygienic! {
                impl #private::ClassMethod for #marker {
                    #names
                    fn call<'a, 'py>(
                        class: #private::Borrowed<'a, 'py, #private::Type>,
                        args: #private::Args<'a, 'py>,
                    ) -> #object {
                        let py = class.py();
                        #parse
                        #call
                    }
                }
            }
        }
        _ => {
            let names = names(context, Some("$self"));
            hygienic! {
                impl #private::Method<#class> for #marker {
                    #names
                    fn call<'a, 'py>(
                        slf: #private::Borrowed<'a, 'py, #class>,
                        args: #private::Args<'a, 'py>,
                    ) -> #object {
                        let py = slf.py();
                        #parse
                        #call
                    }
                }
            }
        }
    }
}

/// The impl that makes the marker a getter or a setter.
pub(super) fn accessor(context: &Context<'_>) -> TokenStream {
    let Context { marker, private, methods, .. } = context;
    let class = methods.class();
    let name = name(context);
    if context.method.role == Role::Getter {
        let call = context.call_with("ret", true);
        let doc = context.method.callable.doc.c_string();
        return hygienic! {
            impl #private::Getter<#class> for #marker {
                #name
                const DOC: &'static ::core::ffi::CStr = #doc;
                fn get<'a, 'py>(
                    slf: #private::Borrowed<'a, 'py, #class>,
                ) -> #private::Result<#private::Owned<'py, #private::Any>> {
                    let py = slf.py();
                    #call
                }
            }
        };
    }
    let operand = context.operand(&context.method.callable.name.text);
    let call = context.call_with("plain", false);
    hygienic! {
        impl #private::Setter<#class> for #marker {
            #name
            fn set<'a, 'py>(
                slf: #private::Borrowed<'a, 'py, #class>,
                operand: #private::Borrowed<'a, 'py, #private::Any>,
            ) -> #private::Result<()> {
                let py = slf.py();
                #operand
                #call
            }
        }
    }
}
