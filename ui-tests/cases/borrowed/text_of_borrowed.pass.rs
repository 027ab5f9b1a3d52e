//! The text of a borrowed `Str` is read while its owner lives.

use owned::prelude::*;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let object = Str::new(py, "play")?;
        let text: &str = object.as_borrowed().as_str()?;
        assert_eq!(text, "play");
        Ok(())
    })
}
