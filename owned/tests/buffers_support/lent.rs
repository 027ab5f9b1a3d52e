//! Memory of Rust's, as Python sees it, and as it comes back.
#![expect(unsafe_code, reason = "vouches for memory, as a binding of C code does")]

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

use owned::NoRefs;
use owned::array::{Array, ArrayMut, SharedArray};
use owned::exceptions::{BufferError, IndexError, MemoryError, ValueError};
use owned::prelude::*;
use owned::types::{Element as _, MemoryView};

use super::{CTYPES, SAMPLE, Sample, check, module};
use crate::refused;
use crate::support::{exec, flat, python};

#[test]
fn python_sees_the_memory_in_place() {
    check(
        "g = m.grid(2, 3)\n\
         v = memoryview(g)\n\
         same((v.format, v.itemsize, v.shape, v.strides, v.readonly, v.obj is g), ('d', 8, (2, 3), (24, 8), False, True))\n\
         same((repr(g), len(g), g.shape, g.strides, g.format, g.itemsize, g.readonly),\n     \
              ('<owned.Array of f64, shape [2, 3]>', 2, (2, 3), (24, 8), 'd', 8, False))\n\
         same(v.tolist(), [[0.0, 1.0, 2.0], [3.0, 4.0, 5.0]])\n\
         m.doubled(g); v[0, 0] = 7.0\n\
         same((v.tolist()[1], m.total(g), m.total(v)), ([6.0, 8.0, 10.0], 37.0, 37.0))\n\
         weak = weakref.ref(g); del g\n\
         same(v.tolist()[1], [6.0, 8.0, 10.0])\n\
         del v; gc.collect(); same(weak(), None)\n\
         c = memoryview(m.constant())\n\
         same((c.readonly, c.format, c.tolist(), m.constant().readonly), (True, 'h', [1, 2, 3], True))\n\
         same(raised(m.doubled, memoryview(bytes(16)).cast('d', [1, 2])), 'BufferError: memoryview: underlying buffer is not writable')\n\
         same((memoryview(m.backwards()).tolist(), m.backwards().strides), ([4, 2, 0], (-4,)))\n\
         same((memoryview(m.single()).tolist(), m.single().shape), (42, ()))\n\
         same(raised(len, m.single()), 'TypeError: an array without dimensions has no length')\n\
         same((memoryview(m.truths()).format, memoryview(m.truths()).tolist()), ('?', [True, False]))\n\
         same((memoryview(m.grid(0, 3)).tolist(), m.grid(0, 3).shape), ([], (0, 3)))\n\
         same(raised(type(c.obj)), \"TypeError: cannot create 'owned.Array' instances\")",
    );
}

#[test]
fn structs_are_shown_with_nothing_between_the_fields() {
    python(|py| {
        let globals = Dict::empty(py)?;
        exec(&globals, CTYPES)?;
        globals.set("m", module(py)?)?;
        exec(
            &globals,
            "v = memoryview(m.samples(2))\n\
             assert v.format == 'T{=I:at:4x(2)=d:place:T{=B:class:3x=f:weight:=?:known:3x}:kind:4x}', v.format\n\
             assert v.itemsize == c.sizeof(Sample) and m.shift(v) == 2\n\
             both = (Sample * 2).from_buffer(m.samples(2))\n\
             assert m.shift(both) == 2 and list(both[1].place) == [2.5, -2.5] and both[1].kind.known",
        )?;
        // Bytes that Rust has left there are not seen.
        let mut items = vec![SAMPLE; 2];
        // SAFETY: bytes of the vector, which takes any.
        unsafe { items.as_mut_ptr().cast::<u8>().write_bytes(0xAA, size_of_val(&items[..])) };
        let mut array = SharedArray::from(items);
        let padding = |array: &SharedArray<Sample, 1>| -> Result<Vec<u8>> {
            let bytes = MemoryView::of(&array.into_py(py)?)?.to_bytes()?;
            Ok([4..8, 25..28, 33..40].into_iter().flat_map(|part| bytes.as_slice()[part].to_vec()).collect())
        };
        assert_eq!(padding(&array)?, [0; 14]);
        array.set([0], SAMPLE)?;
        array.as_cells().expect("in a row")[0].set(SAMPLE);
        assert_eq!(padding(&array)?, [0; 14]);
        array.with_slice(|items| items.fill(SAMPLE))?;
        assert_eq!((padding(&array)?, array.get([1])?), (vec![0; 14], SAMPLE));
        assert_eq!(Sample::FORMAT.size(), size_of::<Sample>());
        Ok(())
    });
}

#[test]
fn what_is_looked_at_is_not_resized() {
    check(
        "t = m.Table()\n\
         t.push(4)\n\
         v = memoryview(t)\n\
         same(raised(t.push, 5), 'BufferError: the memory must stay as it is: somebody else has it, a view or a clone')\n\
         w = v[1:]\n\
         same(raised(t.push, 5), 'BufferError: the memory must stay as it is: somebody else has it, a view or a clone')\n\
         x = memoryview(t)\n\
         same(raised(t.push, 5), 'BufferError: the memory must stay as it is: 2 others have it, views or clones')\n\
         v[0] = 9; same(t.items(), [9, 2, 3, 4])\n\
         v.release(); w.release(); x.release()\n\
         t.push(5); same((t.items(), memoryview(t).tolist()), ([9, 2, 3, 4, 5],) * 2)\n\
         d = t.__dlpack__()\n\
         same(raised(t.push, 6)[:11], 'BufferError')\n\
         del d; t.push(6)",
    );
}

#[test]
fn the_memory_comes_back() {
    python(|py| {
        let items = vec![1_u64, 2, 3];
        let place = items.as_ptr();
        let array = SharedArray::from(items);
        let object = (&array).into_py(py)?;
        ArrayMut::<u64, 1>::of(&object)?.set([2], 30)?;
        let other = array.clone();
        refused::<_, BufferError>(py, array.into_vec(), "2 others have it");
        drop(object);
        let items = other.into_vec()?;
        assert_eq!((items.as_ptr(), &items[..]), (place, &[1, 2, 30][..]), "not copied");

        // What changes it may panic; it is whole afterwards, and seen as it is.
        let mut array = SharedArray::from(items);
        let panics = |array: &mut SharedArray<u64, 1>| {
            array.change(|items| {
                items.extend([4; 100]);
                panic!("in the middle")
            })
        };
        assert!(catch_unwind(AssertUnwindSafe(|| panics(&mut array))).is_err());
        assert_eq!((array.shape(), array.get([102])?), ([103], 4));
        array.change(std::mem::take)?;
        assert!(array.is_empty() && array.lend().shape(&[0]).is_ok());
        Ok(())
    });
}

#[test]
fn shapes_that_do_not_fit() {
    python(|py| {
        refused::<_, ValueError>(py, SharedArray::new(vec![1, 2, 3], [2, 2]), "[2, 2] does not go with 3 items");
        refused::<_, ValueError>(py, SharedArray::<u8, 2>::new(vec![], [usize::MAX, 0]), "does not go with 0 items");
        refused::<_, MemoryError>(py, SharedArray::filled(0_u64, [usize::MAX, 2]), "no room");
        refused::<_, MemoryError>(py, SharedArray::filled(0_u64, [1 << 60]), "no room");
        let array = SharedArray::filled(5_u8, [2, 6])?;
        assert_eq!(array.reshape([3, 4])?.shape(), [3, 4]);
        refused::<_, ValueError>(py, array.reshape([5]), "does not go with 12 items");
        for (first, shape, stride) in
            [(0, 13, 1), (11, 2, 1), (0, 2, -1), (12, 1, 1), (0, 2, isize::MIN), (0, usize::MAX, 0)]
        {
            refused::<_, ValueError>(py, array.part(first, [shape], [stride]), "leaves the 12 items");
        }
        assert_eq!(array.part(12, [0], [1])?.len(), 0);
        assert_eq!(array.part(3, [4], [0])?.to_vec(), [5; 4]);
        refused::<_, IndexError>(py, array.set([0, 6], 1), "of shape [2, 6]");
        let fixed = array.clone().readonly();
        refused::<_, BufferError>(py, fixed.set([0, 0], 1), "read-only");
        refused::<_, BufferError>(py, fixed.copy_from(&[0; 12]), "read-only");
        assert!(fixed.as_cells().is_none() && fixed.is_readonly() && fixed.reshape([12])?.is_readonly());
        refused::<_, BufferError>(py, ArrayMut::<u8, 2>::of(&fixed.into_py(py)?), "not writable");
        array.copy_from(&[6; 12])?;
        assert_eq!(array.iter().map(u32::from).sum::<u32>(), 72);
        Ok(())
    });
}

#[derive(NoRefs)]
struct Counted(#[traverse(skip = "a count")] Arc<AtomicUsize>, [u32; 6]);

impl Drop for Counted {
    fn drop(&mut self) {
        self.0.fetch_add(1, Relaxed);
    }
}

#[test]
fn memory_of_c_is_kept_and_freed_once() {
    python(|py| {
        let freed = Arc::new(AtomicUsize::new(0));
        let owner = Box::new(Counted(freed.clone(), [1, 2, 3, 4, 5, 6]));
        let start = owner.1.as_ptr().cast_mut();
        // SAFETY: six numbers in the box, which stays where it is; nothing else looks at them.
        let mut array = unsafe { SharedArray::foreign(owner, start, [2, 3]) }?;
        refused::<_, BufferError>(py, array.with_slice(|_| ()), "of a C library");
        let column = array.part(2, [2], [3])?.into_py(py)?;
        let view = MemoryView::of(&column)?;
        drop((array, column));
        assert_eq!((view.call_method("tolist", ())?.extract::<Vec<u32>>()?, freed.load(Relaxed)), (vec![3, 6], 0));
        drop(view);
        assert_eq!(freed.load(Relaxed), 1);
        // SAFETY: there are no items.
        let none =
            unsafe { SharedArray::<u32, 1>::foreign(Counted(freed.clone(), [0; 6]), std::ptr::null_mut(), [0]) }?;
        assert_eq!(MemoryView::of(&none.into_py(py)?)?.to_bytes()?.as_slice(), b"");
        assert_eq!(freed.load(Relaxed), 2);
        Ok(())
    });
}

#[test]
fn others_write_meanwhile() {
    python(|py| {
        let array = SharedArray::filled(0_u64, [64])?;
        let object = (&array).into_py(py)?;
        let taken = Array::<u64, 1>::of(&object)?;
        let writer = array.clone();
        let thread = std::thread::spawn(move || {
            for round in 1..2000_u64 {
                for cell in writer.as_cells().expect("in a row") {
                    cell.set(round << 32 | round);
                }
            }
        });
        while !thread.is_finished() {
            assert!(taken.iter().all(|item| item >> 32 == item & 0xFFFF_FFFF), "half an item");
        }
        thread.join().expect("the writer ends");
        Ok(())
    });
}

#[test]
fn nothing_is_left_behind() {
    python(|py| {
        let module = module(py)?;
        flat(py, |_| {
            let grid = module.call_method("grid", (2, 2))?;
            let view = MemoryView::of(&grid)?;
            drop((view.call_method("tolist", ())?, grid.getattr("shape")?, grid.getattr("format")?, grid.repr()?));
            let table = module.call_method("Table", ())?;
            table.setattr("other", MemoryView::of(&table)?)?;
            drop((table.call_method("push", (1,)).err(), module.call_method("samples", (2,))?));
            Ok(())
        });
        Ok(())
    });
}
