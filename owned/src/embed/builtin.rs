//! Modules of the program, which `import` finds without a file.
#![expect(unsafe_code, reason = "is what the import machinery calls")]

use core::ffi::CStr;
use core::fmt;

use crate::module::{Module, module_init};
use crate::raw::{InitFunction, PyObject};

/// A `#[module]` of this program, for [`InterpreterBuilder::module`](super::InterpreterBuilder::module). Made by [`builtin!`](crate::builtin).
///
/// ```standalone_crate
/// use owned::embed::{Builtin, Interpreter};
/// use owned::prelude::*;
///
/// #[owned::module]
/// mod tallies {
///     #[function]
///     fn add(a: i64, b: i64) -> i64 {
///         a + b
///     }
/// }
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let tallies: Builtin = owned::builtin!(tallies);
/// let interpreter = Interpreter::builder().module(tallies).start()?;
/// interpreter.attach(|py| py.run("import tallies; assert tallies.add(2, 3) == 5", None))?;
/// interpreter.stop()?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Copy)]
pub struct Builtin {
    pub(super) name: &'static CStr,
    pub(super) init: InitFunction,
}

impl Builtin {
    /// What `builtin!` calls.
    #[doc(hidden)]
    #[inline]
    pub fn of<M: Module>() -> Self {
        extern "C" fn init<M: Module>() -> *mut PyObject {
            // SAFETY: the import machinery calls it, attached.
            unsafe { module_init::<M>() }
        }

        Builtin { name: M::NAME, init: init::<M> }
    }
}

impl fmt::Debug for Builtin {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Builtin").field(&self.name).finish()
    }
}
