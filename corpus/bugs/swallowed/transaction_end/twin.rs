//! A transaction that calls back when it goes.

#[owned::module]
mod transaction_end_twin {
    use owned::prelude::*;

    /// A transaction; rolled back unless it was committed.
    #[class]
    pub struct Transaction {
        on_end: Option<Py<Callable>>,
        #[field(get)]
        committed: bool,
    }

    #[methods]
    impl Transaction {
        #[new]
        fn new(on_end: Py<Callable>) -> Self {
            Transaction { on_end: Some(on_end), committed: false }
        }

        fn commit(&mut self) {
            self.committed = true;
        }
    }

    impl Drop for Transaction {
        fn drop(&mut self) {
            let Some(on_end) = self.on_end.take() else { return };
            let _ = Python::try_attach(|py| {
                if let Err(error) = on_end.bind(py).call((self.committed,)) {
                    error.write_unraisable(py, None);
                }
            });
        }
    }
}
