//! An action captures nothing by itself.
//! expect: E0308

use owned::prelude::*;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let seen = List::empty(py)?;
        let action: owned::Action<i64> = owned::Action::new((), |(), _, number| seen.append(number));
        action.run(py, 1)?;
        Ok(())
    })
}
