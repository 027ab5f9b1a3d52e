//! It is bound first.

use owned::prelude::*;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let list = List::new(py, [3])?.unbind();
        let last: i64 = list.bind(py).call_method("pop", ())?.extract()?;
        assert_eq!(last, 3);
        Ok(())
    })
}
