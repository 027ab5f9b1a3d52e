//! Bounds on the user's parameters and types.

use crate::stream::{Ident, ToTokens, TokenStream};
use crate::syntax::{GenericParam, Generics, Type};
use crate::template::hygienic;

/// Adds `ty: bound` to the where clause.
pub(super) fn require(generics: &mut Generics, ty: &dyn ToTokens, bound: &TokenStream) {
    generics.add_predicate(&hygienic!(#ty: #bound));
}

/// The generics with a bound on each type parameter.
pub(super) fn on_parameters(generics: &Generics, bound: &TokenStream) -> Generics {
    let mut generics = generics.clone();
    for param in &mut generics.params {
        if let GenericParam::Type(param) = param {
            param.add_bound(bound);
        }
    }
    generics
}

/// The type of this name.
pub(super) fn named(ident: &Ident) -> Type {
    Type::Path(ident.clone().into())
}
