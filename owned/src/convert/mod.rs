//! Floor 5: values of Rust to objects of Python and back, arguments, and the methods of objects that convert.

mod args;
mod call;
mod from_py;
mod from_std;
mod into_py;
mod into_std;
mod objects;
mod returns;

pub use args::{Args, Param, Parsed, Signature, argument, operand, options, rest, value};
pub use call::IntoArgs;
pub use from_py::FromPy;
pub use into_py::IntoPy;
pub use returns::{IntoNext, IntoResult, IntoReturn, plain, ret, ret_next};
