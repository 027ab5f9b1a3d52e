//! Parameters of types, and where clauses, as `impl`s have them. Bounds are tokens.

use super::attribute::Attribute;
use super::error::span_of;
use super::input::sign;
use super::lifetime::Lifetime;
use super::scan::ends_in;
use super::ty::Type;
use crate::stream::{Ident, Span, ToTokens, TokenStream};
use crate::tokens::{attributes, separated};

#[derive(Clone)]
pub(crate) struct Generics {
    pub(crate) params: Vec<GenericParam>,
    pub(super) word: Option<Ident>,
    /// What stands behind `where`, without a comma at the end.
    pub(super) predicates: TokenStream,
    /// Where `<` and `>` stand.
    pub(super) angles: (Span, Span),
}

#[derive(Clone)]
pub(crate) enum GenericParam {
    Lifetime(LifetimeParam),
    Type(TypeParam),
    Const(ConstParam),
}

#[derive(Clone)]
pub(crate) struct LifetimeParam {
    pub(super) attrs: Vec<Attribute>,
    pub(crate) lifetime: Lifetime,
    pub(super) bounds: TokenStream,
}

#[derive(Clone)]
pub(crate) struct TypeParam {
    pub(super) attrs: Vec<Attribute>,
    pub(crate) ident: Ident,
    pub(super) bounds: TokenStream,
    pub(super) default: TokenStream,
}

#[derive(Clone)]
pub(crate) struct ConstParam {
    pub(super) attrs: Vec<Attribute>,
    pub(super) word: Ident,
    pub(crate) ident: Ident,
    pub(crate) ty: Type,
    pub(super) default: TokenStream,
}

impl Default for Generics {
    fn default() -> Generics {
        let angles = (Span::call_site(), Span::call_site());
        Generics { params: Vec::new(), word: None, predicates: TokenStream::new(), angles }
    }
}

impl Generics {
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
        self.add_for_impl(true, &mut parameters, &mut arguments);
        self.add_for_impl(false, &mut parameters, &mut arguments);
        let mut bounds = TokenStream::new();
        if !self.predicates.is_empty() {
            bounds.append(self.word.clone().unwrap_or_else(|| Ident::new("where", Span::call_site())));
            self.predicates.to_tokens(&mut bounds);
        }
        (self.bracketed(parameters), self.bracketed(arguments), bounds)
    }

    /// Adds those that are lifetimes, or those that are none.
    fn add_for_impl(&self, lifetimes: bool, parameters: &mut TokenStream, arguments: &mut TokenStream) {
        for param in &self.params {
            if matches!(param, GenericParam::Lifetime(_)) == lifetimes {
                separated(parameters, &param.without_default());
                separated(arguments, param.name());
            }
        }
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
