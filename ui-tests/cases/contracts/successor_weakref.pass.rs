//! Its successor, which gives a new reference, has one.

use owned::prelude::*;
use owned::raw;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let class = py.import("builtins")?.getattr("type")?;
        let weak = Weak::new(&class)?;
        // SAFETY: attached, by `py`.
        drop(unsafe { raw::weakref_get_ref(weak.raw()) }?);
        Ok(())
    })
}
