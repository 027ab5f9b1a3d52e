//! That an object has a type is the caller's word.
//! expect: E0133

use owned::prelude::*;
use owned::raw;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        // SAFETY: attached, by `py`.
        let new = unsafe { raw::dict_new() }?;
        let dict: Owned<'_, Dict> = Owned::from_ref(py, new);
        assert!(dict.is_empty());
        Ok(())
    })
}
