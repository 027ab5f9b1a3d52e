//! Numbers: `num-bigint`, `num-complex` and `rust_decimal`.

use owned::prelude::*;

use crate::support::{flat, python};
use crate::{made, numbers, refused, round, taken};

#[cfg(feature = "num-bigint")]
#[test]
fn integers_of_any_size() {
    use num_bigint::{BigInt, BigUint};

    python(|py| {
        flat(py, |_| {
            for (value, source) in [(0, "0"), (-1, "-1"), (i64::MAX, "2**63 - 1"), (i64::MIN, "-2**63")] {
                round(py, BigInt::from(value), source);
            }
            for bits in [7_u32, 8, 63, 64, 127, 128, 1000] {
                let power = BigInt::from(2).pow(bits);
                round(py, power.clone(), &format!("2**{bits}"));
                round(py, power.clone() - 1, &format!("2**{bits} - 1"));
                round(py, -power.clone(), &format!("-2**{bits}"));
                round(py, -power - 1, &format!("-2**{bits} - 1"));
                round(py, BigUint::from(2_u8).pow(bits) - 1_u8, &format!("2**{bits} - 1"));
            }
            assert_eq!(taken::<BigUint>(py, "True"), BigUint::from(1_u8));
            assert_eq!(
                taken::<BigInt>(py, "type('I', (), {'__index__': lambda self: -3**90})()"),
                -BigInt::from(3).pow(90)
            );
            let negative = "OverflowError: a negative int does not fit in BigUint";
            assert_eq!(refused::<BigUint>(py, "-1"), negative);
            assert_eq!(refused::<BigUint>(py, "-10**5000"), negative);
            assert_eq!(refused::<BigInt>(py, "1.0"), "TypeError: expected int, got float");
            assert_eq!(
                refused::<BigInt>(py, "type('I', (), {'__index__': lambda self: 1 / 0})()"),
                "ZeroDivisionError: division by zero"
            );
            Ok(())
        });
        for number in numbers(5).take(100) {
            let value = BigInt::from(number).pow((number % 40) as u32) - BigInt::from(number);
            for value in [value.clone(), -value] {
                let object = (&value).into_py(py)?;
                assert_eq!(object.str()?.to_str()?, value.to_string());
                assert_eq!(object.extract::<BigInt>()?, value);
            }
        }
        Ok(())
    });
}

#[cfg(feature = "num-complex")]
#[test]
fn complex_numbers() {
    use num_complex::Complex;

    python(|py| {
        flat(py, |_| {
            round(py, Complex::new(1.5, -2.0), "1.5-2j");
            round(py, Complex::new(0.5_f32, f32::INFINITY), "complex(0.5, float('inf'))");
            assert!(taken::<Complex<f64>>(py, "complex('nan')").re.is_nan());
            assert_eq!(taken::<Complex<f64>>(py, "3"), Complex::new(3.0, 0.0));
            assert_eq!(taken::<Complex<f64>>(py, "type('F', (), {'__float__': lambda self: 2.5})()").re, 2.5);
            assert_eq!(taken::<Complex<f64>>(py, "type('C', (), {'__complex__': lambda self: 1j})()").im, 1.0);
            assert_eq!(
                refused::<Complex<f64>>(py, "type('C', (), {'__complex__': lambda self: 1.0})()"),
                "TypeError: __complex__ returned float, not complex"
            );
            assert_eq!(
                refused::<Complex<f64>>(py, "type('C', (), {'__complex__': lambda self: 1 / 0})()"),
                "ZeroDivisionError: division by zero"
            );
            assert_eq!(refused::<Complex<f64>>(py, "'1+2j'"), "TypeError: expected complex, got str");
            assert_eq!(refused::<Complex<f32>>(py, "1e300j"), "OverflowError: 1e300 does not fit in f32");
            assert!(refused::<Complex<f64>>(py, "10**400").starts_with("OverflowError: "));
            Ok(())
        });
        Ok(())
    });
}

#[cfg(feature = "rust_decimal")]
#[test]
fn decimals() {
    use rust_decimal::Decimal;

    python(|py| {
        flat(py, |_| {
            let number = |text: &str| text.parse::<Decimal>().expect("a number");
            // The zeros are compared by `repr`.
            for text in
                ["0", "0.00", "1.500", "-12.34", "79228162514264337593543950335", "-0.0000000000000000000000000001"]
            {
                round(py, number(text), &format!("decimal.Decimal('{text}')"));
            }
            let negative = taken::<Decimal>(py, "decimal.Decimal('-0.0')");
            assert!(negative.is_sign_negative() && negative.is_zero() && negative.scale() == 1);
            assert_eq!(taken::<Decimal>(py, "decimal.Decimal('1.5E+3')"), Decimal::from(1500));
            assert_eq!(taken::<Decimal>(py, "decimal.Decimal('0E+999999')"), Decimal::ZERO);
            assert_eq!(taken::<Decimal>(py, "-2**96 + 1"), Decimal::MIN);
            assert_eq!(taken::<Decimal>(py, "type('D', (decimal.Decimal,), {'as_tuple': None})('2.5')"), number("2.5"));
            let large = "OverflowError: the number does not fit in Decimal (96 bits)";
            for source in [
                "2**96",
                "-10**400",
                "decimal.Decimal(2**96)",
                "decimal.Decimal('1E+29')",
                "decimal.Decimal('1E+999999')",
            ] {
                assert_eq!(refused::<Decimal>(py, source), large);
            }
            let fine = "ValueError: expected at most 28 places behind the point, got 29";
            assert_eq!(refused::<Decimal>(py, "decimal.Decimal('1E-29')"), fine);
            assert_eq!(
                refused::<Decimal>(py, "decimal.Decimal('NaN')"),
                "ValueError: expected a finite number, got NaN"
            );
            assert_eq!(
                refused::<Decimal>(py, "decimal.Decimal('-sNaN')"),
                "ValueError: expected a finite number, got -sNaN"
            );
            assert_eq!(
                refused::<Decimal>(py, "decimal.Decimal('-Infinity')"),
                "ValueError: expected a finite number, got -Infinity"
            );
            assert_eq!(refused::<Decimal>(py, "1.5"), "TypeError: expected decimal.Decimal, got float");
            assert_eq!(refused::<Decimal>(py, "'1.5'"), "TypeError: expected decimal.Decimal, got str");
            let liar = "type('L', (), {'__class__': property(lambda self: decimal.Decimal)})()";
            assert_eq!(refused::<Decimal>(py, liar), "TypeError: expected decimal.Decimal, got L");
            // A context that would round or refuse.
            let context = made(py, "decimal.getcontext()")?;
            context.setattr("prec", 2)?;
            round(py, number("1.23456"), "decimal.Decimal('1.23456')");
            context.setattr("prec", 28)?;
            Ok(())
        });
        for value in numbers(6).take(200) {
            let mantissa = (i128::from(value) * i128::from(value >> 32)) >> (value % 64);
            let value = Decimal::from_i128_with_scale(-mantissa, (value % 29) as u32);
            let back = value.into_py(py)?.extract::<Decimal>()?;
            assert_eq!((back, back.scale()), (value, value.scale()));
        }
        Ok(())
    });
}
