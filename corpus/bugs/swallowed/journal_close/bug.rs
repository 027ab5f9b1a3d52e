//! A journal that tells when it is closed, at the latest when it goes.

#[owned::module]
mod journal_close_bug {
    use owned::prelude::*;

    #[class]
    pub struct Journal {
        on_close: Py<Callable>,
        entries: Vec<String>,
    }

    #[methods]
    impl Journal {
        #[new]
        fn new(on_close: Py<Callable>) -> Self {
            Journal { on_close, entries: Vec::new() }
        }

        fn write(&mut self, entry: String) {
            self.entries.push(entry);
        }
    }

    impl Drop for Journal {
        fn drop(&mut self) {
            Python::attach(|py| {
                if let Err(error) = self.on_close.bind(py).call((self.entries.len(),)) {
                    drop(error); // BUG
                }
            })
        }
    }
}
