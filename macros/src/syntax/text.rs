//! The values of texts and characters as they are written in Rust.

/// The value of `"…"` or `r#"…"#`, and the suffix behind it. None if it is something else.
pub(super) fn string(written: &str) -> Option<(String, &str)> {
    if let Some(rest) = written.strip_prefix('r') {
        return raw(rest);
    }
    let (mut rest, mut value) = (written.strip_prefix('"')?, String::new());
    loop {
        let character = rest.chars().next()?;
        rest = &rest[character.len_utf8()..];
        match character {
            '"' => return Some((value, rest)),
            // A line that goes on in the next.
            '\\' if matches!(rest.as_bytes(), [b'\n' | b'\r', ..]) => {
                while let [b' ' | b'\t' | b'\n' | b'\r', ..] = rest.as_bytes() {
                    rest = &rest[1..];
                }
            }
            '\\' => {
                let (escaped, behind) = escape(rest)?;
                value.push(escaped);
                rest = behind;
            }
            '\r' => {
                rest = rest.strip_prefix('\n')?;
                value.push('\n');
            }
            plain => value.push(plain),
        }
    }
}

/// Behind the `r`.
fn raw(written: &str) -> Option<(String, &str)> {
    let behind = written.trim_start_matches('#');
    let signs = &written[..written.len() - behind.len()];
    let behind = behind.strip_prefix('"')?;
    let end = format!("\"{signs}");
    let close = behind.find(end.as_str())?;
    Some((behind[..close].to_owned(), &behind[close + end.len()..]))
}

/// The value of `'…'`.
pub(super) fn character(written: &str) -> Option<char> {
    let rest = written.strip_prefix('\'')?;
    let (character, rest) = match rest.strip_prefix('\\') {
        Some(rest) => escape(rest)?,
        None => {
            let character = rest.chars().next()?;
            (character, &rest[character.len_utf8()..])
        }
    };
    rest.starts_with('\'').then_some(character)
}

/// What stands behind a `\`, and the text behind that.
fn escape(rest: &str) -> Option<(char, &str)> {
    let kind = rest.chars().next()?;
    let behind = &rest[kind.len_utf8()..];
    let simple = match kind {
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        '\\' => '\\',
        '0' => '\0',
        '\'' => '\'',
        '"' => '"',
        'x' => {
            let code = u8::from_str_radix(behind.get(..2)?, 16).ok().filter(u8::is_ascii)?;
            return Some((char::from(code), &behind[2..]));
        }
        'u' => {
            let (code, behind) = behind.strip_prefix('{')?.split_once('}')?;
            let code = u32::from_str_radix(&code.replace('_', ""), 16).ok()?;
            return Some((char::from_u32(code)?, behind));
        }
        _ => return None,
    };
    Some((simple, behind))
}
