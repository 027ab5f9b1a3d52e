//! A handle cannot be read in a detached section, not even a string's text.
//! expect: `*mut owned::Python<'static>` cannot be

use owned::prelude::*;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let object = Str::new(py, "play")?;
        let length = py.detach(|| object.to_str().map(str::len))?;
        assert_eq!(length, 4);
        Ok(())
    })
}
