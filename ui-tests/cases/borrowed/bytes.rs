//! The data of a `Bytes` cannot outlive it.
//! expect: E0597

use owned::prelude::*;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let data = {
            let object = Bytes::new(py, b"play")?;
            object.as_slice()
        };
        assert_eq!(data, b"play");
        Ok(())
    })
}
