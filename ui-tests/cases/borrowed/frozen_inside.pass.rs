//! The inside of an object that cannot change is read while the handle lives.

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
        let tally: Owned<'_, Tally> = Tally { count: 3 }.into_py(py)?;
        let inside: &Tally = tally.get();
        assert_eq!(inside.count, 3);
        Ok(())
    })
}
