//! Premultiplied ARGB to PNG files, which hold straight RGBA.

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::Path;

pub(super) fn save(path: &Path, width: u32, height: u32, pixels: &[u32]) -> io::Result<()> {
    let mut file = BufWriter::new(File::create(path)?);
    let mut encoder = png::Encoder::new(&mut file, width, height);
    encoder.set_color(png::ColorType::Rgba);
    encoder.set_depth(png::BitDepth::Eight);
    let mut writer = encoder.write_header()?;
    let bytes: Vec<u8> = pixels.iter().flat_map(|&pixel| straight(pixel)).collect();
    writer.write_image_data(&bytes)?;
    writer.finish()?;
    // Dropping the buffer would hide what cannot be written any more, such as to a full disk.
    file.flush()
}

/// R, G, B, A, with the colours divided by the alpha and rounded.
pub(super) fn straight(pixel: u32) -> [u8; 4] {
    let [alpha, red, green, blue] = pixel.to_be_bytes();
    let divide = |colour: u8| match u32::from(alpha) {
        0 => 0,
        a => u8::try_from((u32::from(colour) * 255 + a / 2) / a).unwrap_or(u8::MAX),
    };
    [divide(red), divide(green), divide(blue), alpha]
}
