//! One reference cannot be stolen twice.
//! expect: E0382

use owned::prelude::*;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let list = List::new(py, [1, 2])?;
        let item = py.none();
        list.set(0, item)?;
        list.set(1, item)?;
        Ok(())
    })
}
