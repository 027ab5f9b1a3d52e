//! The drawings of the project, and those of `INKFACE_FACES`, loaded and put together.
//!
//! Each composite is written as a PNG to the target's `tmp` directory, to be looked at.

use inkface::svg::{Drawing, Shape};
use std::fs::File;
use std::path::{Path, PathBuf};
use std::time::Instant;

/// Paints all elements in z-order on white, as the canvas does.
fn composite(drawing: &Drawing) -> Vec<u32> {
    let (width, height) = (drawing.width as usize, drawing.height as usize);
    let mut canvas = vec![0xffff_ffff; width * height];
    let mut order: Vec<&Shape> = drawing.elements.iter().collect();
    order.sort_by_key(|shape| shape.order);
    for shape in order {
        let pixels = shape.pixels().unwrap();
        for (row, line) in pixels.chunks(shape.w.max(1) as usize).enumerate() {
            for (column, pixel) in line.iter().enumerate() {
                let x = usize::try_from(shape.x + column as i32).unwrap_or(width);
                let y = usize::try_from(shape.y + row as i32).unwrap_or(height);
                if x < width && y < height {
                    let under = &mut canvas[y * width + x];
                    *under = over(*pixel, shape.opacity, *under);
                }
            }
        }
    }
    canvas
}

fn over(pixel: u32, opacity: f32, under: u32) -> u32 {
    let pixel = pixel.to_be_bytes().map(|channel| f32::from(channel) * opacity);
    let rest = 1.0 - pixel[0] / 255.0;
    let mut channels = under.to_be_bytes();
    for (channel, source) in channels.iter_mut().zip(pixel) {
        *channel = (source + f32::from(*channel) * rest).round() as u8;
    }
    u32::from_be_bytes(channels)
}

fn save(name: &str, drawing: &Drawing, pixels: &[u32]) {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}.png"));
    let mut encoder = png::Encoder::new(File::create(path).unwrap(), drawing.width, drawing.height);
    encoder.set_color(png::ColorType::Rgb);
    let bytes: Vec<u8> = pixels.iter().flat_map(|pixel| pixel.to_be_bytes().into_iter().skip(1)).collect();
    encoder.write_header().unwrap().write_image_data(&bytes).unwrap();
}

/// Loads, paints and saves, and prints the time that loading and painting took.
fn show(prefix: &str, path: &Path) -> (Drawing, Vec<u32>) {
    let start = Instant::now();
    let drawing = Drawing::load(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let pixels = composite(&drawing);
    let taken = start.elapsed();
    let name = format!("{prefix}{}", path.file_stem().unwrap().to_string_lossy());
    save(&name, &drawing, &pixels);
    println!("{name}: {} elements, loaded and painted in {taken:?}", drawing.elements.len());
    (drawing, pixels)
}

fn own(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("drawings").join(name)
}

fn by_name<'a>(drawing: &'a Drawing, name: &str) -> &'a Shape {
    let found = drawing.elements.iter().find(|shape| shape.name == name);
    found.unwrap_or_else(|| panic!("no element '{name}'"))
}

#[test]
fn six_original_faces() {
    let Some(directory) = std::env::var_os("INKFACE_FACES") else {
        println!("not run: no drawings");
        return;
    };
    let expected =
        [("login", 11), ("public", 95), ("anim", 34), ("visual", 9), ("overlap-low", 6), ("overlap-high", 1)];
    for (name, count) in expected {
        let (drawing, pixels) = show("face-", &Path::new(&directory).join(format!("{name}.svg")));
        assert_eq!((drawing.width, drawing.height), (800, 480), "{name}");
        assert_eq!(drawing.elements.len(), count, "{name}");
        assert!(drawing.elements.iter().any(|shape| shape.w > 0), "{name} draws nothing");
        assert!(pixels.iter().any(|&pixel| pixel != 0xffff_ffff), "{name} is blank");
    }
}

#[test]
fn the_demo() {
    let (drawing, _) = show("own-", &own("demo.svg"));
    assert_eq!((drawing.width, drawing.height), (800, 480));
    assert!(drawing.elements.len() >= 30, "{}", drawing.elements.len());
    for shape in &drawing.elements {
        assert!(shape.w > 0 && shape.h > 0, "{shape:?} is empty");
        let mut letters = shape.name.chars();
        assert!(letters.next().is_some_and(|c| c.is_ascii_lowercase()), "{shape:?}");
        assert!(letters.all(|c| c.is_ascii_alphanumeric() || c == '_'), "{shape:?}");
    }
    for name in ["background", "play", "stop", "next", "status", "quit"] {
        by_name(&drawing, name);
    }
}

#[test]
fn the_login() {
    let (drawing, _) = show("own-", &own("login.svg"));
    assert_eq!(by_name(&drawing, "username_text").text.as_deref(), Some("name"));
    assert_eq!(by_name(&drawing, "login").text.as_deref(), Some("Log in"));
    assert_eq!(by_name(&drawing, "status").order, 20, "level with the highest before it");
}

#[test]
fn the_overlap_is_exact() {
    let (drawing, canvas) = show("own-", &own("overlap.svg"));
    let place = |name| {
        let shape = by_name(&drawing, name);
        (shape.x, shape.y, shape.w, shape.h)
    };
    assert_eq!(place("background"), (0, 0, 400, 300));
    assert_eq!(place("low"), (20, 20, 200, 160));
    assert_eq!(place("middle"), (100, 60, 100, 100));
    assert_eq!(place("high"), (120, 100, 200, 160));
    assert_eq!(place("outside"), (390, 290, 20, 20));
    assert_eq!(by_name(&drawing, "last").order, 40);
    assert_eq!(by_name(&drawing, "faint").opacity, 0.5);
    let at = |x: usize, y: usize| canvas[y * 400 + x];
    assert_eq!(at(20, 20), 0xffff_0000);
    assert_eq!(at(19, 20), 0xffff_ffff);
    assert_eq!(at(110, 90), 0xff00_ff00, "middle is above low");
    assert_eq!(at(150, 120), 0xff00_00ff, "high is above middle, which comes after it");
    assert_eq!(at(310, 50), 0xff40_4040, "of one order, the later is above");
    assert_eq!(at(350, 70), 0xff00_0000, "without an order, above those before");
    assert_eq!(at(40, 220), 0xff80_8080, "opacity is applied once, by the canvas");
    assert_eq!(at(210, 10), 0xffff_ffff, "below the background");
}
