//! A new reference cannot be copied: there is one count.
//! expect: E0599

use owned::prelude::*;
use owned::raw;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let none = py.none();
        // SAFETY: attached, by `py`.
        let new = unsafe { raw::dict_new() }?;
        drop((new.clone(), none));
        Ok(())
    })
}
