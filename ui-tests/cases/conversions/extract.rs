//! A value extracted from a handle does not borrow from it by `Owned::extract`.
//! expect: implementation of `FromPy` is not general enough

use owned::prelude::*;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let text = Str::new(py, "play")?.into_any();
        let text = text.extract::<&str>()?;
        assert_eq!(text.len(), 4);
        Ok(())
    })
}
