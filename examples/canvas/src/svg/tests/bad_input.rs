//! What is wrong is said, with its place.

use super::{Drawing, LoadError, malformed, svg, too_large};

#[test]
fn a_missing_file_is_named() {
    match Drawing::load("no such drawing.svg") {
        Err(LoadError::Io { path, source }) => {
            assert_eq!(path.to_str(), Some("no such drawing.svg"));
            assert_eq!(source.kind(), std::io::ErrorKind::NotFound);
        }
        other => panic!("{other:?}"),
    }
    assert!(matches!(Drawing::load(env!("CARGO_MANIFEST_DIR")), Err(LoadError::Io { .. })), "a directory");
}

#[test]
fn malformed_texts_have_line_and_column() {
    let place = |text: &str| {
        let (line, column, _) = malformed(text);
        (line, column)
    };
    assert_eq!(place(""), (1, 1));
    assert_eq!(place(" \n\n"), (1, 1));
    assert_eq!(place("not xml"), (1, 1));
    assert_eq!(place("<svg xmlns='http://www.w3.org/2000/svg'>\n  <g></h></svg>"), (2, 6));
    assert_eq!(place("<svg xmlns='http://www.w3.org/2000/svg'>\n  <x:g/></svg>"), (2, 4));
    assert_eq!(place("<html/>"), (1, 1));
    assert_eq!(place("<svg/>"), (1, 1));
    assert_eq!(malformed("<html/>").2, "'html' is not the root of an SVG drawing");
}

#[test]
fn what_is_not_utf_8_has_line_and_column() {
    let (line, column, message) = malformed(b"<svg>\n\xc3\xa4\xff</svg>");
    assert_eq!((line, column, message.as_str()), (2, 2, "the text is not UTF-8"));
    let utf_16: Vec<u8> = "<svg/>".encode_utf16().flat_map(u16::to_le_bytes).collect();
    malformed([&[0xff, 0xfe], utf_16.as_slice()].concat());
}

#[test]
fn an_order_is_a_whole_number() {
    for order in ["", "ten", "1.5", "99999999999"] {
        let text = svg(&format!("<g>\n<rect order='{order}'/></g>"));
        let (line, column, message) = malformed(&text);
        assert_eq!((line, column), (2, 14), "{message}");
        assert!(message.contains("whole number"), "{message}");
    }
}

#[test]
fn absurd_sizes_are_refused() {
    for side in ["0", "-1", "1e9", "1e308", "NaN", "inf", "16385", "", "wide", "1e-50"] {
        let text = format!("<svg xmlns='http://www.w3.org/2000/svg' width='{side}' height='10'/>");
        too_large(&text);
        let text = format!("<svg xmlns='http://www.w3.org/2000/svg' width='10' height='{side}'/>");
        too_large(&text);
    }
    too_large("<svg xmlns='http://www.w3.org/2000/svg' width='16384' height='4097'/>");
    too_large("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1e9 1e9'/>");
    super::parse("<svg xmlns='http://www.w3.org/2000/svg' width='16384' height='4096'/>");
}

#[test]
fn a_file_without_end_is_too_large() {
    if std::path::Path::new("/dev/zero").exists() {
        assert!(matches!(Drawing::load("/dev/zero"), Err(LoadError::TooLarge { .. })));
    }
}

#[test]
fn the_place_is_said_once() {
    let error = Drawing::parse("not a drawing").unwrap_err().to_string();
    assert_eq!(error, "line 1, column 1: unknown token");
}
