//! The inside of an object that can change is not read without a guard.
//! expect: this class can change, so its inside is reached through a guard

use owned::prelude::*;

#[class]
pub struct Tally {
    #[field(get, set)]
    count: u64,
}

fn count(tally: &Owned<'_, Tally>) -> Result<u64> {
    Ok(tally.get().count)
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
