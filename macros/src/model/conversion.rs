//! Types that derive `FromPy` or `IntoPy`: what the user wrote, and what follows from it.

use super::{Case, Crate};
use crate::stream::{Ident, Span, Word as _};
use crate::syntax::{Expr, GenericParam, Generics, Lifetime, LifetimeParam, LitStr, Member, Path, Type};

/// A type that derives `FromPy` or `IntoPy`.
pub(crate) struct Conversion {
    pub(crate) library: Crate,
    pub(crate) ident: Ident,
    pub(crate) generics: Generics,
    pub(crate) content: Content,
}

/// A struct's fields, or the variants of an enum.
pub(crate) enum Content {
    Struct(Form),
    Enum(Vec<Variant>),
}

/// One variant of an enum.
pub(crate) struct Variant {
    pub(crate) ident: Ident,
    /// `name = "…"`: what messages call it.
    pub(crate) name: Option<String>,
    /// What a variant without fields is in Python: `value = …`, or its name by the enum's `rename_all`.
    pub(crate) value: Option<Literal>,
    /// The option `value`, if it was written.
    pub(crate) value_option: Option<Ident>,
    pub(crate) form: Form,
}

/// The fields of a struct or a variant.
pub(crate) struct Form {
    /// The name of the struct or variant.
    pub(crate) ident: Ident,
    /// Whether it is written with braces.
    pub(crate) braced: bool,
    pub(crate) marks: Marks,
    pub(crate) parts: Vec<Converted>,
}

/// The options of a struct or a variant that say how its fields are laid out in Python.
#[derive(Clone, Default)]
pub(crate) struct Marks {
    pub(crate) items: Option<Ident>,
    pub(crate) namespace: Option<Ident>,
    pub(crate) transparent: Option<Ident>,
    pub(crate) rename_all: Option<(Ident, Case)>,
}

/// An option that was given, with its value.
pub(crate) struct Mark<T> {
    pub(crate) option: Ident,
    pub(crate) value: T,
}

/// One field.
pub(crate) struct Converted {
    pub(crate) member: Member,
    pub(crate) ty: Type,
    /// Its name in Python unless an option says another; `rename_all` is applied. Empty if it has none.
    pub(crate) python: String,
    pub(crate) attribute: Option<Mark<Option<LitStr>>>,
    pub(crate) item: Option<Mark<Option<Literal>>>,
    pub(crate) default: Option<Mark<Option<Expr>>>,
    pub(crate) with: Option<Mark<Path>>,
    pub(crate) from_with: Option<Mark<Path>>,
    pub(crate) into_with: Option<Mark<Path>>,
}

/// A text or an integer: the key of an item, the value of a variant.
#[derive(Clone, PartialEq, Eq)]
pub(crate) enum Literal {
    Text(String),
    Number(i64),
}

/// How the fields stand for one object.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Layout {
    /// No fields.
    Unit,
    /// One field, which is the whole object.
    Transparent,
    /// Items of a tuple.
    Tuple,
    /// Attributes or items, by name.
    Named,
}

/// Where a named field is taken from.
pub(crate) enum Source {
    Attribute(String),
    Item(Literal),
}

impl Conversion {
    /// The struct's fields, or those of each variant.
    pub(crate) fn forms(&self) -> Vec<&Form> {
        let mut forms = Vec::new();
        match &self.content {
            Content::Struct(form) => forms.push(form),
            Content::Enum(variants) => {
                for variant in variants {
                    forms.push(&variant.form);
                }
            }
        }
        forms
    }

    /// The fields of all forms.
    pub(crate) fn parts(&self) -> Vec<&Converted> {
        let mut parts: Vec<&Converted> = Vec::new();
        for form in self.forms() {
            parts.extend(&form.parts);
        }
        parts
    }

    /// The lifetime parameters that are not `'py`: what fields that borrow borrow for.
    pub(crate) fn owner_lifetimes(&self) -> Vec<&Lifetime> {
        self.lifetimes(false)
    }

    /// The lifetime parameter of the interpreter: the one that is called so.
    pub(crate) fn interpreter(&self) -> Option<&Lifetime> {
        self.lifetimes(true).pop()
    }

    fn lifetimes(&self, of_interpreter: bool) -> Vec<&Lifetime> {
        let mut lifetimes = Vec::new();
        for param in &self.generics.params {
            if let GenericParam::Lifetime(LifetimeParam { lifetime, .. }) = param
                && lifetime.ident.is("py") == of_interpreter
            {
                lifetimes.push(lifetime);
            }
        }
        lifetimes
    }
}

impl Form {
    pub(crate) fn layout(&self) -> Layout {
        match (self.parts.len(), self.marks.transparent.is_some(), self.braced) {
            (0, ..) => Layout::Unit,
            (_, true, _) | (1, _, false) => Layout::Transparent,
            (_, _, false) => Layout::Tuple,
            (_, _, true) => Layout::Named,
        }
    }
}

impl Converted {
    /// Where `FromPy` finds a named field.
    pub(crate) fn source(&self, marks: &Marks) -> Source {
        match (&self.attribute, &self.item) {
            (Some(mark), _) => Source::Attribute(text(mark, &self.python)),
            (None, Some(mark)) => Source::Item(self.key(mark)),
            (None, None) if marks.items.is_some() => Source::Item(Literal::Text(self.python.clone())),
            (None, None) => Source::Attribute(self.python.clone()),
        }
    }

    /// What `IntoPy` calls a named field.
    pub(crate) fn name(&self) -> Literal {
        match (&self.attribute, &self.item) {
            (Some(mark), _) => Literal::Text(text(mark, &self.python)),
            (None, Some(mark)) => self.key(mark),
            (None, None) => Literal::Text(self.python.clone()),
        }
    }

    fn key(&self, mark: &Mark<Option<Literal>>) -> Literal {
        mark.value.clone().unwrap_or_else(|| Literal::Text(self.python.clone()))
    }

    /// The function that takes the field from Python, if not `FromPy` does.
    pub(crate) fn taker(&self) -> Option<&Path> {
        self.from_with.as_ref().or(self.with.as_ref()).map(|mark| &mark.value)
    }

    /// The function that gives the field to Python, if not `IntoPy` does.
    pub(crate) fn giver(&self) -> Option<&Path> {
        self.into_with.as_ref().or(self.with.as_ref()).map(|mark| &mark.value)
    }

    /// Where the user wrote the name in Python, or else the field itself.
    pub(crate) fn name_span(&self) -> Span {
        let member = match &self.member {
            Member::Named(ident) => ident.span(),
            Member::Unnamed(index) => index.span,
        };
        let item = self.item.as_ref().map(|mark| mark.option.span());
        self.attribute.as_ref().map(|mark| mark.option.span()).or(item).unwrap_or(member)
    }
}

fn text(mark: &Mark<Option<LitStr>>, python: &str) -> String {
    mark.value.as_ref().map_or_else(|| python.to_owned(), LitStr::value)
}

impl Source {
    /// How a message names a place: `.x`, `[0]`, `['a b']`.
    pub(crate) fn place(&self) -> String {
        match self {
            Source::Attribute(name) => Literal::Text(name.clone()).place(),
            Source::Item(key) => key.place(),
        }
    }
}

impl Literal {
    /// As a user writes it.
    pub(crate) fn shown(&self) -> String {
        match self {
            Literal::Text(text) => format!("`\"{text}\"`"),
            Literal::Number(number) => format!("`{number}`"),
        }
    }

    /// As [`Source::place`].
    pub(crate) fn place(&self) -> String {
        match self {
            Literal::Text(text) if is_identifier(text) => format!(".{text}"),
            Literal::Text(text) => format!("['{text}']"),
            Literal::Number(number) => format!("[{number}]"),
        }
    }
}

/// Whether Python can write a text as a name.
pub(crate) fn is_identifier(text: &str) -> bool {
    let mut characters = text.chars();
    let starts = characters.next().is_some_and(|first| first == '_' || first.is_alphabetic());
    starts && characters.all(|other| other == '_' || other.is_alphanumeric())
}
