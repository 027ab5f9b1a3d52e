//! A look into a cell ends with its closure: the value may be replaced then.
//! expect: lifetime may not live long enough

use owned::prelude::*;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let cell = GcCell::new(List::empty(py)?.unbind());
        let held = cell.with(py, |list| list)?;
        cell.set(py, List::empty(py)?.unbind())?;
        assert!(held.bind(py).is_empty());
        Ok(())
    })
}
