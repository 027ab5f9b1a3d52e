//! Types, and what can be called.
#![expect(unsafe_code, reason = "reads type objects; a handle proves an attached thread and the type")]

use crate::ptr::Owned;
use crate::raw;

use super::builtin_type;

builtin_type! {
    /// A Python type (class).
    Type, "type", raw::is_type
}
builtin_type! {
    /// Anything that can be called. Its methods `call`, `call_with` are those of every object; the type says that
    /// somebody has checked.
    Callable, "callable", |object| {
        // SAFETY: whoever holds an object is attached.
        unsafe { raw::callable_check(object) != 0 }
    }
}

impl<'py> Owned<'py, Type> {
    /// `tp_name`: the name with its module for our classes, the bare name for built-in ones.
    pub fn name(&self) -> String {
        raw::type_name(self.raw())
    }

    /// `issubclass(self, base)` by the types' own order: no Python code runs.
    pub fn is_subtype_of(&self, base: &Owned<'py, Type>) -> bool {
        raw::is_subtype(self.raw(), base.raw())
    }
}
