//! What the derives of conversions say to type checkers, where the feature `stubs` is on.

use crate::model::{Content, Conversion, Converted, Form, Layout, Literal, Name, Source, Variant};
use crate::stream::{Ident, Span, TokenStream};
use crate::template::hygienic;

/// What says the type of a field.
type Field<'a> = &'a dyn Fn(&Converted) -> TokenStream;

/// The constant of the impl: `ACCEPTS` or `GIVES`. A type may have itself in it, so the constant has a function.
pub(super) fn hint(conversion: &Conversion, field: Field<'_>, takes: bool) -> TokenStream {
    let private = conversion.library.private();
    let says = Ident::new(if takes { "ACCEPTS" } else { "GIVES" }, Span::mixed_site());
    let name = Name::of(&conversion.ident).text;
    let hint = match &conversion.content {
        Content::Struct(form) => of_form(form, field, takes, &private),
        Content::Enum(variants) => {
            let mut all = TokenStream::new();
            for variant in variants {
                let one = of_variant(variant, field, takes, &private);
                all.extend(hygienic!(#one,));
            }
            hygienic!(#private::TypeHint::union(const { &[#all] }))
        }
    };
    hygienic! {
        const #says: #private::TypeHint = #private::TypeHint::later(
            ::core::concat!(::core::module_path!(), "::", #name),
            || #hint,
        );
    }
}

fn of_variant(variant: &Variant, field: Field<'_>, takes: bool, private: &TokenStream) -> TokenStream {
    let (Layout::Unit, Some(value)) = (variant.form.layout(), &variant.value) else {
        return of_form(&variant.form, field, takes, private);
    };
    let text = match value {
        // A text with a quote in it is left at its type.
        Literal::Text(text) if text.contains(['"', '\\']) || text.chars().any(char::is_control) => "str".to_owned(),
        Literal::Text(text) => format!("typing.Literal[\"{text}\"]"),
        Literal::Number(number) => format!("typing.Literal[{number}]"),
    };
    hygienic!(#private::TypeHint::written(#text))
}

fn of_form(form: &Form, field: Field<'_>, takes: bool, private: &TokenStream) -> TokenStream {
    let mut parts = TokenStream::new();
    for part in &form.parts {
        let part = field(part);
        parts.extend(hygienic!(#part,));
    }
    match form.layout() {
        Layout::Unit => hygienic!(#private::TypeHint::NONE),
        Layout::Transparent => form.parts.first().map(field).unwrap_or_default(),
        Layout::Tuple => hygienic! {
            #private::TypeHint::generic(&const { #private::TypeHint::named("", "tuple") }, const { &[#parts] })
        },
        Layout::Named if is_dict(form, takes) => hygienic!(#private::TypeHint::written("dict[str, typing.Any]")),
        Layout::Named if !takes && form.marks.namespace.is_some() => {
            hygienic!(#private::TypeHint::named("types", "SimpleNamespace"))
        }
        // Whatever has the attributes.
        Layout::Named => hygienic!(#private::TypeHint::ANY),
    }
}

/// Whether it is a dict with texts for keys.
fn is_dict(form: &Form, takes: bool) -> bool {
    if !takes {
        return form.marks.namespace.is_none() && form.parts.iter().all(|part| matches!(part.name(), Literal::Text(_)));
    }
    form.parts.iter().all(|part| matches!(part.source(&form.marks), Source::Item(Literal::Text(_))))
}
