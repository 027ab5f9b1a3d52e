//! The text of a borrowed `Str` ends with the owner of the `Str`.
//! expect: E0505

use owned::prelude::*;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let object = Str::new(py, "play")?;
        let text: &str = object.as_borrowed().as_str()?;
        drop(object);
        assert_eq!(text, "play");
        Ok(())
    })
}
