//! Conversions of popular crates, a module for each feature: both ways, each way to fail, and nothing left behind.
#![cfg(any(
    feature = "anyhow",
    feature = "bytes",
    feature = "chrono",
    feature = "eyre",
    feature = "indexmap",
    feature = "jiff",
    feature = "num-bigint",
    feature = "num-complex",
    feature = "rust_decimal",
    feature = "serde",
    feature = "smallvec",
    feature = "uuid"
))]
#![allow(dead_code, reason = "each feature uses a part of what is shared")]

#[path = "../support/mod.rs"]
mod support;

#[cfg(feature = "anyhow")]
mod anyhow;
#[cfg(feature = "chrono")]
mod chrono;
#[cfg(any(feature = "indexmap", feature = "smallvec", feature = "bytes"))]
mod containers;
#[cfg(feature = "eyre")]
mod eyre;
#[cfg(feature = "jiff")]
mod jiff;
#[cfg(any(feature = "num-bigint", feature = "num-complex", feature = "rust_decimal"))]
mod numbers;
#[cfg(feature = "serde")]
mod serde;
#[cfg(feature = "uuid")]
mod uuid;

use core::fmt::Debug;

use owned::prelude::*;
use support::eval;

/// An expression over modules of the standard library.
fn made<'py>(py: Python<'py>, source: &str) -> Result<Owned<'py, Any>> {
    let modules = "'datetime', 'decimal', 'uuid', 'zoneinfo', 'collections'";
    eval(py, &format!("(lambda dt, decimal, uuid, zi, co: {source})(*map(__import__, [{modules}]))"))
}

/// The value that an expression is.
#[track_caller]
fn taken<'py, T: for<'x> FromPy<'x, 'py>>(py: Python<'py>, source: &str) -> T {
    let object = made(py, source).expect("an expression");
    object.extract().unwrap_or_else(|error| panic!("{source}: {error}"))
}

/// What is said where an object is refused.
#[track_caller]
fn refused<'py, T: for<'x> FromPy<'x, 'py> + Debug>(py: Python<'py>, source: &str) -> String {
    made(py, source).expect("an expression").extract::<T>().expect_err(source).to_string()
}

/// The value is given as what the expression is, and that is taken back as the value.
#[track_caller]
fn round<'py, T>(py: Python<'py>, value: T, source: &str)
where
    T: IntoPy<'py> + for<'x> FromPy<'x, 'py> + Clone + PartialEq + Debug,
{
    let (given, expected) =
        (value.clone().into_any(py).expect("it converts"), made(py, source).expect("an expression"));
    assert_eq!(given.repr().unwrap().to_str().unwrap(), expected.repr().unwrap().to_str().unwrap());
    assert!(given.type_of().is(&expected.type_of()));
    assert_eq!(expected.extract::<T>().expect("and back"), value);
    assert_eq!(given.extract::<T>().expect("and back"), value);
}

/// What is said where a value cannot be given.
#[track_caller]
fn not_given<'py, T: IntoPy<'py>>(py: Python<'py>, value: T) -> String {
    value.into_any(py).expect_err("it is refused").to_string()
}

/// Numbers that look random and are the same each time.
fn numbers(seed: u64) -> impl Iterator<Item = u64> {
    core::iter::successors(Some(seed), |state| {
        Some(state.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407))
    })
    .map(|state| state ^ (state >> 31))
    .skip(1)
}

/// The exception, its cause, and that one's.
fn causes(py: Python<'_>, mut error: PyErr) -> Vec<String> {
    let mut said = Vec::new();
    let mut next = Some(error.value(py).into_any());
    while let Some(exception) = next {
        said.push(format!("{}: {}", exception.type_name(), exception.str().expect("a text")));
        next = exception.getattr("__cause__").ok().filter(|cause| !cause.is_none());
    }
    said
}
