//! The classes.

use pyo3::gc::{PyTraverseError, PyVisit};
use pyo3::prelude::*;

/// Two numbers.
#[pyclass(subclass)]
pub struct Point {
    #[pyo3(get, set)]
    x: f64,
    #[pyo3(get)]
    y: f64,
}

#[pymethods]
impl Point {
    #[new]
    fn new(x: f64, y: f64) -> Self {
        Point { x, y }
    }

    fn norm(&self) -> f64 {
        self.x * self.x + self.y * self.y
    }

    #[pyo3(signature = (other, /))]
    fn plus(&self, other: PyRef<'_, Point>) -> Point {
        Point { x: self.x + other.x, y: self.y + other.y }
    }
}

/// A reference.
#[pyclass]
pub struct Holder {
    #[pyo3(get, set)]
    value: Option<Py<PyAny>>,
}

#[pymethods]
impl Holder {
    #[new]
    fn new(value: Py<PyAny>) -> Self {
        Holder { value: Some(value) }
    }

    fn __traverse__(&self, visit: PyVisit<'_>) -> Result<(), PyTraverseError> {
        visit.call(&self.value)
    }

    fn __clear__(&mut self) {
        self.value = None;
    }
}
