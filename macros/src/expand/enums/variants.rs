//! `#[class]` on an enum with fields: each variant is a class of its own.

use crate::expand::arguments::{parse, signature, variable};
use crate::expand::described;
use crate::expand::from_fields::Given;
use crate::expand::text_signature::text_signature;
use crate::expand::{at, bounds, c_constant, located, object, respan_ident};
use crate::features;
use crate::messages;
use crate::model::{Callable, Class, ClassVariant, Documentation, Entry, Hints, Input};
use crate::stream::{Ident, Span, TokenStream, Word as _};
use crate::syntax::{GenericArgument, Type};
use crate::template::{hygienic, spanned};
use crate::tokens::{attributes, separated};

pub(super) fn variants(class: &Class, variants: &[ClassVariant], private: &TokenStream, given: &mut Given) {
    let ident = class.ident();
    let (mut classes, mut which, mut read) = (TokenStream::new(), TokenStream::new(), TokenStream::new());
    for (index, variant) in variants.iter().enumerate() {
        let marker = Ident::new(&format!("__OwnedVariant{index}"), Span::mixed_site());
        let (name, cfgs) = (respan_ident(&variant.ident), attributes(&variant.cfgs));
        let of = hygienic!(#private::VariantClass::of::<#marker>());
        classes.extend(hygienic!(#cfgs #of,));
        which.extend(hygienic!(#cfgs #ident::#name { .. } => #of,));
        read.extend(reads(ident, variant, private));
        given.implementations.extend(implementation(ident, variant, &marker, private));
    }
    given.methods.extend(hygienic!(#private::Entry::method::<#private::ReduceFields>(),));
    given.slots.extend(hygienic! {
        #private::Slot::unary::<#private::ReprFields, { #private::place::Py_tp_repr }>(),
    });
    given.value = hygienic! {
        const ENUM: bool = true;
        const VARIANTS: &'static [#private::VariantClass] = &[#classes];
        fn variant(&self) -> ::core::option::Option<#private::VariantClass> {
            ::core::option::Option::Some(match *self {
                #which
            })
        }
    };
    let (object, accepts) = (object(private), described::accepted_class(ident, private));
    given.implementations.extend(hygienic! {
        impl #private::Fields for #ident {
            fn field<'py>(&self, py: #private::Python<'py>, at: usize) -> #private::Result<#object> {
                match *self {
                    #read
                }
                #private::no_field()
            }
        }
        impl<'a> #private::FromPy<'a, '_> for #ident
        where
            #private::Inside<'a, #ident>: #private::Taken<#ident>,
        {
            #accepts
            fn from_py(object: #private::Borrowed<'a, '_, #private::Any>) -> #private::Result<Self> {
                let value = <#private::Ref<'a, #ident> as #private::FromPy<'a, '_>>::from_py(object)?;
                ::core::result::Result::Ok(<#private::Inside<'a, #ident> as #private::Taken<#ident>>::copied(&value))
            }
        }
        impl<'a, 'py> #private::IntoPy<'py> for &'a #ident
        where
            #private::Inside<'a, #ident>: #private::Taken<#ident>,
        {
            type Target = #ident;
            fn into_py(self, py: #private::Python<'py>) -> #private::Result<#private::Owned<'py, #ident>> {
                #private::IntoPy::into_py(<#private::Inside<'a, #ident> as #private::Taken<#ident>>::copied(self), py)
            }
        }
    });
    given.implementations.extend(without_constructor(ident, private));
}

/// The enum itself is made by nothing: what `#[methods]` would put there has no class to make.
fn without_constructor(ident: &Ident, private: &TokenStream) -> TokenStream {
    let (span, text) = (at(ident.span()), messages::made_by_variants(&ident.to_string()));
    let door = located(private, span);
    spanned! {
        span => const _: () = ::core::assert!(
            !#door::fills_slot::<#ident>(#door::place::Py_tp_new)
                && !#door::fills_slot::<#ident>(#door::place::Py_tp_init),
            #text
        );
    }
}

/// The arm that reads the fields of a variant by their numbers.
fn reads(ident: &Ident, variant: &ClassVariant, private: &TokenStream) -> TokenStream {
    let (name, cfgs) = (respan_ident(&variant.ident), attributes(&variant.cfgs));
    let (mut pattern, mut arms) = (TokenStream::new(), TokenStream::new());
    for (index, field) in variant.fields.iter().enumerate() {
        let (member, span) = (&field.member, at(field.ty.span()));
        let bound = Ident::new(&format!("field_{index}"), span);
        let door = located(private, span);
        let value = match boxed(&field.ty) {
            Boxed::No => spanned!(span => #door::ret(py, #bound)),
            Boxed::Always => spanned!(span => #door::ret(py, &**#bound)),
            Boxed::Perhaps(_) => spanned!(span => #door::ret(py, #bound.as_deref())),
        };
        pattern.extend(hygienic!(#member: ref #bound,));
        arms.extend(hygienic!(#index => return #value,));
    }
    hygienic! {
        #cfgs
        #ident::#name { #pattern } => match at {
            #arms
            _ => {}
        },
    }
}

/// Whether a field is in a box, of which Python reads what is in it: without one, no variant holds another.
enum Boxed<'a> {
    No,
    /// `Box<T>`
    Always,
    /// `Option<Box<T>>`, with the type of the box.
    Perhaps(&'a Type),
}

/// A macro sees names only.
fn boxed(ty: &Type) -> Boxed<'_> {
    let Some(last) = ty.last() else { return Boxed::No };
    if last.ident.is("Box") {
        return Boxed::Always;
    }
    match &last.arguments {
        Some(arguments) if last.ident.is("Option") => match arguments.first() {
            Some(GenericArgument::Type(inner)) if matches!(boxed(inner), Boxed::Always) => Boxed::Perhaps(inner),
            _ => Boxed::No,
        },
        _ => Boxed::No,
    }
}

/// What makes the marker stand for the variant, and for its constructor.
fn implementation(ident: &Ident, variant: &ClassVariant, marker: &Ident, private: &TokenStream) -> TokenStream {
    let (class, callable) = (bounds::named(ident), callable(variant));
    let (variant_ident, cfgs) = (respan_ident(&variant.ident), attributes(&variant.cfgs));
    let (name, doc) = (c_constant("NAME", &variant.name.c_string()), c_constant("DOC", &variant.doc.c_string()));
    let (text, named) = (text_signature(&callable, None), !variant.tuple);
    let signature = signature(&callable, &variant.name.text, Some(&class), private);
    let parse = parse(&callable, &hygienic!(__OWNED_SIGNATURE), Some(&class), private);
    let (mut fields, mut values) = (TokenStream::new(), TokenStream::new());
    for (index, field) in variant.fields.iter().enumerate() {
        let (member, argument) = (&field.member, variable(index, &field.ty));
        let (name, doc) = (field.name.c_string(), field.doc.c_string());
        fields.extend(hygienic!(#private::Property::field(#name, #doc, #index),));
        values.extend(hygienic!(#member: #argument,));
    }
    let items = variant
        .tuple
        .then(|| hygienic!(#private::Slot::len::<#private::Items>(), #private::Slot::getitem::<#private::Items>(),));
    let described = features::stubs().then(|| {
        let entries = described_members(variant, &callable, &class, private);
        hygienic!(const DESCRIBED: &'static [#private::Described] = &[#entries];)
    });
    let object = object(private);
    hygienic! {
        #cfgs
        struct #marker;
        #cfgs
        impl #private::Variant for #marker {
            type Enum = #ident;
            #name
            #doc
            const TEXT_SIGNATURE: &'static ::core::primitive::str = #text;
            const NAMED: bool = #named;
            #described
            const FIELDS: &'static [#private::Property<#ident>] = &[#fields];
            const SLOTS: &'static [#private::Slot<#ident>] = &[#private::Slot::new::<#marker>(), #items];
            fn cell() -> &'static #private::TypeCell<Self> {
                static CELL: #private::TypeCell<#marker> = #private::TypeCell::new();
                &CELL
            }
        }
        #cfgs
        impl #private::Constructor<#ident> for #marker {
            fn new<'a, 'py>(
                new: #private::NewOf<'a, 'py, #ident>,
                args: #private::Args<'a, 'py>,
            ) -> #private::Result<#object> {
                const __OWNED_SIGNATURE: &#private::Signature = &#signature;
                let class = new.class();
                let py = class.py();
                #parse
                #private::make(new, #ident::#variant_ident { #values })
            }
        }
    }
}

/// What stub files say of the variant's class.
fn described_members(variant: &ClassVariant, callable: &Callable, class: &Type, private: &TokenStream) -> TokenStream {
    let new = described::new(callable, class, private);
    let (mut entries, mut names) = (hygienic!(#new,), TokenStream::new());
    for field in &variant.fields {
        let ty = &field.ty;
        let read = match boxed(ty) {
            Boxed::No => hygienic!(&#ty),
            Boxed::Always => hygienic!(&<#ty as ::core::ops::Deref>::Target),
            Boxed::Perhaps(ty) => hygienic!(::core::option::Option<&<#ty as ::core::ops::Deref>::Target>),
        };
        let entry = described::variant_field(&field.name, &field.doc, &read, private);
        entries.extend(hygienic!(#entry,));
        separated(&mut names, &field.name.text);
    }
    let entry = described::match_args(&names, private);
    entries.extend(hygienic!(#entry,));
    if variant.tuple {
        let entry = described::made("__len__", "int", private);
        entries.extend(hygienic!(#entry,));
    }
    entries
}

/// The constructor: a parameter for each field.
fn callable(variant: &ClassVariant) -> Callable {
    let (mut inputs, mut entries) = (Vec::new(), Vec::new());
    for field in &variant.fields {
        let name = Ident::new(&field.name.text, field.name.span);
        inputs.push(Input::Argument { ident: name.clone(), ty: Box::new(field.ty.clone()) });
        entries.push(Entry::Named(name, field.default.clone()));
    }
    let span = variant.ident.span();
    Callable {
        ident: variant.ident.clone(),
        name: variant.name.clone(),
        doc: Documentation::default(),
        cfgs: Vec::new(),
        inputs,
        written: Some((span, entries)),
        asynchronous: None,
        hints: Hints::default(),
        output_type: None,
        output: span,
        output_borrows: false,
    }
}
