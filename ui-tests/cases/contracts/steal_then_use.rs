//! What was stolen cannot be used.
//! expect: E0382

use owned::prelude::*;
use owned::raw;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let list = List::new(py, [1])?;
        let item = Str::new(py, "item")?;
        // SAFETY: attached, by `py`.
        unsafe { raw::list_set_item(list.raw(), 0, item.into_stolen()) }?;
        assert_eq!(item.to_str()?, "item");
        Ok(())
    })
}
