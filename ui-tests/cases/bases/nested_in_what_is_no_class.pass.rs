//! It is one.

use owned::prelude::*;

#[class]
pub struct Tree;

#[class(nested_in = Tree)]
pub struct Node;

#[owned::module]
mod trees {
    #[export]
    pub use super::Node;
}

fn main() {
    Python::initialize();
}
