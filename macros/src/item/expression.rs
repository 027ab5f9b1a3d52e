//! Expressions in a list: what is written for an option, a default, a discriminant.

use super::scan::Angles;
use crate::messages;
use proc_macro2::{Delimiter, Punct, Spacing, TokenStream, TokenTree};
use quote::{ToTokens as _, TokenStreamExt as _};
use syn::parse::ParseStream;
use syn::parse::discouraged::Speculative as _;
use syn::{Expr, Lifetime, Token, token};

/// An expression up to a comma or the end. Which one it is matters of the simple ones alone, which syn reads; any other is
/// its tokens.
pub(crate) fn expression(input: ParseStream<'_>) -> syn::Result<Expr> {
    let ahead = input.fork();
    let simple = ahead.parse::<Expr>();
    if simple.is_err() || !ends(&ahead) {
        let scanned = input.fork();
        if let Some(tokens) = scan(&scanned)? {
            input.advance_to(&scanned);
            return Ok(Expr::Verbatim(tokens));
        }
        if let Err(error) = &simple
            && beyond_syn(error)
        {
            return Err(syn::Error::new(error.span(), messages::NO_EXPRESSION));
        }
    }
    let simple = simple?;
    input.advance_to(&ahead);
    Ok(simple)
}

/// Whether syn says that it cannot read an expression, which is no matter of the user's.
pub(crate) fn beyond_syn(error: &syn::Error) -> bool {
    error.to_string().starts_with("unsupported expression")
}

fn ends(input: ParseStream<'_>) -> bool {
    input.is_empty() || input.peek(Token![,])
}

/// Words that are no operands themselves.
const WORDS: &[&str] = &[
    "as", "async", "break", "const", "continue", "dyn", "else", "for", "if", "in", "let", "loop", "match", "move",
    "mut", "ref", "return", "static", "unsafe", "while", "yield",
];

/// What has been read of an expression.
#[derive(Default)]
struct Scan {
    tokens: TokenStream,
    /// Whether it could end here: otherwise an operand comes.
    complete: bool,
    /// Whether that is so because of a block, which another operand may follow.
    block: bool,
    /// Whether a type is read, behind `as`.
    cast: bool,
    /// The operator before, if the next character can be a part of it.
    joint: Option<char>,
}

/// The tokens of what rustc can take for an expression; none of what it cannot, for that would keep it from reading what
/// else is written there.
pub(crate) fn scan(input: ParseStream<'_>) -> syn::Result<Option<TokenStream>> {
    let mut scan = Scan::default();
    while !ends(input) {
        let before = scan.joint.take();
        let opens = !scan.complete || scan.cast;
        if opens && before != Some('<') && input.peek(Token![<]) {
            scan.angles(input)?;
        } else if !scan.complete && before != Some('|') && input.peek(Token![|]) {
            if !scan.closure(input)? {
                return Ok(None);
            }
        } else if let Some((lifetime, _)) = input.cursor().lifetime() {
            input.call(Lifetime::parse_any)?;
            lifetime.to_tokens(&mut scan.tokens);
            scan.complete = false;
        } else if !scan.one(input.parse()?, before) {
            return Ok(None);
        }
    }
    Ok(Some(scan.tokens).filter(|_| scan.complete))
}

impl Scan {
    /// Takes one token, unless it cannot stand here.
    fn one(&mut self, tree: TokenTree, before: Option<char>) -> bool {
        let fits = match &tree {
            TokenTree::Group(group) => {
                self.complete = true;
                self.block = group.delimiter() == Delimiter::Brace;
                self.cast &= !self.block;
                true
            }
            TokenTree::Ident(word) if WORDS.iter().any(|known| word == known) => {
                self.complete = false;
                self.cast |= word == "as";
                true
            }
            TokenTree::Ident(_) | TokenTree::Literal(_) => {
                let fits = !self.complete || self.block;
                (self.complete, self.block) = (true, false);
                fits
            }
            TokenTree::Punct(punct) => self.operator(punct, before),
        };
        self.tokens.append(tree);
        fits
    }

    fn operator(&mut self, punct: &Punct, before: Option<char>) -> bool {
        let sign = punct.as_char();
        let fits = match sign {
            ';' | '@' | '$' | '~' => false,
            '+' | '/' | '%' | '^' | '=' | '>' | '?' => self.complete || before.is_some(),
            _ => true,
        };
        self.cast &= !self.complete || sign == ':';
        // A range may be open.
        self.complete = sign == '?' || (sign, before) == ('.', Some('.'));
        self.block = self.complete && sign == '.';
        self.joint = Some(sign).filter(|_| punct.spacing() == Spacing::Joint);
        fits
    }

    /// `<…>`: what is between has commas of its own.
    fn angles(&mut self, input: ParseStream<'_>) -> syn::Result<()> {
        let mut angles = Angles::default();
        while !input.is_empty() {
            let tree: TokenTree = input.parse()?;
            angles.see(&tree);
            self.tokens.append(tree);
            if !angles.open() {
                break;
            }
        }
        (self.complete, self.block, self.cast) = (true, false, false);
        Ok(())
    }

    /// `|…|`, and `-> Type`; whether it has an end.
    fn closure(&mut self, input: ParseStream<'_>) -> syn::Result<bool> {
        self.tokens.append(input.parse::<TokenTree>()?);
        while !input.is_empty() && !input.peek(Token![|]) {
            self.tokens.append(input.parse::<TokenTree>()?);
        }
        let ends = input.peek(Token![|]);
        self.tokens.append_all(input.parse::<Option<TokenTree>>()?);
        if input.peek(Token![->]) {
            while !input.is_empty() && !input.peek(token::Brace) {
                self.tokens.append(input.parse::<TokenTree>()?);
            }
        }
        Ok(ends)
    }
}
