//! `Opaque` takes a value of a type that the library does not know.

use owned::prelude::*;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let none = py.none().unbind();
        let wrapped = Opaque::new(std::thread::current(), "made by another library");
        drop(wrapped);
        Ok(())
    })
}
