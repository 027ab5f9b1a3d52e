//! Floor 5: values of Rust to objects of Python and back, arguments, and the methods of objects that convert.

mod args;
mod arrange;
#[cfg(feature = "buffers")]
mod buffer;
mod call;
mod converted;
mod crates;
mod depth;
#[cfg(feature = "derive")]
pub mod derive;
mod from_py;
mod inside;
mod into_py;
mod names;
mod objects;
mod overloads;
mod place;
mod returns;
mod scalar;
mod signature;
mod std;
mod tuples;
mod unbound;

pub use args::{Args, argument, given, operand, options, rest, value};
pub use call::IntoArgs;
#[cfg(feature = "serde")]
pub use crates::serde;
pub use from_py::FromPy;
pub use into_py::IntoPy;
pub use names::SeenNames;
pub use objects::Values;
pub use overloads::Tried;
pub use returns::{IntoNext, IntoResult, IntoReturn, plain, ret, ret_next};
pub use scalar::{NoScalar, Scalar};
pub(crate) use signature::Convention;
pub use signature::{Param, Parsed, Signature};
pub(crate) use tuples::each_tuple;
