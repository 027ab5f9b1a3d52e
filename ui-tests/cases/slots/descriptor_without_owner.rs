//! A descriptor is asked for an instance and a class.
//! expect: error: `__get__` has the form `fn __get__(&self, instance: Option<…>, owner: …) -> …`

use owned::prelude::*;

#[class]
pub struct Tally {
    count: u64,
}

#[methods]
impl Tally {
    fn __get__(&self, instance: Option<Borrowed<'_, '_, Any>>) -> bool {
        instance.is_some()
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
