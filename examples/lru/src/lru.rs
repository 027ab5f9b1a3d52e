//! The class `LRU`.

use core::mem;

use owned::prelude::*;

use crate::arguments::{Afterwards, Evicted, Given, Size, Truth};
use crate::lookup::find;
use crate::steps::Gone;
use crate::table::{Pair, Table};

/// A dict that holds `size` entries at most.
///
/// Whoever adds one more makes it forget that entry which was not used for the longest time. Using is looking up by
/// `cache[key]`, `get`, `setdefault` and `pop`, and setting; `in` and the peeking methods only look. If there is a callback, it
/// is called with the key and the value of each entry that is forgotten for want of room.
///
/// >>> cache = LRU(2)
/// >>> cache["a"], cache["b"], cache["c"] = 1, 2, 3
/// >>> cache.keys()
/// ['c', 'b']
#[class(subclass, mapping)]
pub struct LRU {
    pub(crate) table: Table,
    /// How many entries there may be; none before `__init__`.
    pub(crate) size: usize,
    pub(crate) hits: usize,
    pub(crate) misses: usize,
    pub(crate) callback: Option<Py<Any>>,
}

#[methods]
impl LRU {
    #[new]
    fn new() -> Self {
        LRU { table: Table::new(), size: 0, hits: 0, misses: 0, callback: None }
    }

    #[signature(size, callback = Evicted(None))]
    fn __init__(slf: Borrowed<'_, '_, Self>, size: Size, callback: Evicted) -> Result<()> {
        let size = size.checked()?;
        let fresh = LRU { table: Table::new(), size, hits: 0, misses: 0, callback: callback.0 };
        // What it was before goes when it is free again.
        let before = mem::replace(&mut *slf.borrow_mut()?, fresh);
        drop(before);
        Ok(())
    }

    fn __len__(&self) -> usize {
        self.table.len()
    }

    fn __getitem__<'py>(slf: Borrowed<'_, 'py, Self>, key: Borrowed<'_, 'py, Any>) -> Result<Owned<'py, Any>> {
        match Self::use_key(slf, key)? {
            Some(value) => Ok(value),
            None => Err(KeyError::of(key)),
        }
    }

    fn __setitem__<'py>(
        slf: Borrowed<'_, 'py, Self>,
        key: Borrowed<'_, 'py, Any>,
        value: Borrowed<'_, 'py, Any>,
    ) -> Result<()> {
        Self::store(slf, key, value)
    }

    fn __delitem__<'py>(slf: Borrowed<'_, 'py, Self>, key: Borrowed<'_, 'py, Any>) -> Result<()> {
        let mut gone = None;
        find(slf, key, |lru, _, place| {
            gone = place.map(|place| lru.table.remove(key.py(), place));
            Ok(())
        })?;
        if gone.is_some() { Ok(()) } else { Err(KeyError::of(key)) }
    }

    fn __contains__<'py>(slf: Borrowed<'_, 'py, Self>, key: Borrowed<'_, 'py, Any>) -> Result<bool> {
        find(slf, key, |_, _, place| Ok(place.is_some()))
    }

    fn __repr__<'py>(slf: &Owned<'py, Self>) -> Result<Owned<'py, Str>> {
        let py = slf.py();
        let Some(_entered) = slf.enter_repr()? else { return Str::new(py, "{...}") };
        let pairs = slf.borrow()?.table.by_age(py);
        let (colon, comma) = (Str::new(py, ": ")?, Str::new(py, ", ")?);
        let mut parts = vec![Str::new(py, "{")?];
        for (at, Pair { key, value }) in pairs.into_iter().enumerate() {
            if at > 0 {
                parts.push(comma.clone());
            }
            parts.extend([key.repr()?, colon.clone(), value.repr()?]);
        }
        parts.push(Str::new(py, "}")?);
        let parts = List::from_vec(py, parts.into_iter().map(Owned::into_any).collect())?;
        Str::new(py, "")?.join(&parts)
    }

    /// Whether the key is there.
    #[signature(key, /)]
    fn has_key<'py>(slf: Borrowed<'_, 'py, Self>, key: Borrowed<'_, 'py, Any>) -> Result<bool> {
        find(slf, key, |_, _, place| Ok(place.is_some()))
    }

    /// The value of the key, which is used thereby; `default` if it is not there.
    #[signature(key, default = None)]
    fn get<'py>(
        slf: Borrowed<'_, 'py, Self>,
        key: Borrowed<'_, 'py, Any>,
        default: Option<Borrowed<'_, 'py, Any>>,
    ) -> Result<Option<Owned<'py, Any>>> {
        Ok(Self::use_key(slf, key)?.or_else(|| default.map(|default| default.to_owned())))
    }

    /// The value of the key, which is used thereby; if it is not there, it is set to `default` first.
    #[signature(key, default = None, /)]
    fn setdefault<'py>(
        slf: Borrowed<'_, 'py, Self>,
        key: Borrowed<'_, 'py, Any>,
        default: Option<Borrowed<'_, 'py, Any>>,
    ) -> Result<Owned<'py, Any>> {
        let default = default.map_or_else(|| key.py().none(), |default| default.to_owned());
        let mut gone = None;
        let found = find(slf, key, |lru, hash, place| {
            lru.count(place.is_some());
            match place {
                Some(place) => Ok(Some(lru.table.use_value(key.py(), place))),
                None => lru.add(hash, key, default.as_borrowed(), &mut gone).map(|()| None),
            }
        });
        let value = Self::or_miss(slf, found)?.unwrap_or(default);
        gone.map_or(Ok(()), Gone::settle).map(|()| value)
    }

    /// Take the key out; its value, or `default` if it is not there. Without a `default` that is a KeyError.
    #[signature(key, default = Given(None))]
    fn pop<'py>(
        slf: Borrowed<'_, 'py, Self>,
        key: Borrowed<'_, 'py, Any>,
        default: Given<'_, 'py>,
    ) -> Result<Owned<'py, Any>> {
        let found = find(slf, key, |lru, _, place| {
            lru.count(place.is_some());
            Ok(place.map(|place| lru.table.remove(key.py(), place)))
        });
        match (Self::or_miss(slf, found)?, default.0) {
            (Some(pair), _) => Ok(pair.value),
            (None, Some(default)) => Ok(default.to_owned()),
            (None, None) => Err(KeyError::of(key)),
        }
    }

    /// Take out the entry that was used least recently, or most recently, as `(key, value)`. Nothing is counted.
    #[signature(least_recent = Truth(true))]
    fn popitem<'py>(&mut self, py: Python<'py>, least_recent: Truth) -> Result<Pair<'py>> {
        self.table.pop(py, least_recent.0).ok_or_else(|| KeyError::new("popitem(): LRU dict is empty"))
    }

    /// The keys, those used last first.
    fn keys<'py>(slf: &Owned<'py, Self>) -> Result<Owned<'py, List>> {
        let keys = slf.borrow()?.table.keys(slf.py());
        List::from_vec(slf.py(), keys)
    }

    /// The values, those used last first.
    fn values<'py>(slf: &Owned<'py, Self>) -> Result<Owned<'py, List>> {
        let values = slf.borrow()?.table.values(slf.py());
        List::from_vec(slf.py(), values)
    }

    /// The entries as `(key, value)`, those used last first.
    fn items<'py>(slf: &Owned<'py, Self>) -> Result<Owned<'py, List>> {
        let items = slf.borrow()?.table.items(slf.py());
        List::new(slf.py(), items)
    }

    /// The entry that was used last, as `(key, value)`, or None. It is not used thereby.
    fn peek_first_item<'py>(&self, py: Python<'py>) -> Option<Pair<'py>> {
        self.table.peek(py, false)
    }

    /// The entry that was used least recently, as `(key, value)`, or None. It is not used thereby.
    fn peek_last_item<'py>(&self, py: Python<'py>) -> Option<Pair<'py>> {
        self.table.peek(py, true)
    }

    /// Set each key of a mapping, or of an iterable of pairs, and each keyword, to its value.
    #[signature(other = Given(None), /, **more)]
    fn update<'py>(slf: Borrowed<'_, 'py, Self>, other: Given<'_, 'py>, more: Owned<'py, Dict>) -> Result<()> {
        if let Some(other) = other.0 {
            Self::take_over(slf, other)?;
        }
        Self::take_pairs(slf, &more)
    }

    /// How many entries there may be.
    fn get_size(&self) -> usize {
        self.size
    }

    /// Say how many entries there may be; what is too much is forgotten. If the callback raises, the size stays as it was.
    #[signature(size, /)]
    fn set_size(slf: Borrowed<'_, '_, Self>, size: Size) -> Result<()> {
        let size = size.checked()?;
        loop {
            // A statement of its own: the cache is free when the callback is called.
            let gone = slf.borrow_mut()?.shrink(slf.py(), size);
            match gone {
                Some(gone) => gone.settle()?,
                None => return Ok(()),
            }
        }
    }

    /// Forget everything, the counts of hits and misses too. The callback is not called.
    fn clear(&mut self) -> Afterwards<Table> {
        (self.hits, self.misses) = (0, 0);
        Afterwards(mem::replace(&mut self.table, Table::new()))
    }

    /// How many lookups have found their key, and how many have not.
    fn get_stats(&self) -> (usize, usize) {
        (self.hits, self.misses)
    }

    /// Say what is called with each key and value that is forgotten for want of room; None for nothing.
    #[signature(callback, /)]
    fn set_callback(&mut self, callback: Evicted) -> Afterwards<Option<Py<Any>>> {
        Afterwards(mem::replace(&mut self.callback, callback.0))
    }
}
