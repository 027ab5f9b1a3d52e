//! A name that Python gives no meaning is refused, with the nearest that has one.
//! expect: error: `__matmull__` is not supported

use owned::prelude::*;

#[class]
pub struct Tally {
    count: u64,
}

#[methods]
impl Tally {
    fn __matmull__(&self, other: u64) -> bool {
        self.count == other
    }
}

#[owned::module]
mod tallies {
    #[export]
    pub use super::Tally;
}

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| owned::load!(py, tallies).map(drop))
}
