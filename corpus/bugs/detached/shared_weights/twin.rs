//! Counts an object among many.

#[owned::module]
mod shared_weights_twin {
    use owned::prelude::*;

    /// How many of the objects are the one that is looked for.
    #[function]
    fn occurrences(py: Python<'_>, objects: Vec<Py<Any>>, wanted: Py<Any>) -> usize {
        objects
            .iter()
            .filter(|object| {
                let mine = object.clone_ref(py);
                mine.bind(py).is(&wanted.bind(py))
            })
            .count()
    }
}
