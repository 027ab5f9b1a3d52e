//! The texts of errors. They are made of few parts, and the machinery that formats costs more than they do.

/// The parts as one text, allocated once.
#[inline]
pub(crate) fn together(parts: &[&str]) -> String {
    joined(parts, "", "")
}

/// `place: text`
#[inline]
pub(super) fn put_before(place: &[&str], text: &str) -> String {
    joined(place, ": ", text)
}

#[cold]
fn joined(parts: &[&str], between: &str, last: &str) -> String {
    let mut length = between.len() + last.len();
    for part in parts {
        length += part.len();
    }
    let mut text = String::with_capacity(length);
    for part in parts {
        text.push_str(part);
    }
    text.push_str(between);
    text.push_str(last);
    text
}
