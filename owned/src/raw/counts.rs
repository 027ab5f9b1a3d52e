//! Counting references, as `Py_INCREF` and `Py_DECREF` do.
//!
//! On 3.12 and 3.13 a count has 64 bits, of which the lower 32 say whether the object is immortal: they are negative then.
//! The macros of C write the lower half when they count up, and read the whole when they count down: a processor that has
//! just written the one waits before it can read the other. Here both change the whole. Whoever has carried the count of an
//! immortal object past the lower half (an extension that was built before there were any) finds it as the macros leave it: an
//! object is freed where all 64 bits are 0, and nowhere else.

use pyo3_ffi::{self as ffi, PyObject};

/// Whether counts are changed here, as a whole.
const WHOLE: bool = cfg!(all(
    Py_3_12,
    not(any(Py_3_14, Py_LIMITED_API, Py_GIL_DISABLED, py_sys_config = "Py_REF_DEBUG")),
    target_pointer_width = "64",
    target_endian = "little"
));

/// `Py_INCREF`.
///
/// # Safety
/// A live object; attached.
#[inline(always)]
pub(super) unsafe fn incref(object: *mut PyObject) {
    if !WHOLE {
        // SAFETY: the caller's.
        unsafe { ffi::Py_INCREF(object) };
    // SAFETY: the caller's.
    } else if !unsafe { is_immortal(object) } {
        // SAFETY: a live object begins with its count, which only attached threads change.
        unsafe { *object.cast::<u64>() += 1 };
    }
}

/// `Py_DECREF`.
///
/// # Safety
/// A live object, and one reference to it that is given up; attached.
#[inline(always)]
pub(super) unsafe fn decref(object: *mut PyObject) {
    if !WHOLE {
        // SAFETY: the caller's.
        unsafe { ffi::Py_DECREF(object) };
        return;
    }
    // SAFETY: the caller's.
    if unsafe { is_immortal(object) } {
        return;
    }
    // SAFETY: a live object begins with its count, which only attached threads change.
    let count = unsafe { &mut *object.cast::<u64>() };
    *count -= 1;
    if *count == 0 {
        // SAFETY: that was the last reference.
        unsafe { _Py_Dealloc(object) };
    }
}

/// # Safety
/// A live object, whose count is [`WHOLE`]; attached.
#[inline(always)]
unsafe fn is_immortal(object: *mut PyObject) -> bool {
    // SAFETY: a live object begins with its count, of which this is the lower half.
    unsafe { object.cast::<i32>().read() < 0 }
}

// `pyo3-ffi` keeps it to itself.
crate::raw::libpython! {
    fn _Py_Dealloc(object: *mut PyObject);
}

#[cfg(all(test, feature = "embed", not(Py_GIL_DISABLED)))]
mod tests {
    use super::*;
    use crate::raw;

    /// What C's macros do is what is done here, on each version: also where a count is not one that a program gets to.
    #[test]
    fn counts_are_those_of_the_macros() {
        let _alone = raw::TESTS.lock();
        crate::Python::initialize();
        // SAFETY: it has been started.
        let state = unsafe { raw::gil_ensure() };
        // SAFETY: attached.
        let object = unsafe { raw::list_new(0) }.expect("memory for a list");
        let address = object.borrow().as_ptr();
        // SAFETY: a live object begins with its count, which is not looked at while there are references to it.
        let count = unsafe { &mut *address.cast::<isize>() };
        let begun = *count;
        let mut counts = vec![2, 3, 1 << 20];
        if WHOLE {
            // Immortal; carried past the lower half, and one above where all of that is 0.
            counts.extend([0xFFFF_FFFF, 0x1_FFFF_FFFF, 0x1_0000_0007, 0x1_0000_0001]);
        }
        for known in counts {
            *count = known;
            // SAFETY: a live object, of which more than one reference is counted.
            unsafe { decref(address) };
            let released = core::mem::replace(count, known);
            // SAFETY: as above.
            unsafe { ffi::Py_DECREF(address) };
            assert_eq!(released, *count, "{known:#x}");
            *count = known;
            // SAFETY: a live object.
            unsafe { incref(address) };
            let held = core::mem::replace(count, known);
            // SAFETY: a live object.
            unsafe { ffi::Py_INCREF(address) };
            assert_eq!(held, *count, "{known:#x}");
        }
        *count = begun;
        drop(object);
        // SAFETY: what `gil_ensure` gave, once; no reference is left.
        unsafe { raw::gil_release(state) };
    }
}
