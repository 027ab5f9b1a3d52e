//! What is borrowed from an argument is used while it lives.

use owned::prelude::*;
use owned::raw;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let tuple = py.import("sys")?.getattr("version_info")?;
        // SAFETY: attached, by `py`.
        let item = unsafe { raw::tuple_get_item(tuple.raw(), 0) }?;
        // SAFETY: any object is an `Any`.
        drop(unsafe { Borrowed::<Any>::from_ref(py, item) });
        drop(tuple);
        Ok(())
    })
}
