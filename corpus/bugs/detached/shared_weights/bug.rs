//! Counts an object among many, without keeping other threads from running.

#[owned::module]
mod shared_weights_bug {
    use owned::prelude::*;

    /// How many of the objects are the one that is looked for.
    #[function]
    fn occurrences(py: Python<'_>, objects: Vec<Py<Any>>, wanted: Py<Any>) -> usize {
        py.detach(|| {
            let py = unsafe { Python::assume_attached() }; // BUG
            objects
                .iter()
                .filter(|object| {
                    let mine = object.clone_ref(py); // BUG
                    mine.bind(py).is(&wanted.bind(py)) // BUG
                })
                .count()
        })
    }
}
