//! Tiles of a map, counted by a worker while the caller waits.

use std::thread;

#[owned::module]
mod mosaic_worker_twin {
    use super::*;
    use owned::prelude::*;

    #[function]
    fn render(py: Python<'_>, tiles: Vec<Py<Any>>) -> usize {
        let worker = thread::spawn(move || {
            let drawn = tiles.len();
            drop(tiles);
            drawn
        });
        py.detach(|| worker.join().expect("the worker does not panic"))
    }

    /// How many tiles are drawn and not gone yet.
    #[function]
    fn pending() -> usize {
        owned::pending_releases()
    }
}
