//! Text extracted without a copy ends with the owner of the object.
//! expect: E0505

use owned::prelude::*;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let object = Str::new(py, "play")?.into_any();
        let text: &str = object.as_borrowed().extract()?;
        drop(object);
        assert_eq!(text, "play");
        Ok(())
    })
}
