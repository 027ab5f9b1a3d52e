//! Operations of every object, and conversions.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::path::PathBuf;

use owned::prelude::*;

use super::{Game, Operation};

macro_rules! extract {
    ($($type:ty),* $(,)?) => { &[$( |g| g.any()?.extract::<$type>().map(drop), )*] };
}

const EXTRACT: &[Operation] = extract!(
    Vec<i64>,
    Vec<u8>,
    Vec<Vec<f64>>,
    [u16; 3],
    (i8, String),
    HashMap<String, Py<Any>>,
    BTreeMap<i64, Vec<i64>>,
    HashSet<i64>,
    Option<u128>,
    PathBuf,
    char,
    std::time::Duration,
    std::time::SystemTime,
    std::net::IpAddr,
    core::ops::Range<u8>,
    std::ffi::CString,
    Vec<Py<Any>>,
    bool,
);

fn extract(g: &mut Game<'_>) -> Result<()> {
    EXTRACT[g.dice.below(EXTRACT.len())](g)
}

pub(crate) const ALL: &[Operation] = &[
    extract,
    extract,
    extract,
    extract,
    |g| {
        let (object, key, value) = (g.any()?, g.any()?, g.any()?);
        drop(object.set_item(&key, &value));
        drop(object.has_key(&key));
        drop(object.get_item_opt(&key));
        drop(object.del_item(&key));
        let item = object.get_item(&key)?;
        g.keep(item)
    },
    |g| {
        let (object, item) = (g.any()?, g.any()?);
        drop((object.contains(&item), object.index_of(&item), object.count_of(&item)));
        let both = object.concat(&item)?;
        g.keep(both)
    },
    |g| {
        let (object, other) = (g.any()?, g.any()?);
        let both = object.in_place_concat(&other)?;
        g.keep(both)
    },
    |g| {
        let (object, low, high) = (g.any()?, g.dice.size(), g.dice.size());
        let other = g.any()?;
        drop(object.set_item_slice(low..high, &other));
        drop(object.del_item_slice(low..=high));
        let part = object.item_slice(..high)?;
        g.keep(part)
    },
    |g| {
        let (object, index, value) = (g.any()?, g.dice.size().cast_signed(), g.any()?);
        drop(object.set_item_at(index, value));
        drop(object.del_item_at(index));
        let item = object.item_at(index)?;
        g.keep(item)
    },
    |g| {
        // Repeating a little makes big objects only by chance; by the largest numbers it fails.
        let (object, count) = (g.any()?, g.dice.size());
        if object.length().is_ok_and(|length| length > 0 && length < 100) {
            let more = object.repeat(count)?;
            g.keep(more)?;
        }
        Ok(())
    },
    |g| {
        let (object, op, other) = (g.any()?, g.dice.below(9), g.any()?);
        let result = match op {
            0 => object.add(&other),
            1 => object.bit_or(&other),
            2 => object.bit_and(&other),
            3 => object.matmul(&other),
            4 => object.divmod(&other),
            5 => object.in_place_add(&other),
            6 => object.in_place_bit_or(&other),
            7 => object.sub(&other),
            _ => object.rem(&other),
        }?;
        g.keep(result)
    },
    |g| {
        let object = g.any()?;
        drop((object.neg(), object.abs(), object.to_int(), object.to_float(), object.invert(), object.to_f64()));
        let index = object.to_index()?;
        drop((index.to_i64(), index.to_u64(), index.to_i128(), index.to_u128(), index.bit_length(), index.sign()));
        Ok(())
    },
    |g| {
        let object = g.any()?;
        drop((object.hash(), object.length(), object.length_hint(), object.is_true(), object.dir()));
        drop((object.repr(), object.str(), object.ascii(), object.to_bytes(), object.format("<9")));
        let text = format!("{object:?} {}", object.type_name());
        assert!(!text.is_empty());
        Ok(())
    },
    |g| {
        let (object, other) = (g.any()?, g.any()?);
        drop((object.eq(&other), object.lt(&other), object.compare_bool(&other, CompareOp::Ge)));
        drop((object.is_instance(&other), object.is_subclass(&other)));
        let answer = object.compare(&other, CompareOp::Ne)?;
        g.keep(answer)
    },
    |g| {
        let (object, value) = (g.any()?, g.any()?);
        let name = ["count", "a", "__dict__", "\u{1F600}", "a\0b"][g.dice.below(5)];
        drop((object.getattr_opt(name), object.hasattr(name), object.setattr(name, &value)));
        drop(object.delattr(name));
        let found = object.getattr(name)?;
        g.keep(found)
    },
    |g| {
        let (object, first, second) = (g.any()?, g.any()?, g.any()?);
        let result = match g.dice.below(3) {
            0 => object.call((&first, second)),
            1 => object.call_method("__call__", (first,)),
            _ => object.call_with((first,), &Dict::new(g.py, [("key", second)])?),
        }?;
        g.keep(result)
    },
];
