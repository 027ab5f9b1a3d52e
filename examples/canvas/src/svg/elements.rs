//! Which nodes of a drawing are elements.
//!
//! * A top-level `g` is a layer, and so is a layer (`inkscape:groupmode="layer"`) in a layer. The
//!   children of layers are elements.
//! * A top-level `g` that is no Inkscape layer but carries the attribute `name` is an element: its
//!   author named it. Top-level shapes and texts are elements too.
//! * A hidden layer (`display:none`) holds drafts: its elements are left out. A hidden element
//!   stays, with an empty box, so that its name is there.
//! * Definitions, metadata and what belongs to the editor are not elements.

use super::{opacity, xml};
use resvg::usvg::roxmltree::Node;

/// An element and the layers around it, outermost first.
pub(super) struct Element<'a, 'input> {
    pub(super) node: Node<'a, 'input>,
    pub(super) layers: Vec<Node<'a, 'input>>,
}

const GRAPHIC: [&str; 15] = [
    "a", "circle", "ellipse", "flowRoot", "g", "image", "line", "path", "polygon", "polyline", "rect", "svg", "switch",
    "text", "use",
];

/// The elements below `root`, in document order.
pub(super) fn find<'a, 'input>(root: Node<'a, 'input>) -> Vec<Element<'a, 'input>> {
    let mut found = Vec::new();
    let mut layers = Vec::new();
    search(root, &mut layers, &mut found);
    found
}

/// The depth is bounded: `weight` has refused deep nesting before.
fn search<'a, 'input>(
    parent: Node<'a, 'input>,
    layers: &mut Vec<Node<'a, 'input>>,
    found: &mut Vec<Element<'a, 'input>>,
) {
    for node in parent.children().filter(|node| node.is_element()) {
        if is_layer(node, layers.is_empty()) {
            if !is_hidden(node) {
                layers.push(node);
                search(node, layers, found);
                layers.pop();
            }
        } else if is_graphic(node) {
            found.push(Element { node, layers: layers.clone() });
        }
    }
}

fn is_layer(node: Node<'_, '_>, top: bool) -> bool {
    xml::is(node, "g")
        && (node.attribute((xml::INKSCAPE, "groupmode")) == Some("layer") || top && node.attribute("name").is_none())
}

fn is_graphic(node: Node<'_, '_>) -> bool {
    node.tag_name().namespace() == Some(xml::SVG) && GRAPHIC.contains(&node.tag_name().name())
}

fn is_hidden(node: Node<'_, '_>) -> bool {
    opacity::property(node, "display") == Some("none")
}
