//! A Python number is an `Int`.

use owned::prelude::*;

pub struct Kept {
    number: Py<Int>,
}

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let kept = Int::from_u64(py, 3)?.unbind();
        assert_eq!(kept.bind(py).to_u64()?, 3);
        assert_eq!(size_of::<Kept>(), size_of_val(&kept));
        Ok(())
    })
}
