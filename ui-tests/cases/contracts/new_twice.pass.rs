//! A second handle is a clone of the first.

use owned::prelude::*;
use owned::raw;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        // SAFETY: attached, by `py`.
        let new = unsafe { raw::dict_new() }?;
        // SAFETY: a dict.
        let first: Owned<'_, Dict> = unsafe { Owned::from_ref(py, new) };
        let second: Owned<'_, Dict> = first.clone();
        assert!(first.is(&second));
        Ok(())
    })
}
