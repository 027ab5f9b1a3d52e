//! The caller gives the word.

use owned::prelude::*;
use owned::raw;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        // SAFETY: attached, by `py`.
        let new = unsafe { raw::dict_new() }?;
        // SAFETY: a dict.
        let dict: Owned<'_, Dict> = unsafe { Owned::from_ref(py, new) };
        assert!(dict.is_empty());
        Ok(())
    })
}
