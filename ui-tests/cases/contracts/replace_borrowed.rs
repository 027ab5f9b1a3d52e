//! What is replaced is not only lent.
//! expect: E0308

use owned::prelude::*;
use owned::raw;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let text = Str::new(py, "text")?;
        let more = Str::new(py, "more")?;
        // SAFETY: attached, by `py`.
        drop(unsafe { raw::unicode_append(text.raw(), more.raw()) }?);
        Ok(())
    })
}
