//! What it needs is given to it.

use owned::prelude::*;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let seen = List::empty(py)?;
        let action: owned::Action<i64> = owned::Action::new(seen.unbind(), |seen, py, number| seen.bind(py).append(number));
        action.run(py, 1)?;
        Ok(())
    })
}
