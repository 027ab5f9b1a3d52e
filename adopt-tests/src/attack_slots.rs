//! Each kind of special method in the place of C's, in a static type and in a type of a spec: see `csrc/slots.c`.

use std::sync::Arc;

use owned::adopt::{OwnedField, PlainField};
use owned::prelude::*;
use owned::types::Exported;

macro_rules! slotted {
    ($($class:ident $kind:tt $symbol:ident)*) => {
        $(
            #[class(unsafe(adopt(Slotted, $kind = $symbol)))]
            #[repr(C)]
            pub struct $class {
                vectorcall: PlainField<*const u8>,
                number: PlainField<isize>,
                held: OwnedField<Any>,
            }

            #[methods]
            impl $class {
                #[signature(number = None)]
                fn __init__(&self, py: Python<'_>, number: Option<isize>) {
                    self.number.set(py, number.unwrap_or(5));
                }
                /// Rust's doc.
                fn plain(&self) -> String { said("method") }
                fn __reduce__(&self) -> String { said("reduce") }
                #[signature(*words, **named)]
                fn __call__(&self, words: Borrowed<'_, '_, Tuple>, named: Option<Borrowed<'_, '_, Dict>>) -> String {
                    said(&format!("call {} {}", words.len(), named.map_or(0, |named| named.len())))
                }
                fn __add__(&self, _other: Borrowed<'_, '_, Any>) -> String { said("add") }
                fn __radd__(&self, _other: Borrowed<'_, '_, Any>) -> String { said("radd") }
                fn __mul__(&self, _other: Borrowed<'_, '_, Any>) -> String { said("mul") }
                fn __rmul__(&self, _other: Borrowed<'_, '_, Any>) -> String { said("rmul") }
                fn __iadd__<'py>(slf: Borrowed<'_, 'py, Self>, _other: Borrowed<'_, '_, Any>) { let _ = slf; }
                fn __pow__(&self, _e: Borrowed<'_, '_, Any>, _m: Option<Borrowed<'_, '_, Any>>) -> String { said("pow") }
                fn __rpow__(&self, _base: Borrowed<'_, '_, Any>) -> String { said("rpow") }
                fn __neg__(&self) -> String { said("neg") }
                fn __int__(&self) -> i64 { 1 }
                fn __index__(&self) -> i64 { 2 }
                fn __float__(&self) -> f64 { 3.0 }
                fn __bool__(&self) -> bool { true }
                fn __len__(&self) -> usize { 9 }
                fn __getitem__(&self, _key: Borrowed<'_, '_, Any>) -> String { said("getitem") }
                fn __setitem__(&self, _key: i64, _value: i64) {}
                fn __delitem__(&self, _key: i64) {}
                fn __contains__(&self, _item: Borrowed<'_, '_, Any>) -> bool { true }
                fn __eq__(&self, _other: Borrowed<'_, '_, Any>) -> bool { true }
                fn __getattribute__<'py>(slf: Borrowed<'_, 'py, Self>, name: &str) -> Result<Owned<'py, Any>> {
                    slf.py().import("builtins")?.getattr("object")?.call_method("__getattribute__", (&slf, name))
                }
                fn __getattr__(&self, name: &str) -> String { said(name) }
                fn __setattr__<'py>(&self, py: Python<'py>, _name: &str, value: Borrowed<'_, 'py, Any>) {
                    self.held.set(py, Some(value.to_owned()));
                }
                fn __delattr__(&self, py: Python<'_>, _name: &str) { self.held.set(py, None); }
                fn __get__(&self, _instance: Option<Borrowed<'_, '_, Any>>, _owner: Borrowed<'_, '_, Any>) -> String { said("get") }
                fn __set__(&self, py: Python<'_>, _instance: Borrowed<'_, '_, Any>, value: isize) { self.number.set(py, value); }
                fn __delete__(&self, py: Python<'_>, _instance: Borrowed<'_, '_, Any>) { self.number.set(py, 0); }
                fn __buffer__(&self) -> Exported { Exported::readonly(Arc::<[u8]>::from(*b"Rust")) }
                fn __iter__<'py>(slf: Borrowed<'_, 'py, Self>) -> Owned<'py, Self> { slf.to_owned() }
                fn __next__(&self, py: Python<'_>) -> Option<isize> {
                    let number = self.number.get(py) - 1;
                    self.number.set(py, number);
                    (number >= 0).then_some(number)
                }
                fn __await__<'py>(&self, py: Python<'py>) -> Result<Owned<'py, Any>> {
                    py.import("builtins")?.getattr("iter")?.call((List::empty(py)?,))
                }
                fn __repr__(&self) -> String { said("repr") }
                fn __str__(&self) -> String { said("str") }
                async fn later(slf: Kept<Self>) -> String { drop(slf); said("later") }
                #[classmethod]
                fn __init_subclass__(class: Borrowed<'_, '_, Type>) -> Result<()> {
                    class.setattr("told", said("subclass"))
                }
                #[classmethod]
                fn __class_getitem__(_class: Borrowed<'_, '_, Type>, _key: Borrowed<'_, '_, Any>) -> String { said("of") }
            }
        )*
    };
}

fn said(what: &str) -> String {
    format!("Rust {what}")
}

slotted! {
    Slotted type SlottedType
    SpecSlotted spec slotted_spec
}

#[owned::module(adopt)]
pub mod slots {
    #[export]
    pub use super::{Slotted, SpecSlotted};
}
