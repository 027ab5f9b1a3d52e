//! Text, bytes, paths and C strings to Python and back: each type, each way to fail, and nothing left behind.

mod support;

use core::fmt::Debug;
use std::borrow::Cow;
use std::ffi::{CStr, CString, OsStr, OsString};
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::Arc;

use owned::prelude::*;
use owned::{FromPy, IntoPy};
use support::{eval, exec, flat, python};

#[track_caller]
fn round<'py, T>(py: Python<'py>, value: T) -> Owned<'py, Any>
where
    T: IntoPy<'py> + for<'x> FromPy<'x, 'py> + Clone + PartialEq + Debug,
{
    let object = value.clone().into_any(py).expect("it converts");
    assert_eq!(object.extract::<T>().expect("and back"), value);
    object
}

#[track_caller]
fn refused<'py, T: for<'x> FromPy<'x, 'py> + Debug>(py: Python<'py>, source: &str) -> String {
    eval(py, source).expect("an expression").extract::<T>().expect_err("it is refused").to_string()
}

/// As `refused`, for what borrows.
macro_rules! refused_lent {
    ($py:expr, $lent:ty, $source:expr) => {
        eval($py, $source)?.as_borrowed().extract::<$lent>().expect_err("it is refused").to_string()
    };
}

#[test]
fn text_goes_there_and_back() {
    python(|py| {
        flat(py, |_| {
            for text in ["", "a", "tête", "✓\0", "\u{10ffff}", &"x".repeat(1000)] {
                let object = round(py, text.to_owned());
                assert!(object.clone().downcast::<Str>()? == *text);
                round::<Box<str>>(py, text.into());
                round::<Rc<str>>(py, text.into());
                round::<Arc<str>>(py, text.into());
                assert_eq!(object.as_borrowed().extract::<&str>()?, text);
                assert!(matches!(object.as_borrowed().extract::<Cow<'_, str>>()?, Cow::Borrowed(lent) if lent == text));
                for made in [
                    text.into_py(py)?,
                    (&text).into_py(py)?,
                    (&text.to_owned()).into_py(py)?,
                    Cow::Borrowed(text).into_py(py)?,
                    (&Cow::<str>::Owned(text.to_owned())).into_py(py)?,
                    (&Box::<str>::from(text)).into_py(py)?,
                    (&Arc::<str>::from(text)).into_py(py)?,
                ] {
                    assert!(made == *text);
                }
            }
            for one in ['a', '\0', 'ž', '\u{10ffff}'] {
                round(py, one);
            }
            Ok(())
        });
        Ok(())
    });
}

#[test]
fn what_is_no_text_is_refused() {
    python(|py| {
        flat(py, |_| {
            let message = "TypeError: expected str, got bytes";
            assert_eq!(refused::<String>(py, "b'a'"), message);
            assert_eq!(refused::<Box<str>>(py, "b'a'"), message);
            assert_eq!(refused::<char>(py, "b'a'"), message);
            assert_eq!(refused_lent!(py, &str, "b'a'"), message);
            assert_eq!(refused_lent!(py, Cow<'_, str>, "b'a'"), message);
            let surrogate = "UnicodeEncodeError: 'utf-8' codec can't encode character '\\ud800' in position 1: \
                surrogates not allowed";
            assert_eq!(refused::<String>(py, "'a\\ud800'"), surrogate);
            assert_eq!(refused_lent!(py, &str, "'a\\ud800'"), surrogate);
            assert_eq!(refused_lent!(py, Cow<'_, str>, "'a\\ud800'"), surrogate);
            assert!(refused::<char>(py, "'\\ud800'").starts_with("UnicodeEncodeError: "));
            assert_eq!(refused::<char>(py, "'ab'"), "TypeError: expected a string of one character");
            assert_eq!(refused::<char>(py, "''"), "TypeError: expected a string of one character");
            Ok(())
        });
        Ok(())
    });
}

#[test]
fn bytes_go_there_and_back() {
    python(|py| {
        flat(py, |_| {
            for bytes in [&b""[..], b"a", b"\0\xff", &[7; 1000]] {
                let object = round(py, bytes.to_vec());
                assert_eq!(object.clone().downcast::<Bytes>()?.as_slice(), bytes);
                round::<Box<[u8]>>(py, bytes.into());
                assert_eq!(object.as_borrowed().extract::<&[u8]>()?, bytes);
                assert!(
                    matches!(object.as_borrowed().extract::<Cow<'_, [u8]>>()?, Cow::Borrowed(lent) if lent == bytes)
                );
                for made in [
                    bytes.into_py(py)?,
                    (&bytes.to_vec()).into_py(py)?,
                    Cow::Borrowed(bytes).into_py(py)?,
                    Cow::<[u8]>::Owned(bytes.to_vec()).into_py(py)?,
                ] {
                    assert_eq!(made.downcast::<Bytes>()?.as_slice(), bytes);
                }
            }
            round(py, [1_u8, 2, 3]);
            let array = eval(py, "bytearray(b'ab')")?;
            assert_eq!(array.extract::<Vec<u8>>()?, b"ab");
            assert!(matches!(array.as_borrowed().extract::<Cow<'_, [u8]>>()?, Cow::Owned(copy) if copy == b"ab"));
            assert_eq!(array.extract::<[u8; 2]>()?, *b"ab");
            assert_eq!(eval(py, "[1, 2]")?.extract::<Vec<u8>>()?, [1, 2]);
            assert_eq!(eval(py, "memoryview(b'ab')")?.extract::<Vec<u8>>()?, b"ab");
            assert_eq!(eval(py, "b'ab'")?.extract::<Vec<i32>>()?, [97, 98]);
            assert_eq!(refused_lent!(py, &[u8], "bytearray(b'a')"), "TypeError: expected bytes, got bytearray");
            assert_eq!(refused_lent!(py, &[u8], "[1]"), "TypeError: expected bytes, got list");
            assert_eq!(refused_lent!(py, Cow<'_, [u8]>, "'a'"), "TypeError: expected bytes or bytearray, got str");
            assert_eq!(refused::<[u8; 3]>(py, "b'ab'"), "ValueError: expected a sequence of 3, got one of 2");
            assert!(refused::<Vec<u8>>(py, "'ab'").starts_with("TypeError: expected a sequence, got str"));
            Ok(())
        });
        Ok(())
    });
}

#[test]
fn paths_go_through_the_filesystem_s_encoding() {
    python(|py| {
        let globals = Dict::empty(py)?;
        exec(
            &globals,
            "
class Path:
    def __init__(self, path): self.path = path
    def __fspath__(self):
        if isinstance(self.path, Exception): raise self.path
        return self.path
",
        )?;
        flat(py, |_| {
            for text in ["", "a b", "/tmp/é✓", "x\u{10ffff}"] {
                let object = round(py, PathBuf::from(text));
                assert!(object.downcast::<Str>()? == *text);
                round(py, OsString::from(text));
                for made in [
                    Path::new(text).into_py(py)?,
                    OsStr::new(text).into_py(py)?,
                    (&PathBuf::from(text)).into_py(py)?,
                    Cow::Borrowed(Path::new(text)).into_py(py)?,
                    Cow::Borrowed(OsStr::new(text)).into_py(py)?,
                ] {
                    assert!(made == *text);
                }
            }
            #[cfg(unix)]
            {
                use std::os::unix::ffi::OsStrExt;
                let odd = OsStr::from_bytes(b"caf\xe9/\xff");
                let object = round(py, odd.to_owned());
                assert_eq!(format!("{object:?}"), "'caf\\udce9/\\udcff'");
                round(py, PathBuf::from(odd));
                assert_eq!(eval(py, "b'caf\\xe9'")?.extract::<OsString>()?.as_bytes(), b"caf\xe9");
                assert!(refused::<PathBuf>(py, "'\\ud800'").starts_with("UnicodeEncodeError: "));
            }
            assert_eq!(eval(py, "__import__('pathlib').PurePath('a', 'b')")?.extract::<PathBuf>()?, Path::new("a/b"));
            let path = globals.require("Path")?;
            assert_eq!(path.call(("a",))?.extract::<PathBuf>()?, Path::new("a"));
            assert_eq!(path.call((Bytes::new(py, b"a")?,))?.extract::<PathBuf>()?, Path::new("a"));
            let error = |path: Owned<'_, Any>| path.extract::<PathBuf>().expect_err("no path").to_string();
            let message = "TypeError: expected Path.__fspath__() to return str or bytes, not int";
            assert_eq!(error(path.call((5,))?), message);
            let raised = KeyError::new("asked").into_value(py);
            assert_eq!(error(path.call((raised,))?), "KeyError: 'asked'");
            assert_eq!(refused::<PathBuf>(py, "5"), "TypeError: expected a path, got int");
            assert_eq!(refused::<OsString>(py, "None"), "TypeError: expected a path, got NoneType");
            assert_eq!(refused::<OsString>(py, "'a\\0b'"), "ValueError: embedded null byte in a path");
            assert_eq!(refused::<PathBuf>(py, "b'a\\0b'"), "ValueError: embedded null byte in a path");
            Ok(())
        });
        Ok(())
    });
}

#[test]
fn c_strings_have_no_nul_inside() {
    python(|py| {
        flat(py, |_| {
            for text in [c"", c"a", c"t\xc3\xaate"] {
                let object = round(py, text.to_owned());
                assert_eq!(object.as_borrowed().extract::<&CStr>()?, text);
                assert_eq!(Bytes::new(py, text.to_bytes())?.as_borrowed().into_any().extract::<&CStr>()?, text);
                assert!((&text.to_owned()).into_py(py)?.is_a::<Str>());
            }
            assert_eq!(refused::<CString>(py, "'a\\0b'"), "ValueError: embedded null character");
            assert_eq!(refused::<CString>(py, "'\\0'"), "ValueError: embedded null character");
            assert_eq!(refused::<CString>(py, "b'a\\0'"), "ValueError: embedded null byte");
            assert_eq!(refused::<CString>(py, "5"), "TypeError: expected str or bytes, got int");
            assert!(refused::<CString>(py, "'\\ud800'").starts_with("UnicodeEncodeError: "));
            assert!(c"\xff".into_py(py).expect_err("no UTF-8").to_string().starts_with("UnicodeDecodeError: "));
            Ok(())
        });
        Ok(())
    });
}
