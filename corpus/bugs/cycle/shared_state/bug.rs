//! Views of one document share its state, and what is told when it changes.

use std::sync::{Arc, Mutex};

use owned::prelude::*;

#[derive(Default)]
struct State {
    version: u64,
    changed: Option<Py<Callable>>,
}

#[owned::module]
mod shared_state_bug {
    use super::*;

    #[class]
    pub struct Document {
        state: Opaque<Arc<Mutex<State>>>,
    }

    #[methods]
    impl Document {
        #[new]
        fn new() -> Self {
            Document { state: Opaque::new(Arc::default(), "plain data") }
        }

        fn on_change(
            &self,
            callback: Py<Callable>, // BUG
        ) {
            self.state.lock().expect("nobody panics").changed = Some(callback);
        }

        fn edit(&self, py: Python<'_>) -> Result<u64> {
            let mut state = self.state.lock().expect("nobody panics");
            state.version += 1;
            let (version, callback) = (state.version, state.changed.as_ref().map(|callback| callback.clone_ref(py)));
            drop(state);
            if let Some(callback) = callback {
                callback.bind(py).call((version,))?;
            }
            Ok(version)
        }
    }
}
