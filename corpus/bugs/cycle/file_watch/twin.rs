//! Binds a C watcher of files. Its `user` is a box with a token, freed by the destroy notice; the handler
//! itself is registered with the object, where the collector sees it.

#[owned::module]
mod file_watch_twin {
    use std::ffi::c_void;
    use std::ptr::NonNull;
    use std::sync::Mutex;

    use owned::foreign::{Foreign, Handle, OneAtATime, Registry, Token};
    use owned::prelude::*;

    type OnChange = unsafe extern "C" fn(*mut c_void, u32);
    type Destroy = unsafe extern "C" fn(*mut c_void);

    unsafe extern "C" {
        fn file_watch_twin_new(on_change: OnChange, user: *mut c_void, destroy: Destroy) -> *mut c_void;
        fn file_watch_twin_touch(watch: *mut c_void);
        fn file_watch_twin_free(watch: *mut c_void);
    }

    struct Listener {
        handler: Token<Callback>,
    }

    unsafe extern "C" fn on_change(user: *mut c_void, revision: u32) {
        Python::attach(|py| {
            // SAFETY: the box of `Watch::new`, which the watcher owns.
            let listener = unsafe { &*user.cast::<Listener>() };
            let called = listener.handler.call(py, (revision,));
            if let Err(error) = called {
                error.write_unraisable(py, None);
            }
        });
    }

    unsafe extern "C" fn destroy(user: *mut c_void) {
        // SAFETY: the box of `Watch::new`, which the watcher gives back.
        drop(unsafe { Box::from_raw(user.cast::<Listener>()) });
    }

    enum Watcher {}

    // SAFETY: `free` frees what `new` made.
    unsafe impl Foreign for Watcher {
        type Raw = c_void;
        type Threads = OneAtATime;

        unsafe fn destroy(raw: NonNull<c_void>) {
            // SAFETY: a handle gives up its one watcher.
            unsafe { file_watch_twin_free(raw.as_ptr()) };
        }
    }

    /// Calls when the file changes.
    #[class]
    pub struct Watch {
        watcher: Mutex<Handle<Watcher>>,
        handlers: Registry<Callback>,
    }

    #[methods]
    impl Watch {
        #[new]
        fn new(handler: Borrowed<'_, '_, Callable>) -> Result<Self> {
            let handlers = Registry::default();
            let handler = handlers.add(handler.py(), Callback::new(&handler))?;
            let listener = Box::new(Listener { handler });
            let user = Box::into_raw(listener).cast();
            // SAFETY: the functions fit the state.
            let watcher = unsafe { file_watch_twin_new(on_change, user, destroy) };
            // SAFETY: made above, and nobody else's.
            let watcher = unsafe { Handle::new(watcher, || OSError::new("no watcher")) }?;
            Ok(Watch { watcher: Mutex::new(watcher), handlers })
        }

        /// As if the file had changed.
        fn touch(&self) {
            let watcher = self.watcher.lock().expect("no call panics").as_ptr();
            // SAFETY: alive as long as its handle.
            unsafe { file_watch_twin_touch(watcher) };
        }
    }
}
