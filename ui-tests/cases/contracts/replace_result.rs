//! What replaces is not overlooked.
//! expect: must be used

#![deny(unused_must_use)]
use owned::prelude::*;
use owned::raw;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let text = Str::new(py, "text")?;
        let more = Str::new(py, "more")?;
        // SAFETY: attached, by `py`.
        unsafe { raw::unicode_append(text.into_stolen(), more.raw()) };
        Ok(())
    })
}
