//! What Rust files export: functions, and the methods of classes that adopt C's types.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, anyhow};
use proc_macro2::{TokenStream, TokenTree};
use syn::{Attribute, FnArg, ImplItem, Item, Meta, Pat, Signature, Type};

use super::signature::{Parameter, written};

/// What is exported.
#[derive(Debug, Default)]
pub(super) struct Rust {
    /// The functions.
    pub(super) functions: Vec<Exported>,
    /// The classes.
    pub(super) classes: Vec<Class>,
    /// Blocks of methods, by the names of their types.
    blocks: Vec<(String, Vec<Exported>)>,
}

/// A function or a method.
#[derive(Clone, Debug)]
pub(super) struct Exported {
    /// Its name in Python.
    pub(super) name: String,
    /// Where it is.
    pub(super) file: PathBuf,
    pub(super) line: usize,
    /// What it takes.
    pub(super) parameters: Vec<Parameter>,
    /// A getter, or what sets or deletes.
    pub(super) is_property: bool,
}

/// A class: over a type of C's, or in place of one.
#[derive(Debug)]
pub(super) struct Class {
    /// The variable in C, of the type or its specification, if it adopts that.
    symbol: Option<String>,
    /// Its name in Python.
    python: String,
    /// Its name in Rust.
    name: String,
    /// Its methods.
    pub(super) methods: Vec<Exported>,
}

impl Class {
    /// Whether it is for this type of C's: by what it adopts, else by its name.
    pub(super) fn is_for(&self, definition: &str, name: &str) -> bool {
        match &self.symbol {
            Some(symbol) => symbol == definition,
            None => self.python == name.rsplit('.').next().unwrap_or(name),
        }
    }
}

/// Functions of a block that are no methods.
const HIDDEN: [&str; 5] = ["rust", "new", "classattr", "staticgetter", "staticsetter"];

/// Reads files, with the modules that they declare.
pub(super) fn read(files: &[PathBuf]) -> Result<Rust> {
    let mut rust = Rust::default();
    for path in files {
        file(path, &mut rust)?;
    }
    for class in &mut rust.classes {
        let own = rust.blocks.iter().filter(|(name, _)| *name == class.name);
        class.methods = own.flat_map(|(_, methods)| methods.iter().cloned()).collect();
    }
    Ok(rust)
}

fn file(path: &Path, into: &mut Rust) -> Result<()> {
    let text = fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    let parsed =
        syn::parse_file(&text).map_err(|error| anyhow!("{}:{}: {error}", path.display(), error.span().start().line))?;
    let root = matches!(path.file_name().and_then(|name| name.to_str()), Some("lib.rs" | "main.rs" | "mod.rs"));
    let folder = if root { path.parent().map(PathBuf::from) } else { Some(path.with_extension("")) };
    items(path, &folder.unwrap_or_default(), &parsed.items, into)
}

fn items(path: &Path, folder: &Path, list: &[Item], into: &mut Rust) -> Result<()> {
    for item in list {
        match item {
            Item::Mod(module) => match &module.content {
                Some((_, inner)) => items(path, folder, inner, into)?,
                None => {
                    let name = module.ident.to_string();
                    let candidates = [folder.join(format!("{name}.rs")), folder.join(&name).join("mod.rs")];
                    if let Some(found) = candidates.iter().find(|file| file.is_file()) {
                        file(found, into)?;
                    }
                }
            },
            Item::Fn(function) => {
                if let Some(marker) = marked(&function.attrs, "function") {
                    into.functions.push(exported(path, &function.sig, &function.attrs, Some(marker)));
                }
            }
            Item::Struct(class) => {
                if let Some(marker) = marked(&class.attrs, "class") {
                    let name = class.ident.to_string();
                    let python = renamed(marker).unwrap_or_else(|| name.clone());
                    into.classes.push(Class { symbol: adopted(marker), python, name, methods: Vec::new() });
                }
            }
            Item::Impl(block) if marked(&block.attrs, "methods").is_some() => {
                let Type::Path(of) = &*block.self_ty else { continue };
                let name = of.path.segments.last().map(|last| last.ident.to_string()).unwrap_or_default();
                let methods = block.items.iter().filter_map(|item| match item {
                    ImplItem::Fn(method) if !HIDDEN.iter().any(|marker| marked(&method.attrs, marker).is_some()) => {
                        let markers = ["method", "staticmethod", "classmethod", "getter", "setter", "deleter"];
                        let marker = markers.iter().find_map(|marker| marked(&method.attrs, marker));
                        Some(exported(path, &method.sig, &method.attrs, marker))
                    }
                    _ => None,
                });
                into.blocks.push((name, methods.collect()));
            }
            _ => {}
        }
    }
    Ok(())
}

/// The attribute of this name.
fn marked<'a>(attributes: &'a [Attribute], name: &str) -> Option<&'a Attribute> {
    attributes.iter().find(|attribute| attribute.path().segments.last().is_some_and(|last| last.ident == name))
}

fn exported(path: &Path, signature: &Signature, attributes: &[Attribute], marker: Option<&Attribute>) -> Exported {
    let plain = signature.ident.to_string();
    let plain = plain.strip_prefix("r#").unwrap_or(&plain);
    let is = |name: &str| marked(attributes, name).is_some();
    let is_property = is("getter") || is("setter") || is("deleter");
    let name = marker.and_then(renamed).unwrap_or_else(|| {
        let prefix = if is("setter") {
            "set_"
        } else if is("deleter") {
            "delete_"
        } else {
            ""
        };
        plain.strip_prefix(prefix).unwrap_or(plain).to_owned()
    });
    let parameters = match marked(attributes, "signature").map(|attribute| &attribute.meta) {
        Some(Meta::List(list)) => written(&list.tokens),
        Some(_) => Vec::new(),
        None => plain_parameters(signature, is("classmethod")),
    };
    Exported { name, file: path.into(), line: signature.ident.span().start().line, parameters, is_property }
}

/// The parameters of Rust that Python passes.
fn plain_parameters(signature: &Signature, of_class: bool) -> Vec<Parameter> {
    let typed = signature.inputs.iter().filter_map(|input| match input {
        FnArg::Typed(typed) => Some(typed),
        FnArg::Receiver(_) => None,
    });
    let has_receiver = signature.inputs.iter().any(|input| matches!(input, FnArg::Receiver(_)));
    let mut names = Vec::new();
    for (at, parameter) in typed.enumerate() {
        let words = words(&parameter.ty);
        let is_object = at == 0 && !has_receiver && (of_class || words.iter().any(|word| word == "Self"));
        let is_token = words.iter().any(|word| word == "Python");
        if let (Pat::Ident(name), false, false) = (&*parameter.pat, is_object, is_token) {
            let name = name.ident.to_string();
            names.push(name.strip_prefix("r#").unwrap_or(&name).to_owned());
        }
    }
    names.into_iter().map(Parameter::either).collect()
}

/// The names in a type.
fn words(ty: &Type) -> Vec<String> {
    let Type::Path(path) = ty else {
        let Type::Reference(reference) = ty else { return Vec::new() };
        return words(&reference.elem);
    };
    let mut found = Vec::new();
    for segment in &path.path.segments {
        found.push(segment.ident.to_string());
        if let syn::PathArguments::AngleBracketed(arguments) = &segment.arguments {
            for argument in &arguments.args {
                if let syn::GenericArgument::Type(inner) = argument {
                    found.extend(words(inner));
                }
            }
        }
    }
    found
}

/// `name = "…"`.
fn renamed(attribute: &Attribute) -> Option<String> {
    let Meta::List(list) = &attribute.meta else { return None };
    let tokens: Vec<TokenTree> = list.tokens.clone().into_iter().collect();
    tokens.windows(3).find_map(|three| match three {
        [TokenTree::Ident(name), TokenTree::Punct(_), TokenTree::Literal(text)] if name == "name" => {
            Some(text.to_string().trim_matches('"').to_owned())
        }
        _ => None,
    })
}

/// The symbol that `adopt(STRUCT, type = SYMBOL)` names.
fn adopted(attribute: &Attribute) -> Option<String> {
    let Meta::List(list) = &attribute.meta else { return None };
    symbol(&list.tokens)
}

fn symbol(tokens: &TokenStream) -> Option<String> {
    let tokens: Vec<TokenTree> = tokens.clone().into_iter().collect();
    for (at, token) in tokens.iter().enumerate() {
        let TokenTree::Group(group) = token else { continue };
        let before = at.checked_sub(1).and_then(|before| tokens.get(before)).map(ToString::to_string);
        if before.as_deref() == Some("adopt") {
            return group.stream().into_iter().last().map(|last| last.to_string());
        }
        if let Some(found) = symbol(&group.stream()) {
            return Some(found);
        }
    }
    None
}
