//! A function cannot ask for exclusive access to an object that cannot change.
//! expect: this class cannot change

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

    #[function]
    fn count(tally: owned::RefMut<'_, Tally>) -> u64 {
        tally.count
    }
}

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let module = owned::load!(py, tallies)?;
        let count = module.call_method("count", (Tally { count: 3 },))?;
        assert_eq!(count.extract::<u64>()?, 3);
        Ok(())
    })
}
