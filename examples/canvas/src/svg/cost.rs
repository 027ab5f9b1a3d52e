//! What rendering an element would take, before it is tried.
//!
//! A blur over a region of a million pixels a side, a pattern with huge tiles, masks in masks: each
//! is a valid drawing of a few lines, and the renderer would allocate what they ask for. The walk
//! below adds up pixels, on the high side, and stops at the first limit passed.

use super::layout::PixelBox;
use super::limits;
use resvg::tiny_skia::Transform;
use resvg::usvg::filter::Kind;
use resvg::usvg::{ClipPath, Group, Image, Mask, Node, Paint, Path, Pattern, Tree};

/// Checks that `tree`, rendered into `pixels`, stays within the limits.
pub(super) fn check(tree: &Tree, pixels: PixelBox) -> Result<(), &'static str> {
    // The renderer cuts a layer at twice the size of the target on each side.
    let largest = (f64::from(pixels.w) * 5.0 + 4.0, f64::from(pixels.h) * 5.0 + 4.0);
    let mut bill = Bill { largest, held: 0.0, work: 0.0 };
    bill.hold(f64::from(pixels.w) * f64::from(pixels.h))?;
    bill.group(tree.root(), 1.0)
}

struct Bill {
    /// Width and height of the largest layer.
    largest: (f64, f64),
    /// Pixels of the layers that are held at this point of the walk.
    held: f64,
    work: f64,
}

type Outcome = Result<(), &'static str>;

impl Bill {
    /// Every node takes some work, so a walk through nested patterns ends.
    const NODE: f64 = 256.0;

    fn hold(&mut self, pixels: f64) -> Outcome {
        self.held += pixels;
        if self.held > limits::MAX_LAYER_PIXELS as f64 {
            return Err("the element needs layers too large to be drawn");
        }
        self.spend(pixels)
    }

    fn spend(&mut self, work: f64) -> Outcome {
        self.work += work;
        // A sum that is not a number passes no limit either.
        if self.work <= limits::MAX_WORK as f64 { Ok(()) } else { Err("the element takes too long to be drawn") }
    }

    /// Pixels of a layer of this size, drawn at `scale`.
    fn area(&self, width: f32, height: f32, scale: f64) -> f64 {
        let width = (f64::from(width) * scale + 4.0).min(self.largest.0);
        width * (f64::from(height) * scale + 4.0).min(self.largest.1)
    }

    fn group(&mut self, group: &Group, scale: f64) -> Outcome {
        self.spend(Self::NODE)?;
        let held = self.held;
        if group.should_isolate() {
            let bounds = group.abs_layer_bounding_box();
            let area = self.area(bounds.width(), bounds.height(), scale);
            self.hold(area)?;
            for filter in group.filters() {
                let steps = filter.primitives();
                // The result of each step is kept for those after it; a step works on copies.
                self.hold(area * (steps.len() as f64 + 2.0))?;
                for step in steps {
                    self.spend(area * work_of(step.kind(), self.largest))?;
                    if let Kind::Image(image) = step.kind() {
                        self.group(image.root(), scale)?;
                    }
                }
            }
            let scale = scale * scale_of(group.abs_transform());
            group.clip_path().map_or(Ok(()), |clip| self.clip(clip, area, scale))?;
            group.mask().map_or(Ok(()), |mask| self.mask(mask, area, scale))?;
        }
        group.children().iter().try_for_each(|node| self.node(node, scale))?;
        self.held = held;
        Ok(())
    }

    fn node(&mut self, node: &Node, scale: f64) -> Outcome {
        match node {
            Node::Group(group) => self.group(group, scale),
            Node::Text(text) => self.group(text.flattened(), scale),
            Node::Path(path) => self.path(path, scale),
            Node::Image(image) => self.image(image),
        }
    }

    fn path(&mut self, path: &Path, scale: f64) -> Outcome {
        let bounds = path.abs_stroke_bounding_box();
        let area = self.area(bounds.width(), bounds.height(), scale);
        self.spend(Self::NODE + area + path.data().len() as f64)?;
        let paints = [path.fill().map(|fill| fill.paint()), path.stroke().map(|stroke| stroke.paint())];
        for paint in paints.into_iter().flatten() {
            if let Paint::Pattern(pattern) = paint {
                self.pattern(pattern, path.abs_transform(), scale)?;
            }
        }
        Ok(())
    }

    fn pattern(&mut self, pattern: &Pattern, path: Transform, scale: f64) -> Outcome {
        let held = self.held;
        let scale = scale * scale_of(path.pre_concat(pattern.transform()));
        let tile = pattern.rect();
        self.hold(f64::from(tile.width()) * scale * f64::from(tile.height()) * scale)?;
        self.group(pattern.root(), scale)?;
        self.held = held;
        Ok(())
    }

    fn image(&mut self, image: &Image) -> Outcome {
        let held = self.held;
        // Decoded, and converted.
        self.hold(f64::from(image.size().width()) * f64::from(image.size().height()) * 2.0)?;
        self.held = held;
        Ok(())
    }

    fn clip(&mut self, clip: &ClipPath, area: f64, scale: f64) -> Outcome {
        let held = self.held;
        self.hold(area * 2.0)?;
        self.group(clip.root(), scale)?;
        clip.clip_path().map_or(Ok(()), |clip| self.clip(clip, area, scale))?;
        self.held = held;
        Ok(())
    }

    fn mask(&mut self, mask: &Mask, area: f64, scale: f64) -> Outcome {
        let held = self.held;
        self.hold(area * 2.0)?;
        self.group(mask.root(), scale)?;
        mask.mask().map_or(Ok(()), |mask| self.mask(mask, area, scale))?;
        self.held = held;
        Ok(())
    }
}

/// The factor by which `transform` enlarges, at most.
fn scale_of(transform: Transform) -> f64 {
    let (x, y) = transform.get_scale();
    f64::from(x.max(y))
}

/// Steps for each pixel of a filter's region.
fn work_of(kind: &Kind, largest: (f64, f64)) -> f64 {
    match kind {
        Kind::Turbulence(turbulence) => 16.0 * (f64::from(turbulence.num_octaves()) + 1.0),
        Kind::ConvolveMatrix(convolve) => f64::from(convolve.matrix().columns()) * f64::from(convolve.matrix().rows()),
        Kind::Morphology(morphology) => {
            let side = |radius: f32, largest: f64| (2.0 * f64::from(radius) + 1.0).min(largest);
            side(morphology.radius_x().get(), largest.0) * side(morphology.radius_y().get(), largest.1)
        }
        Kind::GaussianBlur(_) | Kind::DropShadow(_) => 8.0,
        _ => 4.0,
    }
}
