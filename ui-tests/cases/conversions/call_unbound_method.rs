//! The same for a method of the object.
//! expect: before it is bound

use owned::prelude::*;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let list = List::new(py, [3])?.unbind();
        let last: i64 = list.call_method("pop", ())?.extract()?;
        assert_eq!(last, 3);
        Ok(())
    })
}
