//! A tuple is made of a second set of references.

use owned::prelude::*;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let items = vec![py.none(), py.none()];
        let tuple = Tuple::from_vec(py, items.clone())?;
        assert_eq!(tuple.len(), items.len());
        Ok(())
    })
}
