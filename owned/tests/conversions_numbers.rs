//! Numbers of Rust to Python and back: the edges of each type, each way to fail, and nothing left behind.

mod support;

use core::fmt::Debug;
use core::num::NonZero;
use core::ops::{Range, RangeInclusive};

use owned::prelude::*;
use owned::{FromPy, IntoPy};
use support::{eval, exec, flat, python};

#[track_caller]
fn round<'py, T>(py: Python<'py>, value: T)
where
    T: IntoPy<'py> + for<'x> FromPy<'x, 'py> + Clone + PartialEq + Debug,
{
    let object = value.clone().into_any(py).expect("it converts");
    assert_eq!(object.extract::<T>().expect("and back"), value);
    // In a list, where it may be read in passing, and in a generator, where it is not.
    let list = vec![value.clone(), value.clone()].into_py(py).expect("a list, or bytes");
    assert_eq!(list.extract::<Vec<T>>().expect("and back"), [value.clone(), value.clone()]);
    let items = list.call_method("__iter__", ()).expect("an iterator");
    assert_eq!(items.extract::<[T; 2]>().expect("and back"), [value.clone(), value]);
}

#[track_caller]
fn refused<'py, T: for<'x> FromPy<'x, 'py> + Debug>(py: Python<'py>, source: &str) -> String {
    let object = eval(py, source).expect("an expression");
    let error = object.extract::<T>().expect_err("it is refused").to_string();
    let list = List::new(py, [object]).expect("a list");
    let inside = list.extract::<Vec<T>>().expect_err("also in a list").to_string();
    let (kind, text) = error.split_once(": ").expect("a kind and a text");
    assert!(inside == error || inside == format!("{kind}: item 0: {text}"), "{inside}");
    error
}

macro_rules! edges {
    ($py:ident: $($int:ty)*) => { $(
        for value in [<$int>::MIN, <$int>::MIN + 1, 0, 1, <$int>::MAX / 2, <$int>::MAX - 1, <$int>::MAX] {
            round($py, value);
            if let Some(value) = NonZero::new(value) {
                round($py, value);
            }
            let object = (&value).into_py($py)?;
            assert_eq!(object.str()?.to_str()?, value.to_string());
        }
        let (name, least, most) = (stringify!($int), <$int>::MIN, <$int>::MAX);
        for beyond in [format!("{most} + 1"), format!("{least} - 1"), "1 << 200".to_owned(), "-1 << 200".to_owned()] {
            let number = eval($py, &beyond)?;
            let message = format!("OverflowError: {number:?} does not fit in {name} ({least} to {most})");
            assert_eq!(refused::<$int>($py, &beyond), message);
            assert_eq!(refused::<NonZero<$int>>($py, &beyond), message);
        }
        assert_eq!(refused::<NonZero<$int>>($py, "0"), "ValueError: expected a number other than 0");
        assert_eq!(refused::<$int>($py, "1.0"), "TypeError: expected int, got float");
        assert_eq!(refused::<$int>($py, "'1'"), "TypeError: expected int, got str");
        assert_eq!(refused::<$int>($py, "None"), "TypeError: expected int, got NoneType");
        assert_eq!(eval($py, "True")?.extract::<$int>()?, 1);
        let indexed = eval($py, "type('I', (), {'__index__': lambda self: 7})()")?;
        assert_eq!(indexed.extract::<$int>()?, 7);
        assert_eq!(List::new($py, [&indexed, &indexed])?.extract::<Vec<$int>>()?, [7, 7]);
        assert_eq!(eval($py, "type('I', (int,), {'__index__': lambda self: 1/0})(5)")?.extract::<$int>()?, 5);
    )* };
}

#[test]
fn integers_keep_their_edges() {
    python(|py| {
        flat(py, |_| {
            edges!(py: i8 i16 i32 i64 isize i128);
            Ok(())
        });
        flat(py, |_| {
            edges!(py: u8 u16 u32 u64 usize u128);
            Ok(())
        });
        Ok(())
    });
}

#[test]
fn random_integers_go_there_and_back() {
    python(|py| {
        flat(py, |_| {
            let mut state = 7_u128;
            for bits in 0..128 {
                state = state.wrapping_mul(0x2360_ed05_1fc6_5da4_4385_df64_9fcc_f645).wrapping_add(1);
                let value = state >> bits;
                round(py, value);
                round(py, value as i128);
                round(py, -(value as i128 >> 1));
                round(py, value as u64);
                round(py, value as i64);
                round(py, value as u32);
                round(py, value as i16);
                round(py, value as u8);
                round(py, f64::from_bits(value as u64 & !(0x7ff << 52)));
                round(py, (value as u32 as f32, value as i8));
            }
            Ok(())
        });
        Ok(())
    });
}

#[test]
fn floats_take_what_is_a_number() {
    python(|py| {
        flat(py, |_| {
            for value in [0.0, -0.0, 1.5, f64::MAX, f64::MIN_POSITIVE, f64::EPSILON, f64::INFINITY, f64::NEG_INFINITY] {
                round(py, value);
            }
            for value in [0.0, 1.5, f32::MAX, f32::MIN, f32::MIN_POSITIVE, f32::INFINITY] {
                round(py, value);
            }
            assert!(f64::NAN.into_py(py)?.extract::<f64>()?.is_nan());
            assert!(f32::NAN.into_py(py)?.extract::<f32>()?.is_nan());
            assert_eq!(eval(py, "5")?.extract::<f64>()?, 5.0);
            assert_eq!(eval(py, "True")?.extract::<f32>()?, 1.0);
            assert_eq!(eval(py, "type('I', (), {'__index__': lambda self: 7})()")?.extract::<f64>()?, 7.0);
            assert_eq!(eval(py, "type('F', (), {'__float__': lambda self: 7.5})()")?.extract::<f64>()?, 7.5);
            assert_eq!(refused::<f64>(py, "'1'"), "TypeError: expected float, got str");
            assert_eq!(refused::<f64>(py, "None"), "TypeError: expected float, got NoneType");
            assert_eq!(refused::<f64>(py, "1j"), "TypeError: must be real number, not complex");
            assert_eq!(refused::<f64>(py, "10 ** 400"), "OverflowError: int too large to convert to float");
            assert_eq!(refused::<f32>(py, "1e39"), "OverflowError: 1e39 does not fit in f32");
            assert_eq!(refused::<f32>(py, "-1e300"), "OverflowError: -1e300 does not fit in f32");
            assert_eq!(eval(py, "3.4028235e38")?.extract::<f32>()?, f32::MAX);

            round(py, true);
            round(py, false);
            assert_eq!(refused::<bool>(py, "1"), "TypeError: expected bool, got int");
            assert_eq!(refused::<bool>(py, "None"), "TypeError: expected bool, got NoneType");
            Ok(())
        });
        Ok(())
    });
}

#[test]
fn what_a_number_raises_is_passed_on() {
    python(|py| {
        let globals = Dict::empty(py)?;
        exec(
            &globals,
            "
class Bad:
    def __index__(self): raise TypeError('index')
    def __float__(self): raise TypeError('float')
bad = Bad()",
        )?;
        flat(py, |_| {
            let bad = globals.require("bad")?;
            let error = |result: Result<()>| result.expect_err("it is passed on").to_string();
            assert_eq!(error(bad.extract::<i8>().map(drop)), "TypeError: index");
            assert_eq!(error(bad.extract::<u128>().map(drop)), "TypeError: index");
            assert_eq!(error(bad.extract::<NonZero<usize>>().map(drop)), "TypeError: index");
            assert_eq!(error(bad.extract::<f64>().map(drop)), "TypeError: float");
            assert_eq!(error(bad.extract::<f32>().map(drop)), "TypeError: float");
            Ok(())
        });
        Ok(())
    });
}

#[test]
fn ranges_are_ranges() {
    python(|py| {
        flat(py, |_| {
            round(py, 2..5_i64);
            round(py, std::ops::Range { start: 5, end: 2_i8 });
            round(py, u64::MAX - 1..u64::MAX);
            round(py, 0..usize::MAX);
            round(py, isize::MIN..=isize::MAX);
            round(py, 1..=5_u8);
            round(py, 0..=u64::MAX);
            round(py, i64::MIN..=i64::MIN);
            assert_eq!(format!("{:?}", (2..5_i32).into_py(py)?), "range(2, 5)");
            assert_eq!(format!("{:?}", (2..=5_u16).into_py(py)?), "range(2, 6)");
            assert_eq!(format!("{:?}", (250..=255_u8).into_py(py)?), "range(250, 256)");
            #[expect(clippy::reversed_empty_ranges, reason = "an empty range is what is converted")]
            let empty = 5..=2_usize;
            assert_eq!(empty.into_py(py)?.length()?, 0);
            assert!(eval(py, "range(0)")?.extract::<RangeInclusive<usize>>()?.is_empty());
            assert_eq!(eval(py, "range(250, 256)")?.extract::<RangeInclusive<u8>>()?, 250..=255);
            assert_eq!(eval(py, "range(-5, 256)")?.extract::<Range<i16>>()?, -5..256);
            let overflow = "OverflowError: stop: 256 does not fit in u8 (0 to 255)";
            assert_eq!(refused::<Range<u8>>(py, "range(0, 256)"), overflow);
            assert_eq!(
                refused::<Range<u8>>(py, "range(-1, 5)"),
                "OverflowError: start: -1 does not fit in u8 (0 to 255)"
            );
            let overflow = "OverflowError: last: 256 does not fit in u8 (0 to 255)";
            assert_eq!(refused::<RangeInclusive<u8>>(py, "range(0, 257)"), overflow);
            assert!(refused::<RangeInclusive<i64>>(py, "range(0, 1 << 200)").starts_with("OverflowError: last: "));
            let step = "ValueError: expected a range with step 1, got range(0, 5, 2)";
            assert_eq!(refused::<Range<u8>>(py, "range(0, 5, 2)"), step);
            assert_eq!(refused::<RangeInclusive<u8>>(py, "range(0, 5, 2)"), step);
            assert_eq!(refused::<Range<u8>>(py, "slice(1, 2)"), "TypeError: expected range, got slice");
            assert_eq!(refused::<Range<usize>>(py, "5"), "TypeError: expected range, got int");
            Ok(())
        });
        Ok(())
    });
}
