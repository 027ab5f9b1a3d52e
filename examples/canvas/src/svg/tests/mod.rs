//! Tests of the drawings.

mod bad_input;
mod fuzz;
mod hostile;
mod loading;
mod rendering;
mod texts;

use super::{Drawing, LoadError, Shape};

/// A drawing of 100 × 100 with `body` in it.
fn svg(body: &str) -> String {
    format!(
        "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' \
         xmlns:inkscape='http://www.inkscape.org/namespaces/inkscape' \
         xmlns:sodipodi='http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd' \
         width='100' height='100'>{body}</svg>"
    )
}

/// The elements of [`svg`] of `body` in a layer.
fn layer(body: &str) -> Vec<Shape> {
    parse(&svg(&format!("<g>{body}</g>"))).elements
}

fn parse(text: &str) -> Drawing {
    Drawing::parse(text).unwrap_or_else(|error| panic!("{error}"))
}

fn place(shape: &Shape) -> (i32, i32, u32, u32) {
    (shape.x, shape.y, shape.w, shape.h)
}

fn too_large(text: &str) -> String {
    match Drawing::parse(text) {
        Err(LoadError::TooLarge { message, .. }) => message,
        other => panic!("{other:?}"),
    }
}

fn malformed(text: impl AsRef<[u8]>) -> (u32, u32, String) {
    match Drawing::parse(text) {
        Err(LoadError::Malformed { line, column, message }) => (line, column, message),
        other => panic!("{other:?}"),
    }
}
