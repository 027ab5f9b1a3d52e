//! Structs, enums and unions, with each field.

use super::{Item, Kind};
use crate::stream::{Delimiter, Group, Ident, ToTokens, TokenStream, TokenTree};
use crate::syntax::{Attribute, Generics, Input, Result, Type, expression, outer, ty, visibility};
use crate::tokens::attributes;

/// An item that is a struct, an enum or a union.
pub(crate) struct DeriveInput {
    pub(crate) attrs: Vec<Attribute>,
    pub(crate) vis: TokenStream,
    /// `struct`, `enum` or `union`.
    pub(crate) word: Ident,
    pub(crate) ident: Ident,
    pub(crate) generics: Generics,
    pub(crate) data: Data,
    /// What stands from the word to the fields, and behind them.
    before: TokenStream,
    behind: TokenStream,
}

pub(crate) enum Data {
    Struct(Fields),
    Enum(Vec<Variant>, Group),
    Union(Fields),
}

/// The fields of a struct or a variant.
pub(crate) struct Fields {
    pub(crate) kind: FieldsKind,
    pub(crate) list: Vec<Field>,
    group: Option<Group>,
}

#[derive(Clone, Copy, PartialEq)]
pub(crate) enum FieldsKind {
    Named,
    Unnamed,
    Unit,
}

pub(crate) struct Field {
    pub(crate) attrs: Vec<Attribute>,
    pub(crate) ident: Option<Ident>,
    pub(crate) ty: Type,
    /// All of it but the attributes, with the comma behind it.
    rest: TokenStream,
}

pub(crate) struct Variant {
    pub(crate) attrs: Vec<Attribute>,
    pub(crate) ident: Ident,
    pub(crate) fields: Fields,
    /// What stands behind the fields, with the comma.
    rest: TokenStream,
}

/// Reads an item that is a struct, an enum or a union.
pub(crate) fn data(item: Item) -> Result<DeriveInput> {
    let Item { attrs, vis, kind, head, body, .. } = item;
    let mut input = Input::new(head);
    let (begin, word) = (input.clone(), input.any_ident()?);
    let (ident, mut generics) = (input.ident()?, Generics::read(&mut input)?);
    let mut behind = TokenStream::new();
    let (before, data) = if input.peek_group(Delimiter::Parenthesis) {
        let before = input.since(&begin);
        let fields = fields(&mut input)?;
        let after = input.clone();
        generics.read_where(&mut input);
        input.has(";");
        behind = input.since(&after);
        behind.append_if_any(body);
        (before, Data::Struct(fields))
    } else {
        generics.read_where(&mut input);
        // It ends the item, unless a `macro_rules!` passed it on.
        input.has(";");
        let mut content = Input::new(body.map(TokenStream::from).unwrap_or_default());
        let data = match kind {
            Kind::Enum => {
                let group = content.group(Delimiter::Brace)?;
                Data::Enum(variants(&group)?, group)
            }
            Kind::Union if !content.peek_group(Delimiter::Brace) => {
                return Err(content.error("expected curly braces"));
            }
            Kind::Union => Data::Union(fields(&mut content)?),
            _ => {
                let fields = fields(&mut content)?;
                behind = content.rest();
                Data::Struct(fields)
            }
        };
        (input.since(&begin), data)
    };
    input.finish()?;
    Ok(DeriveInput { attrs, vis, word, ident, generics, data, before, behind })
}

fn fields(input: &mut Input) -> Result<Fields> {
    let (kind, delimiter) = if input.peek_group(Delimiter::Brace) {
        (FieldsKind::Named, Delimiter::Brace)
    } else if input.peek_group(Delimiter::Parenthesis) {
        (FieldsKind::Unnamed, Delimiter::Parenthesis)
    } else {
        return Ok(Fields { kind: FieldsKind::Unit, list: Vec::new(), group: None });
    };
    let group = input.group(delimiter)?;
    let (mut content, mut list) = (Input::inside(&group), Vec::new());
    while !content.is_empty() {
        list.push(field(&mut content, kind == FieldsKind::Named)?);
    }
    Ok(Fields { kind, list, group: Some(group) })
}

fn field(input: &mut Input, has_name: bool) -> Result<Field> {
    let attrs = outer(input)?;
    let begin = input.clone();
    visibility(input);
    let mut ident = None;
    if has_name {
        ident = Some(input.ident()?);
        input.expect(":")?;
    }
    let ty = ty(input)?;
    value(input)?;
    Ok(Field { attrs, ident, ty, rest: input.since(&begin) })
}

fn variants(group: &Group) -> Result<Vec<Variant>> {
    let (mut content, mut list) = (Input::inside(group), Vec::new());
    while !content.is_empty() {
        list.push(variant(&mut content)?);
    }
    Ok(list)
}

fn variant(input: &mut Input) -> Result<Variant> {
    let attrs = outer(input)?;
    // That rustc refuses.
    visibility(input);
    let (ident, fields) = (input.ident()?, fields(input)?);
    let begin = input.clone();
    value(input)?;
    Ok(Variant { attrs, ident, fields, rest: input.since(&begin) })
}

/// `= expression`, if that is there, and the comma or the end.
fn value(input: &mut Input) -> Result<()> {
    if input.has("=") {
        expression(input)?;
    }
    if input.is_empty() { Ok(()) } else { input.expect(",") }
}

/// A group with other content, where it was.
fn group(group: &Group, content: TokenStream) -> TokenTree {
    let mut changed = Group::new(group.delimiter(), content.into());
    changed.set_span(group.span());
    changed.into()
}

impl ToTokens for DeriveInput {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        attributes(&self.attrs).to_tokens(tokens);
        self.vis.to_tokens(tokens);
        self.before.to_tokens(tokens);
        match &self.data {
            Data::Struct(fields) | Data::Union(fields) => fields.to_tokens(tokens),
            Data::Enum(variants, braces) => {
                let mut content = TokenStream::new();
                for variant in variants {
                    attributes(&variant.attrs).to_tokens(&mut content);
                    variant.ident.to_tokens(&mut content);
                    variant.fields.to_tokens(&mut content);
                    variant.rest.to_tokens(&mut content);
                }
                tokens.append(group(braces, content));
            }
        }
        self.behind.to_tokens(tokens);
    }
}

impl ToTokens for Fields {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let Some(written) = &self.group else { return };
        let mut content = TokenStream::new();
        for field in &self.list {
            attributes(&field.attrs).to_tokens(&mut content);
            field.rest.to_tokens(&mut content);
        }
        tokens.append(group(written, content));
    }
}
