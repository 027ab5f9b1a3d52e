//! Writes audit records to an object of Python's. It is let go of by Python's own `atexit`.

#[owned::module]
mod audit_sink_twin {
    use std::sync::Mutex;

    use owned::prelude::*;

    static SINK: Mutex<Option<Py<Any>>> = Mutex::new(None);

    fn close_sink() {
        let sink = SINK.lock().expect("no panic under the lock").take();
        drop(sink);
    }

    /// Says where records go, once.
    #[function]
    fn open(sink: Borrowed<'_, '_, Any>) -> Result<()> {
        let kept: Py<Any> = sink.into();
        let earlier = SINK.lock().expect("no panic under the lock").replace(kept);
        if earlier.is_none() {
            let close = Callable::from_rust(sink.py(), "close_sink", (), |_, args, _| {
                close_sink();
                Ok(args.py().none())
            })?;
            sink.py().import("atexit")?.call_method("register", (close,))?;
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
