//! No `DerefMut`: a swap would put a list where a string is believed to be.
//! expect: E0596

use owned::prelude::*;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let mut text = Str::new(py, "play")?;
        let old = std::mem::replace::<Owned<'_, Any>>(&mut text, py.none());
        assert!(!old.is(&text));
        Ok(())
    })
}
