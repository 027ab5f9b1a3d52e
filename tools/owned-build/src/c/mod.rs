//! What a preprocessed C source declares, as far as it is asked here.

mod declarations;
mod structs;
mod tokens;

pub(crate) use declarations::{Unit, Variable};
pub(crate) use structs::Member;
