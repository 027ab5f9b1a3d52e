//! What is inside of an object, one after the other.

use ::serde::de::{self, DeserializeSeed, Visitor};

use super::deserializer::Deserializer;
use super::error::Error;
use crate::convert::FromPy;
use crate::convert::std::sequences::not_iterable;
use crate::err::{Result as Outcome, TypeError, ValueError};
use crate::object::{Dict, DictSnapshot, Iter, List, Mapping, Str, Tuple};
use crate::ptr::{Any, Owned};

type Pair<'py> = (Owned<'py, Any>, Owned<'py, Any>);

/// The items of a sequence. What holds them can change meanwhile: each is asked for when it is reached.
pub(super) struct Items<'a, 'py> {
    of: Deserializer<'a, 'py>,
    iterator: Owned<'py, Iter>,
    next: usize,
    /// How many there seem to be; a guess for others to make room by.
    seen: Option<usize>,
    exactly: Option<usize>,
}

impl<'a, 'py> Items<'a, 'py> {
    #[track_caller]
    pub(super) fn of(of: Deserializer<'a, 'py>, exactly: Option<usize>) -> Result<Self, Error> {
        let object = of.object();
        if object.is_a::<Str>() {
            return Err(TypeError::new("expected a sequence, got str (for its characters, pass list(text))").into());
        }
        let seen = if let Ok(list) = object.as_borrowed().downcast::<List>() {
            Some(list.len())
        } else {
            object.as_borrowed().downcast::<Tuple>().ok().map(|tuple| tuple.len())
        };
        let iterator = object.iter().map_err(|error| not_iterable(error, object.as_borrowed()))?;
        Ok(Items { of, iterator, next: 0, seen, exactly })
    }

    /// Nothing may be left.
    pub(super) fn finish(mut self) -> Result<(), Error> {
        match self.iterator.next() {
            None => Ok(()),
            Some(Err(error)) => Err(error.into()),
            Some(Ok(_)) => Err(ValueError::new(match (self.exactly, self.seen) {
                (Some(exactly), Some(seen)) => format!("expected a sequence of {exactly}, got one of {seen}"),
                (Some(exactly), None) => format!("expected a sequence of {exactly}, got a longer one"),
                (None, _) => format!("expected a sequence of {}, got a longer one", self.next),
            })
            .into()),
        }
    }
}

impl<'de> de::SeqAccess<'de> for &mut Items<'_, '_> {
    type Error = Error;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Error> {
        let Some(item) = self.iterator.next() else { return Ok(None) };
        let (item, at) = (item?, self.next);
        self.next += 1;
        seed.deserialize(self.of.of(&item)).map(Some).map_err(|error| error.in_item(at))
    }

    fn size_hint(&self) -> Option<usize> {
        self.seen.map(|seen| seen.saturating_sub(self.next))
    }
}

/// The pairs of a mapping, as they were when it was reached.
enum Pairs<'py> {
    /// Those that the dict itself holds, also of a subclass.
    OfDict(DictSnapshot<'py>),
    /// What `items()` gave.
    Given(std::vec::IntoIter<Pair<'py>>),
}

impl<'py> Pairs<'py> {
    fn next(&mut self) -> Option<Pair<'py>> {
        match self {
            Pairs::OfDict(pairs) => pairs.next(),
            Pairs::Given(pairs) => pairs.next(),
        }
    }

    fn len(&self) -> usize {
        match self {
            Pairs::OfDict(pairs) => pairs.len(),
            Pairs::Given(pairs) => pairs.len(),
        }
    }
}

/// The entries of a mapping.
pub(super) struct Entries<'a, 'py> {
    of: Deserializer<'a, 'py>,
    pairs: Pairs<'py>,
    /// The one of which the key has been read.
    current: Option<Pair<'py>>,
}

impl<'a, 'py> Entries<'a, 'py> {
    /// `None` if it is no mapping.
    #[track_caller]
    pub(super) fn of(of: Deserializer<'a, 'py>) -> Result<Option<Self>, Error> {
        let object = of.object().as_borrowed();
        let pairs = if let Ok(dict) = object.downcast::<Dict>() {
            Pairs::OfDict(dict.snapshot()?)
        } else if let Ok(mapping) = object.downcast::<Mapping>() {
            let items = mapping.items()?;
            let pairs = items.items().map(|item| item.extract::<Pair<'py>>());
            Pairs::Given(pairs.collect::<Outcome<Vec<_>>>()?.into_iter())
        } else {
            return Ok(None);
        };
        Ok(Some(Entries { of, pairs, current: None }))
    }

    pub(super) fn len(&self) -> usize {
        self.pairs.len()
    }

    /// The entry, if there is one and no more.
    pub(super) fn only(mut self) -> Option<Pair<'py>> {
        if self.len() == 1 { self.pairs.next() } else { None }
    }

    /// Nothing may be left.
    pub(super) fn finish(mut self) -> Result<(), Error> {
        match self.pairs.next() {
            None => Ok(()),
            Some((key, _)) => Err(ValueError::new(format!("unexpected key {key:?}")).into()),
        }
    }
}

impl<'de> de::MapAccess<'de> for &mut Entries<'_, '_> {
    type Error = Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Error> {
        let Some((key, value)) = self.pairs.next() else { return Ok(None) };
        let read = seed.deserialize(self.of.of(&key)).map_err(Error::in_key)?;
        self.current = Some((key, value));
        Ok(Some(read))
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Error> {
        let Some((key, value)) = self.current.take() else {
            return Err(de::Error::custom("a value of a mapping was asked for before its key"));
        };
        seed.deserialize(self.of.of(&value)).map_err(|error| error.in_value(&key))
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.pairs.len())
    }
}

/// A variant of an enum: `'Name'`, or `{'Name': content}`.
pub(super) struct Variant<'a, 'py> {
    of: Deserializer<'a, 'py>,
    name: Owned<'py, Any>,
    content: Option<Owned<'py, Any>>,
}

impl<'a, 'py> Variant<'a, 'py> {
    #[track_caller]
    pub(super) fn alone(of: Deserializer<'a, 'py>) -> Self {
        Variant { of, name: of.object().clone(), content: None }
    }

    pub(super) fn with(of: Deserializer<'a, 'py>, name: Owned<'py, Any>, content: Owned<'py, Any>) -> Self {
        Variant { of, name, content: Some(content) }
    }

    /// Reads the content; `what` it should be, for the message where there is none.
    fn read<R>(self, what: &str, read: impl FnOnce(Deserializer<'_, 'py>) -> Result<R, Error>) -> Result<R, Error> {
        let Some(content) = &self.content else {
            let name = &self.name;
            return Err(ValueError::new(format!("expected {{{name:?}: …}} with {what}, got {name:?}")).into());
        };
        read(self.of.of(content)).map_err(|error| error.in_value(&self.name))
    }
}

impl<'de> de::EnumAccess<'de> for Variant<'_, '_> {
    type Error = Error;
    type Variant = Self;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Self), Error> {
        let which = seed.deserialize(self.of.of(&self.name))?;
        Ok((which, self))
    }
}

impl<'de> de::VariantAccess<'de> for Variant<'_, '_> {
    type Error = Error;

    fn unit_variant(self) -> Result<(), Error> {
        match &self.content {
            None => Ok(()),
            Some(content) => {
                <()>::from_py(content.as_borrowed()).map_err(|error| Error::from(error).in_value(&self.name))
            }
        }
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, Error> {
        self.read("a value", |content| seed.deserialize(content))
    }

    fn tuple_variant<V: Visitor<'de>>(self, length: usize, visitor: V) -> Result<V::Value, Error> {
        self.read("a sequence", |content| de::Deserializer::deserialize_tuple(content, length, visitor))
    }

    fn struct_variant<V: Visitor<'de>>(self, fields: &'static [&'static str], visitor: V) -> Result<V::Value, Error> {
        self.read("a dict", |content| de::Deserializer::deserialize_struct(content, "", fields, visitor))
    }
}
