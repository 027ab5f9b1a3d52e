//! What is to be kept is a reference of its own.

use owned::prelude::*;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let cell = GcCell::new(List::empty(py)?.unbind());
        let held = cell.with(py, |list| list.clone_ref(py))?;
        cell.set(py, List::empty(py)?.unbind())?;
        assert!(held.bind(py).is_empty());
        Ok(())
    })
}
