//! The user's items as the macros see them: known by what stands at their head, and read further only by who looks into
//! them. All else are tokens, which are handed on as they are: what is wrong there, rustc says.

mod block;
mod data;
mod signature;
mod split;
mod word;

pub(crate) use block::{Block, block, constant};
pub(crate) use data::{Data, DeriveInput, Field, Fields, FieldsKind, Variant, data};
pub(crate) use signature::{ArgumentKind, Pattern, ReturnType, Signature};
pub(crate) use split::{inside, items};
pub(crate) use word::Kind;

use crate::stream::{Ident, ToTokens, TokenStream, TokenTree};
use crate::syntax::{Attribute, Error, Result};

/// An item of a module or of an `impl` block.
#[derive(Clone)]
pub(crate) struct Item {
    /// Its attributes, those too that stand inside, if somebody has looked there.
    pub(crate) attrs: Vec<Attribute>,
    pub(crate) vis: TokenStream,
    pub(crate) kind: Kind,
    /// The name of what has one at its head; not that of an `impl`.
    pub(crate) ident: Option<Ident>,
    /// What stands before its body.
    pub(crate) head: TokenStream,
    /// Braces, or the semicolon that stands in their place.
    pub(crate) body: Option<TokenTree>,
}

impl Item {
    /// Reads the item under an attribute.
    pub(crate) fn read(tokens: TokenStream) -> Result<Item> {
        let mut items = items(tokens.clone())?.into_iter();
        match (items.next(), items.next()) {
            (Some(item), None) => Ok(item),
            _ => Err(Error::spanned(tokens, crate::messages::ONE_ITEM)),
        }
    }

    /// Reads the head of a function, and the attributes in its body.
    pub(crate) fn signature(&mut self) -> Result<Signature> {
        self.attrs.extend(split::inner(self.body.as_ref())?);
        signature::signature(&self.head)
    }

    /// Whether it says `pub` and no more.
    pub(crate) fn is_public(&self) -> bool {
        !self.vis.is_empty() && self.vis.clone().into_iter().nth(1).is_none()
    }
}

impl ToTokens for Item {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        crate::tokens::attributes(&self.attrs).to_tokens(tokens);
        self.vis.to_tokens(tokens);
        self.head.to_tokens(tokens);
        tokens.append_if_any(self.body.clone());
    }
}
