//! A class is in a class.
//! expect: error[E0277]: `Tree` is not a Python class

use owned::prelude::*;

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
