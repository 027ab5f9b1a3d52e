//! A cell changes on attached threads only.
//! expect: E0277

use owned::prelude::*;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let cell = GcCell::new(0_u8);
        py.detach(|| cell.set(py, 1))?;
        Ok(())
    })
}
