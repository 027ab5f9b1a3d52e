//! A handle seen as any object is the same reference, moved.
//! expect: E0382

use owned::prelude::*;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let list = List::empty(py)?;
        let object = list.into_any();
        assert_eq!(object.length()?, list.len());
        Ok(())
    })
}
