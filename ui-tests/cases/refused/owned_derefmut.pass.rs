//! A handle itself can be swapped for another of its type.

use owned::prelude::*;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let mut text = Str::new(py, "play")?;
        let old = std::mem::replace::<Owned<'_, Str>>(&mut text, Str::new(py, "stop")?);
        assert!(!old.is(&text));
        Ok(())
    })
}
