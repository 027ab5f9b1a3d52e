//! References between the nodes of a drawing, and what they multiply to.
//!
//! A few hundred bytes of `use` inside `use` describe a drawing of a billion nodes, and a gradient
//! may name itself. So each element is weighed before the renderer's own tree is built: nodes and
//! nesting, counted through references; the curves of a path's arcs count too. A reference that
//! leads back to itself is an error.

use super::error::LoadError;
use super::{arcs, limits, xml};
use resvg::usvg::roxmltree::{Document, Node};
use std::collections::{BTreeSet, HashMap};

/// The nodes by id; of several with one id, the first counts.
pub(super) struct References<'a, 'input> {
    by_id: HashMap<&'a str, Node<'a, 'input>>,
    /// What style sheets refer to. Which element a rule selects is not known here, so every element
    /// gets all of it.
    pub(super) from_styles: Vec<Node<'a, 'input>>,
    /// The `style` elements.
    pub(super) styles: Vec<Node<'a, 'input>>,
}

impl<'a, 'input> References<'a, 'input> {
    pub(super) fn new(document: &'a Document<'input>) -> Result<Self, LoadError> {
        let mut by_id = HashMap::new();
        let mut styles = Vec::new();
        for node in document.descendants().filter(|node| node.is_element()) {
            if let Some(id) = node.attribute("id") {
                by_id.entry(id).or_insert(node);
            }
            if xml::is(node, "style") {
                styles.push(node);
            }
        }
        let mut ids = BTreeSet::new();
        for style in &styles {
            let texts = style.children().filter_map(|child| child.text());
            texts.for_each(|text| ids.extend(urls(text)));
            if ids.len() > limits::MAX_STYLE_REFERENCES {
                let limit = limits::MAX_STYLE_REFERENCES;
                return Err(xml::too_large(*style, format!("style sheets refer to more than {limit} nodes")));
            }
        }
        let from_styles = ids.iter().filter_map(|id| by_id.get(id).copied()).collect();
        Ok(Self { by_id, from_styles, styles })
    }

    /// The nodes that `node` itself refers to by `href` or `url(#…)`, without its children's.
    pub(super) fn of(&self, node: Node<'a, 'input>) -> impl Iterator<Item = Node<'a, 'input>> + '_ {
        let href = node.attribute("href").or_else(|| node.attribute((xml::XLINK, "href")));
        // The target of a hyperlink is not drawn.
        let href = href.filter(|_| !xml::is(node, "a")).and_then(|href| href.trim().strip_prefix('#'));
        let attributes = node.attributes().flat_map(|attribute| urls(attribute.value()));
        href.into_iter().chain(attributes).filter_map(|id| self.by_id.get(id).copied())
    }
}

/// The ids in `url(#id)`, with or without quotes.
fn urls(text: &str) -> impl Iterator<Item = &str> {
    text.split("url(").skip(1).filter_map(|rest| {
        let inner = rest.split(')').next()?;
        inner.trim_matches(|c: char| c.is_whitespace() || c == '"' || c == '\'').strip_prefix('#')
    })
}

/// Weights already known.
pub(super) struct Scale<'r, 'a, 'input> {
    references: &'r References<'a, 'input>,
    known: HashMap<Node<'a, 'input>, State>,
}

#[derive(Clone, Copy)]
enum State {
    /// Being weighed: reached again, it refers to itself.
    Open,
    Done {
        weight: u64,
        height: u32,
    },
}

impl<'r, 'a, 'input> Scale<'r, 'a, 'input> {
    pub(super) fn new(references: &'r References<'a, 'input>) -> Self {
        Self { references, known: HashMap::new() }
    }

    /// The nodes that `node` stands for, itself included.
    pub(super) fn weigh(&mut self, node: Node<'a, 'input>) -> Result<u64, LoadError> {
        let (weight, _) = self.visit(node, 0)?;
        if weight > limits::MAX_WEIGHT {
            let limit = limits::MAX_WEIGHT;
            return Err(xml::too_large(
                node,
                format!("with what it refers to, the element has more than {limit} nodes"),
            ));
        }
        Ok(weight)
    }

    /// The recursion ends at `MAX_DEPTH`, so the stack that it needs is bounded.
    fn visit(&mut self, node: Node<'a, 'input>, depth: u32) -> Result<(u64, u32), LoadError> {
        match self.known.get(&node) {
            Some(State::Open) => {
                let id = node.attribute("id").unwrap_or_default();
                return Err(xml::malformed(node, format!("'#{id}' refers to itself")));
            }
            Some(&State::Done { weight, height }) if depth + height <= limits::MAX_DEPTH => {
                return Ok((weight, height));
            }
            Some(State::Done { .. }) => return Err(too_deep(node)),
            None if depth > limits::MAX_DEPTH => return Err(too_deep(node)),
            None => {}
        }
        self.known.insert(node, State::Open);
        let curves = node.attribute("d").map_or(0, arcs::curves);
        let (mut weight, mut height) = (curves.saturating_add(1), 0);
        let children = node.children().filter(|child| child.is_element());
        // A marker is drawn once for each vertex; a vertex takes at least two characters.
        let written = ["d", "points"].map(|name| node.attribute(name).map_or(0, str::len));
        let vertices = written.into_iter().max().unwrap_or(0) as u64 / 2;
        let references = self.references;
        let below = children.map(|child| (child, 1));
        let below = below.chain(references.of(node).map(|target| {
            let times = if xml::is(target, "marker") { vertices.max(1) } else { 1 };
            (target, times)
        }));
        for (target, times) in below {
            let (below_weight, below_height) = self.visit(target, depth + 1)?;
            weight = weight.saturating_add(below_weight.saturating_mul(times));
            height = height.max(below_height + 1);
        }
        self.known.insert(node, State::Done { weight, height });
        Ok((weight, height))
    }
}

fn too_deep(node: Node<'_, '_>) -> LoadError {
    xml::too_large(node, format!("nodes are nested more than {} deep", limits::MAX_DEPTH))
}

/// Refuses a document whose nodes nest too deep, before anything walks it recursively.
pub(super) fn check_depth(document: &Document<'_>) -> Result<(), LoadError> {
    let mut depths: Vec<u32> = Vec::new();
    for node in document.descendants() {
        // A parent comes before its children, and ids count the nodes in that order.
        let depth = node.parent().map_or(0, |parent| depths[parent.id().get_usize()] + 1);
        if depth > limits::MAX_DEPTH {
            return Err(too_deep(node));
        }
        depths.push(depth);
    }
    Ok(())
}
