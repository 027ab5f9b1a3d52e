//! Cuts an element out of its drawing: a small SVG file with the element alone.
//!
//! The file holds the start tags of the root and of the element's layers (their transforms, styles
//! and filters apply), what the element refers to, and the element itself, opaque. It is what a
//! shape is laid out from, and again after its text has changed.

use super::elements::Element;
use super::weight::References;
use super::{opacity, xml};
use resvg::usvg::roxmltree::{Document, Node};
use std::collections::HashSet;
use std::fmt::Write as _;

/// The source of the file for `element`.
pub(super) fn cut<'a, 'input>(
    document: &'a Document<'input>,
    references: &References<'a, 'input>,
    element: &Element<'a, 'input>,
) -> String {
    let root = document.root_element();
    let prefix = xml::prefix(root);
    let mut text = prologue(document).to_owned();
    text.push_str(xml::start_tag(root));
    let _ = write!(text, "><{prefix}defs>");
    for node in needed(references, element) {
        append_scoped(&mut text, root, node);
    }
    let _ = write!(text, "</{prefix}defs>");
    for layer in &element.layers {
        text.push_str(xml::start_tag(*layer));
        text.push('>');
    }
    text.push_str(&opacity::opaque_source(element.node));
    for layer in element.layers.iter().rev() {
        let _ = write!(text, "</{}>", xml::written_name(*layer));
    }
    let _ = write!(text, "</{}>", xml::written_name(root));
    text
}

/// The root of the drawing without any content: what its size is read from.
pub(super) fn empty(document: &Document<'_>) -> String {
    let root = document.root_element();
    format!("{}{}/>", prologue(document), xml::start_tag(root))
}

/// The element in a tree of what [`cut`] returned: the last child, as deep as its layers.
pub(super) fn element_in<'a, 'input>(document: &'a Document<'input>, layers: usize) -> Option<Node<'a, 'input>> {
    let mut node = document.root_element();
    for _ in 0..=layers {
        node = node.last_element_child()?;
    }
    Some(node)
}

/// What stands before the root, if it declares entities that the element may use.
fn prologue<'input>(document: &Document<'input>) -> &'input str {
    let before = document.input_text().get(..document.root_element().range().start).unwrap_or_default();
    if before.contains("<!DOCTYPE") { before } else { "" }
}

/// Style sheets and everything that the element or its layers refer to, directly or not, each node
/// once and none that stands inside another.
fn needed<'a, 'input>(references: &References<'a, 'input>, element: &Element<'a, 'input>) -> Vec<Node<'a, 'input>> {
    let root = element.node.document().root_element();
    let mut found = references.styles.clone();
    // Of the root and of a layer, only what their own attributes refer to.
    let around = std::iter::once(root).chain(element.layers.iter().copied());
    found.extend(around.flat_map(|node| references.of(node)).chain(references.from_styles.iter().copied()));
    let mut open: Vec<_> = element.node.descendants().chain(found.iter().flat_map(Node::descendants)).collect();
    let mut seen = HashSet::new();
    while let Some(node) = open.pop() {
        if seen.insert(node) {
            for target in references.of(node) {
                found.push(target);
                open.extend(target.descendants());
            }
        }
    }
    let inside_element = element.node.range();
    found.sort_by_key(|node| (node.range().start, std::cmp::Reverse(node.range().end)));
    let mut end = 0;
    found.retain(|node| {
        let range = node.range();
        let inside = range.end <= end || inside_element.start <= range.start && range.end <= inside_element.end;
        end = end.max(range.end);
        !inside
    });
    found
}

/// Appends `node`, inside a group that declares its namespaces where the root does not.
fn append_scoped(text: &mut String, root: Node<'_, '_>, node: Node<'_, '_>) {
    let mut declarations = String::new();
    for namespace in node.namespaces() {
        if root.lookup_namespace_uri(namespace.name()) != Some(namespace.uri()) {
            let colon = if namespace.name().is_some() { ":" } else { "" };
            let (name, uri) = (namespace.name().unwrap_or_default(), xml::escape(namespace.uri()));
            let _ = write!(declarations, " xmlns{colon}{name}=\"{uri}\"");
        }
    }
    if declarations.is_empty() {
        text.push_str(xml::source(node));
    } else {
        let name = format!("{}g", xml::prefix(node));
        let _ = write!(text, "<{name}{declarations}>{}</{name}>", xml::source(node));
    }
}
