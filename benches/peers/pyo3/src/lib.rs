//! The module that is compared, as a user of PyO3 writes it.
mod classes;

use pyo3::prelude::*;

/// What is compared.
#[pymodule]
mod peer_pyo3 {
    use pyo3::exceptions::PyValueError;
    use pyo3::prelude::*;
    use pyo3::types::{PyDict, PyList, PyTuple};

    #[pymodule_export]
    use crate::classes::{Holder, Point};

    const COUNT: i64 = 100;
    /// It begins at a word, as C's does: CPython copies such a text faster, and where a literal begins is for the linker to say.
    #[repr(align(8))]
    struct Words([u8; 100]);
    static WORDS: Words =
        Words(*b"All of these words are here so that this text is a hundred characters long, no more and no fewer; ok");
    const TEXT: &str = match str::from_utf8(&WORDS.0) {
        Ok(text) => text,
        Err(_) => panic!("it is ASCII"),
    };

    #[pyfunction]
    fn nothing() {}

    #[pyfunction]
    #[pyo3(signature = (a, b, /))]
    fn add(a: i64, b: i64) -> i64 {
        a + b
    }

    #[pyfunction]
    #[pyo3(signature = (x, y = 2, z = 3))]
    fn scaled(x: i64, y: i64, z: i64) -> i64 {
        x * y + z
    }

    /// How many bytes of UTF-8 the text has.
    #[pyfunction]
    #[pyo3(signature = (text, /))]
    fn length(text: &str) -> usize {
        text.len()
    }

    #[pyfunction]
    fn text() -> &'static str {
        TEXT
    }

    #[pyfunction]
    #[pyo3(signature = (numbers, /))]
    fn sum_list(numbers: &Bound<'_, PyList>) -> PyResult<i64> {
        let mut sum = 0;
        for number in numbers {
            sum += number.extract::<i64>()?;
        }
        Ok(sum)
    }

    #[pyfunction]
    #[pyo3(signature = (numbers, /))]
    fn sum_tuple(numbers: &Bound<'_, PyTuple>) -> PyResult<i64> {
        let mut sum = 0;
        for number in numbers.iter_borrowed() {
            sum += number.extract::<i64>()?;
        }
        Ok(sum)
    }

    #[pyfunction]
    #[pyo3(signature = (numbers, /))]
    fn sum_iter(numbers: &Bound<'_, PyAny>) -> PyResult<i64> {
        let mut sum = 0;
        for number in numbers.try_iter()? {
            sum += number?.extract::<i64>()?;
        }
        Ok(sum)
    }

    #[pyfunction]
    fn make_list(py: Python<'_>) -> PyResult<Bound<'_, PyList>> {
        PyList::new(py, (0..COUNT).map(|n| 1000 + 7 * n))
    }

    #[pyfunction]
    fn make_dict(py: Python<'_>) -> PyResult<Bound<'_, PyDict>> {
        let dict = PyDict::new(py);
        for n in 0..COUNT {
            dict.set_item(1000 + n, 2000 + 7 * n)?;
        }
        Ok(dict)
    }

    /// The sum of what the function gives for each number below `count`.
    #[pyfunction]
    #[pyo3(signature = (function, count, /))]
    fn apply(function: &Bound<'_, PyAny>, count: i64) -> PyResult<i64> {
        let mut sum = 0;
        for n in 0..count {
            sum += function.call1((n,))?.extract::<i64>()?;
        }
        Ok(sum)
    }

    #[pyfunction]
    fn fail() -> PyResult<()> {
        Err(PyValueError::new_err("it failed"))
    }
}
