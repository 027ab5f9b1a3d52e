//! serde: types of every kind that it knows, and what is done with them.

mod attack;
mod errors;
mod model;

use core::fmt::Debug;
use std::collections::BTreeMap;

use ::serde::de::DeserializeOwned;
use ::serde::{Deserialize, Serialize};
use owned::prelude::*;
use owned::serde::{from_python, to_python};

use crate::made;

/// The value is given as what the expression is, and that is taken back as the value.
#[track_caller]
fn round<T: Serialize + DeserializeOwned + PartialEq + Debug>(py: Python<'_>, value: T, source: &str) {
    let (given, expected) = (to_python(py, &value).expect("it converts"), made(py, source).expect("an expression"));
    assert_eq!(given.repr().unwrap().to_str().unwrap(), expected.repr().unwrap().to_str().unwrap());
    assert_eq!(from_python::<T>(&given).expect("and back"), value);
    taken(py, source, value);
}

#[track_caller]
fn taken<T: DeserializeOwned + PartialEq + Debug>(py: Python<'_>, source: &str, value: T) {
    let object = made(py, source).expect("an expression");
    assert_eq!(from_python::<T>(&object).unwrap_or_else(|error| panic!("{source}: {error}")), value);
}

#[track_caller]
fn refused<T: DeserializeOwned + Debug>(py: Python<'_>, source: &str) -> String {
    from_python::<T>(&made(py, source).expect("an expression")).expect_err(source).to_string()
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Unit;

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Newtype(u8);

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Pair(u8, String);

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Item {
    name: String,
    #[serde(default, rename = "how many")]
    count: u32,
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Order {
    items: Vec<Item>,
    note: Option<String>,
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
enum External {
    Unit,
    Newtype(u8),
    Tuple(u8, u8),
    Struct { a: u8 },
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind")]
enum Internal {
    Unit,
    Newtype(Item),
    Struct { values: Vec<i64>, more: Option<f64> },
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "content")]
enum Adjacent {
    Unit,
    Tuple(u8, u8),
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
enum Untagged {
    Nothing,
    Flag(bool),
    Small(i8),
    Number(f64),
    Text(String),
    Pair(u64, u64),
    Many(Vec<Untagged>),
    Struct { x: f32 },
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Flat {
    id: u64,
    #[serde(flatten)]
    item: Item,
    #[serde(flatten)]
    rest: BTreeMap<String, i32>,
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct FlatEnum {
    id: u64,
    #[serde(flatten)]
    which: Internal,
}

/// What serde calls bytes.
#[derive(Debug, PartialEq)]
struct Raw(Vec<u8>);

impl Serialize for Raw {
    fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(&self.0)
    }
}

impl<'de> Deserialize<'de> for Raw {
    fn deserialize<D: ::serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor;
        impl<'de> ::serde::de::Visitor<'de> for Visitor {
            type Value = Raw;

            fn expecting(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.write_str("bytes")
            }

            fn visit_bytes<E>(self, bytes: &[u8]) -> Result<Raw, E> {
                Ok(Raw(bytes.to_vec()))
            }

            fn visit_seq<A: ::serde::de::SeqAccess<'de>>(self, mut items: A) -> Result<Raw, A::Error> {
                let mut bytes = Vec::new();
                while let Some(byte) = items.next_element()? {
                    bytes.push(byte);
                }
                Ok(Raw(bytes))
            }
        }
        deserializer.deserialize_bytes(Visitor)
    }
}
