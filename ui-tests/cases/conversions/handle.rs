//! A handle is a handle of a Python type.
//! expect: `u64` is not a Python type

use owned::prelude::*;

pub struct Kept {
    number: Py<u64>,
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
