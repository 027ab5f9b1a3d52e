//! A copy of the text outlives the `Str`.

use owned::prelude::*;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let text = {
            let object = Str::new(py, "play")?;
            object.to_str()?.to_owned()
        };
        assert_eq!(text, "play");
        Ok(())
    })
}
