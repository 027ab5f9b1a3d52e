//! A look at the inside does not allow to change it.
//! expect: E0594

use owned::prelude::*;

#[class]
pub struct Tally {
    #[field(get, set)]
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
        tally.borrow()?.count += 1;
        Ok(())
    })
}
