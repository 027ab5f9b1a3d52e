//! Floor 2: the handles. [`Owned`] holds one strong reference, [`Borrowed`] none, [`Py`] one that is not tied to an
//! attached scope.

mod any;
mod borrowed;
mod cast;
mod handle;
mod hint;
mod owned;
mod py;

pub use any::{Any, Derived, TypeInfo};
pub use borrowed::Borrowed;
pub use cast::Downcast;
#[cfg(feature = "stubs")]
pub(crate) use hint::Hint;
pub use hint::TypeHint;
pub use owned::Owned;
pub use py::Py;
