//! What is borrowed cannot be stolen: the owner still counts it.
//! expect: E0308

use owned::prelude::*;
use owned::raw;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let tuple = py.import("sys")?.getattr("version_info")?;
        let list = List::new(py, [1])?;
        // SAFETY: attached, by `py`.
        let item = unsafe { raw::tuple_get_item(tuple.raw(), 0) }?;
        // SAFETY: attached, by `py`.
        unsafe { raw::list_set_item(list.raw(), 0, item) }?;
        Ok(())
    })
}
