//! The formats of `PyArg_ParseTuple`.

/// One argument that a format takes.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Unit {
    /// What it is.
    pub(crate) code: Code,
    /// It may be missing.
    pub(crate) optional: bool,
    /// It can only be passed by name.
    pub(crate) keyword_only: bool,
}

/// What an argument is.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Code {
    /// `s#`, `O!`: the letters.
    One(String),
    /// What stands in parentheses.
    Group(Vec<Code>),
}

impl Code {
    /// How many arguments of C it takes.
    pub(crate) fn takes(&self) -> usize {
        match self {
            Code::One(code) => match code.as_str() {
                "es#" | "et#" => 3,
                "O!" | "O&" | "s#" | "z#" | "y#" | "es" | "et" => 2,
                _ => 1,
            },
            Code::Group(codes) => codes.iter().map(Code::takes).sum(),
        }
    }
}

/// Reads a format; nothing if it has a letter that no format has.
pub(crate) fn units(format: &str) -> Option<Vec<Unit>> {
    let mut letters: Vec<char> = format.chars().collect();
    if let Some(end) = letters.iter().position(|letter| matches!(letter, ':' | ';')) {
        letters.truncate(end);
    }
    let (mut at, mut optional, mut keyword_only, mut units) = (0, false, false, Vec::new());
    while let Some(letter) = letters.get(at) {
        match letter {
            '|' => optional = true,
            '$' => keyword_only = true,
            ' ' => {}
            _ => {
                let code = code(&letters, &mut at)?;
                units.push(Unit { code, optional, keyword_only });
                continue;
            }
        }
        at += 1;
    }
    Some(units)
}

fn code(letters: &[char], at: &mut usize) -> Option<Code> {
    let first = *letters.get(*at)?;
    *at += 1;
    if first == '(' {
        let mut group = Vec::new();
        while *letters.get(*at)? != ')' {
            group.push(code(letters, at)?);
        }
        *at += 1;
        return Some(Code::Group(group));
    }
    let mut word = String::from(first);
    if first == 'e' {
        word.push(*letters.get(*at).filter(|letter| matches!(letter, 's' | 't'))?);
        *at += 1;
    }
    let marks: &[char] = match first {
        'O' => &['!', '&'],
        's' | 'z' | 'y' => &['#', '*'],
        'e' => &['#'],
        'w' => &['*'],
        _ => &[],
    };
    if let Some(mark) = letters.get(*at).filter(|mark| marks.contains(mark)) {
        word.push(*mark);
        *at += 1;
    }
    let known = "OSUYszyewbBhHiIlkLKncCfdDp".contains(first);
    known.then_some(Code::One(word))
}

/// The type of Rust for a code, and what one must know that is different from C.
pub(crate) fn rust(code: &str) -> (&'static str, Option<&'static str>) {
    const UNCHECKED: Option<&str> = Some("C does not check that the number fits, Rust does");
    match code {
        "S" => ("Borrowed<'_, 'py, Bytes>", None),
        "U" => ("Borrowed<'_, 'py, Str>", None),
        "Y" => ("Borrowed<'_, 'py, ByteArray>", None),
        "s" => ("&str", Some("C refuses a NUL inside")),
        "z" => ("Option<&str>", Some("C refuses a NUL inside")),
        "s#" => ("&str", Some("C takes bytes, too")),
        "z#" => ("Option<&str>", Some("C takes bytes, too")),
        "y" => ("&[u8]", Some("C refuses a NUL inside, and takes other objects with memory, too")),
        "y#" => ("&[u8]", Some("C takes other objects with memory, too")),
        "s*" => ("Buffer<'py, u8>", Some("C takes a str, too, as UTF-8")),
        "z*" => ("Option<Buffer<'py, u8>>", Some("C takes a str, too, as UTF-8")),
        "y*" => ("Buffer<'py, u8>", Some("C takes items of any type, as bytes")),
        "w*" => ("BufferMut<'py, u8>", Some("C takes items of any type, as bytes")),
        "es" | "et" | "es#" | "et#" => ("&str", Some("C encodes it, into memory that it must free")),
        "b" => ("u8", None),
        "B" => ("u8", UNCHECKED),
        "h" => ("i16", None),
        "H" => ("u16", UNCHECKED),
        "i" => ("i32", None),
        "I" => ("u32", UNCHECKED),
        "l" => ("core::ffi::c_long", None),
        "k" => ("core::ffi::c_ulong", UNCHECKED),
        "L" => ("i64", None),
        "K" => ("u64", UNCHECKED),
        "n" => ("isize", None),
        "c" => ("&[u8]", Some("C takes a bytes or bytearray of length 1")),
        "C" => ("char", Some("C takes surrogates, too, and gives a number")),
        "f" => ("f32", None),
        "d" => ("f64", None),
        "D" => ("Borrowed<'_, 'py, Complex>", Some("C takes any number")),
        "p" => ("bool", Some("C asks any object for its truth, `bool` takes nothing but a bool")),
        _ => ("Borrowed<'_, 'py, Any>", None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(format: &str) -> String {
        let shown = |unit: Unit| {
            let marks = (if unit.optional { "?" } else { "" }, if unit.keyword_only { "$" } else { "" });
            match unit.code {
                Code::One(code) => format!("{code}{}{}", marks.0, marks.1),
                Code::Group(codes) => format!("({})", codes.len()),
            }
        };
        units(format).map_or("no".into(), |units| units.into_iter().map(shown).collect::<Vec<_>>().join(" "))
    }

    #[test]
    fn formats_are_split_into_their_codes() {
        assert_eq!(codes("s#|C$np:count"), "s# C? n?$ p?$");
        assert_eq!(codes("O!O&es#(ii)y*w*"), "O! O& es# (2) y* w*");
        assert_eq!(codes(""), "");
        assert_eq!(codes("|;message: with |O"), "");
        assert_eq!(codes("iX"), "no");
        assert_eq!(codes("(ii"), "no");
    }

    #[test]
    fn each_code_takes_its_arguments_of_c() {
        let takes = |format: &str| units(format).unwrap().iter().map(|unit| unit.code.takes()).collect::<Vec<_>>();
        assert_eq!(takes("O!s#es#(iO&)n"), [2, 2, 3, 3, 1]);
    }
}
