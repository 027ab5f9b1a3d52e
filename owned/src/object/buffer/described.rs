//! The format of an exporter's items, read: what PEP 3118 lets it say, in whichever spelling.

use core::ffi::{c_int, c_long, c_longlong, c_short};
use core::fmt;

use super::format::Kind;

/// What an item is, as its exporter describes it.
#[derive(Debug, PartialEq)]
pub(super) struct Described {
    pub(super) made: Made,
    pub(super) size: usize,
    align: usize,
}

/// What it is made of.
#[derive(Debug, PartialEq)]
pub(super) enum Made {
    Number {
        kind: Kind,
        /// Its bytes lie the other way round than this machine has them.
        swapped: bool,
    },
    /// Something that no element is.
    Other(&'static str),
    Array(Box<Described>, usize),
    Struct(Vec<Member>),
}

/// A field.
#[derive(Debug, PartialEq)]
pub(super) struct Member {
    pub(super) name: Option<String>,
    pub(super) offset: usize,
    pub(super) item: Described,
}

/// Where fields are taken to lie.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Lying {
    /// As is said: aligned where the sizes are native, one after another else.
    AsSaid,
    /// So, but no struct is made longer for its alignment.
    Tight,
    /// As C would have them, whatever is said: `ctypes` wrote no padding before Python 3.12.
    AsInC,
}

/// Deeper than anybody nests them, and shallow enough for any stack.
const DEEPEST: usize = 32;

/// As many dimensions as C code has room for.
const MOST_DIMENSIONS: usize = 64;

/// Reads a format; says what cannot be read in it.
pub(super) fn read(format: &[u8], lying: Lying) -> Result<Described, String> {
    let mut reader = Reader { rest: format, order: b'@', lying };
    let described = reader.sequence(0)?;
    match reader.rest {
        [] => Ok(described),
        _ => Err("a `}` opens nowhere".to_owned()),
    }
}

struct Reader<'a> {
    rest: &'a [u8],
    /// The last of `@=<>!^` that there was.
    order: u8,
    lying: Lying,
}

impl Reader<'_> {
    fn next_if(&mut self, is: impl Fn(u8) -> bool) -> Option<u8> {
        let (&first, rest) = self.rest.split_first()?;
        is(first).then(|| {
            self.rest = rest;
            first
        })
    }

    fn takes(&mut self, one: u8) -> bool {
        self.next_if(|byte| byte == one).is_some()
    }

    fn spaces(&mut self) {
        while self.next_if(|byte| byte.is_ascii_whitespace()).is_some() {}
    }

    /// Items up to the end, or to a `}`, which is left there. A single one without a name is itself, several are a struct.
    fn sequence(&mut self, depth: usize) -> Result<Described, String> {
        if depth > DEEPEST {
            return Err(format!("structs are nested deeper than {DEEPEST} times"));
        }
        let (mut members, mut end, mut align, mut padded) = (Vec::new(), 0_usize, 1, false);
        loop {
            self.spaces();
            if self.rest.first().is_none_or(|&byte| byte == b'}') {
                break;
            }
            let (dimensions, count) = self.before_item()?;
            if self.takes(b'x') {
                end = sum(end, product(count.unwrap_or(1), each(&dimensions)?)?)?;
                // Padding may have a name, which says nothing.
                self.name()?;
                padded = true;
                continue;
            }
            let item = self.item(count, &dimensions, depth)?;
            let name = self.name()?;
            if self.aligns() {
                end = up_to(end, item.align)?;
                align = align.max(item.align);
            }
            let offset = end;
            end = sum(end, item.size)?;
            members.push(Member { name, offset, item });
        }
        match &mut members[..] {
            [] if depth == 0 && !padded => Err("it is empty".to_owned()),
            [Member { name: None, offset: 0, .. }] if depth == 0 && !padded => {
                Ok(members.pop().expect("there is one").item)
            }
            _ => {
                if depth > 0 && self.aligns() && self.lying != Lying::Tight || self.lying == Lying::AsInC {
                    end = up_to(end, align)?;
                }
                Ok(Described { made: Made::Struct(members), size: end, align })
            }
        }
    }

    fn aligns(&self) -> bool {
        self.order == b'@' || self.lying == Lying::AsInC
    }

    /// What may stand before the letter: a byte order, a shape in parentheses, a count.
    fn before_item(&mut self) -> Result<(Vec<usize>, Option<usize>), String> {
        let mut dimensions = Vec::new();
        loop {
            self.spaces();
            if let Some(order) = self.next_if(|byte| b"@=<>!^".contains(&byte)) {
                self.order = order;
            } else if self.takes(b'(') {
                loop {
                    self.spaces();
                    dimensions.push(self.digits()?.ok_or("a shape has no number")?);
                    self.spaces();
                    if dimensions.len() > MOST_DIMENSIONS {
                        return Err(format!("an array has more than {MOST_DIMENSIONS} dimensions"));
                    }
                    if self.takes(b')') {
                        break;
                    }
                    if !self.takes(b',') {
                        return Err("a shape does not end".to_owned());
                    }
                }
            } else {
                break;
            }
        }
        Ok((dimensions, self.digits()?))
    }

    fn digits(&mut self) -> Result<Option<usize>, String> {
        let mut number = None;
        while let Some(digit) = self.next_if(|byte| byte.is_ascii_digit()) {
            number = Some(sum(product(number.unwrap_or(0), 10)?, usize::from(digit - b'0'))?);
        }
        Ok(number)
    }

    fn name(&mut self) -> Result<Option<String>, String> {
        self.spaces();
        if !self.takes(b':') {
            return Ok(None);
        }
        let length = self.rest.iter().position(|&byte| byte == b':').ok_or("a name does not end")?;
        let name = String::from_utf8_lossy(&self.rest[..length]).into_owned();
        self.rest = &self.rest[length + 1..];
        Ok(Some(name))
    }

    fn item(&mut self, count: Option<usize>, dimensions: &[usize], depth: usize) -> Result<Described, String> {
        let letter = self.next_if(|_| true).ok_or("it ends before a letter")?;
        let (mut item, is_text) = self.letter(letter, count, depth)?;
        let repeated = count.filter(|_| !is_text);
        for count in dimensions.iter().copied().chain(repeated).rev() {
            let size = product(item.size, count)?;
            let align = item.align;
            item = Described { made: Made::Array(Box::new(item), count), size, align };
        }
        Ok(item)
    }

    /// The item of a letter, and whether a count before it is its length.
    fn letter(&mut self, letter: u8, count: Option<usize>, depth: usize) -> Result<(Described, bool), String> {
        let other = |what, size, align| Described { made: Made::Other(what), size, align };
        let item = match letter {
            b'T' if self.takes(b'{') => {
                let fields = self.sequence(depth + 1)?;
                if !self.takes(b'}') {
                    return Err("a struct does not end".to_owned());
                }
                fields
            }
            b'&' => {
                let (dimensions, count) = self.before_item()?;
                if depth > DEEPEST {
                    return Err(format!("pointers are nested deeper than {DEEPEST} times"));
                }
                self.item(count, &dimensions, depth + 1)?;
                other("a pointer", size_of::<usize>(), align_of::<usize>())
            }
            b'X' if self.takes(b'{') => {
                let length = self.rest.iter().position(|&byte| byte == b'}').ok_or("a function does not end")?;
                self.rest = &self.rest[length + 1..];
                other("a pointer to a function", size_of::<usize>(), align_of::<usize>())
            }
            b'Z' => {
                let part = self.next_if(|byte| b"fdg".contains(&byte)).ok_or("a complex number has no letter")?;
                let (part, _) = self.letter(part, None, depth)?;
                other("a complex number", part.size * 2, part.align)
            }
            b's' | b'p' => return Ok((other("a text of bytes", count.unwrap_or(1), 1), true)),
            b'w' | b'u' => return Ok((other("a text", product(count.unwrap_or(1), 4)?, 4), true)),
            b'P' => other("a pointer", size_of::<usize>(), align_of::<usize>()),
            b'O' => other("a Python object", size_of::<usize>(), align_of::<usize>()),
            b'e' => other("a float of 2 bytes", 2, 2),
            b'g' => other("a long double", 16, 16),
            letter => self.number(letter)?,
        };
        Ok((item, false))
    }

    fn number(&self, letter: u8) -> Result<Described, String> {
        let native = matches!(self.order, b'@' | b'^');
        // The byte orders have sizes of their own, the same on every machine.
        let sized = |own: usize, standard: usize| if native { own } else { standard };
        let (kind, size) = match letter {
            b'?' => (Kind::Bool, 1),
            b'b' => (Kind::Signed, 1),
            b'B' | b'c' => (Kind::Unsigned, 1),
            b'h' => (Kind::Signed, sized(size_of::<c_short>(), 2)),
            b'H' => (Kind::Unsigned, sized(size_of::<c_short>(), 2)),
            b'i' => (Kind::Signed, sized(size_of::<c_int>(), 4)),
            b'I' => (Kind::Unsigned, sized(size_of::<c_int>(), 4)),
            b'l' => (Kind::Signed, sized(size_of::<c_long>(), 4)),
            b'L' => (Kind::Unsigned, sized(size_of::<c_long>(), 4)),
            b'q' => (Kind::Signed, sized(size_of::<c_longlong>(), 8)),
            b'Q' => (Kind::Unsigned, sized(size_of::<c_longlong>(), 8)),
            b'n' if native => (Kind::Signed, size_of::<isize>()),
            b'N' if native => (Kind::Unsigned, size_of::<usize>()),
            b'f' => (Kind::Float, 4),
            b'd' => (Kind::Float, 8),
            other => return Err(format!("`{}` is no letter of a format", char::from(other).escape_default())),
        };
        let foreign = match self.order {
            b'<' => cfg!(target_endian = "big"),
            b'>' | b'!' => cfg!(target_endian = "little"),
            _ => false,
        };
        // The order of the bytes of one byte does not matter.
        let swapped = foreign && size > 1;
        Ok(Described { made: Made::Number { kind, swapped }, size, align: size })
    }
}

/// How many items the dimensions have together.
fn each(dimensions: &[usize]) -> Result<usize, String> {
    dimensions.iter().try_fold(1, |all, &count| product(all, count))
}

fn sum(left: usize, right: usize) -> Result<usize, String> {
    left.checked_add(right).filter(|&sum| isize::try_from(sum).is_ok()).ok_or_else(too_large)
}

fn product(left: usize, right: usize) -> Result<usize, String> {
    left.checked_mul(right).filter(|&product| isize::try_from(product).is_ok()).ok_or_else(too_large)
}

fn up_to(end: usize, align: usize) -> Result<usize, String> {
    Ok(sum(end, align - 1)? / align * align)
}

fn too_large() -> String {
    "a number in it is too large".to_owned()
}

impl fmt::Display for Described {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.made {
            Made::Number { kind, swapped } => {
                let order = if *swapped { " in the other byte order" } else { "" };
                write!(f, "{}{order}", kind.name(self.size))
            }
            Made::Other(what) => f.write_str(what),
            Made::Array(item, count) => write!(f, "[{item}; {count}]"),
            Made::Struct(members) if members.len() > MOST_SHOWN => write!(f, "a struct of {} fields", members.len()),
            Made::Struct(members) => {
                f.write_str("{ ")?;
                for (at, member) in members.iter().enumerate() {
                    let comma = if at > 0 { ", " } else { "" };
                    match &member.name {
                        Some(name) => write!(f, "{comma}{name}: {}", member.item)?,
                        None => write!(f, "{comma}{at}: {}", member.item)?,
                    }
                }
                f.write_str(" }")
            }
        }
    }
}

/// How many fields a message has room for.
const MOST_SHOWN: usize = 16;
