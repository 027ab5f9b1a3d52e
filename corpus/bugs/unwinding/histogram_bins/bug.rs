//! Histograms, counted while other threads run. A handle has no business there, so the list of the bins is a raw pointer
//! meanwhile; and counting panics for a sample below all edges.

#[owned::module]
mod histogram_bins_bug {
    use owned::prelude::*;

    fn count(samples: &[f64], edges: &[f64]) -> Vec<u64> {
        let mut counts = vec![0; edges.len()];
        for sample in samples {
            let above = edges.partition_point(|edge| edge <= sample);
            counts[above - 1] += 1;
        }
        counts
    }

    /// How many samples there are from each edge up to the next.
    #[function]
    fn histogram<'py>(py: Python<'py>, samples: Vec<f64>, edges: Vec<f64>) -> Result<Owned<'py, List>> {
        let bins = List::empty(py)?.into_raw(); // BUG
        let counts = py.detach(|| count(&samples, &edges));
        // SAFETY: the list from above.
        let bins = unsafe { Owned::<List>::from_new(py, bins) }.expect("it was a handle");
        for count in counts {
            bins.append(count)?;
        }
        Ok(bins)
    }
}
