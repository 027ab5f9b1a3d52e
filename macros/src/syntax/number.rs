//! The digits of numbers as they are written in Rust.

/// The digits of an integer in base ten, with its sign, and its suffix. None if it is something else.
pub(super) fn integer(written: &str) -> Option<(String, &str)> {
    let unsigned = written.strip_prefix('-').unwrap_or(written);
    let (radix, digits) = match unsigned.get(..2) {
        Some("0x") => (16, &unsigned[2..]),
        Some("0o") => (8, &unsigned[2..]),
        Some("0b") => (2, &unsigned[2..]),
        _ => (10, unsigned),
    };
    // Zeros at the start are left out.
    let (mut significant, mut read, mut any) = (String::new(), 0, false);
    for character in digits.chars() {
        if character != '_' && !character.is_digit(radix) {
            break;
        }
        read += 1;
        any |= character != '_';
        if character != '_' && !(character == '0' && significant.is_empty()) {
            significant.push(character);
        }
    }
    let suffix = &digits[read..];
    if !any || !is_suffix(suffix) || radix == 10 && is_exponent(suffix) {
        return None;
    }
    if significant.is_empty() {
        significant.push('0');
    }
    if radix != 10 {
        // What is larger is no number of Rust's.
        significant = u128::from_str_radix(&significant, radix).unwrap_or(u128::MAX).to_string();
    }
    if unsigned.len() < written.len() {
        significant.insert(0, '-');
    }
    Some((significant, suffix))
}

/// The digits of a number with a point or an exponent, with its sign.
pub(super) fn float(written: &str) -> Option<String> {
    let mut digits = String::new();
    for (at, character) in written.char_indices() {
        match character {
            '0'..='9' | '.' | '-' => digits.push(character),
            '_' | '+' if at > 0 => {}
            'e' | 'E' if is_exponent(&written[at..]) => digits.push('e'),
            _ => break,
        }
    }
    matches!(digits.as_bytes(), [b'0'..=b'9', ..] | [b'-', b'0'..=b'9', ..]).then_some(digits)
}

/// Whether it is a name, or nothing.
fn is_suffix(text: &str) -> bool {
    for character in text.chars() {
        if character != '_' && !character.is_alphanumeric() {
            return false;
        }
    }
    !matches!(text.as_bytes(), [b'0'..=b'9', ..])
}

/// Whether it begins as `e5`, `E_5` or `e-5`.
fn is_exponent(text: &str) -> bool {
    let mut characters = text.chars();
    if !matches!(characters.next(), Some('e' | 'E')) {
        return false;
    }
    for character in characters {
        match character {
            '_' | '+' | '-' => {}
            other => return other.is_ascii_digit(),
        }
    }
    false
}
