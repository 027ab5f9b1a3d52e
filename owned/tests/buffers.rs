//! Buffers: formats, shapes, access, and what Python code does meanwhile.

#[path = "buffers_support/mod.rs"]
mod arrays;
mod support;

use owned::exceptions::{BufferError, IndexError, TypeError, ValueError};
use owned::prelude::*;
use owned::types::{Buffer, BufferMut, Element};
use support::{eval, exec, flat, python};

fn read<'py, T: Element>(py: Python<'py>, source: &str) -> Result<Buffer<'py, T>> {
    Buffer::of(&eval(py, source)?)
}

#[track_caller]
fn refused<'py, T, E: owned::exceptions::ExceptionType>(py: Python<'py>, got: Result<T>, message: &str) {
    let Err(error) = got else { panic!("taken") };
    assert!(error.is::<E>(py), "{error}");
    assert!(error.to_string().contains(message), "{error}");
}

#[test]
fn every_number_is_read_by_its_format_and_by_no_other() {
    fn one<T: Element + PartialEq + std::fmt::Debug>(py: Python<'_>, letters: &str, one: T) -> Result<()> {
        for letter in "bBhHiIlLqQfd".chars() {
            let source = format!("__import__('array').array('{letter}', [1, 1])");
            let got = read::<T>(py, &source);
            if letters.contains(letter) {
                let items = got?;
                assert_eq!(items.to_vec()?, [one, one]);
                assert_eq!(items.get(&[1])?, one);
                assert_eq!(items.format().to_str().unwrap(), letter.to_string());
            } else {
                refused::<_, BufferError>(py, got, &format!("of {}, got items of format '{letter}'", T::FORMAT));
            }
        }
        Ok(())
    }
    python(|py| {
        one(py, "B", 1_u8)?;
        one(py, "b", 1_i8)?;
        one(py, "H", 1_u16)?;
        one(py, "h", 1_i16)?;
        one(py, "I", 1_u32)?;
        one(py, "i", 1_i32)?;
        one(py, "LQ", 1_u64)?;
        one(py, "lq", 1_i64)?;
        one(py, "LQ", 1_usize)?;
        one(py, "lq", 1_isize)?;
        one(py, "f", 1_f32)?;
        one(py, "d", 1_f64)
    });
}

#[test]
fn what_is_no_number_or_no_buffer_is_refused() {
    python(|py| {
        refused::<_, TypeError>(py, read::<u8>(py, "[1, 2]"), "expected an object with a buffer of u8, got list");
        refused::<_, TypeError>(py, read::<u8>(py, "'text'"), "of u8, got str");
        refused::<_, BufferError>(py, read::<u8>(py, "memoryview(b'ab').cast('?')"), "'?', 1 bytes");
        refused::<_, BufferError>(
            py,
            read::<u32>(py, "(__import__('ctypes').c_uint32.__ctype_be__ * 2)()"),
            "got items of format '>",
        );
        refused::<_, BufferError>(py, BufferMut::<u8>::of(&eval(py, "b'constant'")?), "not writable");
        refused::<_, BufferError>(py, BufferMut::<u8>::of(&eval(py, "memoryview(bytearray(2)).toreadonly()")?), "");
        refused::<_, ValueError>(py, read::<u8>(py, "(m := memoryview(b'ab'), m.release())[0]"), "released");
        Ok(())
    });
}

#[test]
fn shapes_and_strides() {
    python(|py| {
        let rows = read::<u8>(py, "memoryview(bytes(range(6))).cast('B', [2, 3])")?;
        assert_eq!((rows.shape(), rows.strides(), rows.len()), (vec![2, 3], &[3, 1][..], 6));
        assert_eq!(rows.get(&[1, 0])?, 3);
        assert_eq!(rows.iter().collect::<Vec<_>>(), [0, 1, 2, 3, 4, 5]);
        for outside in [&[2, 0][..], &[0, 3], &[0], &[], &[0, 0, 0], &[usize::MAX, 0]] {
            refused::<_, IndexError>(py, rows.get(outside), "in a buffer of shape [2, 3]");
        }

        let back = read::<u8>(py, "memoryview(bytes(range(10)))[::-3]")?;
        assert!(!back.is_contiguous());
        assert_eq!((back.strides(), back.to_vec()?), (&[-3][..], vec![9, 6, 3, 0]));
        assert_eq!(back.iter().collect::<Vec<_>>(), [9, 6, 3, 0]);
        assert_eq!(back.as_slice(), None);

        let fortran = read::<i32>(
            py,
            "__import__('_testbuffer').ndarray(list(range(6)), shape=[2, 3], format='i', \
            flags=__import__('_testbuffer').ND_FORTRAN)",
        )?;
        assert_eq!((fortran.get(&[1, 0])?, fortran.get(&[0, 1])?), (1, 2));
        assert_eq!(
            (fortran.to_vec()?, fortran.iter().collect::<Vec<_>>()),
            (vec![0, 2, 4, 1, 3, 5], vec![0, 2, 4, 1, 3, 5])
        );

        let single = read::<i32>(py, "__import__('ctypes').c_int32(7)")?;
        assert_eq!((single.shape(), single.len(), single.get(&[])?), (vec![], 1, 7));
        refused::<_, IndexError>(py, single.get(&[0]), "shape []");

        let none = read::<f64>(py, "__import__('array').array('d')")?;
        assert!(none.is_empty() && none.to_vec()?.is_empty() && none.iter().next().is_none());
        refused::<_, IndexError>(py, none.get(&[0]), "shape [0]");
        Ok(())
    });
}

#[test]
fn items_behind_pointers() {
    python(|py| {
        let source = "__import__('_testbuffer').ndarray(list(range(12)), shape=[3, 4], format='h', \
            flags=__import__('_testbuffer').ND_PIL)";
        let rows = read::<i16>(py, source)?;
        assert_eq!((rows.get(&[0, 0])?, rows.get(&[2, 1])?), (0, 9));
        let all: Vec<i16> = (0..12).collect();
        assert_eq!((rows.iter().collect::<Vec<_>>(), rows.to_vec()?), (all.clone(), all));
        Ok(())
    });
}

#[test]
fn writing_is_seen_by_python() {
    python(|py| {
        let array = eval(py, "__import__('array').array('i', [1, 2, 3])")?;
        let items = BufferMut::<i32>::of(&array)?;
        items.set(&[2], 30)?;
        refused::<_, IndexError>(py, items.set(&[3], 0), "[3]");
        assert_eq!(array.call_method("__getitem__", (2,))?.extract::<i32>()?, 30);
        items.copy_from(&[4, 5, 6])?;
        refused::<_, ValueError>(py, items.copy_from(&[4]), "3 items cannot be copied to or from a slice of 1");
        array.call_method("__setitem__", (0, -1))?;
        assert_eq!(items.to_vec()?, [-1, 5, 6], "and what Python writes is seen here");
        let mut copy = [0; 3];
        items.copy_to(&mut copy)?;
        assert_eq!(copy, [-1, 5, 6]);

        let bytes = eval(py, "bytearray(6)")?;
        let globals = Dict::empty(py)?;
        globals.set("b", &bytes)?;
        let globals_of = |source| py.import("builtins")?.getattr("eval")?.call((source, &globals));
        BufferMut::<u8>::of(&globals_of("memoryview(b)[::-2]")?)?.copy_from(&[1, 2, 3])?;
        assert_eq!(globals_of("bytes(b)")?.extract::<Vec<u8>>()?, [0, 3, 0, 2, 0, 1]);
        Ok(())
    });
}

#[test]
fn a_slice_is_lent_only_of_what_nobody_can_write_to() {
    python(|py| {
        assert_eq!(read::<u8>(py, "b'abc'")?.as_slice(), Some(&b"abc"[..]));
        assert_eq!(read::<u8>(py, "memoryview(b'abc')[1:]")?.as_slice(), Some(&b"bc"[..]));
        assert_eq!(read::<u8>(py, "b''")?.as_slice(), Some(&[][..]));
        assert_eq!(read::<u8>(py, "bytearray(b'abc')")?.as_slice(), None);
        assert_eq!(
            read::<u8>(py, "memoryview(bytearray(b'abc')).toreadonly()")?.as_slice(),
            None,
            "only read-only *here*"
        );
        assert_eq!(read::<u8>(py, "type('Sub', (bytes,), {})(b'abc')")?.as_slice(), None);
        assert_eq!(
            read::<u16>(py, "memoryview(b'-abcd')[1:].cast('H')")?.as_slice().map(<[u16]>::len),
            None,
            "not aligned"
        );
        assert_eq!(read::<u16>(py, "memoryview(b'-abcd')[1:].cast('H')")?.len(), 2);
        Ok(())
    });
}

#[test]
fn the_exporter_is_held_and_then_let_go() {
    python(|py| {
        let globals = Dict::empty(py)?;
        exec(&globals, "b = bytearray(b'12345678')")?;
        let bytes = globals.get("b")?.expect("set above");
        let items = Buffer::<u8>::of(&bytes)?;
        refused::<_, BufferError>(py, exec(&globals, "b.append(1)"), "cannot be re-sized");
        exec(&globals, "b[0] = 0x39; del b")?;
        drop((bytes, globals));
        assert_eq!(items.to_vec()?, b"92345678", "alive, and as Python left it");
        assert_eq!(items.exporter().repr()?.to_str()?, "bytearray(b'92345678')");
        let bytes = items.exporter().clone();
        drop(items);
        bytes.call_method("append", (1,)).map(drop)
    });
}

#[test]
fn nothing_is_left_behind() {
    python(|py| {
        let array = eval(py, "__import__('array').array('d', [1.0, 2.0])")?;
        let text = eval(py, "'text'")?;
        flat(py, |_| {
            let items = BufferMut::<f64>::of(&array)?;
            items.set(&[0], 2.5)?;
            drop((items.to_vec()?, items.iter().sum::<f64>(), items.get(&[9]).err(), items.copy_from(&[]).err()));
            drop((Buffer::<u8>::of(&array).err(), Buffer::<u8>::of(&text).err(), array.extract::<Buffer<'_, f64>>()?));
            Ok(())
        });
        assert!(array.call_method("append", (1.0,)).is_ok(), "every view was released");
        Ok(())
    });
}
