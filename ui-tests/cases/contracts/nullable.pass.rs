//! Where NULL is allowed, what is passed is an `Option`.

use owned::prelude::*;
use owned::raw;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let class = py.import("builtins")?.getattr("set")?.call(())?;
        let callback = py.import("builtins")?.getattr("print")?;
        // SAFETY: attached, by `py`.
        drop(unsafe { raw::weakref_new_ref(class.raw(), Some(callback.raw())) }?);
        Ok(())
    })
}
