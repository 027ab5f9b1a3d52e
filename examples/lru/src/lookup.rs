//! Finding a key, although comparing keys runs code that may do anything to the cache.

use owned::prelude::*;

use crate::lru::LRU;
use crate::ring::Place;
use crate::table::Probe;

/// Finds `key` and has `act` do what is to be done with it, in one step: nothing happens between the two. `act` gets the
/// hash, and the place of the entry if there is one; it must not run Python code. What it gives back is dropped by the
/// caller, when the cache is free again.
///
/// # Errors
/// What hashing and comparing keys raises; what `act` returns.
#[inline(always)]
pub(crate) fn find<'py, R>(
    slf: Borrowed<'_, 'py, LRU>,
    key: Borrowed<'_, 'py, Any>,
    act: impl FnOnce(&mut LRU, isize, Option<Place>) -> Result<R>,
) -> Result<R> {
    let hash = key.hash()?;
    let mut lru = slf.borrow_mut()?;
    let place = match lru.table.probe(hash, |found| found.bind(slf.py()).known_equal(&key)) {
        Probe::Missing => None,
        Probe::Found(place) => Some(place),
        Probe::Ask(_) => {
            drop(lru);
            return ask(slf, key, hash, act);
        }
    };
    act(&mut lru, hash, place)
}

/// The same, where keys must be asked whether they are equal, with the cache free meanwhile. What they say of themselves
/// holds for as long as they are in the cache, wherever that is by then.
///
/// Each is asked once, so this ends, whatever they do. They are held, so that no other comes to their address.
#[inline(never)]
fn ask<'py, R>(
    slf: Borrowed<'_, 'py, LRU>,
    key: Borrowed<'_, 'py, Any>,
    hash: isize,
    act: impl FnOnce(&mut LRU, isize, Option<Place>) -> Result<R>,
) -> Result<R> {
    let mut last: Option<(Owned<'py, Any>, bool)> = None;
    let mut before = Vec::new();
    loop {
        let mut lru = slf.borrow_mut()?;
        let known = |found: &Py<Any>| {
            let said = last.iter().chain(&before).find(|(asked, _)| asked.as_ptr() == found.as_ptr());
            said.map(|&(_, equal)| equal).or_else(|| found.bind(slf.py()).known_equal(&key))
        };
        let candidate = match lru.table.probe(hash, known) {
            Probe::Missing => return act(&mut lru, hash, None),
            Probe::Found(place) => return act(&mut lru, hash, Some(place)),
            Probe::Ask(place) => lru.table.key(place).bind(slf.py()).to_owned(),
        };
        drop(lru);
        let equal = candidate.compare_bool(key, CompareOp::Eq)?;
        before.extend(last.replace((candidate, equal)));
    }
}
