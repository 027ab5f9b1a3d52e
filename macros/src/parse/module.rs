//! `#[module]`.

use super::attributes::{self, take};
use super::callable::is_python;
use super::options::Options;
use super::{class, enumeration, function, hint, methods};
use crate::diagnostics::{Diagnostics, Reported};
use crate::features::Feature;
use crate::item::{self, Item, Kind};
use crate::messages;
use crate::model::{Constant, Crate, Export, Init, Module, Name, Part, cfgs};
use crate::stream::{Delimiter, Ident, ToTokens as _, TokenStream, TokenTree, Word as _};
use crate::syntax::{Attribute, Input, Meta, Result as Read, span_of};
use crate::tokens::read;

/// Reads an item marked `#[module(options)]`, the marker itself taken.
pub(crate) fn module(
    options: TokenStream,
    outer: Option<&Crate>,
    mut item: Item,
    dcx: &mut Diagnostics,
) -> Result<Module, Reported> {
    let (Kind::Mod, Some(ident)) = (item.kind, item.ident.clone()) else {
        return Err(dcx.error(&item, messages::MODULE_ON_OTHER));
    };
    let content = item::inside(item.body.as_ref()).map_err(|error| dcx.syntax(error))?;
    let Some((inner, content)) = content else {
        return Err(dcx.error(&item, messages::module_not_inline(&ident.to_string())));
    };
    item.attrs.extend(inner);
    let content = item::items(content).map_err(|error| dcx.syntax(error))?;
    let options = Options::parse("module", &["name", "submodule", "gil_used", "adopt", "crate"], options, dcx);
    let library = options.library(dcx).or_else(|| outer.cloned()).unwrap_or_default();
    let mut parts = Vec::with_capacity(content.len());
    for item in content {
        parts.push(part(&library, item, dcx));
    }
    Ok(Module {
        name: options.name(dcx).unwrap_or_else(|| Name::of(&ident)),
        doc: attributes::documentation(&item.attrs, dcx),
        cfgs: cfgs(&item.attrs),
        gil_used: options.flag("gil_used"),
        adopts: adopts(&options, outer.is_some() || options.flag("submodule"), dcx),
        submodule: outer.is_some() || options.flag("submodule"),
        library,
        parts,
        ident,
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

/// What says what an item is, the first that is there before the others.
const MARKERS: &[&str] = &["class", "methods", "function", "export", "init", "module", "enumeration"];

/// Reads one item. After an error it stays in the module, without its marker.
fn part(library: &Crate, mut item: Item, dcx: &mut Diagnostics) -> Part {
    let mut found: Option<(&str, Attribute)> = None;
    for name in MARKERS {
        let marker = take(&mut item.attrs, name, dcx);
        if found.is_none() {
            found = marker.map(|marker| (*name, marker));
        }
    }
    let is_rusts = take(&mut item.attrs, "rust", dcx);
    let Some((name, marker)) = found else {
        if is_rusts.is_none() {
            unmarked(&item, dcx);
        }
        return Part::Plain(Box::new(item));
    };
    if let Some(rust) = &is_rusts {
        dcx.error(rust, messages::RUST_ITEM_IS_NOT_EXPORTED);
    }
    let bare = item.clone();
    match marked(name, &marker, library, item, dcx) {
        Ok(part) => part,
        Err(Reported { .. }) => Part::Plain(Box::new(bare)),
    }
}

/// Reads an item by its marker.
fn marked(
    name: &str,
    marker: &Attribute,
    library: &Crate,
    item: Item,
    dcx: &mut Diagnostics,
) -> Result<Part, Reported> {
    let library = Some(library);
    Ok(match name {
        "export" => return export(marker, item, dcx),
        "init" => return init(marker, item, dcx),
        "class" => Part::Class(Box::new(class(arguments(marker, dcx), library, item, dcx)?)),
        "methods" => Part::Methods(Box::new(methods(arguments(marker, dcx), library, item, dcx)?)),
        "function" => Part::Function(Box::new(function(arguments(marker, dcx), library, item, dcx)?)),
        "module" => Part::Module(Box::new(module(arguments(marker, dcx), library, item, dcx)?)),
        _ => Part::Enumeration(Box::new(enumeration(arguments(marker, dcx), library, item, dcx)?)),
    })
}

/// Refuses what is public, and of a kind that Python can get, without a word on whether it does: its author meant it to. A
/// marker that is forgotten would be noticed by whoever imports the module, and no lint speaks of public items.
fn unmarked(item: &Item, dcx: &mut Diagnostics) {
    let marker = match item.kind {
        Kind::Use | Kind::Const => "export",
        Kind::Fn => "function",
        _ => return,
    };
    if item.is_public() {
        let at = if item.kind == Kind::Use { used(item) } else { item.ident.to_token_stream() };
        dcx.error(&at, messages::item_unmarked(marker));
    }
}

/// What a `use` names.
fn used(item: &Item) -> TokenStream {
    let mut tokens = TokenStream::new();
    let mut names = false;
    for tree in item.head.clone().into_iter().skip(1) {
        names |= !matches!(tree, TokenTree::Punct(_));
        if names {
            tokens.append(tree);
        }
    }
    tokens
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

fn export(marker: &Attribute, mut item: Item, dcx: &mut Diagnostics) -> Result<Part, Reported> {
    let options = Options::of(marker, "export", &["name"], dcx);
    let name = options.name(dcx);
    match item.kind {
        Kind::Use => {
            let mut exports = Vec::new();
            let cfgs = cfgs(&item.attrs);
            let mut found = |ident: Ident, renamed| exports.push(Export { ident, renamed, cfgs: cfgs.clone() });
            if let Err(error) = read(used(&item), &mut |input| leaves(input, "", &mut found, dcx)) {
                return Err(dcx.syntax(error));
            }
            match (name, exports.as_mut_slice()) {
                (Some(name), [only]) => only.renamed = Some(name),
                (Some(name), _) => {
                    dcx.error_at(name.span, messages::EXPORT_NAMED_GROUP);
                }
                (None, _) => {}
            }
            Ok(Part::Exports(Box::new(item), exports))
        }
        Kind::Const => {
            let (ident, ty) = item::constant(&item).map_err(|error| dcx.syntax(error))?;
            let hint = hint::of_value(&mut item.attrs, dcx);
            let constant = Constant {
                name: name.unwrap_or_else(|| Name::of(&ident)),
                ident,
                ty,
                doc: attributes::documentation(&item.attrs, dcx),
                hint,
                cfgs: cfgs(&item.attrs),
            };
            Ok(Part::Constant(Box::new(item), Box::new(constant)))
        }
        _ => Err(dcx.error(marker, messages::EXPORT_ON_OTHER)),
    }
}

/// Finds the names that a `use` brings in; `path` is what has been walked, for messages.
fn leaves(
    input: &mut Input,
    path: &str,
    found: &mut dyn FnMut(Ident, Option<Name>),
    dcx: &mut Diagnostics,
) -> Read<()> {
    input.has("::");
    let span = input.span();
    if input.has("*") {
        dcx.error_at(span, messages::export_glob(path));
        return Ok(());
    }
    if input.peek_group(Delimiter::Brace) {
        let mut content = Input::inside(&input.group(Delimiter::Brace)?);
        while !content.is_empty() {
            leaves(&mut content, path, found, dcx)?;
            if !content.is_empty() {
                content.expect(",")?;
            }
        }
        return Ok(());
    }
    let name = input.any_ident()?;
    if input.peek("::") {
        return leaves(input, &format!("{path}{name}::"), found, dcx);
    }
    let renamed = if input.word("as").is_some() { Some(input.any_ident()?) } else { None };
    match renamed {
        _ if name.is("self") => {
            dcx.error(&name, messages::EXPORT_SELF);
        }
        Some(renamed) if renamed.is("_") => {
            dcx.error(&renamed, messages::EXPORT_UNDERSCORE);
        }
        Some(renamed) => {
            let name = Name::of(&renamed);
            found(renamed, Some(name));
        }
        None => found(name, None),
    }
    Ok(())
}

fn init(marker: &Attribute, mut item: Item, dcx: &mut Diagnostics) -> Result<Part, Reported> {
    Options::of(marker, "init", &[], dcx);
    if item.kind != Kind::Fn {
        return Err(dcx.error(marker, messages::INIT_ON_OTHER));
    }
    let signature = item.signature().map_err(|error| dcx.syntax(error))?;
    let (mut tokens, mut modules) = (Vec::new(), 0);
    for input in &signature.inputs {
        let token = input.ty().is_some_and(is_python);
        tokens.push(token);
        modules += usize::from(!token);
    }
    if modules > 1 || tokens.len() > 2 || signature.asyncness.is_some() {
        return Err(dcx.error(&item.head, messages::INIT_FORM));
    }
    let (ident, output) = (signature.ident, span_of(&signature.output));
    Ok(Part::Init(Box::new(Init { item, ident, output, tokens })))
}
