//! What is moved into a callback hides no reference.
//! expect: E0277

use owned::prelude::*;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let seen = List::empty(py)?;
        let shared = std::sync::Arc::new(seen.unbind());
        owned::callback!(py, "keep", [move shared], |args| Ok(shared.bind(args.py()).len()))?;
        Ok(())
    })
}
