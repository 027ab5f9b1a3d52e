//! A field that hides its owner is shown also where something else is wrong.
//! expect: the collector cannot see into `Rc<u64>`
//! errors: 2, because a method takes the object away too

use owned::prelude::*;

#[owned::module]
mod tallies {
    #[class]
    pub struct Tally {
        count: std::rc::Rc<u64>,
    }

    #[methods]
    impl Tally {
        fn take(self) -> u64 {
            *self.count
        }
    }
}

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| owned::load!(py, tallies).map(drop))
}
