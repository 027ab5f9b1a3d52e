//! Tests of the phases without rustc: what is said where, and what is written.

#[cfg(feature = "enums")]
mod class;
#[cfg(feature = "derive")]
mod conversions;
#[cfg(feature = "buffers")]
mod elements;
mod expressions;
#[cfg(feature = "async")]
mod functions;
mod hints;
#[cfg(all(feature = "async", feature = "buffers"))]
mod items;
mod literals;
mod malformed;
#[cfg(all(feature = "async", feature = "buffers"))]
mod methods;
mod modules;
mod signatures;
#[cfg(all(feature = "async", feature = "buffers", feature = "derive", feature = "enums"))]
mod snapshots;
mod test_attribute;
mod types;
mod without;

use crate::drive::{self, Output};
use crate::stream::TokenStream;
use crate::syntax::Error;

fn tokens(source: &str) -> TokenStream {
    source.parse().expect("the test's source is Rust")
}

/// Runs the attribute macro `name` over an item.
fn attribute(name: &str, options: &str, item: &str) -> Output {
    let (options, item) = (tokens(options), tokens(item));
    match name {
        "class" => drive::class(options, item),
        "enumeration" => drive::enumeration(options, item),
        "methods" => drive::methods(options, item),
        "function" => drive::function(options, item),
        "module" => drive::module(options, item),
        "test" => drive::test(options, item),
        "Traverse" => drive::derive_traverse(item),
        #[cfg(feature = "buffers")]
        "Element" => drive::derive_element(item),
        "NoRefs" => drive::derive_no_refs(item),
        "FromPy" => drive::derive_from_py(item),
        "IntoPy" => drive::derive_into_py(item),
        other => panic!("no macro is called {other}"),
    }
}

/// Asserts that the macro says one thing, and where, and that what it writes is Rust all the same.
#[track_caller]
fn refused(name: &str, options: &str, item: &str, place: &str, message: &str) {
    let output = attribute(name, options, item);
    let errors = output.diagnostics.into_errors();
    let said: Vec<&str> = errors.iter().map(Error::message).collect();
    assert_eq!(said, [message]);
    let shown = errors[0].span().source_text();
    assert_eq!(shown.as_deref(), Some(place));
    if let Err(error) = syn::parse2::<syn::File>(output.tokens.into()) {
        panic!("the stub is not Rust: {error}");
    }
}

/// Asserts that the macro says nothing, and gives what it writes.
#[track_caller]
fn accepted(name: &str, options: &str, item: &str) -> String {
    let output = attribute(name, options, item);
    let errors = output.diagnostics.into_errors();
    let said: Vec<&str> = errors.iter().map(Error::message).collect();
    assert_eq!(said, Vec::<&str>::new());
    let file = syn::parse2(output.tokens.into()).expect("the expansion is Rust");
    prettyplease::unparse(&file)
}
