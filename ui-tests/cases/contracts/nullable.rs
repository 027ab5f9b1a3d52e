//! Where NULL is allowed, what is passed says that it is not NULL.
//! expect: E0308

use owned::prelude::*;
use owned::raw;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let class = py.import("builtins")?.getattr("set")?.call(())?;
        let callback = py.import("builtins")?.getattr("print")?;
        // SAFETY: attached, by `py`.
        drop(unsafe { raw::weakref_new_ref(class.raw(), callback.raw()) }?);
        Ok(())
    })
}
