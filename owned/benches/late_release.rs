//! How long a reference that a detached thread drops waits, while the only other thread is blocked in C.
#![allow(unreachable_pub, reason = "an export is `pub`, and a benchmark has no outside")]

use std::sync::mpsc::{Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

use owned::prelude::*;

const ROUNDS: usize = 200;

/// Says when its last reference went.
#[class]
pub struct Stamp {
    gone: Opaque<Sender<Instant>>,
}

impl Drop for Stamp {
    fn drop(&mut self) {
        self.gone.send(Instant::now()).expect("the benchmark listens");
    }
}

#[owned::module]
mod late {
    #[export]
    pub use super::Stamp;
}

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let _module = owned::load!(py, late)?;
        let queue = py.import("_queue")?.call_method("SimpleQueue", ())?;
        let mut waits = Vec::new();
        for _ in 0..ROUNDS {
            let (gone, heard) = channel();
            let gone = Opaque::new(gone, "a channel of moments");
            let (stamp, wake) = (Stamp { gone }.into_py(py)?.unbind(), queue.clone().unbind());
            let other = thread::spawn(move || {
                thread::sleep(Duration::from_millis(5)); // until the main thread is blocked
                let dropped = Instant::now();
                drop(stamp);
                let wait = heard.recv().expect("it is released").duration_since(dropped);
                Python::attach(move |py| wake.bind(py).call_method("put", (py.none(),)).map(|_| wait))
            });
            // Detached by Python itself, blocked in C, and not through the library.
            queue.call_method("get", ())?;
            waits.push(other.join().expect("the thread ends")?);
        }
        waits.sort_unstable();
        println!("released after {:?} (median), {:?} (longest) of {ROUNDS}", waits[ROUNDS / 2], waits[ROUNDS - 1]);
        Ok(())
    })
}
