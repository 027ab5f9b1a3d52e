//! Functions that Python calls: their Rust parameters and their Python signature.

use super::{Documentation, Hints, Name};
use crate::stream::{Ident, Span};
use crate::syntax::{Attribute, Expr, Type};

/// A function of either kind, without what makes it a method or a function.
#[derive(Clone)]
pub(crate) struct Callable {
    pub(crate) ident: Ident,
    pub(crate) name: Name,
    pub(crate) doc: Documentation,
    pub(crate) cfgs: Vec<Attribute>,
    /// Where it says `async`: then calling it gives a coroutine.
    pub(crate) asynchronous: Option<Span>,
    /// The Rust parameters in their order, a receiver left out.
    pub(crate) inputs: Vec<Input>,
    /// What `#[signature(…)]` says, and where.
    pub(crate) written: Option<(Span, Vec<Entry>)>,
    /// What `#[hint(…)]` says.
    pub(crate) hints: Hints,
    /// The return type, where there is one.
    pub(crate) output_type: Option<Box<Type>>,
    /// Where the return type stands, or the name where there is none.
    pub(crate) output: Span,
    /// Whether the result may borrow from the receiver, as far as its type shows.
    pub(crate) output_borrows: bool,
}

/// One Rust parameter.
#[derive(Clone)]
pub(crate) enum Input {
    /// `py: Python<'_>`: the token.
    Python,
    /// `cx: Async`: the coroutine, of an `async fn`.
    Async,
    /// The class of a `#[classmethod]`; `true` if it is taken by reference.
    Class(bool),
    /// A value that Python passes.
    Argument { ident: Ident, ty: Box<Type> },
}

/// One entry of `#[signature(…)]`.
#[derive(Clone)]
pub(crate) enum Entry {
    Named(Ident, Option<Box<Expr>>),
    /// `/`
    Slash(Span),
    /// `*`
    Star(Span),
    /// `*args`
    Rest(Ident),
    /// `**kwargs`
    Options(Ident),
}

impl Entry {
    /// The parameter that the entry names.
    pub(crate) fn ident(&self) -> Option<&Ident> {
        match self {
            Entry::Named(ident, _) | Entry::Rest(ident) | Entry::Options(ident) => Some(ident),
            Entry::Slash(_) | Entry::Star(_) => None,
        }
    }
}

/// The Python signature of a checked function.
pub(crate) struct Signature {
    /// The named parameters: the positional ones, then the keyword-only ones.
    pub(crate) params: Vec<Param>,
    /// How many of them may be passed by position.
    pub(crate) positional: usize,
    /// How many of them may be passed by position only.
    pub(crate) positional_only: usize,
    pub(crate) rest: Option<Ident>,
    pub(crate) options: Option<Ident>,
}

/// What is to be read for a signature.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Every parameter is given.
    Required,
    /// Some have defaults.
    Defaults,
    /// There is `*args` or `**kwargs`.
    Variable,
}

/// One named parameter.
pub(crate) struct Param {
    pub(crate) ident: Ident,
    pub(crate) default: Option<Box<Expr>>,
}

impl Callable {
    pub(crate) fn is_async(&self) -> bool {
        self.asynchronous.is_some()
    }

    /// The parameters that Python fills.
    pub(crate) fn arguments(&self) -> Vec<(&Ident, &Type)> {
        let mut arguments = Vec::new();
        for input in &self.inputs {
            match input {
                Input::Argument { ident, ty } => arguments.push((ident, &**ty)),
                Input::Python | Input::Async | Input::Class(_) => {}
            }
        }
        arguments
    }

    /// The signature that was written, or else every parameter required, by position or keyword.
    pub(crate) fn signature(&self) -> Signature {
        match &self.written {
            Some((_, entries)) => Signature::written(entries),
            None => {
                let mut entries = Vec::new();
                for (ident, _) in self.arguments() {
                    entries.push(Entry::Named(ident.clone(), None));
                }
                Signature::written(&entries)
            }
        }
    }
}

impl Signature {
    pub(crate) fn kind(&self) -> Kind {
        if self.rest.is_some() || self.options.is_some() {
            Kind::Variable
        } else if self.params.iter().any(|param| param.default.is_some()) {
            Kind::Defaults
        } else {
            Kind::Required
        }
    }

    fn written(entries: &[Entry]) -> Signature {
        let mut signature =
            Signature { params: Vec::new(), positional: 0, positional_only: 0, rest: None, options: None };
        let mut keyword_only = false;
        for entry in entries {
            match entry {
                Entry::Named(ident, default) => {
                    signature.params.push(Param { ident: ident.clone(), default: default.clone() });
                    signature.positional += usize::from(!keyword_only);
                }
                Entry::Slash(_) => signature.positional_only = signature.positional,
                Entry::Star(_) => keyword_only = true,
                Entry::Rest(ident) => {
                    keyword_only = true;
                    signature.rest = Some(ident.clone());
                }
                Entry::Options(ident) => signature.options = Some(ident.clone()),
            }
        }
        signature
    }
}
