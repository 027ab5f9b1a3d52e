//! What the macros of this floor write names, and nothing else. No promise is made about any of it.

// The types of bodies and of safe functions.
pub use crate::err::Result;
pub use crate::token::Python;
// `export!`: what C passes and gets.
pub use super::export::{Answer, GivenUp, answer, class_of, given, lent};
pub use crate::raw::PyObject;
pub use crate::raw::structs::PyTypeObject;
// `import!`: what a C function does with each reference, and the check of a call.
pub use super::import::{Argument, Borrowed, Call, Escaped, Given, Kept, New, Plain, Returned, Status, Stolen};
// `trampoline!`: how a body is entered.
pub use super::trampoline::{enter_attached, enter_detached, state_of};
