//! A module that lends and takes arrays, and what its tests share.
#![allow(unreachable_pub, reason = "an export is `pub`, and a test has no outside")]

mod dlpack;
mod lent;
mod numpy;
mod taken;

use owned::array::{Array, ArrayMut, PyArray, SharedArray};
use owned::prelude::*;
use owned::types::{Bool8, Element, Exported};

/// With padding in the middle, and at the end.
#[derive(Clone, Copy, Debug, PartialEq, Element)]
#[repr(C)]
pub struct Sample {
    pub at: u32,
    pub place: [f64; 2],
    pub kind: Kind,
}

/// With padding inside.
#[derive(Clone, Copy, Debug, PartialEq, Element)]
#[repr(C)]
pub struct Kind {
    #[element(name = "class")]
    pub number: u8,
    pub weight: f32,
    pub known: Bool8,
}

pub const KIND: Kind = Kind { number: 3, weight: 0.5, known: Bool8::new(true) };
pub const SAMPLE: Sample = Sample { at: 7, place: [1.5, -2.5], kind: KIND };

/// What `ctypes` makes of the same.
pub const CTYPES: &str = "import ctypes as c\n\
    class Kind(c.Structure): _fields_ = [('class', c.c_uint8), ('weight', c.c_float), ('known', c.c_bool)]\n\
    class Sample(c.Structure): _fields_ = [('at', c.c_uint32), ('place', c.c_double * 2), ('kind', Kind)]\n\
    sample = Sample(7, (1.5, -2.5), Kind(3, 0.5, True))\n";

/// Holds memory of Python's, and lends some of its own.
#[class]
pub struct Table {
    rows: Option<PyArray<f64, 2>>,
    own: SharedArray<i32, 1>,
    #[field(get, set)]
    other: Option<Py<Any>>,
}

#[methods]
impl Table {
    #[new]
    #[signature(rows = None, own = vec![1, 2, 3])]
    fn new(rows: Option<PyArray<f64, 2>>, own: Vec<i32>) -> Self {
        Table { rows, own: own.into(), other: None }
    }
    fn sum(&self, py: Python<'_>) -> Result<f64> {
        self.rows.as_ref().map_or(Ok(0.0), |rows| Ok(rows.bind(py)?.iter().sum()))
    }
    fn push(&mut self, item: i32) -> Result<()> {
        self.own.change(|items| items.push(item))
    }
    fn items(&self) -> Vec<i32> {
        self.own.to_vec()
    }
    fn __buffer__(&self) -> Exported {
        self.own.lend()
    }
    #[signature(**asked)]
    fn __dlpack__<'py>(&self, py: Python<'py>, asked: Owned<'py, Dict>) -> Result<Owned<'py, Any>> {
        self.own.lend().to_dlpack(py, &asked)
    }
    fn __dlpack_device__(&self) -> (i32, i32) {
        Exported::DLPACK_DEVICE
    }
}

#[owned::module]
mod tables {
    #[export]
    pub use super::Table;
    use super::{Array, ArrayMut, Bool8, SAMPLE, Sample, SharedArray};
    use owned::prelude::*;

    /// `0, 1, 2, …` in this shape.
    #[function]
    fn grid(rows: usize, columns: usize) -> Result<SharedArray<f64, 2>> {
        SharedArray::new((0..rows * columns).map(|item| item as f64).collect(), [rows, columns])
    }

    /// The same, of which nobody can write to anything.
    #[function]
    fn constant() -> Result<SharedArray<i16, 1>> {
        Ok(SharedArray::from(vec![1, 2, 3]).readonly())
    }

    /// Every other item, from the last.
    #[function]
    fn backwards() -> Result<SharedArray<u16, 1>> {
        SharedArray::from(vec![0, 1, 2, 3, 4]).part(4, [3], [-2])
    }

    /// An item without dimensions.
    #[function]
    fn single() -> Result<SharedArray<i64, 0>> {
        SharedArray::new(vec![42], [])
    }

    /// Structs.
    #[function]
    fn samples(count: usize) -> SharedArray<Sample, 1> {
        vec![SAMPLE; count].into()
    }

    /// Truths.
    #[function]
    fn truths() -> SharedArray<Bool8, 1> {
        vec![Bool8::new(true), Bool8::new(false)].into()
    }

    #[function]
    fn doubled(items: ArrayMut<'_, f64, 2>) -> Result<()> {
        let [rows, columns] = items.shape();
        for (row, column) in (0..rows).flat_map(|row| (0..columns).map(move |column| (row, column))) {
            items.set([row, column], items.get([row, column])? * 2.0)?;
        }
        Ok(())
    }

    #[function]
    fn total(items: Array<'_, f64, 2>) -> f64 {
        items.iter().sum()
    }

    #[function]
    fn floats(items: Array<'_, f64, 1>) -> Vec<f64> {
        items.to_vec()
    }

    #[function]
    fn shorts(items: Array<'_, i16, 1>) -> Vec<i16> {
        items.to_vec()
    }

    #[function]
    fn bools(items: Array<'_, Bool8, 1>) -> Vec<bool> {
        items.iter().map(Bool8::get).collect()
    }

    /// Moves each sample, in place; gives how many there are.
    #[function]
    fn shift(samples: ArrayMut<'_, Sample, 1>) -> Result<usize> {
        for index in 0..samples.len() {
            let mut sample = samples.get([index])?;
            sample.place[0] += 1.0;
            samples.set([index], sample)?;
        }
        Ok(samples.len())
    }

    /// By DLPack alone, also of what has a buffer.
    #[function]
    fn by_dlpack(items: Owned<'_, Any>) -> Result<Vec<f64>> {
        Ok(Array::<f64, 1>::from_dlpack(&items)?.to_vec())
    }
}

/// Runs `source` with the module as `m`.
#[track_caller]
pub fn check(source: &str) {
    crate::support::python(|py| {
        let module = owned::load!(py, tables)?;
        crate::support::run(&module, &format!("{SAME}{source}"))
    });
}

pub fn module(py: Python<'_>) -> Result<Owned<'_, Any>> {
    owned::load!(py, tables).map(|module| module.into_any())
}

const SAME: &str = "def same(is_, wanted): assert is_ == wanted, (is_, wanted)\n";
