//! `str`, `bytes` and `bytearray`.

mod bytearray;
mod bytes;
mod str;
mod str_data;

pub use self::str::Str;
pub use crate::raw::StrData;
pub use bytearray::ByteArray;
pub use bytes::Bytes;
