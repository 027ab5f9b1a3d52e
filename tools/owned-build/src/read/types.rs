//! Rust types that lie in memory as a C type does.

use std::collections::BTreeMap;
use std::path::Path;

use syn::spanned::Spanned as _;
use syn::{
    Expr, ExprLit, Fields, GenericArgument, Lit, PathArguments, PathSegment, PointerMutability, Type, TypeArray,
    TypePtr,
};

use super::{Known, name_of};
use crate::fault::{Error, Faults, Place};

/// A type of C.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum CType {
    /// A number.
    Number(&'static str, Kind),
    /// `PyObject *`.
    Object,
    /// A pointer to this.
    Pointer(String),
    /// A pointer to a function.
    Function,
    /// So many of one type.
    Array(Box<CType>, usize),
    /// A mirror of a `#[repr(C)]` struct, by the struct's name.
    Struct(String),
}

/// What a number is, besides its size.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Signed,
    Unsigned,
    Float,
    /// As the platform has it, like `char`.
    Either,
}

/// A `#[repr(C)]` struct of Rust, for C.
#[derive(Clone, Debug)]
pub(crate) struct Mirror {
    pub(crate) name: String,
    pub(crate) fields: Vec<(String, CType)>,
}

impl CType {
    /// A declaration of something of this type, without the semicolon.
    pub(crate) fn declare(&self, name: &str) -> String {
        match self {
            CType::Number(word, _) => format!("{word} {name}"),
            CType::Object => format!("PyObject *{name}"),
            CType::Pointer(to) if to.ends_with(['*', ' ']) => format!("{to}*{name}"),
            CType::Pointer(to) => format!("{to} *{name}"),
            CType::Function => format!("void (*{name})(void)"),
            CType::Array(of, length) => of.declare(&format!("{name}[{length}]")),
            CType::Struct(of) => format!("struct owned_mirror_{of} {name}"),
        }
    }

    /// The type as the result of a function, with what separates it from the name.
    pub(crate) fn before_name(&self) -> String {
        self.declare("")
    }
}

/// Where types are read: how names are found, and which mirrors they ask for.
pub(crate) struct Reader<'a> {
    pub(crate) file: &'a Path,
    pub(crate) known: &'a Known,
    pub(crate) mirrors: &'a mut BTreeMap<String, Mirror>,
}

/// Aliases and structs that lead to themselves end here.
const DEPTH: usize = 32;

impl Reader<'_> {
    /// The C type of a value.
    pub(crate) fn plain(&mut self, of: &Type) -> Result<CType, Error> {
        self.at_depth(of, 0)
    }

    fn at_depth(&mut self, of: &Type, depth: usize) -> Result<CType, Error> {
        if depth > DEPTH {
            return Err(self.none(of, "it contains itself"));
        }
        match of {
            Type::Paren(inner) => self.at_depth(&inner.elem, depth + 1),
            Type::Group(inner) => self.at_depth(&inner.elem, depth + 1),
            Type::Ptr(pointer) => {
                if matches!(&*pointer.elem, Type::Slice(_) | Type::TraitObject(_))
                    || matches!(&*pointer.elem, Type::Path(path) if path.path.is_ident("str"))
                {
                    return Err(self.none(of, "such a pointer is two words: write `*mut` of the element"));
                }
                Ok(CType::Pointer(self.pointee(&pointer.elem, to_const(pointer), depth)))
            }
            Type::Array(array) => {
                let length = self.length(array)?;
                Ok(CType::Array(Box::new(self.at_depth(&array.elem, depth + 1)?), length))
            }
            Type::FnPtr(_) => Err(self.none(of, "C may have NULL there: write `Option<extern \"C\" fn(…)>`")),
            Type::Reference(_) => Err(self.none(of, "a reference cannot be NULL and is not C's: write `*mut T`")),
            Type::Path(path) if path.qself.is_none() => {
                let segment = path.path.segments.last().expect("a path has a segment");
                self.named(of, segment, depth)
            }
            _ => Err(self.none(of, "write a number, a pointer, an array of them, or a `#[repr(C)]` struct")),
        }
    }

    fn named(&mut self, of: &Type, segment: &PathSegment, depth: usize) -> Result<CType, Error> {
        let name = name_of(&segment.ident);
        if let Some((word, kind)) = number(&name) {
            return Ok(CType::Number(word, kind));
        }
        if name == "Option" {
            return match argument(segment) {
                Some(Type::FnPtr(function)) if function.abi.is_some() => Ok(CType::Function),
                Some(Type::FnPtr(_)) => Err(self.none(of, "a function that C calls is `extern \"C\" fn`")),
                Some(Type::Path(inner)) if inner.path.segments.last().is_some_and(|last| last.ident == "NonNull") => {
                    Ok(CType::Pointer("void".to_owned()))
                }
                _ => Err(self.none(of, "an `Option` is C's only of `extern \"C\" fn` and of `NonNull`")),
            };
        }
        if let Some(alias) = self.known.aliases.get(&name) {
            return self.at_depth(&alias.clone(), depth + 1);
        }
        let Some((place, item)) = self.known.structs.get(&name) else {
            return Err(self.none(of, advice(&name)));
        };
        let is_c = item.attrs.iter().any(|attribute| {
            attribute.path().is_ident("repr")
                && matches!(&attribute.meta, syn::Meta::List(list) if list.tokens.to_string() == "C")
        });
        if !is_c || !item.generics.params.is_empty() {
            return Err(self.none(of, &format!("`{name}` ({place}) is not `#[repr(C)]`, or has parameters")));
        }
        if !self.mirrors.contains_key(&name) {
            let mut fields = Vec::new();
            let file = place.file.clone();
            let mut inside = Reader { file: &file, known: self.known, mirrors: self.mirrors };
            for (at, field) in item.fields.iter().enumerate() {
                let called = field.ident.as_ref().map_or(format!("f{at}"), name_of);
                fields.push((called, inside.at_depth(&field.ty, depth + 1)?));
            }
            if fields.is_empty() || matches!(item.fields, Fields::Unit) {
                return Err(self.none(of, "a struct without fields has no C type"));
            }
            self.mirrors.insert(name.clone(), Mirror { name: name.clone(), fields });
        }
        Ok(CType::Struct(name))
    }

    /// What a pointer points to, where C has a word for it. The size of the pointer does not depend on it.
    fn pointee(&mut self, of: &Type, is_const: bool, depth: usize) -> String {
        let word = match of {
            Type::Path(path) => {
                let name = path.path.segments.last().map(|segment| name_of(&segment.ident)).unwrap_or_default();
                match number(&name) {
                    Some((word, _)) => word.to_owned(),
                    None if name == "PyObject" => name,
                    None => "void".to_owned(),
                }
            }
            Type::Ptr(inner) if depth < DEPTH => {
                let to = self.pointee(&inner.elem, to_const(inner), depth + 1);
                format!("{to} *")
            }
            _ => "void".to_owned(),
        };
        match (is_const, word.ends_with('*')) {
            (true, true) => format!("{word}const "),
            (true, false) => format!("const {word}"),
            (false, _) => word,
        }
    }

    pub(crate) fn length(&self, array: &TypeArray) -> Result<usize, Error> {
        let found = match &array.len {
            Expr::Lit(ExprLit { lit: Lit::Int(number), .. }) => number.base10_parse().ok(),
            _ => None,
        };
        match found {
            Some(0) => Err(self.none_at(array.len.span(), "an array of no elements has no C type")),
            Some(length) => Ok(length),
            None => Err(self.none_at(
                array.len.span(),
                "the length of an array is written as a number here: what a constant is worth, only rustc knows",
            )),
        }
    }

    fn none(&self, of: &Type, why: &str) -> Error {
        let text = of.span().source_text().unwrap_or_default();
        self.none_at(of.span(), &format!("`{text}` has no C type: {why}"))
    }

    fn none_at(&self, span: proc_macro2::Span, why: &str) -> Error {
        Error::at(&Place::of(self.file, span), why)
    }
}

fn to_const(pointer: &TypePtr) -> bool {
    matches!(pointer.mutability, PointerMutability::Const(_))
}

/// The first type between `<` and `>`.
pub(crate) fn argument(segment: &PathSegment) -> Option<&Type> {
    let PathArguments::AngleBracketed(arguments) = &segment.arguments else { return None };
    arguments.args.iter().find_map(|argument| match argument {
        GenericArgument::Type(of) => Some(of),
        _ => None,
    })
}

/// Sorts mirrors so that each stands behind those that it contains.
pub(crate) fn in_order(mut mirrors: BTreeMap<String, Mirror>) -> Vec<Mirror> {
    fn inner(of: &CType) -> Option<&str> {
        match of {
            CType::Array(of, _) => inner(of),
            CType::Struct(name) => Some(name),
            _ => None,
        }
    }
    let mut done: Vec<Mirror> = Vec::new();
    while !mirrors.is_empty() {
        let is_ready = |mirror: &Mirror| {
            mirror.fields.iter().filter_map(|(_, of)| inner(of)).all(|name| done.iter().any(|done| done.name == name))
        };
        let ready: Vec<String> = mirrors.values().filter(|mirror| is_ready(mirror)).map(|m| m.name.clone()).collect();
        assert!(!ready.is_empty(), "a struct that contains itself was refused when it was read");
        done.extend(ready.iter().filter_map(|name| mirrors.remove(name)));
    }
    done
}

fn advice(name: &str) -> &'static str {
    match name {
        "char" => "write `u32`, or `c_char` for C's `char`",
        "i128" | "u128" => "write an array of two `u64`",
        "String" | "Vec" | "Box" | "Rc" | "Arc" | "Py" | "Owned" | "Borrowed" | "GcCell" => {
            "what is C's is numbers, pointers and `#[repr(C)]` structs; references are `OwnedField` or `BorrowedField`"
        }
        _ => "no file that was read declares it; name its file by `.rust(…)`, or write a number or a pointer",
    }
}

/// The C type of a number, with its kind.
fn number(name: &str) -> Option<(&'static str, Kind)> {
    use Kind::{Either, Float, Signed, Unsigned};
    const NUMBERS: &[(&str, &str, Kind)] = &[
        ("i8", "int8_t", Signed),
        ("i16", "int16_t", Signed),
        ("i32", "int32_t", Signed),
        ("i64", "int64_t", Signed),
        ("isize", "ptrdiff_t", Signed),
        ("u8", "uint8_t", Unsigned),
        ("u16", "uint16_t", Unsigned),
        ("u32", "uint32_t", Unsigned),
        ("u64", "uint64_t", Unsigned),
        ("usize", "size_t", Unsigned),
        ("f32", "float", Float),
        ("f64", "double", Float),
        ("bool", "bool", Unsigned),
        ("c_char", "char", Either),
        ("c_schar", "signed char", Signed),
        ("c_uchar", "unsigned char", Unsigned),
        ("c_short", "short", Signed),
        ("c_ushort", "unsigned short", Unsigned),
        ("c_int", "int", Signed),
        ("c_uint", "unsigned int", Unsigned),
        ("c_long", "long", Signed),
        ("c_ulong", "unsigned long", Unsigned),
        ("c_longlong", "long long", Signed),
        ("c_ulonglong", "unsigned long long", Unsigned),
        ("c_float", "float", Float),
        ("c_double", "double", Float),
        ("size_t", "size_t", Unsigned),
        ("ssize_t", "ptrdiff_t", Signed),
        ("ptrdiff_t", "ptrdiff_t", Signed),
        ("intptr_t", "intptr_t", Signed),
        ("uintptr_t", "uintptr_t", Unsigned),
        ("Py_ssize_t", "Py_ssize_t", Signed),
        ("Py_hash_t", "Py_hash_t", Signed),
        ("Py_uhash_t", "Py_uhash_t", Unsigned),
        ("Py_UCS1", "Py_UCS1", Unsigned),
        ("Py_UCS2", "Py_UCS2", Unsigned),
        ("Py_UCS4", "Py_UCS4", Unsigned),
    ];
    NUMBERS.iter().find(|(rust, ..)| *rust == name).map(|(_, c, kind)| (*c, *kind))
}

/// Reads the types of several things, each with its own fault.
pub(crate) fn each<T, U>(things: &[T], mut read: impl FnMut(&T) -> Result<U, Error>) -> Result<Vec<U>, Error> {
    let mut faults = Faults::default();
    let read = things.iter().filter_map(|thing| faults.keep(read(thing))).collect();
    faults.end()?;
    Ok(read)
}
