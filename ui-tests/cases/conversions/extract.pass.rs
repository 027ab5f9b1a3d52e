//! The value is extracted as a copy.

use owned::prelude::*;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let text = Str::new(py, "play")?.into_any();
        let text = text.extract::<String>()?;
        assert_eq!(text.len(), 4);
        Ok(())
    })
}
