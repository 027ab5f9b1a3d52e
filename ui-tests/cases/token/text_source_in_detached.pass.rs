//! Text that was borrowed before may be read in a detached section: a string never changes.

use owned::prelude::*;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let object = Str::new(py, "play")?;
        let text = object.to_str()?;
        let length = py.detach(|| text.len());
        assert_eq!(length, 4);
        Ok(())
    })
}
