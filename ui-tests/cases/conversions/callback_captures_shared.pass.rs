//! What is moved is owned once.

use owned::prelude::*;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let seen = List::empty(py)?;
        let shared = Box::new(seen.unbind());
        owned::callback!(py, "keep", [move shared], |args| Ok(shared.bind(args.py()).len()))?;
        Ok(())
    })
}
