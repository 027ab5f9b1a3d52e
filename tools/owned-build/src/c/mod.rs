//! What a preprocessed C source declares, as far as it is asked here.

mod declarations;
mod tokens;

pub(crate) use declarations::{Unit, Variable};
