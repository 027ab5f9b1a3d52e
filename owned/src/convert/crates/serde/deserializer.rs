//! From objects to values.

use ::serde::de::{self, Visitor};

use super::access::{Entries, Items, Variant};
use super::error::Error;
use crate::convert::FromPy;
use crate::convert::depth::{deeper, too_deep};
use crate::convert::std::ints::index;
use crate::err::{OverflowError, TypeError, ValueError};
use crate::object::{Bool, ByteArray, Bytes, Dict, Float, FrozenSet, Int, List, Mapping, Set, Str, Tuple};
use crate::ptr::{Any, Owned};

/// Reads one object.
#[derive(Clone, Copy)]
pub(super) struct Deserializer<'a, 'py> {
    object: &'a Owned<'py, Any>,
    /// How many objects that were asked for what they are this one is in.
    described: u8,
}

/// What is asked for what it is, serde may keep, and read again by code of its own, which does not look at the stack: so
/// the depth of that has a bound.
const DEEPEST: u8 = 128;

impl<'a, 'py> Deserializer<'a, 'py> {
    pub(super) fn new(object: &'a Owned<'py, Any>) -> Self {
        Deserializer { object, described: 0 }
    }

    /// For something inside.
    pub(super) fn of<'b>(&self, object: &'b Owned<'py, Any>) -> Deserializer<'b, 'py> {
        Deserializer { object, described: self.described }
    }

    pub(super) fn object(&self) -> &'a Owned<'py, Any> {
        self.object
    }

    /// Refuses to go deeper where the stack is nearly full: an object can contain itself, and so can a type.
    fn enter(&self) -> Result<(), Error> {
        Ok(deeper(self.object.py())?)
    }

    #[cold]
    fn expected(&self, what: &str) -> Error {
        TypeError::new(format!("expected {what}, got {}", self.object.type_name())).into()
    }

    /// What can be iterated, of this length if one is said.
    fn sequence<'de, V: Visitor<'de>>(self, exactly: Option<usize>, visitor: V) -> Result<V::Value, Error> {
        self.enter()?;
        let mut items = Items::of(self, exactly)?;
        let value = visitor.visit_seq(&mut items)?;
        items.finish()?;
        Ok(value)
    }

    fn mapping<'de, V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.enter()?;
        let Some(mut entries) = Entries::of(self)? else { return Err(self.expected("dict")) };
        let value = visitor.visit_map(&mut entries)?;
        entries.finish()?;
        Ok(value)
    }

    /// The smallest type of 64 bits or more that holds it: `i64`, `u64`, `i128`, `u128`.
    fn integer<'de, V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        let int = index(self.object.as_borrowed())?;
        if let Ok(small) = int.small() {
            return visitor.visit_i64(small);
        }
        if let Ok(large) = int.to_u64() {
            return visitor.visit_u64(large);
        }
        match (int.to_i128(), int.to_u128()) {
            (Ok(wide), _) => visitor.visit_i128(wide),
            (_, Ok(large)) => visitor.visit_u128(large),
            (Err(_), Err(_)) => Err(OverflowError::new("an int does not fit in 128 bits").into()),
        }
    }

    fn text<'de, V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_str(<&str>::from_py(self.object.as_borrowed())?)
    }

    /// Bytes, if these are some.
    fn bytes<'de, V: Visitor<'de>>(self, visitor: V) -> Result<Result<V::Value, V>, Error> {
        if let Ok(bytes) = self.object.as_borrowed().downcast::<Bytes>() {
            return visitor.visit_bytes(bytes.as_bytes()).map(Ok);
        }
        if let Ok(bytes) = self.object.as_borrowed().downcast::<ByteArray>() {
            return visitor.visit_byte_buf(bytes.to_vec()?).map(Ok);
        }
        Ok(Err(visitor))
    }
}

macro_rules! scalars {
    ($($method:ident: $type:ty => $visit:ident;)*) => { $(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
            visitor.$visit(<$type>::from_py(self.object.as_borrowed())?)
        }
    )* };
}

impl<'de> de::Deserializer<'de> for Deserializer<'_, '_> {
    type Error = Error;

    scalars! {
        deserialize_bool: bool => visit_bool;
        deserialize_i8: i8 => visit_i8;
        deserialize_i16: i16 => visit_i16;
        deserialize_i32: i32 => visit_i32;
        deserialize_i64: i64 => visit_i64;
        deserialize_i128: i128 => visit_i128;
        deserialize_u8: u8 => visit_u8;
        deserialize_u16: u16 => visit_u16;
        deserialize_u32: u32 => visit_u32;
        deserialize_u64: u64 => visit_u64;
        deserialize_u128: u128 => visit_u128;
        deserialize_f32: f32 => visit_f32;
        deserialize_f64: f64 => visit_f64;
        deserialize_char: char => visit_char;
    }

    /// For types that ask what there is, as untagged and internally tagged enums and flattened fields do.
    fn deserialize_any<V: Visitor<'de>>(mut self, visitor: V) -> Result<V::Value, Error> {
        let object = self.object;
        if object.is_none() {
            return visitor.visit_unit();
        }
        if object.is_a::<Str>() {
            return self.text(visitor);
        }
        if let Ok(value) = object.as_borrowed().downcast::<Bool>() {
            return visitor.visit_bool(value.value());
        }
        if object.is_a::<Int>() {
            return self.integer(visitor);
        }
        if let Ok(value) = object.as_borrowed().downcast::<Float>() {
            return visitor.visit_f64(value.value());
        }
        let visitor = match self.bytes(visitor)? {
            Ok(value) => return Ok(value),
            Err(visitor) => visitor,
        };
        if self.described == DEEPEST {
            return Err(too_deep(object.py()).into());
        }
        self.described += 1;
        if object.is_a::<Dict>() || object.is_a::<Mapping>() {
            return self.mapping(visitor);
        }
        let is_sequence =
            object.is_a::<List>() || object.is_a::<Tuple>() || object.is_a::<Set>() || object.is_a::<FrozenSet>();
        if !is_sequence && object.is_index() {
            return self.integer(visitor);
        }
        self.sequence(None, visitor)
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.text(visitor)
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.text(visitor)
    }

    fn deserialize_bytes<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.bytes(visitor)? {
            Ok(value) => Ok(value),
            Err(visitor) => self.sequence(None, visitor),
        }
    }

    fn deserialize_byte_buf<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_bytes(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.enter()?;
        if self.object.is_none() { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_unit<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        <()>::from_py(self.object.as_borrowed())?;
        visitor.visit_unit()
    }

    fn deserialize_unit_struct<V: Visitor<'de>>(self, _name: &'static str, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_unit(visitor)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _name: &'static str, visitor: V) -> Result<V::Value, Error> {
        self.enter()?;
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.sequence(None, visitor)
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, length: usize, visitor: V) -> Result<V::Value, Error> {
        self.sequence(Some(length), visitor)
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        length: usize,
        visitor: V,
    ) -> Result<V::Value, Error> {
        self.sequence(Some(length), visitor)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.mapping(visitor)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        self.mapping(visitor)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        _variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        self.enter()?;
        if self.object.is_a::<Str>() {
            return visitor.visit_enum(Variant::alone(self));
        }
        let Some(entries) = Entries::of(self)? else { return Err(self.expected("str or dict")) };
        let count = entries.len();
        match entries.only() {
            Some((variant, content)) => visitor.visit_enum(Variant::with(self, variant, content)),
            None => {
                let what = format!("expected a dict with one key, a variant of {name}, got one with {count}");
                Err(ValueError::new(what).into())
            }
        }
    }

    /// The name of a field or a variant. Flattened maps have keys of other types.
    fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_any(visitor)
    }

    /// Nothing is read: whatever it is, it is not wanted.
    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_unit()
    }
}
