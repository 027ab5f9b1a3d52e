//! The side of owned: it makes what the other takes, and takes what the other makes.

use std::sync::Arc;

use owned::prelude::*;
use owned::types::{Capsule, Exported};

/// What two extensions share below Python: each declares it for itself, and the name of the capsule says that it is this.
#[repr(C)]
struct Api {
    version: u32,
    scale: extern "C" fn(i64) -> i64,
}

extern "C" fn twice(number: i64) -> i64 {
    2 * number
}

static API: Api = Api { version: 1, scale: twice };

/// A number that can be called, iterated, and looked into.
#[class(subclass, weakref)]
pub struct Gauge {
    #[field(get)]
    value: i64,
    /// Anything; the collector sees it.
    #[field(get, set)]
    held: Option<Py<Any>>,
}

#[methods]
impl Gauge {
    #[new]
    fn new(value: i64) -> Self {
        Gauge { value, held: None }
    }

    fn __call__(&self, more: i64) -> i64 {
        self.value + more
    }

    fn __len__(&self) -> usize {
        3
    }

    fn __getitem__(&self, index: usize) -> Result<i64> {
        if index < 3 { Ok(self.value + index as i64) } else { Err(IndexError::new("a gauge has three items")) }
    }

    fn __buffer__(&self) -> Exported {
        Exported::readonly(Arc::from(self.value.to_le_bytes()))
    }
}

#[owned::module]
mod interop_owned {
    use owned::prelude::*;
    use owned::types::{Buffer, Capsule};

    #[export]
    pub use super::Gauge;

    /// A list in a dict, with a text.
    #[function]
    fn make(py: Python<'_>) -> Result<Owned<'_, Dict>> {
        let made = Dict::empty(py)?;
        made.set("list", List::new(py, [1, 2, 3])?)?;
        made.set("text", "Tür ☂")?;
        Ok(made)
    }

    /// What it finds in such a dict.
    #[function]
    fn take(made: Borrowed<'_, '_, Dict>) -> Result<String> {
        let list: Vec<i64> = made.require("list")?.extract()?;
        let text: String = made.require("text")?.extract()?;
        Ok(format!("{text} {}", list.iter().sum::<i64>()))
    }

    /// Calls it, iterates it, reads its memory and its attribute: whatever it is.
    #[function]
    fn probe(object: Borrowed<'_, '_, Any>) -> Result<(i64, Vec<i64>, Vec<u8>, i64)> {
        let called = object.call((10,))?.extract()?;
        let items = object.iter()?.map(|item| item?.extract()).collect::<Result<_>>()?;
        let memory = Buffer::<u8>::of(&object)?.to_vec()?;
        Ok((called, items, memory, object.getattr("value")?.extract()?))
    }

    /// Only of this module's own class.
    #[function]
    fn value_of(gauge: Ref<'_, super::Gauge>) -> i64 {
        gauge.value
    }

    /// The table for others.
    #[function]
    fn give_api(py: Python<'_>) -> Result<Owned<'_, Capsule>> {
        Capsule::of_static(py, c"interop_owned.api", &super::API)
    }

    /// Calls by the table of the other.
    #[function]
    fn use_api(api: Borrowed<'_, '_, Capsule>, number: i64) -> Result<i64> {
        super::scaled(api, number)
    }
}

fn scaled(capsule: Borrowed<'_, '_, Capsule>, number: i64) -> Result<i64> {
    let api = capsule.pointer(c"interop_pyo3.api")?.cast::<Api>();
    // SAFETY: a capsule of this name has such a struct, which lives as long as the capsule, and that is borrowed.
    let api = unsafe { &*api };
    if api.version != 1 {
        return Err(ValueError::new(format!("version {} of the table is not known", api.version)));
    }
    Ok((api.scale)(number))
}
