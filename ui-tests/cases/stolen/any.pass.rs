//! A second reference is seen as any object.

use owned::prelude::*;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let list = List::empty(py)?;
        let object = list.clone().into_any();
        assert_eq!(object.length()?, list.len());
        Ok(())
    })
}
