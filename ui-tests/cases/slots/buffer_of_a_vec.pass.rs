//! An `Arc` is.

use owned::prelude::*;
#[allow(unused_imports)]
use owned::types::Exported;

#[class]
pub struct Tally {
    count: u64,
}

#[methods]
impl Tally {
    fn __buffer__(&self) -> Exported {
        Exported::readonly(vec![1, 2, 3].into())
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
