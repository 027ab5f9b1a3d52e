//! `#[module]`.

use super::attributes::{self, take};
use super::callable::is_python;
use super::options::Options;
use super::{class, enumeration, function, hint, methods};
use crate::diagnostics::{Diagnostics, Reported};
use crate::features::Feature;
use crate::messages;
use crate::model::{Constant, Crate, Export, Init, Module, Name, Part, cfgs};
use proc_macro2::TokenStream;
use syn::{Attribute, FnArg, Item, ItemUse, Meta, UseTree, Visibility};

/// Reads an item marked `#[module(options)]`, the marker itself taken.
pub(crate) fn module(
    options: TokenStream,
    outer: Option<&Crate>,
    item: Item,
    dcx: &mut Diagnostics,
) -> Result<Module, Reported> {
    let Item::Mod(mut item) = item else {
        return Err(dcx.error(&item, messages::MODULE_ON_OTHER));
    };
    let Some((_, content)) = &mut item.content else {
        let name = item.ident.to_string();
        return Err(dcx.error(&item, messages::module_not_inline(&name)));
    };
    let content = std::mem::take(content);
    let options = Options::parse("module", &["name", "submodule", "gil_used", "adopt", "crate"], options, dcx);
    let library = options.library(dcx).or_else(|| outer.cloned()).unwrap_or_default();
    let mut parts = Vec::with_capacity(content.len());
    for item in content {
        parts.push(part(&library, item, dcx));
    }
    Ok(Module {
        name: options.name(dcx).unwrap_or_else(|| Name::of(&item.ident)),
        doc: attributes::documentation(&item.attrs, dcx),
        cfgs: cfgs(&item.attrs),
        gil_used: options.flag("gil_used"),
        adopts: adopts(&options, outer.is_some() || options.flag("submodule"), dcx),
        submodule: outer.is_some() || options.flag("submodule"),
        library,
        parts,
        item,
    })
}

/// Whether C's own module is adopted, which only one that is imported can do.
fn adopts(options: &Options, submodule: bool, dcx: &mut Diagnostics) -> bool {
    let Some(option) = options.at("adopt") else { return false };
    if submodule {
        dcx.error(option, messages::ADOPT_IN_SUBMODULE);
        return false;
    }
    Feature::Adopt.require("`adopt` needs", option, dcx).is_ok()
}

/// Reads one item. After an error it stays in the module, without its marker.
fn part(library: &Crate, mut item: Item, dcx: &mut Diagnostics) -> Part {
    let Some(attrs) = attributes_of(&mut item) else {
        return Part::Plain(Box::new(item));
    };
    let mut marker = |name| take(attrs, name, dcx);
    let markers = [
        marker("class"),
        marker("methods"),
        marker("function"),
        marker("export"),
        marker("init"),
        marker("module"),
        marker("enumeration"),
    ];
    let is_rusts = marker("rust");
    let bare = item.clone();
    let library = Some(library);
    if let Some(rust) = &is_rusts
        && markers.iter().any(Option::is_some)
    {
        dcx.error(rust, messages::RUST_ITEM_IS_NOT_EXPORTED);
    }
    let part = match markers {
        [Some(marker), ..] => {
            class(arguments(&marker, dcx), library, item, dcx).map(|class| Part::Class(Box::new(class)))
        }
        [_, Some(marker), ..] => {
            methods(arguments(&marker, dcx), library, item, dcx).map(|methods| Part::Methods(Box::new(methods)))
        }
        [_, _, Some(marker), ..] => {
            function(arguments(&marker, dcx), library, item, dcx).map(|function| Part::Function(Box::new(function)))
        }
        [_, _, _, Some(marker), ..] => export(&marker, item, dcx),
        [_, _, _, _, Some(marker), ..] => init(&marker, item, dcx),
        [_, _, _, _, _, Some(marker), _] => {
            module(arguments(&marker, dcx), library, item, dcx).map(|module| Part::Module(Box::new(module)))
        }
        [_, _, _, _, _, _, Some(marker)] => enumeration(arguments(&marker, dcx), library, item, dcx)
            .map(|enumeration| Part::Enumeration(Box::new(enumeration))),
        [None, None, None, None, None, None, None] => {
            if is_rusts.is_none() {
                unmarked(&item, dcx);
            }
            Ok(Part::Plain(Box::new(item)))
        }
    };
    part.unwrap_or_else(|Reported { .. }| Part::Plain(Box::new(bare)))
}

/// Refuses what is public, and of a kind that Python can get, without a word on whether it does: its author meant it to. A
/// marker that is forgotten would be noticed by whoever imports the module, and no lint speaks of public items.
fn unmarked(item: &Item, dcx: &mut Diagnostics) {
    let is_public = |visibility: &Visibility| matches!(visibility, Visibility::Public(_));
    match item {
        Item::Use(item) if is_public(&item.vis) => {
            dcx.error(&item.tree, messages::item_unmarked("export"));
        }
        Item::Const(item) if is_public(&item.vis) => {
            dcx.error(&item.ident, messages::item_unmarked("export"));
        }
        Item::Fn(item) if is_public(&item.vis) => {
            dcx.error(&item.sig.ident, messages::item_unmarked("function"));
        }
        _ => {}
    }
}

fn attributes_of(item: &mut Item) -> Option<&mut Vec<Attribute>> {
    Some(match item {
        Item::Const(item) => &mut item.attrs,
        Item::Enum(item) => &mut item.attrs,
        Item::Fn(item) => &mut item.attrs,
        Item::Impl(item) => &mut item.attrs,
        Item::Mod(item) => &mut item.attrs,
        Item::Static(item) => &mut item.attrs,
        Item::Struct(item) => &mut item.attrs,
        Item::Trait(item) => &mut item.attrs,
        Item::Type(item) => &mut item.attrs,
        Item::Union(item) => &mut item.attrs,
        Item::Use(item) => &mut item.attrs,
        _ => return None,
    })
}

/// What stands in the marker's parentheses.
fn arguments(marker: &Attribute, dcx: &mut Diagnostics) -> TokenStream {
    match &marker.meta {
        Meta::Path(_) => TokenStream::new(),
        Meta::List(list) => list.tokens.clone(),
        Meta::NameValue(pair) => {
            dcx.error(pair, messages::option_needs_text("name"));
            TokenStream::new()
        }
    }
}

fn export(marker: &Attribute, item: Item, dcx: &mut Diagnostics) -> Result<Part, Reported> {
    let options = Options::of(marker, "export", &["name"], dcx);
    let name = options.name(dcx);
    match item {
        Item::Use(item) => {
            let mut exports = Vec::new();
            leaves(&item, &item.tree, String::new(), &mut exports, dcx);
            match (name, exports.as_mut_slice()) {
                (Some(name), [only]) => only.renamed = Some(name),
                (Some(name), _) => {
                    dcx.error_at(name.span, messages::EXPORT_NAMED_GROUP);
                }
                (None, _) => {}
            }
            Ok(Part::Exports(Box::new(Item::Use(item)), exports))
        }
        Item::Const(mut item) => {
            let hint = hint::of_value(&mut item.attrs, dcx);
            let constant = Constant {
                ident: item.ident.clone(),
                ty: (*item.ty).clone(),
                name: name.unwrap_or_else(|| Name::of(&item.ident)),
                doc: attributes::documentation(&item.attrs, dcx),
                hint,
                cfgs: cfgs(&item.attrs),
            };
            Ok(Part::Constant(Box::new(Item::Const(item)), Box::new(constant)))
        }
        _ => Err(dcx.error(marker, messages::EXPORT_ON_OTHER)),
    }
}

/// Collects the names that a `use` brings in; `path` is what has been walked, for messages.
fn leaves(item: &ItemUse, tree: &UseTree, path: String, exports: &mut Vec<Export>, dcx: &mut Diagnostics) {
    let mut found = |ident: &proc_macro2::Ident, renamed| {
        exports.push(Export { ident: ident.clone(), renamed, cfgs: cfgs(&item.attrs) });
    };
    match tree {
        UseTree::Path(step) => {
            let path = format!("{path}{}::", step.ident);
            leaves(item, &step.tree, path, exports, dcx);
        }
        UseTree::Group(group) => {
            for tree in &group.items {
                leaves(item, tree, path.clone(), exports, dcx);
            }
        }
        UseTree::Name(name) if name.ident == "self" => {
            dcx.error(&name.ident, messages::EXPORT_SELF);
        }
        UseTree::Rename(rename) if rename.ident == "self" => {
            dcx.error(&rename.ident, messages::EXPORT_SELF);
        }
        UseTree::Rename(rename) if rename.rename == "_" => {
            dcx.error(&rename.rename, messages::EXPORT_UNDERSCORE);
        }
        UseTree::Name(name) => found(&name.ident, None),
        UseTree::Rename(rename) => found(&rename.rename, Some(Name::of(&rename.rename))),
        UseTree::Glob(glob) => {
            dcx.error(&glob.star_token, messages::export_glob(&path));
        }
    }
}

fn init(marker: &Attribute, item: Item, dcx: &mut Diagnostics) -> Result<Part, Reported> {
    Options::of(marker, "init", &[], dcx);
    let Item::Fn(item) = item else {
        return Err(dcx.error(marker, messages::INIT_ON_OTHER));
    };
    let (mut tokens, mut modules) = (Vec::new(), 0);
    for input in &item.sig.inputs {
        let token = matches!(input, FnArg::Typed(input) if is_python(&input.ty));
        tokens.push(token);
        modules += usize::from(!token);
    }
    if modules > 1 || tokens.len() > 2 || item.sig.asyncness.is_some() {
        return Err(dcx.error(&item.sig, messages::INIT_FORM));
    }
    Ok(Part::Init(Box::new(Init { item, tokens })))
}
