//! Types: paths, references, and what is not looked into, which are its tokens. `Box<[u8; if WIDE { 8 } else { 4 }]>` has a
//! form too: expressions matter nowhere.

use super::error::{Result, span_of};
use super::input::Input;
use super::path::{Path, Segment, Style};
use super::scan::{ends, skip_type};
use crate::stream::{Delimiter, Group, Span, ToTokens, TokenStream, TokenTree, Word as _};
use crate::template::hygienic;

#[derive(Clone)]
pub(crate) enum Type {
    Path(Path),
    Reference(TypeReference),
    ImplTrait(TokenStream),
    /// What a `macro_rules!` passed on as a type.
    Group(Group, Box<Type>),
    /// Any other.
    Verbatim(TokenStream),
}

#[derive(Clone)]
pub(crate) struct TypeReference {
    pub(crate) tokens: TokenStream,
    pub(crate) is_mut: bool,
    pub(crate) elem: Box<Type>,
}

impl Type {
    pub(crate) fn span(&self) -> Span {
        span_of(self)
    }

    /// The last segment of its path, by whose name a macro knows a type.
    pub(crate) fn last(&self) -> Option<&Segment> {
        match self {
            Type::Path(path) => path.last(),
            _ => None,
        }
    }
}

impl ToTokens for Type {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        match self {
            Type::Path(path) => path.to_tokens(tokens),
            Type::Reference(reference) => reference.tokens.to_tokens(tokens),
            Type::Group(group, _) => group.to_tokens(tokens),
            Type::ImplTrait(other) | Type::Verbatim(other) => other.to_tokens(tokens),
        }
    }
}

/// Reads a type.
pub(crate) fn ty(input: &mut Input) -> Result<Type> {
    read(input, true)
}

/// Reads a type that ends before a `+`.
pub(super) fn without_plus(input: &mut Input) -> Result<Type> {
    read(input, false)
}

/// Reads a type; `plus` says whether it can go on with a `+`.
fn read(input: &mut Input, plus: bool) -> Result<Type> {
    if ends(input) {
        return Err(input.error("expected a type"));
    }
    let begin = input.clone();
    let known = known(input);
    let is_macro = matches!(known, Some(Type::Path(_))) && input.peek("!") && !input.peek("!=");
    let goes_on = is_macro || input.peek_group(Delimiter::Parenthesis) || plus && input.peek("+");
    if let Some(known) = known
        && !goes_on
    {
        return Ok(known);
    }
    if is_macro {
        // The sign, and what it takes.
        input.take();
        input.next();
    } else {
        *input = begin.clone();
        skip(input, plus);
    }
    let tokens = input.since(&begin);
    Ok(if begin.peek_word("impl") { Type::ImplTrait(tokens) } else { Type::Verbatim(tokens) })
}

/// The forms that are looked into.
fn known(input: &mut Input) -> Option<Type> {
    if let Some(group) = input.passed().cloned() {
        return passed(input, group);
    }
    let begin = input.clone();
    if !input.has("&") {
        return Path::read(input, Style::Type).ok().map(Type::Path);
    }
    input.lifetime();
    let is_mut = input.word("mut").is_some();
    let elem = Box::new(read(input, false).ok()?);
    Some(Type::Reference(TypeReference { tokens: input.since(&begin), is_mut, elem }))
}

/// What a `macro_rules!` passed on, and what is written behind it.
fn passed(input: &mut Input, group: Group) -> Option<Type> {
    let mut behind = input.clone();
    behind.next();
    let mut inside = Input::inside(&group);
    let elem = read(&mut inside, true).ok().filter(|_| inside.is_empty())?;
    if !behind.peek("::") && !behind.peek("<") {
        *input = behind;
        return Some(Type::Group(group, Box::new(elem)));
    }
    if let Type::Path(_) = elem {
        input.enter();
        return Path::read(input, Style::Type).ok().map(Type::Path);
    }
    let rest = Path::read(&mut behind, Style::Type).ok()?;
    *input = behind;
    Some(Type::Path(Path { tokens: hygienic!(<#group> #rest), qualified: true, ..rest }))
}

/// Goes behind any other type.
fn skip(input: &mut Input, plus: bool) {
    let is_pointer = input.has("*");
    if is_pointer {
        // `const` or `mut`.
        input.next();
    }
    let is_tree = match input.front() {
        Some(TokenTree::Group(_)) => true,
        Some(TokenTree::Punct(punct)) => punct.as_char() == '!',
        Some(TokenTree::Ident(word)) => word.is("_"),
        _ => false,
    };
    let is_read = if is_pointer { read(input, false).is_ok() } else { is_tree && input.next().is_some() };
    if !is_read || plus && input.peek("+") {
        skip_type(input);
    }
}
