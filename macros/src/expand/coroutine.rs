//! `async fn`: what is called gives a coroutine, and the arguments go into its table.

use super::arguments::passed;
use super::{at, located};
use crate::model::{Callable, Receiver};
use crate::stream::TokenStream;
use crate::syntax::Type;
use crate::template::{hygienic, spanned};

/// What is called: a function, or a method of a class.
pub(super) struct Called<'a> {
    /// Its path.
    pub(super) function: TokenStream,
    pub(super) class: Option<&'a Type>,
    pub(super) receiver: Receiver,
}

/// The expression of a coroutine that runs the user's function. `parse` are the statements that convert the arguments:
/// they run at once, and so do their errors.
pub(super) fn coroutine(
    callable: &Callable,
    called: &Called<'_>,
    parse: &TokenStream,
    private: &TokenStream,
) -> TokenStream {
    let Called { function, class, receiver } = called;
    let name = &callable.name.text;
    let is_item = class.is_some() && name == "__anext__";
    let class = match class {
        Some(class) => hygienic!(::core::option::Option::Some(<#class as #private::TypeInfo>::NAME)),
        None => hygienic!(::core::option::Option::None),
    };
    let passed = passed(callable, *receiver);
    // What the future holds is shown at the function's name, what becomes of its result at the return type.
    let (name_span, output_span) = (at(callable.ident.span()), at(callable.output));
    let mut future = spanned!(name_span => #function(#passed));
    if is_item {
        let door = located(private, output_span);
        future = spanned!(output_span => #door::item(#future));
    }
    let door = located(private, name_span);
    let suspended = spanned!(name_span => #door::suspended(#future));
    // Elsewhere, for of two errors about one type at one place rustc shows the first alone.
    let placed_span = at(callable.asynchronous.unwrap_or(name_span));
    let door = located(private, placed_span);
    let placed = spanned!(placed_span => #door::placed(&future));
    let names = hygienic!(#private::Names { class: #class, name: #name });
    let body = hygienic! {
        |cx| {
            #parse
            let future = #suspended;
            #placed;
            ::core::result::Result::Ok(future)
        }
    };
    let door = located(private, output_span);
    spanned!(output_span => #door::start(py, #names, #body))
}
