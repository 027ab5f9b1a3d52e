//! `#[derive(FromPy)]`.

use super::conversion::{call, is_generic, lifetime, literal, literal_source, require, variable};
use super::described::hint;
use super::{at, located};
use crate::features;
use crate::model::{Content, Conversion, Converted, Form, Layout, Name, Variant};
use crate::stream::{Span, ToTokens as _, TokenStream};
use crate::syntax::{Generics, Lifetime, Path};
use crate::template::{hygienic, spanned};
use crate::tokens::separated;

/// Expands a checked type.
pub(crate) fn derive_from_py(conversion: &Conversion) -> TokenStream {
    let private = conversion.library.private();
    let name = Name::of(&conversion.ident).text;
    let body = match &conversion.content {
        Content::Struct(form) => of_struct(&private, &name, form),
        Content::Enum(variants) => of_enum(&private, &name, variants),
    };
    let mut generics = conversion.generics.clone();
    let py = lifetime(&mut generics, conversion.interpreter(), "__py");
    let owner = lifetime(&mut generics, conversion.owner_lifetimes().first().copied(), "__owner");
    bounds(conversion, &mut generics, &owner, &py);
    let says = features::stubs().then(|| hint(conversion, &|part| accepted(part, &owner, &py, &private), true));
    implement(conversion, &generics, &owner, &py, says.as_ref(), &body)
}

/// What a field takes, to type checkers.
fn accepted(part: &Converted, owner: &Lifetime, py: &Lifetime, private: &TokenStream) -> TokenStream {
    let ty = &part.ty;
    match part.taker() {
        Some(_) => hygienic!(#private::TypeHint::ANY),
        None => hygienic!(<#ty as #private::FromPy<#owner, #py>>::ACCEPTS),
    }
}

/// What stands for a type with a mistake in it.
pub(crate) fn from_py_stub(conversion: &Conversion) -> TokenStream {
    let mut generics = conversion.generics.clone();
    let py = lifetime(&mut generics, None, "__py");
    let owner = lifetime(&mut generics, None, "__owner");
    let body = hygienic!(let _ = object; ::core::unreachable!());
    implement(conversion, &generics, &owner, &py, None, &body)
}

fn implement(
    conversion: &Conversion,
    generics: &Generics,
    owner: &Lifetime,
    py: &Lifetime,
    says: Option<&TokenStream>,
    body: &TokenStream,
) -> TokenStream {
    let private = conversion.library.private();
    let ident = &conversion.ident;
    let (parameters, _, bounds) = generics.split_for_impl();
    let (_, arguments, _) = conversion.generics.split_for_impl();
    hygienic! {
        impl #parameters #private::FromPy<#owner, #py> for #ident #arguments #bounds {
            #says
            fn from_py(object: #private::Borrowed<#owner, #py, #private::Any>) -> #private::Result<Self> {
                #body
            }
        }
    }
}

/// What is taken from an attribute or an item is released before the conversion ends: such a field must convert for
/// any owner.
fn bounds(conversion: &Conversion, generics: &mut Generics, owner: &Lifetime, py: &Lifetime) {
    let private = conversion.library.private();
    let of = |named: bool| {
        let mut parts: Vec<&Converted> = Vec::new();
        for form in conversion.forms() {
            for part in &form.parts {
                let is_named = form.layout() == Layout::Named;
                if is_named == named && part.taker().is_none() && is_generic(conversion, part) {
                    parts.push(part);
                }
            }
        }
        parts
    };
    let any_owner = Lifetime::new("__any", Span::mixed_site());
    let of_any = hygienic!(for<#any_owner> #private::FromPy<#any_owner, #py>);
    require(conversion, generics, of(true), None, &of_any);
    require(conversion, generics, of(false), None, &hygienic!(#private::FromPy<#owner, #py>));
}

/// How a `Result` is opened, given the place that its error is about: the tokens of the value.
type Open<'a> = &'a dyn Fn(TokenStream, &str) -> TokenStream;

fn of_struct(private: &TokenStream, name: &str, form: &Form) -> TokenStream {
    let open = |result: TokenStream, place: &str| {
        // What is said of the whole object is said of the field that it is.
        if form.layout() == Layout::Transparent {
            return hygienic!(#result?);
        }
        let place = format!("{name}{place}");
        hygienic!(#private::derive::within(#result, object.py(), #place)?)
    };
    let (statements, value) = fields(private, &hygienic!(Self), form, &open);
    hygienic! {
        #private::derive::deeper(object.py())?;
        #statements
        ::core::result::Result::Ok(#value)
    }
}

fn of_enum(private: &TokenStream, name: &str, variants: &[Variant]) -> TokenStream {
    if variants.iter().all(|variant| variant.form.layout() == Layout::Unit) {
        return of_values(private, variants);
    }
    let open = |result: TokenStream, place: &str| {
        hygienic! {
            match #result {
                ::core::result::Result::Ok(value) => value,
                ::core::result::Result::Err(error) => break 'variant ::core::result::Result::Err((#place, error)),
            }
        }
    };
    let mut attempts = TokenStream::new();
    for variant in variants {
        let ident = &variant.ident;
        let (statements, value) = match &variant.value {
            Some(value) if variant.form.layout() == Layout::Unit => {
                let value = literal(private, value);
                let check = open(hygienic!(#private::derive::one_of(object, &[#value])), "");
                (hygienic!(let _ = #check;), hygienic!(Self::#ident {}))
            }
            _ => fields(private, &hygienic!(Self::#ident), &variant.form, &open),
        };
        let called = variant.name.clone().unwrap_or_else(|| Name::of(ident).text);
        attempts.extend(hygienic! {
            let attempt = 'variant: {
                #statements
                ::core::result::Result::Ok(#value)
            };
            match attempt {
                ::core::result::Result::Ok(value) => return ::core::result::Result::Ok(value),
                ::core::result::Result::Err((place, error)) => misfits.add(object.py(), #called, place, error)?,
            }
        });
    }
    hygienic! {
        #private::derive::deeper(object.py())?;
        let mut misfits = #private::derive::Misfits::new(#name);
        #attempts
        ::core::result::Result::Err(misfits.into_error(object))
    }
}

/// An enum without fields: one of some values.
fn of_values(private: &TokenStream, variants: &[Variant]) -> TokenStream {
    let (mut values, mut arms) = (TokenStream::new(), TokenStream::new());
    for (index, variant) in variants.iter().enumerate() {
        if let Some(value) = &variant.value {
            separated(&mut values, &literal(private, value));
        }
        let ident = &variant.ident;
        let last = index + 1 == variants.len();
        let found = if last { hygienic!(_) } else { index.to_token_stream() };
        arms.extend(hygienic!(#found => Self::#ident {},));
    }
    hygienic! {
        ::core::result::Result::Ok(match #private::derive::one_of(object, &[#values])? {
            #arms
        })
    }
}

/// The statements that convert each field into a variable, and the value that they make.
fn fields(private: &TokenStream, path: &TokenStream, form: &Form, open: Open<'_>) -> (TokenStream, TokenStream) {
    let mut statements = TokenStream::new();
    if form.layout() == Layout::Tuple {
        let length = form.parts.len();
        let tuple = open(hygienic!(#private::derive::tuple(object, #length)), "");
        statements.extend(hygienic!(let tuple = #tuple;));
    }
    let mut members = TokenStream::new();
    for (index, part) in form.parts.iter().enumerate() {
        let (variable, member) = (variable(index, part), &part.member);
        let value = match form.layout() {
            Layout::Named => named(private, part, form, open),
            Layout::Tuple => {
                let item = hygienic!(#private::derive::nth(tuple, #index));
                open(lent(private, part, &item), &format!("[{index}]"))
            }
            Layout::Transparent | Layout::Unit => open(lent(private, part, &hygienic!(object)), ""),
        };
        statements.extend(hygienic!(let #variable = #value;));
        members.extend(hygienic!(#member: #variable,));
    }
    (statements, hygienic!(#path { #members }))
}

/// The value of a field that is an attribute or an item.
fn named(private: &TokenStream, part: &Converted, form: &Form, open: Open<'_>) -> TokenStream {
    let (ty, source) = (&part.ty, part.source(&form.marks));
    let (place, source) = (source.place(), literal_source(private, &source));
    let default = part.default.as_ref().map(|mark| match &mark.value {
        Some(value) => value.to_token_stream(),
        None => spanned!(at(ty.span()) => ::core::default::Default::default()),
    });
    let (found, value) = match (part.taker(), &default) {
        (None, None) => {
            let required = call(private, "required", part);
            return open(hygienic!(#required::<#ty>(object, #source)), &place);
        }
        (None, Some(_)) => {
            let optional = call(private, "optional", part);
            (hygienic!(#optional::<#ty>(object, #source)), hygienic!(value))
        }
        (Some(function), default) => {
            let get = if default.is_some() { hygienic!(find) } else { hygienic!(get) };
            let converted = converted_by(private, function, &hygienic!(value.as_borrowed()));
            (hygienic!(#private::derive::#get(object, #source)), open(converted, &place))
        }
    };
    let found = open(found, &place);
    match default {
        None => hygienic!({ let value = #found; let field = #value; field }),
        Some(default) => hygienic! {
            match #found {
                ::core::option::Option::Some(value) => #value,
                ::core::option::Option::None => #default,
            }
        },
    }
}

/// The `Result` of a field that is the object itself, or an item of the tuple.
fn lent(private: &TokenStream, part: &Converted, object: &TokenStream) -> TokenStream {
    let ty = &part.ty;
    match part.taker() {
        Some(function) => converted_by(private, function, object),
        None => {
            let lent = call(private, "lent", part);
            hygienic!(#lent::<#ty>(#object))
        }
    }
}

/// The call of the user's function, where it is named: what rustc says of the function, it says there.
fn converted_by(private: &TokenStream, function: &Path, object: &TokenStream) -> TokenStream {
    let object = located(object, at(function.span()));
    let called = spanned!(function.span() => #function(#object));
    hygienic!(#private::plain(#called))
}
