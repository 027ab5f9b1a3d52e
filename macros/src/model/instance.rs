//! What a generic struct is made a class of: each of its types that is one.

use proc_macro2::Ident;
use syn::punctuated::Punctuated;
use syn::{GenericArgument, GenericParam, Generics, PathArguments, Token, Type, TypePath};

/// `IntStack = Stack<i64>` of `#[class(instances(…))]`, or `Stack<i64>` of `#[methods(instances(…))]`.
#[derive(Clone)]
pub(crate) struct Instance {
    /// The name of the class, in Python and in Rust.
    pub(crate) alias: Option<Ident>,
    pub(crate) ty: Type,
}

impl Instance {
    /// The last name of the type, and what it is given.
    pub(crate) fn parts(&self) -> Option<(&Ident, &Punctuated<GenericArgument, Token![,]>)> {
        let Type::Path(TypePath { qself: None, path, .. }) = &self.ty else { return None };
        let last = path.segments.last()?;
        match &last.arguments {
            PathArguments::AngleBracketed(given) => Some((&last.ident, &given.args)),
            _ => None,
        }
    }

    /// Each parameter with what takes its place.
    pub(crate) fn arguments<'a>(
        &'a self,
        generics: &'a Generics,
    ) -> impl Iterator<Item = (&'a GenericParam, &'a GenericArgument)> {
        let given = self.parts().map(|(_, given)| given);
        generics.params.iter().zip(given.into_iter().flatten())
    }
}
