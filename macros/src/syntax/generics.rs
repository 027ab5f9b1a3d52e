//! Parameters of types, and where clauses. Bounds are tokens.

use super::attribute::{Attribute, outer};
use super::error::{Result, span_of};
use super::input::{Input, sign};
use super::lifetime::Lifetime;
use super::scan::{Angles, ends_in, skip_type};
use super::ty::{Type, ty};
use crate::tokens::{attributes, separated};
use proc_macro2::{Delimiter, Ident, Span, TokenStream};
use quote::{ToTokens, TokenStreamExt as _};

#[derive(Clone)]
pub(crate) struct Generics {
    pub(crate) params: Vec<GenericParam>,
    word: Option<Ident>,
    /// What stands behind `where`, without a comma at the end.
    predicates: TokenStream,
    /// Where `<` and `>` stand.
    angles: (Span, Span),
}

#[derive(Clone)]
pub(crate) enum GenericParam {
    Lifetime(LifetimeParam),
    Type(TypeParam),
    Const(ConstParam),
}

#[derive(Clone)]
pub(crate) struct LifetimeParam {
    attrs: Vec<Attribute>,
    pub(crate) lifetime: Lifetime,
    bounds: TokenStream,
}

#[derive(Clone)]
pub(crate) struct TypeParam {
    attrs: Vec<Attribute>,
    pub(crate) ident: Ident,
    bounds: TokenStream,
    default: TokenStream,
}

#[derive(Clone)]
pub(crate) struct ConstParam {
    attrs: Vec<Attribute>,
    word: Ident,
    pub(crate) ident: Ident,
    pub(crate) ty: Type,
    default: TokenStream,
}

impl Default for Generics {
    fn default() -> Generics {
        let angles = (Span::call_site(), Span::call_site());
        Generics { params: Vec::new(), word: None, predicates: TokenStream::new(), angles }
    }
}

impl Generics {
    /// Reads `<…>`, if it is there.
    pub(crate) fn read(input: &mut Input) -> Result<Generics> {
        let mut generics = Generics::default();
        generics.angles.0 = input.span();
        if !input.has("<") {
            return Ok(Generics::default());
        }
        while !input.peek(">") {
            generics.params.push(parameter(input)?);
            if !input.peek(">") {
                input.expect(",")?;
            }
        }
        generics.angles.1 = input.span();
        input.expect(">")?;
        Ok(generics)
    }

    /// Reads a where clause up to the braces or the semicolon, if it is there.
    pub(crate) fn read_where(&mut self, input: &mut Input) {
        self.word = input.word("where");
        if self.word.is_none() {
            return;
        }
        let (begin, mut angles, mut end) = (input.clone(), Angles::default(), input.clone());
        while angles.open() || !input.peek_group(Delimiter::Brace) && !input.peek(";") {
            let is_comma = input.peek(",");
            let Some(tree) = input.next() else { break };
            angles.see(&tree);
            if !is_comma {
                end = input.clone();
            }
        }
        self.predicates = end.since(&begin);
    }

    /// Adds a lifetime before the others.
    pub(crate) fn add_lifetime(&mut self, lifetime: Lifetime) {
        let param = LifetimeParam { attrs: Vec::new(), lifetime, bounds: TokenStream::new() };
        self.params.insert(0, GenericParam::Lifetime(param));
    }

    /// Adds a predicate to the where clause.
    pub(crate) fn add_predicate(&mut self, predicate: &TokenStream) {
        separated(&mut self.predicates, predicate);
    }

    /// The parameters without the brackets.
    pub(crate) fn list(&self) -> TokenStream {
        let mut all = TokenStream::new();
        for param in &self.params {
            separated(&mut all, param);
        }
        all
    }

    /// For an `impl`: the parameters, what the type is given, and the where clause.
    pub(crate) fn split_for_impl(&self) -> (TokenStream, TokenStream, TokenStream) {
        let (mut parameters, mut arguments) = (TokenStream::new(), TokenStream::new());
        // Lifetimes come first, wherever they are.
        let mut lifetimes = true;
        loop {
            for param in &self.params {
                if matches!(param, GenericParam::Lifetime(_)) == lifetimes {
                    separated(&mut parameters, &param.without_default());
                    separated(&mut arguments, param.name());
                }
            }
            if !lifetimes {
                break;
            }
            lifetimes = false;
        }
        let mut bounds = TokenStream::new();
        if !self.predicates.is_empty() {
            bounds.append(self.word.clone().unwrap_or_else(|| Ident::new("where", Span::call_site())));
            self.predicates.to_tokens(&mut bounds);
        }
        (self.bracketed(parameters), self.bracketed(arguments), bounds)
    }

    fn bracketed(&self, list: TokenStream) -> TokenStream {
        let mut all = TokenStream::new();
        if !list.is_empty() {
            all.append(sign('<', self.angles.0));
            all.extend(list);
            all.append(sign('>', self.angles.1));
        }
        all
    }
}

/// As they are written; not the where clause.
impl ToTokens for Generics {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.extend(self.bracketed(self.list()));
    }
}

impl TypeParam {
    pub(crate) fn add_bound(&mut self, bound: &TokenStream) {
        if !self.bounds.is_empty() && !ends_in(&self.bounds, '+') {
            self.bounds.append(sign('+', self.ident.span()));
        }
        bound.to_tokens(&mut self.bounds);
    }
}

impl GenericParam {
    fn name(&self) -> &dyn ToTokens {
        match self {
            GenericParam::Lifetime(param) => &param.lifetime,
            GenericParam::Type(param) => &param.ident,
            GenericParam::Const(param) => &param.ident,
        }
    }

    /// As an `impl` has it.
    fn without_default(&self) -> TokenStream {
        let (attrs, bounds) = match self {
            GenericParam::Lifetime(param) => (&param.attrs, param.bounds.clone()),
            GenericParam::Type(param) => (&param.attrs, param.bounds.clone()),
            GenericParam::Const(param) => (&param.attrs, param.ty.to_token_stream()),
        };
        let mut tokens = attributes(attrs);
        if let GenericParam::Const(param) = self {
            tokens.append(param.word.clone());
        }
        self.name().to_tokens(&mut tokens);
        if !bounds.is_empty() {
            tokens.append(sign(':', span_of(self.name())));
            tokens.extend(bounds);
        }
        tokens
    }
}

impl ToTokens for GenericParam {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.extend(self.without_default());
        match self {
            GenericParam::Lifetime(_) => {}
            GenericParam::Type(TypeParam { default, .. }) | GenericParam::Const(ConstParam { default, .. }) => {
                default.to_tokens(tokens);
            }
        }
    }
}

fn parameter(input: &mut Input) -> Result<GenericParam> {
    let attrs = outer(input)?;
    if let Some(lifetime) = input.lifetime() {
        return Ok(GenericParam::Lifetime(LifetimeParam { attrs, lifetime, bounds: bounds(input) }));
    }
    if let Some(word) = input.word("const") {
        let ident = input.ident()?;
        input.expect(":")?;
        let ty = ty(input)?;
        return Ok(GenericParam::Const(ConstParam { attrs, word, ident, ty, default: default(input) }));
    }
    let ident = if input.peek_word("_") { input.any_ident() } else { input.ident() }?;
    let bounds = bounds(input);
    Ok(GenericParam::Type(TypeParam { attrs, ident, bounds, default: default(input) }))
}

/// What stands behind a colon, if that is here.
fn bounds(input: &mut Input) -> TokenStream {
    let colon = input.has(":");
    let begin = input.clone();
    if colon {
        skip_type(input);
    }
    input.since(&begin)
}

/// `= …`, if that is here.
fn default(input: &mut Input) -> TokenStream {
    let begin = input.clone();
    if input.has("=") {
        if input.peek_group(Delimiter::Brace) {
            input.next();
        }
        skip_type(input);
    }
    input.since(&begin)
}
