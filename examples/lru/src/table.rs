//! What a cache remembers: the entries, the order of their last use, and where each hash is.
//!
//! The entries are a vector without gaps, and everything that refers to an entry is its place in it. Nothing here runs
//! code of Python's: a step is done, with entries, order and places agreeing, before anybody else can look.

use core::mem;

use owned::TypeHint;
use owned::exceptions::MemoryError;
use owned::prelude::*;

use crate::index::{Index, Mixed};
use crate::ring::{Place, Ring};

/// A key with its value: for Python, a tuple.
pub(crate) struct Pair<'py> {
    pub(crate) key: Owned<'py, Any>,
    pub(crate) value: Owned<'py, Any>,
}

impl<'py> IntoPy<'py> for Pair<'py> {
    type Target = Tuple;
    const GIVES: TypeHint = TypeHint::written("tuple[typing.Any, typing.Any]");

    fn into_py(self, py: Python<'py>) -> Result<Owned<'py, Tuple>> {
        Tuple::from_items(py, [self.key, self.value])
    }
}

#[derive(Traverse)]
struct Entry {
    key: Py<Any>,
    value: Py<Any>,
    hash: isize,
    /// How many entries were made before: the order of `repr`.
    number: u64,
}

/// The entries of a cache.
///
/// Invariants: 0 `index` has each place of `entries` once, under the hash of that entry; 1 `ring` has as many places.
#[derive(Traverse)]
pub(crate) struct Table {
    index: Index,
    entries: Vec<Entry>,
    ring: Ring,
    made: u64,
}

/// What a table knows of a key without asking its keys.
pub(crate) enum Probe {
    /// No entry has this hash.
    Missing,
    /// The entry has this key.
    Found(Place),
    /// The entry has this hash, and another object as its key: is that equal?
    Ask(Place),
}

impl Table {
    pub(crate) const fn new() -> Self {
        Table { index: Index::new(), entries: Vec::new(), ring: Ring::new(), made: 0 }
    }

    #[inline]
    pub(crate) fn len(&self) -> usize {
        self.entries.len()
    }

    /// Looks for a key by its hash. `known` says of the keys of entries whether they are equal to it, where that is known.
    #[inline(always)]
    pub(crate) fn probe(&self, hash: isize, known: impl Fn(&Py<Any>) -> Option<bool>) -> Probe {
        let mut verdict = None;
        let asked = |place: Place| {
            let entry = &self.entries[place as usize];
            if entry.hash != hash {
                return false;
            }
            verdict = known(&entry.key);
            verdict != Some(false)
        };
        match self.index.find(Mixed::new(hash), asked) {
            None => Probe::Missing,
            Some(place) if verdict.is_some() => Probe::Found(place),
            Some(place) => Probe::Ask(place),
        }
    }

    #[inline]
    pub(crate) fn key(&self, place: Place) -> &Py<Any> {
        &self.entries[place as usize].key
    }

    /// The value, whose entry is now the newest. A new reference.
    #[inline(always)]
    pub(crate) fn use_value<'py>(&mut self, py: Python<'py>, place: Place) -> Owned<'py, Any> {
        self.ring.touch(place);
        self.entries[place as usize].value.bind(py).to_owned()
    }

    /// Puts a value in place of that of an entry, which is now the newest. The old value is the result.
    #[inline(always)]
    pub(crate) fn replace<'py>(&mut self, place: Place, value: Borrowed<'_, 'py, Any>) -> Owned<'py, Any> {
        self.ring.touch(place);
        mem::replace(&mut self.entries[place as usize].value, value.into()).into_bound(value.py())
    }

    /// Adds a key that is not there, as the newest.
    ///
    /// # Errors
    /// `MemoryError` past four thousand million entries.
    pub(crate) fn insert(
        &mut self,
        hash: isize,
        key: Borrowed<'_, '_, Any>,
        value: Borrowed<'_, '_, Any>,
    ) -> Result<()> {
        let place = Place::try_from(self.entries.len()).ok().filter(|&place| place <= Index::MOST);
        let place = place.ok_or_else(|| MemoryError::new("a cache has four thousand million entries at most"))?;
        let number = self.number();
        self.entries.push(Entry { key: key.into(), value: value.into(), hash, number });
        self.ring.push(place);
        self.index.insert(Mixed::new(hash), place);
        Ok(())
    }

    /// Adds a key that is not there, as the newest, in place of the oldest entry, which is the result. `None` if there
    /// is none; then nothing is added.
    pub(crate) fn supplant<'py>(
        &mut self,
        hash: isize,
        key: Borrowed<'_, 'py, Any>,
        value: Borrowed<'_, 'py, Any>,
    ) -> Option<Pair<'py>> {
        let (py, place, number) = (key.py(), self.ring.oldest()?, self.number());
        self.forget(place);
        let fresh = Entry { key: key.into(), value: value.into(), hash, number };
        let old = mem::replace(&mut self.entries[place as usize], fresh);
        self.ring.turn();
        self.index.insert(Mixed::new(hash), place);
        Some(old.into_pair(py))
    }

    /// Takes an entry out. The last of the vector moves into its place.
    pub(crate) fn remove<'py>(&mut self, py: Python<'py>, place: Place) -> Pair<'py> {
        self.forget(place);
        let entry = self.entries.swap_remove(place as usize);
        if let Some(from) = self.ring.swap_remove(place) {
            let hash = self.entries[place as usize].hash;
            self.index.moved(Mixed::new(hash), from, place);
        }
        entry.into_pair(py)
    }

    #[inline]
    fn number(&mut self) -> u64 {
        self.made += 1;
        self.made
    }

    /// Takes the place of an entry out of the index.
    #[inline]
    fn forget(&mut self, place: Place) {
        self.index.remove(Mixed::new(self.entries[place as usize].hash), place);
    }

    /// Takes out the entry that was used least recently, or most recently, if there is any.
    pub(crate) fn pop<'py>(&mut self, py: Python<'py>, least_recent: bool) -> Option<Pair<'py>> {
        let place = if least_recent { self.ring.oldest() } else { self.ring.newest() };
        Some(self.remove(py, place?))
    }

    /// The entry that was used least recently, or most recently, if there is any. New references.
    pub(crate) fn peek<'py>(&self, py: Python<'py>, least_recent: bool) -> Option<Pair<'py>> {
        let place = if least_recent { self.ring.oldest() } else { self.ring.newest() };
        Some(self.entries[place? as usize].pair(py))
    }

    /// The keys, the newest first. New references, here and below.
    pub(crate) fn keys<'py>(&self, py: Python<'py>) -> Vec<Owned<'py, Any>> {
        let entries = self.entries.as_slice();
        self.ring.iter().map(|place| entries[place as usize].key.bind(py).to_owned()).collect()
    }

    /// The values, the newest first.
    pub(crate) fn values<'py>(&self, py: Python<'py>) -> Vec<Owned<'py, Any>> {
        let entries = self.entries.as_slice();
        self.ring.iter().map(|place| entries[place as usize].value.bind(py).to_owned()).collect()
    }

    /// Keys and values, the newest first.
    pub(crate) fn items<'py>(&self, py: Python<'py>) -> Vec<Pair<'py>> {
        let entries = self.entries.as_slice();
        self.ring.iter().map(|place| entries[place as usize].pair(py)).collect()
    }

    /// Keys and values in the order in which the keys came.
    pub(crate) fn by_age<'py>(&self, py: Python<'py>) -> Vec<Pair<'py>> {
        let mut entries: Vec<&Entry> = self.entries.iter().collect();
        entries.sort_unstable_by_key(|entry| entry.number);
        entries.into_iter().map(|entry| entry.pair(py)).collect()
    }
}

impl Entry {
    #[inline]
    fn pair<'py>(&self, py: Python<'py>) -> Pair<'py> {
        Pair { key: self.key.bind(py).to_owned(), value: self.value.bind(py).to_owned() }
    }

    #[inline]
    fn into_pair(self, py: Python<'_>) -> Pair<'_> {
        Pair { key: self.key.into_bound(py), value: self.value.into_bound(py) }
    }
}
