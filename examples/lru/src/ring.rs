//! The order of last use.

use core::mem;

/// A place in the vector of entries. Its entry may be elsewhere after a removal.
pub(crate) type Place = u32;

#[derive(Clone, Copy, owned::NoRefs)]
struct Link {
    newer: Place,
    older: Place,
}

/// The places of all entries, by their last use. They are a ring: what is newer than the newest is the oldest, so adding
/// in place of the oldest is a turn by one.
///
/// Invariant: going to what is older from `newest`, each place below `len` is met once.
#[derive(owned::NoRefs)]
pub(crate) struct Ring {
    links: Vec<Link>,
    newest: Place,
}

impl Ring {
    pub(crate) const fn new() -> Self {
        Ring { links: Vec::new(), newest: 0 }
    }

    /// The newest, if there is any.
    pub(crate) fn newest(&self) -> Option<Place> {
        (!self.links.is_empty()).then_some(self.newest)
    }

    /// The oldest, if there is any.
    #[inline]
    pub(crate) fn oldest(&self) -> Option<Place> {
        self.links.get(self.newest as usize).map(|newest| newest.newer)
    }

    #[inline]
    fn at(&mut self, place: Place) -> &mut Link {
        &mut self.links[place as usize]
    }

    /// Makes one the newest.
    #[inline(always)]
    pub(crate) fn touch(&mut self, place: Place) {
        if place != self.newest {
            self.unlink(place);
            self.link(place);
        }
    }

    /// Makes the oldest the newest.
    #[inline]
    pub(crate) fn turn(&mut self) {
        self.newest = self.at(self.newest).newer;
    }

    /// Adds the next place, as the newest.
    #[inline]
    pub(crate) fn push(&mut self, place: Place) {
        debug_assert_eq!(place as usize, self.links.len(), "places have no gaps");
        self.links.push(Link { newer: place, older: place });
        if place > 0 {
            self.link(place);
        }
    }

    /// Takes one out of the ring.
    #[inline]
    fn unlink(&mut self, place: Place) {
        let Link { newer, older } = *self.at(place);
        self.at(newer).older = older;
        self.at(older).newer = newer;
    }

    /// Puts one into the ring, as the newest.
    #[inline]
    fn link(&mut self, place: Place) {
        let newest = mem::replace(&mut self.newest, place);
        let oldest = mem::replace(&mut self.at(newest).newer, place);
        self.at(oldest).older = place;
        *self.at(place) = Link { newer: oldest, older: newest };
    }

    /// Takes one out. The last place moves there, and is gone itself; which that was is the result, if it is another.
    pub(crate) fn swap_remove(&mut self, place: Place) -> Option<Place> {
        if place == self.newest {
            self.newest = self.at(place).older;
        }
        self.unlink(place);
        self.links.swap_remove(place as usize);
        #[expect(clippy::cast_possible_truncation, reason = "places are that narrow")]
        let last = self.links.len() as Place;
        if place == last {
            return None;
        }
        if self.newest == last {
            self.newest = place;
        }
        let moved = *self.at(place);
        if moved.newer == last {
            *self.at(place) = Link { newer: place, older: place }; // the only one that is left
        } else {
            self.at(moved.newer).older = place;
            self.at(moved.older).newer = place;
        }
        Some(last)
    }

    /// All of them, the newest first.
    #[inline]
    pub(crate) fn iter(&self) -> impl ExactSizeIterator<Item = Place> + '_ {
        let (links, mut next) = (self.links.as_slice(), self.newest);
        (0..links.len()).map(move |_| {
            let place = next;
            next = links[place as usize].older;
            place
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn order(ring: &Ring) -> Vec<Place> {
        ring.iter().collect()
    }

    /// The same done to a vector, the newest first.
    #[test]
    fn it_is_the_order_of_use_whatever_is_done() {
        let (mut ring, mut plain, mut state) = (Ring::new(), Vec::<Place>::new(), 7_u32);
        let mut random = |below: usize| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (state >> 8) as usize % below
        };
        for _ in 0..20_000 {
            match random(4) {
                0 | 1 if plain.len() < 9 => {
                    let place = plain.len() as Place;
                    ring.push(place);
                    plain.insert(0, place);
                }
                2 if !plain.is_empty() => {
                    let used = plain.remove(random(plain.len()));
                    ring.touch(used);
                    plain.insert(0, used);
                }
                3 if !plain.is_empty() => {
                    if random(2) == 0 {
                        ring.turn();
                        let oldest = plain.pop().expect("not empty");
                        plain.insert(0, oldest);
                        continue;
                    }
                    let gone = plain.remove(random(plain.len()));
                    let last = plain.len() as Place;
                    assert_eq!(ring.swap_remove(gone), (gone != last).then_some(last));
                    plain.iter_mut().filter(|place| **place == last).for_each(|place| *place = gone);
                }
                _ => {}
            }
            assert_eq!(order(&ring), plain);
            assert_eq!((ring.newest(), ring.oldest()), (plain.first().copied(), plain.last().copied()));
        }
    }
}
