//! What the methods are made of: storing, looking up, making room.

use owned::prelude::*;

use crate::lookup::find;
use crate::lru::LRU;
use crate::table::Pair;

/// The entry that had to go to make room, and who wants to know.
pub(crate) struct Gone<'py> {
    pair: Pair<'py>,
    callback: Option<Owned<'py, Any>>,
}

impl Gone<'_> {
    /// Tells the callback, then drops the entry. With the cache free.
    pub(crate) fn settle(self) -> Result<()> {
        match &self.callback {
            Some(callback) => callback.call((&self.pair.key, &self.pair.value)).map(drop),
            None => Ok(()),
        }
    }
}

impl LRU {
    /// Adds a key that is not there, and leaves in `gone` what had to go for it.
    pub(crate) fn add<'py>(
        &mut self,
        hash: isize,
        key: Borrowed<'_, 'py, Any>,
        value: Borrowed<'_, 'py, Any>,
        gone: &mut Option<Gone<'py>>,
    ) -> Result<()> {
        if self.table.len() < self.size {
            return self.table.insert(hash, key, value);
        }
        let Some(pair) = self.table.supplant(hash, key, value) else {
            return Err(RuntimeError::new("the cache has no size yet: LRU.__init__() was not called"));
        };
        *gone = Some(self.gone(key.py(), pair));
        Ok(())
    }

    fn gone<'py>(&self, py: Python<'py>, pair: Pair<'py>) -> Gone<'py> {
        Gone { pair, callback: self.callback.as_ref().map(|callback| callback.bind(py).to_owned()) }
    }

    /// `slf[key] = value`
    #[inline]
    pub(crate) fn store<'py>(
        slf: Borrowed<'_, 'py, Self>,
        key: Borrowed<'_, 'py, Any>,
        value: Borrowed<'_, 'py, Any>,
    ) -> Result<()> {
        let mut gone = None;
        let old = find(slf, key, |lru, hash, place| match place {
            Some(place) => Ok(Some(lru.table.replace(place, value))),
            None => lru.add(hash, key, value, &mut gone).map(|()| None),
        });
        drop(old?);
        gone.map_or(Ok(()), Gone::settle)
    }

    /// The value of `key`, which is counted as a hit or a miss.
    #[inline]
    pub(crate) fn use_key<'py>(
        slf: Borrowed<'_, 'py, Self>,
        key: Borrowed<'_, 'py, Any>,
    ) -> Result<Option<Owned<'py, Any>>> {
        let found = find(slf, key, |lru, _, place| {
            let value = place.map(|place| lru.table.use_value(key.py(), place));
            lru.count(value.is_some());
            Ok(value)
        });
        Self::or_miss(slf, found)
    }

    #[inline]
    pub(crate) fn count(&mut self, hit: bool) {
        let counter = if hit { &mut self.hits } else { &mut self.misses };
        *counter += 1;
    }

    /// A key that cannot be looked for is a miss, too.
    #[inline(always)]
    pub(crate) fn or_miss<T>(slf: Borrowed<'_, '_, Self>, found: Result<T>) -> Result<T> {
        found.or_else(|error| Self::missed(slf).and(Err(error)))
    }

    #[cold]
    fn missed(slf: Borrowed<'_, '_, Self>) -> Result<()> {
        slf.borrow_mut()?.count(false);
        Ok(())
    }

    /// One step of making it smaller: the entry that must go. If none must, the size is set.
    pub(crate) fn shrink<'py>(&mut self, py: Python<'py>, size: usize) -> Option<Gone<'py>> {
        if self.table.len() <= size {
            self.size = size;
            return None;
        }
        self.table.pop(py, true).map(|pair| self.gone(py, pair))
    }

    pub(crate) fn take_pairs<'py>(slf: Borrowed<'_, 'py, Self>, pairs: &Owned<'py, Dict>) -> Result<()> {
        for pair in pairs.pairs() {
            let (key, value) = pair?;
            Self::store(slf, key.as_borrowed(), value.as_borrowed())?;
        }
        Ok(())
    }

    pub(crate) fn take_over<'py>(slf: Borrowed<'_, 'py, Self>, other: Borrowed<'_, 'py, Any>) -> Result<()> {
        if let Ok(dict) = other.downcast::<Dict>() {
            return Self::take_pairs(slf, &dict);
        }
        if other.hasattr("keys")? {
            for key in other.call_method("keys", ())?.iter()? {
                let key = key?;
                Self::store(slf, key.as_borrowed(), other.get_item(&key)?.as_borrowed())?;
            }
            return Ok(());
        }
        for pair in other.iter()? {
            let pair = pair?.to_tuple()?;
            let (2, Ok(key), Ok(value)) = (pair.len(), pair.get(0), pair.get(1)) else {
                return Err(ValueError::new(format!("update() expected a key and a value, got {} items", pair.len())));
            };
            Self::store(slf, key, value)?;
        }
        Ok(())
    }
}
