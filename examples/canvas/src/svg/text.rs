//! The text of an element, read and replaced.
//!
//! An element's text is that of its first `text` node, itself or one inside (a button is a group of
//! a shape and a label). Lines, as Inkscape writes them (`sodipodi:role="line"`), are joined by
//! newlines.

use super::xml;
use resvg::usvg::roxmltree::Node;
use std::fmt::Write as _;

/// Distance of lines that a new text is set in, in font sizes: Inkscape's default.
pub(super) const LINE_HEIGHT: &str = "1.25em";

/// The node that holds the text of `element`.
pub(super) fn node<'a, 'input>(element: Node<'a, 'input>) -> Option<Node<'a, 'input>> {
    element.descendants().find(|node| xml::is(*node, "text"))
}

/// The text of a `text` node.
pub(super) fn read(text: Node<'_, '_>) -> String {
    let is_line =
        |node: &Node<'_, '_>| xml::is(*node, "tspan") && node.attribute((xml::SODIPODI, "role")) == Some("line");
    let lines: Vec<String> = text.children().filter(is_line).map(content).collect();
    if lines.is_empty() { content(text) } else { lines.join("\n") }
}

/// All characters below `node`, with white space as SVG treats it.
pub(super) fn content(node: Node<'_, '_>) -> String {
    let below = node.descendants().filter(|node| node.is_text()).filter_map(|node| node.text());
    let raw: String = below.collect();
    let space = node.ancestors().find_map(|node| node.attribute((xml::XML, "space")));
    if space == Some("preserve") {
        raw.replace(['\n', '\t'], " ").replace('\r', "")
    } else {
        raw.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

/// The source of `text` with `new` for its content, a line for each of `new`'s.
///
/// The first characters' style and position hold for all: tags are kept along the first branch
/// (`text`, its first `tspan`, the first in that), positions of single letters are dropped.
pub(super) fn replaced(text: Node<'_, '_>, new: &str) -> String {
    let chain = chain(text);
    let name = xml::written_name(text);
    let tspan = format!("{}tspan", xml::prefix(text));
    let mut source = String::new();
    open(&mut source, name, text, &[]);
    if text.attribute((xml::XML, "space")).is_none() {
        source.push_str(" xml:space=\"preserve\"");
    }
    source.push('>');
    let x = chain.iter().rev().chain([&text]).find_map(|node| first_number(node.attribute("x")?));
    for (index, line) in new.split('\n').enumerate() {
        let line = line.trim_end_matches('\r');
        if index > 0 {
            let x = x.unwrap_or("0");
            let _ = write!(source, "<{tspan} x=\"{x}\" dy=\"{LINE_HEIGHT}\">");
        }
        for node in &chain {
            // Where a line begins is said once: by the first tags, then by the tag above.
            let dropped: &[&str] = if index == 0 { &[] } else { &["x", "y", "dx", "dy"] };
            open(&mut source, xml::written_name(*node), *node, dropped);
            source.push('>');
        }
        source.push_str(&xml::escape(line));
        for node in chain.iter().rev() {
            let _ = write!(source, "</{}>", xml::written_name(*node));
        }
        if index > 0 {
            let _ = write!(source, "</{tspan}>");
        }
    }
    let _ = write!(source, "</{name}>");
    source
}

/// The nodes around the first character of `text`, outermost first.
fn chain<'a, 'input>(text: Node<'a, 'input>) -> Vec<Node<'a, 'input>> {
    let mut chain = Vec::new();
    let mut node = text;
    while let Some(child) = first_content(node).filter(|child| xml::is(*child, "tspan") || xml::is(*child, "textPath"))
    {
        chain.push(child);
        node = child;
    }
    chain
}

fn first_content<'a, 'input>(node: Node<'a, 'input>) -> Option<Node<'a, 'input>> {
    let is_blank = |node: &Node<'_, '_>| node.text().is_none_or(|text| text.trim().is_empty());
    node.children().find(|child| child.is_element() || child.is_text() && !is_blank(child))
}

/// Writes a start tag with the attributes of `node`, without its `>`.
pub(super) fn open(source: &mut String, name: &str, node: Node<'_, '_>, dropped: &[&str]) {
    let _ = write!(source, "<{name}");
    for attribute in node.attributes() {
        let (key, value) = (attribute.name(), attribute.value());
        let key = match attribute.namespace() {
            None if dropped.contains(&key) => continue,
            None => key.to_owned(),
            Some(xml::XLINK) if key == "href" => "href".to_owned(),
            Some(xml::XML) => format!("xml:{key}"),
            Some(_) => continue,
        };
        let value = match key.as_str() {
            "x" | "y" => first_number(value).unwrap_or("0"),
            "dx" | "dy" if first_number(value) != Some(value.trim()) => continue,
            "rotate" | "textLength" | "lengthAdjust" => continue,
            _ => value,
        };
        let _ = write!(source, " {key}=\"{}\"", xml::escape(value));
    }
}

/// The first of a list of numbers: that of the first letter.
fn first_number(list: &str) -> Option<&str> {
    list.split(|c: char| c.is_whitespace() || c == ',').find(|number| !number.is_empty())
}
