//! `Opaque` is where it is said.

use owned::prelude::*;

#[class]
pub struct Tally {
    peer: Opaque<std::net::TcpStream>,
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
