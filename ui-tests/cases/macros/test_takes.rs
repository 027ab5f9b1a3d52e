//! A test takes the token, and nothing else.
//! expect: error: a test takes nothing, or `py: Python<'_>`

use owned::prelude::*;

#[owned::test]
fn counts(py: Python<'_>, _times: u32) -> Result<()> {
    List::new(py, [1, 2])?;
    Ok(())
}

fn main() {
    Python::initialize();
}
