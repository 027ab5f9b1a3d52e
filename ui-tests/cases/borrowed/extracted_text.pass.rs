//! Text extracted as a copy outlives the object.

use owned::prelude::*;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let object = Str::new(py, "play")?.into_any();
        let text: String = object.as_borrowed().extract()?;
        drop(object);
        assert_eq!(text, "play");
        Ok(())
    })
}
