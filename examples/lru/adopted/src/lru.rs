//! C's class, of which one method after the other is Rust's.

#![allow(dead_code, unused_imports, reason = "where few methods are taken over, not all is used")]

use owned::adopt::{BorrowedField, OwnedField, PlainField};
use owned::exceptions::ExceptionClass;
use owned::foreign;
use owned::prelude::*;

use crate::node::Node;

/// C's struct, field by field.
#[class(name = "LRU", unsafe(adopt(LRU, type = LRUType)))]
#[repr(C)]
pub struct LRU {
    /// From keys to nodes; NULL before `__init__`.
    dict: OwnedField<Dict>,
    /// The nodes that were used last, and least recently: kept alive by the dict.
    first: BorrowedField<Node>,
    last: BorrowedField<Node>,
    size: PlainField<isize>,
    hits: PlainField<isize>,
    misses: PlainField<isize>,
    callback: OwnedField<Any>,
}

foreign::import! {
    // SAFETY: as in lru-dict's source.
    unsafe extern "C" {
        /// Takes a node out of the list, which it may be in.
        static fn lru_remove_node(lru: Borrowed<LRU>, node: Borrowed<Node>);
        /// Puts a node into the list, which it must not be in.
        static fn lru_add_node_at_head(lru: Borrowed<LRU>, node: Borrowed<Node>);
        /// Forgets the entry that was used least recently.
        static fn lru_delete_last(lru: Kept<LRU>);
        static fn lru_ass_sub(lru: Kept<LRU>, key: Kept<Any>, value: Kept<Any>) -> Status;
    }
}

type Pair<'py> = (Option<Owned<'py, Any>>, Option<Owned<'py, Any>>);

impl LRU {
    fn dict<'py>(&self, py: Python<'py>) -> Result<Owned<'py, Dict>> {
        let missing = || RuntimeError::new("the cache has no size yet: LRU.__init__() was not called");
        self.dict.get(py)?.ok_or_else(missing)
    }

    /// The node of a key.
    fn node<'py>(&self, key: Borrowed<'_, 'py, Any>) -> Result<Option<Owned<'py, Node>>> {
        Ok(self.dict(key.py())?.find(&key)?.map(Owned::downcast).transpose()?)
    }

    /// The value of a key, which is used thereby, and counted.
    fn use_key<'py>(slf: Borrowed<'_, 'py, Self>, key: Borrowed<'_, 'py, Any>) -> Result<Option<Owned<'py, Any>>> {
        let (this, py) = (slf.get(), slf.py());
        let found = this.node(key);
        let counter = if matches!(found, Ok(Some(_))) { &this.hits } else { &this.misses };
        counter.set(py, counter.get(py) + 1);
        let Some(node) = found? else { return Ok(None) };
        if !this.first.get(py)?.is_some_and(|first| first.is(&node)) {
            lru_remove_node(py, &slf, &node);
            lru_add_node_at_head(py, &slf, &node);
        }
        node.get().value.get(py)
    }

    /// `slf[key] = value`, by C. What a callback raises, C leaves set.
    fn store<'py>(
        slf: Borrowed<'_, 'py, Self>,
        key: Borrowed<'_, 'py, Any>,
        value: Borrowed<'_, 'py, Any>,
    ) -> Result<()> {
        slf.get().dict(slf.py())?;
        let stored = lru_ass_sub(slf.py(), &slf, &key, &value).map(drop);
        PyErr::take(slf.py()).map_or(stored, Err)
    }

    /// Takes a key out, if it is there.
    fn delete<'py>(slf: Borrowed<'_, 'py, Self>, key: Borrowed<'_, 'py, Any>) -> Result<bool> {
        let (dict, py) = (slf.get().dict(slf.py())?, slf.py());
        key.hash()?; // an empty dict would not ask for it
        let Some(node) = dict.take(&key)? else { return Ok(false) };
        lru_remove_node(py, &slf, &node.downcast()?);
        Ok(true)
    }

    /// What `f` makes of each node, the newest first.
    fn each<'py>(
        &self,
        py: Python<'py>,
        f: impl Fn(&Node) -> Result<Option<Owned<'py, Any>>>,
    ) -> Result<Vec<Owned<'py, Any>>> {
        let mut all = Vec::new();
        let mut at = self.first.get(py)?;
        while let Some(node) = at {
            all.extend(f(node.get())?);
            at = node.get().next.get(py)?;
        }
        Ok(all)
    }

    fn empty(slf: Borrowed<'_, '_, Self>) -> Result<()> {
        let (this, py) = (slf.get(), slf.py());
        while let Some(first) = this.first.get(py)? {
            lru_remove_node(py, &slf, &first);
        }
        this.hits.set(py, 0);
        this.misses.set(py, 0);
        this.dict(py)?.clear();
        Ok(())
    }

    fn no_key(key: Borrowed<'_, '_, Any>) -> PyErr {
        let made = KeyError::class(key.py()).and_then(|class| class.call((key,)));
        made.map_or_else(|failure| failure, PyErr::from_value)
    }

    fn take_pairs<'py>(slf: Borrowed<'_, 'py, Self>, pairs: &Owned<'py, Dict>) -> Result<()> {
        for pair in pairs.pairs() {
            let (key, value) = pair?;
            Self::store(slf, key.as_borrowed(), value.as_borrowed())?;
        }
        Ok(())
    }
}

/// An argument that need not be given, where `None` is one that may be.
pub struct Given<'a, 'py>(Option<Borrowed<'a, 'py, Any>>);

impl<'a, 'py> FromPy<'a, 'py> for Given<'a, 'py> {
    fn from_py(object: Borrowed<'a, 'py, Any>) -> Result<Self> {
        Ok(Given(Some(object)))
    }
}

/// What is called with each key and value that must go; `None` for nothing.
pub struct Evicted<'py>(Option<Owned<'py, Any>>);

impl<'py> FromPy<'_, 'py> for Evicted<'py> {
    fn from_py(object: Borrowed<'_, 'py, Any>) -> Result<Self> {
        match object.is_none() {
            true => Ok(Evicted(None)),
            false if object.is_callable() => Ok(Evicted(Some(object.to_owned()))),
            false => Err(TypeError::new("parameter must be callable")),
        }
    }
}

fn checked(size: isize) -> Result<isize> {
    if size > 0 { Ok(size) } else { Err(ValueError::new("Size should be a positive number")) }
}

#[methods]
impl LRU {
    #[cfg(feature = "get_size")]
    fn get_size(&self, py: Python<'_>) -> isize {
        self.size.get(py)
    }

    #[cfg(feature = "get_stats")]
    fn get_stats(&self, py: Python<'_>) -> (isize, isize) {
        (self.hits.get(py), self.misses.get(py))
    }

    #[cfg(feature = "len")]
    fn __len__(&self, py: Python<'_>) -> Result<usize> {
        Ok(self.dict(py)?.len())
    }

    #[cfg(feature = "contains")]
    fn __contains__<'py>(&self, key: Borrowed<'_, 'py, Any>) -> Result<bool> {
        self.dict(key.py())?.has(&key)
    }

    #[cfg(feature = "has_key")]
    #[signature(key, /)]
    fn has_key<'py>(&self, key: Borrowed<'_, 'py, Any>) -> Result<bool> {
        self.dict(key.py())?.has(&key)
    }

    #[cfg(feature = "peek_first_item")]
    fn peek_first_item<'py>(&self, py: Python<'py>) -> Result<Option<Pair<'py>>> {
        self.first.get(py)?.map(|node| node.get().pair(py)).transpose()
    }

    #[cfg(feature = "peek_last_item")]
    fn peek_last_item<'py>(&self, py: Python<'py>) -> Result<Option<Pair<'py>>> {
        self.last.get(py)?.map(|node| node.get().pair(py)).transpose()
    }

    #[cfg(feature = "keys")]
    fn keys<'py>(&self, py: Python<'py>) -> Result<Vec<Owned<'py, Any>>> {
        self.each(py, |node| node.key.get(py))
    }

    #[cfg(feature = "values")]
    fn values<'py>(&self, py: Python<'py>) -> Result<Vec<Owned<'py, Any>>> {
        self.each(py, |node| node.value.get(py))
    }

    #[cfg(feature = "items")]
    fn items<'py>(&self, py: Python<'py>) -> Result<Vec<Owned<'py, Any>>> {
        self.each(py, |node| node.pair(py)?.into_any(py).map(Some))
    }

    #[cfg(feature = "repr")]
    fn __repr__<'py>(&self, py: Python<'py>) -> Result<Owned<'py, Str>> {
        self.dict(py)?.repr()
    }

    #[cfg(feature = "set_callback")]
    #[signature(callback, /)]
    fn set_callback<'py>(&self, py: Python<'py>, callback: Evicted<'py>) {
        self.callback.set(py, callback.0);
    }

    #[cfg(feature = "getitem")]
    fn __getitem__<'py>(slf: Borrowed<'_, 'py, Self>, key: Borrowed<'_, 'py, Any>) -> Result<Owned<'py, Any>> {
        Self::use_key(slf, key)?.ok_or_else(|| Self::no_key(key))
    }

    #[cfg(feature = "get")]
    #[signature(key, default = None)]
    fn get<'py>(
        slf: Borrowed<'_, 'py, Self>,
        key: Borrowed<'_, 'py, Any>,
        default: Option<Borrowed<'_, 'py, Any>>,
    ) -> Result<Option<Owned<'py, Any>>> {
        Ok(Self::use_key(slf, key)?.or_else(|| default.map(|default| default.to_owned())))
    }

    #[cfg(feature = "setitem")]
    fn __setitem__<'py>(
        slf: Borrowed<'_, 'py, Self>,
        key: Borrowed<'_, 'py, Any>,
        value: Borrowed<'_, 'py, Any>,
    ) -> Result<()> {
        Self::store(slf, key, value)
    }

    #[cfg(feature = "setitem")]
    fn __delitem__<'py>(slf: Borrowed<'_, 'py, Self>, key: Borrowed<'_, 'py, Any>) -> Result<()> {
        if Self::delete(slf, key)? { Ok(()) } else { Err(Self::no_key(key)) }
    }

    #[cfg(feature = "setdefault")]
    #[signature(key, default = None, /)]
    fn setdefault<'py>(
        slf: Borrowed<'_, 'py, Self>,
        key: Borrowed<'_, 'py, Any>,
        default: Option<Borrowed<'_, 'py, Any>>,
    ) -> Result<Owned<'py, Any>> {
        if let Some(value) = Self::use_key(slf, key)? {
            return Ok(value);
        }
        let default = default.map_or_else(|| slf.py().none(), |default| default.to_owned());
        Self::store(slf, key, default.as_borrowed())?;
        Ok(default)
    }

    #[cfg(feature = "pop")]
    #[signature(key, default = Given(None))]
    fn pop<'py>(
        slf: Borrowed<'_, 'py, Self>,
        key: Borrowed<'_, 'py, Any>,
        default: Given<'_, 'py>,
    ) -> Result<Owned<'py, Any>> {
        match (Self::use_key(slf, key)?, default.0) {
            (Some(value), _) => Self::delete(slf, key).map(|_| value),
            (None, Some(default)) => Ok(default.to_owned()),
            (None, None) => Err(Self::no_key(key)),
        }
    }

    #[cfg(feature = "popitem")]
    #[signature(least_recent = true)]
    fn popitem<'py>(slf: Borrowed<'_, 'py, Self>, least_recent: bool) -> Result<Pair<'py>> {
        let (this, py) = (slf.get(), slf.py());
        let node = if least_recent { this.last.get(py)? } else { this.first.get(py)? };
        let Some(node) = node else { return Err(KeyError::new("popitem(): LRU dict is empty")) };
        let pair = node.get().pair(py)?;
        if let Some(key) = &pair.0 {
            Self::delete(slf, key.as_borrowed())?;
        }
        Ok(pair)
    }

    #[cfg(feature = "update")]
    #[signature(other = None, /, **more)]
    fn update<'py>(
        slf: Borrowed<'_, 'py, Self>,
        other: Option<Owned<'py, Dict>>,
        more: Owned<'py, Dict>,
    ) -> Result<()> {
        if let Some(other) = other {
            Self::take_pairs(slf, &other)?;
        }
        Self::take_pairs(slf, &more)
    }

    #[cfg(feature = "set_size")]
    #[signature(size, /)]
    fn set_size(slf: Borrowed<'_, '_, Self>, size: isize) -> Result<()> {
        let (this, py) = (slf.get(), slf.py());
        let size = checked(size)?;
        while this.dict(py)?.len() > size.unsigned_abs() {
            lru_delete_last(py, &slf);
            PyErr::take(py).map_or(Ok(()), Err)?; // what the callback has raised
        }
        this.size.set(py, size);
        Ok(())
    }

    #[cfg(feature = "clear")]
    fn clear(slf: Borrowed<'_, '_, Self>) -> Result<()> {
        Self::empty(slf)
    }

    #[cfg(feature = "init")]
    #[signature(size, callback = Evicted(None))]
    fn __init__<'py>(slf: Borrowed<'_, 'py, Self>, size: isize, callback: Evicted<'py>) -> Result<()> {
        let (this, py) = (slf.get(), slf.py());
        let size = checked(size)?;
        match this.dict.get(py)? {
            Some(_) => Self::empty(slf)?,
            None => this.dict.set(py, Some(Dict::empty(py)?)),
        }
        this.size.set(py, size);
        this.callback.set(py, callback.0);
        Ok(())
    }
}
