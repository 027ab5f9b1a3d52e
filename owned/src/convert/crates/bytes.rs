//! `Bytes` and `BytesMut` of `bytes`.

use ::bytes::{Bytes, BytesMut};

use crate::convert::{FromPy, IntoPy};
use crate::err::Result;
use crate::object;
use crate::ptr::{Any, Borrowed, Owned, TypeHint};
use crate::token::Python;

/// Copied: the memory of a Python object belongs to an attached thread, and these may be dropped anywhere.
macro_rules! copied {
    ($($bytes:ty, |$data:ident| $from:expr;)*) => { $(
        impl FromPy<'_, '_> for $bytes {
            const ACCEPTS: TypeHint = <Vec<u8> as FromPy<'_, '_>>::ACCEPTS;

            /// What `Vec<u8>` takes: `bytes`, a `bytearray`, other memory, integers from 0 to 255.
            #[track_caller]
            #[inline]
            fn from_py(object: Borrowed<'_, '_, Any>) -> Result<Self> {
                let $data = Vec::<u8>::from_py(object)?;
                Ok($from)
            }
        }

        impl<'py> IntoPy<'py> for &$bytes {
            type Target = object::Bytes;

            /// `bytes`.
            #[track_caller]
            #[inline]
            fn into_py(self, py: Python<'py>) -> Result<Owned<'py, object::Bytes>> {
                object::Bytes::new(py, self)
            }
        }

        impl<'py> IntoPy<'py> for $bytes {
            type Target = object::Bytes;

            /// `bytes`.
            #[track_caller]
            #[inline]
            fn into_py(self, py: Python<'py>) -> Result<Owned<'py, object::Bytes>> {
                object::Bytes::new(py, &self)
            }
        }
    )* };
}
copied! {
    Bytes, |data| data.into();
    BytesMut, |data| Bytes::from(data).into();
}
