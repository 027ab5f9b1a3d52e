//! A downcast of a borrowed object is used while its owner lives.

use owned::prelude::*;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let object = Str::new(py, "play")?.into_any();
        let text: Borrowed<'_, '_, Str> = object.as_borrowed().downcast()?;
        assert_eq!(text.as_str()?, "play");
        Ok(())
    })
}
