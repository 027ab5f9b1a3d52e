//! Views of one document share its state; a document tells when it changes.

use std::sync::{Arc, Mutex};

use owned::prelude::*;

#[derive(Default)]
struct State {
    version: u64,
}

#[owned::module]
mod shared_state_twin {
    use super::*;

    #[class]
    pub struct Document {
        state: Opaque<Arc<Mutex<State>>>,
        changed: GcCell<Option<Py<Callable>>>,
    }

    #[methods]
    impl Document {
        #[new]
        fn new() -> Self {
            Document { state: Opaque::new(Arc::default(), "plain data"), changed: GcCell::default() }
        }

        fn on_change(&self, py: Python<'_>, callback: Py<Callable>) -> Result<()> {
            self.changed.set(py, Some(callback))
        }

        fn edit(&self, py: Python<'_>) -> Result<u64> {
            let mut state = self.state.lock().expect("nobody panics");
            state.version += 1;
            let version = state.version;
            drop(state);
            if let Some(callback) = self.changed.get(py)? {
                callback.call((version,))?;
            }
            Ok(version)
        }
    }
}
