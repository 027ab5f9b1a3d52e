//! The curves that a path's arcs become.
//!
//! The renderer splits an arc into as many curves as its *radii* need, however little of it is
//! within sight: two numbers of a path (`A 1e30 1 …`) can ask for billions. So they are counted
//! before, on the high side.

use svgtypes::{PathParser, PathSegment as Segment};

/// How far a curve may be from its arc, as the renderer has it.
const TOLERANCE: f64 = 0.1;

/// The curves for the arcs in the path data `data`.
pub(super) fn curves(data: &str) -> u64 {
    let mut bound: f64 = 0.0;
    let mut curves = 0_u64;
    // The renderer, too, takes a path up to its first error.
    for segment in PathParser::from(data).map_while(Result::ok) {
        let (x, y) = end(&segment);
        let step = x.abs() + y.abs();
        if let Segment::EllipticalArc { rx, ry, .. } = segment {
            let (long, short) = (rx.abs().max(ry.abs()), rx.abs().min(ry.abs()));
            // A radius of zero makes a line.
            if short > 0.0 {
                // Radii that do not span the distance are enlarged until they do.
                let enlarged = long * ((bound + step) / short).max(1.0);
                curves = curves.saturating_add(split(enlarged));
            }
        }
        // No point of the path so far is farther from the origin.
        bound = if segment.is_abs() { bound.max(step) } else { bound + step };
    }
    curves
}

/// The end of `segment`: a point, or a step from the point before.
fn end(segment: &Segment) -> (f64, f64) {
    match *segment {
        Segment::HorizontalLineTo { x, .. } => (x, 0.0),
        Segment::VerticalLineTo { y, .. } => (0.0, y),
        Segment::MoveTo { x, y, .. }
        | Segment::LineTo { x, y, .. }
        | Segment::CurveTo { x, y, .. }
        | Segment::SmoothCurveTo { x, y, .. }
        | Segment::Quadratic { x, y, .. }
        | Segment::SmoothQuadratic { x, y, .. }
        | Segment::EllipticalArc { x, y, .. } => (x, y),
        Segment::ClosePath { .. } => (0.0, 0.0),
    }
}

/// The curves for a whole ellipse: the error shrinks with the sixth power of their number.
fn split(radius: f64) -> u64 {
    let curves = (1.1163 * radius / TOLERANCE).powf(1.0 / 6.0).ceil();
    // What is not a number counts as too many; the conversion saturates.
    if curves.is_nan() { u64::MAX } else { curves as u64 }
}
