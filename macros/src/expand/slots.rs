//! Special methods: one marker type and one impl each.

use super::entries::Context;
use super::hygienic;
use crate::model::{Role, SlotKind};
use proc_macro2::{Ident, Span, TokenStream};

/// The constructor of `__private::Slot` for a special method, and the impl for its marker.
/// Comparisons share a slot and are not among these.
pub(super) fn slot(context: &Context<'_>) -> Option<(Ident, TokenStream)> {
    let kind = match context.method.role {
        Role::New => return Some((constructor("new"), new(context))),
        Role::Slot(slot) => slot.kind,
        _ => return None,
    };
    let (name, implementation) = match kind {
        SlotKind::Compare(_) => return None,
        SlotKind::Init => ("init", init(context)),
        SlotKind::Call => ("call", call(context)),
        SlotKind::Unary(name) => (name, unary(context)),
        SlotKind::Next => {
            let private = context.private;
            let object = object(context);
            let result = hygienic!(#private::Result<::core::option::Option<#object>>);
            let body = context.call_with("ret_next", true);
            ("next", plain(context, "Next", "next", &result, &body))
        }
        SlotKind::Len => ("len", value(context, "Len", "len", &hygienic!(usize))),
        SlotKind::Hash => ("hash", value(context, "Hash", "hash", &hygienic!(isize))),
        SlotKind::Truth => ("truth", value(context, "Truth", "truth", &hygienic!(bool))),
        SlotKind::Binary(name, what) => (name, binary(context, what)),
        SlotKind::Contains => ("contains", contains(context)),
    };
    Some((constructor(name), implementation))
}

fn constructor(name: &str) -> Ident {
    Ident::new(name, Span::mixed_site())
}

fn object(context: &Context<'_>) -> TokenStream {
    let private = context.private;
    hygienic!(#private::Owned<'py, #private::Any>)
}

fn new(context: &Context<'_>) -> TokenStream {
    let Context { marker, private, methods, .. } = context;
    let class = methods.class();
    let (parse, call) = (context.parse(), context.call_with("plain", false));
    hygienic! {
        impl #private::Constructor<#class> for #marker {
            fn new<'a, 'py>(
                class: #private::Borrowed<'a, 'py, #private::Type>,
                args: #private::Args<'a, 'py>,
            ) -> #private::Result<#class> {
                let py = class.py();
                #parse
                #call
            }
        }
    }
}

fn init(context: &Context<'_>) -> TokenStream {
    let Context { marker, private, methods, .. } = context;
    let class = methods.class();
    let (parse, call) = (context.parse(), context.call_with("plain", false));
    hygienic! {
        impl #private::Initializer<#class> for #marker {
            fn init<'a, 'py>(
                slf: #private::Borrowed<'a, 'py, #class>,
                args: #private::Args<'a, 'py>,
            ) -> #private::Result<()> {
                let py = slf.py();
                #parse
                #call
            }
        }
    }
}

fn call(context: &Context<'_>) -> TokenStream {
    let Context { marker, private, methods, .. } = context;
    let class = methods.class();
    let object = object(context);
    let (parse, call) = (context.parse(), context.call_with("ret", true));
    hygienic! {
        impl #private::Call<#class> for #marker {
            fn call<'a, 'py>(
                slf: #private::Borrowed<'a, 'py, #class>,
                args: #private::Args<'a, 'py>,
            ) -> #private::Result<#object> {
                let py = slf.py();
                #parse
                #call
            }
        }
    }
}

fn unary(context: &Context<'_>) -> TokenStream {
    let private = context.private;
    let object = object(context);
    let body = context.call_with("ret", true);
    plain(context, "Unary", "unary", &hygienic!(#private::Result<#object>), &body)
}

fn value(context: &Context<'_>, name: &str, function: &str, ty: &TokenStream) -> TokenStream {
    let private = context.private;
    let body = context.call_with("plain", false);
    plain(context, name, function, &hygienic!(#private::Result<#ty>), &body)
}

/// A special method without operands.
fn plain(context: &Context<'_>, name: &str, function: &str, result: &TokenStream, body: &TokenStream) -> TokenStream {
    let Context { marker, private, methods, .. } = context;
    let class = methods.class();
    let (name, function) = (constructor(name), constructor(function));
    hygienic! {
        impl #private::#name<#class> for #marker {
            fn #function<'a, 'py>(slf: #private::Borrowed<'a, 'py, #class>) -> #result {
                let py = slf.py();
                #body
            }
        }
    }
}

fn binary(context: &Context<'_>, what: &str) -> TokenStream {
    let Context { marker, private, methods, .. } = context;
    let class = methods.class();
    let object = object(context);
    let (operand, call) = (context.operand(what), context.call_with("ret", true));
    hygienic! {
        impl #private::Binary<#class> for #marker {
            fn binary<'a, 'py>(
                slf: #private::Borrowed<'a, 'py, #class>,
                operand: #private::Borrowed<'a, 'py, #private::Any>,
            ) -> #private::Result<#object> {
                let py = slf.py();
                #operand
                #call
            }
        }
    }
}

fn contains(context: &Context<'_>) -> TokenStream {
    let Context { marker, private, methods, .. } = context;
    let class = methods.class();
    let (operand, call) = (context.operand("item"), context.call_with("plain", false));
    hygienic! {
        impl #private::Contains<#class> for #marker {
            fn contains<'a, 'py>(
                slf: #private::Borrowed<'a, 'py, #class>,
                operand: #private::Borrowed<'a, 'py, #private::Any>,
            ) -> #private::Result<bool> {
                let py = slf.py();
                #operand
                #call
            }
        }
    }
}
