//! The options in an attribute's parentheses: `name = "…"`, `get`, `set`, …

use crate::diagnostics::Diagnostics;
use crate::messages;
use crate::model::{Crate, Name};
use proc_macro2::{Ident, TokenStream};
use syn::ext::IdentExt as _;
use syn::parse::{ParseStream, Parser as _};
use syn::{Attribute, Expr, ExprLit, Lit, LitStr, Meta, Token};

/// The options that take a text; the others are flags.
const TEXTS: &[&str] = &["name", "crate", "skip"];

/// The options of one attribute, each at most once, each known.
#[derive(Default)]
pub(crate) struct Options(Vec<(Ident, Option<LitStr>)>);

impl Options {
    /// Reads the tokens in the parentheses of `#[owner(…)]`.
    pub(crate) fn parse(owner: &str, known: &[&str], tokens: TokenStream, dcx: &mut Diagnostics) -> Options {
        let mut options = Options::default();
        let read = |input: ParseStream<'_>| {
            while !input.is_empty() {
                options.read(owner, known, input, dcx)?;
                if !input.is_empty() {
                    input.parse::<Token![,]>()?;
                }
            }
            Ok(())
        };
        if let Err(error) = read.parse2(tokens) {
            dcx.syntax(error);
        }
        options
    }

    /// Reads `#[owner]` or `#[owner(…)]`.
    pub(crate) fn of(attribute: &Attribute, owner: &str, known: &[&str], dcx: &mut Diagnostics) -> Options {
        match &attribute.meta {
            Meta::Path(_) => Options::default(),
            Meta::List(list) => Options::parse(owner, known, list.tokens.clone(), dcx),
            Meta::NameValue(pair) => {
                let given = format!("= {}", quote::ToTokens::to_token_stream(&pair.value));
                dcx.error(pair, messages::unknown_option(&given, owner, known));
                Options::default()
            }
        }
    }

    fn read(&mut self, owner: &str, known: &[&str], input: ParseStream<'_>, dcx: &mut Diagnostics) -> syn::Result<()> {
        let key = input.call(Ident::parse_any)?;
        let option = key.to_string();
        let value = match input.parse::<Option<Token![=]>>()? {
            Some(_) => Some(input.parse::<Expr>()?),
            None => None,
        };
        if !known.contains(&option.as_str()) {
            dcx.error(&key, messages::unknown_option(&option, owner, known));
            return Ok(());
        }
        if self.0.iter().any(|(other, _)| *other == key) {
            dcx.error(&key, messages::option_twice(&option));
            return Ok(());
        }
        let wants_text = TEXTS.contains(&option.as_str());
        match (wants_text, value) {
            (true, Some(Expr::Lit(ExprLit { lit: Lit::Str(text), .. }))) => {
                self.0.push((key, Some(text)));
            }
            (true, Some(other)) => {
                dcx.error(&other, messages::option_needs_text(&option));
            }
            (true, None) => {
                dcx.error(&key, messages::option_needs_text(&option));
            }
            (false, None) => self.0.push((key, None)),
            (false, Some(value)) => {
                dcx.error(&value, messages::option_is_a_flag(&option));
            }
        }
        Ok(())
    }

    pub(crate) fn flag(&self, option: &str) -> bool {
        self.0.iter().any(|(key, _)| key == option)
    }

    pub(crate) fn text(&self, option: &str) -> Option<&LitStr> {
        let (_, text) = self.0.iter().find(|(key, _)| key == option)?;
        text.as_ref()
    }

    /// `name = "…"`, checked to be a name that Python can write.
    pub(crate) fn name(&self, dcx: &mut Diagnostics) -> Option<Name> {
        let text = self.text("name")?;
        let value = text.value();
        let mut characters = value.chars();
        let starts = characters.next().is_some_and(|first| first == '_' || first.is_alphabetic());
        if !starts || !characters.all(|other| other == '_' || other.is_alphanumeric()) {
            dcx.error(text, messages::not_an_identifier(&value));
            return None;
        }
        Some(Name { text: value, span: text.span() })
    }

    /// `crate = "…"`.
    pub(crate) fn library(&self, dcx: &mut Diagnostics) -> Option<Crate> {
        let text = self.text("crate")?;
        match text.parse_with(syn::Path::parse_mod_style) {
            Ok(path) => Some(Crate::named(&path)),
            Err(_) => {
                dcx.error(text, messages::not_a_path(&text.value()));
                None
            }
        }
    }
}
