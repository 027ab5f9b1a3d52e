//! What is borrowed from an argument cannot outlive it.
//! expect: E0505

use owned::prelude::*;
use owned::raw;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let tuple = py.import("sys")?.getattr("version_info")?;
        // SAFETY: attached, by `py`.
        let item = unsafe { raw::tuple_get_item(tuple.raw(), 0) }?;
        drop(tuple);
        // SAFETY: any object is an `Any`.
        drop(unsafe { Borrowed::<Any>::from_ref(py, item) });
        Ok(())
    })
}
