//! The best of a table of scores: the list is sorted by C.

use owned::PyObject;

unsafe extern "C" {
    fn PyList_Sort(list: *mut PyObject) -> i32;
    fn PyList_GetSlice(list: *mut PyObject, from: isize, to: isize) -> *mut PyObject;
}

#[owned::module]
mod sorted_scores_bug {
    use owned::prelude::*;

    #[function]
    fn lowest<'py>(py: Python<'py>, scores: Vec<i64>, how_many: isize) -> Result<Owned<'py, List>> {
        let list = List::new(py, scores)?; // BUG
        let raw = list.into_raw(); // BUG
        if unsafe { super::PyList_Sort(raw) } != 0 {
            return Err(PyErr::take(py).expect("C has raised"));
        }
        let first = unsafe { super::PyList_GetSlice(raw, 0, how_many) };
        unsafe { Owned::from_new(py, first) }.ok_or_else(|| PyErr::take(py).expect("C has raised"))
    }
}
