//! What Rust files declare: adopted structs, imported helpers, exported functions.

mod class;
mod export;
mod import;
#[cfg(test)]
mod tests;
mod types;

use std::collections::{BTreeMap, HashMap};
use std::path::{Path, PathBuf};

use syn::{Item, ItemMod, Type};

use crate::fault::{Error, Faults, Place, text_of};

pub(crate) use class::Adopted;
pub(crate) use export::{Export, Owns, Parameter, Result as ExportResult};
pub(crate) use import::Helper;
pub(crate) use types::{CType, Kind, Mirror};

/// All that is declared, in the order of the files.
#[derive(Debug, Default)]
pub(crate) struct Declared {
    pub(crate) classes: Vec<Adopted>,
    pub(crate) helpers: Vec<Helper>,
    pub(crate) exports: Vec<Export>,
    /// The `#[repr(C)]` structs that fields are made of, in an order in which C can declare them.
    pub(crate) mirrors: Vec<Mirror>,
    /// Every file that was read.
    pub(crate) files: Vec<PathBuf>,
}

/// A file with its items, until all files are known: a type may be declared in another one.
struct Source {
    file: PathBuf,
    items: Vec<Item>,
}

/// Types that the files declare, by name.
#[derive(Default)]
pub(crate) struct Known {
    structs: HashMap<String, (Place, syn::ItemStruct)>,
    aliases: HashMap<String, Type>,
}

/// Reads the files and those of the modules that they declare.
pub(crate) fn read(files: &[PathBuf]) -> Result<Declared, Error> {
    let mut faults = Faults::default();
    let mut sources = Vec::new();
    for file in files {
        open(file, &mut sources, &mut faults);
    }
    let declared = faults.keep(declared(&sources));
    faults.end_with(declared)
}

fn declared(sources: &[Source]) -> Result<Declared, Error> {
    let mut faults = Faults::default();
    let mut known = Known::default();
    for source in sources {
        known.learn(&source.file, &source.items);
    }
    let mut declared = Declared::default();
    let mut mirrors = BTreeMap::new();
    for source in sources {
        find(&source.file, &source.items, &known, &mut declared, &mut mirrors, &mut faults);
        declared.files.push(source.file.clone());
    }
    declared.mirrors = types::in_order(mirrors);
    faults.end()?;
    Ok(declared)
}

/// Parses a file, and those of the modules that it declares, once each.
fn open(file: &Path, sources: &mut Vec<Source>, faults: &mut Faults) {
    if sources.iter().any(|source| source.file == file) {
        return;
    }
    let parsed = text_of(file).and_then(|text| {
        syn::parse_file(&text).map_err(|error| Error::at(&Place::of(file, error.span()), format!("no Rust: {error}")))
    });
    let Some(parsed) = faults.keep(parsed) else { return };
    let modules = parsed.items.clone();
    sources.push(Source { file: file.to_owned(), items: parsed.items });
    let stem = file.file_stem().unwrap_or_default().to_string_lossy();
    let parent = file.parent().unwrap_or(Path::new(""));
    let own = if matches!(&*stem, "lib" | "main" | "mod") { parent.to_owned() } else { parent.join(&*stem) };
    follow(&modules, parent, &own, sources, faults);
}

/// Opens what `mod name;` stands for. One that is not there is for rustc to report: a `cfg` may leave it out.
fn follow(items: &[Item], parent: &Path, own: &Path, sources: &mut Vec<Source>, faults: &mut Faults) {
    for module in items.iter().filter_map(|item| if let Item::Mod(module) = item { Some(module) } else { None }) {
        let name = name_of(&module.ident);
        if let Some((_, items)) = &module.content {
            follow(items, parent, &own.join(name), sources, faults);
            continue;
        }
        let candidates = match path_of(module) {
            Some(path) => vec![parent.join(path)],
            None => vec![own.join(format!("{name}.rs")), own.join(name).join("mod.rs")],
        };
        if let Some(file) = candidates.iter().find(|file| file.is_file()) {
            open(file, sources, faults);
        }
    }
}

/// The value of `#[path = "…"]`.
fn path_of(module: &ItemMod) -> Option<String> {
    module.attrs.iter().find_map(|attribute| match &attribute.meta {
        syn::Meta::NameValue(pair) if pair.path.is_ident("path") => match &pair.value {
            syn::Expr::Lit(syn::ExprLit { lit: syn::Lit::Str(text), .. }) => Some(text.value()),
            _ => None,
        },
        _ => None,
    })
}

impl Known {
    fn learn(&mut self, file: &Path, items: &[Item]) {
        for item in items {
            match item {
                Item::Struct(item) => {
                    let place = Place::of(file, item.ident.span());
                    self.structs.insert(name_of(&item.ident), (place, item.clone()));
                }
                Item::Type(item) if item.generics.params.is_empty() => {
                    self.aliases.insert(name_of(&item.ident), (*item.ty).clone());
                }
                Item::Mod(ItemMod { content: Some((_, items)), .. }) => self.learn(file, items),
                _ => {}
            }
        }
    }
}

fn find(
    file: &Path,
    items: &[Item],
    known: &Known,
    declared: &mut Declared,
    mirrors: &mut BTreeMap<String, Mirror>,
    faults: &mut Faults,
) {
    for item in items {
        match item {
            Item::Struct(item) => {
                let class = faults.keep(class::read(file, item, known, mirrors));
                declared.classes.extend(class.flatten());
            }
            Item::Macro(item) => {
                let word = item.mac.path.segments.last().map(|segment| name_of(&segment.ident));
                match word.as_deref() {
                    Some("import") => declared.helpers.extend(import::read(file, item.mac.tokens.clone())),
                    Some("export") => {
                        let exports = faults.keep(export::read(file, item.mac.tokens.clone(), known));
                        declared.exports.extend(exports.into_iter().flatten());
                    }
                    _ => {}
                }
            }
            Item::Mod(ItemMod { content: Some((_, items)), .. }) => {
                find(file, items, known, declared, mirrors, faults);
            }
            _ => {}
        }
    }
}

/// An identifier as C has it: `r#type` is `type`.
pub(crate) fn name_of(ident: &proc_macro2::Ident) -> String {
    let text = ident.to_string();
    text.strip_prefix("r#").map_or(text.clone(), str::to_owned)
}
