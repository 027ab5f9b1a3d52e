//! Binds the scaling of rows; a row that cannot be scaled is left as it is.

use owned::foreign;
use owned::prelude::*;

foreign::import! {
    // SAFETY: both are only read.
    unsafe extern "C" {
        fn scale_matrix_bug_scale(row: Borrowed<List>, factor: Borrowed<Any>) -> New<List>; // BUG
    }
}

#[owned::module]
mod scale_matrix_bug {
    use super::*;

    #[function]
    fn scaled<'py>(row: Borrowed<'_, 'py, List>, factor: Borrowed<'_, 'py, Any>) -> Result<Owned<'py, List>> {
        let scaled = scale_matrix_bug_scale(row.py(), &row, &factor); // BUG
        match scaled {
            Err(error) if error.is::<TypeError>(row.py()) => Ok(row.to_owned()),
            result => result,
        }
    }
}
