//! Who owns what was made of a connection: the connection itself. A cursor has a [`Key`].
//!
//! SQLite wants its statements finalised before the connection is closed, whoever still has a cursor. So the objects lie
//! here, and what is outside only finds them, or does not any more.

use super::error::{Error, Result};

/// Finds one object, as long as the connection has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Key {
    at: usize,
    /// Never used twice by one connection, unlike the place.
    serial: u64,
}

/// Objects of a connection.
#[derive(Debug)]
pub(crate) struct Slots<T> {
    places: Vec<(u64, Place<T>)>,
    free: Vec<usize>,
    serial: u64,
}

#[derive(Debug)]
enum Place<T> {
    Free,
    In(T),
    /// Somebody works with it: nobody else can, nor can it be dropped.
    Out,
}

impl<T> Slots<T> {
    /// None yet.
    pub(crate) const fn new() -> Self {
        Slots { places: Vec::new(), free: Vec::new(), serial: 0 }
    }

    /// A place for what is out from the start.
    pub(crate) fn reserve(&mut self) -> Key {
        self.serial += 1;
        let place = (self.serial, Place::Out);
        let at = match self.free.pop() {
            Some(at) => {
                self.places[at] = place;
                at
            }
            None => {
                self.places.push(place);
                self.places.len() - 1
            }
        };
        Key { at, serial: self.serial }
    }

    fn place(&mut self, key: Key) -> Option<&mut Place<T>> {
        self.places.get_mut(key.at).filter(|(serial, _)| *serial == key.serial).map(|(_, place)| place)
    }

    /// Takes an object out to work with it.
    ///
    /// # Errors
    /// [`Error::Recursive`] if it is out, [`Error::Gone`] if it is no more.
    pub(crate) fn take(&mut self, key: Key) -> Result<T> {
        let place = self.place(key).ok_or(Error::Gone)?;
        match std::mem::replace(place, Place::Out) {
            Place::In(object) => Ok(object),
            Place::Out => Err(Error::Recursive),
            Place::Free => {
                *place = Place::Free;
                Err(Error::Gone)
            }
        }
    }

    /// Puts it back. Where its place was given up meanwhile, it is the result.
    pub(crate) fn put(&mut self, key: Key, object: T) -> Option<T> {
        match self.place(key) {
            Some(place @ Place::Out) => {
                *place = Place::In(object);
                None
            }
            _ => Some(object),
        }
    }

    /// Gives the place up. What is in it is the result.
    pub(crate) fn remove(&mut self, key: Key) -> Option<T> {
        let place = self.place(key)?;
        let was = std::mem::replace(place, Place::Free);
        if !matches!(was, Place::Free) {
            self.free.push(key.at);
        }
        match was {
            Place::In(object) => Some(object),
            Place::Out | Place::Free => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_used_again_and_a_key_is_not() {
        let mut slots = Slots::new();
        let first = slots.reserve();
        assert_eq!(slots.put(first, "first"), None);
        assert_eq!(slots.remove(first), Some("first"));
        let second = slots.reserve();
        assert_eq!(slots.put(second, "second"), None);
        assert_eq!(first.at, second.at);
        assert!(matches!(slots.take(first), Err(Error::Gone)));
        assert_eq!(slots.take(second).ok(), Some("second"));
        assert!(matches!(slots.take(second), Err(Error::Recursive)));
        assert_eq!(slots.remove(second), None);
        assert_eq!(slots.remove(second), None);
        assert_eq!(slots.free, [0]);
    }
}
