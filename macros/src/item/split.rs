//! Where one item ends and the next begins. Nothing is looked into but what stands at the head.

use super::Item;
use super::scan::Angles;
use super::word::{Kind, words};
use crate::tokens::parsed;
use proc_macro2::{Delimiter, Ident, TokenStream, TokenTree};
use quote::TokenStreamExt as _;
use syn::Attribute;

/// Tokens from the first to the last, those first that will be read last.
///
/// What a `macro_rules!` passes on stands in a group without delimiters. At the head of an item its tokens count as if they
/// stood there themselves; in a type or a value the group says what belongs together, and stays.
pub(super) struct Trees(Vec<TokenTree>);

impl Trees {
    pub(super) fn new(tokens: TokenStream) -> Trees {
        let mut trees = Trees(Vec::new());
        trees.put(tokens);
        trees
    }

    fn put(&mut self, tokens: TokenStream) {
        let before = self.0.len();
        self.0.extend(tokens);
        self.0[before..].reverse();
    }

    pub(super) fn next(&mut self) -> Option<TokenTree> {
        self.0.pop()
    }

    /// The next token, outside of groups without delimiters.
    pub(super) fn peek(&mut self) -> Option<&TokenTree> {
        while let Some(TokenTree::Group(group)) = self.0.last()
            && group.delimiter() == Delimiter::None
        {
            let tokens = group.stream();
            self.0.pop();
            self.put(tokens);
        }
        self.0.last()
    }

    /// The next token, if it is a name or a keyword.
    pub(super) fn ident(&mut self) -> Option<Ident> {
        match self.peek() {
            Some(TokenTree::Ident(ident)) => Some(ident.clone()),
            _ => None,
        }
    }

    pub(super) fn word(&mut self) -> Option<String> {
        self.ident().map(|ident| ident.to_string())
    }

    /// Whether behind the next token stands a name or a keyword.
    pub(super) fn is_before_word(&self) -> bool {
        matches!(self.0.iter().nth_back(1), Some(TokenTree::Ident(_)))
    }

    fn is_punct(&mut self, wanted: char) -> bool {
        matches!(self.peek(), Some(TokenTree::Punct(punct)) if punct.as_char() == wanted)
    }

    fn is_group(&mut self, wanted: Delimiter) -> bool {
        matches!(self.peek(), Some(TokenTree::Group(group)) if group.delimiter() == wanted)
    }

    /// `#[…]`, as often as it stands there.
    fn outer(&mut self) -> TokenStream {
        let mut tokens = TokenStream::new();
        while self.is_punct('#') {
            // The sign and the brackets.
            tokens.append_all(self.next());
            tokens.append_all(self.next());
        }
        tokens
    }

    /// `#![…]`, as often as it stands there.
    fn inner(&mut self) -> TokenStream {
        let mut tokens = TokenStream::new();
        while self.is_punct('#')
            && matches!(self.0.iter().nth_back(1), Some(TokenTree::Punct(bang)) if bang.as_char() == '!')
        {
            for _ in 0..3 {
                tokens.append_all(self.next());
            }
        }
        tokens
    }

    /// `pub`, `pub(…)` or nothing.
    fn visibility(&mut self) -> TokenStream {
        let mut tokens = TokenStream::new();
        if self.word().is_some_and(|word| word == "pub") {
            tokens.append_all(self.next());
            if self.is_group(Delimiter::Parenthesis) {
                tokens.append_all(self.next());
            }
        }
        tokens
    }

    fn item(&mut self) -> syn::Result<Item> {
        let attrs = self.outer();
        let attrs = if attrs.is_empty() { Vec::new() } else { parsed(attrs, Attribute::parse_outer)? };
        let (vis, mut head) = (self.visibility(), TokenStream::new());
        let words = words(self, &mut head);
        let (mut body, mut angles) = (None, Angles::default());
        while let Some(tree) = self.next() {
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
}

/// Whether a group is braces, or the block that a `macro_rules!` passes on.
fn is_braces(group: &proc_macro2::Group) -> bool {
    match group.delimiter() {
        Delimiter::Brace => true,
        Delimiter::None => {
            matches!(group.stream().into_iter().next(), Some(TokenTree::Group(inner)) if is_braces(&inner))
        }
        _ => false,
    }
}

/// The items of a module or an `impl` block.
pub(crate) fn items(tokens: TokenStream) -> syn::Result<Vec<Item>> {
    let (mut trees, mut items) = (Trees::new(tokens), Vec::new());
    while trees.peek().is_some() {
        items.push(trees.item()?);
    }
    Ok(items)
}

/// What stands in braces, the attributes apart that are said there of the whole. None where there are no braces.
pub(crate) fn inside(body: Option<&TokenTree>) -> syn::Result<Option<(Vec<Attribute>, TokenStream)>> {
    let Some(TokenTree::Group(braces)) = body else { return Ok(None) };
    let mut trees = Trees::new(braces.stream());
    if braces.delimiter() == Delimiter::None {
        let inner = trees.next();
        return inside(inner.as_ref());
    }
    let attributes = trees.inner();
    if attributes.is_empty() {
        return Ok(Some((Vec::new(), braces.stream())));
    }
    let mut content = TokenStream::new();
    while let Some(tree) = trees.next() {
        content.append(tree);
    }
    Ok(Some((parsed(attributes, Attribute::parse_inner)?, content)))
}

/// The attributes that are said in the braces.
pub(super) fn inner(body: Option<&TokenTree>) -> syn::Result<Vec<Attribute>> {
    Ok(inside(body)?.map(|(attributes, _)| attributes).unwrap_or_default())
}
