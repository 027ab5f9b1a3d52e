//! Values of Rust to Python and back: each type, each way to fail, and nothing left behind.

mod support;

use std::collections::{BTreeMap, HashMap};
use std::ffi::OsString;
use std::path::PathBuf;

use owned::prelude::*;
use owned::{FromPy, IntoPy};
use support::{eval, exec, flat, python};

/// Converts there and back.
#[track_caller]
fn round<'py, T>(py: Python<'py>, value: T)
where
    T: IntoPy<'py> + for<'x> FromPy<'x, 'py> + Clone + PartialEq + core::fmt::Debug,
{
    let object = value.clone().into_any(py).expect("it converts");
    assert_eq!(object.extract::<T>().expect("and back"), value);
}

/// The message with which a Python expression is refused.
#[track_caller]
fn refused<'py, T: for<'x> FromPy<'x, 'py>>(py: Python<'py>, source: &str) -> String {
    let object = eval(py, source).expect("an expression");
    match object.extract::<T>() {
        Ok(_) => panic!("{source} was taken"),
        Err(error) => error.to_string(),
    }
}

#[test]
fn values_go_there_and_back() {
    python(|py| {
        flat(py, |_| {
            round(py, true);
            round(py, 'ž');
            round(py, String::from("inkface ✓ \0"));
            for n in [i64::MIN, -1, 0, i64::MAX] {
                round(py, n);
            }
            for n in [0, u64::MAX] {
                round(py, n);
            }
            round(py, i8::MIN);
            round(py, u8::MAX);
            round(py, i16::MIN);
            round(py, u16::MAX);
            round(py, i32::MIN);
            round(py, u32::MAX);
            round(py, isize::MIN);
            round(py, usize::MAX);
            round(py, 0.1_f64);
            round(py, f64::INFINITY);
            round(py, 0.5_f32);
            round(py, Some(5));
            round(py, None::<i32>);
            round(py, vec![Some(1), None]);
            round(py, vec![vec![1, 2], Vec::new()]);
            round(py, HashMap::from([(String::from("a"), 1), (String::from("b"), 2)]));
            round(py, BTreeMap::from([(1, vec![1.5]), (2, Vec::new())]));
            round(py, (1, String::from("a"), 2.5, true, 'c', Some(vec![1])));
            round(py, PathBuf::from("/tmp/a b.svg"));
            round(py, OsString::from("x"));
            Ok(())
        });
        Ok(())
    });
}

#[test]
fn handles_come_as_they_are() {
    python(|py| {
        flat(py, |probe| {
            assert!(probe.extract::<Owned<'_, Any>>()?.is(probe));
            assert!(probe.extract::<Py<Any>>()?.bind(py).is(probe));
            assert!(probe.as_borrowed().extract::<Borrowed<'_, '_, Any>>()?.is(probe));
            let many = List::new(py, [probe, probe])?.extract::<Vec<Py<Any>>>()?;
            assert_eq!((many.len(), probe.refcount()), (2, 3));
            let list = many.into_py(py)?.downcast::<List>()?;
            assert!(list.get(0)?.is(probe));
            let text = Str::new(py, "lent")?;
            assert_eq!(text.as_borrowed().into_any().extract::<&str>()?, "lent");
            let bytes = Bytes::new(py, b"\0\xff")?;
            assert_eq!(bytes.as_borrowed().into_any().extract::<&[u8]>()?, b"\0\xff");
            assert!(probe.extract::<Owned<'_, List>>().is_err());
            Ok(())
        });
        Ok(())
    });
}

#[test]
fn what_does_not_fit_is_refused_in_words() {
    python(|py| {
        assert_eq!(refused::<bool>(py, "1"), "TypeError: expected bool, got int");
        assert_eq!(refused::<i64>(py, "1.5"), "TypeError: expected int, got float");
        assert_eq!(refused::<i64>(py, "'1'"), "TypeError: expected int, got str");
        assert_eq!(refused::<u8>(py, "256"), "OverflowError: 256 does not fit in u8 (0 to 255)");
        assert_eq!(refused::<u8>(py, "-1"), "OverflowError: -1 does not fit in u8 (0 to 255)");
        assert_eq!(refused::<i8>(py, "-129"), "OverflowError: -129 does not fit in i8 (-128 to 127)");
        assert!(refused::<u64>(py, "1 << 64").starts_with("OverflowError: 18446744073709551616 does not fit in u64"));
        assert!(refused::<i64>(py, "-1 << 64").starts_with("OverflowError: "));
        assert!(refused::<i64>(py, "1 << 100_000").starts_with("OverflowError: "));
        assert_eq!(refused::<f64>(py, "'x'"), "TypeError: expected float, got str");
        assert!(refused::<f64>(py, "10 ** 400").starts_with("OverflowError: "));
        assert_eq!(refused::<String>(py, "b'x'"), "TypeError: expected str, got bytes");
        assert!(refused::<String>(py, "'\\ud800'").starts_with("UnicodeEncodeError: "));
        assert_eq!(refused::<char>(py, "'ab'"), "TypeError: expected a string of one character");
        assert_eq!(refused::<char>(py, "''"), "TypeError: expected a string of one character");
        assert_eq!(
            refused::<Vec<i32>>(py, "'abc'"),
            "TypeError: expected a sequence, got str (for its characters, pass list(text))"
        );
        assert_eq!(refused::<Vec<i32>>(py, "5"), "TypeError: expected a sequence, got int");
        assert_eq!(refused::<Vec<i32>>(py, "[1, 'x']"), "TypeError: item 1: expected int, got str");
        assert_eq!(
            refused::<Vec<Vec<u8>>>(py, "[[1], [300]]"),
            "OverflowError: item 1: item 0: 300 does not fit in u8 (0 to 255)"
        );
        assert_eq!(refused::<HashMap<String, i32>>(py, "[]"), "TypeError: expected dict, got list");
        assert_eq!(refused::<HashMap<String, i32>>(py, "{1: 1}"), "TypeError: key: expected str, got int");
        assert_eq!(
            refused::<BTreeMap<String, i32>>(py, "{'k': 'v'}"),
            "TypeError: value of 'k': expected int, got str"
        );
        assert_eq!(refused::<(i32, i32)>(py, "(1,)"), "ValueError: expected a tuple of 2, got one of 1");
        assert_eq!(refused::<(i32, i32)>(py, "[1, 2]"), "TypeError: expected tuple, got list");
        assert_eq!(refused::<(i32, i32)>(py, "(1, 'x')"), "TypeError: item 1: expected int, got str");
        assert_eq!(refused::<PathBuf>(py, "5"), "TypeError: expected a path, got int");
        assert_eq!(refused::<PathBuf>(py, "'a\\0b'"), "ValueError: embedded null byte in a path");
        assert_eq!(refused::<Option<i32>>(py, "'x'"), "TypeError: expected int, got str");
        assert_eq!(refused::<Py<Callable>>(py, "5"), "TypeError: expected callable, got int");
        Ok(())
    });
}

#[test]
fn what_python_raises_in_between_is_passed_on_and_nothing_is_left() {
    python(|py| {
        let globals = Dict::empty(py)?;
        exec(
            &globals,
            "
class Bad:
    def __index__(self): raise KeyError('index')
    def __float__(self): raise KeyError('float')
    def __fspath__(self): raise KeyError('path')
    def __iter__(self): raise KeyError('iter')
    def __repr__(self): raise KeyError('repr')
    def __hash__(self): raise KeyError('hash')
    def __eq__(self, other): raise KeyError('eq')
def half():
    yield 1
    raise KeyError('half')
class Odd:
    def __index__(self): return 'no int'
    def __float__(self): return 'no float'
    def __fspath__(self): return 5
    def __iter__(self): return 5
bad, odd = Bad(), Odd()",
        )?;
        flat(py, |_| {
            let (bad, odd) = (globals.require("bad")?, globals.require("odd")?);
            let half = || globals.require("half")?.call(());
            assert_eq!(bad.extract::<u8>().unwrap_err().to_string(), "KeyError: 'index'");
            assert_eq!(bad.extract::<f64>().unwrap_err().to_string(), "KeyError: 'float'");
            assert_eq!(bad.extract::<PathBuf>().unwrap_err().to_string(), "KeyError: 'path'");
            assert_eq!(bad.extract::<Vec<u8>>().unwrap_err().to_string(), "KeyError: 'iter'");
            assert_eq!(half()?.extract::<Vec<u8>>().unwrap_err().to_string(), "KeyError: 'half'");
            assert_eq!(half()?.extract::<Vec<Py<Any>>>().unwrap_err().to_string(), "KeyError: 'half'");
            assert!(format!("{bad:?}").ends_with("whose repr failed>"));
            // Python words these three otherwise since 3.15.
            let wrong = odd.extract::<u8>().unwrap_err().to_string();
            assert!(wrong.starts_with("TypeError: ") && wrong.contains("__index__"), "{wrong}");
            let wrong = odd.extract::<f64>().unwrap_err().to_string();
            assert!(wrong.starts_with("TypeError: ") && wrong.contains("__float__"), "{wrong}");
            let wrong = odd.extract::<Vec<u8>>().unwrap_err().to_string();
            assert!(wrong.starts_with("TypeError: ") && wrong.contains("iter"), "{wrong}");
            assert_eq!(
                odd.extract::<PathBuf>().unwrap_err().to_string(),
                "TypeError: expected Odd.__fspath__() to return str or bytes, not int"
            );
            let dict = Dict::empty(py)?;
            assert_eq!(dict.set(&bad, 1).unwrap_err().to_string(), "KeyError: 'hash'");
            assert!(vec![Some("x")].into_py(py)?.extract::<Vec<u8>>().is_err());
            assert!(PyErr::take(py).is_none());
            Ok(())
        });
        Ok(())
    });
}

#[test]
fn containers_may_change_while_they_are_read() {
    python(|py| {
        flat(py, |probe| {
            let globals = Dict::empty(py)?;
            exec(
                &globals,
                "
l = []
class Shrink:
    def __index__(self): l.clear(); return 1
l.extend([Shrink(), Shrink(), 3])
d = {}
class Grow:
    def __index__(self):
        for i in range(100): d[i] = i
        d.pop('a', None); return 7
d['a'] = Grow(); d['b'] = Grow()
g = [1]
def grow():
    for x in g:
        if len(g) < 50: g.append(x)
        yield x
",
            )?;
            assert_eq!(globals.require("l")?.extract::<Vec<i32>>()?, [1]);
            let map = globals.require("d")?.extract::<HashMap<String, i32>>()?;
            assert_eq!(map.len(), 2);
            assert_eq!(globals.require("grow")?.call(())?.extract::<Vec<i32>>()?.len(), 50);
            let list = List::new(py, [probe, probe, probe])?;
            let mut seen = 0;
            for item in list.items() {
                list.call_method("pop", ())?;
                assert!(item.is(probe));
                seen += 1;
            }
            assert_eq!(seen, 2);
            let dict = HashMap::from([(1, probe), (2, probe)]).into_py(py)?;
            for (key, value) in dict.snapshot()? {
                dict.remove(&key)?;
                assert!(value.is(probe));
            }
            assert!(dict.is_empty());
            Ok(())
        });
        Ok(())
    });
}
