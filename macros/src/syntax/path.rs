//! Paths, with what is given in angle brackets.

use super::error::{Result, span_of};
use super::input::Input;
use super::literal::Lit;
use super::scan::skip_type;
use super::ty::{Type, ty};
use super::words::is_path_word;
use crate::stream::{Delimiter, Ident, Span, ToTokens, TokenStream, TokenTree, Word as _};

#[derive(Clone)]
pub(crate) struct Path {
    pub(crate) tokens: TokenStream,
    /// Whether it begins with `<T>` or `<T as Trait>`: then the segments are those behind it.
    pub(crate) qualified: bool,
    pub(super) leading_colon: bool,
    pub(crate) segments: Vec<Segment>,
}

#[derive(Clone)]
pub(crate) struct Segment {
    pub(crate) ident: Ident,
    /// What is in its angle brackets, if it has some.
    pub(crate) arguments: Option<Vec<GenericArgument>>,
}

#[derive(Clone)]
pub(crate) enum GenericArgument {
    Type(Type),
    /// A lifetime, a constant, or what an associated type is.
    Other(TokenStream),
}

/// What a path can have.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Style {
    /// `A<B>` or `A::<B>`
    Type,
    /// `A::<B>`: without the colons it is a comparison.
    Expression,
    /// Names alone.
    Names,
}

impl Path {
    /// A path of names.
    pub(crate) fn names(input: &mut Input) -> Result<Path> {
        Path::read(input, Style::Names)
    }

    pub(super) fn read(input: &mut Input, style: Style) -> Result<Path> {
        let begin = input.clone();
        let qualified = style != Style::Names && input.peek("<");
        if qualified {
            qualifier(input)?;
        }
        let (leading_colon, mut segments) = (input.has("::"), Vec::new());
        if qualified && !leading_colon {
            return Err(input.error("expected `::`"));
        }
        loop {
            segments.push(segment(input, style)?);
            let mut ahead = input.clone();
            // What is in parentheses is no segment.
            if !ahead.has("::") || ahead.peek_group(Delimiter::Parenthesis) {
                break;
            }
            *input = ahead;
        }
        Ok(Path { tokens: input.since(&begin), qualified, leading_colon, segments })
    }

    pub(crate) fn last(&self) -> Option<&Segment> {
        self.segments.last()
    }

    /// The name that is all of it.
    pub(crate) fn get_ident(&self) -> Option<&Ident> {
        match self.segments.as_slice() {
            [only] if !self.qualified && !self.leading_colon && only.arguments.is_none() => Some(&only.ident),
            _ => None,
        }
    }

    pub(crate) fn is_ident(&self, name: &str) -> bool {
        self.get_ident().is_some_and(|ident| ident.is(name))
    }

    pub(crate) fn is_absolute(&self) -> bool {
        self.leading_colon
    }

    pub(crate) fn span(&self) -> Span {
        span_of(self)
    }
}

impl From<Ident> for Path {
    fn from(ident: Ident) -> Path {
        let tokens = TokenTree::from(ident.clone()).into();
        let segments = vec![Segment { ident, arguments: None }];
        Path { tokens, qualified: false, leading_colon: false, segments }
    }
}

impl ToTokens for Path {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        self.tokens.to_tokens(tokens);
    }
}

/// Reads `<T>` or `<T as Trait>`.
fn qualifier(input: &mut Input) -> Result<()> {
    input.expect("<")?;
    ty(input)?;
    if input.word("as").is_some() {
        Path::read(input, Style::Type)?;
    }
    input.expect(">")
}

fn segment(input: &mut Input, style: Style) -> Result<Segment> {
    let is_word = input.peek_ident().is_some_and(is_path_word);
    let ident = if is_word { input.any_ident() } else { input.ident() }?;
    let mut ahead = input.clone();
    let colons = ahead.has("::");
    let comparison = !colons && (style == Style::Expression || input.peek("<=") || input.peek("<<="));
    if style == Style::Names || comparison || !ahead.has("<") {
        return Ok(Segment { ident, arguments: None });
    }
    *input = ahead;
    let mut arguments = Vec::new();
    while !input.peek(">") {
        arguments.push(argument(input)?);
        if !input.peek(">") {
            input.expect(",")?;
        }
    }
    input.expect(">")?;
    Ok(Segment { ident, arguments: Some(arguments) })
}

fn argument(input: &mut Input) -> Result<GenericArgument> {
    let begin = input.clone();
    if input.lifetime().is_some() {
        if input.peek("+") {
            skip_type(input);
        }
    } else if !constant(input) {
        let ty = ty(input)?;
        if !input.peek("=") && !input.peek(":") {
            return Ok(GenericArgument::Type(ty));
        }
        // `Item = T` or `Item: Trait`.
        input.take();
        if !constant(input) {
            skip_type(input);
        }
    }
    Ok(GenericArgument::Other(input.since(&begin)))
}

/// Takes `{ N + 1 }` or a literal, if that is here.
fn constant(input: &mut Input) -> bool {
    let minus = input.has("-");
    let is_constant = input.peek_group(Delimiter::Brace) || input.front().is_some_and(|tree| Lit::of(tree).is_some());
    if is_constant {
        input.next();
    }
    minus || is_constant
}

impl ToTokens for GenericArgument {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        match self {
            GenericArgument::Type(ty) => ty.to_tokens(tokens),
            GenericArgument::Other(other) => other.to_tokens(tokens),
        }
    }
}
