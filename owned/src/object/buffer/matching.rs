//! Whether an exporter's items are what is asked for: compared by what lies where, not by how it is spelled.

use core::ffi::CStr;

use crate::err::{BufferError, PyErr, Result};

use super::described::{self, Described, Lying, Made as Is, Member};
use super::format::{Format, Made};

/// How much of a format a message has room for.
const MOST_SHOWN: usize = 120;

/// Checks that items of this format and size are what `wanted` says.
///
/// # Errors
/// `BufferError` that has both, and the first difference.
#[track_caller]
#[inline]
pub(super) fn check(wanted: &'static Format, format: &CStr, size: usize) -> Result<()> {
    // What is usual takes no list of anything.
    if let (Made::Number(..), [_]) = (&wanted.0, format.to_bytes())
        && size == wanted.size()
        && *wanted.to_c_string() == *format
    {
        return Ok(());
    }
    match difference(wanted, format.to_bytes(), size) {
        None => Ok(()),
        Some(difference) => Err(refused(wanted, format, size, &difference)),
    }
}

#[track_caller]
#[cold]
#[inline]
fn refused(wanted: &Format, format: &CStr, size: usize, difference: &str) -> PyErr {
    let shown = &format.to_bytes()[..format.to_bytes().len().min(MOST_SHOWN)];
    let more = if format.to_bytes().len() > MOST_SHOWN { "…" } else { "" };
    let format = String::from_utf8_lossy(shown);
    BufferError::new(format!(
        "expected a buffer of {wanted}, got items of format '{format}{more}', {size} bytes each: {difference}"
    ))
}

/// The first difference, if there is one.
#[inline]
fn difference(wanted: &Format, format: &[u8], size: usize) -> Option<String> {
    let mut first = None;
    for lying in [Lying::AsSaid, Lying::Tight, Lying::AsInC] {
        match described::read(format, lying) {
            Err(unreadable) => return Some(format!("the format cannot be read: {unreadable}")),
            Ok(described) if described.size == size => {
                let found = compare(wanted, &described, &mut Vec::new());
                return found.or_else(|| (size != wanted.size()).then(|| sizes(wanted, size)));
            }
            Ok(described) => {
                first.get_or_insert(described.size);
            }
        }
    }
    let said = first.expect("one at least was read");
    Some(format!("the format describes {said} bytes, and the items have {size}"))
}

#[inline]
fn sizes(wanted: &Format, size: usize) -> String {
    format!("they have {size} bytes, and should have {}", wanted.size())
}

/// The first difference between what is asked for and what there is, at this path of fields.
fn compare<'a>(wanted: &'a Format, is: &'a Described, path: &mut Vec<String>) -> Option<String> {
    match (&wanted.0, &is.made) {
        (Made::Number(kind, size), Is::Number { kind: found, swapped: false }) if kind == found && *size == is.size => {
            None
        }
        (Made::Struct { fields, size, .. }, Is::Struct(members)) => {
            for (at, (field, member)) in fields.iter().zip(members).enumerate() {
                path.push(field.name.map_or_else(|| at.to_string(), str::to_owned));
                let found = compare_names(field.name, member, path)
                    .or_else(|| {
                        let (is, wanted) = (member.offset, field.offset);
                        (is != wanted)
                            .then(|| format!("{} is at byte {is}, and should be at byte {wanted}", at_path(path)))
                    })
                    .or_else(|| compare(field.format, &member.item, path));
                if found.is_some() {
                    return found;
                }
                path.pop();
            }
            let (found, wanted) = (members.len(), fields.len());
            let inside = if path.is_empty() { String::new() } else { format!(" in {}", at_path(path)) };
            if found != wanted {
                return Some(format!("there are {found} fields{inside}, and should be {wanted}"));
            }
            (is.size != *size).then(|| format!("{} has {} bytes, and should have {size}", at_path(path), is.size))
        }
        (Made::Array(..), Is::Array(..)) => {
            let ((wanted_counts, wanted_item), (counts, item)) = (wanted.dimensions(), dimensions(is));
            if wanted_counts == counts { compare(wanted_item, item, path) } else { Some(differ(wanted, is, path)) }
        }
        _ => Some(differ(wanted, is, path)),
    }
}

/// Names that differ are a difference: two fields that have changed places look alike otherwise. One that has no name may
/// have any.
#[inline]
fn compare_names(wanted: Option<&str>, member: &Member, path: &[String]) -> Option<String> {
    match (wanted, &member.name) {
        (Some(wanted), Some(name)) if wanted != name => Some(format!("{} is called `{name}` there", at_path(path))),
        _ => None,
    }
}

#[inline]
fn dimensions(mut is: &Described) -> (Vec<usize>, &Described) {
    let mut dimensions = Vec::new();
    while let Is::Array(inner, count) = &is.made {
        dimensions.push(*count);
        is = inner;
    }
    (dimensions, is)
}

#[inline]
fn differ(wanted: &Format, is: &Described, path: &[String]) -> String {
    if path.is_empty() { format!("that is {is}") } else { format!("{} is {is}, and should be {wanted}", at_path(path)) }
}

/// The field that is looked at: `p.x`.
#[inline]
fn at_path(path: &[String]) -> String {
    if path.is_empty() { "the struct".to_owned() } else { format!("`{}`", path.join(".")) }
}

#[cfg(test)]
mod tests {
    use super::super::format::{Field, Format, Kind};
    use super::difference;

    static U8: Format = Format::number(Kind::Unsigned, 1);
    static I32: Format = Format::number(Kind::Signed, 4);
    static I64: Format = Format::number(Kind::Signed, 8);
    static F64: Format = Format::number(Kind::Float, 8);
    static ROW: Format = Format::array(&I32, 3);
    static ROWS: Format = Format::array(&ROW, 2);
    static POINT: Format =
        Format::structure("Point", 16, &[Field::new(Some("x"), 0, &I32), Field::new(Some("y"), 8, &F64)]);
    static LINE: Format = Format::structure(
        "Line",
        56,
        &[Field::new(None, 0, &POINT), Field::new(None, 16, &POINT), Field::new(Some("rows"), 32, &ROWS)],
    );
    static TAIL: Format =
        Format::structure("Tail", 16, &[Field::new(Some("y"), 0, &F64), Field::new(Some("b"), 8, &U8)]);

    #[test]
    #[inline]
    fn spellings_of_the_same_layout() {
        let long: &[u8] = if size_of::<core::ffi::c_long>() == 8 { b"l" } else { b"q" };
        let (own, foreign): (&[u8], &[u8]) =
            if cfg!(target_endian = "little") { (b"<q", b">q") } else { (b">q", b"<q") };
        for same in [long, own, b"q", b"@q", b"=q", b" = q ", b"^q", b"@n"] {
            assert_eq!(difference(&I64, same, 8), None, "{}", same.escape_ascii());
        }
        assert_eq!(difference(&I64, foreign, 8).as_deref(), Some("that is i64 in the other byte order"));
        for same in [
            &b"T{<i:x:4x<d:y:}"[..],
            b"T{<i:x:<d:y:}",
            b"T{i:x:xxxxd:y:}",
            b"T{i:x:d:y:}",
            b"T{=i:x:4x=d:y:}",
            b"T{i4xd}",
            b"id",
            b"i:x:d:y:",
            b"T{ =i:x: 4x:pad: =d:y: }",
            b"T{l:x:d:y:}",
        ] {
            // (`l` has 4 bytes on some machines alone.)
            if same != b"T{l:x:d:y:}" || size_of::<core::ffi::c_long>() == 4 {
                assert_eq!(difference(&POINT, same, 16), None, "{}", same.escape_ascii());
            }
        }
        assert_eq!(difference(&TAIL, b"T{d:y:B:b:}", 16), None);
        assert_eq!(difference(&TAIL, b"T{<d:y:<B:b:7x}", 16), None);
        let text = LINE.to_c_string();
        assert_eq!(difference(&LINE, text.to_bytes(), 56), None, "{text:?}");
        assert_eq!(difference(&LINE, b"T{T{<i:x:<d:y:}:a:T{<i:x:<d:y:}:b:(2,3)<i:rows:}", 56), None);
        assert_eq!(difference(&ROWS, b"(2)(3)i", 24), None);
        assert_eq!(difference(&ROWS, b"(2)3i", 24), None);
        for every in [&POINT, &LINE, &TAIL, &ROWS, &I32] {
            assert_eq!(difference(every, every.to_c_string().to_bytes(), every.size()), None);
        }
    }

    #[test]
    #[inline]
    fn the_first_difference_is_said() {
        for (wanted, format, size, said) in [
            (&POINT, &b"T{i:x:f:y:}"[..], 8, "`y` is at byte 4, and should be at byte 8"),
            (&POINT, b"T{i:x:4xf:y:4x}", 16, "`y` is f32, and should be f64"),
            (&POINT, b"T{i:y:4xd:x:}", 16, "`x` is called `y` there"),
            (&POINT, b"T{i:x:4xd:y:i:z:4x}", 24, "there are 3 fields, and should be 2"),
            (&POINT, b"T{i:x:}", 4, "there are 1 fields, and should be 2"),
            (&POINT, b"T{=i:x:4x>d:y:}", 16, "`y` is f64 in the other byte order, and should be f64"),
            (&POINT, b"16x", 16, "there are 0 fields, and should be 2"),
            (&POINT, b"16s", 16, "that is a text of bytes"),
            (&POINT, b"Zd", 16, "that is a complex number"),
            (&POINT, b"T{O:x:d:y:}", 16, "`x` is a Python object, and should be i32"),
            (&LINE, b"T{T{<i:x:<d:y:}:a:T{<i:x:<q:y:}:b:(2,3)<i:rows:}", 56, "`1.y` is i64, and should be f64"),
            (
                &LINE,
                b"T{T{<i:x:<d:y:}:a:T{<i:x:<d:y:}:b:(3,2)<i:rows:}",
                56,
                "`rows` is [[i32; 2]; 3], and should be [[i32; 3]; 2]",
            ),
            (&I32, b"i", 8, "the format describes 4 bytes, and the items have 8"),
            (&I32, b"(1)i", 4, "that is [i32; 1]"),
            (&I32, b"T{i:x:}", 4, "that is { x: i32 }"),
            (&I32, b"", 4, "the format cannot be read: it is empty"),
            (&I32, b"T{i", 4, "the format cannot be read: a struct does not end"),
            (&I32, b"i}", 4, "the format cannot be read: a `}` opens nowhere"),
            (&I32, b"i:x", 4, "the format cannot be read: a name does not end"),
            (&I32, b"(2,i", 4, "the format cannot be read: a shape has no number"),
            (&I32, b"(2", 4, "the format cannot be read: a shape does not end"),
            (&I32, b"99999999999999999999i", 4, "the format cannot be read: a number in it is too large"),
            (&I32, b"(9999999999,9999999999)i", 4, "the format cannot be read: a number in it is too large"),
            (&I32, b"<", 4, "the format cannot be read: it ends before a letter"),
            (&I32, b"\xff", 4, "the format cannot be read: `\\u{ff}` is no letter of a format"),
            (&I32, b"=n", 4, "the format cannot be read: `n` is no letter of a format"),
        ] {
            assert_eq!(difference(wanted, format, size).as_deref(), Some(said), "{}", format.escape_ascii());
        }
        for many in [format!("(1{})i", ",1".repeat(100_000)), "(1)".repeat(100_000) + "i"] {
            let said = difference(&I32, many.as_bytes(), 4).expect("nobody has so many");
            assert!(said.contains("more than 64 dimensions"), "{said}");
        }
        for deep in ["T{", "&"] {
            let said = difference(&I32, deep.repeat(100_000).as_bytes(), 4).expect("nobody nests so deep");
            assert!(said.contains("nested deeper than 32 times"), "{said}");
        }
    }

    #[test]
    #[inline]
    fn padding() {
        assert_eq!([&POINT, &LINE, &TAIL, &ROWS].map(Format::has_padding), [true, true, true, false]);
        let mut parts = Vec::new();
        LINE.each_part(0, &mut |start, size| parts.push((start, size)));
        assert_eq!(parts, [(0, 4), (8, 8), (16, 4), (24, 8), (32, 24)]);
    }
}
