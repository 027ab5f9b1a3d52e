//! The values of literals: as syn reads them.

use crate::stream::Literal;
use crate::syntax::Lit;
use std::str::FromStr as _;

/// Each kind, with each way to write it.
const LITERALS: &[&str] = &[
    r#""""#,
    r#""text""#,
    r#""\n\r\t\\\0\'\"""#,
    r#""\x41\x7f\u{e9}\u{1F600}\u{1_0_0}\u{10FFFF}""#,
    r#""ä → 😀 '""#,
    "\"one \\\n    line\"",
    "\"one \\\n\n  \t line\\\n\"",
    "\"two\nlines\"",
    "\"a\"suffix",
    r##"r"\n""##,
    r###"r#"a "quoted" \x"#"###,
    r####"r##"a "# b"##"####,
    r##"r#""#"##,
    r##"r"a"suffix"##,
    r#"b"bytes\xff""#,
    r##"br"bytes""##,
    r#"c"text""#,
    r##"cr"text""##,
    "b'a'",
    r"b'\xff'",
    "'a'",
    r"'\''",
    r"'\n'",
    r"'\\'",
    r"'\0'",
    r"'\x41'",
    r"'\u{1F600}'",
    "'😀'",
    "'\"'",
    "0",
    "00",
    "007",
    "1_000",
    "1__0_",
    "18446744073709551616",
    "340282366920938463463374607431768211455",
    "340282366920938463463374607431768211456000",
    "0xff",
    "0xFF_ff",
    "0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF",
    "0x1e5",
    "0o17",
    "0b1010_0101",
    "0b1u8",
    "1u8",
    "1_u8",
    "1i64",
    "1usize",
    "0xfu8",
    "0x1f32",
    "1f32",
    "1_f64",
    "1suffix",
    "1.0",
    "1.",
    "1.5f32",
    "1_0.5_0",
    "1e5",
    "1E5",
    "1e+5",
    "1e-5",
    "1e_5",
    "1.5e1_0",
    "1.5E-3f64",
    "1e5f32",
    "-1",
    "-0x10",
    "-1.5",
    "-1e5",
    "-1u8",
];

fn of_syn(literal: &syn::Lit) -> String {
    match literal {
        syn::Lit::Str(text) => format!("text {:?} {}", text.value(), text.suffix()),
        syn::Lit::Char(character) => format!("character {:?}", character.value()),
        syn::Lit::Int(number) => format!("integer {} {}", number.base10_digits(), number.suffix()),
        syn::Lit::Float(number) => format!("float {}", number.base10_digits()),
        _ => "other".to_owned(),
    }
}

fn of_ours(literal: &Lit, suffix: &str) -> String {
    match literal {
        Lit::Str(text) => format!("text {:?} {suffix}", text.value()),
        Lit::Char(_, character) => format!("character {character:?}"),
        Lit::Int(number) => format!("integer {} {}", number.base10_digits(), number.suffix()),
        Lit::Float(_, digits) => format!("float {digits}"),
        Lit::Bool(_) | Lit::Other(_) => "other".to_owned(),
    }
}

#[test]
fn values_are_those_that_syn_reads() {
    for written in LITERALS {
        let token = Literal::from_str(written).unwrap_or_else(|error| panic!("{written}: {error}"));
        let expected = syn::Lit::new(token.clone());
        assert_eq!(of_ours(&Lit::new(token), expected.suffix()), of_syn(&expected), "{written}");
    }
}

/// Of each character, as the compiler writes it and as an escape.
#[test]
fn each_character_has_its_value() {
    for code in (0..0x300).chain([0x7ff, 0x800, 0xd7ff, 0xe000, 0xffff, 0x10000, 0x10ffff]) {
        let Some(character) = char::from_u32(code) else { continue };
        let text = format!("a{character}b");
        let mut all = vec![Literal::string(&text)];
        let escaped = format!("\"a\\u{{{code:x}}}b\"");
        all.push(Literal::from_str(&escaped).expect("a text"));
        if code < 0x80 {
            all.push(Literal::from_str(&format!("\"a\\x{code:02x}b\"")).expect("a text"));
        }
        for token in all {
            let Lit::Str(read) = Lit::new(token) else { panic!("a text") };
            assert_eq!(read.value(), text);
        }
        let Lit::Char(_, read) = Lit::new(Literal::character(character)) else { panic!("a character") };
        assert_eq!(read, character);
    }
}

/// A path that a text names stands where the text does.
#[test]
fn a_text_names_a_path() {
    let path = |written: &str| match Lit::new(Literal::from_str(written).expect("a literal")) {
        Lit::Str(text) => text.path(),
        _ => panic!("a text"),
    };
    for known in ["a", "::a::b", "crate::a", "self"] {
        assert!(path(&format!("{known:?}")).is_ok(), "{known}");
    }
    for wrong in [r#""""#, r#""a b""#, r#""a::""#, r#""a<B>""#, r#""(""#, r#""1""#, r#""a"suffix"#] {
        assert!(path(wrong).is_err(), "{wrong}");
    }
}
