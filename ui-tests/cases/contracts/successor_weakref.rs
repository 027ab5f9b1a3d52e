//! A function whose borrowed result Python code can invalidate has no wrapper.
//! expect: E0425

use owned::prelude::*;
use owned::raw;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let class = py.import("builtins")?.getattr("type")?;
        let weak = Weak::new(&class)?;
        // SAFETY: attached, by `py`.
        drop(unsafe { raw::weakref_get_object(weak.raw()) }?);
        Ok(())
    })
}
