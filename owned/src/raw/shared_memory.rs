//! Memory of Python objects that anyone may write to meanwhile: another thread where there is no GIL, and everywhere
//! code that has detached (a `readinto`, a C library). Rust takes a change under a plain read for impossible; these
//! reads and writes are atomic.

use core::mem::MaybeUninit;
use core::slice;
use core::sync::atomic::Ordering::Relaxed;
use core::sync::atomic::{AtomicU8, AtomicU16, AtomicU32, AtomicU64};

/// What is there now. In one piece if it is aligned and of a size that the machine reads so; else byte by byte: then
/// one that is being written can be half old and half new.
///
/// # Safety
/// `place` is valid for reads of a `T`, but need not be aligned; no reference of Rust into it exists, except to atomics.
/// Any bytes are a `T`.
#[inline]
pub(crate) unsafe fn read_shared<T: Copy>(place: *const T) -> T {
    let mut copy = MaybeUninit::<T>::uninit();
    // SAFETY: the caller's memory; a byte is always aligned.
    let from = unsafe { slice::from_raw_parts(place.cast::<AtomicU8>(), size_of::<T>()) };
    // SAFETY: the bytes of `copy`, which is not used otherwise as long as the slice is.
    let to = unsafe { slice::from_raw_parts_mut(copy.as_mut_ptr().cast::<MaybeUninit<u8>>(), size_of::<T>()) };
    read(from, to);
    // SAFETY: every byte of it was written by the line above, and any bytes are a `T`.
    unsafe { copy.assume_init() }
}

/// Puts `value` there: see [`read_shared`].
///
/// # Safety
/// `place` is valid for writes of a `T`, but need not be aligned; no reference of Rust into it exists, except to
/// atomics. `T` has no padding.
#[inline]
pub(crate) unsafe fn write_shared<T: Copy>(place: *mut T, value: T) {
    // SAFETY: the bytes of `value`, all of them initialised, since `T` has no padding.
    let from = unsafe { slice::from_raw_parts((&raw const value).cast::<u8>(), size_of::<T>()) };
    // SAFETY: the caller's memory; a byte is always aligned.
    let to = unsafe { slice::from_raw_parts(place.cast::<AtomicU8>(), size_of::<T>()) };
    write(from, to);
}

/// Puts these bytes there: see [`read_shared`].
///
/// # Safety
/// `place` is valid for writes of so many bytes; no reference of Rust into it exists, except to atomics.
#[inline]
pub(crate) unsafe fn write_shared_bytes(place: *mut u8, bytes: &[u8]) {
    // SAFETY: the caller's memory; a byte is always aligned.
    let to = unsafe { slice::from_raw_parts(place.cast::<AtomicU8>(), bytes.len()) };
    write(bytes, to);
}

/// The memory as one atomic, if it is as large and aligned for it.
macro_rules! as_one {
    ($memory:ident, $atomic:ident) => {{
        let place = $memory.as_ptr().cast::<$atomic>();
        let fits = $memory.len() == size_of::<$atomic>() && place.is_aligned();
        // SAFETY: so many bytes, that anyone may write to, aligned: by the check.
        fits.then(|| unsafe { &*place })
    }};
}

#[inline]
fn read(from: &[AtomicU8], to: &mut [MaybeUninit<u8>]) {
    if let Some(whole) = as_one!(from, AtomicU64) {
        return to.copy_from_slice(&whole.load(Relaxed).to_ne_bytes().map(MaybeUninit::new));
    }
    if let Some(whole) = as_one!(from, AtomicU32) {
        return to.copy_from_slice(&whole.load(Relaxed).to_ne_bytes().map(MaybeUninit::new));
    }
    if let Some(whole) = as_one!(from, AtomicU16) {
        return to.copy_from_slice(&whole.load(Relaxed).to_ne_bytes().map(MaybeUninit::new));
    }
    for (byte, to) in from.iter().zip(to) {
        to.write(byte.load(Relaxed));
    }
}

#[inline]
fn write(from: &[u8], to: &[AtomicU8]) {
    if let (Some(whole), Ok(bytes)) = (as_one!(to, AtomicU64), from.try_into()) {
        return whole.store(u64::from_ne_bytes(bytes), Relaxed);
    }
    if let (Some(whole), Ok(bytes)) = (as_one!(to, AtomicU32), from.try_into()) {
        return whole.store(u32::from_ne_bytes(bytes), Relaxed);
    }
    if let (Some(whole), Ok(bytes)) = (as_one!(to, AtomicU16), from.try_into()) {
        return whole.store(u16::from_ne_bytes(bytes), Relaxed);
    }
    for (byte, to) in from.iter().zip(to) {
        to.store(*byte, Relaxed);
    }
}

#[cfg(test)]
mod tests {
    use super::{read_shared, write_shared};

    fn there_and_back<T: Copy + PartialEq + core::fmt::Debug>(value: T) {
        let mut memory = [0_u8; 48];
        for start in 0..16 {
            let here = memory[start..].as_mut_ptr().cast::<T>();
            // SAFETY: 32 bytes at least, of which nothing else refers to one; numbers, without padding.
            unsafe { write_shared(here, value) };
            // SAFETY: as above; any bytes are a value.
            assert_eq!(unsafe { read_shared(here) }, value);
        }
    }

    #[test]
    #[inline]
    fn every_size_at_every_alignment() {
        there_and_back(7_u8);
        there_and_back(0x0102_u16);
        there_and_back(-3_i32);
        there_and_back(2.5_f64);
        there_and_back([1_u64, 2, 3]);
    }
}
