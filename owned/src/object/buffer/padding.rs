//! The bytes of items that belong to no field.
#![expect(unsafe_code, reason = "writes to bytes that are no part of a value")]

use super::Element;

/// Sets them to 0, so that whoever reads the memory as bytes sees nothing that Rust has left there.
#[inline]
pub(crate) fn clear_padding<T: Element>(items: &mut [T]) {
    if const { !T::FORMAT.has_padding() } {
        return;
    }
    for item in items {
        let start = core::ptr::from_mut(item).cast::<u8>();
        let mut end = 0;
        let clear = |from: usize, to: usize| {
            // SAFETY: bytes of the item, which is borrowed as ours alone, between two of its parts: no part of its value.
            unsafe { start.wrapping_add(from).write_bytes(0, to - from) };
        };
        T::FORMAT.each_part(0, &mut |part, size| {
            clear(end, part);
            end = part + size;
        });
        clear(end, size_of::<T>());
    }
}
