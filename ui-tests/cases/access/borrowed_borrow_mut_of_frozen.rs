//! Exclusive access through a `Borrowed` is refused in the same way.
//! expect: this class cannot change

use owned::prelude::*;

#[class]
pub struct Tally {
    #[field(get)]
    count: u64,
}

fn exclusive(tally: Borrowed<'_, '_, Tally>) -> Result<()> {
    tally.borrow_mut()?;
    Ok(())
}

#[owned::module]
mod tallies {
    #[export]
    pub use super::Tally;
}

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let _module = owned::load!(py, tallies)?;
        exclusive(Tally { count: 3 }.into_py(py)?.as_borrowed())
    })
}
