//! `#[class(…, unsafe(adopt(STRUCT, type = X)))]` structs.

use std::collections::BTreeMap;
use std::path::Path;

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use syn::{Fields, ItemStruct, Meta, Type};

use super::types::{Reader, argument, each};
use super::{CType, Known, Mirror, name_of};
use crate::fault::{Error, Place};

/// A struct that lies over one of C's.
#[derive(Debug)]
pub(crate) struct Adopted {
    pub(crate) place: Place,
    /// As Rust calls it.
    pub(crate) rust: String,
    /// As C calls it.
    pub(crate) c: String,
    pub(crate) object: Object,
    pub(crate) fields: Vec<Field>,
}

/// What of C's says which type it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Object {
    /// A `PyTypeObject`.
    Type(String),
    /// A `PyType_Spec`.
    Spec(String),
}

impl Object {
    pub(crate) fn name(&self) -> &str {
        let (Object::Type(name) | Object::Spec(name)) = self;
        name
    }

    /// The type that C declares it with.
    pub(crate) fn declared_as(&self) -> &'static str {
        match self {
            Object::Type(_) => "PyTypeObject",
            Object::Spec(_) => "PyType_Spec",
        }
    }
}

/// A field behind `PyObject_HEAD`.
#[derive(Debug)]
pub(crate) struct Field {
    pub(crate) place: Place,
    pub(crate) name: String,
    pub(crate) of: CType,
}

/// The class that a struct declares, if it adopts one.
pub(crate) fn read(
    file: &Path,
    item: &ItemStruct,
    known: &Known,
    mirrors: &mut BTreeMap<String, Mirror>,
) -> Result<Option<Adopted>, Error> {
    let place = Place::of(file, item.ident.span());
    let Some(adopt) = item.attrs.iter().find_map(|attribute| match &attribute.meta {
        Meta::List(list) if list.path.segments.last().is_some_and(|last| last.ident == "class") => {
            inside_adopt(list.tokens.clone())
        }
        _ => None,
    }) else {
        return Ok(None);
    };
    let (c, object) = terms(adopt).ok_or_else(|| {
        Error::at(
            &place,
            "`adopt` takes C's struct and its type: `unsafe(adopt(LRU, type = LRUType))`, or `spec = LRU_spec`",
        )
    })?;
    let Fields::Named(fields) = &item.fields else {
        return Err(Error::at(&place, format!("`{}` adopts a C struct, so its fields have C's names", item.ident)));
    };
    let fields: Vec<_> = fields.named.iter().collect();
    let mut reader = Reader { file, known, mirrors };
    let fields = each(&fields, |field| {
        let ident = field.ident.as_ref().expect("a named field");
        let place = Place::of(file, ident.span());
        if field.attrs.iter().any(|attribute| attribute.path().is_ident("cfg")) {
            return Err(Error::at(
                &place,
                "a field under `cfg` cannot be compared with C's: write a struct for each case",
            ));
        }
        let of = field_type(&mut reader, &place, &field.ty)?;
        Ok(Field { place, name: name_of(ident), of })
    })?;
    Ok(Some(Adopted { place, rust: name_of(&item.ident), c, object, fields }))
}

/// The tokens of `adopt(…)` in the `unsafe(…)` among the arguments of `#[class]`. The others are for the macro to judge.
fn inside_adopt(arguments: TokenStream) -> Option<TokenStream> {
    called(called(arguments, "unsafe")?, "adopt")
}

/// What stands in the parentheses behind this word.
fn called(tokens: TokenStream, name: &str) -> Option<TokenStream> {
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        if matches!(&token, TokenTree::Ident(word) if word == name)
            && let Some(TokenTree::Group(group)) = tokens.peek()
            && group.delimiter() == Delimiter::Parenthesis
        {
            return Some(group.stream());
        }
    }
    None
}

/// `STRUCT, type = NAME` or `STRUCT, spec = NAME`.
fn terms(tokens: TokenStream) -> Option<(String, Object)> {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let is = |token: &TokenTree, sign| matches!(token, TokenTree::Punct(punct) if punct.as_char() == sign);
    let [TokenTree::Ident(c), comma, TokenTree::Ident(word), equals, TokenTree::Ident(name), rest @ ..] = &*tokens
    else {
        return None;
    };
    if !is(comma, ',') || !is(equals, '=') || !(rest.is_empty() || matches!(rest, [last] if is(last, ','))) {
        return None;
    }
    let object = match name_of(word).as_str() {
        "type" => Object::Type(name_of(name)),
        "spec" => Object::Spec(name_of(name)),
        _ => return None,
    };
    Some((name_of(c), object))
}

/// The C type of `OwnedField<T>`, `BorrowedField<T>`, `PlainField<T>`, or of an array of one of them.
fn field_type(reader: &mut Reader<'_>, place: &Place, of: &Type) -> Result<CType, Error> {
    let segment = match of {
        Type::Array(array) => {
            let length = reader.length(array)?;
            return Ok(CType::Array(Box::new(field_type(reader, place, &array.elem)?), length));
        }
        Type::Path(path) => path.path.segments.last(),
        _ => None,
    };
    match segment.map(|segment| (name_of(&segment.ident), argument(segment))) {
        Some((word, Some(_))) if word == "OwnedField" || word == "BorrowedField" => Ok(CType::Object),
        Some((word, Some(of))) if word == "PlainField" => reader.plain(of),
        _ => Err(Error::at(place, "a field of C's is `OwnedField<T>`, `BorrowedField<T>` or `PlainField<T>`")),
    }
}
