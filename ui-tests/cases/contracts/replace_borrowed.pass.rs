//! What is replaced is given.

use owned::prelude::*;
use owned::raw;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let text = Str::new(py, "text")?;
        let more = Str::new(py, "more")?;
        // SAFETY: attached, by `py`.
        drop(unsafe { raw::unicode_append(text.into_stolen(), more.raw()) }?);
        Ok(())
    })
}
