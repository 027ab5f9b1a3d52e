//! What conversions say of the types of Rust.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::path::PathBuf;
use std::time::{Duration, SystemTime};

use owned::TypeHint;
use owned::prelude::*;

#[function]
pub fn numbers(a: u8, b: i64, c: f64, d: bool, e: u128) -> (i64, f64, bool) {
    (i64::from(a) + b + e as i64, c, d)
}

#[function]
pub fn texts(a: &str, b: String, c: char) -> String {
    format!("{a}{b}{c}")
}

#[function]
pub fn bytes(a: &[u8], b: Vec<u8>) -> Vec<u8> {
    [a, &b].concat()
}

#[function]
pub fn paths(path: PathBuf) -> PathBuf {
    path
}

#[function]
pub fn sequences(a: Vec<i64>, b: Vec<Vec<String>>, c: [f64; 2]) -> Vec<Option<i64>> {
    let _ = (b, c);
    a.into_iter().map(Some).collect()
}

#[function]
pub fn maps(a: HashMap<String, f64>, b: BTreeMap<i64, Vec<String>>) -> HashMap<String, f64> {
    drop(b);
    a
}

#[function]
pub fn sets(a: HashSet<String>, b: BTreeSet<i64>) -> BTreeSet<i64> {
    drop(a);
    b
}

#[function]
pub fn tuples(a: (i64, String)) -> (String, Option<i64>) {
    (a.1, Some(a.0))
}

#[function]
#[signature(a = None, b = Some(3))]
pub fn options(a: Option<&str>, b: Option<i64>) -> Option<i64> {
    a.map(|a| a.len() as i64).or(b)
}

#[function]
pub fn times(a: Duration, b: SystemTime) -> (Duration, SystemTime) {
    (a, b)
}

#[function]
pub fn handles<'py>(
    py: Python<'py>,
    any: Borrowed<'_, 'py, Any>,
    list: Borrowed<'_, 'py, List>,
    dict: Borrowed<'_, 'py, Dict>,
    kind: Borrowed<'_, 'py, Type>,
    int: Py<Int>,
) -> Result<Owned<'py, Tuple>> {
    (any, list, dict, kind, int).into_py(py)
}

/// Celsius, or a text with a unit.
pub struct Temperature(f64);

impl<'a, 'py> FromPy<'a, 'py> for Temperature {
    const ACCEPTS: TypeHint = TypeHint::union(&[f64::ACCEPTS, <&str>::ACCEPTS]);

    fn from_py(object: Borrowed<'a, 'py, Any>) -> Result<Self> {
        match <&str>::from_py(object) {
            Ok(text) => {
                let number = text.strip_suffix(" K").and_then(|text| text.parse::<f64>().ok());
                number.map(|kelvin| Temperature(kelvin - 273.15)).ok_or_else(|| ValueError::new("not a temperature"))
            }
            Err(_) => f64::from_py(object).map(Temperature),
        }
    }
}

/// One field: what it is.
#[derive(FromPy, IntoPy)]
pub struct Metres(f64);

/// A pair.
#[derive(FromPy, IntoPy)]
pub struct Pair(i64, String);

/// A dict.
#[derive(FromPy, IntoPy)]
#[py(items)]
pub struct Options {
    name: String,
    size: Option<i64>,
}

/// A number, a text, or more of the same.
#[derive(FromPy, IntoPy)]
pub enum Tree {
    Number(i64),
    Text(String),
    Many(Vec<Tree>),
}

/// Types of this crate.
#[function]
pub fn user_types(
    at: Temperature,
    length: Metres,
    pair: Pair,
    options: Options,
    tree: Tree,
) -> (Metres, Pair, Options, Tree) {
    (Metres(length.0 + at.0), pair, options, tree)
}
