//! C's nodes: an entry, and its neighbours by last use.

use owned::adopt::{BorrowedField, OwnedField};
use owned::prelude::*;

/// An entry of the dict. Its neighbours are kept alive by the dict.
#[class(name = "Node", unsafe(adopt(Node, type = NodeType)))]
#[repr(C)]
pub struct Node {
    pub(crate) value: OwnedField<Any>,
    pub(crate) key: OwnedField<Any>,
    prev: BorrowedField<Node>,
    pub(crate) next: BorrowedField<Node>,
}

#[methods]
impl Node {}

impl Node {
    pub(crate) fn pair<'py>(&self, py: Python<'py>) -> Result<(Option<Owned<'py, Any>>, Option<Owned<'py, Any>>)> {
        Ok((self.key.get(py)?, self.value.get(py)?))
    }
}
