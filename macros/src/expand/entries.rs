//! Methods, static and class methods, and properties: one marker type and one impl each.

use super::arguments::{parse, passed, signature, variable};
use super::coroutine::{Called, coroutine};
use super::text_signature::text_signature;
use super::{at, c_constant, lent, located, object, respan_ident};
use crate::model::{Method, Methods, Receiver, Role};
use crate::stream::{Ident, Span, TokenStream};
use crate::template::{hygienic, spanned};

/// What the expansion of one method needs to know.
pub(super) struct Context<'a> {
    pub(super) methods: &'a Methods,
    pub(super) method: &'a Method,
    /// The type that stands for the method.
    pub(super) marker: &'a Ident,
    pub(super) private: &'a TokenStream,
}

impl Context<'_> {
    /// The method's `Signature`.
    fn signature(&self) -> TokenStream {
        let name = match self.method.role {
            Role::New => "__new__",
            _ => &self.method.callable.name.text,
        };
        signature(&self.method.callable, name, Some(self.methods.class()), self.private)
    }

    /// Statements that read `args` by the signature that `place` names.
    fn parse_by(&self, place: &TokenStream) -> TokenStream {
        parse(&self.method.callable, place, Some(self.methods.class()), self.private)
    }

    /// Statements that read `args`.
    pub(super) fn parse(&self) -> TokenStream {
        let (private, signature) = (self.private, self.signature());
        let parse = self.parse_by(&hygienic!(__OWNED_SIGNATURE));
        hygienic! {
            const __OWNED_SIGNATURE: &#private::Signature = &#signature;
            #parse
        }
    }

    /// Statements that convert the one operand `operand`, which messages call `what`.
    pub(super) fn operand(&self, what: &str) -> TokenStream {
        let private = self.private;
        let mut convert = TokenStream::new();
        for (_, ty) in self.method.callable.arguments() {
            let (argument, span) = (variable(0, ty), at(ty.span()));
            let private = located(private, span);
            let value = spanned!(span => #private::value(operand, #what)?);
            convert.extend(hygienic!(let #argument = #value;));
        }
        convert
    }

    /// Statements that call the user's function and end with `converted`, made of [`result`]. The arguments have
    /// been converted before the object is borrowed, and the result is converted after the borrow
    /// has ended unless it may be part of it: a conversion may run Python code.
    pub(super) fn call(&self, converted: &TokenStream) -> TokenStream {
        let callable = &self.method.callable;
        let private = self.private;
        let (class, function) = (self.methods.class(), respan_ident(&callable.ident));
        let holder = holder(&callable.name.text, private);
        let passed = passed(callable, self.method.receiver);
        let section = section(private);
        let end = spanned!(at(callable.output) => ::core::mem::drop(this););
        let (borrow, release) = match self.method.receiver {
            Receiver::None | Receiver::Handle(_) | Receiver::Kept => (None, None),
            Receiver::Shared => {
                (Some(hygienic!(#section let this = #private::hold(slf, #holder, &mut section)?;)), Some(end))
            }
            Receiver::Exclusive => {
                let span = at(callable.ident.span());
                let door = located(private, span);
                let held = spanned!(span => #door::hold_mut(slf, #holder, &mut section)?);
                (Some(hygienic!(#section let mut this = #held;)), Some(end))
            }
        };
        let release = release.filter(|_| !callable.output_borrows);
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
        let (py, result) = (py.then(|| hygienic!(py,)), result(span));
        self.call(&spanned!(span => #private::#function(#py #result)))
    }

    /// Statements that read the arguments, by `parse`, and call; of an `async fn`, those that make its coroutine.
    pub(super) fn run(&self, parse: &TokenStream, call: impl FnOnce() -> TokenStream) -> TokenStream {
        let callable = &self.method.callable;
        if callable.is_async() {
            let (class, function) = (self.methods.class(), respan_ident(&callable.ident));
            let function = hygienic!(<#class>::#function);
            let called = Called { function, class: Some(class), receiver: self.method.receiver };
            return coroutine(callable, &called, parse, self.private);
        }
        let call = call();
        hygienic!(#parse #call)
    }
}

/// The variable that has what the user's function returned. A value of the wrong type is shown where it is named.
pub(super) fn result(span: Span) -> Ident {
    Ident::new("result", span)
}

/// What another method's message calls the one of this name, while it holds the object.
pub(super) fn holder(name: &str, private: &TokenStream) -> TokenStream {
    hygienic!(&#private::MethodName(#name))
}

/// The variable in which the critical section of a method is while it holds its object: declared before the guard, so
/// that it is there until that is gone.
pub(super) fn section(private: &TokenStream) -> TokenStream {
    hygienic!(let mut section = #private::SectionPlace::new();)
}

/// The constant `NAME`.
pub(super) fn name(context: &Context<'_>) -> TokenStream {
    c_constant("NAME", &context.method.callable.name.c_string())
}

/// The constants `NAME`, `DOC` (the docstring behind a text signature) and `SIGNATURE`.
fn names(context: &Context<'_>, first: Option<&str>) -> TokenStream {
    let callable = &context.method.callable;
    let doc = c_constant("DOC", &callable.doc.with_signature(&callable.name, &text_signature(callable, first)));
    let (name, private, signature) = (name(context), context.private, context.signature());
    hygienic! {
        #name
        #doc
        const SIGNATURE: &'static #private::Signature = &#signature;
    }
}

/// The impl that makes the marker a method, a static method or a class method.
pub(super) fn entry(context: &Context<'_>) -> TokenStream {
    let first = match context.method.role {
        Role::Static => None,
        Role::Class => Some("$type"),
        _ => Some("$self"),
    };
    let parse = context.parse_by(&hygienic!(Self::SIGNATURE));
    entry_of(context, &names(context, first), &context.run(&parse, || context.call_with("ret", true)))
}

/// The same with these constants and this body.
pub(super) fn entry_of(context: &Context<'_>, names: &TokenStream, body: &TokenStream) -> TokenStream {
    let Context { marker, private, methods, .. } = context;
    let class = methods.class();
    let (object, slf) = (object(private), lent(private, class));
    match context.method.role {
        Role::Static => hygienic! {
            impl #private::Function for #marker {
                #names
                #[inline]
                fn call<'py>(
                    py: #private::Python<'py>,
                    args: #private::Args<'_, 'py>,
                ) -> #private::Result<#object> {
                    #body
                }
            }
        },
        Role::Class => hygienic! {
            impl #private::ClassMethod for #marker {
                #names
                #[inline]
                fn call<'a, 'py>(
                    class: #private::Borrowed<'a, 'py, #private::Type>,
                    args: #private::Args<'a, 'py>,
                ) -> #private::Result<#object> {
                    let py = class.py();
                    #body
                }
            }
        },
        _ => hygienic! {
            impl #private::Method<#class> for #marker {
                #names
                #[inline]
                fn call<'a, 'py>(
                    slf: #slf,
                    args: #private::Args<'a, 'py>,
                ) -> #private::Result<#object> {
                    let py = slf.py();
                    #body
                }
            }
        },
    }
}

/// The impl that makes the marker a class attribute.
pub(super) fn attribute(context: &Context<'_>) -> TokenStream {
    let Context { marker, private, .. } = context;
    let (name, call) = (name(context), context.call_with("ret", true));
    hygienic! {
        impl #private::Constant for #marker {
            #name
            fn value<'py>(
                py: #private::Python<'py>,
            ) -> #private::Result<#private::Owned<'py, #private::Any>> {
                #call
            }
        }
    }
}

/// The impl that makes the marker a getter, a setter or a deleter, of an object or of the class.
pub(super) fn accessor(context: &Context<'_>) -> TokenStream {
    let Context { marker, private, methods, .. } = context;
    let class = methods.class();
    let (name, slf) = (name(context), lent(private, class));
    if matches!(context.method.role, Role::Getter | Role::StaticGetter) {
        let call = context.call_with("ret", true);
        let (doc, object) = (c_constant("DOC", &context.method.callable.doc.c_string()), object(private));
        if context.method.role == Role::StaticGetter {
            return hygienic! {
                impl #private::StaticGetter for #marker {
                    #name
                    #doc
                    fn get<'py>(py: #private::Python<'py>) -> #private::Result<#object> {
                        #call
                    }
                }
            };
        }
        return hygienic! {
            impl #private::Getter<#class> for #marker {
                #name
                #doc
                #[inline]
                fn get<'a, 'py>(slf: #slf) -> #private::Result<#object> {
                    let py = slf.py();
                    #call
                }
            }
        };
    }
    let call = context.call_with("plain", false);
    if context.method.role == Role::Deleter {
        return hygienic! {
            impl #private::Deleter<#class> for #marker {
                #name
                fn delete<'a, 'py>(slf: #private::Borrowed<'a, 'py, #class>) -> #private::Result<()> {
                    let py = slf.py();
                    #call
                }
            }
        };
    }
    let operand = context.operand(&context.method.callable.name.text);
    if context.method.role == Role::StaticSetter {
        return hygienic! {
            impl #private::StaticSetter for #marker {
                #name
                fn set<'py>(
                    py: #private::Python<'py>,
                    operand: #private::Borrowed<'_, 'py, #private::Any>,
                ) -> #private::Result<()> {
                    #operand
                    #call
                }
            }
        };
    }
    hygienic! {
        impl #private::Setter<#class> for #marker {
            #name
            #[inline]
            fn set<'a, 'py>(
                slf: #slf,
                operand: ::core::option::Option<#private::Borrowed<'a, 'py, #private::Any>>,
            ) -> #private::Result<()> {
                let py = slf.py();
                let operand = #private::present(operand, Self::NAME)?;
                #operand
                #call
            }
        }
    }
}
