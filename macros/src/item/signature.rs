//! What stands before the body of a function.

use crate::stream::{Delimiter, Ident, Span, ToTokens, TokenStream, Word as _};
use crate::syntax::{Generics, Input, Result, Type, outer, ty};
use crate::tokens::parsed;

pub(crate) struct Signature {
    pub(crate) asyncness: Option<Ident>,
    pub(crate) unsafety: Option<Ident>,
    /// `extern`, and what stands behind it.
    pub(crate) abi: TokenStream,
    pub(crate) ident: Ident,
    pub(crate) generics: Generics,
    /// The parentheses of the parameters.
    pub(crate) parentheses: Span,
    pub(crate) inputs: Vec<Argument>,
    pub(crate) output: ReturnType,
}

/// What is behind the parameters: with the arrow, if there is one.
pub(crate) enum ReturnType {
    Default,
    Type(TokenStream, Box<Type>),
}

/// One parameter.
pub(crate) struct Argument {
    /// All of it.
    pub(crate) tokens: TokenStream,
    pub(crate) kind: ArgumentKind,
}

pub(crate) enum ArgumentKind {
    /// `&self`
    Shared,
    /// `&mut self`
    Exclusive,
    /// `self` or `mut self`
    Value,
    /// `self: Box<Self>`
    Typed,
    /// `name: Type`
    Pattern(Pattern, Box<Type>),
    /// `...`
    Variadic,
}

/// What is before the colon of a parameter.
pub(crate) struct Pattern {
    pub(crate) tokens: TokenStream,
    /// The name that it gives to the whole.
    pub(crate) ident: Option<Ident>,
    /// Whether it is that name alone.
    pub(crate) plain: bool,
}

impl Argument {
    /// The type, of one that is no receiver.
    pub(crate) fn ty(&self) -> Option<&Type> {
        match &self.kind {
            ArgumentKind::Pattern(_, ty) => Some(ty),
            _ => None,
        }
    }

    /// The type of one that is called `slf`.
    pub(crate) fn slf(&self) -> Option<&Type> {
        match &self.kind {
            ArgumentKind::Pattern(pattern, ty) if pattern.ident.as_ref().is_some_and(|ident| ident.is("slf")) => {
                Some(ty)
            }
            _ => None,
        }
    }

    pub(crate) fn is_receiver(&self) -> bool {
        !matches!(self.kind, ArgumentKind::Pattern(..) | ArgumentKind::Variadic)
    }
}

impl ToTokens for ReturnType {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        if let ReturnType::Type(all, _) = self {
            all.to_tokens(tokens);
        }
    }
}

impl ToTokens for Argument {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        self.tokens.to_tokens(tokens);
    }
}

/// Reads the head of a function.
pub(super) fn signature(head: &TokenStream) -> Result<Signature> {
    parsed(head.clone(), read)
}

fn read(input: &mut Input) -> Result<Signature> {
    input.word("default");
    input.word("const");
    let (asyncness, unsafety) = (input.word("async"), input.word("unsafe"));
    let begin = input.clone();
    if input.word("extern").is_some() {
        input.literal();
    }
    let abi = input.since(&begin);
    input.expect_word("fn")?;
    let (ident, generics) = (input.ident()?, Generics::read(input)?);
    let group = input.group(Delimiter::Parenthesis)?;
    let (mut content, mut inputs) = (Input::inside(&group), Vec::new());
    while !content.is_empty() {
        inputs.push(argument(&mut content)?);
        if !content.is_empty() {
            content.expect(",")?;
        }
    }
    let begin = input.clone();
    let output = if input.has("->") {
        let ty = Box::new(ty(input)?);
        ReturnType::Type(input.since(&begin), ty)
    } else {
        ReturnType::Default
    };
    // The where clause.
    input.rest();
    Ok(Signature { asyncness, unsafety, abi, ident, generics, parentheses: group.span(), inputs, output })
}

fn argument(input: &mut Input) -> Result<Argument> {
    let begin = input.clone();
    outer(input)?;
    let kind = kind(input)?;
    Ok(Argument { tokens: input.since(&begin), kind })
}

fn kind(input: &mut Input) -> Result<ArgumentKind> {
    let mut ahead = input.clone();
    if let Some(receiver) = receiver(&mut ahead)? {
        *input = ahead;
        return Ok(receiver);
    }
    if input.has("...") {
        return Ok(ArgumentKind::Variadic);
    }
    let pattern = pattern(input);
    input.expect(":")?;
    if input.has("...") {
        return Ok(ArgumentKind::Variadic);
    }
    Ok(ArgumentKind::Pattern(pattern, Box::new(ty(input)?)))
}

/// What has `self`; none if it is something else, and then it has been read in part.
fn receiver(input: &mut Input) -> Result<Option<ArgumentKind>> {
    let reference = input.has("&");
    if reference {
        input.lifetime();
    }
    let exclusive = input.word("mut").is_some();
    if input.word("self").is_none() || input.peek("::") {
        return Ok(None);
    }
    Ok(Some(match (reference, exclusive) {
        (true, false) => ArgumentKind::Shared,
        (true, true) => ArgumentKind::Exclusive,
        (false, _) if input.has(":") => {
            ty(input)?;
            ArgumentKind::Typed
        }
        (false, _) => ArgumentKind::Value,
    }))
}

fn pattern(input: &mut Input) -> Pattern {
    let (begin, mut ahead) = (input.clone(), input.clone());
    let by_ref = ahead.word("ref").is_some();
    ahead.word("mut");
    let (ident, alone) = (ahead.ident().ok(), is_colon(&ahead));
    let ident = ident.filter(|_| alone || ahead.peek("@"));
    while !input.is_empty() && !is_colon(input) {
        // Of `::` both, and of all else one.
        if !input.has("::") {
            input.next();
        }
    }
    Pattern { tokens: input.since(&begin), ident, plain: alone && !by_ref }
}

fn is_colon(input: &Input) -> bool {
    input.peek(":") && !input.peek("::")
}
