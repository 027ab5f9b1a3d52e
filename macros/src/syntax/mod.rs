//! What the macros read of Rust, over its tokens: attributes, paths, parameters, and of types and expressions the forms that
//! matter. All else are tokens, which are handed on as they are: what is wrong there, rustc says.
//!
//! A general parser of Rust takes as long to compile as all of these macros, and everybody who builds an extension waits for it.

mod attribute;
mod error;
mod expression;
mod extent;
mod generics;
mod input;
mod lifetime;
mod literal;
mod member;
mod number;
mod parameters;
mod path;
mod scan;
mod text;
mod ty;
mod visibility;
mod words;

pub(crate) use attribute::{Attribute, Meta, MetaList, inner, outer};
pub(crate) use error::{Error, Result, span_of};
pub(crate) use expression::{Expr, expression};
pub(crate) use generics::{GenericParam, Generics, LifetimeParam};
pub(crate) use input::Input;
pub(crate) use lifetime::Lifetime;
pub(crate) use literal::{Lit, LitStr};
pub(crate) use member::{Index, Member};
pub(crate) use path::{GenericArgument, Path};
pub(crate) use scan::Angles;
pub(crate) use ty::{Type, TypeReference, ty};
pub(crate) use visibility::visibility;
