//! IP addresses: those of the module `ipaddress`, and their text.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use crate::convert::{FromPy, IntoPy};
use crate::err::{Result, TypeError, ValueError};
use crate::object::{Bytes, Str};
use crate::ptr::{Any, Borrowed, Owned, TypeHint};
use crate::token::Python;

const IPV4: TypeHint = TypeHint::named("ipaddress", "IPv4Address");
const IPV6: TypeHint = TypeHint::named("ipaddress", "IPv6Address");

/// The bytes of an instance of `ipaddress.CLASS`; `None` if it is none.
#[track_caller]
fn packed<const N: usize>(object: Borrowed<'_, '_, Any>, class: &str) -> Result<Option<[u8; N]>> {
    let py = object.py();
    if !object.is_instance(&py.import("ipaddress")?.getattr(class)?)? {
        return Ok(None);
    }
    if let Some(scope) = object.getattr_opt("scope_id")?.filter(|scope| !scope.is_none()) {
        return Err(ValueError::new(format!("an address without a scope is expected, got one with {scope:?}")));
    }
    let bytes = object.getattr("packed")?.downcast::<Bytes>()?;
    Ok(Some(<[u8; N]>::try_from(bytes.as_slice())?))
}

macro_rules! addresses {
    ($($address:ty, $what:literal, $accepts:expr, |$object:ident| $read:expr;)*) => { $(
        impl FromPy<'_, '_> for $address {
            const ACCEPTS: TypeHint = $accepts;

            #[doc = concat!("An address of the module `ipaddress`, or a `str` of ", $what, ".")]
            ///
            /// # Errors
            /// `ValueError` for another text, and for an address with a scope, which would be lost.
            #[track_caller]
            #[inline]
            fn from_py($object: Borrowed<'_, '_, Any>) -> Result<Self> {
                if let Ok(text) = $object.downcast::<Str>() {
                    let text = text.to_string_lossy();
                    return text.parse().map_err(|_| ValueError::new(format!("'{text}' is not {}", $what)));
                }
                $read.ok_or_else(|| {
                    TypeError::new(format!("expected {}, got {}", $what, $object.type_name()))
                })
            }
        }
    )* };
}
addresses! {
    Ipv4Addr, "an IPv4 address", TypeHint::union(&[IPV4, TypeHint::STR]), |object| packed::<4>(object, "IPv4Address")?.map(Self::from);
    Ipv6Addr, "an IPv6 address", TypeHint::union(&[IPV6, TypeHint::STR]), |object| packed::<16>(object, "IPv6Address")?.map(Self::from);
    IpAddr, "an IP address", TypeHint::union(&[IPV4, IPV6, TypeHint::STR]), |object| match packed::<4>(object, "IPv4Address")? {
        Some(four) => Some(Self::from(four)),
        None => packed::<16>(object, "IPv6Address")?.map(Self::from),
    };
}

/// An instance of `ipaddress.CLASS`.
#[track_caller]
#[inline]
fn address<'py>(py: Python<'py>, class: &str, packed: &[u8]) -> Result<Owned<'py, Any>> {
    py.import("ipaddress")?.getattr(class)?.call((Bytes::new(py, packed)?,))
}

/// By value and by reference.
macro_rules! into_address {
    ($($address:ty, $gives:expr, |$value:ident, $py:ident| $make:expr;)*) => { $(
        impl<'py> IntoPy<'py> for $address {
            type Target = Any;
            const GIVES: TypeHint = $gives;

            /// An address of the module `ipaddress`.
            #[track_caller]
            #[inline]
            fn into_py(self, $py: Python<'py>) -> Result<Owned<'py, Any>> {
                let $value = self;
                $make
            }
        }

        impl<'py> IntoPy<'py> for &$address {
            type Target = Any;
            const GIVES: TypeHint = $gives;

            #[track_caller]
            #[inline]
            fn into_py(self, py: Python<'py>) -> Result<Owned<'py, Any>> {
                (*self).into_py(py)
            }
        }
    )* };
}
into_address! {
    Ipv4Addr, IPV4, |four, py| address(py, "IPv4Address", &four.octets());
    Ipv6Addr, IPV6, |six, py| address(py, "IPv6Address", &six.octets());
    IpAddr, TypeHint::union(&[IPV4, IPV6]), |either, py| match either {
        IpAddr::V4(four) => four.into_py(py),
        IpAddr::V6(six) => six.into_py(py),
    };
}
