//! A downcast of a borrowed object ends with the owner of the object.
//! expect: E0505

use owned::prelude::*;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let object = Str::new(py, "play")?.into_any();
        let text: Borrowed<'_, '_, Str> = object.as_borrowed().downcast()?;
        drop(object);
        assert_eq!(text.as_str()?, "play");
        Ok(())
    })
}
