//! A new reference becomes a handle, which makes another when it is cloned.

use owned::prelude::*;
use owned::raw;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let none = py.none();
        // SAFETY: attached, by `py`.
        let new = unsafe { raw::dict_new() }?;
        drop((new, none));
        Ok(())
    })
}
