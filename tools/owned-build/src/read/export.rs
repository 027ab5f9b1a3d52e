//! `foreign::export!`: Rust functions that C calls.

use std::collections::BTreeMap;
use std::path::Path;

use proc_macro2::TokenStream;
use syn::parse::{Parse, ParseStream, Parser as _};
use syn::{
    Abi, Attribute, Expr, ExprLit, Ident, Lit, Meta, ReturnType, Token, Type, Visibility, braced, parenthesized,
};

use super::types::{Reader, each};
use super::{CType, Known, name_of};
use crate::fault::{Error, Faults, Place};

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
}

/// What becomes of the caller's reference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Owns {
    /// It is no reference.
    Nothing,
    Borrowed,
    Stolen,
}

/// What comes back.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Result {
    Void,
    New,
    /// A class, borrowed.
    Type,
    Status,
    Plain(CType),
}

/// As it is written.
struct Written {
    docs: Vec<String>,
    name: Ident,
    what: What,
}

enum What {
    /// `type NAME = Class;`
    Type,
    Function(Vec<(Ident, Type)>, ReturnType),
}

/// Reads the functions of one macro call.
pub(crate) fn read(file: &Path, tokens: TokenStream, known: &Known) -> std::result::Result<Vec<Export>, Error> {
    let all = |input: ParseStream<'_>| {
        input.parse::<Token![unsafe]>()?;
        input.parse::<Abi>()?;
        let inside;
        braced!(inside in input);
        let mut all = Vec::new();
        while !inside.is_empty() {
            all.push(inside.parse::<Written>()?);
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
        let docs = docs(&Attribute::parse_outer(input)?);
        input.parse::<Visibility>()?;
        if input.peek(Token![type]) {
            input.parse::<Token![type]>()?;
            let name = input.parse()?;
            input.parse::<Token![=]>()?;
            input.parse::<Type>()?;
            input.parse::<Token![;]>()?;
            return Ok(Written { docs, name, what: What::Type });
        }
        input.parse::<Token![fn]>()?;
        let name = input.parse()?;
        let inside;
        parenthesized!(inside in input);
        // The token, which C does not pass.
        inside.parse::<Ident>()?;
        let mut parameters = Vec::new();
        while !inside.is_empty() {
            inside.parse::<Token![,]>()?;
            if inside.is_empty() {
                break;
            }
            let name: Ident = inside.parse()?;
            inside.parse::<Token![:]>()?;
            parameters.push((name, inside.parse()?));
        }
        let result = input.parse()?;
        let body;
        braced!(body in input);
        body.parse::<TokenStream>()?;
        Ok(Written { docs, name, what: What::Function(parameters, result) })
    }
}

impl Written {
    fn for_c(&self, file: &Path, known: &Known) -> std::result::Result<Export, Error> {
        let (name, docs) = (name_of(&self.name), self.docs.clone());
        let What::Function(parameters, result) = &self.what else {
            return Ok(Export { name, docs, parameters: Vec::new(), result: Result::Type });
        };
        // A struct of Rust has no name in a header.
        let mut none = BTreeMap::new();
        let mut reader = Reader { file, known, mirrors: &mut none };
        let parameters = each(parameters, |(name, of)| {
            let place = Place::of(file, name.span());
            let (owns, of) = match word(of).as_deref() {
                Some("Borrowed") => (Owns::Borrowed, CType::Object),
                Some("Stolen") => (Owns::Stolen, CType::Object),
                Some(word @ ("New" | "Status" | "Kept" | "Escaped")) => {
                    return Err(Error::at(
                        &place,
                        format!("`{word}` is no parameter: write `Borrowed<T>`, `Stolen<T>` or a plain value"),
                    ));
                }
                _ => (Owns::Nothing, value(&mut reader, &place, of)?),
            };
            Ok(Parameter { name: name_of(name), of, owns })
        });
        let place = Place::of(file, self.name.span());
        let result = match result {
            ReturnType::Default => Ok(Result::Void),
            ReturnType::Type(_, of) => match word(of).as_deref() {
                Some("New") => Ok(Result::New),
                Some("Status") => Ok(Result::Status),
                Some(word @ ("Result" | "Borrowed" | "Stolen")) => Err(Error::at(
                    &place,
                    format!("`{word}` is nothing that C is given: write `New<T>`, `Status` or a number"),
                )),
                _ if matches!(&**of, Type::Tuple(unit) if unit.elems.is_empty()) => Ok(Result::Void),
                _ => value(&mut reader, &place, of).map(Result::Plain),
            },
        };
        let mut faults = Faults::default();
        let (parameters, result) = (faults.keep(parameters), faults.keep(result));
        let (parameters, result) = faults.end_with(parameters.zip(result))?;
        Ok(Export { name, docs, parameters, result })
    }
}

/// The last word of a type.
fn word(of: &Type) -> Option<String> {
    let Type::Path(path) = of else { return None };
    path.path.segments.last().map(|segment| name_of(&segment.ident))
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
