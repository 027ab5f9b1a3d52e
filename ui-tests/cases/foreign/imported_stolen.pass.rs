//! A reference of its own is stolen.

use owned::prelude::*;

owned::foreign::import! {
    unsafe extern "C" {
        fn PyList_SetItem(list: Borrowed<List>, index: isize, item: Stolen<Str>) -> Status;
    }
}

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let (list, item) = (List::new(py, [1])?, Str::new(py, "stolen")?);
        PyList_SetItem(py, &list, 0, item.clone())?;
        assert_eq!(item.len(), 6);
        Ok(())
    })
}
