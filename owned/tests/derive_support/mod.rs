//! What the tests of the derived conversions share: objects to convert, and how they are refused.
#![allow(dead_code, reason = "each test binary uses a part of it")]

use std::fmt::Debug;

use owned::prelude::*;

use crate::support::{exec, flat};

/// The value of a Python expression, which sees `Object(**attributes)` and `Bad`, of which every attribute and every
/// item is a call of the function that it is made with.
#[track_caller]
pub(crate) fn object<'py>(py: Python<'py>, source: &str) -> Owned<'py, Any> {
    let globals = Dict::empty(py).expect("a dict");
    let source = format!(
        "from types import SimpleNamespace as Object\n\
         class Bad:\n    \
             def __init__(self, act, *args): self.__dict__['act'], self.__dict__['args'] = act, args\n    \
             def __getattr__(self, name): return self.act(*self.args)\n    \
             def __getitem__(self, name): return self.act(*self.args)\n\
         def fail(error): raise error\n\
         result = {source}"
    );
    exec(&globals, &source).expect("an expression");
    globals.get("result").expect("a dict").expect("it was set")
}

/// The error with which the value of a Python expression is refused; the same one each time, and nothing is left.
#[track_caller]
pub(crate) fn refused<'py, T: for<'x> FromPy<'x, 'py> + Debug>(py: Python<'py>, source: &str) -> String {
    let mut said = String::new();
    flat(py, |_| {
        let error = object(py, source).extract::<T>().expect_err("it does not fit").to_string();
        assert!(said.is_empty() || said == error, "{said}\n{error}");
        said = error;
        Ok(())
    });
    said
}
