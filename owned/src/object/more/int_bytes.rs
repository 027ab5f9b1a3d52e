//! `int`s beyond 64 bits: to and from 128 bits, and bytes.
#![expect(unsafe_code, reason = "calls the int API; a handle proves an attached thread and the type")]

use core::cmp::Ordering;

use crate::err::{OverflowError, Result};
use crate::object::Int;
use crate::ptr::Owned;
use crate::raw;
use crate::token::Python;

/// Which byte of a number comes first.
///
/// ```
/// # owned::Python::initialize();
/// use owned::prelude::*;
/// use owned::types::ByteOrder;
/// Python::attach(|py| {
///     let number = Int::from_i64(py, 0x0102)?;
///     assert_eq!(number.to_bytes(2, ByteOrder::Big, false)?, [1, 2]);
///     assert_eq!(number.to_bytes(2, ByteOrder::Little, false)?, [2, 1]);
///     Ok::<(), PyErr>(())
/// })?;
/// # Ok::<(), PyErr>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ByteOrder {
    /// The lowest.
    Little,
    /// The highest.
    Big,
}

impl Int {
    /// An `int`.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// assert_eq!(Int::from_i128(py, i128::MIN)?.str()?.to_str()?, i128::MIN.to_string());
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[inline]
    pub fn from_i128(py: Python<'_>, value: i128) -> Result<Owned<'_, Int>> {
        match i64::try_from(value) {
            Ok(small) => Int::from_i64(py, small),
            Err(_) => from_little(py, &value.to_le_bytes(), true),
        }
    }

    /// An `int`.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// assert_eq!(Int::from_u128(py, u128::MAX)?.str()?.to_str()?, u128::MAX.to_string());
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[inline]
    pub fn from_u128(py: Python<'_>, value: u128) -> Result<Owned<'_, Int>> {
        match u64::try_from(value) {
            Ok(small) => Int::from_u64(py, small),
            Err(_) => from_little(py, &value.to_le_bytes(), false),
        }
    }

    /// `int.from_bytes(bytes, order, signed=signed)`. Of no bytes it is 0.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::types::ByteOrder;
    /// assert_eq!(Int::from_bytes(py, &[1, 2], ByteOrder::Big, false)?.to_i64()?, 0x0102);
    /// assert_eq!(Int::from_bytes(py, &[0xff], ByteOrder::Big, true)?.to_i64()?, -1);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[inline]
    pub fn from_bytes<'py>(py: Python<'py>, bytes: &[u8], order: ByteOrder, signed: bool) -> Result<Owned<'py, Int>> {
        match order {
            ByteOrder::Little => from_little(py, bytes, signed),
            ByteOrder::Big => from_little(py, &bytes.iter().rev().copied().collect::<Vec<u8>>(), signed),
        }
    }
}

#[track_caller]
#[inline]
fn from_little<'py>(py: Python<'py>, bytes: &[u8], signed: bool) -> Result<Owned<'py, Int>> {
    // SAFETY: attached, by `py`.
    let new = unsafe { raw::long_from_bytes(bytes, signed) }?;
    // SAFETY: the function makes an int.
    Ok(unsafe { Owned::from_ref(py, new) })
}

impl Owned<'_, Int> {
    /// The value.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// assert_eq!(Int::from_i128(py, i128::MIN)?.to_i128()?, i128::MIN);
    /// assert!(Int::from_u128(py, u128::MAX)?.to_i128().unwrap_err().is::<OverflowError>(py));
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// `OverflowError` if it does not fit.
    #[track_caller]
    #[inline]
    pub fn to_i128(&self) -> Result<i128> {
        if let Ok(small) = self.small() {
            return Ok(small.into());
        }
        let mut bytes = [0; 16];
        // SAFETY: a handle to an int.
        let fits = unsafe { raw::long_to_bytes(self.raw(), &mut bytes, true) };
        fits.then(|| i128::from_le_bytes(bytes)).ok_or_else(|| OverflowError::new("int does not fit in 128 bits"))
    }

    /// The value.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// assert_eq!(Int::from_u128(py, u128::MAX)?.to_u128()?, u128::MAX);
    /// assert!(Int::from_i64(py, -1)?.to_u128().unwrap_err().is::<OverflowError>(py));
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// `OverflowError` if it is negative or does not fit.
    #[track_caller]
    #[inline]
    pub fn to_u128(&self) -> Result<u128> {
        if let Some(small) = self.small().ok().and_then(|small| u128::try_from(small).ok()) {
            return Ok(small);
        }
        let mut bytes = [0; 16];
        // SAFETY: a handle to an int.
        let fits = unsafe { raw::long_to_bytes(self.raw(), &mut bytes, false) };
        let why = || OverflowError::new("int is negative or does not fit in 128 bits");
        fits.then(|| u128::from_le_bytes(bytes)).ok_or_else(why)
    }

    /// `self.to_bytes(length, order, signed=signed)`.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::types::ByteOrder;
    /// assert_eq!(Int::from_i64(py, -2)?.to_bytes(2, ByteOrder::Little, true)?, [0xfe, 0xff]);
    /// assert!(Int::from_i64(py, 256)?.to_bytes(1, ByteOrder::Big, false).unwrap_err().is::<OverflowError>(py));
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// `OverflowError` if the value needs more bytes, or is negative and `signed` is not set. `MemoryError` if there is
    /// no memory for so many.
    #[track_caller]
    #[inline]
    pub fn to_bytes(&self, length: usize, order: ByteOrder, signed: bool) -> Result<Vec<u8>> {
        let mut bytes = Vec::new();
        bytes.try_reserve_exact(length).map_err(|_| crate::err::MemoryError::new(""))?;
        bytes.resize(length, 0);
        // SAFETY: a handle to an int.
        let fits = unsafe { raw::long_to_bytes(self.raw(), &mut bytes, signed) };
        // As in Python, 0 needs no byte, which the C functions of some versions see otherwise.
        if !fits && (length > 0 || self.sign() != Ordering::Equal) {
            let negative = !signed && self.sign() == Ordering::Less;
            return Err(OverflowError::new(if negative {
                "can't convert negative int to unsigned"
            } else {
                "int too big to convert"
            }));
        }
        if order == ByteOrder::Big {
            bytes.reverse();
        }
        Ok(bytes)
    }

    /// The value in two's complement in as few bytes as it takes, at least one, the lowest first: what the libraries for
    /// big numbers take and give.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// assert_eq!(Int::from_i64(py, -1)?.to_signed_bytes_le()?, [0xff]);
    /// assert_eq!(Int::from_i64(py, 255)?.to_signed_bytes_le()?, [0xff, 0]);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[inline]
    pub fn to_signed_bytes_le(&self) -> Result<Vec<u8>> {
        // SAFETY: a handle to an int.
        let needed = unsafe { raw::long_bytes_needed(self.raw()) }?;
        let mut bytes = self.to_bytes(needed.max(1), ByteOrder::Little, true)?;
        // The last byte only repeats the sign of the one before it.
        while let [.., before, last] = bytes.as_slice()
            && *last == if before >> 7 == 0 { 0 } else { 0xff }
        {
            bytes.pop();
        }
        Ok(bytes)
    }

    /// `self.bit_length()`: how many bits the absolute value has; 0 for 0.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// assert_eq!(Int::from_i64(py, -255)?.bit_length()?, 8);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[inline]
    pub fn bit_length(&self) -> Result<usize> {
        if let Ok(small) = self.small() {
            return Ok((u64::BITS - small.unsigned_abs().leading_zeros()) as usize);
        }
        let mut bytes = self.to_signed_bytes_le()?;
        if self.sign() == Ordering::Less {
            // The absolute value: all bits turned, and one more.
            let mut carry = true;
            for byte in &mut bytes {
                (*byte, carry) = (!*byte).overflowing_add(carry.into());
            }
        }
        let zeros = bytes.iter().rev().take_while(|&&byte| byte == 0).count();
        let highest = bytes.iter().rev().nth(zeros).map_or(0, |byte| 8 - byte.leading_zeros() as usize);
        Ok((bytes.len() - zeros).saturating_sub(1) * 8 + highest)
    }
}
