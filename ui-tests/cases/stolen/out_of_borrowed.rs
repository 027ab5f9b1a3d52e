//! A borrowed reference owns nothing that could be stolen.
//! expect: E0507

use owned::prelude::*;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let list = List::new(py, [1])?;
        let tuple = Tuple::from_items(py, [py.none()])?;
        let item = tuple.get(0)?;
        list.set(0, *item)?;
        Ok(())
    })
}
