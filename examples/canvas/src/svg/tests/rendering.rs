//! Pixels of single elements.

use super::{layer, place};
use crate::svg::RenderError;

#[test]
fn pixels_are_premultiplied_argb() {
    let shapes = layer("<rect x='3' y='4' width='2' height='1' style='fill:#ff8000;fill-opacity:0.5'/>");
    assert_eq!(shapes[0].pixels().unwrap(), [0x8080_4000; 2]);
}

#[test]
fn opacity_is_left_to_the_canvas() {
    let shapes = layer(
        "<rect width='1' height='1' style='opacity:0.25'/><rect width='1' height='1' opacity='25%'/>
         <g style='fill:#00f;opacity:.25'><rect width='1' height='1' opacity='0.5'/></g>
         <rect width='1' height='1' opacity='0.1' style='opacity:7'/>",
    );
    let opacities: Vec<f32> = shapes.iter().map(|shape| shape.opacity).collect();
    assert_eq!(opacities, [0.25, 0.25, 0.25, 1.0]);
    let pixels: Vec<u32> = shapes.iter().map(|shape| shape.pixels().unwrap()[0]).collect();
    assert_eq!(pixels, [0xff00_0000, 0xff00_0000, 0x8000_0080, 0xff00_0000], "inner opacity stays");
}

#[test]
fn what_an_element_refers_to_is_drawn_with_it() {
    let shapes = layer(
        "<defs><linearGradient id='stops'><stop offset='0' stop-color='#f00'/></linearGradient>
           <linearGradient id='red' xlink:href='#stops'/><g id='pair' fill='url(#red)'><rect id='one' width='2' height='2'/></g></defs>
         <rect width='2' height='2' style='fill:url(#red)'/><use x='50' y='60' xlink:href='#pair'/>
         <rect class='green' width='2' height='2'/><style>.green { fill: #0f0 }</style>
         <rect x='9' width='4' height='4' clip-path='url(#half)'/>
         <clipPath id='half'><rect x='9' width='2' height='4'/></clipPath>
         <use href='#missing'/><rect width='2' height='2' fill='url(#missing) blue'/>",
    );
    assert_eq!(shapes.len(), 6);
    assert_eq!(shapes[0].pixels().unwrap(), [0xffff_0000; 4]);
    assert_eq!((place(&shapes[1]), shapes[1].pixels().unwrap()), ((50, 60, 2, 2), vec![0xffff_0000; 4]));
    assert_eq!(shapes[2].pixels().unwrap(), [0xff00_ff00; 4]);
    assert_eq!((place(&shapes[3]), shapes[3].pixels().unwrap()), ((9, 0, 2, 4), vec![0xff00_0000; 8]));
    assert_eq!(place(&shapes[4]), (0, 0, 0, 0));
    assert_eq!(shapes[5].pixels().unwrap(), [0xff00_00ff; 4]);
}

#[test]
fn a_blur_widens_the_box() {
    let shapes = layer(
        "<filter id='f' x='-1' y='-1' width='3' height='3'><feGaussianBlur stdDeviation='3'/></filter>
         <rect x='40' y='40' width='20' height='10' filter='url(#f)'/>",
    );
    assert_eq!(place(&shapes[0]), (20, 30, 60, 30));
    let pixels = shapes[0].pixels().unwrap();
    let alpha = |x: usize, y: usize| pixels[y * 60 + x] >> 24;
    assert!(alpha(30, 15) > 200 && alpha(30, 6) > 0 && alpha(30, 6) < 128 && alpha(0, 0) == 0);
}

#[test]
fn the_target_may_have_gaps_and_another_size() {
    let shapes = layer("<rect x='7' y='7' width='2' height='2'/>");
    let mut pixels = [1; 12];
    shapes[0].render(&mut pixels, 3, 3, 4).unwrap();
    let black = 0xff00_0000;
    assert_eq!(pixels, [black, black, 0, 1, black, black, 0, 1, 0, 0, 0, 1]);
    let mut pixels = [1; 2];
    shapes[0].render(&mut pixels, 1, 1, 2).unwrap();
    assert_eq!(pixels, [black, 1]);
    shapes[0].render(&mut [], 0, 5, 0).unwrap();
    for (w, h, stride) in [(2, 2, 1), (3, 1, 3), (2, 2, 2), (1, u32::MAX, usize::MAX)] {
        assert_eq!(shapes[0].render(&mut [0; 2], w, h, stride), Err(RenderError::Buffer));
    }
}

#[test]
fn only_embedded_images_are_drawn() {
    // A red pixel, written by our own PNG library, so that the test needs no file.
    let mut png = Vec::new();
    let mut encoder = png::Encoder::new(&mut png, 1, 1);
    encoder.set_color(png::ColorType::Rgb);
    encoder.write_header().unwrap().write_image_data(&[255, 0, 0]).unwrap();
    let hex: String = png.iter().map(|byte| format!("%{byte:02x}")).collect();
    let file = std::env::temp_dir().join(format!("inkface-outside-{}.png", std::process::id()));
    std::fs::write(&file, &png).unwrap();
    let shapes = layer(&format!(
        "<image width='2' height='2' xlink:href='data:image/png,{hex}'/>
         <image width='2' height='2' xlink:href='{0}'/><image width='2' height='2' href='file://{0}'/>
         <image width='2' height='2' href=\"data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/%3E\"/>",
        file.display()
    ));
    std::fs::remove_file(&file).unwrap();
    assert_eq!(shapes[0].pixels().unwrap(), [0xffff_0000; 4]);
    for shape in &shapes[1..] {
        assert_eq!(place(shape), (0, 0, 0, 0));
    }
}
