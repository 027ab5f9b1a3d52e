//! From the user's tokens to the model. What rustc reports better is left to rustc.

mod attributes;
mod callable;
mod class;
mod derive;
mod function;
mod methods;
mod module;
mod options;
mod signature;

pub(crate) use class::class;
pub(crate) use derive::derive;
pub(crate) use function::function;
pub(crate) use methods::methods;
pub(crate) use module::module;
