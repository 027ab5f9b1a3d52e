//! `#[derive(IntoPy)]`: for the type, and for a reference to it.

use super::conversion::{call, is_generic, lifetime, literal, require, variable};
use super::described::hint;
use super::{at, located};
use crate::features;
use crate::model::{Content, Conversion, Converted, Form, Layout, Name};
use crate::stream::TokenStream;
use crate::syntax::{Generics, Lifetime};
use crate::template::{hygienic, spanned};
use crate::tokens::separated;

/// Expands a checked type.
pub(crate) fn derive_into_py(conversion: &Conversion) -> TokenStream {
    let by_value = implement(conversion, false, Some(body(conversion, false)));
    let by_reference = implement(conversion, true, Some(body(conversion, true)));
    hygienic!(#by_value #by_reference)
}

/// What stands for a type with a mistake in it.
pub(crate) fn into_py_stub(conversion: &Conversion) -> TokenStream {
    let by_value = implement(conversion, false, None);
    let by_reference = implement(conversion, true, None);
    hygienic!(#by_value #by_reference)
}

/// One of the two impls; without a body, a stub.
fn implement(conversion: &Conversion, by_reference: bool, body: Option<TokenStream>) -> TokenStream {
    let private = conversion.library.private();
    let ident = &conversion.ident;
    let mut generics = conversion.generics.clone();
    let own = conversion.interpreter().filter(|_| body.is_some());
    let py = lifetime(&mut generics, own, "__py");
    let this = by_reference.then(|| lifetime(&mut generics, None, "__this"));
    if body.is_some() {
        bounds(conversion, &mut generics, this.as_ref(), &py);
    }
    let target = match &conversion.content {
        Content::Struct(form) => target(&private, form),
        Content::Enum(_) => hygienic!(#private::Any),
    };
    let says = (body.is_some() && features::stubs())
        .then(|| hint(conversion, &|part| given(part, this.as_ref(), &py, &private), false));
    let body = body.unwrap_or_else(|| hygienic!(let _ = py; ::core::unreachable!()));
    let reference = this.map(|this| hygienic!(&#this));
    let (parameters, _, bounds) = generics.split_for_impl();
    let (_, arguments, _) = conversion.generics.split_for_impl();
    hygienic! {
        impl #parameters #private::IntoPy<#py> for #reference #ident #arguments #bounds {
            type Target = #target;
            #says
            fn into_py(self, py: #private::Python<#py>) -> #private::Result<#private::Owned<#py, Self::Target>> {
                #body
            }
        }
    }
}

/// What a field gives, to type checkers.
fn given(part: &Converted, this: Option<&Lifetime>, py: &Lifetime, private: &TokenStream) -> TokenStream {
    let ty = &part.ty;
    match (part.giver(), this) {
        (Some(_), _) => hygienic!(#private::TypeHint::ANY),
        (None, Some(this)) => hygienic!(<&#this #ty as #private::IntoPy<#py>>::GIVES),
        (None, None) => hygienic!(<#ty as #private::IntoPy<#py>>::GIVES),
    }
}

/// The fields that convert by `IntoPy` must do so: by value those whose type is generic (rustc checks the others where
/// they are converted), by reference all, so that a type has the impl if each field's reference has it.
fn bounds(conversion: &Conversion, generics: &mut Generics, this: Option<&Lifetime>, py: &Lifetime) {
    let private = conversion.library.private();
    let mut parts = Vec::new();
    for part in conversion.parts() {
        if part.giver().is_none() && (this.is_some() || is_generic(conversion, part)) {
            parts.push(part);
        }
    }
    require(conversion, generics, parts, this, &hygienic!(#private::IntoPy<#py>));
}

/// The type in Python, where it is the same whatever the fields are.
fn target(private: &TokenStream, form: &Form) -> TokenStream {
    match form.layout() {
        Layout::Named if form.marks.namespace.is_none() => hygienic!(#private::Dict),
        Layout::Tuple => hygienic!(#private::Tuple),
        Layout::Named | Layout::Transparent | Layout::Unit => hygienic!(#private::Any),
    }
}

fn body(conversion: &Conversion, by_reference: bool) -> TokenStream {
    let private = conversion.library.private();
    let (ident, name) = (&conversion.ident, Name::of(&conversion.ident).text);
    match &conversion.content {
        Content::Struct(form) => {
            let (pattern, statements, value) = fields(&private, &name, form, by_reference);
            hygienic! {
                #private::derive::deeper(py)?;
                let #ident { #pattern } = self;
                #statements
                #value
            }
        }
        Content::Enum(variants) => {
            let mut arms = TokenStream::new();
            for variant in variants {
                let variant_ident = &variant.ident;
                if let (Layout::Unit, Some(value)) = (variant.form.layout(), &variant.value) {
                    let value = literal(&private, value);
                    arms.extend(hygienic!(#ident::#variant_ident { .. } => #value.into_any(py),));
                    continue;
                }
                let name = format!("{name}.{}", Name::of(variant_ident).text);
                let (pattern, statements, value) = fields(&private, &name, &variant.form, by_reference);
                let value = if target_is_any(&variant.form) {
                    value
                } else {
                    hygienic!(::core::result::Result::Ok(#value?.into_any()))
                };
                arms.extend(hygienic!(#ident::#variant_ident { #pattern } => { #statements #value }));
            }
            let deeper = conversion.forms().iter().any(|form| form.layout() != Layout::Unit);
            let deeper = deeper.then(|| hygienic!(#private::derive::deeper(py)?;));
            hygienic!(#deeper match self { #arms })
        }
    }
}

fn target_is_any(form: &Form) -> bool {
    match form.layout() {
        Layout::Named => form.marks.namespace.is_some(),
        Layout::Tuple => false,
        Layout::Transparent | Layout::Unit => true,
    }
}

/// The pattern that binds each field, the statements that convert them, and the object that they make.
fn fields(
    private: &TokenStream,
    name: &str,
    form: &Form,
    by_reference: bool,
) -> (TokenStream, TokenStream, TokenStream) {
    let (mut pattern, mut statements) = (TokenStream::new(), TokenStream::new());
    let (mut items, mut pairs) = (TokenStream::new(), TokenStream::new());
    for (index, part) in form.parts.iter().enumerate() {
        let (variable, member) = (variable(index, part), &part.member);
        let place = match form.layout() {
            Layout::Named => format!("{name}{}", part.name().place()),
            Layout::Tuple => format!("{name}[{index}]"),
            Layout::Transparent | Layout::Unit => String::new(),
        };
        pattern.extend(hygienic!(#member: #variable,));
        let value = converted(private, part, &hygienic!(#variable), by_reference);
        if form.layout() == Layout::Transparent {
            return (pattern, statements, value);
        }
        statements.extend(hygienic!(let #variable = #private::derive::within(#value, py, #place)?;));
        let key = literal(private, &part.name());
        separated(&mut pairs, &hygienic!((#key, #variable)));
        separated(&mut items, &variable);
    }
    let value = match (form.layout(), &form.marks.namespace) {
        (Layout::Tuple, _) => hygienic!(#private::Tuple::from_items(py, [#items])),
        (_, None) => hygienic!(#private::derive::dict(py, [#pairs])),
        (_, Some(_)) => hygienic!(#private::derive::namespace(py, [#pairs])),
    };
    (pattern, statements, value)
}

/// A field as an object, in a `Result`.
fn converted(private: &TokenStream, part: &Converted, variable: &TokenStream, by_reference: bool) -> TokenStream {
    match part.giver() {
        Some(function) => {
            // The same function serves both impls, so it takes a reference. The call stands where the function is
            // named: what rustc says of the function, it says there.
            let value = if by_reference { variable.clone() } else { hygienic!(&#variable) };
            let arguments = located(&hygienic!(#value, py), at(function.span()));
            let called = spanned!(function.span() => #function(#arguments));
            hygienic!(#private::ret(py, #called))
        }
        None => {
            let given = call(private, "given", part);
            // The type is written out for rustc to point at. In the impl for a reference, a bound has said all.
            let ty = (!by_reference).then_some(&part.ty).map(|ty| hygienic!(::<#ty>));
            hygienic!(#given #ty(#variable, py))
        }
    }
}
