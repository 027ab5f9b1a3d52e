//! `_escape_inner`, in units of the width in which Python has the text.

use owned::prelude::*;
use owned::types::StrData;

/// The text with `&`, `<`, `>`, `'` and `"` as HTML writes them; the same object if there are none.
#[function]
#[signature(s, /)]
pub fn _escape_inner<'py>(s: Borrowed<'_, 'py, Str>) -> Result<Owned<'py, Str>> {
    let escaped = match s.data()? {
        StrData::One(units) => escaped(units).map(|units| Str::from_data(s.py(), StrData::One(&units))),
        StrData::Two(units) => escaped(units).map(|units| Str::from_data(s.py(), StrData::Two(&units))),
        StrData::Four(units) => escaped(units).map(|units| Str::from_data(s.py(), StrData::Four(&units))),
    };
    escaped.unwrap_or_else(|| Ok(s.to_owned()))
}

/// The reference that stands for a unit, if it needs one.
fn reference<U: Copy + Into<u32>>(unit: U) -> Option<&'static [u8]> {
    match char::from_u32(unit.into())? {
        '&' => Some(b"&amp;"),
        '<' => Some(b"&lt;"),
        '>' => Some(b"&gt;"),
        '\'' => Some(b"&#39;"),
        '"' => Some(b"&#34;"),
        _ => None,
    }
}

/// `None` if nothing needs a reference, which is the most frequent case and costs one look.
fn escaped<U: Copy + Into<u32> + From<u8>>(units: &[U]) -> Option<Vec<U>> {
    let longer: usize = units.iter().filter_map(|&unit| reference(unit)).map(|reference| reference.len() - 1).sum();
    if longer == 0 {
        return None;
    }
    let mut escaped = Vec::with_capacity(units.len() + longer);
    for &unit in units {
        match reference(unit) {
            Some(reference) => escaped.extend(reference.iter().map(|&byte| U::from(byte))),
            None => escaped.push(unit),
        }
    }
    Some(escaped)
}
