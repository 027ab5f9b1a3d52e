//! Binds a C watcher of files. Its `user` is a box with the handler, freed by the destroy notice: when the watcher goes.
//! A handler that is a method of the object that has the watcher keeps that from ever happening.

#[owned::module]
mod file_watch_bug {
    use std::ffi::c_void;
    use std::ptr::NonNull;
    use std::sync::Mutex;

    use owned::foreign::{Foreign, Handle, OneAtATime};
    use owned::prelude::*;

    type OnChange = unsafe extern "C" fn(*mut c_void, u32);
    type Destroy = unsafe extern "C" fn(*mut c_void);

    unsafe extern "C" {
        fn file_watch_bug_new(on_change: OnChange, user: *mut c_void, destroy: Destroy) -> *mut c_void;
        fn file_watch_bug_touch(watch: *mut c_void);
        fn file_watch_bug_free(watch: *mut c_void);
    }

    struct Listener {
        handler: Py<Callable>,
    }

    unsafe extern "C" fn on_change(user: *mut c_void, revision: u32) {
        Python::attach(|py| {
            // SAFETY: the box of `Watch::new`, which the watcher owns.
            let listener = unsafe { &*user.cast::<Listener>() };
            let called = listener.handler.bind(py).call((revision,));
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
            unsafe { file_watch_bug_free(raw.as_ptr()) };
        }
    }

    /// Calls when the file changes.
    #[class]
    pub struct Watch {
        watcher: Mutex<Handle<Watcher>>,
    }

    #[methods]
    impl Watch {
        #[new]
        fn new(handler: Borrowed<'_, '_, Callable>) -> Result<Self> {
            let listener = Box::new(Listener { handler: handler.into() }); // BUG
            let user = Box::into_raw(listener).cast();
            // SAFETY: the functions fit the state.
            let watcher = unsafe { file_watch_bug_new(on_change, user, destroy) };
            // SAFETY: made above, and nobody else's.
            let watcher = unsafe { Handle::new(watcher, || OSError::new("no watcher")) }?;
            Ok(Watch { watcher: Mutex::new(watcher) })
        }

        /// As if the file had changed.
        fn touch(&self) {
            let watcher = self.watcher.lock().expect("no call panics").as_ptr();
            // SAFETY: alive as long as its handle.
            unsafe { file_watch_bug_touch(watcher) };
        }
    }
}
