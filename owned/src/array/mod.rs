//! Arrays: memory of a type and a number of dimensions, lent both ways without a copy.
//!
//! [`Array`] and [`ArrayMut`] are arguments: the memory of whatever has a buffer (PEP 3118: NumPy's arrays, `array`,
//! `memoryview`, `ctypes`) or speaks DLPack (PyTorch, JAX). [`PyArray`] is one for a field. [`SharedArray`] is memory of Rust,
//! or of a C library, that Python gets as an object: `numpy.asarray` makes an array of it, in place. What items are is said
//! by [`Element`](crate::types::Element), which structs derive.
//!
//! Nothing of NumPy is needed, neither to build nor to run.
//!
//! ```
//! use owned::array::{Array, SharedArray};
//! use owned::prelude::*;
//!
//! #[owned::module]
//! mod grids {
//!     use owned::array::{Array, SharedArray};
//!     use owned::prelude::*;
//!
//!     /// The sums of the rows.
//!     #[function]
//!     fn rows(grid: Array<'_, f64, 2>) -> Result<SharedArray<f64, 1>> {
//!         let [rows, columns] = grid.shape();
//!         let sum = |row| (0..columns).map(|column| grid.get([row, column])).sum::<Result<f64>>();
//!         Ok((0..rows).map(sum).collect::<Result<Vec<_>>>()?.into())
//!     }
//! }
//!
//! # fn main() -> Result<()> {
//! #     Python::initialize();
//! #     Python::attach(|py| {
//! let grids = owned::load!(py, grids)?;
//! let grid = SharedArray::new(vec![1.0, 2.0, 3.0, 4.0], [2, 2])?;
//! let sums = grids.call_method("rows", (grid,))?;
//! assert_eq!(Array::<f64, 1>::of(&sums)?.to_vec(), [3.0, 7.0]);
//! #         Ok(())
//! #     })
//! # }
//! ```
//!
//! # Who else has the memory
//!
//! Python code, C code and other threads may write to the memory of an array at any time, through whatever else has it. So
//! no slice of plain items is lent of it: items are read and written one at a time, each atomically where it is aligned and
//! not larger than eight bytes, and [`ItemCell`] is an item in place that is used so. [`Array::as_slice`] lends what nobody
//! can write to, and [`SharedArray::change`] what nobody else has.

mod argument;
mod cells;
mod dlpack;
mod exporter;
mod field;
mod memory;
mod object;
mod shared;
mod strided;
mod taken;
mod writable;

pub use argument::Array;
pub use cells::ItemCell;
pub use field::PyArray;
pub use shared::SharedArray;
pub use strided::Items;
pub use writable::ArrayMut;
