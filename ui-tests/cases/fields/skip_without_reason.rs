//! A field is not skipped without a reason.
//! expect: say why the collector need not see this field

use owned::prelude::*;

#[class]
pub struct Tally {
    #[traverse(skip = "")]
    peer: Option<std::net::TcpStream>,
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
