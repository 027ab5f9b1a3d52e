//! The opacity of an element, which is the canvas's to apply.
//!
//! It is read from the element's attribute or `style`, and taken out of what is rendered. Opacity
//! that a style sheet's rule gives is not seen here: it stays in the pixels.

use super::xml;
use resvg::usvg::roxmltree::Node;

/// A property of `node` itself: in `style` it wins over the attribute, as in CSS.
pub(super) fn property<'a>(node: Node<'a, '_>, name: &str) -> Option<&'a str> {
    let declared = node.attribute("style").and_then(|style| {
        let mut declarations = style.split(';').filter_map(|part| part.split_once(':'));
        declarations.rfind(|(key, _)| key.trim() == name)
    });
    let value = declared.map(|(_, value)| value).or_else(|| node.attribute(name))?;
    Some(value.trim())
}

/// The opacity of `node`, from 0 to 1; what cannot be read counts as 1.
pub(super) fn of(node: Node<'_, '_>) -> f32 {
    let Some(value) = property(node, "opacity") else {
        return 1.0;
    };
    let number = match value.strip_suffix('%') {
        Some(percent) => percent.trim_end().parse().map(|percent: f32| percent / 100.0),
        None => value.parse(),
    };
    number.ok().filter(|opacity| opacity.is_finite()).map_or(1.0, |opacity| opacity.clamp(0.0, 1.0))
}

/// The source of `node`, opaque.
pub(super) fn opaque_source(node: Node<'_, '_>) -> String {
    let mut source = xml::source(node).to_owned();
    if property(node, "opacity").is_none() {
        return source;
    }
    let start = node.range().start;
    match node.attribute_node("style") {
        // The last declaration of a property wins.
        Some(style) => insert(&mut source, style.range_value().end.saturating_sub(start), ";opacity:1"),
        None => insert(&mut source, 1 + xml::written_name(node).len(), " style=\"opacity:1\""),
    }
    source
}

fn insert(source: &mut String, at: usize, text: &str) {
    if source.is_char_boundary(at) {
        source.insert_str(at, text);
    }
}
