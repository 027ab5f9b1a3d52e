//! A text of its own.

use owned::prelude::*;

#[derive(FromPy)]
pub struct Named<T> {
    #[py(attribute = "__name__")]
    pub name: T,
}

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let function = py.import("operator")?.getattr("truediv")?;
        let named: Named<String> = function.as_borrowed().extract()?;
        assert_eq!(named.name.len(), 7);
        Ok(())
    })
}
