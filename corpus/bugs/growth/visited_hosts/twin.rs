//! A crawler's front: which addresses are new. What is finished is taken out again.

use std::collections::HashMap;
use std::sync::Mutex;

use owned::prelude::*;

static PENDING: Mutex<Option<HashMap<String, Py<Any>>>> = Mutex::new(None);

#[owned::module]
mod visited_hosts_twin {
    use super::*;

    /// Remembers what is to be called when an address has been fetched.
    #[function]
    fn enqueue(address: String, done: Py<Any>) {
        let address = address.trim_end_matches('/').to_lowercase();
        let mut pending = PENDING.lock().expect("nobody panics");
        pending.get_or_insert_default().insert(address, done);
    }

    #[function]
    fn fetched(py: Python<'_>, address: &str) -> Result<bool> {
        let key = address.trim_end_matches('/').to_lowercase();
        let done = PENDING.lock().expect("nobody panics").get_or_insert_default().remove(&key);
        match done {
            Some(done) => done.bind(py).call((address,))?.is_true(),
            None => Ok(false),
        }
    }
}
