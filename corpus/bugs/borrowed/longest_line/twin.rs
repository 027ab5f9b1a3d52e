//! A log that is measured and emptied.

use owned::PyObject;

unsafe extern "C" {
    /// Lends the item.
    fn PyList_GetItem(list: *mut PyObject, index: isize) -> *mut PyObject;
    fn PyUnicode_GetLength(text: *mut PyObject) -> isize;
}

#[owned::module]
mod longest_line_twin {
    use owned::prelude::*;

    /// Empties the log; returns how long its last line was.
    #[function]
    fn flush(log: Borrowed<'_, '_, List>) -> Result<isize> {
        let last = unsafe { super::PyList_GetItem(log.as_ptr(), log.len() as isize - 1) };
        if last.is_null() {
            return Err(PyErr::take(log.py()).expect("C has raised"));
        }
        let length = unsafe { super::PyUnicode_GetLength(last) };
        log.clear()?;
        Ok(length)
    }
}
