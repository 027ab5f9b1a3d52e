//! What is asked of a `Py` that is not bound to a token: refused, with the words that are missing.

use crate::err::Result;
use crate::object::Dict;
use crate::ptr::{Any, Owned, Py, TypeInfo};

/// Of what can be used without [`bind`](Py::bind): of no handle.
#[diagnostic::on_unimplemented(
    message = "nothing can be done with a `{Self}` before it is bound: write `.bind(py)` in front",
    label = "not bound to an attached section",
    note = "`py` is the token `Python<'_>`: a parameter of the function or method, or of what `Python::attach` runs"
)]
pub trait UsableUnbound {}

type Unbound = Result<Owned<'static, Any>>;

/// These methods are there for their message: no call of them compiles. The real ones are those of `Owned`.
#[doc(hidden)]
impl<T: TypeInfo> Py<T> {
    #[inline]
    pub fn call(&self, _args: impl Sized) -> Unbound
    where
        Self: UsableUnbound,
    {
        unreachable()
    }

    #[inline]
    pub fn call_with(&self, _args: impl Sized, _kwargs: &Owned<'_, Dict>) -> Unbound
    where
        Self: UsableUnbound,
    {
        unreachable()
    }

    #[inline]
    pub fn call_method(&self, _name: impl Sized, _args: impl Sized) -> Unbound
    where
        Self: UsableUnbound,
    {
        unreachable()
    }

    #[inline]
    pub fn getattr(&self, _name: impl Sized) -> Unbound
    where
        Self: UsableUnbound,
    {
        unreachable()
    }

    #[inline]
    pub fn setattr(&self, _name: impl Sized, _value: impl Sized) -> Result<()>
    where
        Self: UsableUnbound,
    {
        unreachable()
    }
}

#[inline]
fn unreachable() -> ! {
    unreachable!("nothing is usable unbound")
}
