//! They are.

use owned::prelude::*;

#[class(instances(IntStack = Stack<i64>))]
pub struct Stack<T> {
    items: Vec<T>,
}

#[owned::module]
mod stacks {
    #[export]
    pub use super::IntStack;
}

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| owned::load!(py, stacks).map(drop))
}
