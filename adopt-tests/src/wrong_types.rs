//! Classes that take a type of C's for something else than it is.

use owned::adopt::PlainField;
use owned::prelude::*;

macro_rules! adopted {
    ($($module:ident $class:ident $kind:tt $symbol:ident { $($method:item)* })*) => {
        $(
            #[class(unsafe(adopt(Wrong, $kind = $symbol)))]
            #[repr(C)]
            pub struct $class {
                count: PlainField<isize>,
                more: PlainField<isize>,
            }

            #[methods]
            impl $class {
                $($method)*
            }

            #[owned::module(adopt)]
            pub mod $module {
                #[export]
                pub use super::$class;
            }
        )*
    };
}

adopted! {
    half Half type HalfType {
        fn __setitem__(&self, _key: i64, _value: i64) {}
    }
    half_sum HalfSum type HalfSumType {
        fn __radd__(&self, _other: i64) {}
    }
    early Early type EarlyType {}
    absent Absent spec absent_spec {}
    another Other spec other_spec {}
}

/// A field is missing.
#[class(unsafe(adopt(Wrong, type = ShortType)))]
#[repr(C)]
pub struct Short {
    count: PlainField<isize>,
}

#[owned::module(adopt)]
pub mod too_short {
    #[export]
    pub use super::Short;
}

/// Adopts nothing, but has a class that C makes.
#[owned::module]
pub mod homeless {
    #[export]
    pub use super::Short;
}
