//! Pixels of a shape.

use super::error::RenderError;
use super::layout::guarded;
use super::shape::Shape;
use resvg::tiny_skia::{Pixmap, PremultipliedColorU8, Transform};

impl Shape {
    /// Renders the shape, opaque, into `pixels`: `h` rows of `w` premultiplied ARGB32 pixels (alpha
    /// in the highest byte of each word), `stride` words from row to row.
    ///
    /// The left upper pixel is the one at `x`, `y` of the canvas; whole shapes need the shape's `w`
    /// and `h`. A smaller target cuts, a larger one stays transparent beyond. All pixels of the
    /// target are overwritten, the words between the rows are not.
    pub fn render(&self, pixels: &mut [u32], w: u32, h: u32, stride: usize) -> Result<(), RenderError> {
        if w == 0 || h == 0 {
            return Ok(());
        }
        let (width, height) = (w as usize, h as usize);
        let needed = stride.checked_mul(height - 1).and_then(|rows| rows.checked_add(width));
        if stride < width || needed.is_none_or(|needed| pixels.len() < needed) {
            return Err(RenderError::Buffer);
        }
        for row in pixels.chunks_mut(stride).take(height) {
            row[..width].fill(0);
        }
        let (w, h) = (w.min(self.w), h.min(self.h));
        let Some(pixmap) = self.pixmap(w, h)? else {
            return Ok(());
        };
        let rows = pixmap.pixels().chunks_exact(w as usize);
        for (target, row) in pixels.chunks_mut(stride).zip(rows) {
            for (word, pixel) in target.iter_mut().zip(row) {
                *word = argb(*pixel);
            }
        }
        Ok(())
    }

    /// The shape's pixels, `w` × `h`, without gaps.
    pub fn pixels(&self) -> Result<Vec<u32>, RenderError> {
        let mut pixels = vec![0; self.w as usize * self.h as usize];
        self.render(&mut pixels, self.w, self.h, self.w as usize)?;
        Ok(pixels)
    }

    fn pixmap(&self, w: u32, h: u32) -> Result<Option<Pixmap>, RenderError> {
        let Some(mut pixmap) = Pixmap::new(w, h) else {
            return Ok(None);
        };
        let to_corner = Transform::from_translate(-(self.x as f32), -(self.y as f32));
        guarded(|| resvg::render(&self.tree, to_corner, &mut pixmap.as_mut())).ok_or(RenderError::Renderer)?;
        Ok(Some(pixmap))
    }
}

fn argb(pixel: PremultipliedColorU8) -> u32 {
    u32::from_be_bytes([pixel.alpha(), pixel.red(), pixel.green(), pixel.blue()])
}
