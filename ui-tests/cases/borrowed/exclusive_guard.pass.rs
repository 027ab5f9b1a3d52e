//! The inside is changed while the handle lives.

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
        let tally: Owned<'_, Tally> = Tally { count: 3 }.into_py(py)?;
        let mut inside = tally.borrow_mut()?;
        inside.count += 1;
        assert_eq!(inside.count, 4);
        Ok(())
    })
}
