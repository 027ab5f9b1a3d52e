//! C is given a token; a registry owns the callback.

use std::ffi::c_void;

use owned::foreign::{self, Registry};
use owned::prelude::*;

fn main() -> Result<()> {
    Python::initialize();
    Python::attach(|py| {
        let callback = Callback::new(&py.eval("print", None)?.downcast()?);
        let registry = Registry::default();
        let token = registry.add(py, callback.clone_ref(py))?;
        let refuse = |_: *mut c_void| Err::<(), _>(());
        assert!(unsafe { foreign::give((token,), refuse) }.is_err());
        Ok(())
    })
}
