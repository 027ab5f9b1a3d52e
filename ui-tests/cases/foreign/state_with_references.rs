//! A state that holds a reference cannot be given to C, where no collector sees it.
//! expect: not known to be free of Python references

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
        assert!(unsafe { foreign::give((callback,), refuse) }.is_err());
        Ok(())
    })
}
