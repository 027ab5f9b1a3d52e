//! How elements are called and ordered.

use super::elements::Element;
use super::error::LoadError;
use super::xml;
use resvg::usvg::roxmltree::Node;
use std::collections::{HashMap, HashSet};

/// Name and id of each element, in document order.
///
/// The name is the attribute `name`, else `inkscape:label`, else the id; an element without any is
/// called `element_N`, where N counts the elements of the drawing from 1. In Python the names are
/// keys of a dict, so each is given once: the first element of a name keeps it, those after it
/// become `name_2`, `name_3`, … (skipping what the drawing itself uses).
pub(super) fn assign(elements: &[Element<'_, '_>]) -> Vec<(String, String)> {
    let wanted: Vec<String> = (1..).zip(elements).map(|(number, element)| written(element.node, number)).collect();
    let reserved: HashSet<&str> = wanted.iter().map(String::as_str).collect();
    let mut used = HashSet::new();
    let mut next = HashMap::new();
    let named = (1..).zip(elements).zip(&wanted).map(|((number, element), name)| {
        let mut unique = name.clone();
        while !used.insert(unique.clone()) {
            // Each base name has its own counter, so a thousand equal names take a thousand steps.
            let suffix = next.entry(name.as_str()).or_insert(2_u32);
            loop {
                unique = format!("{name}_{suffix}");
                *suffix += 1;
                if !reserved.contains(unique.as_str()) {
                    break;
                }
            }
        }
        (unique, id(element.node).map_or_else(|| generated(number), str::to_owned))
    });
    named.collect()
}

fn written(node: Node<'_, '_>, number: u32) -> String {
    let given = [node.attribute("name"), node.attribute((xml::INKSCAPE, "label")), id(node)];
    let given = given.into_iter().flatten().find(|name| !name.trim().is_empty());
    given.map_or_else(|| generated(number), |name| name.trim().to_owned())
}

fn id<'a>(node: Node<'a, '_>) -> Option<&'a str> {
    node.attribute("id").filter(|id| !id.is_empty())
}

fn generated(number: u32) -> String {
    format!("element_{number}")
}

/// The attribute `order` of `node`.
pub(super) fn order(node: Node<'_, '_>) -> Result<Option<i32>, LoadError> {
    let Some(attribute) = node.attribute_node("order") else {
        return Ok(None);
    };
    let value = attribute.value();
    let order = value.trim().parse().map_err(|_| {
        let message = format!("'{value}' is not an order: it takes a whole number");
        xml::malformed_byte(node, attribute.range_value().start, message)
    })?;
    Ok(Some(order))
}
