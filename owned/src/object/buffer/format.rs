//! The format of a buffer's items: one letter of the `struct` module, perhaps with a byte order before it.

use core::ffi::{CStr, c_int, c_long, c_longlong, c_short};

/// What an item is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Signed,
    Unsigned,
    Float,
}

/// What an item is, and its bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Item {
    pub(super) kind: Kind,
    pub(super) size: usize,
}

/// The item of a format, if it is a single number in the byte order of this machine.
#[inline]
pub(super) fn item(format: &CStr) -> Option<Item> {
    let (native, foreign, letter) = match format.to_bytes() {
        [letter] | [b'@', letter] => (true, false, *letter),
        [b'=', letter] => (false, false, *letter),
        [b'<', letter] => (false, cfg!(target_endian = "big"), *letter),
        [b'>' | b'!', letter] => (false, cfg!(target_endian = "little"), *letter),
        _ => return None,
    };
    // `=` and the byte orders have sizes of their own, the same on every machine.
    let sized = |own: usize, standard: usize| if native { own } else { standard };
    let (kind, size) = match letter {
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
        _ => return None,
    };
    // The order of the bytes of one byte does not matter.
    (!foreign || size == 1).then_some(Item { kind, size })
}

#[cfg(test)]
mod tests {
    use super::{Item, Kind, item};

    #[test]
    #[inline]
    fn letters_and_byte_orders() {
        let signed = |size| Some(Item { kind: Kind::Signed, size });
        assert_eq!(item(c"i"), signed(4));
        assert_eq!(item(c"@l"), signed(size_of::<core::ffi::c_long>()));
        assert_eq!(item(c"=l"), signed(4));
        assert_eq!(item(c"!b"), signed(1));
        let (own, foreign) = if cfg!(target_endian = "little") { (c"<h", c">h") } else { (c">h", c"<h") };
        assert_eq!(item(own), signed(2));
        assert_eq!(item(foreign), None);
        for none in [c"", c"ii", c"2i", c"T{i:x:}", c"?", c"e", c"P", c"s", c"=n", c"Zd", c" i", c"<"] {
            assert_eq!(item(none), None, "{none:?}");
        }
    }
}
