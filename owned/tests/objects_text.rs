//! `str`, `bytes` and `bytearray`: made, read, searched, changed while they are read, and nothing left behind.

mod support;

use core::cmp::Ordering;
use core::sync::atomic::Ordering::Relaxed;

use owned::prelude::*;
use owned::types::{ByteArray, StrData};
use support::{eval, exec, flat, python};

#[track_caller]
fn error<T: core::fmt::Debug>(result: Result<T>) -> String {
    result.expect_err("it fails").to_string()
}

#[test]
fn strings_lend_their_text() {
    python(|py| {
        flat(py, |_| {
            for text in ["", "a", "plain", "tête", "\0", "✓", "a\u{10ffff}b", "\u{ff}\u{100}"] {
                let object = Str::new(py, text)?;
                assert_eq!(
                    (object.to_str()?, object.len(), object.is_empty()),
                    (text, text.chars().count(), text.is_empty())
                );
                assert!(object == *text && object != *"other" && object != *format!("{text} "));
                assert_eq!((object.to_string(), object.to_string_lossy()), (text.to_owned(), text.into()));
                let points: Vec<u32> = text.chars().map(u32::from).collect();
                assert!(object.code_points().eq(points.iter().copied()));
                assert!(object.code_points().rev().eq(points.iter().rev().copied()));
                assert!(Str::from_code_points(py, &points)? == *text);
                #[cfg(not(feature = "abi3"))]
                assert!(Str::from_data(py, object.data()?)? == *text);
                assert_eq!(object.code_point(0).ok(), points.first().copied());
                assert_eq!(error(object.code_point(points.len())), "IndexError: string index out of range");
                assert_eq!(object.encode(None, None)?.as_slice(), text.as_bytes());
                assert_eq!(object.encode(Some(c"utf-16-le"), None)?.as_slice().len(), text.encode_utf16().count() * 2);
                assert_eq!(Str::decode(py, text.as_bytes(), None, None)?.to_str()?, text);
            }
            #[cfg(not(feature = "abi3"))]
            assert_eq!(Str::new(py, "h\u{e9}")?.data()?, StrData::One(&[0x68, 0xe9]));
            #[cfg(not(feature = "abi3"))]
            assert_eq!(Str::new(py, "h✓")?.data()?, StrData::Two(&[0x68, 0x2713]));
            #[cfg(not(feature = "abi3"))]
            assert_eq!(Str::new(py, "h\u{10000}")?.data()?, StrData::Four(&[0x68, 0x10000]));
            assert_eq!(format!("{:>4}|", Str::new(py, "ab")?), "  ab|");
            let name = Str::intern(py, "an_interned_name")?;
            assert!(name.is(&Str::new(py, "an_interned_name")?.into_interned()?));
            assert_eq!(Str::new(py, "no nul")?.to_c_string()?.as_c_str(), c"no nul");
            assert!(error(Str::new(py, "a\0b")?.to_c_string()).starts_with("ValueError: nul byte found"));
            Ok(())
        });
        Ok(())
    });
}

#[test]
fn lone_surrogates_are_strings_too() {
    python(|py| {
        flat(py, |_| {
            let odd = Str::decode(py, b"caf\xe9!", Some(c"utf-8"), Some(c"surrogateescape"))?;
            assert!(error(odd.to_str().map(str::to_owned)).starts_with("UnicodeEncodeError: "));
            assert!(error(odd.encode(None, None)).starts_with("UnicodeEncodeError: "));
            assert!(error(odd.to_c_string()).starts_with("UnicodeEncodeError: "));
            assert_eq!((odd.len(), odd.code_point(3)?), (5, 0xdce9));
            assert_eq!((odd.to_string_lossy(), odd.to_string()), ("caf\u{fffd}!".into(), "caf\u{fffd}!".into()));
            assert_eq!(odd.encode(Some(c"utf-8"), Some(c"surrogateescape"))?.as_slice(), b"caf\xe9!");
            assert!(odd != *"caf\u{fffd}!" && odd != *"caf");
            let same = Str::from_code_points(py, &[0x63, 0x61, 0x66, 0xdce9, 0x21])?;
            assert_eq!(same.cmp_str(&odd), Ordering::Equal);
            assert_eq!(error(Str::from_code_points(py, &[0x11_0000])), "ValueError: 0x110000 is no code point");
            assert!(error(Str::decode(py, b"\xff", None, None)).starts_with("UnicodeDecodeError: "));
            assert_eq!(error(Str::decode(py, b"x", Some(c"no such"), None)), "LookupError: unknown encoding: no such");
            assert_eq!(
                error(Str::decode(py, b"\xff", None, Some(c"no such"))),
                "LookupError: unknown error handler name 'no such'"
            );
            assert!(PyErr::take(py).is_none());
            Ok(())
        });
        Ok(())
    });
}

#[test]
fn strings_are_searched_cut_and_joined() {
    python(|py| {
        flat(py, |_| {
            let text = |text: &str| Str::new(py, text);
            let word = text("tête-à-tête")?;
            assert!(word.contains_str(&text("à")?)? && !word.contains_str(&text("z")?)?);
            assert_eq!((word.find(&text("tê")?)?, word.rfind(&text("tê")?)?), (Some(0), Some(7)));
            assert_eq!((word.find(&text("z")?)?, word.rfind(&text("z")?)?), (None, None));
            assert_eq!((word.count(&text("t")?)?, word.count(&text("z")?)?), (4, 0));
            assert!(word.starts_with(&text("tête")?)? && !word.starts_with(&text("ête")?)?);
            assert!(word.ends_with(&text("tête")?)? && !word.ends_with(&text("têt")?)?);
            assert!(word.replace(&text("tête")?, &text("x")?, None)? == "x-à-x");
            assert!(word.replace(&text("tête")?, &text("x")?, Some(1))? == "x-à-tête");
            assert!(word.concat(&text("✓")?)? == "tête-à-tête✓");
            assert!(word.substring(5, 6)? == "à" && word.substring(7, usize::MAX)? == "tête");
            assert!(word.substring(90, 91)?.is_empty());
            assert_eq!(word.split(Some(&text("-")?), None)?.len(), 3);
            assert_eq!(word.split(Some(&text("-")?), Some(1))?.len(), 2);
            assert_eq!(text(" a  b ")?.split(None, None)?.extract::<Vec<String>>()?, ["a", "b"]);
            assert_eq!(text("a\nb\r\n")?.split_lines(true)?.extract::<Vec<String>>()?, ["a\n", "b\r\n"]);
            assert_eq!(format!("{:?}", text("a=b=c")?.partition(&text("=")?)?), "('a', '=', 'b=c')");
            assert_eq!(error(word.split(Some(&text("")?), None)), "ValueError: empty separator");
            assert_eq!(error(word.partition(&text("")?)), "ValueError: empty separator");
            let parts = List::new(py, ["a", "b"])?;
            assert!(text(", ")?.join(&parts)? == "a, b");
            assert_eq!(
                error(word.join(&eval(py, "[1]")?)),
                "TypeError: sequence item 0: expected str instance, int found"
            );
            assert_eq!(error(word.join(&eval(py, "5")?)), "TypeError: can only join an iterable");
            assert!(Str::format(&text("%s-%d")?, &eval(py, "('a', 5)")?)? == "a-5");
            assert!(
                error(Str::format(&text("%s")?, &eval(py, "(1, 2)")?))
                    .starts_with("TypeError: not all arguments converted during string formatting")
            );
            assert!(text("name")?.is_identifier() && !word.is_identifier());
            let mut ordered = ["b", "", "ab", "\u{10000}", "a", "\u{ffff}"].map(|part| text(part).expect("a str"));
            ordered.sort_by(Owned::<Str>::cmp_str);
            assert_eq!(ordered.map(|part| part.to_string()), ["", "a", "ab", "b", "\u{ffff}", "\u{10000}"]);
            Ok(())
        });
        Ok(())
    });
}

#[test]
fn bytes_are_made_in_place() {
    python(|py| {
        flat(py, |probe| {
            for length in [0, 1, 2, 1000] {
                let bytes = Bytes::new_with(py, length, |place| {
                    assert!(place.len() == length && place.iter().all(|&byte| byte == 0));
                    place.fill(7);
                    Ok(())
                })?;
                assert!(bytes == vec![7; length][..] && bytes.len() == length && bytes.is_empty() == (length == 0));
            }
            let kept = probe.clone();
            assert_eq!(
                error(Bytes::new_with(py, 9, |_| {
                    let _kept = kept;
                    Err(KeyError::new("no"))
                })),
                "KeyError: no"
            );
            let huge = error(Bytes::new_with(py, usize::MAX, |_| Ok(())));
            assert!(huge.starts_with("SystemError: Negative size") || huge.starts_with("OverflowError"), "{huge}");
            let huge = error(Bytes::new_with(py, isize::MAX as usize, |_| Ok(())));
            assert!(huge.starts_with("OverflowError: byte string is too large"), "{huge}");
            assert!(error(Bytes::new_with(py, isize::MAX as usize - 100, |_| Ok(()))).starts_with("MemoryError"));
            let (left, right) = (Bytes::new(py, b"a\0")?, Bytes::new(py, b"\xff")?);
            assert_eq!(left.concat(&right)?.as_slice(), b"a\0\xff");
            let joined = left.join(&eval(py, "[b'x', bytearray(b'y')]")?)?.downcast::<Bytes>()?;
            assert_eq!(joined.as_slice(), b"xa\0y");
            assert!(error(left.join(&eval(py, "['x']")?)).starts_with("TypeError: sequence item 0"));
            assert_eq!(Bytes::from_object(&eval(py, "[1, 2]")?)?.as_slice(), [1, 2]);
            assert!(error(Bytes::from_object(&eval(py, "5")?)).starts_with("TypeError: cannot convert 'int'"));
            assert!(Bytes::new(py, b"\xe9")?.decode(Some(c"latin-1"), None)? == "é");
            Ok(())
        });
        Ok(())
    });
}

#[test]
fn a_bytearray_may_change_at_any_time_but_not_move_while_it_is_lent() {
    python(|py| {
        flat(py, |_| {
            let bytes = ByteArray::new(py, b"abc")?;
            assert_eq!((bytes.to_vec()?, bytes.len()), (b"abc".to_vec(), 3));
            bytes.write(1, b"XY")?;
            assert_eq!(error(bytes.write(2, b"12")), "IndexError: bytearray index out of range");
            assert_eq!(error(bytes.write(usize::MAX, b"1")), "IndexError: bytearray index out of range");
            bytes.extend_from_slice(b"!")?;
            bytes.resize(6)?;
            assert_eq!(bytes.to_vec()?, b"aXY!\0\0");
            bytes.resize(2)?;
            assert_eq!(bytes.to_vec()?, b"aX");
            assert_eq!(error(bytes.resize(usize::MAX)), "MemoryError");

            // Python changes the items, in the same moment, and cannot move them.
            bytes.with_bytes(|cells| {
                bytes.set_item(&eval(py, "0")?, &eval(py, "90")?)?;
                assert_eq!(cells[0].load(Relaxed), b'Z');
                cells[1].store(b'?', Relaxed);
                for call in ["clear", "pop"] {
                    let moved = "BufferError: Existing exports of data: object cannot be re-sized";
                    assert_eq!(error(bytes.call_method(call, ())), moved);
                }
                assert_eq!(
                    error(bytes.resize(1000)),
                    "BufferError: Existing exports of data: object cannot be re-sized"
                );
                Ok::<(), PyErr>(())
            })??;
            assert_eq!(bytes.to_vec()?, b"Z?");
            bytes.call_method("clear", ())?;
            assert!(bytes.is_empty() && bytes.to_vec()?.is_empty());
            assert_eq!(ByteArray::from_object(&eval(py, "b'12'")?)?.to_vec()?, b"12");
            assert!(error(ByteArray::from_object(&eval(py, "'12'")?)).starts_with("TypeError: "));
            Ok(())
        });
        Ok(())
    });
}

#[test]
fn a_subclass_that_lends_something_else_does_not_loosen_a_bytearray() {
    python(|py| {
        let globals = Dict::empty(py)?;
        exec(
            &globals,
            "
class Odd(bytearray):
    def __buffer__(self, flags): raise KeyError('asked')
    def __release_buffer__(self, view): raise KeyError('released')
    def __len__(self): return 1000
",
        )?;
        flat(py, |_| {
            let bytes = globals.require("Odd")?.call((Bytes::new(py, b"abc")?,));
            // From 3.12 on the constructor asks for no buffer of its own argument, so it is made everywhere.
            let bytes = bytes?.downcast::<ByteArray>()?;
            assert_eq!((bytes.len(), bytes.to_vec()?), (3, b"abc".to_vec()));
            bytes.with_bytes(|cells| {
                assert_eq!(error(bytes.resize(1)), "BufferError: Existing exports of data: object cannot be re-sized");
                assert_eq!(cells.len(), 3);
            })?;
            bytes.resize(1)?;
            assert_eq!(bytes.to_vec()?, b"a");
            Ok(())
        });
        Ok(())
    });
}
