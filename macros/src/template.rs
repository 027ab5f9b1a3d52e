//! Tokens written as they will stand, with `#name` for what is put in, as in the crate `quote`.
//!
//! Its macro makes a call for each token, which is compiled anew at each place. Here the tokens are one text, which is
//! read when the macro runs; only what is put in is a call. Repetitions (`#(…)*`) are not there: they are loops.

use crate::stream::{Group, Span, ToTokens, TokenStream, TokenTree};

/// The tokens, all at the span, with names that are apart from the user's if the span is: `spanned!(span => …)`.
macro_rules! spanned {
    ($span:expr => $($tokens:tt)*) => {{
        let holes = ::core::option::Option::None;
        $crate::template::holes!(holes (@ $($tokens)*) ($($tokens)* @));
        $crate::template::filled_at($span, ::core::stringify!($($tokens)*), holes)
    }};
}

/// As [`spanned`], with spans that keep local names apart from the user's.
macro_rules! hygienic {
    ($($tokens:tt)*) => {{
        let holes = ::core::option::Option::None;
        $crate::template::holes!(holes (@ $($tokens)*) ($($tokens)* @));
        $crate::template::filled(::core::stringify!($($tokens)*), holes)
    }};
}

/// Each token beside the one before it.
macro_rules! holes {
    ($holes:ident ($($before:tt)*) ($($token:tt)*)) => {
        $($crate::template::hole!($holes $before $token);)*
    };
}

/// Notes what is named by `#name`, and looks into groups.
macro_rules! hole {
    ($holes:ident # $name:ident) => {
        let hole = $crate::template::Hole { before: $holes, value: &$name };
        let $holes = ::core::option::Option::Some(&hole);
    };
    ($holes:ident $before:tt ($($token:tt)*)) => {
        $crate::template::holes!($holes (@ $($token)*) ($($token)* @));
    };
    ($holes:ident $before:tt [$($token:tt)*]) => {
        $crate::template::holes!($holes (@ $($token)*) ($($token)* @));
    };
    ($holes:ident $before:tt {$($token:tt)*}) => {
        $crate::template::holes!($holes (@ $($token)*) ($($token)* @));
    };
    ($holes:ident $before:tt $token:tt) => {};
}

pub(crate) use {hole, holes, hygienic, spanned};

/// What is put into a template, from the last place to the first: a list on the stack, which takes no call to make.
pub(crate) struct Hole<'a> {
    pub(crate) before: Option<&'a Hole<'a>>,
    pub(crate) value: &'a dyn ToTokens,
}

/// The tokens of the text, hygienic.
pub(crate) fn filled(text: &'static str, holes: Option<&Hole<'_>>) -> TokenStream {
    filled_at(Span::mixed_site(), text, holes)
}

/// The tokens of the text at the span, what is put in as it is.
pub(crate) fn filled_at(span: Span, text: &'static str, holes: Option<&Hole<'_>>) -> TokenStream {
    let text: TokenStream = text.parse().expect("the compiler has read these tokens");
    let (mut values, mut next) = (Vec::new(), holes);
    while let Some(hole) = next {
        values.push(hole.value);
        next = hole.before;
    }
    fill(text, span, &mut values)
}

/// `values` from the last to the first.
fn fill(text: TokenStream, span: Span, values: &mut Vec<&dyn ToTokens>) -> TokenStream {
    let mut filled = TokenStream::new();
    let mut trees = text.into_iter();
    let mut next = trees.next();
    while let Some(mut tree) = next {
        next = trees.next();
        let hole = matches!(&tree, TokenTree::Punct(punct) if punct.as_char() == '#');
        if hole && matches!(&next, Some(TokenTree::Ident(_))) {
            values.pop().expect("a value for each place").to_tokens(&mut filled);
            next = trees.next();
            continue;
        }
        if let TokenTree::Group(group) = &tree {
            tree = Group::new(group.delimiter(), fill(group.stream().into(), span, values).into()).into();
        }
        tree.set_span(span);
        filled.append(tree);
    }
    filled
}
