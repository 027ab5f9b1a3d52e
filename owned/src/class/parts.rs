//! A part of each entry of the static lists that describe a class, read without the class's type: what reads them is compiled once,
//! and a list costs no function of its own.
#![expect(unsafe_code, reason = "finds a part of an entry whose type it does not know")]

use core::ptr;

/// The parts in two lists, one after the other.
pub(super) struct Parts<T: 'static>([List<T>; 2]);

/// Invariant: `count` values, of which a `T` lies at each `stride` bytes from `first` on, in a static.
struct List<T: 'static> {
    first: *const T,
    stride: usize,
    count: usize,
}

impl<T> Parts<T> {
    /// Those of no list.
    pub(super) const NONE: Self = Parts([List::NONE, List::NONE]);

    /// Those of each entry of the first list and then of the second.
    ///
    /// # Safety
    /// At this offset in an `E` lies a `T`.
    pub(super) const unsafe fn of<E>(first: &'static [E], second: &'static [E], offset: usize) -> Self {
        // SAFETY: the caller's.
        let first = unsafe { List::of(first, offset) };
        // SAFETY: as above.
        let second = unsafe { List::of(second, offset) };
        Parts([first, second])
    }

    /// That of the entry of this number; `None` after the last.
    #[inline(never)]
    pub(super) fn get(&self, at: usize) -> Option<&'static T> {
        let [first, second] = &self.0;
        match at.checked_sub(first.count) {
            None => first.get(at),
            Some(at) => second.get(at),
        }
    }
}

impl<T> List<T> {
    const NONE: Self = List { first: ptr::null(), stride: 0, count: 0 };

    /// # Safety
    /// At this offset in an `E` lies a `T`.
    const unsafe fn of<E>(entries: &'static [E], offset: usize) -> Self {
        if entries.is_empty() {
            return Self::NONE;
        }
        // SAFETY: within the first entry, by the caller.
        let first = unsafe { entries.as_ptr().byte_add(offset) }.cast();
        List { first, stride: size_of::<E>(), count: entries.len() }
    }

    fn get(&self, at: usize) -> Option<&'static T> {
        if at >= self.count {
            return None;
        }
        // SAFETY: within the list, by the invariant.
        let part = unsafe { self.first.byte_add(at * self.stride) };
        // SAFETY: a `T` in a static, by the invariant.
        Some(unsafe { &*part })
    }
}
