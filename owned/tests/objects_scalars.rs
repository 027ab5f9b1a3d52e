//! Numbers, `bool` and the constants: made, read, cast, each way to fail, and nothing left behind.

mod support;

use core::cmp::Ordering;

use owned::prelude::*;
use owned::types::{Bool, ByteOrder, Complex, Ellipsis, NoneType, NotImplemented};
use support::{eval, flat, python};

/// Numbers without a pattern, the same in each run.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        (self.0 ^ (self.0 >> 29)).wrapping_mul(0x9e37_79b9_7f4a_7c15)
    }

    /// Of any number of bits, so that small ones and the edges of powers of two come too.
    fn number(&mut self) -> i128 {
        let bits = self.next() % 128;
        let wide = (u128::from(self.next()) << 64) | u128::from(self.next());
        let value = (wide >> (127 - bits)) as i128 >> 1;
        match self.next() % 4 {
            0 => value,
            1 => -value,
            2 => 1_i128.wrapping_shl(bits as u32),
            _ => (1_i128.wrapping_shl(bits as u32)).wrapping_neg().wrapping_sub(1),
        }
    }
}

#[track_caller]
fn error<T: core::fmt::Debug>(result: Result<T>) -> String {
    result.expect_err("it fails").to_string()
}

#[test]
fn ints_of_any_size_go_there_and_back() {
    python(|py| {
        flat(py, |_| {
            let mut random = Random(1);
            for _ in 0..200 {
                let value = random.number();
                let int = Int::from_i128(py, value)?;
                assert_eq!(int.str()?.to_str()?, value.to_string());
                assert_eq!(int.to_i128()?, value);
                assert_eq!(int.sign(), value.cmp(&0));
                assert_eq!(int.to_i64().ok(), i64::try_from(value).ok());
                assert_eq!(int.to_u64().ok(), u64::try_from(value).ok());
                assert_eq!(int.to_u128().ok(), u128::try_from(value).ok());
                assert_eq!(int.bit_length()?, (128 - value.unsigned_abs().leading_zeros()) as usize);
                assert_eq!(int.to_f64()?, value as f64);
                let least = int.to_signed_bytes_le()?;
                assert_eq!(Int::from_bytes(py, &least, ByteOrder::Little, true)?.to_i128()?, value);
                let big = int.to_bytes(16, ByteOrder::Big, true)?;
                assert_eq!(big, value.to_be_bytes());
                assert_eq!(Int::from_bytes(py, &big, ByteOrder::Big, true)?.to_i128()?, value);
                assert_eq!(Int::from_u128(py, value as u128)?.to_u128()?, value as u128);
                assert_eq!(Int::parse(py, &format!("{value}"), 10)?.to_i128()?, value);
                assert_eq!(
                    Int::parse(py, &format!("{:#x}", value.unsigned_abs()), 0)?.to_u128()?,
                    value.unsigned_abs()
                );
            }
            for (value, bytes) in [(0, &[0][..]), (127, &[127]), (128, &[128, 0]), (-128, &[128]), (-129, &[127, 255])]
            {
                assert_eq!(Int::from_i64(py, value)?.to_signed_bytes_le()?, bytes);
            }
            let huge = eval(py, "-(1 << 1000)")?.downcast::<Int>()?;
            assert_eq!((huge.bit_length()?, huge.sign()), (1001, Ordering::Less));
            assert_eq!(huge.to_signed_bytes_le()?.len(), 126);
            let huge = eval(py, "(1 << 1000) - 1")?.downcast::<Int>()?;
            assert_eq!((huge.bit_length()?, huge.to_signed_bytes_le()?.len()), (1000, 126));
            assert_eq!(Int::from_f64(py, -1e30)?.to_i128()?, -1e30 as i128);
            assert_eq!(Int::from_bytes(py, &[], ByteOrder::Big, true)?.to_i64()?, 0);
            assert_eq!(Int::from_i64(py, 0)?.to_bytes(0, ByteOrder::Big, true)?, []);
            Ok(())
        });
        Ok(())
    });
}

#[test]
fn ints_that_do_not_fit_are_refused() {
    python(|py| {
        flat(py, |_| {
            let int = |source: &str| eval(py, source)?.downcast::<Int>().map_err(PyErr::from);
            assert_eq!(error(int("1 << 63")?.to_i64()), "OverflowError: int too big for 64 bits");
            assert_eq!(error(int("-(1 << 64)")?.to_i64()), "OverflowError: int too small for 64 bits");
            assert_eq!(error(int("-1")?.to_u64()), "OverflowError: can't convert negative int to unsigned");
            assert!(error(int("1 << 64")?.to_u64()).starts_with("OverflowError: "));
            assert_eq!(error(int("1 << 127")?.to_i128()), "OverflowError: int does not fit in 128 bits");
            for source in ["-1", "-(1 << 70)", "1 << 128"] {
                let message = "OverflowError: int is negative or does not fit in 128 bits";
                assert_eq!(error(int(source)?.to_u128()), message);
            }
            assert_eq!(error(int("10 ** 400")?.to_f64()), "OverflowError: int too large to convert to float");
            let (little, one) = (ByteOrder::Little, int("-1")?);
            assert_eq!(error(one.to_bytes(4, little, false)), "OverflowError: can't convert negative int to unsigned");
            assert_eq!(error(int("256")?.to_bytes(1, little, false)), "OverflowError: int too big to convert");
            assert_eq!(error(int("128")?.to_bytes(1, little, true)), "OverflowError: int too big to convert");
            assert_eq!(error(one.to_bytes(usize::MAX, little, true)), "MemoryError");
            assert_eq!(error(Int::parse(py, "12x", 10)), "ValueError: invalid literal for int() with base 10: '12x'");
            assert_eq!(error(Int::parse(py, "1", 37)), "ValueError: int() base must be >= 2 and <= 36, or 0");
            assert_eq!(error(Int::parse(py, "1", u32::MAX)), "ValueError: int() base must be >= 2 and <= 36, or 0");
            assert!(error(Int::parse(py, &"9".repeat(5000), 10)).starts_with("ValueError: Exceeds the limit"));
            assert_eq!(
                error(Int::from_f64(py, f64::INFINITY)),
                "OverflowError: cannot convert float infinity to integer"
            );
            assert_eq!(error(Int::from_f64(py, f64::NAN)), "ValueError: cannot convert float NaN to integer");
            assert_eq!(
                error(eval(py, "1.0")?.to_index()),
                "TypeError: 'float' object cannot be interpreted as an integer"
            );
            assert!(PyErr::take(py).is_none());
            Ok(())
        });
        Ok(())
    });
}

#[test]
fn floats_complexes_and_bools_hold_their_values() {
    python(|py| {
        flat(py, |_| {
            for value in [0.0, -0.0, 0.1, f64::MAX, f64::MIN_POSITIVE, f64::NEG_INFINITY, f64::NAN] {
                let float = Float::new(py, value)?;
                assert_eq!((float.value().to_bits(), float.to_f64()?.to_bits()), (value.to_bits(), value.to_bits()));
            }
            assert_eq!(Float::parse(py, "  1_0.5\n")?.value(), 10.5);
            assert_eq!(error(Float::parse(py, "1,5")), "ValueError: could not convert string to float: '1,5'");
            assert_eq!(error(Float::parse(py, "")), "ValueError: could not convert string to float: ''");
            let odd = eval(py, "type('F', (float,), {'__float__': lambda self: 9.0})(2.5)")?.downcast::<Float>()?;
            assert_eq!(odd.value(), 2.5);
            let odd = eval(py, "type('I', (int,), {'__float__': lambda self: 9.0, '__index__': lambda self: 7})(5)")?;
            let int = odd.clone().downcast::<Int>()?;
            assert_eq!((odd.to_f64()?, int.to_f64()?, int.to_i64()?), (9.0, 5.0, 5));

            let z = Complex::new(py, -1.0, 2.0)?;
            assert_eq!((z.real(), z.imag()), (-1.0, 2.0));
            let odd =
                eval(py, "type('C', (complex,), {'__complex__': lambda self: 1/0})(3, 4)")?.downcast::<Complex>()?;
            assert_eq!((odd.real(), odd.imag(), odd.abs()), (3.0, 4.0, 5.0));

            for value in [true, false] {
                let object = Bool::new(py, value)?;
                assert_eq!((object.value(), object.is_true()?), (value, value));
                assert!(object.is_a::<Int>() && object.is_a::<Bool>());
            }
            Ok(())
        });
        Ok(())
    });
}

#[test]
fn each_is_cast_to_its_own_type_only() {
    python(|py| {
        flat(py, |probe| {
            let is = |source: &str| -> Result<[bool; 7]> {
                let object = eval(py, source)?;
                Ok([
                    object.is_a::<Bool>(),
                    object.is_a::<Int>(),
                    object.is_a::<Float>(),
                    object.is_a::<Complex>(),
                    object.is_a::<NoneType>(),
                    object.is_a::<Ellipsis>(),
                    object.is_a::<NotImplemented>(),
                ])
            };
            assert_eq!(is("True")?, [true, true, false, false, false, false, false]);
            assert_eq!(is("5")?, [false, true, false, false, false, false, false]);
            assert_eq!(is("5.0")?, [false, false, true, false, false, false, false]);
            assert_eq!(is("5j")?, [false, false, false, true, false, false, false]);
            assert_eq!(is("None")?, [false, false, false, false, true, false, false]);
            assert_eq!(is("...")?, [false, false, false, false, false, true, false]);
            assert_eq!(is("NotImplemented")?, [false, false, false, false, false, false, true]);
            assert_eq!(is("object()")?, [false; 7]);
            let back = probe.clone().downcast::<NoneType>().expect_err("no None");
            assert_eq!(back.to_string(), "expected None, got Probe");
            assert!(back.input.is(probe));
            assert!(NoneType::get(py).is_none() && NoneType::get(py).is(&py.none()));
            assert!(NotImplemented::get(py).is(&py.not_implemented()));
            assert!(Ellipsis::get(py).is(&eval(py, "...")?));
            Ok(())
        });
        Ok(())
    });
}
