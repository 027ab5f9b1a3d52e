//! Initialisers of structs, read by the names of fields, whether they are written by name or by position.

use crate::c::{Expr, Init, Item, Value, Variable};

use super::project::Project;
use super::{Member, Method, Property};

/// The fields of an initialiser.
pub(crate) struct Fields<'a> {
    given: Vec<(String, &'a Item)>,
}

impl<'a> Fields<'a> {
    /// Of a struct that the project knows.
    pub(crate) fn of(project: &Project, unit: usize, structure: &str, init: &'a Init) -> Self {
        let known = project.structure(unit, structure);
        let names: Vec<&str> =
            known.into_iter().flat_map(|known| &known.fields).map(|field| field.name.as_str()).collect();
        let mut next = 0;
        let mut given = Vec::new();
        for item in init.items() {
            if let Some(at) = item.field.as_ref().and_then(|field| names.iter().position(|name| name == field)) {
                next = at;
            }
            let name = item.field.as_deref().or_else(|| names.get(next).copied()).unwrap_or_default();
            given.push((name.to_owned(), item));
            next += 1;
        }
        Self { given }
    }

    /// An expression, unless it is null.
    pub(crate) fn expr(&self, field: &str) -> Option<&'a Expr> {
        let (_, item) = self.given.iter().rev().find(|(name, _)| name == field)?;
        item.init.expr().filter(|expr| !expr.is_null())
    }

    /// A text.
    pub(crate) fn text(&self, field: &str) -> Option<&'a str> {
        self.expr(field)?.literal()
    }

    /// A name, of a function or a table.
    pub(crate) fn name(&self, field: &str) -> Option<&'a str> {
        self.expr(field)?.name()
    }

    /// Each field, with its line.
    pub(crate) fn all(&self) -> impl Iterator<Item = (&str, &'a Item)> {
        self.given.iter().map(|(name, item)| (name.as_str(), *item))
    }
}

/// The entries of a table up to its end, each with its line.
fn entries<'a>(project: &Project, unit: usize, structure: &str, table: &'a Variable) -> Vec<(usize, Fields<'a>)> {
    let items = table.init.as_ref().map(Init::items).unwrap_or_default();
    items.iter().map(|item| (item.line, Fields::of(project, unit, structure, &item.init))).collect()
}

/// The table of this name, with the file that it is in.
fn table<'a>(project: &'a Project, unit: usize, name: &str) -> Option<(usize, &'a Variable)> {
    project.variable(unit, name)
}

/// A `PyMethodDef` table.
pub(crate) fn methods(project: &Project, unit: usize, name: &str) -> Vec<Method> {
    let Some((unit, table)) = table(project, unit, name) else { return Vec::new() };
    let method = |(line, fields): (usize, Fields<'_>)| {
        let function = fields.name("ml_meth")?.to_owned();
        Some(Method {
            name: fields.text("ml_name")?.to_owned(),
            flags: fields.expr("ml_flags").map(flags).unwrap_or_default(),
            line,
            defined: project.find(unit, &function).map(|id| project.defined(id)),
            function,
        })
    };
    entries(project, unit, "PyMethodDef", table).into_iter().filter_map(method).collect()
}

fn flags(expr: &Expr) -> Vec<String> {
    expr.text.split('|').map(|flag| flag.trim_matches([' ', '(', ')']).to_owned()).collect()
}

/// A `PyMemberDef` table.
pub(crate) fn members(project: &Project, unit: usize, name: &str) -> Vec<Member> {
    let Some((unit, table)) = table(project, unit, name) else { return Vec::new() };
    let member = |(line, fields): (usize, Fields<'_>)| {
        Some(Member {
            name: fields.text("name")?.to_owned(),
            ctype: fields.expr("type").map(|ty| ty.text.clone()).unwrap_or_default(),
            field: fields.expr("offset").and_then(|offset| match &offset.value {
                Value::OffsetOf(field) => Some(field.clone()),
                _ => None,
            }),
            readonly: fields.expr("flags").is_some_and(|flags| flags.text.contains("READONLY") || flags.text == "1"),
            line,
        })
    };
    entries(project, unit, "PyMemberDef", table).into_iter().filter_map(member).collect()
}

/// A `PyGetSetDef` table.
pub(crate) fn properties(project: &Project, unit: usize, name: &str) -> Vec<Property> {
    let Some((unit, table)) = table(project, unit, name) else { return Vec::new() };
    let property = |(line, fields): (usize, Fields<'_>)| {
        Some(Property {
            name: fields.text("name")?.to_owned(),
            get: fields.name("get").map(Into::into),
            set: fields.name("set").map(Into::into),
            line,
        })
    };
    entries(project, unit, "PyGetSetDef", table).into_iter().filter_map(property).collect()
}

/// A table of slots by number, `PyType_Slot` or `PyModuleDef_Slot`: the slot, what it is set to, the line.
pub(crate) fn slots<'a>(
    project: &'a Project,
    unit: usize,
    structure: &str,
    init: &'a Init,
) -> Vec<(String, &'a Expr, usize)> {
    let value = if structure == "PyType_Slot" { "pfunc" } else { "value" };
    let slot = |item: &'a Item| {
        let fields = Fields::of(project, unit, structure, &item.init);
        let slot = fields.expr("slot")?.text.clone();
        Some((slot, fields.given.iter().rev().find(|(name, _)| name == value)?.1.init.expr()?, item.line))
    };
    init.items().iter().filter_map(slot).collect()
}
