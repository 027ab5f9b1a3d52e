//! From values to objects.

use ::serde::ser::{self, Error as _, Serialize};

use super::error::Error;
use crate::convert::IntoPy;
use crate::convert::depth::deeper;
use crate::object::{Bytes, Dict, List, Str, Tuple};
use crate::ptr::{Any, Owned};
use crate::token::Python;

type Made<'py> = Result<Owned<'py, Any>, Error>;

/// Makes objects. What is made owns what is in it, so an error on the way leaves nothing behind.
#[derive(Clone, Copy)]
pub(super) struct Serializer<'py> {
    py: Python<'py>,
}

impl<'py> Serializer<'py> {
    pub(super) fn new(py: Python<'py>) -> Self {
        Serializer { py }
    }

    #[track_caller]
    fn give(self, value: impl IntoPy<'py>) -> Made<'py> {
        Ok(value.into_any(self.py)?)
    }

    /// Refuses to go deeper where the stack is nearly full: pointers of Rust can lead in a circle.
    fn enter(self) -> Result<(), Error> {
        Ok(deeper(self.py)?)
    }

    fn items(
        self,
        becomes: Becomes,
        length: Option<usize>,
        variant: Option<&'static str>,
    ) -> Result<Items<'py>, Error> {
        self.enter()?;
        // The length is the word of the type's `Serialize`.
        let items = Vec::with_capacity(length.unwrap_or(0).min(1024));
        Ok(Items { to: self, becomes, items, variant })
    }

    fn entries(self, variant: Option<&'static str>) -> Result<Entries<'py>, Error> {
        self.enter()?;
        Ok(Entries { to: self, dict: Dict::empty(self.py)?, key: None, variant })
    }

    /// `{'Variant': content}`, if it is of a variant.
    fn of_variant(self, variant: Option<&'static str>, content: Owned<'py, Any>) -> Made<'py> {
        let Some(variant) = variant else { return Ok(content) };
        let dict = Dict::empty(self.py)?;
        dict.put(&Str::intern(self.py, variant)?, &content)?;
        Ok(dict.into_any())
    }
}

macro_rules! scalars {
    ($($method:ident: $type:ty;)*) => { $(
        fn $method(self, value: $type) -> Made<'py> {
            self.give(value)
        }
    )* };
}

impl<'py> ser::Serializer for Serializer<'py> {
    type Ok = Owned<'py, Any>;
    type Error = Error;
    type SerializeSeq = Items<'py>;
    type SerializeTuple = Items<'py>;
    type SerializeTupleStruct = Items<'py>;
    type SerializeTupleVariant = Items<'py>;
    type SerializeMap = Entries<'py>;
    type SerializeStruct = Entries<'py>;
    type SerializeStructVariant = Entries<'py>;

    scalars! {
        serialize_bool: bool;
        serialize_i8: i8;
        serialize_i16: i16;
        serialize_i32: i32;
        serialize_i64: i64;
        serialize_i128: i128;
        serialize_u8: u8;
        serialize_u16: u16;
        serialize_u32: u32;
        serialize_u64: u64;
        serialize_u128: u128;
        serialize_f32: f32;
        serialize_f64: f64;
        serialize_char: char;
        serialize_str: &str;
    }

    fn serialize_bytes(self, value: &[u8]) -> Made<'py> {
        Ok(Bytes::new(self.py, value)?.into_any())
    }

    fn serialize_none(self) -> Made<'py> {
        Ok(self.py.none())
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Made<'py> {
        self.enter()?;
        value.serialize(self)
    }

    fn serialize_unit(self) -> Made<'py> {
        Ok(self.py.none())
    }

    fn serialize_unit_struct(self, _name: &'static str) -> Made<'py> {
        Ok(self.py.none())
    }

    fn serialize_unit_variant(self, _name: &'static str, _index: u32, variant: &'static str) -> Made<'py> {
        Ok(Str::intern(self.py, variant)?.into_any())
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _name: &'static str, value: &T) -> Made<'py> {
        self.enter()?;
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _name: &'static str,
        _index: u32,
        variant: &'static str,
        value: &T,
    ) -> Made<'py> {
        self.enter()?;
        let content = value.serialize(self).map_err(|error| error.in_field(variant))?;
        self.of_variant(Some(variant), content)
    }

    fn serialize_seq(self, length: Option<usize>) -> Result<Items<'py>, Error> {
        self.items(Becomes::List, length, None)
    }

    fn serialize_tuple(self, length: usize) -> Result<Items<'py>, Error> {
        self.items(Becomes::Tuple, Some(length), None)
    }

    fn serialize_tuple_struct(self, _name: &'static str, length: usize) -> Result<Items<'py>, Error> {
        self.items(Becomes::Tuple, Some(length), None)
    }

    fn serialize_tuple_variant(
        self,
        _name: &'static str,
        _index: u32,
        variant: &'static str,
        length: usize,
    ) -> Result<Items<'py>, Error> {
        self.items(Becomes::Tuple, Some(length), Some(variant))
    }

    fn serialize_map(self, _length: Option<usize>) -> Result<Entries<'py>, Error> {
        self.entries(None)
    }

    fn serialize_struct(self, _name: &'static str, _length: usize) -> Result<Entries<'py>, Error> {
        self.entries(None)
    }

    fn serialize_struct_variant(
        self,
        _name: &'static str,
        _index: u32,
        variant: &'static str,
        _length: usize,
    ) -> Result<Entries<'py>, Error> {
        self.entries(Some(variant))
    }
}

/// What a sequence becomes.
enum Becomes {
    List,
    Tuple,
}

/// A sequence that is being made. The object itself is made at the end, so nobody sees half of it.
pub(super) struct Items<'py> {
    to: Serializer<'py>,
    becomes: Becomes,
    items: Vec<Owned<'py, Any>>,
    variant: Option<&'static str>,
}

impl<'py> Items<'py> {
    fn push<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        let item = value.serialize(self.to).map_err(|error| {
            let error = error.in_item(self.items.len());
            self.variant.into_iter().fold(error, Error::in_field)
        })?;
        self.items.push(item);
        Ok(())
    }

    fn finish(self) -> Made<'py> {
        let content = match self.becomes {
            Becomes::List => List::from_vec(self.to.py, self.items)?.into_any(),
            Becomes::Tuple => Tuple::from_vec(self.to.py, self.items)?.into_any(),
        };
        self.to.of_variant(self.variant, content)
    }
}

macro_rules! sequences {
    ($($trait:ident: $push:ident;)*) => { $(
        impl<'py> ser::$trait for Items<'py> {
            type Ok = Owned<'py, Any>;
            type Error = Error;

            fn $push<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
                self.push(value)
            }

            fn end(self) -> Made<'py> {
                self.finish()
            }
        }
    )* };
}
sequences! {
    SerializeSeq: serialize_element;
    SerializeTuple: serialize_element;
    SerializeTupleStruct: serialize_field;
    SerializeTupleVariant: serialize_field;
}

/// A dict that is being made.
pub(super) struct Entries<'py> {
    to: Serializer<'py>,
    dict: Owned<'py, Dict>,
    key: Option<Owned<'py, Any>>,
    variant: Option<&'static str>,
}

impl<'py> Entries<'py> {
    fn put<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Result<(), Error> {
        let value = value.serialize(self.to).map_err(|error| {
            let error = error.in_field(name);
            self.variant.into_iter().fold(error, Error::in_field)
        })?;
        // Names of fields come again and again.
        Ok(self.dict.put(&Str::intern(self.to.py, name)?, &value)?)
    }

    fn finish(self) -> Made<'py> {
        self.to.of_variant(self.variant, self.dict.into_any())
    }
}

impl<'py> ser::SerializeMap for Entries<'py> {
    type Ok = Owned<'py, Any>;
    type Error = Error;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Error> {
        self.key = Some(key.serialize(self.to).map_err(Error::in_key)?);
        Ok(())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        let Some(key) = self.key.take() else { return Err(Error::custom("a value of a map came before its key")) };
        let value = value.serialize(self.to).map_err(|error| error.in_value(&key))?;
        self.dict.put(&key, &value).map_err(|error| Error::from(error).in_value(&key))
    }

    fn end(self) -> Made<'py> {
        self.finish()
    }
}

macro_rules! structs {
    ($($trait:ident)*) => { $(
        impl<'py> ser::$trait for Entries<'py> {
            type Ok = Owned<'py, Any>;
            type Error = Error;

            fn serialize_field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Result<(), Error> {
                self.put(name, value)
            }

            fn end(self) -> Made<'py> {
                self.finish()
            }
        }
    )* };
}
structs!(SerializeStruct SerializeStructVariant);
