//! Sums the diagonal of a matrix that is a list of lists.

#[owned::module]
mod matrix_trace_twin {
    use owned::prelude::*;

    /// The sum of the diagonal.
    #[function]
    fn trace(matrix: Borrowed<'_, '_, List>) -> Result<f64> {
        let mut sum = 0.0;
        for index in 0..matrix.len() {
            let row = matrix.get(index)?;
            sum += row.get_item(index)?.extract::<f64>()?;
        }
        Ok(sum)
    }
}
