//! The inside of an object is not reached through its handle.
//! expect: E0609

use owned::prelude::*;

#[class]
pub struct Tally {
    #[field(get)]
    count: u64,
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
        let tally = Tally { count: 3 }.into_py(py)?;
        assert_eq!(tally.count, 3);
        Ok(())
    })
}
