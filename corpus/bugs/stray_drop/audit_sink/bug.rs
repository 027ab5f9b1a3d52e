//! Writes audit records to an object of Python's. It is let go of when the process exits, which is after the interpreter.

#[owned::module]
mod audit_sink_bug {
    use std::ffi::c_int;
    use std::sync::Mutex;

    use owned::prelude::*;

    static SINK: Mutex<Option<Py<Any>>> = Mutex::new(None);

    unsafe extern "C" {
        fn atexit(run: extern "C" fn()) -> c_int;
    }

    extern "C" fn close_sink() {
        let sink = SINK.lock().expect("no panic under the lock").take();
        drop(sink); // BUG
    }

    /// Says where records go, once.
    #[function]
    fn open(sink: Borrowed<'_, '_, Any>) -> Result<()> {
        let kept: Py<Any> = sink.into(); // BUG
        let earlier = SINK.lock().expect("no panic under the lock").replace(kept);
        if earlier.is_none() {
            // SAFETY: a function that may be called at any time.
            unsafe { atexit(close_sink) };
        }
        Ok(())
    }

    #[function]
    fn write(py: Python<'_>, record: &str) -> Result<()> {
        let sink = SINK.lock().expect("no panic under the lock").as_ref().map(|sink| sink.clone_ref(py));
        if let Some(sink) = sink {
            sink.bind(py).call_method("write", (record,))?;
        }
        Ok(())
    }
}
