//! Ints of one digit, read where they lie, as C does with `PyUnstable_Long_CompactValue`: no call, no exception.
//!
//! The public headers give the struct to extensions of the full API. That a digit has 30 bits, which the headers of an
//! interpreter say, is asked of it once ([`digits_fit`]) before anything of ours runs.

use super::ffi;

use super::refs::BorrowedRef;

/// How 3.12 and later store an int: the tag is the number of digits, shifted by 3, and 0, 1 or 2 for a positive number,
/// zero or a negative one.
#[cfg(Py_3_12)]
#[repr(C)]
struct Long {
    head: ffi::PyObject,
    tag: usize,
    digits: [u32; 1],
}

/// How 3.11 stores an int: the size is the number of digits, negative for a negative number.
#[cfg(not(Py_3_12))]
#[repr(C)]
struct Long {
    head: ffi::PyVarObject,
    digits: [u32; 1],
}

/// The value of an `int` that has one digit at most; `None` leaves it to the C API.
///
/// # Safety
/// The object is an `int`; [`digits_fit`] has been true.
#[inline]
pub(crate) unsafe fn small_int(int: BorrowedRef<'_>) -> Option<i64> {
    let long = int.as_ptr().cast::<Long>();
    // SAFETY: a live int, whose head does not change.
    #[cfg(Py_3_12)]
    let tag = unsafe { (*long).tag };
    #[cfg(Py_3_12)]
    let (short, sign) = (tag < 2 << 3, 1 - (tag & 3).cast_signed() as i64);
    // SAFETY: a live int, whose head does not change.
    #[cfg(not(Py_3_12))]
    let sign = unsafe { (*long).head.ob_size } as i64;
    #[cfg(not(Py_3_12))]
    let short = matches!(sign, -1..=1);
    // SAFETY: every int has room for a digit. What a zero has there does not matter: C's macro multiplies it too.
    short.then(|| sign * i64::from(unsafe { (*long).digits[0] }))
}

/// Whether two ints are the same number, of however many digits.
///
/// # Safety
/// Both are an `int`; [`digits_fit`] has been true.
#[inline]
pub(crate) unsafe fn same_int(one: BorrowedRef<'_>, other: BorrowedRef<'_>) -> bool {
    // SAFETY: an int.
    let (sign, digits) = unsafe { parts(one) };
    // SAFETY: an int.
    (sign, digits) == unsafe { parts(other) }
}

/// The sign, as the interpreter stores it, and the digits, lowest first.
///
/// # Safety
/// An `int`.
#[inline]
unsafe fn parts(int: BorrowedRef<'_>) -> (isize, &[u32]) {
    let long = int.as_ptr().cast::<Long>();
    // SAFETY: a live int, whose head does not change.
    #[cfg(Py_3_12)]
    let tag = unsafe { (*long).tag };
    #[cfg(Py_3_12)]
    let (sign, count) = ((tag & 3).cast_signed(), tag >> 3);
    // SAFETY: a live int, whose head does not change.
    #[cfg(not(Py_3_12))]
    let size = unsafe { (*long).head.ob_size };
    #[cfg(not(Py_3_12))]
    let (sign, count) = (size.signum(), size.unsigned_abs());
    // SAFETY: within the int; only the address is taken.
    let digits = unsafe { &raw const (*long).digits };
    // SAFETY: so many digits are there, for as long as the int lives, which does not change.
    (sign, unsafe { core::slice::from_raw_parts(digits.cast(), count) })
}

/// Whether this interpreter's digits have 30 bits: all do, but for those that were configured otherwise.
///
/// # Safety
/// The thread is attached.
#[inline]
pub(crate) unsafe fn digits_fit() -> bool {
    let read = |number: i64| {
        // SAFETY: attached.
        let int = unsafe { super::long_from_long_long(number) }?;
        // SAFETY: an int. Of one that is said to have a digit, that is read, which every int has room for.
        Ok::<_, super::Failed>(unsafe { small_int(int.borrow()) })
    };
    // The greatest of one digit, and the least of two.
    let (one, two) = ((1 << 30) - 1, 1 << 30);
    matches!((read(one), read(two)), (Ok(Some(number)), Ok(None)) if number == one)
}

#[cfg(test)]
mod tests {
    use super::{digits_fit, small_int};
    use crate::raw::{self, Failed, NewRef};

    const DIGIT: i64 = 1 << 30;

    fn int(value: i64) -> NewRef {
        // SAFETY: the test is attached.
        unsafe { raw::long_from_long_long(value) }.expect("memory for an int")
    }

    /// What is read of an int.
    fn read(int: NewRef) -> Option<i64> {
        // SAFETY: an int; the test asks `digits_fit` first.
        unsafe { small_int(int.borrow()) }
    }

    /// An int that an operation on two others makes: not all that it was made with is left.
    fn made(
        operation: unsafe fn(raw::BorrowedRef<'_>, raw::BorrowedRef<'_>) -> Result<NewRef, Failed>,
        one: i64,
        other: i64,
    ) -> NewRef {
        // SAFETY: the test is attached; two ints.
        unsafe { operation(int(one).borrow(), int(other).borrow()) }.expect("ints have the operation")
    }

    #[test]
    fn one_digit_is_read_and_no_more() {
        // Lives are not ended meanwhile.
        let _alone = raw::TESTS.lock();
        crate::Python::initialize();
        // SAFETY: it has been started.
        let state = unsafe { raw::gil_ensure() };
        // SAFETY: attached.
        assert!(unsafe { digits_fit() });
        for value in [0, 1, 2, 5, 6, 256, 257, 1 << 15, (1 << 15) - 1, DIGIT / 2, DIGIT - 2, DIGIT - 1] {
            assert_eq!((read(int(value)), read(int(-value))), (Some(value), Some(-value)));
        }
        for value in [DIGIT, DIGIT + 1, 1 << 31, 1 << 32, DIGIT * DIGIT - 1, DIGIT * DIGIT, i64::MAX] {
            assert_eq!((read(int(value)), read(int(-value))), (None, None), "{value}");
        }
        assert_eq!(read(int(i64::MIN)), None);
        assert_eq!(read(made(raw::number_subtract, i64::MAX, i64::MAX)), Some(0));
        assert_eq!(read(made(raw::number_subtract, i64::MIN, i64::MIN + 1)), Some(-1));
        assert_eq!(read(made(raw::number_rshift, DIGIT * DIGIT, 31)), Some(DIGIT / 2));
        assert_eq!(read(made(raw::number_rshift, DIGIT * DIGIT, 30)), None);
        assert_eq!(read(made(raw::number_add, DIGIT - 1, 1)), None);
        for value in [false, true] {
            // SAFETY: attached.
            assert_eq!(read(unsafe { raw::bool_from_long(value.into()) }), Some(value.into()));
        }
        // SAFETY: what `gil_ensure` gave, once; no reference is left.
        unsafe { raw::gil_release(state) };
    }
}
