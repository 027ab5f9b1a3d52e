//! Cells that Python sets in place give nobody exclusive access.
//! expect: this class cannot change, so its objects keep no state word

use owned::prelude::*;

#[class]
pub struct Tally {
    #[field(get, set)]
    count: AtomicCell<u64>,
    #[field(get, set)]
    item: Slot,
}

#[methods]
impl Tally {
    #[new]
    fn new(count: u64) -> Self {
        Tally { count: count.into(), item: Slot::empty() }
    }
}

#[owned::module]
mod tallies {
    #[export]
    pub use super::Tally;
}

fn count(tally: &Owned<'_, Tally>) -> Result<u64> {
    Ok(tally.borrow_mut()?.count.get())
}

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let tally = owned::load!(py, tallies)?.call_method("Tally", (3,))?.downcast::<Tally>()?;
        assert_eq!(count(&tally)?, 3);
        Ok(())
    })
}
