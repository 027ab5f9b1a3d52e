//! A session of a server that forks for each request: the child has no use for what the parent has open.

use std::sync::Mutex;

use owned::prelude::*;

static OPEN: Mutex<Vec<Py<Any>>> = Mutex::new(Vec::new());

#[owned::module]
mod forked_session_bug {
    use super::*;

    #[function]
    fn open(connection: Py<Any>, // BUG
    ) {
        OPEN.lock().expect("nobody panics").push(connection);
    }

    fn taken() -> Vec<Py<Any>> {
        std::mem::take(&mut *OPEN.lock().expect("nobody panics"))
    }

    #[function]
    fn close_all() {
        drop(taken());
    }

    /// In the child: as `close_all`. Destructors may take their time, so a thread runs them.
    #[function]
    fn abandon_all() {
        let open = taken();
        std::thread::spawn(move || drop(open)).join().expect("nobody panics"); // BUG
    }

    /// How many are closed and not gone yet.
    #[function]
    fn pending() -> usize {
        owned::pending_releases()
    }
}
