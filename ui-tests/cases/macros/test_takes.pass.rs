//! A test takes the token.

use owned::prelude::*;

#[owned::test]
fn counts(py: Python<'_>) -> Result<()> {
    List::new(py, [1, 2])?;
    Ok(())
}

fn main() {
    Python::initialize();
}
