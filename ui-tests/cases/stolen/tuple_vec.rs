//! The items that a tuple was made of cannot be used again.
//! expect: E0382

use owned::prelude::*;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let items = vec![py.none(), py.none()];
        let tuple = Tuple::from_vec(py, items)?;
        assert_eq!(tuple.len(), items.len());
        Ok(())
    })
}
