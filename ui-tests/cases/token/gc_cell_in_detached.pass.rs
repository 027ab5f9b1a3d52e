//! What the other thread makes is set afterwards.

use owned::prelude::*;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let cell = GcCell::new(0_u8);
        cell.set(py, py.detach(|| 1))?;
        Ok(())
    })
}
