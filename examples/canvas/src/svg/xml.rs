//! The XML tree of a drawing, and its source text by tags.

use super::error::LoadError;
use super::limits;
use resvg::usvg::roxmltree::{self, Document, Node, ParsingOptions};

pub(super) const SVG: &str = "http://www.w3.org/2000/svg";
pub(super) const XLINK: &str = "http://www.w3.org/1999/xlink";
pub(super) const INKSCAPE: &str = "http://www.inkscape.org/namespaces/inkscape";
pub(super) const SODIPODI: &str = "http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd";
pub(super) const XML: &str = "http://www.w3.org/XML/1998/namespace";

/// Parses a whole file.
pub(super) fn parse(text: &str) -> Result<Document<'_>, LoadError> {
    if text.trim().is_empty() {
        return Err(malformed_at(1, 1, "the file is empty"));
    }
    check_entities(text)?;
    let document = parse_part(text).map_err(|error| {
        let pos = error.pos();
        match error {
            roxmltree::Error::NodesLimitReached => {
                too_large_at(pos.row, pos.col, format!("the drawing has more than {} nodes", limits::MAX_NODES))
            }
            // The parser ends its sentence with the place, which is said in front already.
            other => {
                let text = other.to_string();
                let message = text.strip_suffix(&format!(" at {pos}")).unwrap_or(&text);
                malformed_at(pos.row, pos.col, message)
            }
        }
    })?;
    let root = document.root_element();
    if !is(root, "svg") {
        let found = root.tag_name().name();
        return Err(malformed(root, format!("'{found}' is not the root of an SVG drawing")));
    }
    Ok(document)
}

/// Parses what was cut from a file that [`parse`] has accepted.
pub(super) fn parse_part(text: &str) -> Result<Document<'_>, roxmltree::Error> {
    let options = ParsingOptions { allow_dtd: true, nodes_limit: limits::MAX_NODES, ..ParsingOptions::default() };
    Document::parse_with_options(text, options)
}

/// The parser bounds the depth of entities and the references *inside* one (255), but not the
/// references to it. So a short file could expand to any length: bound the product.
fn check_entities(text: &str) -> Result<(), LoadError> {
    let Some(start) = text.find("<!DOCTYPE") else {
        return Ok(());
    };
    let declared = text.find("]>").map_or(text.len(), |end| end.saturating_sub(start)) as u64;
    let used = text.bytes().filter(|&byte| byte == b'&').count() as u64;
    let expanded = declared.saturating_mul(used).saturating_mul(255);
    if text.contains("<!ENTITY") && expanded > limits::MAX_ENTITY_TEXT {
        let line = text[..start].matches('\n').count() as u32 + 1;
        return Err(too_large_at(line, 1, "the entities of the document may expand too far"));
    }
    Ok(())
}

/// Is `node` the SVG element `name`?
pub(super) fn is(node: Node<'_, '_>, name: &str) -> bool {
    node.has_tag_name((SVG, name))
}

pub(super) fn malformed(node: Node<'_, '_>, message: impl Into<String>) -> LoadError {
    malformed_byte(node, node.range().start, message)
}

pub(super) fn malformed_byte(node: Node<'_, '_>, byte: usize, message: impl Into<String>) -> LoadError {
    let pos = node.document().text_pos_at(byte);
    malformed_at(pos.row, pos.col, message)
}

pub(super) fn malformed_at(line: u32, column: u32, message: impl Into<String>) -> LoadError {
    LoadError::Malformed { line, column, message: message.into() }
}

pub(super) fn too_large(node: Node<'_, '_>, message: impl Into<String>) -> LoadError {
    let pos = node.document().text_pos_at(node.range().start);
    too_large_at(pos.row, pos.col, message)
}

pub(super) fn too_large_at(line: u32, column: u32, message: impl Into<String>) -> LoadError {
    LoadError::TooLarge { line, column, message: message.into() }
}

/// The source text of `node`, from `<` to the `>` of its end.
pub(super) fn source<'input>(node: Node<'_, 'input>) -> &'input str {
    node.document().input_text().get(node.range()).unwrap_or_default()
}

/// The start tag of `node` as written, without `/>` or `>`.
pub(super) fn start_tag<'input>(node: Node<'_, 'input>) -> &'input str {
    let source = source(node);
    let mut quote = None;
    let end = source.bytes().position(|byte| match (quote, byte) {
        (None, b'>') => true,
        (None, b'"' | b'\'') => {
            quote = Some(byte);
            false
        }
        (Some(open), _) if open == byte => {
            quote = None;
            false
        }
        _ => false,
    });
    source[..end.unwrap_or(source.len())].trim_end_matches('/')
}

/// The name of `node` as written, with its prefix.
pub(super) fn written_name<'input>(node: Node<'_, 'input>) -> &'input str {
    let tag = start_tag(node).trim_start_matches('<');
    tag.split(|c: char| c.is_whitespace()).next().unwrap_or(tag)
}

/// The prefix under which SVG's own elements are written around `node`, with its colon.
pub(super) fn prefix<'input>(node: Node<'_, 'input>) -> &'input str {
    written_name(node).split_once(':').map_or("", |(prefix, _)| &written_name(node)[..=prefix.len()])
}

/// `text` as it stands between tags or in an attribute. What XML cannot say becomes U+FFFD.
pub(super) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\t' | '\n' | '\r' => escaped.push(c),
            '\u{fffe}' | '\u{ffff}' => escaped.push('\u{fffd}'),
            c if c.is_control() && c < ' ' => escaped.push('\u{fffd}'),
            c => escaped.push(c),
        }
    }
    escaped
}
