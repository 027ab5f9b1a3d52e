//! Tiles of a map, counted by a worker while the caller waits.

use std::thread;

#[owned::module]
mod mosaic_worker_bug {
    use super::*;
    use owned::prelude::*;

    #[function]
    fn render(tiles: Vec<Py<Any>>, // BUG
    ) -> usize {
        let worker = thread::spawn(move || {
            let drawn = tiles.len();
            drop(tiles); // BUG
            drawn
        });
        worker.join().expect("the worker does not panic")
    }

    /// How many tiles are drawn and not gone yet.
    #[function]
    fn pending() -> usize {
        owned::pending_releases()
    }
}
