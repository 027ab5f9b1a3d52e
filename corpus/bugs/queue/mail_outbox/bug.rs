//! An outbox: a thread of its own takes the letters, and lets go of each when it is sent.

use std::sync::Mutex;
use std::sync::OnceLock;
use std::sync::mpsc::{Receiver, Sender, channel};

use owned::prelude::*;

struct Post {
    letters: Sender<(Py<Any>, usize)>,
    sent: Mutex<Receiver<usize>>,
}

static POST: OnceLock<Post> = OnceLock::new();

fn post() -> &'static Post {
    POST.get_or_init(|| {
        let (letters, inbox) = channel::<(Py<Any>, usize)>();
        let (done, sent) = channel();
        std::thread::spawn(move || {
            for (letter, size) in inbox {
                drop(letter); // BUG
                let _ = done.send(size);
            }
        });
        Post { letters, sent: Mutex::new(sent) }
    })
}

#[owned::module]
mod mail_outbox_bug {
    use super::*;

    /// Sends a letter; returns its size when that is done.
    #[function]
    fn send(
        py: Python<'_>,
        letter: Py<Any>, // BUG
    ) -> Result<usize> {
        let size = letter.bind(py).length()?;
        post().letters.send((letter, size)).expect("the thread runs");
        let wait = || post().sent.lock().expect("nobody panics").recv().expect("the thread runs");
        Ok(wait())
    }

    /// How many letters are sent and not gone yet.
    #[function]
    fn pending() -> usize {
        owned::pending_releases()
    }
}
