//! A guard is asked for.

use owned::prelude::*;

#[class]
pub struct Tally {
    #[field(get, set)]
    count: u64,
}

fn count(tally: &Owned<'_, Tally>) -> Result<u64> {
    Ok(tally.borrow()?.count)
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
        assert_eq!(count(&Tally { count: 3 }.into_py(py)?)?, 3);
        Ok(())
    })
}
