//! What was replaced cannot be used: the result is in its place.
//! expect: E0382

use owned::prelude::*;
use owned::raw;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let text = Str::new(py, "text")?;
        let more = Str::new(py, "more")?;
        // SAFETY: attached, by `py`.
        drop(unsafe { raw::unicode_append(text.into_stolen(), more.raw()) }?);
        assert_eq!(text.to_str()?, "text");
        Ok(())
    })
}
