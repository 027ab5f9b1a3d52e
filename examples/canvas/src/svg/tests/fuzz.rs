//! Our own drawings, mutated: no panic, no abort, whatever the text becomes.

use super::Drawing;
use crate::svg::RenderError;

/// A small generator with a fixed seed, so that a failure can be repeated.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % limit.max(1) as u64) as usize
    }
}

const SPLICES: [&str; 24] = [
    "1e308",
    "-1",
    "NaN",
    "<g>",
    "</g>",
    "<rect/>",
    "url(#",
    "href='#sky'",
    "\"",
    ">",
    "&",
    "\u{0}",
    "%",
    "e9",
    "transform='scale(1e9)'",
    "<use xlink:href='#play_g'/>",
    "<text>",
    "order='x'",
    ";opacity:.5",
    "display:none",
    "<style>*{fill:url(#sky)}</style>",
    "stdDeviation='1e9'",
    "xmlns=''",
    "<!--",
];

const NUMBERS: [&str; 12] = ["0", "-1", "1e308", "-1e30", "1e-30", "0.5", "99999", "16385", "3e7", "NaN", "", "7,7"];

/// Puts other numbers into the text: it mostly stays well-formed, and reaches the renderer.
fn renumber(text: &[u8], random: &mut Random) -> Vec<u8> {
    let mut text = text.to_vec();
    for _ in 0..=random.below(6) {
        let at = random.below(text.len());
        let digits = |from: usize, wanted: bool| {
            let found = text[from..].iter().position(|byte| byte.is_ascii_digit() == wanted);
            found.map_or(text.len(), |offset| from + offset)
        };
        let start = digits(at, true);
        let end = digits(start, false);
        let number = NUMBERS[random.below(NUMBERS.len())];
        text.splice(start..end, number.bytes());
    }
    text
}

fn mutate(text: &[u8], random: &mut Random) -> Vec<u8> {
    let mut text = text.to_vec();
    for _ in 0..=random.below(4) {
        let at = random.below(text.len());
        match random.below(5) {
            0 => text[at] = random.below(256) as u8,
            1 => text[at] = b"0123456789.-e \"'<>/#"[random.below(20)],
            2 => drop(text.drain(at..(at + random.below(40)).min(text.len()))),
            3 => {
                let copy = text[at..(at + random.below(400)).min(text.len())].to_vec();
                let to = random.below(text.len());
                text.splice(to..to, copy);
            }
            _ => {
                let splice = SPLICES[random.below(SPLICES.len())];
                text.splice(at..at, splice.bytes());
            }
        }
    }
    text
}

/// The number of mutants is small for every run; `INKFACE_FUZZ` sets another.
#[test]
fn mutants_of_our_drawings_are_survived() {
    let count = std::env::var("INKFACE_FUZZ").ok().and_then(|count| count.parse().ok()).unwrap_or(60);
    let mut sources = vec![
        include_bytes!("../../../drawings/demo.svg").to_vec(),
        include_bytes!("../../../drawings/login.svg").to_vec(),
        include_bytes!("../../../drawings/overlap.svg").to_vec(),
    ];
    if let Some(directory) = std::env::var_os("INKFACE_FACES") {
        let files = std::fs::read_dir(directory).unwrap().map(|entry| entry.unwrap().path());
        let drawings = files.filter(|path| path.extension().is_some_and(|extension| extension == "svg"));
        sources.extend(drawings.map(|path| std::fs::read(path).unwrap()));
    }
    let mut random = Random(0x0ddb_a11d_ead5_eed5);
    let (mut loaded, mut refused) = (0, 0);
    for round in 0..count {
        let source = &sources[round % sources.len()];
        let change = [mutate, renumber][random.below(2)];
        let text = change(source, &mut random);
        match Drawing::parse(&text) {
            Ok(mut drawing) => {
                loaded += 1;
                for shape in &mut drawing.elements {
                    // The renderer may panic on the numbers (its debug assertions do); here that
                    // must have become an error, with nothing drawn.
                    let drawn = shape.pixels();
                    assert!(!matches!(drawn, Err(RenderError::Buffer)), "round {round}: {shape:?}");
                    if let Err(error) = shape.set_text("changed\nto this") {
                        assert!(!error.to_string().is_empty(), "round {round}");
                    }
                }
            }
            Err(error) => {
                refused += 1;
                assert!(!error.to_string().is_empty());
            }
        }
    }
    assert!(loaded > 0 && refused > 0, "{loaded} loaded, {refused} refused");
}
