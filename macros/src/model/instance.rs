//! What a generic struct is made a class of: each of its types that is one.

use crate::stream::Ident;
use crate::syntax::{GenericArgument, GenericParam, Generics, Type};

/// `IntStack = Stack<i64>` of `#[class(instances(…))]`, or `Stack<i64>` of `#[methods(instances(…))]`.
#[derive(Clone)]
pub(crate) struct Instance {
    /// The name of the class, in Python and in Rust.
    pub(crate) alias: Option<Ident>,
    pub(crate) ty: Type,
}

impl Instance {
    /// The last name of the type, and what it is given.
    pub(crate) fn parts(&self) -> Option<(&Ident, &[GenericArgument])> {
        match &self.ty {
            Type::Path(path) if !path.qualified => {
                let last = path.last()?;
                last.arguments.as_ref().map(|given| (&last.ident, given.as_slice()))
            }
            _ => None,
        }
    }

    /// Each parameter with what takes its place.
    pub(crate) fn arguments<'a>(&'a self, generics: &'a Generics) -> Vec<(&'a GenericParam, &'a GenericArgument)> {
        let mut all = Vec::new();
        if let Some((_, given)) = self.parts() {
            for (at, parameter) in generics.params.iter().enumerate() {
                if at < given.len() {
                    all.push((parameter, &given[at]));
                }
            }
        }
        all
    }
}
