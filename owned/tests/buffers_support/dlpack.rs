//! DLPack, both ways: what is given away comes back once, and what is taken is checked.
#![expect(unsafe_code, reason = "makes tensors as C code does")]

use std::ffi::{c_char, c_void};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

use owned::array::{Array, ArrayMut, SharedArray};
use owned::exceptions::{BufferError, TypeError, ValueError};
use owned::prelude::*;
use owned::raw;

use super::{check, module};
use crate::refused;
use crate::support::{eval, exec, flat, python};

#[test]
fn there_and_back() {
    check(
        "class Only:\n    \
             def __init__(self, of, **more): self.of, self.more, self.asked = of, more, []\n    \
             def __dlpack_device__(self): return self.of.__dlpack_device__()\n    \
             def __dlpack__(self, **asked): self.asked.append(asked); return self.of.__dlpack__(**{**asked, **self.more})\n\
         g = m.grid(2, 3)\n\
         only = Only(g)\n\
         m.doubled(only)\n\
         same((m.total(only), memoryview(g).tolist()[1]), (30.0, [6.0, 8.0, 10.0]))\n\
         same(only.asked, [{'max_version': (1, 0)}] * 2)\n\
         class Old(Only):\n    \
             def __dlpack__(self): return self.of.__dlpack__()\n\
         same(m.total(Old(g)), 30.0)\n\
         same(raised(m.doubled, Old(g))[:110], \"BufferError: doubled() argument 'items': the object speaks DLPack of before version 1, which does not say whet\")\n\
         same(m.shorts(Only(m.constant())), [1, 2, 3])\n\
         same(raised(m.shorts, Old(m.constant()))[-47:], 'from version 1 on: ask with `max_version=(1, 0)`'[-47:])\n\
         same(m.bools(Only(m.truths())), [True, False])\n\
         copied = Only(g, copy=True); m.doubled(copied); same(m.total(g), 30.0); same(m.total(copied), 30.0)\n\
         same(m.total(Only(m.grid(0, 3))), 0)\n\
         same(m.Table.__dlpack_device__(m.Table()), (1, 0))\n\
         same(g.__dlpack_device__(), (1, 0))\n\
         import re\n\
         for asked, name in [({}, 'dltensor'), ({'max_version': None}, 'dltensor'), ({'max_version': (0, 9)}, 'dltensor'),\n                    \
                             ({'max_version': (1, 3), 'stream': None, 'dl_device': (1, 0), 'copy': False}, 'dltensor_versioned')]:\n    \
             same(re.search('\"(.*)\"', repr(g.__dlpack__(**asked)))[1], name)",
    );
}

#[test]
fn what_is_asked_for_wrongly() {
    check(
        "g = m.grid(1, 1)\n\
         same(raised(g.__dlpack__, stream=1), 'ValueError: the CPU has no streams: `stream` must be None')\n\
         same(raised(g.__dlpack__, dl_device=(2, 0)),\n     \
              'BufferError: the memory is that of the CPU, and cannot be had on device 0 of kind 2')\n\
         same(raised(g.__dlpack__, other=None), \"TypeError: __dlpack__() got an unexpected keyword argument 'other'\")\n\
         same(raised(g.__dlpack__, max_version=1)[:9], 'TypeError')\n\
         same(raised(g.__dlpack__, 1)[:9], 'TypeError')\n\
         same(raised(m.samples(1).__dlpack__)[:57], 'BufferError: DLPack has numbers alone, and items are Samp')\n\
         same(raised(m.constant().__dlpack__)[:39], 'BufferError: the memory is read-only, w')",
    );
}

#[test]
fn capsules_that_are_none_or_used() {
    check(
        "class Gives:\n    \
             def __init__(self, what, device=(1, 0)): self.what, self.device = what, device\n    \
             def __dlpack__(self, **asked):\n        \
                 if isinstance(self.what, Exception): raise self.what\n        \
                 return self.what\n    \
             def __dlpack_device__(self): return self.device\n\
         import datetime\n\
         say = lambda what, **more: raised(m.by_dlpack, Gives(what, **more))\n\
         same(say(3), 'TypeError: `__dlpack__` must give a capsule, and gave an object of type int')\n\
         same(say(datetime.datetime_CAPI)[:57], 'BufferError: `__dlpack__` gave a capsule whose name is ne')\n\
         for asked in {}, {'max_version': (1, 0)}:\n    \
             capsule = m.grid(1, 2).__dlpack__(**asked)\n    \
             same(say(capsule), 'ValueError: expected 1 dimension, got 2, of shape [1, 2]')\n    \
             same(say(capsule), 'BufferError: the capsule that `__dlpack__` gave has been used before: each is for one use')\n\
         same(say(m.constant().__dlpack__(max_version=(1, 0))), 'BufferError: expected an array of f64, got one of i16')\n\
         same(say(m.truths().__dlpack__()), 'BufferError: expected an array of f64, got one of bool')\n\
         same(say(3, device=(2, 7)), 'BufferError: the array is on device 7 of kind 2 (CUDA), and must be in the memory of the '\n     \
              'CPU: copy it there first')\n\
         same(say(3, device=None)[:9], 'TypeError')\n\
         same(say(KeyError('own')), \"KeyError: 'own'\")\n\
         same(raised(m.by_dlpack, [1.0]), 'TypeError: expected an object with `__dlpack__`, got list')\n\
         class Again(Gives):\n    \
             def __dlpack__(self, **asked):\n        \
                 first = m.backwards().__dlpack__(**asked)\n        \
                 self.heard = raised(m.by_dlpack, Gives(first))\n        \
                 return first\n\
         again = Again(None)\n\
         same(raised(m.by_dlpack, again)[:56], 'BufferError: the capsule that `__dlpack__` gave has been')\n\
         same(again.heard, 'BufferError: expected an array of f64, got one of u16')",
    );
}

/// C's structs, written by hand here, so that the library's are compared with them.
#[repr(C)]
struct Tensor {
    data: *mut c_void,
    device: [i32; 2],
    ndim: i32,
    code: u8,
    bits: u8,
    lanes: u16,
    shape: *mut i64,
    strides: *mut i64,
    byte_offset: u64,
}

#[repr(C)]
struct Versioned {
    major: u32,
    minor: u32,
    context: *mut c_void,
    deleter: Option<unsafe extern "C" fn(*mut Versioned)>,
    flags: u64,
    tensor: Tensor,
}

type Change = fn(&mut Versioned);

static DELETED: AtomicUsize = AtomicUsize::new(0);

unsafe extern "C" fn deleted(_: *mut Versioned) {
    DELETED.fetch_add(1, Relaxed);
}

/// An array of another library's: its tensor is changed before it is given.
fn foreign<'py>(py: Python<'py>, tensor: &mut Versioned) -> Result<Owned<'py, Any>> {
    let (place, name) = (std::ptr::from_mut(tensor).cast(), c"dltensor_versioned");
    // SAFETY: attached; the tensor outlives the test's arrays; the name is static; nothing is done when the capsule goes.
    let capsule = unsafe { capsule_new(place, name.as_ptr(), std::ptr::null_mut()) };
    let globals = Dict::empty(py)?;
    // SAFETY: attached; a new reference, as the function gives it.
    let capsule = unsafe { Owned::<Any>::from_new(py, capsule) }.expect("a capsule");
    globals.set("capsule", capsule)?;
    exec(&globals, "class Gives:\n    def __dlpack__(self, **asked): return capsule")?;
    globals.require("Gives")?.call(())
}

unsafe extern "C" {
    #[link_name = "PyCapsule_New"]
    fn capsule_new(pointer: *mut c_void, name: *const c_char, destructor: *mut c_void) -> *mut raw::PyObject;
}

#[test]
fn tensors_of_others_are_checked_and_given_back_once() {
    python(|py| {
        let mut items = [1.0_f64, 2.0, 3.0, 4.0, 5.0, 6.0];
        let (mut shape, mut strides) = ([2_i64, 2], [3_i64, -1]);
        let mut tensor = |change: Change| {
            let tensor = Tensor {
                data: items.as_mut_ptr().cast(),
                device: [1, 0],
                ndim: 2,
                code: 2,
                bits: 64,
                lanes: 1,
                shape: shape.as_mut_ptr(),
                strides: strides.as_mut_ptr(),
                byte_offset: 8,
            };
            let mut tensor = Versioned {
                major: 1,
                minor: 9,
                context: std::ptr::null_mut(),
                deleter: Some(deleted),
                flags: 0,
                tensor,
            };
            change(&mut tensor);
            tensor
        };
        let before = DELETED.load(Relaxed);
        let mut good = tensor(|_| ());
        let array = ArrayMut::<f64, 2>::of(&foreign(py, &mut good)?)?;
        assert_eq!((array.to_vec(), array.strides()), (vec![2.0, 1.0, 5.0, 4.0], [24, -8]));
        array.set([1, 1], 40.0)?;
        assert_eq!(DELETED.load(Relaxed), before);
        // Also while an error is under way, and it stays.
        let raises = move || -> Result<()> {
            let _array = array;
            Err(ValueError::new("of the test"))
        };
        refused::<_, ValueError>(py, raises(), "of the test");
        assert_eq!(DELETED.load(Relaxed), before + 1);

        let mut no_strides = tensor(|t| t.tensor.strides = std::ptr::null_mut());
        assert_eq!(Array::<f64, 2>::of(&foreign(py, &mut no_strides)?)?.to_vec(), [2.0, 3.0, 40.0, 5.0]);
        let mut nobodys = tensor(|t| t.deleter = None);
        assert_eq!(Array::<f64, 2>::of(&foreign(py, &mut nobodys)?)?.len(), 4);
        assert_eq!(DELETED.load(Relaxed), before + 2);

        let wrong: [(Change, &str); 13] = [
            (|t| t.major = 2, "DLPack of version 2.9 is not known, but 1.x"),
            (|t| t.tensor.device = [10, 1], "the array is on device 1 of kind 10 (ROCm)"),
            (|t| t.tensor.device = [99, 0], "(a kind that is not known)"),
            (|t| (t.tensor.code, t.tensor.bits) = (5, 128), "got one of complex numbers of 128 bits"),
            (|t| (t.tensor.code, t.tensor.bits) = (4, 16), "got one of bfloat16"),
            (|t| t.tensor.bits = 32, "expected an array of f64, got one of f32"),
            (|t| t.tensor.lanes = 4, "got one of f64, 4 at once"),
            (|t| t.tensor.code = 200, "got one of a kind that is not known, of 64 bits"),
            (|t| t.tensor.ndim = -1, "DLPack of no sense: it has a negative number of dimensions"),
            (|t| t.tensor.shape = std::ptr::null_mut(), "DLPack of no sense: it has dimensions and no shape"),
            (|t| t.tensor.data = std::ptr::null_mut(), "DLPack of no sense: it has items and no memory"),
            (|t| t.tensor.ndim = 0, "expected 2 dimensions, got 0"),
            (|t| t.flags = 1, "the memory is read-only"),
        ];
        for (at, (change, message)) in wrong.into_iter().enumerate() {
            let mut bad = tensor(change);
            let given = foreign(py, &mut bad)?;
            let Err(error) = ArrayMut::<f64, 2>::of(&given) else { panic!("taken: {message}") };
            assert!(error.to_string().contains(message), "{error}");
            assert_eq!(DELETED.load(Relaxed), before + 3 + at, "given back once: {message}");
        }
        let mut negative = [-1_i64, 2];
        let mut huge = [i64::MAX, i64::MAX];
        for shape in [&mut negative, &mut huge] {
            let mut bad = tensor(|_| ());
            bad.tensor.shape = shape.as_mut_ptr();
            refused::<_, BufferError>(py, Array::<f64, 2>::of(&foreign(py, &mut bad)?), "DLPack of no sense");
        }
        Ok(())
    });
}

/// Safe code cannot pass a value of its own off as a tensor.
#[test]
fn names_of_protocols_are_refused() {
    python(|py| {
        for name in [c"dltensor", c"dltensor_versioned", c"arrow_array"] {
            refused::<_, ValueError>(py, owned::types::Capsule::new(py, name, [1_u64; 16]), "the name of a protocol's");
        }
        Ok(())
    });
}

struct Counted(Arc<AtomicUsize>);

impl Drop for Counted {
    fn drop(&mut self) {
        self.0.fetch_add(1, Relaxed);
    }
}

impl owned::NoRefs for Counted {}

/// Whoever takes a tensor of ours calls its deleter on any thread, without the GIL.
#[test]
fn a_consumer_gives_back_what_it_took_on_any_thread() {
    python(|py| {
        let freed = Arc::new(AtomicUsize::new(0));
        let mut memory = [1_u8, 2, 3];
        for taken in [false, true] {
            freed.store(0, Relaxed);
            // SAFETY: three numbers, which outlive the array; nothing else looks at them.
            let array = unsafe { SharedArray::foreign(Counted(freed.clone()), memory.as_mut_ptr(), [3]) }?;
            let wanted = Dict::new(py, [("max_version", (1, 0))])?;
            let capsule = array.lend().to_dlpack(py, &wanted)?;
            drop(array);
            assert_eq!(freed.load(Relaxed), 0);
            if taken {
                let capsule = capsule.clone().downcast::<owned::types::Capsule>()?;
                let tensor = capsule.pointer(c"dltensor_versioned")?.cast::<Versioned>();
                // SAFETY: attached, and a capsule; the name is static.
                assert_eq!(unsafe { capsule_set_name(capsule.as_ptr(), c"used_dltensor_versioned".as_ptr()) }, 0);
                struct Sent(*mut Versioned);
                // SAFETY: a deleter may be called on any thread.
                unsafe impl Send for Sent {}
                let sent = Sent(tensor);
                // SAFETY: what DLPack says is in there.
                let facts = unsafe { &*tensor };
                assert_eq!((facts.major, facts.flags, facts.tensor.bits), (1, 0, 8));
                let deleter = facts.deleter.expect("ours has one");
                py.detach(move || {
                    std::thread::spawn(move || {
                        let sent = sent;
                        // SAFETY: taken above, and given back once.
                        unsafe { deleter(sent.0) }
                    })
                    .join()
                })
                .expect("the thread ends");
                assert_eq!(freed.load(Relaxed), 1);
            }
            drop(capsule);
            assert_eq!(freed.load(Relaxed), 1, "once, taken: {taken}");
        }
        Ok(())
    });
}

unsafe extern "C" {
    #[link_name = "PyCapsule_SetName"]
    fn capsule_set_name(capsule: *mut raw::PyObject, name: *const c_char) -> i32;
}

#[test]
fn nothing_is_left_behind() {
    python(|py| {
        let module = module(py)?;
        let globals = Dict::empty(py)?;
        globals.set("m", &module)?;
        exec(
            &globals,
            "class Only:\n    \
                 def __init__(self, of): self.of = of\n    \
                 def __dlpack__(self, **asked): return self.of.__dlpack__(**asked)",
        )?;
        let only = globals.require("Only")?;
        flat(py, |_| {
            let grid = module.call_method("grid", (2, 2))?;
            let given = only.call((&grid,))?;
            drop((Array::<f64, 2>::of(&given)?, Array::<f64, 1>::of(&given).err(), Array::<u8, 2>::of(&given).err()));
            drop((grid.call_method("__dlpack__", ())?, Array::<f64, 2>::of(&only.call(((),))?).err()));
            let constant = module.call_method("constant", ())?;
            drop((
                constant.call_method("__dlpack__", ()).err(),
                ArrayMut::<i16, 1>::of(&only.call((constant,))?).err(),
            ));
            Ok(())
        });
        refused::<_, TypeError>(py, Array::<u8, 1>::of(&eval(py, "object()")?), "expected an array of u8, got object");
        Ok(())
    });
}
