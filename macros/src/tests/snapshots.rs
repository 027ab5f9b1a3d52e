//! The expansions as plain files: `tests/expand/NAME.rs` gives `tests/expand/NAME.expanded.rs`.
//!
//! `BLESS=1 cargo test -p owned-py-macros` writes them; read the difference before you commit it.

use super::attribute;
use crate::features::tests::STUBS;
use crate::stream::TokenStream;
use quote::ToTokens as _;
use std::fs;
use std::path::{Path, PathBuf};
use syn::{Item, Meta};

/// Expands our attributes and derives on the items of a file, as rustc would.
fn expand(source: &str) -> String {
    let file = syn::parse_file(source).expect("the input is Rust");
    let expanded: TokenStream = file.items.into_iter().flat_map(expand_item).collect();
    let file = syn::parse2(expanded.into()).expect("the expansion is Rust");
    prettyplease::unparse(&file)
}

fn expand_item(mut item: Item) -> TokenStream {
    let attributes = match &mut item {
        Item::Struct(item) => &mut item.attrs,
        Item::Enum(item) => &mut item.attrs,
        Item::Impl(item) => &mut item.attrs,
        Item::Fn(item) => &mut item.attrs,
        Item::Mod(item) => &mut item.attrs,
        other => panic!("no macro goes on {}", other.to_token_stream()),
    };
    let position = attributes.iter().position(|attribute| {
        ["class", "enumeration", "methods", "function", "module", "derive"]
            .iter()
            .any(|name| attribute.path().is_ident(name))
    });
    let marker = attributes.remove(position.expect("each item has one of our macros"));
    let name = marker.path().to_token_stream().to_string();
    let options = match &marker.meta {
        Meta::List(list) => list.tokens.to_string(),
        _ => String::new(),
    };
    let tokens = item.to_token_stream().to_string();
    let output = if name == "derive" { attribute(&options, "", &tokens) } else { attribute(&name, &options, &tokens) };
    assert!(output.diagnostics.clean(), "the input has no mistakes");
    output.tokens
}

fn inputs() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/expand");
    let entries = fs::read_dir(folder).expect("the folder of the snapshots is there");
    let paths = entries.map(|entry| entry.expect("the folder can be read").path());
    let mut inputs: Vec<PathBuf> = paths.filter(|path| !path.to_string_lossy().ends_with(".expanded.rs")).collect();
    inputs.sort();
    inputs
}

#[test]
fn expansions_are_as_reviewed() {
    let bless = std::env::var_os("BLESS").is_some();
    let inputs = inputs();
    assert!(inputs.len() >= 5, "the inputs have been found");
    for input in inputs {
        let source = fs::read_to_string(&input).expect("the input can be read");
        // The one input for which stub files are asked for; all others show that nothing is written without that.
        STUBS.set(input.ends_with("stubs.rs"));
        let expanded = expand(&source);
        STUBS.set(false);
        let snapshot = input.with_extension("expanded.rs");
        if bless {
            fs::write(&snapshot, &expanded).expect("the snapshot can be written");
        }
        let reviewed = fs::read_to_string(&snapshot).unwrap_or_default();
        assert!(
            expanded == reviewed,
            "{} differs from its snapshot: bless it with BLESS=1 and read the difference\n{expanded}",
            input.display(),
        );
    }
}
