//! Where the items of a buffer lie.

use crate::raw::View;

/// The place of an item: how many bytes from the start, then, where items lie behind pointers, what to add after
/// following each.
pub(super) struct Place {
    /// Bytes to go before each pointer is followed, and at the end.
    pub(super) steps: Vec<isize>,
}

/// Whether shape, strides and length are there and go together, as the protocol asks for.
#[inline]
pub(super) fn is_whole(view: &View) -> bool {
    let (shape, strides) = (view.shape(), view.strides());
    let bytes = shape.iter().try_fold(view.item_size(), |all, &count| all.checked_mul(usize::try_from(count).ok()?));
    shape.len() == view.dimensions() && strides.len() == shape.len() && bytes == Some(view.bytes())
}

/// The place of the item at these indices, each of which is below its dimension.
#[inline]
pub(super) fn of(view: &View, indices: &[usize]) -> Place {
    let mut steps = vec![0];
    for (at, &index) in indices.iter().enumerate() {
        let last = steps.last_mut().expect("one step at least");
        *last += view.strides()[at] * index.cast_signed();
        if let Some(&behind) = view.suboffsets().and_then(|all| all.get(at))
            && behind >= 0
        {
            steps.push(behind);
        }
    }
    Place { steps }
}

/// Whether there is an item at these indices.
#[inline]
pub(super) fn is_inside(view: &View, indices: &[usize]) -> bool {
    let shape = view.shape();
    indices.len() == shape.len() && indices.iter().zip(shape).all(|(&index, &end)| index < end.unsigned_abs())
}

/// The next indices in C's order; `false` after the last.
#[inline]
pub(super) fn advance(shape: &[isize], indices: &mut [usize]) -> bool {
    for (index, &end) in indices.iter_mut().zip(shape).rev() {
        *index += 1;
        if *index < end.unsigned_abs() {
            return true;
        }
        *index = 0;
    }
    false
}
