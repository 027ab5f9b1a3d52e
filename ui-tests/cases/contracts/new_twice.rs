//! A new reference becomes one handle.
//! expect: E0382

use owned::prelude::*;
use owned::raw;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        // SAFETY: attached, by `py`.
        let new = unsafe { raw::dict_new() }?;
        // SAFETY: a dict.
        let first: Owned<'_, Dict> = unsafe { Owned::from_ref(py, new) };
        // SAFETY: a dict.
        let second: Owned<'_, Dict> = unsafe { Owned::from_ref(py, new) };
        assert!(first.is(&second));
        Ok(())
    })
}
