//! Classes that lend their memory, and patterns that match classes as sequences or mappings.

#![allow(unreachable_pub, reason = "an export is `pub`, and a test has no outside")]

mod class_support;
mod support;

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering::Relaxed};

use class_support::run;
use owned::prelude::*;
use owned::types::{Buffer, BufferMut, Exported};
use support::{flat, python};

/// Memory that Python code may write to.
#[class(subclass, weakref)]
pub struct Shared {
    memory: Arc<[AtomicI64]>,
    #[field(get, set)]
    shape: Option<Vec<usize>>,
    #[field(get, set)]
    strides: Option<Vec<isize>>,
    #[field(get, set)]
    first: usize,
    #[field(get)]
    asked: Vec<i64>,
    #[field(get)]
    released: u32,
    #[field(get, set)]
    held: Option<Py<Any>>,
}

#[methods]
impl Shared {
    #[new]
    fn new(items: Vec<i64>) -> Self {
        Shared {
            memory: items.into_iter().map(AtomicI64::new).collect(),
            shape: None,
            strides: None,
            first: 0,
            asked: Vec::new(),
            released: 0,
            held: None,
        }
    }
    fn __buffer__(&mut self, flags: i64) -> Result<Exported> {
        self.asked.push(flags);
        let memory = Exported::writable(self.memory.clone());
        match (&self.shape, &self.strides) {
            (Some(shape), Some(strides)) => memory.strides(self.first, shape, strides),
            (Some(shape), None) => memory.shape(shape),
            _ => Ok(memory),
        }
    }
    fn __release_buffer__(&mut self) -> Result<()> {
        self.released += 1;
        if self.released == 13 { Err(ValueError::new("unlucky")) } else { Ok(()) }
    }
    fn items(&self) -> Vec<i64> {
        self.memory.iter().map(|item| item.load(Relaxed)).collect()
    }
    /// Other memory takes its place.
    fn replace(&mut self) {
        self.memory = Arc::from([]);
    }
}

/// Memory that nobody writes to.
#[class]
pub struct Fixed {
    memory: Arc<[u16]>,
}

#[methods]
impl Fixed {
    #[new]
    fn new(items: Vec<u16>) -> Self {
        Fixed { memory: items.into() }
    }
    fn __buffer__(slf: Borrowed<'_, '_, Self>) -> Exported {
        Exported::readonly(slf.get().memory.clone())
    }
}

/// Floats in atomics, and what fails.
#[class]
pub struct Floats;

#[methods]
impl Floats {
    #[new]
    fn new() -> Self {
        Floats
    }
    fn __buffer__(&self) -> Result<Exported> {
        Exported::writable(Arc::from([AtomicU64::new(1.5_f64.to_bits()), AtomicU64::new(0)])).items::<f64>()
    }
}

/// Fails.
#[class]
pub struct Failing;

#[methods]
impl Failing {
    #[new]
    fn new() -> Self {
        Failing
    }
    fn __buffer__(&self) -> Result<Exported> {
        Exported::readonly(Arc::<[u8]>::from([1, 2, 3])).items::<u32>()
    }
}

/// A sequence for patterns.
#[class(sequence)]
pub struct Row;

#[methods]
impl Row {
    #[new]
    fn new() -> Self {
        Row
    }
    fn __len__(&self) -> usize {
        3
    }
    fn __getitem__(&self, key: i64) -> Result<i64> {
        if key < 3 { Ok(key * 10) } else { Err(IndexError::new("outside")) }
    }
}

/// A mapping for patterns.
#[class(mapping, subclass)]
pub struct Record;

#[methods]
impl Record {
    #[new]
    fn new() -> Self {
        Record
    }
    fn __len__(&self) -> usize {
        1
    }
    fn __getitem__(&self, key: &str) -> Result<i64> {
        if key == "a" { Ok(1) } else { Err(KeyError::new(key.to_owned())) }
    }
    #[signature(key, default = None)]
    fn get<'py>(&self, py: Python<'py>, key: &str, default: Option<Owned<'py, Any>>) -> Result<Owned<'py, Any>> {
        if key == "a" { 1.into_any(py) } else { default.into_any(py) }
    }
}

#[owned::module]
mod lending {
    #[export]
    pub use super::{Failing, Fixed, Floats, Record, Row, Shared};
}

#[track_caller]
fn check(source: &str) {
    python(|py| run(&owned::load!(py, lending)?, source));
}

#[test]
fn python_reads_and_writes_the_memory() {
    check(
        "s = m.Shared([1, 2, 3, 4])\n\
         v = memoryview(s)\n\
         same((v.format, v.itemsize, v.shape, v.strides, v.readonly, v.nbytes, v.obj is s), ('q', 8, (4,), (8,), False, 32, True))\n\
         v[1] = -7\n\
         same(s.items(), [1, -7, 3, 4])\n\
         same(v.tolist(), [1, -7, 3, 4])\n\
         v[::2] = v[1::2]\n\
         same(s.items(), [-7, -7, 4, 4])\n\
         same(bytes(s), bytes(v))\n\
         import io, struct\n\
         same(io.BytesIO(struct.pack('4q', 5, 6, 7, 8)).readinto(s), 32)\n\
         same(s.items(), [5, 6, 7, 8])\n\
         f = m.Fixed([1, 2, 65535])\n\
         w = memoryview(f)\n\
         same((w.format, w.tolist(), w.readonly, w.contiguous), ('H', [1, 2, 65535], True, True))\n\
         same(outcome(lambda: w.__setitem__(0, 1)), TypeError)\n\
         same(outcome(lambda: io.BytesIO(b'12').readinto(f)), TypeError)\n\
         same(bytes(f), struct.pack('3H', 1, 2, 65535))\n\
         same(memoryview(m.Fixed([])).tolist(), [])\n\
         x = memoryview(m.Floats()); x[1] = 2.5\n\
         same((x.format, x.tolist()), ('d', [1.5, 2.5]))\n\
         same(raised(memoryview, m.Failing()), 'ValueError: u32 has another size than the items, of 1 bytes each')\n\
         if sys.version_info >= (3, 12):\n    \
             import array, collections.abc\n    \
             same(s.__buffer__(0).tolist(), array.array('q', s.items()).__buffer__(0).tolist())\n    \
             assert isinstance(s, collections.abc.Buffer)",
    );
}

#[test]
fn a_view_outlives_what_lent_it() {
    check(
        "s = m.Shared([1, 2, 3])\n\
         v = memoryview(s)\n\
         s.replace()\n\
         same((s.items(), v.tolist()), ([], [1, 2, 3]))\n\
         v[0] = 9\n\
         same(memoryview(s).tolist(), [])\n\
         part = v[1:]\n\
         del s, v\n\
         same(part.tolist(), [2, 3])\n\
         s = m.Shared([1]); s.held = memoryview(s)\n\
         weak = weakref.ref(s)\n\
         del s; gc.collect()\n\
         same(weak(), None)",
    );
}

#[test]
fn shapes_and_strides() {
    check(
        "s = m.Shared(list(range(12)))\n\
         s.shape = [3, 4]\n\
         v = memoryview(s)\n\
         same((v.shape, v.strides, v.c_contiguous, v.tolist()[1]), ((3, 4), (32, 8), True, [4, 5, 6, 7]))\n\
         s.shape, s.strides = [4, 3], [1, 4]\n\
         v = memoryview(s)\n\
         same((v.c_contiguous, v.f_contiguous, v.tolist()), (False, True, [[0, 4, 8], [1, 5, 9], [2, 6, 10], [3, 7, 11]]))\n\
         s.first, s.shape, s.strides = 11, [3], [-5]\n\
         v = memoryview(s)\n\
         same((v.tolist(), v.contiguous), ([11, 6, 1], False))\n\
         s.first, s.shape, s.strides = 2, [5], [0]\n\
         same(memoryview(s).tolist(), [2] * 5)\n\
         s.shape, s.strides = [], []\n\
         same(memoryview(s).tolist(), 2)\n\
         for first, shape, strides in [(0, [13], [1]), (11, [2], [1]), (4, [3], [-3]), (12, [1], [1]), (0, [2**62, 2**62], [0, 0]),\n\
                                       (13, [0], [1]), (0, [2], [2**62]), (0, [1], []), (0, [1] * 65, [1] * 65), (2**63, [1], [1])]:\n    \
             s.first, s.shape, s.strides = first, shape, strides\n    \
             same(outcome(lambda: memoryview(s)), ValueError)\n\
         s.first, s.strides = 0, None\n\
         for shape in ([5], [2**63, 2**63], [], [2**63, 0], [0]):\n    \
             s.shape = shape\n    \
             same(outcome(lambda: memoryview(s)), ValueError)",
    );
}

/// What a consumer asks for is what it gets, or an error: beside `memoryview` of the same layout.
#[test]
fn flags_are_kept_to() {
    python(|py| {
        let module = owned::load!(py, lending)?;
        let shared = module.call_method("Shared", ((0..12).collect::<Vec<i64>>(),))?;
        assert_eq!(Buffer::<i64>::of(&shared)?.to_vec()?.len(), 12);
        BufferMut::<i64>::of(&shared)?.set(&[3], 33)?;
        assert_eq!(shared.call_method("items", ())?.extract::<Vec<i64>>()?[3], 33);
        assert!(Buffer::<i32>::of(&shared).is_err());
        let fixed = module.call_method("Fixed", (vec![1_u16, 2],))?;
        assert!(BufferMut::<u16>::of(&fixed).is_err());
        assert_eq!(Buffer::<u16>::of(&fixed)?.get(&[1])?, 2);
        let bytes = py.import("builtins")?.getattr("bytes")?;
        shared.setattr("shape", vec![3])?;
        shared.setattr("strides", vec![2])?;
        assert_eq!(bytes.call((&shared,))?.extract::<Vec<u8>>()?.len(), 24); // copied in order
        assert!(py.import("hashlib")?.call_method("md5", (&shared,)).is_err()); // wants it contiguous
        Ok(())
    });
}

#[test]
fn every_release_is_told() {
    check(
        "s = m.Shared([1])\n\
         for _ in range(12): bytes(s)\n\
         assert s.released == 12, s.released\n\
         assert len(s.asked) >= 12\n\
         reports = []\n\
         sys.unraisablehook = lambda report: reports.append(type(report.exc_value).__name__)\n\
         try:\n    \
             v = memoryview(s)\n    \
             try: raise KeyError\n    \
             except KeyError: v.release(); same(sys.exc_info()[0], KeyError)\n\
         finally: sys.unraisablehook = sys.__unraisablehook__\n\
         same((reports, s.released), (['ValueError'], 13))",
    );
}

#[test]
fn classes_of_python_derive() {
    check(
        "class Derived(m.Shared): pass\n\
         d = Derived([1, 2])\n\
         same(memoryview(d).tolist(), [1, 2])\n\
         if sys.version_info >= (3, 12):\n    \
             log = []\n    \
             class Own(m.Shared):\n        \
                 def __buffer__(self, flags):\n            \
                     log.append('get'); return super().__buffer__(flags)\n        \
                 def __release_buffer__(self, view):\n            \
                     log.append('release'); super().__release_buffer__(view)\n    \
             o = Own([3, 4])\n    \
             with memoryview(o) as v: same(v.nbytes, 16)\n    \
             same(log, ['get', 'release'])\n    \
             class Other(m.Shared):\n        \
                 def __buffer__(self, flags): return memoryview(b'other')\n    \
             same(bytes(Other([1])), b'other')",
    );
}

#[test]
fn patterns_match() {
    check(
        "def shape(one):\n    \
             match one:\n        \
                 case [a, *rest]: return a, rest\n        \
                 case {'a': a}: return a\n    \
             return None\n\
         class Derived(m.Record): pass\n\
         same((shape(m.Row()), shape(m.Record()), shape(Derived()), shape(m.Floats())), ((0, [10, 20]), 1, 1, None))",
    );
}

/// As a `dict` without `__iter__` would be; a class that does not say what it is, is walked over by index.
#[test]
fn a_mapping_is_no_sequence() {
    check(
        "import operator\n\
         class Derived(m.Record): pass\n\
         for record in m.Record(), Derived():\n    \
             same((record['a'], len(record)), (1, 1))\n    \
             for ask in iter, reversed, list, lambda record: 1 in record, lambda record: operator.concat(record, record):\n        \
                 try: ask(record)\n        \
                 except TypeError: pass\n        \
                 else: raise AssertionError(ask)\n\
         same(list(m.Row()), [0, 10, 20])",
    );
}

#[test]
fn nothing_is_left_behind() {
    python(|py| {
        let module = owned::load!(py, lending)?;
        let globals = Dict::empty(py)?;
        globals.set("m", &module)?;
        support::exec(&globals, include_str!("class_support/twins.py"))?;
        support::exec(&globals, "class Derived(m.Shared): pass")?;
        let source = "for kind in (m.Shared, Derived):\n    \
            s = kind([1, 2, 3]); s.held = probe; v = memoryview(s); bytes(s); v[1] = 4; w = v[1:]; s.replace()\n    \
            s.shape = [7]; outcome(lambda: memoryview(s)); del s, v, w\n\
            f = m.Fixed([1, 2]); bytes(f); outcome(lambda: memoryview(m.Failing())); del f, kind";
        let code = py.import("builtins")?.call_method("compile", (source, "<test>", "exec"))?;
        let exec = py.import("builtins")?.getattr("exec")?;
        flat(py, |probe| {
            globals.set("probe", probe)?;
            exec.call((&code, &globals))?;
            globals.set("probe", ())
        });
        Ok(())
    });
}
