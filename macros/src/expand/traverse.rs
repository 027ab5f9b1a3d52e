//! `Traverse` for classes and by the derives; `NoRefs` by its derive.

use super::{at, bounds, located};
use crate::model::{Class, Crate, Derived, Fields, Shape};
use crate::stream::{Ident, TokenStream};
use crate::syntax::{Attribute, Generics, Type};
use crate::template::{hygienic, spanned};
use crate::tokens::attributes;

/// `Traverse` for what stands in for a class with an error: nothing is visited.
pub(super) fn nothing(library: &Crate, ident: &Ident, generics: &Generics) -> TokenStream {
    implement(library, ident, generics, &Shape::Nothing)
}

/// `Traverse` for a class. Where it is generic, its name stands for one of its types.
pub(super) fn class(class: &Class) -> TokenStream {
    implement(&class.library, class.ident(), &Generics::default(), &class.visited)
}

/// `#[derive(Traverse)]`.
pub(crate) fn derive_traverse(derived: &Derived) -> TokenStream {
    let private = derived.library.private();
    let generics = bounds::on_parameters(&derived.generics, &hygienic!(#private::Traverse));
    let implementation = implement(&derived.library, &derived.ident, &generics, &derived.shape);
    hygienic!(const _: () = { #implementation };)
}

fn implement(library: &Crate, ident: &Ident, generics: &Generics, shape: &Shape) -> TokenStream {
    let private = library.private();
    let visits = body(library, shape, Each::Visit);
    let clear = holds_any(shape).then(|| {
        let clears = body(library, shape, Each::Clear);
        hygienic! {
            fn clear_cells(&self, py: #private::Python<'_>) {
                #clears
            }
        }
    });
    let (parameters, arguments, bounds) = generics.split_for_impl();
    hygienic! {
        unsafe impl #parameters #private::Traverse for #ident #arguments #bounds {
            fn traverse(&self, visitor: &mut #private::Visitor<'_>) -> #private::Visited {
                #visits
            }
            #clear
        }
    }
}

/// What is done with each field.
#[derive(Clone, Copy, PartialEq)]
enum Each {
    Visit,
    Clear,
}

/// Whether there is a field to pass `clear_cells` on to.
fn holds_any(shape: &Shape) -> bool {
    let any = |fields: &Fields| fields.0.iter().any(|field| !field.skipped);
    match shape {
        Shape::Nothing => false,
        Shape::Struct(fields) => any(fields),
        Shape::Enum(variants) => variants.iter().any(|(_, _, fields)| any(fields)),
    }
}

/// Does it with each field of `self` once. The patterns name all fields, so that one which another macro
/// adds later does not compile unseen; `*self` is a place, so that nothing is moved.
fn body(library: &Crate, shape: &Shape, each: Each) -> TokenStream {
    let done = match each {
        Each::Visit => hygienic!(::core::result::Result::Ok(())),
        // A field that is left out by its `cfg` leaves the token unused.
        Each::Clear => hygienic!(let _ = py;),
    };
    match shape {
        Shape::Nothing => done,
        Shape::Struct(fields) => {
            let (pattern, visits) = arm(library, fields, each);
            hygienic!(let Self { #pattern } = *self; #visits #done)
        }
        Shape::Enum(variants) => {
            let mut arms = TokenStream::new();
            for (variant, cfgs, fields) in variants {
                let (cfgs, (pattern, visits)) = (attributes(cfgs), arm(library, fields, each));
                arms.extend(hygienic!(#cfgs Self::#variant { #pattern } => { #visits #done }));
            }
            hygienic!(match *self { #arms })
        }
    }
}

/// The pattern that binds each field of a variant, and what is done with what it binds.
fn arm(library: &Crate, fields: &Fields, each: Each) -> (TokenStream, TokenStream) {
    let private = library.private();
    let mut pattern = TokenStream::new();
    let mut visits = TokenStream::new();
    for (index, field) in fields.0.iter().enumerate() {
        let (member, ty, cfgs) = (&field.member, &field.ty, attributes(&field.cfgs));
        if field.skipped {
            pattern.extend(hygienic!(#cfgs #member: _,));
            if each == Each::Visit {
                let check = skipped(library, ty);
                visits.extend(hygienic!(#cfgs #check));
            }
            continue;
        }
        let bound = Ident::new(&format!("field_{index}"), at(ty.span()));
        pattern.extend(hygienic!(#cfgs #member: ref #bound,));
        let private = located(&private, at(ty.span()));
        visits.extend(match each {
            Each::Visit => spanned!(at(ty.span()) => #cfgs #private::Traverse::traverse(#bound, visitor)?;),
            Each::Clear => spanned!(at(ty.span()) => #cfgs #private::Traverse::clear_cells(#bound, py);),
        });
    }
    (pattern, visits)
}

/// A skipped field must show no reference.
fn skipped(library: &Crate, ty: &Type) -> TokenStream {
    let private = located(&library.private(), at(ty.span()));
    spanned!(at(ty.span()) => #private::assert_no_visible_references::<#ty>();)
}

/// `#[derive(NoRefs)]`: each field must be plain data too.
pub(crate) fn derive_no_refs(derived: &Derived) -> TokenStream {
    let private = derived.library.private();
    let ident = &derived.ident;
    let generics = bounds::on_parameters(&derived.generics, &hygienic!(#private::NoRefs));
    let (parameters, arguments, bounds) = generics.split_for_impl();
    // Nothing to visit: the fields are checked below.
    let traverse = implement(&derived.library, ident, &generics, &Shape::Nothing);
    let mut checks = TokenStream::new();
    match &derived.shape {
        Shape::Nothing => {}
        Shape::Struct(fields) => plain(&derived.library, &[], fields, &mut checks),
        Shape::Enum(variants) => {
            for (_, cfgs, fields) in variants {
                plain(&derived.library, cfgs, fields, &mut checks);
            }
        }
    }
    hygienic! {
        const _: () = {
            impl #parameters #private::NoRefs for #ident #arguments #bounds {}
            #traverse
            fn fields #parameters () #bounds { #checks }
        };
    }
}

/// The checks that each field of a variant is plain data, where the variant and the field are there.
fn plain(library: &Crate, variant: &[Attribute], fields: &Fields, checks: &mut TokenStream) {
    let (private, outer) = (library.private(), attributes(variant));
    for field in &fields.0 {
        let (ty, cfgs) = (&field.ty, attributes(&field.cfgs));
        if field.skipped {
            let check = skipped(library, ty);
            checks.extend(hygienic!(#outer #cfgs #check));
            continue;
        }
        let private = located(&private, at(ty.span()));
        checks.extend(spanned!(at(ty.span()) => #outer #cfgs #private::assert_field_no_refs::<#ty>();));
    }
}
