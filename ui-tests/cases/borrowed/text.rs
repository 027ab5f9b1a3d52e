//! The text of a `Str` cannot outlive it.
//! expect: E0597

use owned::prelude::*;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let text = {
            let object = Str::new(py, "play")?;
            object.to_str()?
        };
        assert_eq!(text, "play");
        Ok(())
    })
}
