//! Expressions in a list: what is written for an option, a default, a discriminant. Which one it is matters of the simple
//! ones alone; any other is its tokens.

use super::error::Result;
use super::extent::skip_expression;
use super::input::Input;
use super::literal::Lit;
use super::path::{Path, Style};
use super::scan::ends_in;
use crate::stream::{Delimiter, Group, Punct, ToTokens, TokenStream, TokenTree};

#[derive(Clone)]
pub(crate) enum Expr {
    Lit(Lit),
    /// `-1`
    Negative(Punct, Lit),
    Path(Path),
    Tuple(Group, Vec<Expr>),
    /// `Some(1)`
    Call(Path, Group, Vec<Expr>),
    Verbatim(TokenStream),
}

impl ToTokens for Expr {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        match self {
            Expr::Lit(literal) => literal.to_tokens(tokens),
            Expr::Negative(minus, number) => {
                minus.to_tokens(tokens);
                number.to_tokens(tokens);
            }
            Expr::Path(path) => path.to_tokens(tokens),
            Expr::Tuple(group, _) => group.to_tokens(tokens),
            Expr::Call(path, group, _) => {
                path.to_tokens(tokens);
                group.to_tokens(tokens);
            }
            Expr::Verbatim(all) => all.to_tokens(tokens),
        }
    }
}

/// An expression up to a comma or the end, or to what cannot go on with it.
pub(crate) fn expression(input: &mut Input) -> Result<Expr> {
    let begin = input.clone();
    skip_expression(input)?;
    let tokens = input.since(&begin);
    Ok(simple(&tokens).unwrap_or(Expr::Verbatim(tokens)))
}

/// The form of a simple one.
fn simple(tokens: &TokenStream) -> Option<Expr> {
    let mut trees = tokens.clone().into_iter();
    match (trees.next(), trees.next(), trees.next()) {
        (Some(TokenTree::Group(group)), None, None) if group.delimiter() == Delimiter::Parenthesis => {
            let elems = list(&group)?;
            let is_tuple = elems.len() != 1 || ends_in(&group.stream().into(), ',');
            is_tuple.then_some(Expr::Tuple(group, elems))
        }
        // What a `macro_rules!` passed on is looked into nowhere.
        (Some(TokenTree::Group(_)), None, None) => None,
        (Some(only), None, None) if let Some(literal) = Lit::of(&only) => Some(Expr::Lit(literal)),
        (Some(TokenTree::Punct(minus)), Some(TokenTree::Literal(number)), None) if minus.as_char() == '-' => {
            Some(Expr::Negative(minus, Lit::new(number)))
        }
        _ => path(tokens),
    }
}

fn path(tokens: &TokenStream) -> Option<Expr> {
    let mut input = Input::new(tokens.clone());
    let is_passed = input.passed().is_some();
    let path = Path::read(&mut input, Style::Expression).ok()?;
    if input.is_empty() {
        return Some(Expr::Path(path));
    }
    let group = input.group(Delimiter::Parenthesis).ok()?;
    let arguments = list(&group)?;
    (input.is_empty() && !is_passed).then_some(Expr::Call(path, group, arguments))
}

/// Expressions with commas between them.
fn list(group: &Group) -> Option<Vec<Expr>> {
    let (mut input, mut all) = (Input::inside(group), Vec::new());
    while !input.is_empty() {
        all.push(expression(&mut input).ok()?);
        if !input.is_empty() && !input.has(",") {
            return None;
        }
    }
    Some(all)
}
