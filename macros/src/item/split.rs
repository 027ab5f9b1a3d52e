//! Where one item ends and the next begins. Nothing is looked into but what stands at the head.

use super::Item;
use super::word::{Kind, words};
use crate::stream::{Delimiter, Group, TokenStream, TokenTree};
use crate::syntax::{self, Angles, Attribute, Input, Result, outer, visibility};

/// The items of a module or an `impl` block.
pub(crate) fn items(tokens: TokenStream) -> Result<Vec<Item>> {
    let (mut input, mut items) = (Input::new(tokens), Vec::new());
    while !input.is_empty() {
        items.push(item(&mut input)?);
    }
    Ok(items)
}

/// At the head, what a `macro_rules!` passed on counts as if it stood there itself; in a type or a value it stays together.
fn item(input: &mut Input) -> Result<Item> {
    let (attrs, vis, mut head) = (outer(input)?, visibility(input), TokenStream::new());
    input.enter();
    let words = words(input, &mut head);
    let (mut body, mut angles) = (None, Angles::default());
    while let Some(tree) = input.next() {
        let ends = match &tree {
            TokenTree::Punct(punct) => punct.as_char() == ';',
            // In angle brackets it is a constant.
            TokenTree::Group(group) => !words.to_semicolon && !angles.open() && is_braces(group),
            _ => false,
        };
        if ends {
            body = Some(tree);
            break;
        }
        angles.see(&tree);
        head.append(tree);
    }
    let has_body = matches!(&body, Some(TokenTree::Group(_)));
    let kind = if words.kind == Kind::Fn && !has_body { Kind::Other } else { words.kind };
    Ok(Item { attrs, vis, kind, ident: words.ident, head, body })
}

/// Whether a group is braces, or the block that a `macro_rules!` passes on.
fn is_braces(group: &Group) -> bool {
    match group.delimiter() {
        Delimiter::Brace => true,
        Delimiter::None => {
            matches!(group.stream().into_iter().next(), Some(TokenTree::Group(inner)) if is_braces(&inner))
        }
        _ => false,
    }
}

/// What stands in braces, the attributes apart that are said there of the whole. None where there are no braces.
pub(crate) fn inside(body: Option<&TokenTree>) -> Result<Option<(Vec<Attribute>, TokenStream)>> {
    let Some(body) = body else { return Ok(None) };
    let Ok(braces) = Input::new(body.clone().into()).group(Delimiter::Brace) else { return Ok(None) };
    let mut content = Input::inside(&braces);
    let attributes = syntax::inner(&mut content)?;
    Ok(Some((attributes, content.rest())))
}

/// The attributes that are said in the braces.
pub(super) fn inner(body: Option<&TokenTree>) -> Result<Vec<Attribute>> {
    Ok(inside(body)?.map(|(attributes, _)| attributes).unwrap_or_default())
}
