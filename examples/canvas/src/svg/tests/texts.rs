//! Texts, read and replaced.

use super::{layer, parse, place, svg};

const LABEL: &str = "<text x='10' y='50' style='font-size:20px;fill:#f00'><tspan sodipodi:role='line' x='10' y='50'>Hello</tspan></text>";

#[test]
fn texts_are_read() {
    let shapes = layer(
        "<text>  one
           two </text><text xml:space='preserve'> a  b</text>
         <text><tspan sodipodi:role='line'>up</tspan><tspan sodipodi:role='line'>do<tspan>wn</tspan></tspan></text>
         <g><rect/><g><text>label</text></g></g><rect/><text/>",
    );
    let texts: Vec<Option<&str>> = shapes.iter().map(|shape| shape.text.as_deref()).collect();
    assert_eq!(texts, [Some("one two"), Some(" a  b"), Some("up\ndown"), Some("label"), None, Some("")]);
}

#[test]
fn the_font_is_the_same_for_every_family() {
    let pixels = |family: &str| {
        let text = format!("<text y='40' style=\"font-size:30px;font-family:{family}\">Qg</text>");
        layer(&text)[0].pixels().unwrap()
    };
    let sans = pixels("sans-serif");
    assert!(sans.contains(&0xff00_0000));
    for family in ["Utopia", "monospace", "DejaVu Serif", "'No Such Family', serif"] {
        assert_eq!(pixels(family), sans, "{family}");
    }
    assert_ne!(pixels("Sans;font-weight:bold"), sans);
}

#[test]
fn a_new_text_has_the_old_style_and_place() {
    let mut shape = layer(LABEL).remove(0);
    let before = place(&shape);
    assert!(shape.set_text("Hello, world").unwrap());
    assert_eq!(shape.text.as_deref(), Some("Hello, world"));
    assert!((shape.x - before.0).abs() <= 1 && shape.w > before.2, "{before:?} {:?}", place(&shape));
    let pixels = shape.pixels().unwrap();
    assert!(pixels.contains(&0xffff_0000) && pixels.iter().all(|pixel| pixel & 0xffff == 0), "all red");
    assert!(shape.set_text("Hello").unwrap());
    assert_eq!(place(&shape), before);
    assert_eq!(shape.pixels().unwrap(), layer(LABEL)[0].pixels().unwrap());
}

#[test]
fn newlines_begin_lines_and_an_empty_text_has_no_box() {
    let mut shape = layer(LABEL).remove(0);
    let one = place(&shape);
    shape.set_text("Hello\nHello").unwrap();
    let two = place(&shape);
    assert_eq!((two.0, two.1, two.2), (one.0, one.1, one.2));
    assert_eq!(two.3, one.3 + 25, "1.25 times the font size");
    shape.set_text("").unwrap();
    assert_eq!((place(&shape), shape.text.as_deref()), ((0, 0, 0, 0), Some("")));
    shape.set_text("Hello").unwrap();
    assert_eq!(place(&shape), one, "an empty text can be filled");
}

#[test]
fn markup_in_a_text_is_text() {
    let mut shape = layer(LABEL).remove(0);
    for text in ["</text><rect/>", "&amp; \"'", "\0\u{1b}\u{ffff}", "]]>", "日本語 \u{202e}abc", "e\u{301}\u{200d}👍"]
    {
        assert!(shape.set_text(text).unwrap(), "{text:?}");
        assert_eq!(shape.text.as_deref(), Some(text));
    }
    shape.set_text("Hello").unwrap();
    assert_eq!(place(&shape), place(&layer(LABEL)[0]));
}

#[test]
fn only_the_label_of_a_button_changes() {
    let button = "<g opacity='.5'><rect width='60' height='30' fill='#00f'/><text x='5' y='20'>a<tspan>b</tspan></text><text y='28'>x</text></g>";
    let mut shape = layer(button).remove(0);
    shape.set_text("wide, wider, widest of all").unwrap();
    assert!(shape.w > 60, "{shape:?}");
    assert_eq!(shape.pixels().unwrap()[0], 0xff00_00ff);
    let mut rect = layer("<rect width='5' height='5'/>").remove(0);
    assert!(!rect.set_text("text").unwrap());
    assert_eq!(rect.text, None);
}

#[test]
fn a_text_in_a_group_of_the_layer_keeps_its_transform() {
    let text = svg(&format!("<g transform='translate(30,-20)'><g inkscape:groupmode='layer'>{LABEL}</g></g>"));
    let mut shape = parse(&text).elements.remove(0);
    let plain = layer(LABEL).remove(0);
    assert_eq!((shape.x, shape.y), (plain.x + 30, plain.y - 20));
    shape.set_text("Hello").unwrap();
    assert_eq!((shape.x, shape.y), (plain.x + 30, plain.y - 20));
}

#[test]
fn flowed_text_is_set_as_plain_text() {
    let flow = "<flowRoot style='font-size:10px'><flowRegion><rect x='20' y='30' width='60' height='60'/></flowRegion>
        <flowPara>first</flowPara><flowPara style='fill:#f00'>second</flowPara></flowRoot>";
    let mut shape = layer(flow).remove(0);
    assert_eq!(shape.text.as_deref(), Some("first\nsecond"));
    assert!((20..=21).contains(&shape.x) && (30..=33).contains(&shape.y), "{shape:?}");
    assert!(shape.h > 15, "two lines: {shape:?}");
    shape.set_text("one").unwrap();
    assert!(shape.h < 12 && (30..=34).contains(&shape.y), "{shape:?}");
    let grouped = &layer(&format!("<g>{flow}{flow}</g>"))[0];
    assert!(grouped.pixels().unwrap().contains(&0xffff_0000));
}
