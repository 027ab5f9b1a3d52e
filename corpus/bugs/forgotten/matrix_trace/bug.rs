//! Sums the diagonal of a matrix that is a list of lists. The author takes what `get` gives for a loan, as
//! `PyList_GetItem` gives one, and sees to it that no row is released.

#[owned::module]
mod matrix_trace_bug {
    use std::mem::ManuallyDrop;

    use owned::prelude::*;

    /// The sum of the diagonal.
    #[function]
    fn trace(matrix: Borrowed<'_, '_, List>) -> Result<f64> {
        let mut sum = 0.0;
        for index in 0..matrix.len() {
            let row = ManuallyDrop::new(matrix.get(index)?); // BUG
            sum += row.get_item(index)?.extract::<f64>()?;
        }
        Ok(sum)
    }
}
