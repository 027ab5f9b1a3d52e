//! A copy of memory that is lent, for DLPack's `copy=True`.
#![expect(unsafe_code, reason = "copies items whose layout is known")]

use crate::err::{MemoryError, Result};
use crate::object::Exported;
use crate::raw;
use crate::token::Python;

impl Exported {
    /// The same items in memory of their own, one after another, that Python may write to.
    ///
    /// # Errors
    /// `MemoryError`
    #[track_caller]
    pub(super) fn copied(self, _: Python<'_>) -> Result<Self> {
        let format = self.format();
        let lent = self.into_lent();
        // In words, so that it is aligned for any number.
        let mut memory = Vec::<u64>::new();
        let words = lent.bytes().div_ceil(size_of::<u64>());
        memory.try_reserve_exact(words).map_err(|_| MemoryError::new("no room for the copy"))?;
        memory.resize(words, 0);
        let (mut indices, mut at) = (vec![0_isize; lent.shape.len()], 0);
        while at < lent.bytes() {
            let offset: isize = indices.iter().zip(&lent.strides).map(|(index, stride)| index * stride).sum();
            let from = lent.start.cast::<u8>().wrapping_offset(offset);
            for byte in 0..lent.item {
                // SAFETY: a byte of an item of what is lent. Others may write to it, hence the shared read.
                let read = unsafe { raw::read_shared(from.wrapping_add(byte)) };
                let to = memory.as_mut_ptr().cast::<u8>().wrapping_add(at + byte);
                // SAFETY: inside of the words, of which there are enough.
                unsafe { to.write(read) };
            }
            at += lent.item;
            for (index, &count) in indices.iter_mut().zip(&lent.shape).rev() {
                *index += 1;
                if *index < count {
                    break;
                }
                *index = 0;
            }
        }
        let mut step = lent.item.cast_signed();
        let mut strides: Vec<isize> = lent
            .shape
            .iter()
            .rev()
            .map(|&count| {
                let stride = step;
                step = step.wrapping_mul(count.max(1));
                stride
            })
            .collect();
        strides.reverse();
        let start = memory.as_mut_ptr();
        // SAFETY: the vector is not touched any more, and keeps its memory, in which the items lie.
        Ok(unsafe { Exported::of_format(memory, start.cast(), format, lent.shape.clone(), strides) })
    }
}
