//! `#[path]`, `#[path(…)]` and `#[path = …]`.

use super::error::{Error, Result};
use super::expression::{Expr, expression};
use super::input::Input;
use super::literal::Lit;
use super::path::Path;
use crate::stream::{Delimiter, Group, Punct, Span, ToTokens, TokenStream, TokenTree};

#[derive(Clone)]
pub(crate) struct Attribute {
    /// Whether it is written `#![…]`, inside of what it is about.
    pub(crate) is_inner: bool,
    pub(crate) meta: Meta,
    sign: Punct,
    bang: Option<Punct>,
    brackets: Group,
}

#[derive(Clone)]
pub(crate) enum Meta {
    Path(Path),
    List(MetaList),
    NameValue(MetaNameValue),
}

#[derive(Clone)]
pub(crate) struct MetaList {
    pub(crate) path: Path,
    pub(crate) tokens: TokenStream,
    /// Where its parentheses end.
    pub(crate) end: Span,
}

#[derive(Clone)]
pub(crate) struct MetaNameValue {
    pub(crate) path: Path,
    pub(crate) value: Expr,
    tokens: TokenStream,
}

impl Attribute {
    pub(crate) fn path(&self) -> &Path {
        match &self.meta {
            Meta::Path(path) => path,
            Meta::List(list) => &list.path,
            Meta::NameValue(pair) => &pair.path,
        }
    }
}

impl ToTokens for Attribute {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.append(self.sign.clone());
        if self.is_inner
            && let Some(bang) = &self.bang
        {
            tokens.append(bang.clone());
        }
        tokens.append(self.brackets.clone());
    }
}

impl ToTokens for MetaNameValue {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        self.tokens.to_tokens(tokens);
    }
}

/// Reads those that stand before what they are about.
pub(crate) fn outer(input: &mut Input) -> Result<Vec<Attribute>> {
    let mut all = Vec::new();
    while let Some(sign) = punct(input, '#') {
        all.push(attribute(input, sign, None)?);
    }
    Ok(all)
}

/// Reads those that stand inside of what they are about.
pub(crate) fn inner(input: &mut Input) -> Result<Vec<Attribute>> {
    let mut all = Vec::new();
    loop {
        let mut ahead = input.clone();
        let (Some(sign), Some(bang)) = (punct(&mut ahead, '#'), punct(&mut ahead, '!')) else { return Ok(all) };
        *input = ahead;
        all.push(attribute(input, sign, Some(bang))?);
    }
}

fn attribute(input: &mut Input, sign: Punct, bang: Option<Punct>) -> Result<Attribute> {
    let brackets = input.group(Delimiter::Bracket)?;
    let meta = meta(&mut Input::inside(&brackets))?;
    Ok(Attribute { is_inner: bang.is_some(), meta, sign, bang, brackets })
}

fn punct(input: &mut Input, sign: char) -> Option<Punct> {
    match input.front() {
        Some(TokenTree::Punct(punct)) if punct.as_char() == sign => {
            let punct = punct.clone();
            input.take();
            Some(punct)
        }
        _ => None,
    }
}

fn meta(input: &mut Input) -> Result<Meta> {
    let begin = input.clone();
    let path = match input.word("unsafe") {
        Some(word) => Path::from(word),
        None => Path::names(input)?,
    };
    let meta = match input.front() {
        Some(TokenTree::Group(group)) => {
            let (tokens, end) = (group.stream().into(), group.span_close());
            input.take();
            Meta::List(MetaList { path, tokens, end })
        }
        _ if input.peek("=") && !input.peek("==") && !input.peek("=>") => {
            input.take();
            let value = value(input)?;
            Meta::NameValue(MetaNameValue { path, value, tokens: input.since(&begin) })
        }
        _ => Meta::Path(path),
    };
    if input.is_empty() { Ok(meta) } else { Err(Error::new(input.span(), "unexpected token, expected `]`")) }
}

/// The text of a comment may have been passed on by a `macro_rules!`.
fn value(input: &mut Input) -> Result<Expr> {
    let mut ahead = input.clone();
    if let Some(literal) = ahead.take().as_ref().and_then(Lit::of)
        && ahead.is_empty()
    {
        *input = ahead;
        return Ok(Expr::Lit(literal));
    }
    expression(input)
}
