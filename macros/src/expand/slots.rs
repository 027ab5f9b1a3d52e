//! Special methods: one marker type and one impl each, by the method's protocol.

use super::arguments::variable;
use super::entries::{self, Context};
use super::{at, lent, located, object};
use crate::model::{Answer, Method, Operands, Protocol, Role, Slot};
use crate::stream::{Ident, Span, TokenStream};
use crate::template::{hygienic, spanned};

/// The entry in the table of slots, and the impl for the marker. Comparisons share a slot and are not among these.
pub(super) fn slot(context: &Context<'_>) -> Option<(TokenStream, TokenStream)> {
    let Context { marker, private, .. } = context;
    match context.method.role {
        Role::New => {
            let span = at(context.method.callable.ident.span());
            let door = located(private, span);
            Some((spanned!(span => #door::Slot::new::<#marker>()), new(context)))
        }
        Role::Slot(slot) if slot.protocol.compares() => None,
        Role::Slot(slot) => Some((entry(context, slot), implementation(context, slot.protocol))),
        _ => None,
    }
}

fn ident(name: &str) -> Ident {
    Ident::new(name, Span::mixed_site())
}

fn entry(context: &Context<'_>, slot: &Slot) -> TokenStream {
    let Context { marker, private, .. } = context;
    let constructor = ident(slot.protocol.constructor);
    match slot.place {
        Some(place) => {
            let place = ident(place);
            hygienic!(#private::Slot::#constructor::<#marker, { #private::place::#place }>())
        }
        // Not every class can have it: where not, that is shown here.
        None if slot.name == "__del__" => {
            let span = at(context.method.callable.ident.span());
            let door = located(private, span);
            spanned!(span => #door::Slot::#constructor::<#marker>())
        }
        None => hygienic!(#private::Slot::#constructor::<#marker>()),
    }
}

fn new(context: &Context<'_>) -> TokenStream {
    let call = make(context);
    // As `object.__new__`, where a class has an `__init__` of its own.
    let parse = if is_for_init(context) { hygienic!(let _ = args;) } else { context.parse() };
    constructor(context, &hygienic!(#parse #call))
}

/// Whether the arguments of the constructor, which takes none itself, are those of `__init__`.
fn is_for_init(context: &Context<'_>) -> bool {
    let callable = &context.method.callable;
    let is_init = |method: &Method| matches!(method.role, Role::Slot(slot) if slot.name == "__init__");
    callable.written.is_none() && callable.arguments().is_empty() && context.methods.methods.iter().any(is_init)
}

/// Statements that call the user's function and make the instance.
pub(super) fn make(context: &Context<'_>) -> TokenStream {
    let span = at(context.method.callable.output);
    let door = located(context.private, span);
    context.call(&spanned!(span => #door::make(new, result)))
}

/// The impl that makes the marker a constructor, with this body.
pub(super) fn constructor(context: &Context<'_>, body: &TokenStream) -> TokenStream {
    let Context { marker, private, methods, .. } = context;
    let (class, object) = (methods.class(), object(private));
    hygienic! {
        impl #private::Constructor<#class> for #marker {
            #[inline(always)]
            fn new<'a, 'py>(
                new: #private::NewOf<'a, 'py, #class>,
                args: #private::Args<'a, 'py>,
            ) -> #private::Result<#object> {
                let class = new.class();
                let py = class.py();
                #body
            }
        }
    }
}

fn implementation(context: &Context<'_>, protocol: &Protocol) -> TokenStream {
    let Context { marker, private, methods, method, .. } = context;
    let class = methods.class();
    let slf = lent(private, class);
    let (name, function) = (ident(protocol.implements.0), ident(protocol.implements.1));
    let passed = passed(context, protocol);
    let count = matches!(protocol.operands, Operands::ComparableLeast(_)).then(|| {
        let count = method.callable.arguments().len();
        hygienic!(const OPERANDS: usize = #count;)
    });
    let convert = convert(context, protocol);
    let result = result(context, protocol.answer);
    let body = context.run(&convert, || call(context, protocol.answer));
    hygienic! {
        impl #private::#name<#class> for #marker {
            #count
            fn #function<'a, 'py>(slf: #slf #passed) -> #private::Result<#result> {
                let py = slf.py();
                #body
            }
        }
    }
}

/// What the function of the trait is given besides the object.
fn passed(context: &Context<'_>, protocol: &Protocol) -> TokenStream {
    let private = context.private;
    match protocol.names() {
        None => hygienic!(, args: #private::Args<'a, 'py>),
        Some(names) => {
            let ty = lent(private, &hygienic!(#private::Any));
            let mut operands = TokenStream::new();
            for index in 0..names.len() {
                let operand = operand(index);
                operands.extend(hygienic!(, #operand: #ty));
            }
            operands
        }
    }
}

fn operand(index: usize) -> Ident {
    Ident::new(&format!("operand_{index}"), Span::mixed_site())
}

/// Statements that convert what was given.
fn convert(context: &Context<'_>, protocol: &Protocol) -> TokenStream {
    let Some(names) = protocol.names() else {
        return context.parse();
    };
    let comparable = matches!(protocol.operands, Operands::Comparable(_) | Operands::ComparableLeast(_));
    let mut converted = TokenStream::new();
    for (index, (_, ty)) in context.method.callable.arguments().into_iter().enumerate() {
        let Some(what) = names.get(index) else { break };
        let (argument, operand, span) = (variable(index, ty), operand(index), at(ty.span()));
        let private = located(context.private, span);
        if comparable {
            let value = spanned!(span => #private::operand(#operand)?);
            converted.extend(hygienic! {
                let ::core::option::Option::Some(#argument) = #value else {
                    return ::core::result::Result::Ok(::core::option::Option::None);
                };
            });
        } else {
            let value = spanned!(span => #private::value(#operand, #what)?);
            converted.extend(hygienic!(let #argument = #value;));
        }
    }
    converted
}

fn result(context: &Context<'_>, answer: Answer) -> TokenStream {
    let private = context.private;
    let object = object(private);
    match answer {
        Answer::Object => object,
        Answer::Comparable | Answer::Next => hygienic!(::core::option::Option<#object>),
        Answer::Memory => hygienic!(#private::Exported),
        Answer::Plain("()") => hygienic!(()),
        Answer::Plain(name) => {
            let name = ident(name);
            hygienic!(#name)
        }
    }
}

fn call(context: &Context<'_>, answer: Answer) -> TokenStream {
    match answer {
        Answer::Object => context.call_with("ret", true),
        Answer::Next => context.call_with("ret_next", true),
        Answer::Memory | Answer::Plain(_) => context.call_with("plain", false),
        Answer::Comparable => {
            let span = at(context.method.callable.output);
            let private = located(context.private, span);
            let result = entries::result(span);
            let object = spanned!(span => #private::ret(py, #result)?);
            context.call(&hygienic!(::core::result::Result::Ok(::core::option::Option::Some(#object))))
        }
    }
}
