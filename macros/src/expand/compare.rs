//! Comparison: the six special methods share one slot.

use super::arguments::variable;
use super::entries::{Context, result};
use super::{all, any_present, at, lent, located, object};
use crate::model::{Methods, Role};
use crate::stream::{Ident, Span, TokenStream};
use crate::template::{hygienic, spanned};
use crate::tokens::{attributes, separated};

/// The entry in the table of slots, and the impl for its marker; nothing if no comparison is written.
pub(super) fn compare(methods: &Methods, private: &TokenStream) -> Option<(TokenStream, TokenStream)> {
    let class = methods.class();
    let marker = Ident::new("__OwnedCompare", Span::mixed_site());
    let mut comparisons = Vec::new();
    for method in &methods.methods {
        if let Role::Slot(slot) = method.role
            && slot.protocol.compares()
            && let Some(operator) = slot.place
        {
            comparisons.push((operator, method));
        }
    }
    if comparisons.is_empty() {
        return None;
    }
    let arm = |operator: &str, negate: bool, method| {
        let context = Context { methods, method, marker: &marker, private };
        let (cfgs, body) = (attributes(&method.callable.cfgs), body(&context, negate));
        let operator = Ident::new(operator, Span::mixed_site());
        hygienic!(#cfgs #private::CompareOp::#operator => { #body })
    };
    let mut arms = TokenStream::new();
    let (mut conditions, mut equality, mut inequality) = (Vec::new(), Vec::new(), false);
    for (operator, method) in &comparisons {
        arms.extend(arm(operator, false, method));
        let cfgs = method.callable.cfgs.as_slice();
        conditions.push(cfgs);
        if *operator == "Eq" {
            equality.push(cfgs);
        }
        inequality |= *operator == "Ne";
    }
    // Python's `!=` is the opposite of `==` only for classes without a slot of their own.
    if !inequality {
        for (operator, method) in &comparisons {
            if *operator == "Eq" {
                arms.extend(arm("Ne", true, method));
            }
        }
    }
    let equality = any_present(&equality);
    // The slot is there if one of its methods is.
    let present = conditions.iter().all(|cfgs| !cfgs.is_empty()).then(|| {
        let mut alternatives = TokenStream::new();
        for cfgs in &conditions {
            separated(&mut alternatives, &all(cfgs));
        }
        hygienic!(#[cfg(any(#alternatives))])
    });
    let entry = hygienic!(#present #private::Slot::compare::<#marker>(),);
    let (slf, object) = (lent(private, class), object(private));
    let implementation = hygienic! {
        struct #marker;
        impl #private::Compare<#class> for #marker {
            const EQUALITY: bool = #equality;
            fn compare<'a, 'py>(
                slf: #slf,
                operand: #private::Borrowed<'a, 'py, #private::Any>,
                operator: #private::CompareOp,
            ) -> #private::Result<::core::option::Option<#object>> {
                let py = slf.py();
                match operator {
                    #arms
                    _ => ::core::result::Result::Ok(::core::option::Option::None),
                }
            }
        }
    };
    Some((entry, implementation))
}

/// Compares with the operand, if it is of the user's type; else another class may know better.
fn body(context: &Context<'_>, negate: bool) -> TokenStream {
    let private = context.private;
    let mut convert = TokenStream::new();
    for (_, ty) in context.method.callable.arguments() {
        let (argument, span) = (variable(0, ty), at(ty.span()));
        let private = located(private, span);
        let value = spanned!(span => #private::operand(operand)?);
        convert.extend(hygienic! {
            let ::core::option::Option::Some(#argument) = #value else {
                return ::core::result::Result::Ok(::core::option::Option::None);
            };
        });
    }
    let span = at(context.method.callable.output);
    let private = &located(private, span);
    let result = result(span);
    let object = if negate {
        let equal = spanned!(span => #private::plain::<bool, _>(#result)?);
        hygienic!(#private::ret(py, !#equal)?)
    } else {
        spanned!(span => #private::ret(py, #result)?)
    };
    let call = context.call(&hygienic!(::core::result::Result::Ok(::core::option::Option::Some(#object))));
    hygienic!(#convert #call)
}
