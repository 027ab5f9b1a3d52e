//! `#[py(…)]`, for the derives of conversions: options with and without values.
//!
//! `FromPy` and `IntoPy` read the same attribute and say the same of a mistake in it: rustc shows an error that comes
//! twice once.

use super::options::each_option;
use crate::diagnostics::{Diagnostics, Reported};
use crate::messages;
use crate::model::{Case, Crate, Literal, Mark, is_identifier};
use crate::stream::{Ident, Word as _};
use crate::syntax::{Attribute, Expr, Lit, LitStr, Meta, Path};

/// The options of all `#[py(…)]` on one item, each at most once, each known there.
pub(super) struct PyOptions(Vec<(Ident, Option<Expr>)>);

impl PyOptions {
    /// Reads the attributes of `place` (`a field`, …), where the options `known` are.
    pub(super) fn read(attributes: &[Attribute], place: &str, known: &[&str], dcx: &mut Diagnostics) -> PyOptions {
        let mut options = PyOptions(Vec::new());
        for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident("py")) {
            let tokens = match &attribute.meta {
                Meta::List(list) => list.tokens.clone(),
                Meta::Path(_) | Meta::NameValue(_) => {
                    dcx.error(attribute, messages::py_without_options(place, known));
                    continue;
                }
            };
            each_option(tokens, dcx, &mut |key, value, dcx| options.put(place, known, key, value, dcx));
        }
        options
    }

    fn put(&mut self, place: &str, known: &[&str], key: Ident, value: Option<Expr>, dcx: &mut Diagnostics) {
        let option = key.to_string();
        if !known.contains(&option.as_str()) {
            dcx.error(&key, messages::unknown_py_option(&option, place, known));
        } else if self.place(&option).is_some() {
            dcx.error(&key, messages::option_twice(&option));
        } else {
            self.0.push((key, value));
        }
    }

    fn place(&self, option: &str) -> Option<usize> {
        for (at, (key, _)) in self.0.iter().enumerate() {
            if key.is(option) {
                return Some(at);
            }
        }
        None
    }

    fn take(&mut self, option: &str) -> Option<(Ident, Option<Expr>)> {
        let at = self.place(option)?;
        Some(self.0.swap_remove(at))
    }

    /// `option`, without a value.
    pub(super) fn flag(&mut self, option: &str, dcx: &mut Diagnostics) -> Option<Ident> {
        let (key, value) = self.take(option)?;
        if let Some(value) = value {
            dcx.error(&value, messages::option_is_a_flag(option));
        }
        Some(key)
    }

    /// `option` or `option = expression`.
    pub(super) fn expression(&mut self, option: &str) -> Option<Mark<Option<Expr>>> {
        self.take(option).map(|(option, value)| Mark { option, value })
    }

    /// `option = path::function`.
    pub(super) fn function(&mut self, option: &str, dcx: &mut Diagnostics) -> Option<Mark<Path>> {
        let (key, value) = self.take(option)?;
        match value {
            Some(Expr::Path(value)) => Some(Mark { option: key, value }),
            Some(other) => {
                dcx.error(&other, messages::option_needs_function(option));
                None
            }
            None => {
                dcx.error(&key, messages::option_needs_function(option));
                None
            }
        }
    }

    /// `option = "…"`.
    pub(super) fn text(&mut self, option: &str, dcx: &mut Diagnostics) -> Option<LitStr> {
        let (key, value) = self.take(option)?;
        match value {
            Some(Expr::Lit(Lit::Str(text))) => Some(text),
            Some(other) => {
                dcx.error(&other, messages::option_needs_text(option));
                None
            }
            None => {
                dcx.error(&key, messages::option_needs_text(option));
                None
            }
        }
    }

    /// `attribute` or `attribute = "…"`, a name that Python can write.
    pub(super) fn attribute(&mut self, dcx: &mut Diagnostics) -> Option<Mark<Option<LitStr>>> {
        let at = self.place("attribute")?;
        let option = self.0[at].0.clone();
        if self.0[at].1.is_none() {
            self.0.swap_remove(at);
            return Some(Mark { option, value: None });
        }
        let text = self.text("attribute", dcx)?;
        if !is_identifier(&text.value()) {
            dcx.error(&text, messages::not_an_identifier(&text.value()));
        }
        Some(Mark { option, value: Some(text) })
    }

    /// `item`, `item = "…"` or `item = 0`.
    pub(super) fn item(&mut self, dcx: &mut Diagnostics) -> Option<Mark<Option<Literal>>> {
        let (option, value) = self.take("item")?;
        match value.map(|value| literal(&value, messages::ITEM_NEEDS_KEY, dcx)) {
            None => Some(Mark { option, value: None }),
            Some(Ok(key)) => Some(Mark { option, value: Some(key) }),
            Some(Err(_)) => None,
        }
    }

    /// `value = "…"` or `value = 0`.
    pub(super) fn value(&mut self, dcx: &mut Diagnostics) -> Option<Mark<Option<Literal>>> {
        let (option, value) = self.take("value")?;
        let value = match value {
            Some(value) => literal(&value, messages::VALUE_NEEDS_LITERAL, dcx),
            None => Err(dcx.error(&option, messages::VALUE_NEEDS_LITERAL)),
        };
        // An error has been said: the option counts as given.
        Some(Mark { option, value: value.ok() })
    }

    /// `rename_all = "…"`.
    pub(super) fn case(&mut self, dcx: &mut Diagnostics) -> Option<(Ident, Case)> {
        let key = self.0[self.place("rename_all")?].0.clone();
        let text = self.text("rename_all", dcx)?;
        let case = Case::named(&text.value());
        if case.is_none() {
            dcx.error(&text, messages::unknown_case(&text.value(), &Case::names(true)));
        }
        Some((key, case?))
    }

    /// `crate = "…"`.
    pub(super) fn library(&mut self, dcx: &mut Diagnostics) -> Option<Crate> {
        let text = self.text("crate", dcx)?;
        match text.path() {
            Ok(path) => Some(Crate::named(&path)),
            Err(_) => {
                dcx.error(&text, messages::not_a_path(&text.value()));
                None
            }
        }
    }
}

/// A text or an integer, which may be negative.
fn literal(value: &Expr, wanted: &str, dcx: &mut Diagnostics) -> Result<Literal, Reported> {
    let (lit, sign) = match value {
        Expr::Lit(lit) => (lit, ""),
        Expr::Negative(_, lit @ Lit::Int(_)) => (lit, "-"),
        _ => return Err(dcx.error(value, wanted)),
    };
    match lit {
        Lit::Str(text) => Ok(Literal::Text(text.value())),
        Lit::Int(number) if number.suffix().is_empty() => format!("{sign}{}", number.base10_digits())
            .parse()
            .map(Literal::Number)
            .map_err(|_| dcx.error(value, messages::number_too_large(&format!("{sign}{number}")))),
        _ => Err(dcx.error(value, wanted)),
    }
}
