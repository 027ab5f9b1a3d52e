//! Classes that adopt types in the states that C can leave them in: see `csrc/attack.c`.

use owned::adopt::{OwnedField, PlainField};
use owned::foreign;
use owned::prelude::*;
use owned::types::Exported;
use std::sync::Arc;

macro_rules! things {
    ($($(#[$meta:meta])* $class:ident = $symbol:ident { $($method:item)* })*) => {
        $(
            $(#[$meta])*
            #[class(unsafe(adopt(Thing, type = $symbol)))]
            #[repr(C)]
            pub struct $class {
                number: PlainField<isize>,
                held: OwnedField<Any>,
            }

            #[methods]
            impl $class {
                $($method)*
            }
        )*
    };
}

things! {
    Unborn = UnbornType {
        fn who(&self) -> &'static str { "Rust" }
    }
    Forgotten = ForgottenType {}
    Eager = EagerType {
        fn __init__(&self, py: Python<'_>, number: isize) {
            self.number.set(py, number);
        }

        fn keep<'py>(&self, py: Python<'py>, other: Borrowed<'_, 'py, Eager>) -> isize {
            self.held.set(py, Some(other.get().number.get(py).into_py(py).expect("a number").into_any()));
            drop(std::mem::take(&mut *KEPT.lock().expect("nobody panics")));
            *KEPT.lock().expect("nobody panics") = Some(other.to_owned().unbind());
            self.number.get(py)
        }

        #[getter]
        fn held<'py>(&self, py: Python<'py>) -> Result<Option<Owned<'py, Any>>> {
            self.held.get(py)
        }
    }
    TwiceA = TwiceType {
        fn who(&self) -> &'static str { "A" }
    }
    TwiceB = TwiceType {
        fn who(&self) -> &'static str { "B" }
    }
    TopBase = TopBaseType {
        fn who(&self) -> &'static str { "Rust" }
        fn __getitem__(&self, key: i64) -> i64 { key }
        fn __lt__(&self, _other: Borrowed<'_, '_, Any>) -> bool { true }
    }
    LeafDerived = LeafDerivedType {
        fn who(&self) -> &'static str { "Rust" }
        fn __getitem__(&self, key: i64) -> i64 { key }
        fn __eq__(&self, _other: Borrowed<'_, '_, Any>) -> bool { true }
    }
    BothBase = BothBaseType {
        fn who(&self) -> &'static str { "Rust's base" }
        fn left(&self) -> &'static str { "Rust's base" }
    }
    BothDerived = BothDerivedType {
        fn who(&self) -> &'static str { "Rust's derived" }
    }
    CutDerived = CutDerivedType {
        fn __setitem__(&self, _key: i64, _value: i64) {}
    }
    Lender = LenderType {
        fn __buffer__(&self) -> Exported { Exported::readonly(Arc::<[u8]>::from([1, 2, 3])) }
    }
}

static KEPT: std::sync::Mutex<Option<Py<Eager>>> = std::sync::Mutex::new(None);

foreign::export! {
    // SAFETY: `attack.c` calls them attached.
    unsafe extern "C" {
        /// Before the type is made.
        pub type Unborn_Type = Unborn;
    }
}

macro_rules! modules {
    ($($module:ident { $($class:ident),* })*) => {
        $(
            #[owned::module(adopt)]
            pub mod $module {
                $(
                    #[export]
                    pub use super::$class;
                )*
            }
        )*
    };
}

modules! {
    unborn { Unborn }
    forgotten { Forgotten }
    eager { Eager }
    twice_a { TwiceA }
    twice_b { TwiceB }
    unreported_phases {}
    family { TopBase, LeafDerived, BothBase, BothDerived }
    family_cut { CutDerived }
    lender { Lender }
}
