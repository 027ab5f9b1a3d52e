//! The digits of numbers as they are written in Rust.

/// The digits of an integer in base ten, with its sign, and its suffix. None if it is something else.
pub(super) fn integer(written: &str) -> Option<(String, &str)> {
    let (sign, digits) = match written.strip_prefix('-') {
        Some(digits) => ("-", digits),
        None => ("", written),
    };
    let (radix, digits) = match digits.get(..2) {
        Some("0x") => (16, &digits[2..]),
        Some("0o") => (8, &digits[2..]),
        Some("0b") => (2, &digits[2..]),
        _ => (10, digits),
    };
    let behind = digits.trim_start_matches(|digit: char| digit == '_' || digit.is_digit(radix));
    let (digits, suffix) = digits.split_at(digits.len() - behind.len());
    let digits = digits.replace('_', "");
    if digits.is_empty() || !is_suffix(suffix) || radix == 10 && is_exponent(suffix) {
        return None;
    }
    let value = if radix == 10 {
        let significant = digits.trim_start_matches('0');
        if significant.is_empty() { "0" } else { significant }.to_owned()
    } else {
        u128::from_str_radix(&digits, radix).unwrap_or(u128::MAX).to_string()
    };
    Some((format!("{sign}{value}"), suffix))
}

/// The digits of a number with a point or an exponent.
pub(super) fn float(written: &str) -> Option<String> {
    let digits = written.strip_prefix('-').unwrap_or(written);
    if !digits.starts_with(|digit: char| digit.is_ascii_digit()) {
        return None;
    }
    let mut value = String::new();
    let mut rest = written.chars();
    while let Some(character) = rest.next() {
        match character {
            '_' | '+' => {}
            'e' | 'E' if is_exponent(&format!("e{}", rest.as_str())) => value.push('e'),
            '-' | '.' | '0'..='9' => value.push(character),
            _ => break,
        }
    }
    Some(value)
}

/// Whether it is a name, or nothing.
fn is_suffix(text: &str) -> bool {
    !text.starts_with(|first: char| first.is_ascii_digit())
        && text.chars().all(|character| character == '_' || character.is_alphanumeric())
}

/// Whether it is `e5`, `E_5` and the like.
fn is_exponent(text: &str) -> bool {
    let digits = text.strip_prefix(['e', 'E']).unwrap_or_default().trim_start_matches(['_', '+', '-']);
    digits.starts_with(|digit: char| digit.is_ascii_digit())
}
