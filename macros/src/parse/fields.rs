//! The fields of a `#[class]`: what the collector sees of each, what Python does, and how it starts.

use super::derive::{self, visit};
use super::options::Options;
use super::{attributes, hint};
use crate::diagnostics::Diagnostics;
use crate::item;
use crate::messages;
use crate::model::{Access, Case, Field, Name, Start, Value, Visit, cfgs};
use crate::stream::Ident;
use crate::syntax::{Attribute, Member};

/// Reads all of them, and takes `#[field(…)]` and `#[traverse(…)]` off. `new` says whether they make a constructor, `case` how their names
/// are written in Python.
pub(super) fn fields(
    fields: &mut item::Fields,
    new: bool,
    case: Option<Case>,
    dcx: &mut Diagnostics,
) -> (Vec<Visit>, Vec<Field>, Vec<Start>) {
    let (mut visited, mut exported, mut starts) = (Vec::new(), Vec::new(), Vec::new());
    for (member, field) in derive::members(fields) {
        let marker = attributes::take(&mut field.attrs, "field", dcx);
        let hint = hint::of_value(&mut field.attrs, dcx);
        let name = field.ident.as_ref().map(|ident| Name::of(ident).written(case));
        let mut name = name.map(|name| Ident::new(&name.text, name.span));
        let mut value = Value::Given;
        if let Some(marker) = &marker {
            let options = Options::of(marker, "field", &["get", "set", "name", "default", "init"], dcx);
            value = start(&options, new, dcx);
            if let Some(mut found) = export(&member, field, marker, &options, case, dcx) {
                found.hint.clone_from(&hint);
                name = Some(Ident::new(&found.name.text, found.name.span));
                exported.extend(Some(found).filter(|field| field.access.get || field.access.set));
            }
        }
        if let (Some(hint), None) = (&hint, &marker) {
            dcx.error(hint, messages::HINT_WITHOUT_FIELD);
        }
        starts.push(Start { member: member.clone(), ty: field.ty.clone(), name, cfgs: cfgs(&field.attrs), value });
        visited.push(visit(member, field, dcx));
    }
    (visited, exported, starts)
}

/// Reads `default = …` and `init = …`.
fn start(options: &Options, new: bool, dcx: &mut Diagnostics) -> Value {
    for option in ["default", "init"] {
        if let Some(at) = options.at(option)
            && !new
        {
            dcx.error(at, messages::without_new(option));
        }
    }
    let copied = |option| options.expression(option).map(|value| Box::new(value.clone()));
    match (copied("default"), copied("init")) {
        (Some(_), Some(_)) => {
            dcx.error(&options.at("init"), messages::DEFAULT_AND_INIT);
            Value::Given
        }
        (Some(value), None) => Value::Default(value),
        (None, Some(value)) => Value::Fixed(value),
        (None, None) => Value::Given,
    }
}

/// Reads what Python may do with the field, and its name.
fn export(
    member: &Member,
    field: &item::Field,
    marker: &Attribute,
    options: &Options,
    case: Option<Case>,
    dcx: &mut Diagnostics,
) -> Option<Field> {
    let access = Access { get: options.flag("get"), set: options.flag("set") };
    let starts = options.flag("default") || options.flag("init");
    if !access.get && !access.set && !starts && dcx.clean() {
        dcx.error(marker, messages::FIELD_WITHOUT_ACCESS);
    }
    let name = match (options.name(dcx), &field.ident) {
        (Some(name), _) => name,
        (None, Some(ident)) => Name::of(ident).written(case),
        (None, None) => {
            if options.text("name").is_none() && (access.get || access.set) {
                dcx.error(marker, messages::FIELD_WITHOUT_NAME);
            }
            return None;
        }
    };
    Some(Field {
        member: member.clone(),
        ty: field.ty.clone(),
        name,
        doc: attributes::documentation(&field.attrs, dcx),
        cfgs: cfgs(&field.attrs),
        access,
        hint: None,
    })
}
