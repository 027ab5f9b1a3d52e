//! What the model must obey before anything is expanded.

mod class;
#[cfg(feature = "derive")]
mod conversion;
mod methods;
mod module;
mod signature;

pub(crate) use class::class;
#[cfg(feature = "derive")]
pub(crate) use conversion::{from_py, into_py};
pub(crate) use methods::methods;
pub(crate) use module::module;

use crate::diagnostics::Diagnostics;
use crate::model::Function;

/// Checks a `#[function]`.
pub(crate) fn function(function: &Function, dcx: &mut Diagnostics) {
    signature::signature(&function.callable, dcx);
}
