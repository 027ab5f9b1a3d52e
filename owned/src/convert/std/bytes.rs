//! Bytes that are lent. (Those that are owned are sequences of `u8`, which become `bytes`.)

use std::borrow::Cow;

use crate::convert::FromPy;
use crate::err::{Result, TypeError};
use crate::object::{ByteArray, Bytes};
use crate::ptr::{Any, Borrowed, TypeHint};

impl<'a> FromPy<'a, '_> for &'a [u8] {
    const ACCEPTS: TypeHint = TypeHint::BYTES;

    /// Lends the data of `bytes`, which never change.
    #[inline(always)] // as of `&str`
    fn from_py(object: Borrowed<'a, '_, Any>) -> Result<Self> {
        Ok(object.downcast::<Bytes>()?.as_bytes())
    }
}

impl<'a> FromPy<'a, '_> for Cow<'a, [u8]> {
    const ACCEPTS: TypeHint = TypeHint::union(&[TypeHint::BYTES, TypeHint::BYTEARRAY]);

    /// Lends the data of `bytes`, and copies that of a `bytearray`, which can change.
    #[inline]
    fn from_py(object: Borrowed<'a, '_, Any>) -> Result<Self> {
        if let Ok(bytes) = object.downcast::<Bytes>() {
            return Ok(Cow::Borrowed(bytes.as_bytes()));
        }
        match object.downcast::<ByteArray>() {
            Ok(bytes) => bytes.to_vec().map(Cow::Owned),
            Err(_) => Err(TypeError::new(format!("expected bytes or bytearray, got {}", object.type_name()))),
        }
    }
}
