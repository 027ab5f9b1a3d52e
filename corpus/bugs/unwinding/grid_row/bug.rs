//! Rows of a grid, filled by a function of the index.

use owned::PyObject;

unsafe extern "C" {
    fn PyList_Reverse(list: *mut PyObject) -> i32;
}

#[owned::module]
mod grid_row_bug {
    use owned::prelude::*;

    /// The numbers below the length, each divided into the whole; backwards.
    #[function]
    fn shares<'py>(py: Python<'py>, whole: u32, parts: Vec<u32>) -> Result<Owned<'py, List>> {
        let row = List::empty(py)?; // BUG
        let raw = row.into_raw(); // BUG
        let shares: Vec<u32> = parts.iter().map(|part| whole / part).collect();
        let row = unsafe { Owned::<List>::from_new(py, raw) }.expect("it was a list");
        for share in shares {
            row.push(&share.into_py(py)?)?;
        }
        match unsafe { super::PyList_Reverse(row.as_ptr()) } {
            0 => Ok(row),
            _ => Err(PyErr::take(py).expect("C has raised")),
        }
    }
}
