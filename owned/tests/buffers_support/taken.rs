//! Arrays of Python's, taken: what each gives, or the error.

use owned::array::{Array, ArrayMut, PyArray};
use owned::exceptions::{BufferError, IndexError, TypeError, ValueError};
use owned::prelude::*;
use owned::types::{Buffer, BufferMut, Element};

use super::{CTYPES, KIND, SAMPLE, Sample, check, module};
use crate::refused;
use crate::support::{eval, exec, flat, later, python};

fn of<'py, T: Element, const N: usize>(py: Python<'py>, source: &str) -> Result<Array<'py, T, N>> {
    Array::of(&eval(py, source)?)
}

#[test]
fn shapes_strides_and_places() {
    python(|py| {
        let rows = of::<u8, 2>(py, "memoryview(bytes(range(6))).cast('B', [2, 3])")?;
        assert_eq!((rows.shape(), rows.strides(), rows.steps(), rows.len()), ([2, 3], [3, 1], Some([3, 1]), 6));
        assert_eq!((rows.get([1, 0])?, rows.to_vec()), (3, vec![0, 1, 2, 3, 4, 5]));
        for outside in [[2, 0], [0, 3], [usize::MAX, 0]] {
            refused::<_, IndexError>(py, rows.get(outside), "in an array of shape [2, 3]");
        }
        refused::<_, ValueError>(
            py,
            of::<u8, 1>(py, "memoryview(bytes(6)).cast('B', [2, 3])"),
            "1 dimension, got 2, of shape [2, 3]",
        );
        refused::<_, ValueError>(py, of::<u8, 3>(py, "b'abc'"), "expected 3 dimensions, got 1, of shape [3]");

        let back = of::<u16, 1>(py, "memoryview(__import__('array').array('H', range(10)))[::-3]")?;
        assert_eq!((back.strides(), back.steps(), back.is_contiguous()), ([-6], Some([-3]), false));
        assert_eq!((back.to_vec(), back.iter().len(), back.as_slice()), (vec![9, 6, 3, 0], 4, None));
        let mut copy = [0; 4];
        back.copy_to(&mut copy)?;
        refused::<_, ValueError>(py, back.copy_to(&mut [0]), "4 items cannot be copied to or from a slice of 1");
        assert_eq!(copy, [9, 6, 3, 0]);

        let fortran = "__import__('_testbuffer').ndarray(list(range(6)), shape=[2, 3], format='i', flags=4)";
        assert_eq!(eval(py, "__import__('_testbuffer').ND_FORTRAN")?.extract::<i32>()?, 4);
        assert_eq!(of::<i32, 2>(py, fortran)?.to_vec(), [0, 2, 4, 1, 3, 5]);
        assert_eq!(of::<i32, 0>(py, "__import__('ctypes').c_int32(7)")?.get([])?, 7);
        let behind = "__import__('_testbuffer').ndarray(list(range(4)), shape=[2, 2], format='h', \
            flags=__import__('_testbuffer').ND_PIL)";
        refused::<_, BufferError>(py, of::<i16, 2>(py, behind), "lie behind pointers");

        let unaligned = of::<u16, 1>(py, "memoryview(b'-abcd')[1:].cast('H')")?;
        assert_eq!((unaligned.len(), unaligned.as_slice()), (2, None));
        assert_eq!(unaligned.get([1])?, u16::from_ne_bytes(*b"cd"));
        let cells = ArrayMut::<u16, 1>::of(&eval(py, "memoryview(bytearray(b'-abcd'))[1:].cast('H')")?)?;
        assert!(cells.as_cells().is_none(), "not aligned");
        cells.fill(0x0101);
        assert_eq!(cells.to_vec(), [0x0101; 2]);
        Ok(())
    });
}

#[test]
fn arrays_of_nothing() {
    python(|py| {
        let none = of::<f64, 1>(py, "__import__('array').array('d')")?;
        assert!(none.is_empty() && none.is_contiguous() && none.to_vec().is_empty() && none.iter().next().is_none());
        refused::<_, IndexError>(py, none.get([0]), "of shape [0]");
        let none = ArrayMut::<f64, 1>::of(&eval(py, "__import__('array').array('d')")?)?;
        assert_eq!(none.as_cells().map(<[_]>::len), Some(0));
        none.fill(1.0);
        let rows = module(py)?.call_method("grid", (3, 0))?;
        assert_eq!((Array::<f64, 2>::of(&rows)?.shape(), Array::<f64, 2>::of(&rows)?.iter().count()), ([3, 0], 0));
        assert_eq!(of::<u8, 1>(py, "b''")?.as_slice(), Some(&[][..]));
        Ok(())
    });
}

#[test]
fn structs_of_ctypes() {
    python(|py| {
        let globals = Dict::empty(py)?;
        exec(&globals, CTYPES)?;
        exec(
            &globals,
            "many = (Sample * 3)(sample, sample)\n\
             class Other(c.Structure): _fields_ = [('at', c.c_uint32), ('place', c.c_double * 2), ('kind', c.c_double)]\n\
             class Swapped(c.BigEndianStructure if __import__('sys').byteorder == 'little' else c.LittleEndianStructure):\n    \
                 _fields_ = [('at', c.c_uint32), ('place', c.c_double * 2), ('kind', c.c_uint8 * 12)]\n\
             class Packed(c.Structure): _pack_ = 1; _fields_ = Sample._fields_\n\
             class Named(c.Structure): _fields_ = [('place', c.c_uint32), ('at', c.c_double * 2), ('kind', Kind)]",
        )?;
        let get = |name: &str| globals.require(name);
        let one = Buffer::<Sample>::of(&get("sample")?)?;
        assert_eq!((one.get(&[])?, one.to_vec()?), (SAMPLE, vec![SAMPLE]));
        let many = ArrayMut::<Sample, 1>::of(&get("many")?)?;
        assert_eq!((many.shape(), many.get([1])?), ([3], SAMPLE));
        many.set([2], Sample { at: 9, ..SAMPLE })?;
        many.as_cells().expect("aligned")[0].set(Sample { place: [0.0, 1.0], ..SAMPLE });
        exec(&globals, "assert many[2].at == 9 and many[2].kind.weight == 0.5 and list(many[0].place) == [0.0, 1.0]")?;
        BufferMut::<Sample>::of(&get("many")?)?.copy_from(&[SAMPLE; 3])?;
        exec(&globals, "assert [one.at for one in many] == [7] * 3 and getattr(many[1].kind, 'class') == 3")?;
        many.copy_from(&[Sample { at: 1, ..SAMPLE }; 3])?;
        exec(&globals, "assert [one.at for one in many] == [1] * 3")?;

        let sample = |name: &str| Array::<Sample, 1>::of(&eval_one(&globals, name)?);
        refused::<_, BufferError>(
            py,
            sample("Other"),
            "`kind` is f64, and should be Kind { class: u8, weight: f32, known: bool }",
        );
        refused::<_, BufferError>(py, sample("Named"), "`at` is called `place` there");
        refused::<_, BufferError>(py, sample("Swapped"), "u32");
        refused::<_, BufferError>(
            py,
            sample("Packed"),
            "expected a buffer of Sample { at: u32, place: [f64; 2], kind: Kind {",
        );
        refused::<_, BufferError>(
            py,
            of::<Sample, 1>(py, "bytes(40)"),
            "got items of format 'B', 1 bytes each: that is u8",
        );
        assert_eq!(KIND.number, 3);
        Ok(())
    });
}

/// `(NAME * 1)()`
fn eval_one<'py>(globals: &Owned<'py, Dict>, name: &str) -> Result<Owned<'py, Any>> {
    exec(globals, &format!("one = ({name} * 1)()"))?;
    globals.require("one")
}

#[test]
fn what_is_no_array_says_so() {
    python(|py| {
        refused::<_, TypeError>(py, of::<f64, 1>(py, "[1.0, 2.0]"), "expected an array of f64, got list");
        refused::<_, BufferError>(py, of::<f64, 1>(py, "b'12345678'"), "a buffer of f64, got items of format 'B'");
        refused::<_, BufferError>(
            py,
            of::<u32, 1>(py, "(__import__('ctypes').c_uint32.__ctype_be__ * 2)()"),
            if cfg!(target_endian = "little") { "that is u32 in the other byte order" } else { "" },
        );
        refused::<_, BufferError>(py, ArrayMut::<u8, 1>::of(&eval(py, "b'constant'")?), "not writable");
        let view = "memoryview(bytearray(2)).toreadonly()";
        refused::<_, BufferError>(py, ArrayMut::<u8, 1>::of(&eval(py, view)?), "");
        refused::<_, ValueError>(py, of::<u8, 1>(py, "(m := memoryview(b'ab'), m.release())[0]"), "released");
        let deep = "__import__('_testbuffer').ndarray([(1, 2)], shape=[1], format='ii')";
        refused::<_, BufferError>(py, of::<i32, 1>(py, deep), "that is { 0: i32, 1: i32 }");
        Ok(())
    });
    check(
        "same(raised(m.floats, 1), \"TypeError: floats() argument 'items': expected an array of f64, got int\")\n\
         same(m.floats(__import__('array').array('d', [1.5])), [1.5])\n\
         same(m.bools(memoryview(b'\\x00\\x01\\x07').cast('?')), [False, True, True])\n\
         same(m.shorts(memoryview(b'').cast('h')), [])",
    );
}

#[test]
fn what_is_lent_is_not_resized() {
    python(|py| {
        let globals = Dict::empty(py)?;
        exec(&globals, "import array\nb = bytearray(b'12345678')\na = array.array('d', [1.0])")?;
        let bytes = Array::<u8, 1>::of(&globals.require("b")?)?;
        let doubles = PyArray::<f64, 1>::of(&globals.require("a")?)?;
        refused::<_, BufferError>(py, exec(&globals, "b.append(1)"), "cannot be re-sized");
        refused::<_, BufferError>(py, exec(&globals, "a.append(1)"), "cannot resize");
        exec(&globals, "b[0] = 0x39; a[0] = 2.0")?;
        assert_eq!((bytes.get([0])?, doubles.bind(py)?.get([0])?), (0x39, 2.0), "what Python writes is seen");
        // In the other order than they were taken.
        drop(bytes);
        exec(&globals, "b.append(1)")?;
        // On a thread that is not attached: given back a little later.
        py.detach(|| std::thread::spawn(move || drop(doubles)).join()).expect("the thread ends");
        let is_free = || Ok(exec(&globals, "a.append(1)").is_ok());
        assert!(is_free()? || later(py, is_free)?);
        Ok(())
    });
}

#[test]
fn a_class_that_holds_an_array_is_collected() {
    check(
        "import array, io\n\
         class Memory(bytearray): pass\n\
         memory = Memory(48)\n\
         t = m.Table(memoryview(memory).cast('d', [2, 3]))\n\
         memory.table = t\n\
         same(t.sum(), 0.0)\n\
         weak = weakref.ref(memory)\n\
         del t, memory; gc.collect()\n\
         same(weak(), None)\n\
         same(raised(m.Table, [1])[:32], \"TypeError: Table() argument 'rows'\"[:32])\n\
         held = m.Table(memoryview(bytearray(16)).cast('d', [1, 2]))\n\
         [view] = [view for view in gc.get_referents(held) if isinstance(view, memoryview)]\n\
         view.release()\n\
         same(raised(held.sum), 'ValueError: operation forbidden on released memoryview object')",
    );
}

#[test]
fn nothing_is_left_behind() {
    python(|py| {
        let array = eval(py, "__import__('array').array('d', [1.0, 2.0])")?;
        let text = eval(py, "'text'")?;
        flat(py, |_| {
            let items = ArrayMut::<f64, 1>::of(&array)?;
            items.set([0], 2.5)?;
            drop((items.to_vec(), items.iter().sum::<f64>(), items.get([9]).err(), items.copy_from(&[]).err()));
            drop((
                Array::<u8, 1>::of(&array).err(),
                Array::<f64, 2>::of(&array).err(),
                Array::<u8, 1>::of(&text).err(),
            ));
            drop((Array::<f64, 1>::from_dlpack(&array).err(), PyArray::<f64, 1>::of(&array)?.bind(py)?));
            Ok(())
        });
        assert!(array.call_method("append", (1.0,)).is_ok(), "every view was released");
        Ok(())
    });
}
