//! How far an expression goes.

use super::error::{Error, Result};
use super::input::Input;
use super::scan::Angles;
use super::ty::without_plus;
use crate::messages;
use crate::stream::{Delimiter, Punct, Spacing, TokenTree};

fn ends(input: &Input) -> bool {
    input.is_empty() || input.peek(",")
}

/// Words that are no operands themselves.
const WORDS: &[&str] = &[
    "as", "async", "break", "const", "continue", "dyn", "else", "for", "if", "in", "let", "loop", "match", "move",
    "mut", "ref", "return", "static", "unsafe", "while", "yield",
];

/// What has been read of an expression.
#[derive(Default)]
struct Scan {
    /// Whether it could end here: otherwise an operand comes.
    complete: bool,
    /// Whether that is so because of a block, which another operand may follow.
    block: bool,
    /// The operator before, if the next character can be a part of it.
    joint: Option<char>,
}

/// Goes behind what rustc can take for an expression, and no further, for what else is written there is somebody's too.
pub(super) fn skip_expression(input: &mut Input) -> Result<()> {
    let mut scan = Scan::default();
    while !ends(input) {
        let before = scan.joint.take();
        if !scan.complete && before != Some('<') && input.peek("<") {
            scan.angles(input);
        } else if !scan.complete && before != Some('|') && input.peek("|") {
            closure(input)?;
        } else if scan.complete && input.word("as").is_some() {
            without_plus(input)?;
            scan.block = false;
        } else if input.lifetime().is_some() {
            scan.complete = false;
        } else {
            let (mut ahead, complete) = (input.clone(), scan.complete);
            let Some(tree) = ahead.next() else { break };
            if !scan.fits(&tree, before) {
                scan.complete = complete;
                break;
            }
            *input = ahead;
        }
    }
    if scan.complete { Ok(()) } else { Err(input.error(messages::NO_EXPRESSION)) }
}

/// `|…|`, and `-> Type`.
fn closure(input: &mut Input) -> Result<()> {
    let begin = input.span();
    input.next();
    while !input.is_empty() && !input.peek("|") {
        input.next();
    }
    if !input.has("|") {
        return Err(Error::new(begin, messages::NO_EXPRESSION));
    }
    if input.peek("->") {
        while !input.is_empty() && !input.peek_group(Delimiter::Brace) {
            input.next();
        }
    }
    Ok(())
}

impl Scan {
    /// Sees one token, and says whether it can stand here.
    fn fits(&mut self, tree: &TokenTree, before: Option<char>) -> bool {
        match tree {
            TokenTree::Group(group) => {
                self.complete = true;
                self.block = group.delimiter() == Delimiter::Brace;
                true
            }
            TokenTree::Ident(word) if WORDS.contains(&word.to_string().as_str()) => {
                self.complete = false;
                true
            }
            TokenTree::Ident(_) | TokenTree::Literal(_) => {
                let fits = !self.complete || self.block;
                (self.complete, self.block) = (true, false);
                fits
            }
            TokenTree::Punct(punct) => self.operator(punct, before),
        }
    }

    fn operator(&mut self, punct: &Punct, before: Option<char>) -> bool {
        let sign = punct.as_char();
        let fits = match sign {
            ';' | '@' | '$' | '~' | '#' => false,
            '+' | '/' | '%' | '^' | '=' | '>' | '?' => self.complete || before.is_some(),
            _ => true,
        };
        // A range may be open.
        self.complete = sign == '?' || (sign, before) == ('.', Some('.'));
        self.block = self.complete && sign == '.';
        self.joint = Some(sign).filter(|_| punct.spacing() == Spacing::Joint);
        fits
    }

    /// `<…>`: what is between has commas of its own.
    fn angles(&mut self, input: &mut Input) {
        let mut angles = Angles::default();
        while let Some(tree) = input.next() {
            angles.see(&tree);
            if !angles.open() {
                break;
            }
        }
        (self.complete, self.block) = (true, false);
    }
}
