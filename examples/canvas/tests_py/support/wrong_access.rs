//! The faults of `wrong_access.c` in Rust, compiled as the Rust half of the module is.

use std::hint::black_box;

const SIZE: usize = 16;

/// Writes one byte of a block of `SIZE`: in bounds if `at` is less than that.
#[unsafe(no_mangle)]
pub extern "C" fn overflow(at: usize) -> i32 {
    let mut block = black_box(vec![0_u8; SIZE]);
    let byte = block.as_mut_ptr().wrapping_add(at);
    // SAFETY: none beyond the block: that is the fault.
    unsafe { byte.write_volatile(1) };
    0
}

/// Reads a block, after its release if `early`.
#[unsafe(no_mangle)]
pub extern "C" fn after_release(early: i32) -> i32 {
    let block = black_box(vec![0_u8; SIZE]);
    let byte = block.as_ptr().wrapping_add(1);
    let mut kept = Some(block);
    if early != 0 {
        kept = None;
    }
    // SAFETY: none if the block was not kept: that is the fault.
    let value = unsafe { byte.read_volatile() };
    drop(black_box(kept));
    value.into()
}

/// Reads one byte of what somebody else allocated.
#[unsafe(no_mangle)]
pub extern "C" fn touch(address: *const u8) -> i32 {
    // SAFETY: as good as the caller's pointer, which is the fault.
    let value = unsafe { address.read_volatile() };
    i32::from(value) & 0
}
