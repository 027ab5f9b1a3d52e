//! A downcast of a lent handle leaves the handle as it was.

use owned::prelude::*;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let object = Str::new(py, "play")?.into_any();
        let text = object.as_borrowed().downcast::<Str>()?;
        assert!(text.is(&object));
        Ok(())
    })
}
