//! Pixels, damage and PNG.

use super::{alone, counted, filled, rect};
use crate::ink::png::straight;
use crate::ink::{Canvas, Element, Error, RunEnd, Status};

#[test]
fn moving_redraws_the_old_and_the_new_rectangle() {
    let _alone = alone();
    let canvas = Canvas::new(60, 40).unwrap();
    let element = filled(&canvas, rect(0, 0, 10, 5), 0, 0xFFFF_0000);
    filled(&canvas, rect(0, 20, 60, 20), 0, 0xFF00_FF00);
    assert_eq!(canvas.refresh().unwrap(), RunEnd::Idle);
    let before = canvas.pixels().unwrap();
    element.move_to(30, 10).unwrap();
    canvas.refresh().unwrap();
    let repaint = canvas.last_repaint().unwrap();
    assert_eq!(repaint.rects, [rect(0, 0, 10, 5), rect(30, 10, 10, 5)]);
    assert_eq!(repaint.pixels, 100);
    let changed = canvas.pixels().unwrap().iter().zip(&before).filter(|(new, old)| new != old).count();
    assert_eq!(changed, 100);
}

#[test]
fn rendering_is_cached() {
    let _alone = alone();
    let (fill, counts) = counted(0x80FF_0000);
    let element = Element::new(rect(0, 0, 3, 2), 0, fill).unwrap();
    assert_eq!(counts.get(), (0, 0));
    assert_eq!(element.pixels().unwrap(), [0x8080_0000; 6]); // never more colour than alpha
    element.move_to(5, 5).unwrap();
    element.pixels().unwrap();
    assert_eq!(counts.get(), (1, 0));
    element.invalidate().unwrap();
    element.pixels().unwrap();
    assert_eq!(counts.get(), (2, 0));
    element
        .set_renderer(|pixels: &mut [u32], _, _, _| {
            pixels.fill(0xFF01_0203);
            true
        })
        .unwrap();
    assert_eq!(counts.get(), (2, 1));
    assert_eq!(element.pixels().unwrap(), [0xFF01_0203; 6]);
    element.set_rect(rect(0, 0, 0, 9)).unwrap();
    assert!(element.pixels().unwrap().is_empty());
}

#[test]
fn a_renderer_that_fails() {
    let _alone = alone();
    let canvas = Canvas::new(4, 4).unwrap();
    let element = Element::new(rect(0, 0, 4, 4), 0, |_: &mut [u32], _, _, _| false).unwrap();
    canvas.add(&element).unwrap();
    assert!(matches!(element.pixels(), Err(Error::Status(Status::RENDER))));
    element.invalidate().unwrap();
    assert!(matches!(canvas.refresh(), Err(Error::Status(Status::RENDER))));
    assert_eq!(canvas.pixels().unwrap(), [0xFFFF_FFFF; 16]);
}

#[test]
fn straight_alpha() {
    assert_eq!(straight(0x0000_0000), [0, 0, 0, 0]);
    assert_eq!(straight(0xFF01_02FE), [1, 2, 254, 255]);
    assert_eq!(straight(0x8080_4001), [255, 128, 2, 128]);
    assert_eq!(straight(0x0101_0001), [255, 0, 255, 1]);
    for alpha in 1..=255_u32 {
        for colour in 0..=alpha {
            let [red, ..] = straight(alpha << 24 | colour << 16);
            // Premultiplied again it is what it was.
            assert_eq!((u32::from(red) * alpha + 127) / 255, colour);
        }
    }
}

#[test]
fn a_png_holds_the_framebuffer() {
    let _alone = alone();
    let canvas = Canvas::new(3, 2).unwrap();
    filled(&canvas, rect(1, 0, 1, 2), 0, 0xFF10_2030);
    canvas.refresh().unwrap();
    let path = std::env::temp_dir().join(format!("inkcanvas-{}.png", std::process::id()));
    canvas.save_png(&path).unwrap();
    let file = std::io::BufReader::new(std::fs::File::open(&path).unwrap());
    let mut reader = png::Decoder::new(file).read_info().unwrap();
    let mut bytes = vec![0; reader.output_buffer_size().unwrap()];
    let info = reader.next_frame(&mut bytes).unwrap();
    std::fs::remove_file(&path).unwrap();
    assert_eq!((info.width, info.height), (3, 2));
    let row = [255, 255, 255, 255, 0x10, 0x20, 0x30, 255, 255, 255, 255, 255];
    assert_eq!(bytes, [row, row].concat());
    let missing = canvas.save_png("/no such directory/frame.png");
    assert!(matches!(missing, Err(Error::Save(error)) if error.kind() == std::io::ErrorKind::NotFound));
}
