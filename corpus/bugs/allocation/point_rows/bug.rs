//! Points as rows for a table: C fills the list that it is given.

use owned::PyObject;

unsafe extern "C" {
    fn PyList_Append(list: *mut PyObject, item: *mut PyObject) -> i32;
}

#[owned::module]
mod point_rows_bug {
    use owned::prelude::*;

    #[function]
    fn rows<'py>(py: Python<'py>, points: Vec<(f64, f64)>) -> Result<Owned<'py, List>> {
        let rows = List::empty(py)?; // BUG
        let raw = rows.into_raw(); // BUG
        for point in points {
            let row = point.into_py(py)?;
            if unsafe { super::PyList_Append(raw, row.as_ptr()) } != 0 {
                return Err(PyErr::take(py).expect("C has raised"));
            }
        }
        unsafe { Owned::from_new(py, raw) }.ok_or_else(|| ValueError::new("there is no list"))
    }
}
