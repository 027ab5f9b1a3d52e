//! A field that is an attribute cannot borrow through a type parameter either.
//! expect: not general enough

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
        let named: Named<&str> = function.as_borrowed().extract()?;
        assert_eq!(named.name.len(), 7);
        Ok(())
    })
}
