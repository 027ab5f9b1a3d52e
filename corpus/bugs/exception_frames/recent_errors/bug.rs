//! A worker that remembers the last errors of its jobs.

use std::collections::VecDeque;

const KEPT: usize = 8;

#[owned::module]
mod recent_errors_bug {
    use super::*;
    use owned::prelude::*;

    #[class(weakref)]
    pub struct Worker {
        errors: VecDeque<PyErr>,
    }

    #[methods]
    impl Worker {
        #[new]
        fn new() -> Self {
            Worker { errors: VecDeque::new() }
        }

        /// Runs a job; returns whether it went well.
        fn run(&mut self, job: Borrowed<'_, '_, Callable>) -> bool {
            let result = job.call(()); // BUG
            match result {
                Ok(_) => true,
                Err(error) => {
                    self.errors.truncate(KEPT - 1);
                    self.errors.push_front(error); // BUG
                    false
                }
            }
        }
    }
}
