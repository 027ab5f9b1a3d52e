//! `flowRoot`, the flowed text of Inkscape up to 0.92, as plain `text`.
//!
//! It comes from a draft of SVG 1.2 that never was a standard, and the renderer passes it over. Here
//! it is set from the left upper corner of its region, a line for each `flowPara`. Only a region
//! that is a `rect` has such a corner; others start at the origin. Lines are not broken to fit the
//! region: a line that is too long runs over its edge.

use super::{text, xml};
use resvg::usvg::roxmltree::{self, Node};
use std::fmt::Write as _;

/// From the top of the first line to its base line, in font sizes.
const ASCENT: &str = "0.93em";

/// `source` with each `flowRoot` replaced.
pub(super) fn to_text(source: String) -> Result<String, roxmltree::Error> {
    if !source.contains("flowRoot") {
        return Ok(source);
    }
    let document = xml::parse_part(&source)?;
    let mut replaced = source.clone();
    // From the end, so that the ranges before stay right. Flows do not nest: an inner one would
    // only be content, and has gone with the outer one.
    let flows = document.descendants().filter(|node| xml::is(*node, "flowRoot"));
    let flows: Vec<_> =
        flows.filter(|node| !node.ancestors().skip(1).any(|above| xml::is(above, "flowRoot"))).collect();
    for flow in flows.into_iter().rev() {
        let range = flow.range();
        if replaced.is_char_boundary(range.start) && replaced.is_char_boundary(range.end) {
            replaced.replace_range(range, &plain(flow));
        }
    }
    Ok(replaced)
}

fn plain(flow: Node<'_, '_>) -> String {
    let prefix = xml::prefix(flow);
    let region = flow.descendants().find(|node| xml::is(*node, "rect"));
    let corner = |name| xml::escape(region.and_then(|region| region.attribute(name)).unwrap_or("0"));
    let (x, y) = (corner("x"), corner("y"));
    let mut source = String::new();
    text::open(&mut source, &format!("{prefix}text"), flow, &["x", "y"]);
    let _ = write!(source, " x=\"{x}\" y=\"{y}\" xmlns:sodipodi=\"{}\">", xml::SODIPODI);
    let paragraphs = flow.children().filter(|node| xml::is(*node, "flowPara"));
    for (index, paragraph) in paragraphs.enumerate() {
        let dy = if index == 0 { ASCENT } else { text::LINE_HEIGHT };
        text::open(&mut source, &format!("{prefix}tspan"), paragraph, &["x", "y", "dx", "dy"]);
        let content = xml::escape(&text::content(paragraph));
        let _ = write!(source, " x=\"{x}\" dy=\"{dy}\" sodipodi:role=\"line\">{content}</{prefix}tspan>");
    }
    let _ = write!(source, "</{prefix}text>");
    source
}
