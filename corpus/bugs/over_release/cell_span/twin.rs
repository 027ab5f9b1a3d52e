//! Spans of cells in a table. A span of one cell begins and ends with the same object.

#[owned::module]
mod cell_span_twin {
    use owned::prelude::*;

    /// The span that is only this cell: `(first, last)`.
    #[function]
    fn single<'py>(py: Python<'py>, cell: Owned<'py, Any>) -> Result<Owned<'py, Tuple>> {
        let raw = cell.into_raw();
        // SAFETY: the reference of `cell`.
        let first = unsafe { Owned::<Any>::from_new(py, raw) }.expect("it was a handle");
        let last = first.clone();
        Tuple::from_items(py, [first, last])
    }
}
