//! A downcast takes the handle: there is one reference, under its new type.
//! expect: E0382

use owned::prelude::*;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let object = Str::new(py, "play")?.into_any();
        let text = object.downcast::<Str>()?;
        assert!(text.is(&object));
        Ok(())
    })
}
