//! `Opaque` does not take a value in which the compiler sees a reference.
//! expect: `Py<owned::Any>` holds Python references

use owned::prelude::*;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let none = py.none().unbind();
        let wrapped = Opaque::new(none, "made by another library");
        drop(wrapped);
        Ok(())
    })
}
