//! Renders tiles on a thread that Python does not know. It lets go of each tile when it is done, and
//! whoever waits for that thread is detached.

#[owned::module]
mod tile_renderer_twin {
    use std::sync::mpsc;
    use std::thread;

    use owned::prelude::*;

    /// Renders every tile; says how many there were.
    #[function]
    fn render(py: Python<'_>, size: usize) -> Result<usize> {
        let (send, receive) = mpsc::channel::<(usize, Py<Any>)>();
        let painter = thread::spawn(move || {
            let mut painted = 0;
            for (number, _tile) in receive {
                painted += usize::from(number < size);
            }
            painted
        });
        for number in 0..size {
            let tile = List::new(py, [number, size])?.into_any().unbind();
            send.send((number, tile)).map_err(|_| RuntimeError::new("the painter is gone"))?;
        }
        drop(send);
        py.detach(|| painter.join()).map_err(|_| RuntimeError::new("the painter panicked"))
    }

    /// How many tiles are waiting to be released.
    #[function]
    fn pending() -> usize {
        owned::pending_releases()
    }
}
