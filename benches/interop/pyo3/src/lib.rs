//! The side of PyO3: the same by the same names.

use std::ffi::c_int;

use pyo3::buffer::PyBuffer;
use pyo3::exceptions::{PyBufferError, PyIndexError, PyValueError};
use pyo3::ffi;
use pyo3::gc::{PyTraverseError, PyVisit};
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyCapsule, PyDict, PyList};

/// What two extensions share below Python.
#[repr(C)]
struct Api {
    version: u32,
    scale: extern "C" fn(i64) -> i64,
}

extern "C" fn thrice(number: i64) -> i64 {
    3 * number
}

/// A number that can be called, iterated, and looked into.
#[pyclass(subclass, weakref)]
struct Gauge {
    #[pyo3(get)]
    value: i64,
    #[pyo3(get, set)]
    held: Option<Py<PyAny>>,
}

#[pymethods]
impl Gauge {
    #[new]
    fn new(value: i64) -> Self {
        Gauge { value, held: None }
    }

    fn __call__(&self, more: i64) -> i64 {
        self.value + more
    }

    fn __len__(&self) -> usize {
        3
    }

    fn __getitem__(&self, index: usize) -> PyResult<i64> {
        if index < 3 { Ok(self.value + index as i64) } else { Err(PyIndexError::new_err("a gauge has three items")) }
    }

    unsafe fn __getbuffer__(slf: Bound<'_, Self>, view: *mut ffi::Py_buffer, flags: c_int) -> PyResult<()> {
        // Lent from a bytes object, which the view then holds.
        let bytes = PyBytes::new(slf.py(), &slf.borrow().value.to_le_bytes());
        if unsafe { ffi::PyObject_GetBuffer(bytes.as_ptr(), view, flags) } != 0 {
            return Err(PyErr::take(slf.py()).unwrap_or_else(|| PyBufferError::new_err("no buffer")));
        }
        Ok(())
    }

    fn __traverse__(&self, visit: PyVisit<'_>) -> Result<(), PyTraverseError> {
        self.held.iter().try_for_each(|held| visit.call(held))
    }

    fn __clear__(&mut self) {
        self.held = None;
    }
}

/// A list in a dict, with a text.
#[pyfunction]
fn make(py: Python<'_>) -> PyResult<Bound<'_, PyDict>> {
    let made = PyDict::new(py);
    made.set_item("list", PyList::new(py, [1, 2, 3])?)?;
    made.set_item("text", "Tür ☂")?;
    Ok(made)
}

/// What it finds in such a dict.
#[pyfunction]
fn take(made: &Bound<'_, PyDict>) -> PyResult<String> {
    let list: Vec<i64> = made.as_any().get_item("list")?.extract()?;
    let text: String = made.as_any().get_item("text")?.extract()?;
    Ok(format!("{text} {}", list.iter().sum::<i64>()))
}

/// Calls it, iterates it, reads its memory and its attribute: whatever it is.
#[pyfunction]
fn probe(object: &Bound<'_, PyAny>) -> PyResult<(i64, Vec<i64>, Vec<u8>, i64)> {
    let called = object.call1((10,))?.extract()?;
    let items = object.try_iter()?.map(|item| item?.extract()).collect::<PyResult<_>>()?;
    let memory = PyBuffer::<u8>::get(object)?.to_vec(object.py())?;
    Ok((called, items, memory, object.getattr("value")?.extract()?))
}

/// Only of this module's own class.
#[pyfunction]
fn value_of(gauge: PyRef<'_, Gauge>) -> i64 {
    gauge.value
}

/// The table for others.
#[pyfunction]
fn give_api(py: Python<'_>) -> PyResult<Bound<'_, PyCapsule>> {
    PyCapsule::new_with_value(py, Api { version: 1, scale: thrice }, c"interop_pyo3.api")
}

/// Calls by the table of the other.
#[pyfunction]
fn use_api(api: &Bound<'_, PyCapsule>, number: i64) -> PyResult<i64> {
    let api = api.pointer_checked(Some(c"interop_owned.api"))?.cast::<Api>();
    // SAFETY: a capsule of this name has such a struct, which lives as long as the capsule, and that is borrowed.
    let api = unsafe { api.as_ref() };
    if api.version != 1 {
        return Err(PyValueError::new_err(format!("version {} of the table is not known", api.version)));
    }
    Ok((api.scale)(number))
}

#[pymodule]
mod interop_pyo3 {
    #[pymodule_export]
    use super::{Gauge, give_api, make, probe, take, use_api, value_of};
}
