//! What an item is made of, as Rust knows it: numbers, arrays of them, structs.

use core::ffi::CStr;
use core::fmt::{self, Write as _};
use std::borrow::Cow;
use std::ffi::CString;

/// What a number is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Signed,
    Unsigned,
    Float,
    /// One byte; any but 0 is true.
    Bool,
}

/// The format of an [`Element`](super::Element): a number, an array, or the fields of a struct and where they lie.
///
/// It is written as PEP 3118 has it ([`Format::to_c_string`]), and for people by [`Display`](fmt::Display).
///
/// ```
/// use owned::types::Element;
///
/// #[derive(Clone, Copy, Element)]
/// #[repr(C)]
/// struct Sample {
///     at: u32,
///     place: [f64; 2],
/// }
///
/// assert_eq!(Sample::FORMAT.to_c_string().to_str(), Ok("T{=I:at:4x(2)=d:place:}"));
/// assert_eq!(Sample::FORMAT.to_string(), "Sample { at: u32, place: [f64; 2] }");
/// ```
#[derive(Debug, PartialEq, Eq)]
pub struct Format(pub(super) Made);

/// What it is made of.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Made {
    Number(Kind, usize),
    Array(&'static Format, usize),
    Struct { name: &'static str, size: usize, fields: &'static [Field] },
}

/// A field of a struct, for [`Format::structure`].
///
/// ```
/// use owned::types::{Element, Field, Format};
///
/// static FIELDS: [Field; 2] = [Field::new(Some("at"), 0, u32::FORMAT), Field::new(Some("x"), 8, f64::FORMAT)];
/// assert_eq!(Format::structure("Sample", 16, &FIELDS).to_string(), "Sample { at: u32, x: f64 }");
/// ```
#[derive(Debug, PartialEq, Eq)]
pub struct Field {
    pub(super) name: Option<&'static str>,
    pub(super) offset: usize,
    pub(super) format: &'static Format,
}

impl Field {
    /// A field of this name, or of none, so many bytes from the start of its struct.
    ///
    /// ```
    /// use owned::types::{Element, Field, Format};
    ///
    /// static FIELDS: [Field; 1] = [Field::new(None, 0, u32::FORMAT)]; // of a tuple struct
    /// assert_eq!(Format::structure("Id", 4, &FIELDS).to_string(), "Id { 0: u32 }");
    /// ```
    pub const fn new(name: Option<&'static str>, offset: usize, format: &'static Format) -> Self {
        Field { name, offset, format }
    }
}

impl Format {
    pub(super) const fn number(kind: Kind, size: usize) -> Self {
        Format(Made::Number(kind, size))
    }

    /// So many items, one after another.
    ///
    /// ```
    /// use owned::types::{Element, Format};
    ///
    /// let pair = Format::array(f64::FORMAT, 2);
    /// assert_eq!(&pair, <[f64; 2]>::FORMAT);
    /// ```
    ///
    /// # Panics
    /// If there are none: an item has a size.
    pub const fn array(item: &'static Format, count: usize) -> Self {
        assert!(count > 0, "an array of no items is no element of a buffer: its size is 0");
        Format(Made::Array(item, count))
    }

    /// A struct of this name and size, with its fields in the order in which they lie.
    ///
    /// ```
    /// use owned::types::{Element, Field, Format};
    ///
    /// static FIELDS: [Field; 1] = [Field::new(Some("x"), 8, f64::FORMAT)];
    /// let format = Format::structure("Late", 16, &FIELDS);
    /// assert_eq!(format.to_c_string().to_str(), Ok("T{8x=d:x:}"));
    /// ```
    ///
    /// # Panics
    /// If a field begins before the one before it ends, or the last ends behind the struct.
    pub const fn structure(name: &'static str, size: usize, fields: &'static [Field]) -> Self {
        assert!(!fields.is_empty(), "a struct without fields is no element of a buffer: its size is 0");
        let (mut at, mut end) = (0, 0);
        while at < fields.len() {
            assert!(fields[at].offset >= end, "the fields are in the order in which they lie");
            end = fields[at].offset + fields[at].format.size();
            at += 1;
        }
        assert!(end <= size, "the fields lie in the struct");
        Format(Made::Struct { name, size, fields })
    }

    /// Bytes of an item.
    ///
    /// ```
    /// use owned::types::Element;
    /// assert_eq!(<[f64; 3]>::FORMAT.size(), 24);
    /// ```
    pub const fn size(&self) -> usize {
        match self.0 {
            Made::Number(_, size) | Made::Struct { size, .. } => size,
            Made::Array(item, count) => item.size() * count,
        }
    }

    /// Whether there are bytes that belong to no field.
    ///
    /// ```
    /// use owned::types::Element;
    ///
    /// #[derive(Clone, Copy, Element)]
    /// #[repr(C)]
    /// struct Gap {
    ///     small: u8,
    ///     large: u32,
    /// }
    /// assert!(Gap::FORMAT.has_padding() && !u32::FORMAT.has_padding());
    /// ```
    pub const fn has_padding(&self) -> bool {
        match self.0 {
            Made::Number(..) => false,
            Made::Array(item, _) => item.has_padding(),
            Made::Struct { size, fields, .. } => {
                let (mut at, mut end) = (0, 0);
                while at < fields.len() {
                    if fields[at].offset != end || fields[at].format.has_padding() {
                        return true;
                    }
                    end += fields[at].format.size();
                    at += 1;
                }
                end != size
            }
        }
    }

    /// Calls `each` with the place and size of whatever belongs to a field, from `start` on.
    pub(super) fn each_part(&self, start: usize, each: &mut impl FnMut(usize, usize)) {
        match self.0 {
            _ if !self.has_padding() => each(start, self.size()),
            Made::Number(_, size) => each(start, size),
            Made::Array(item, count) => (0..count).for_each(|at| item.each_part(start + at * item.size(), each)),
            Made::Struct { fields, .. } => {
                fields.iter().for_each(|field| field.format.each_part(start + field.offset, each));
            }
        }
    }

    /// The number that an item is, if it is one.
    pub(crate) fn as_number(&self) -> Option<(Kind, usize)> {
        match self.0 {
            Made::Number(kind, size) => Some((kind, size)),
            Made::Array(..) | Made::Struct { .. } => None,
        }
    }

    /// The format as PEP 3118 writes it: a letter for a number; for a struct its fields with their names, and what lies
    /// between them.
    ///
    /// ```
    /// use owned::types::Element;
    /// assert_eq!(<[f64; 2]>::FORMAT.to_c_string().to_str(), Ok("(2)d"));
    /// ```
    pub fn to_c_string(&self) -> Cow<'static, CStr> {
        if let Made::Number(kind, size) = self.0 {
            return Cow::Borrowed(letter(kind, size));
        }
        let mut text = String::new();
        self.write(&mut text, false);
        Cow::Owned(CString::new(text).expect("neither letters nor identifiers have a NUL"))
    }

    /// `inside` a struct sizes are those of the standard, and nothing is aligned: so the offsets are as they are said.
    fn write(&self, text: &mut String, inside: bool) {
        match self.0 {
            Made::Number(kind, size) => {
                let order = if inside { "=" } else { "" };
                *text += order;
                *text += letter(kind, size).to_str().expect("a letter");
            }
            Made::Array(..) => {
                let (dimensions, item) = self.dimensions();
                let all: Vec<String> = dimensions.iter().map(usize::to_string).collect();
                *text += &format!("({})", all.join(","));
                item.write(text, inside);
            }
            Made::Struct { size, fields, .. } => {
                *text += "T{";
                let mut end = 0;
                for field in fields {
                    pad(text, field.offset - end);
                    field.format.write(text, true);
                    if let Some(name) = field.name {
                        *text += &format!(":{name}:");
                    }
                    end = field.offset + field.format.size();
                }
                pad(text, size - end);
                *text += "}";
            }
        }
    }

    /// How many items along each dimension, the outermost first, and what they are.
    pub(super) fn dimensions(&self) -> (Vec<usize>, &Format) {
        let (mut dimensions, mut item) = (Vec::new(), self);
        while let Made::Array(inner, count) = item.0 {
            dimensions.push(count);
            item = inner;
        }
        (dimensions, item)
    }
}

fn pad(text: &mut String, bytes: usize) {
    match bytes {
        0 => {}
        1 => *text += "x",
        _ => *text += &format!("{bytes}x"),
    }
}

/// A number's letter, the same in the native sizes and in those of the standard. (`n` and `N` would be known to few.)
const fn letter(kind: Kind, size: usize) -> &'static CStr {
    match (kind, size) {
        (Kind::Bool, _) => c"?",
        (Kind::Signed, 1) => c"b",
        (Kind::Signed, 2) => c"h",
        (Kind::Signed, 4) => c"i",
        (Kind::Signed, _) => c"q",
        (Kind::Unsigned, 1) => c"B",
        (Kind::Unsigned, 2) => c"H",
        (Kind::Unsigned, 4) => c"I",
        (Kind::Unsigned, _) => c"Q",
        (Kind::Float, 4) => c"f",
        (Kind::Float, _) => c"d",
    }
}

impl Kind {
    /// What a number of this kind and size is called in Rust.
    pub(super) fn name(self, size: usize) -> String {
        match self {
            Kind::Signed => format!("i{}", size * 8),
            Kind::Unsigned => format!("u{}", size * 8),
            Kind::Float => format!("f{}", size * 8),
            Kind::Bool => "bool".to_owned(),
        }
    }
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Made::Number(kind, size) => f.write_str(&kind.name(size)),
            Made::Array(item, count) => write!(f, "[{item}; {count}]"),
            Made::Struct { name, fields, .. } => {
                write!(f, "{name} {{ ")?;
                for (at, field) in fields.iter().enumerate() {
                    let comma = if at > 0 { ", " } else { "" };
                    match field.name {
                        Some(name) => write!(f, "{comma}{name}: {}", field.format)?,
                        None => write!(f, "{comma}{at}: {}", field.format)?,
                    }
                }
                f.write_char(' ')?;
                f.write_char('}')
            }
        }
    }
}
