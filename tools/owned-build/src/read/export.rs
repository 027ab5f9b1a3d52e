//! `foreign::export!`: Rust functions that C calls.

use std::collections::BTreeMap;
use std::path::Path;

use proc_macro2::TokenStream;
use syn::parse::{Parse, ParseStream, Parser as _};
use syn::{Attribute, Expr, ExprLit, Ident, Lit, Meta, ReturnType, Token, Type, Visibility, braced, parenthesized};

use super::types::{Reader, argument, each};
use super::{CType, Known, name_of};
use crate::fault::{Error, Place};

/// A function, as C declares it.
#[derive(Debug)]
pub(crate) struct Export {
    pub(crate) name: String,
    /// The doc comment, line by line.
    pub(crate) docs: Vec<String>,
    pub(crate) parameters: Vec<Parameter>,
    pub(crate) result: Result,
}

/// A parameter.
#[derive(Debug)]
pub(crate) struct Parameter {
    pub(crate) name: String,
    pub(crate) of: CType,
    pub(crate) owns: Owns,
    pub(crate) nullable: bool,
}

/// What becomes of the caller's reference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Owns {
    /// It is no reference.
    Nothing,
    Borrowed,
    Kept,
    Stolen,
}

/// What comes back.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Result {
    Void,
    New { nullable: bool },
    Borrowed { nullable: bool },
    Status,
    Plain(CType),
}

struct Written {
    docs: Vec<String>,
    name: Ident,
    parameters: Vec<(Ident, Type)>,
    result: ReturnType,
}

/// Reads the functions of one macro call.
pub(crate) fn read(file: &Path, tokens: TokenStream, known: &Known) -> std::result::Result<Vec<Export>, Error> {
    let all = |input: ParseStream<'_>| {
        let mut all = Vec::new();
        while !input.is_empty() {
            all.push(input.parse::<Written>()?);
        }
        Ok(all)
    };
    let written = all
        .parse2(tokens)
        .map_err(|error| Error::at(&Place::of(file, error.span()), format!("in `foreign::export!`: {error}")))?;
    each(&written, |function| function.for_c(file, known))
}

impl Parse for Written {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let attributes = Attribute::parse_outer(input)?;
        input.parse::<Visibility>()?;
        input.parse::<Token![fn]>()?;
        let name = input.parse()?;
        let inside;
        parenthesized!(inside in input);
        let mut parameters = Vec::new();
        let mut first = true;
        while !inside.is_empty() {
            let name: Ident = inside.parse()?;
            // The token is no argument of C's.
            let is_token = first && !inside.peek(Token![:]);
            if !is_token {
                inside.parse::<Token![:]>()?;
                parameters.push((name, inside.parse()?));
            }
            first = false;
            if !inside.is_empty() {
                inside.parse::<Token![,]>()?;
            }
        }
        let result = input.parse()?;
        let body;
        braced!(body in input);
        body.parse::<TokenStream>()?;
        Ok(Written { docs: docs(&attributes), name, parameters, result })
    }
}

impl Written {
    fn for_c(&self, file: &Path, known: &Known) -> std::result::Result<Export, Error> {
        // A mirror is laid out here and has no name in a header.
        let mut none = BTreeMap::new();
        let mut reader = Reader { file, known, mirrors: &mut none };
        let parameters = each(&self.parameters, |(name, of)| {
            let place = Place::of(file, name.span());
            let (owns, of, nullable) = match word(of) {
                Some((word, nullable)) => match word.as_str() {
                    "Borrowed" => (Owns::Borrowed, CType::Object, nullable),
                    "Kept" => (Owns::Kept, CType::Object, nullable),
                    "Stolen" => (Owns::Stolen, CType::Object, nullable),
                    "New" | "Status" => {
                        return Err(Error::at(
                            &place,
                            format!(
                                "`{word}` is what a function gives: a parameter is \
                            `Borrowed<T>`, `Kept<T>`, `Stolen<T>` or a plain value"
                            ),
                        ));
                    }
                    _ => (Owns::Nothing, value(&mut reader, &place, of)?, false),
                },
                None => (Owns::Nothing, value(&mut reader, &place, of)?, false),
            };
            Ok(Parameter { name: name_of(name), of, owns, nullable })
        });
        let result = match &self.result {
            ReturnType::Default => Ok(Result::Void),
            ReturnType::Type(_, of) => {
                let place = Place::of(file, self.name.span());
                match word(of) {
                    Some((word, nullable)) if word == "New" => Ok(Result::New { nullable }),
                    Some((word, nullable)) if word == "Borrowed" => Ok(Result::Borrowed { nullable }),
                    Some((word, false)) if word == "Status" => Ok(Result::Status),
                    Some((word, _)) if word == "Result" => Err(Error::at(
                        &place,
                        "what C is given is said by a word: `New<T>`, `Borrowed<T>`, `Status`, or a plain value",
                    )),
                    _ if matches!(&**of, Type::Tuple(unit) if unit.elems.is_empty()) => Ok(Result::Void),
                    _ => value(&mut reader, &place, of).map(Result::Plain),
                }
            }
        };
        let mut faults = crate::fault::Faults::default();
        let (parameters, result) = (faults.keep(parameters), faults.keep(result));
        let (parameters, result) = faults.end_with(parameters.zip(result))?;
        Ok(Export { name: name_of(&self.name), docs: self.docs.clone(), parameters, result })
    }
}

/// The last word of a type, and whether it stands in an `Option`.
fn word(of: &Type) -> Option<(String, bool)> {
    let Type::Path(path) = of else { return None };
    let segment = path.path.segments.last()?;
    if segment.ident == "Option"
        && let Some(Type::Path(inner)) = argument(segment)
    {
        return Some((name_of(&inner.path.segments.last()?.ident), true));
    }
    Some((name_of(&segment.ident), false))
}

fn value(reader: &mut Reader<'_>, place: &Place, of: &Type) -> std::result::Result<CType, Error> {
    match reader.plain(of)? {
        CType::Struct(name) => Err(Error::at(place, format!("`{name}` is passed by a pointer: C has no name for it"))),
        CType::Array(..) => Err(Error::at(place, "C passes no arrays: write a pointer")),
        of => Ok(of),
    }
}

fn docs(attributes: &[Attribute]) -> Vec<String> {
    let lines = attributes.iter().filter_map(|attribute| match &attribute.meta {
        Meta::NameValue(pair) if pair.path.is_ident("doc") => match &pair.value {
            Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) => Some(text.value()),
            _ => None,
        },
        _ => None,
    });
    lines.flat_map(|text| text.split('\n').map(|line| line.trim_end().to_owned()).collect::<Vec<_>>()).collect()
}
