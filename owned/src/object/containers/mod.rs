//! The containers of the interpreter, one file each.
//!
//! What Python code can change hands out new references only; a tuple's items may be borrowed from it.

mod dict;
mod dict_views;
mod dict_walk;
mod iter;
mod list;
mod list_walk;
mod mapping;
mod sequence;
mod set;
mod slice;
mod tuple;
mod tuple_walk;

use core::ops::{Bound, RangeBounds};

use crate::err::{IndexError, PyErr, Result};

pub use dict::Dict;
pub use dict_views::{DictItems, DictKeys, DictValues};
pub use dict_walk::{DictPairs, DictSnapshot};
pub(super) use iter::stopped;
pub use iter::{AsyncIter, Iter, Reply};
pub use list::List;
pub use list_walk::ListItems;
pub use mapping::Mapping;
pub use sequence::Sequence;
pub(crate) use set::no_such_item;
pub use set::{AnySet, FrozenSet, Set};
pub use slice::{Slice, SliceIndices};
pub use tuple::Tuple;
pub use tuple_walk::TupleItems;

/// An index as C has it.
#[inline]
pub(crate) fn position(index: usize) -> Result<isize> {
    isize::try_from(index).map_err(|_| IndexError::new("index out of range"))
}

/// A range of Rust as the two ends that the C functions take, which cut them down to the length.
pub(crate) fn bounds(range: &impl RangeBounds<usize>) -> (isize, isize) {
    let clamp = |index: usize| isize::try_from(index).unwrap_or(isize::MAX);
    let low = match range.start_bound() {
        Bound::Included(&low) => clamp(low),
        Bound::Excluded(&low) => clamp(low).saturating_add(1),
        Bound::Unbounded => 0,
    };
    let high = match range.end_bound() {
        Bound::Included(&high) => clamp(high).saturating_add(1),
        Bound::Excluded(&high) => clamp(high),
        Bound::Unbounded => isize::MAX,
    };
    (low, high)
}

/// CPython's words for an index past the end.
#[cold]
#[inline]
pub(crate) fn out_of_range(what: &str) -> PyErr {
    IndexError::new(format!("{what} index out of range"))
}
