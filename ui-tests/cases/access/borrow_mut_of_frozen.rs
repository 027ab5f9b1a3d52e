//! A class in which nothing can change has no exclusive access, and the message says why.
//! expect: this class cannot change

use owned::prelude::*;

#[class]
pub struct Tally {
    #[field(get)]
    count: u64,
}

fn exclusive(tally: &Owned<'_, Tally>) -> Result<()> {
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
        exclusive(&Tally { count: 3 }.into_py(py)?)
    })
}
