//! Tokens written as they will stand, with `#name` for what is put in, as in `quote!`.
//!
//! `quote!` makes a call for each token, which is compiled anew at each place. Here the tokens are one text, which is
//! read when the macro runs; only what is put in is a call. Repetitions (`#(…)*`) are not there: they are loops.

use proc_macro2::{Group, Span, TokenStream, TokenTree};
use quote::{ToTokens, TokenStreamExt as _};

/// The tokens, all at the span, with names that are apart from the user's if the span is: `spanned!(span => …)`.
macro_rules! spanned {
    ($span:expr => $($tokens:tt)*) => {{
        #[allow(unused_mut, reason = "nothing is put into some")]
        let mut template = $crate::template::Template::new();
        $crate::template::holes!(template (@ $($tokens)*) ($($tokens)* @));
        template.filled($span, ::core::stringify!($($tokens)*))
    }};
}

/// As [`spanned`], with spans that keep local names apart from the user's.
macro_rules! hygienic {
    ($($tokens:tt)*) => {
        $crate::template::spanned!(::proc_macro2::Span::mixed_site() => $($tokens)*)
    };
}

/// Each token beside the one before it.
macro_rules! holes {
    ($template:ident ($($before:tt)*) ($($token:tt)*)) => {
        $($crate::template::hole!($template $before $token);)*
    };
}

/// Puts in what is named by `#name`, and looks into groups.
macro_rules! hole {
    ($template:ident # $name:ident) => {
        $template.put(&$name)
    };
    ($template:ident $before:tt ($($token:tt)*)) => {
        $crate::template::holes!($template (@ $($token)*) ($($token)* @))
    };
    ($template:ident $before:tt [$($token:tt)*]) => {
        $crate::template::holes!($template (@ $($token)*) ($($token)* @))
    };
    ($template:ident $before:tt {$($token:tt)*}) => {
        $crate::template::holes!($template (@ $($token)*) ($($token)* @))
    };
    ($template:ident $before:tt $token:tt) => {};
}

pub(crate) use {hole, holes, hygienic, spanned};

/// What is put into a template, in the order of the places.
pub(crate) struct Template(Vec<TokenStream>);

impl Template {
    pub(crate) fn new() -> Self {
        Template(Vec::new())
    }

    pub(crate) fn put(&mut self, value: &dyn ToTokens) {
        self.0.push(value.to_token_stream());
    }

    /// The tokens of the text at the span, what was put in as it is.
    pub(crate) fn filled(self, span: Span, text: &'static str) -> TokenStream {
        let text: TokenStream = text.parse().expect("the compiler has read these tokens");
        let mut values = self.0.into_iter();
        fill(text, span, &mut values)
    }
}

fn fill(text: TokenStream, span: Span, values: &mut std::vec::IntoIter<TokenStream>) -> TokenStream {
    let mut filled = TokenStream::new();
    let mut trees = text.into_iter();
    let mut next = trees.next();
    while let Some(mut tree) = next {
        next = trees.next();
        let hole = matches!(&tree, TokenTree::Punct(punct) if punct.as_char() == '#');
        if hole && matches!(&next, Some(TokenTree::Ident(_))) {
            values.next().expect("a value for each place").to_tokens(&mut filled);
            next = trees.next();
            continue;
        }
        if let TokenTree::Group(group) = &tree {
            tree = Group::new(group.delimiter(), fill(group.stream(), span, values)).into();
        }
        tree.set_span(span);
        filled.append(tree);
    }
    filled
}
