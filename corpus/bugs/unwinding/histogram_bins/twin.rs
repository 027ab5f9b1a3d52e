//! Histograms. Counting panics for a sample below all edges.

#[owned::module]
mod histogram_bins_twin {
    use owned::PyObject;
    use owned::prelude::*;

    unsafe extern "C" {
        fn PyList_SetItem(list: *mut PyObject, index: isize, item: *mut PyObject) -> std::ffi::c_int;
    }

    /// How many samples there are from each edge up to the next.
    #[function]
    fn histogram<'py>(py: Python<'py>, samples: Vec<f64>, edges: Vec<f64>) -> Result<Owned<'py, List>> {
        let bins = List::new(py, vec![0; edges.len()])?;
        let mut counts = vec![0_u64; edges.len()];
        for sample in samples {
            let above = edges.partition_point(|&edge| edge <= sample);
            counts[above - 1] += 1;
        }
        for (index, count) in (0..).zip(counts) {
            let count = count.into_py(py)?.into_raw();
            // SAFETY: a list of that many; the item's reference goes along.
            unsafe { PyList_SetItem(bins.as_ptr(), index, count) };
        }
        Ok(bins)
    }
}
