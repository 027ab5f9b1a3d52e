//! What the types of popular crates hold: plain data, or what one puts into them. (`bytes::Bytes` is not here: it can have
//! an owner of any type, so it may hide a reference.)

#![expect(unsafe_code, reason = "implements Traverse for containers, and for what owns no reference")]
#![allow(unused_imports, reason = "each feature uses some")]

use super::no_refs::{containers, plain};
use super::traverse::{maps, sequences};
use super::{NoRefs, Traverse, Visited, Visitor};
use crate::token::Python;

#[cfg(feature = "bytes")]
plain!(bytes::BytesMut);

#[cfg(feature = "chrono")]
plain!(
    chrono::NaiveDate,
    chrono::NaiveTime,
    chrono::NaiveDateTime,
    chrono::DateTime<chrono::FixedOffset>,
    chrono::DateTime<chrono::Utc>,
    chrono::FixedOffset,
    chrono::Utc,
    chrono::TimeDelta,
);

#[cfg(feature = "jiff")]
plain!(
    jiff::civil::Date,
    jiff::civil::Time,
    jiff::civil::DateTime,
    jiff::tz::Offset,
    jiff::tz::TimeZone,
    jiff::SignedDuration,
    jiff::Span,
    jiff::Timestamp,
    jiff::ZonedDateTime,
);

#[cfg(feature = "num-bigint")]
plain!(num_bigint::BigInt, num_bigint::BigUint);

#[cfg(feature = "num-complex")]
plain!(@generic [T: NoRefs] num_complex::Complex<T>);

#[cfg(feature = "rust_decimal")]
plain!(rust_decimal::Decimal);

#[cfg(feature = "uuid")]
plain!(uuid::Uuid);

#[cfg(feature = "serde")]
plain!(@generic [T: NoRefs] crate::convert::serde::Serde<T>);

#[cfg(feature = "indexmap")]
maps! {
    [K: Traverse, V: Traverse, S: NoRefs] indexmap::IndexMap<K, V, S>;
}
#[cfg(feature = "indexmap")]
sequences! {
    [T: Traverse, S: NoRefs] indexmap::IndexSet<T, S>;
}
#[cfg(feature = "indexmap")]
containers! {
    [K: NoRefs, V: NoRefs, S: NoRefs] indexmap::IndexMap<K, V, S>;
    [T: NoRefs, S: NoRefs] indexmap::IndexSet<T, S>;
}

#[cfg(feature = "smallvec")]
sequences! {
    [A: smallvec::Array<Item: Traverse>] smallvec::SmallVec<A>;
}
#[cfg(feature = "smallvec")]
containers! {
    [A: smallvec::Array<Item: NoRefs>] smallvec::SmallVec<A>;
}
