//! From the user's tokens to the model. What rustc reports better is left to rustc.

mod adopted;
mod asynchronous;
mod attributes;
mod callable;
mod class;
#[cfg(feature = "derive")]
mod conversion;
mod derive;
#[cfg(feature = "buffers")]
mod element;
#[cfg(feature = "enums")]
mod enums;
#[cfg(not(feature = "enums"))]
#[path = "enums_missing.rs"]
mod enums;
mod fields;
mod function;
mod hint;
mod methods;
mod module;
mod options;
#[cfg(feature = "derive")]
mod py_options;
mod signature;
mod test;

pub(crate) use class::class;
#[cfg(feature = "derive")]
pub(crate) use conversion::conversion;
pub(crate) use derive::derive;
#[cfg(feature = "buffers")]
pub(crate) use element::element;
pub(crate) use enums::enumeration;
pub(crate) use function::function;
pub(crate) use methods::methods;
pub(crate) use module::module;
pub(crate) use test::test;
