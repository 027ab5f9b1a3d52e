//! The reason is written.

use owned::prelude::*;

#[class]
pub struct Tally {
    #[traverse(skip = "a socket holds no Python object")]
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
