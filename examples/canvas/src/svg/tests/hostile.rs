//! Drawings made to exhaust the stack, the memory or the patience: an error or a picture, in time.

use super::{Drawing, LoadError, layer, malformed, place, svg, too_large};
use std::fmt::Write as _;
use std::time::{Duration, Instant};

/// Loads and renders; what counts is that it ends, soon.
fn survive(text: &str) -> Result<usize, LoadError> {
    let start = Instant::now();
    let result = Drawing::parse(text).map(|drawing| {
        for shape in &drawing.elements {
            let _ = shape.pixels();
        }
        drawing.elements.len()
    });
    assert!(start.elapsed() < Duration::from_secs(60), "{:?}: {result:?}", start.elapsed());
    result
}

#[test]
fn deep_nesting_is_refused() {
    let nested = |depth: usize| {
        svg(&format!("{}<rect width='1' height='1'/>{}", "<g opacity='.9'>".repeat(depth), "</g>".repeat(depth)))
    };
    too_large(&nested(100_000));
    too_large(&nested(200));
    // What is allowed fits a small stack, with layers at every level.
    let within = nested(90);
    let run = move || survive(&within).map(|_| ()).map_err(|error| error.to_string());
    std::thread::Builder::new().stack_size(1 << 20).spawn(run).unwrap().join().unwrap().unwrap();
}

#[test]
fn chains_and_circles_of_references_are_refused() {
    let mut chain = String::new();
    for n in 0..1000 {
        let _ = write!(chain, "<g id='g{n}'><use href='#g{}'/></g>", n + 1);
    }
    too_large(&svg(&format!("<g>{chain}</g>")));
    let (_, _, message) = malformed(svg("<g><g id='a'><use href='#b'/></g><g id='b'><use href='#a'/></g></g>"));
    assert_eq!(message, "'#a' refers to itself");
    malformed(svg("<g id='layer'><use href='#layer'/></g>"));
    malformed(svg(
        "<g><pattern id='p' width='9' height='9'><rect width='5' height='5' fill='url(#p)'/></pattern><rect width='9' height='9' fill='url(#p)'/></g>",
    ));
    malformed(svg(
        "<linearGradient id='a' href='#b'/><linearGradient id='b' href='#a'/><g><rect width='9' height='9' fill='url(#a)'/></g>",
    ));
    // Through a style sheet the circle is not seen, but it is harmless.
    let _ = survive(&svg(
        "<style>.p { fill: url(#p) }</style><pattern id='p' width='.5' height='.5'><rect class='p' width='5' height='5'/></pattern><g><rect class='p' width='50' height='50'/></g>",
    ));
}

#[test]
fn bombs_of_use_markers_and_entities_are_refused() {
    let mut bomb = String::from("<g id='b0'><rect width='1' height='1'/></g>");
    for n in 0..40 {
        let twice = format!("<use href='#b{n}'/>").repeat(2);
        let _ = write!(bomb, "<g id='b{}'>{twice}</g>", n + 1);
    }
    too_large(&svg(&format!("<defs>{bomb}</defs><g><use href='#b40'/></g>")));
    let marker = format!("<marker id='m'>{}</marker>", "<path d='M0,0 1,1'/>".repeat(1000));
    let path = format!("<path style='marker-mid:url(#m)' d='M0,0{}'/>", " 1,1".repeat(100_000));
    too_large(&svg(&format!("{marker}<g>{path}</g>")));
    let mut laughs = String::from("<!ENTITY l0 'ha'>");
    for n in 1..12 {
        let _ = write!(laughs, "<!ENTITY l{n} '{}'>", format!("&l{};", n - 1).repeat(10));
    }
    let text = format!("<!DOCTYPE svg [{laughs}]>{}", svg("<g><text>&l11;</text></g>"));
    assert!(Drawing::parse(text).is_err());
    let long = format!(
        "<!DOCTYPE svg [<!ENTITY a '{}'>]>{}",
        "a".repeat(100_000),
        svg(&format!("<g><text>{}</text></g>", "&a;".repeat(100_000)))
    );
    too_large(&long);
}

#[test]
fn absurd_numbers_are_survived() {
    for n in ["1e308", "-1e308", "1e38", "1e30", "-1e10", "1e9", "NaN", "1e-308", "99999999999999999999"] {
        let body = format!(
            "<rect x='{n}' width='10' height='10'/><rect width='{n}' height='{n}'/><rect x='-{n}' width='{n}' height='5'/>
             <circle cx='50' cy='50' r='{n}' style='stroke:#000;stroke-width:{n}'/>
             <path d='M0,0 L{n},{n} A{n} 1 0 0 1 5 5 Z' stroke='#000' stroke-dasharray='{n} 1'/>
             <text x='{n}' style='font-size:{n}px'>x</text><text dy='{n}' letter-spacing='{n}'>xy</text>
             <g transform='scale({n})'><rect width='1' height='1'/></g>
             <g transform='matrix({n} 1 1 {n} {n} {n})' opacity='.5'><rect width='1' height='1' rx='{n}'/></g>
             <path d='M0,0 L9,9' stroke='#000' stroke-width='{n}' stroke-miterlimit='{n}'/>"
        );
        for element in body.split_inclusive('>').filter(|element| element.ends_with("/>")) {
            // Alone too: the first refusal would hide the rest.
            let _ = survive(&svg(&format!("<g>{element}</g>")));
        }
        let _ = survive(&svg(&format!("<g>{body}</g>")));
    }
    let shapes = layer("<rect x='-1e9' y='10' width='2e9' height='10'/>");
    assert_eq!(place(&shapes[0]), (0, 10, 100, 10), "cut at the canvas");
}

#[test]
fn absurd_filters_and_patterns_are_survived() {
    let steps = [
        "<feGaussianBlur stdDeviation='1e9'/>",
        "<feGaussianBlur stdDeviation='1e-9'/>",
        "<feMorphology operator='dilate' radius='1e6'/>",
        "<feTurbulence baseFrequency='1e9' numOctaves='1000000'/>",
        "<feOffset dx='1e30' dy='-1e30'/>",
        "<feTile/>",
        "<feConvolveMatrix order='3' kernelMatrix='1e38 1 1 1 1 1 1 1 1'/>",
        "<feDropShadow dx='1e9' stdDeviation='1e6'/>",
        "<feDisplacementMap scale='1e30' in2='SourceGraphic'/>",
        "<feSpecularLighting surfaceScale='1e30'><fePointLight x='1e30'/></feSpecularLighting>",
    ];
    let regions =
        ["", "x='-1e9' y='-1e9' width='1e10' height='1e10'", "filterUnits='userSpaceOnUse' width='1e30' height='1e30'"];
    for step in steps {
        for region in regions {
            let body = format!(
                "<filter id='f' {region}>{step}</filter><g><rect width='90' height='90' filter='url(#f)'/></g>"
            );
            let _ = survive(&svg(&body));
        }
    }
    for tile in [
        "width='1e9' height='1e9'",
        "width='1e-9' height='1e-9'",
        "width='60000' height='60000' patternUnits='userSpaceOnUse'",
    ] {
        let body = format!(
            "<pattern id='p' {tile}><rect width='9' height='9'/></pattern><g><rect width='90' height='90' fill='url(#p)'/></g>"
        );
        let _ = survive(&svg(&body));
    }
}

#[test]
fn patterns_in_patterns_and_huge_layers_are_refused() {
    let mut patterns = String::from("<pattern id='p0' width='.5' height='.5'><rect width='9' height='9'/></pattern>");
    for n in 0..30 {
        let rects = format!("<rect width='9' height='9' fill='url(#p{n})'/>").repeat(8);
        let _ = write!(patterns, "<pattern id='p{}' width='.5' height='.5'>{rects}</pattern>", n + 1);
    }
    too_large(&svg(&format!("{patterns}<g><rect width='90' height='90' fill='url(#p30)'/></g>")));
    let text = "<svg xmlns='http://www.w3.org/2000/svg' width='8000' height='8000'><g>";
    let layers = format!(
        "{text}{}<rect width='8000' height='8000'/>{}</g></svg>",
        "<g opacity='.9'>".repeat(20),
        "</g>".repeat(20)
    );
    too_large(&layers);
    let many = format!("{text}{}</g></svg>", "<rect width='8000' height='8000'/>".repeat(20));
    too_large(&many);
}
