//! Reading the parameters of types, and where clauses.

use super::attribute::outer;
use super::error::Result;
use super::generics::{ConstParam, GenericParam, Generics, LifetimeParam, TypeParam};
use super::input::Input;
use super::scan::{Angles, skip_type};
use super::ty::ty;
use crate::stream::{Delimiter, TokenStream};

impl Generics {
    /// Reads `<…>`, if it is there.
    pub(crate) fn read(input: &mut Input) -> Result<Generics> {
        let mut generics = Generics::default();
        generics.angles.0 = input.span();
        if !input.has("<") {
            return Ok(Generics::default());
        }
        while !input.peek(">") {
            generics.params.push(parameter(input)?);
            if !input.peek(">") {
                input.expect(",")?;
            }
        }
        generics.angles.1 = input.span();
        input.expect(">")?;
        Ok(generics)
    }

    /// Reads a where clause up to the braces or the semicolon, if it is there.
    pub(crate) fn read_where(&mut self, input: &mut Input) {
        self.word = input.word("where");
        if self.word.is_none() {
            return;
        }
        let (begin, mut angles, mut end) = (input.clone(), Angles::default(), input.clone());
        while angles.open() || !input.peek_group(Delimiter::Brace) && !input.peek(";") {
            let is_comma = input.peek(",");
            let Some(tree) = input.next() else { break };
            angles.see(&tree);
            if !is_comma {
                end = input.clone();
            }
        }
        self.predicates = end.since(&begin);
    }
}

fn parameter(input: &mut Input) -> Result<GenericParam> {
    let attrs = outer(input)?;
    if let Some(lifetime) = input.lifetime() {
        return Ok(GenericParam::Lifetime(LifetimeParam { attrs, lifetime, bounds: bounds(input) }));
    }
    if let Some(word) = input.word("const") {
        let ident = input.ident()?;
        input.expect(":")?;
        let ty = ty(input)?;
        return Ok(GenericParam::Const(ConstParam { attrs, word, ident, ty, default: default(input) }));
    }
    let ident = if input.peek_word("_") { input.any_ident() } else { input.ident() }?;
    let bounds = bounds(input);
    Ok(GenericParam::Type(TypeParam { attrs, ident, bounds, default: default(input) }))
}

/// What stands behind a colon, if that is here.
fn bounds(input: &mut Input) -> TokenStream {
    let colon = input.has(":");
    let begin = input.clone();
    if colon {
        skip_type(input);
    }
    input.since(&begin)
}

/// `= …`, if that is here.
fn default(input: &mut Input) -> TokenStream {
    let begin = input.clone();
    if input.has("=") {
        if input.peek_group(Delimiter::Brace) {
            input.next();
        }
        skip_type(input);
    }
    input.since(&begin)
}
