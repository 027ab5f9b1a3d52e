//! Where each hash is: a table of places with open addressing.
//!
//! Everything is a number here, and one step of a search is a load and two comparisons. That is why it is not a table of some
//! crate: a lookup that finds its key at once is what a cache does all day.

use core::mem;

use crate::ring::Place;

/// A hash of Python's, mixed. Python's hash of an `int` is the number itself, which says little in its lowest bits.
#[derive(Clone, Copy, PartialEq, Eq, owned::NoRefs)]
pub(crate) struct Mixed(u32);

impl Mixed {
    #[inline]
    pub(crate) fn new(hash: isize) -> Self {
        let wide = u128::from(hash.cast_unsigned() as u64) * 0x9e37_79b9_7f4a_7c15;
        #[expect(clippy::cast_possible_truncation, reason = "all bits have been mixed into the lowest")]
        let folded = (wide ^ wide >> 64) as u32;
        Mixed(folded)
    }
}

#[derive(Clone, Copy, owned::NoRefs)]
struct Slot {
    hash: Mixed,
    /// `NONE` where the slot is free.
    place: Place,
}

const NONE: Place = Place::MAX;
const FREE: Slot = Slot { hash: Mixed(0), place: NONE };

/// Invariants: 0 the number of slots is a power of two, or 0; 1 one of three is free at least; 2 from the slot that a hash
/// asks for, up to that where it is, none is free.
#[derive(owned::NoRefs)]
pub(crate) struct Index {
    slots: Vec<Slot>,
    len: usize,
}

impl Index {
    /// The largest place that there can be.
    pub(crate) const MOST: Place = NONE - 1;

    pub(crate) const fn new() -> Self {
        Index { slots: Vec::new(), len: 0 }
    }

    /// The first place under this hash for which `is` says yes.
    #[inline(always)]
    pub(crate) fn find(&self, hash: Mixed, mut is: impl FnMut(Place) -> bool) -> Option<Place> {
        let slots = self.slots.as_slice();
        let mask = slots.len().wrapping_sub(1);
        let mut at = hash.0 as usize & mask;
        loop {
            let slot = slots.get(at)?; // there is none at all only where nothing is in the table
            if slot.place == NONE {
                return None;
            }
            if slot.hash == hash && is(slot.place) {
                return Some(slot.place);
            }
            at = (at + 1) & mask;
        }
    }

    /// The slot of a place that is there.
    fn slot_of(&self, hash: Mixed, place: Place) -> usize {
        let mask = self.slots.len() - 1;
        let mut at = hash.0 as usize & mask;
        while self.slots[at].place != place {
            assert!(self.slots[at].place != NONE, "every place is in the table, under its hash");
            at = (at + 1) & mask;
        }
        at
    }

    /// Adds a place that is not there.
    #[inline]
    pub(crate) fn insert(&mut self, hash: Mixed, place: Place) {
        if (self.len + 1) * 3 > self.slots.len() * 2 {
            self.grow();
        }
        self.len += 1;
        self.put(Slot { hash, place });
    }

    /// Puts a slot into the first free one. There is one.
    #[inline]
    fn put(&mut self, slot: Slot) {
        let mask = self.slots.len() - 1;
        let mut at = slot.hash.0 as usize & mask;
        while self.slots[at].place != NONE {
            at = (at + 1) & mask;
        }
        self.slots[at] = slot;
    }

    #[cold]
    fn grow(&mut self) {
        let size = (self.slots.len() * 2).max(8);
        let before = mem::replace(&mut self.slots, vec![FREE; size]);
        for slot in before {
            if slot.place != NONE {
                self.put(slot);
            }
        }
    }

    /// Takes a place out that is there. What would not be found any more moves up.
    pub(crate) fn remove(&mut self, hash: Mixed, place: Place) {
        let mask = self.slots.len() - 1;
        let mut hole = self.slot_of(hash, place);
        let mut at = hole;
        loop {
            at = (at + 1) & mask;
            let slot = self.slots[at];
            if slot.place == NONE {
                break;
            }
            // How far it is from where its hash asks for, and from the hole.
            let (from_home, from_hole) = (at.wrapping_sub(slot.hash.0 as usize) & mask, at.wrapping_sub(hole) & mask);
            if from_home >= from_hole {
                self.slots[hole] = slot;
                hole = at;
            }
        }
        self.slots[hole] = FREE;
        self.len -= 1;
    }

    /// An entry that is there has another place now.
    pub(crate) fn moved(&mut self, hash: Mixed, from: Place, to: Place) {
        let at = self.slot_of(hash, from);
        self.slots[at].place = to;
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::*;

    /// What is in it by place, beside std's table; few hashes, so that many slots are not where they want to be.
    #[test]
    fn it_finds_what_is_there_and_nothing_else() {
        for hashes in [3, 50, 1 << 20] {
            let (mut index, mut plain, mut state) = (Index::new(), HashMap::<Place, Mixed>::new(), 5_u64);
            let mut random = |below: usize| {
                state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                (state >> 33) as usize % below
            };
            for step in 0..30_000 {
                let (place, hash) = (random(200) as Place, Mixed::new(random(hashes).cast_signed() << 7));
                match (plain.get(&place).copied(), random(3)) {
                    (None, _) => {
                        index.insert(hash, place);
                        plain.insert(place, hash);
                    }
                    (Some(hash), 0) => {
                        index.moved(hash, place, 1000 + place);
                        index.moved(hash, 1000 + place, place);
                    }
                    (Some(hash), _) => {
                        index.remove(hash, place);
                        plain.remove(&place);
                    }
                }
                assert_eq!(index.len, plain.len());
                if step % 16 == 0 {
                    for (&place, &hash) in &plain {
                        assert_eq!(index.find(hash, |found| found == place), Some(place));
                    }
                    // Of what is not there, only places are asked that are: also by the hash that free slots have.
                    for hash in [Mixed(0), Mixed::new(-5)] {
                        let asked = |place| plain.get(&place).expect("a place that is there") != &hash;
                        assert_eq!(index.find(hash, asked), None);
                    }
                }
            }
        }
    }
}
