//! Expressions in a list: what is written for an option, a default, a discriminant. Which one it is matters of the simple
//! ones alone; any other is its tokens.

use super::error::{Error, Result};
use super::input::Input;
use super::literal::Lit;
use super::path::{Path, Style};
use super::scan::{Angles, ends_in};
use super::ty::without_plus;
use crate::messages;
use proc_macro2::{Delimiter, Group, Punct, Spacing, TokenStream, TokenTree};
use quote::ToTokens;

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
    let tokens = scan(input)?;
    Ok(simple(&tokens).unwrap_or(Expr::Verbatim(tokens)))
}

/// The form of a simple one.
fn simple(tokens: &TokenStream) -> Option<Expr> {
    let mut trees = tokens.clone().into_iter();
    match (trees.next(), trees.next(), trees.next()) {
        (Some(TokenTree::Group(group)), None, None) if group.delimiter() == Delimiter::Parenthesis => {
            let elems = list(&group)?;
            let is_tuple = elems.len() != 1 || ends_in(&group.stream(), ',');
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

fn ends(input: &Input) -> bool {
    input.is_empty() || input.peek(",")
}

/// Words that are no operands themselves.
const WORDS: &[&str] = &[
    "as", "async", "break", "const", "continue", "dyn", "else", "for", "if", "in", "let", "loop", "match", "move",
    "mut", "ref", "return", "static", "unsafe", "while", "yield",
];

/// What has been read of an expression.
#[derive(Default)]
struct Scan {
    /// Whether it could end here: otherwise an operand comes.
    complete: bool,
    /// Whether that is so because of a block, which another operand may follow.
    block: bool,
    /// The operator before, if the next character can be a part of it.
    joint: Option<char>,
}

/// The tokens of what rustc can take for an expression, and no further, for what else is written there is somebody's too.
pub(crate) fn scan(input: &mut Input) -> Result<TokenStream> {
    let (begin, mut scan) = (input.clone(), Scan::default());
    while !ends(input) {
        let before = scan.joint.take();
        if !scan.complete && before != Some('<') && input.peek("<") {
            scan.angles(input);
        } else if !scan.complete && before != Some('|') && input.peek("|") {
            closure(input)?;
        } else if scan.complete && input.word("as").is_some() {
            without_plus(input)?;
            scan.block = false;
        } else if input.lifetime().is_some() {
            scan.complete = false;
        } else {
            let mut ahead = input.clone();
            let complete = scan.complete;
            if let Some(tree) = ahead.next()
                && !scan.fits(&tree, before)
            {
                if complete {
                    return Ok(input.since(&begin));
                }
                break;
            }
            *input = ahead;
        }
    }
    if scan.complete && ends(input) { Ok(input.since(&begin)) } else { Err(input.error(messages::NO_EXPRESSION)) }
}

/// `|…|`, and `-> Type`.
fn closure(input: &mut Input) -> Result<()> {
    let begin = input.span();
    input.next();
    while !input.is_empty() && !input.peek("|") {
        input.next();
    }
    if !input.has("|") {
        return Err(Error::new(begin, messages::NO_EXPRESSION));
    }
    if input.peek("->") {
        while !input.is_empty() && !input.peek_group(Delimiter::Brace) {
            input.next();
        }
    }
    Ok(())
}

impl Scan {
    /// Sees one token, and says whether it can stand here.
    fn fits(&mut self, tree: &TokenTree, before: Option<char>) -> bool {
        match tree {
            TokenTree::Group(group) => {
                self.complete = true;
                self.block = group.delimiter() == Delimiter::Brace;
                true
            }
            TokenTree::Ident(word) if WORDS.contains(&word.to_string().as_str()) => {
                self.complete = false;
                true
            }
            TokenTree::Ident(_) | TokenTree::Literal(_) => {
                let fits = !self.complete || self.block;
                (self.complete, self.block) = (true, false);
                fits
            }
            TokenTree::Punct(punct) => self.operator(punct, before),
        }
    }

    fn operator(&mut self, punct: &Punct, before: Option<char>) -> bool {
        let sign = punct.as_char();
        let fits = match sign {
            ';' | '@' | '$' | '~' | '#' => false,
            '+' | '/' | '%' | '^' | '=' | '>' | '?' => self.complete || before.is_some(),
            _ => true,
        };
        // A range may be open.
        self.complete = sign == '?' || (sign, before) == ('.', Some('.'));
        self.block = self.complete && sign == '.';
        self.joint = Some(sign).filter(|_| punct.spacing() == Spacing::Joint);
        fits
    }

    /// `<…>`: what is between has commas of its own.
    fn angles(&mut self, input: &mut Input) {
        let mut angles = Angles::default();
        while let Some(tree) = input.next() {
            angles.see(&tree);
            if !angles.open() {
                break;
            }
        }
        (self.complete, self.block) = (true, false);
    }
}
