//! Points as rows for a table: C fills the list that it is given.

use owned::PyObject;

unsafe extern "C" {
    fn PyList_Append(list: *mut PyObject, item: *mut PyObject) -> i32;
}

#[owned::module]
mod point_rows_twin {
    use owned::prelude::*;

    #[function]
    fn rows<'py>(py: Python<'py>, points: Vec<(f64, f64)>) -> Result<Owned<'py, List>> {
        let rows = List::empty(py)?;
        for point in points {
            let row = point.into_py(py)?;
            if unsafe { super::PyList_Append(rows.as_ptr(), row.as_ptr()) } != 0 {
                return Err(PyErr::take(py).expect("C has raised"));
            }
        }
        Ok(rows)
    }
}
