//! A copy of the data outlives the `Bytes`.

use owned::prelude::*;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let data = {
            let object = Bytes::new(py, b"play")?;
            object.as_slice().to_vec()
        };
        assert_eq!(data, b"play");
        Ok(())
    })
}
