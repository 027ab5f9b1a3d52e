//! What C functions do with references, from the contract table that the command carries.

use std::collections::HashMap;

use anyhow::Result;
use owned_contracts::{Failure, Function, Kind, Return, Source, Table};

use crate::c::Expr;

/// The files of the table.
const FILES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/contracts.rs"));

/// Functions of a variable number of arguments, which the table leaves out: the type of their new result.
const NEW: [(&str, &str); 14] = [
    ("Py_BuildValue", "object"),
    ("PyBytes_FromFormat", "bytes"),
    ("PyObject_CallFunction", "object"),
    ("PyObject_CallFunctionObjArgs", "object"),
    ("PyObject_CallMethod", "object"),
    ("PyObject_CallMethodObjArgs", "object"),
    ("PyObject_New", "object"),
    ("PyObject_NewVar", "object"),
    ("PyObject_GC_New", "object"),
    ("PyObject_GC_NewVar", "object"),
    ("PyTuple_Pack", "tuple"),
    ("PyUnicode_FromFormat", "str"),
    ("PyErr_NewException", "type"),
    ("PyErr_NewExceptionWithDoc", "type"),
];

/// Those that raise.
const RAISE: [&str; 3] = ["PyErr_Format", "PyErr_FormatV", "PyErr_WarnFormat"];

/// The table, by name.
pub(crate) struct Contracts(HashMap<String, Function>);

impl Contracts {
    /// Of the files that the command carries.
    pub(crate) fn built_in() -> Result<Self> {
        let table = Table::from_texts(FILES)?;
        Ok(Self(table.functions().map(|function| (function.name.clone(), function.clone())).collect()))
    }

    /// The type of object of which a function's result is a new reference.
    pub(crate) fn new_result(&self, name: &str) -> Option<&str> {
        match self.0.get(name).map(|function| &function.result) {
            Some(Return::New(ty)) => Some(&ty.name),
            Some(_) => None,
            None => NEW.iter().find(|(known, _)| *known == name).map(|(_, ty)| *ty),
        }
    }

    /// Whether a function's result is borrowed.
    pub(crate) fn is_borrowed(&self, name: &str) -> bool {
        self.0.get(name).is_some_and(|function| matches!(function.result, Return::Borrowed(..)))
    }

    /// What a call does with references, in words; nothing if it is none of Python's.
    pub(crate) fn effects(&self, name: &str, args: &[Expr]) -> Option<String> {
        let Some(function) = self.0.get(name) else {
            if RAISE.contains(&name) {
                return Some("sets an exception".into());
            }
            return self.new_result(name).map(|ty| format!("new {ty}, NULL on failure"));
        };
        if function.failure == Failure::Always {
            return Some("sets an exception".into());
        }
        let counted = args.first().map_or("?", |arg| arg.text.as_str());
        match name {
            "Py_DECREF" | "Py_XDECREF" | "Py_DecRef" => return Some(format!("releases {counted}")),
            "Py_INCREF" | "Py_XINCREF" | "Py_IncRef" => return Some(format!("one reference more to {counted}")),
            "Py_CLEAR" => return Some(format!("releases what {counted} holds, and leaves NULL")),
            _ => {}
        }
        let mut words = Vec::new();
        let given = |at: usize| args.get(at).map_or("?", |arg| arg.text.as_str());
        let named = |name: &str| function.params.iter().position(|param| param.name == name).map_or("?", given);
        match &function.result {
            Return::New(ty) => words.push(format!("new {}", ty.name)),
            Return::Borrowed(source, _) => words.push(borrowed(source, named)),
            Return::Status => words.push("status".into()),
            Return::ThreeWay => words.push("1 or 0".into()),
            Return::Value(_) => {}
        }
        for (at, param) in function.params.iter().enumerate() {
            let arg = given(at);
            match &param.kind {
                Kind::Keep(_) => words.push(format!("takes a reference of its own to {arg}")),
                Kind::Steal(_) => words.push(format!("steals {arg}")),
                Kind::StealOnSuccess(_) => words.push(format!("steals {arg} if it succeeds")),
                Kind::Replace(_) => words.push(format!("releases what {arg} holds and puts another there")),
                Kind::OutNew(_) => words.push(format!("a new reference in {arg}")),
                Kind::OutBorrowed(source, _) => words.push(format!("in {arg}, {}", borrowed(source, named))),
                Kind::Borrow(_) | Kind::Array(_) | Kind::Value(_) => {}
            }
        }
        words.extend(failure(function.failure, &function.result).map(Into::into));
        Some(words.join(", "))
    }
}

fn borrowed<'a>(source: &'a Source, named: impl Fn(&'a str) -> &'a str) -> String {
    match source {
        Source::Param(param) => format!("borrowed from {}", named(param)),
        Source::Thread => "borrowed from the thread".into(),
        Source::Interpreter => "borrowed from the interpreter".into(),
        Source::Static => "borrowed, and never freed".into(),
    }
}

fn failure(failure: Failure, result: &Return) -> Option<&'static str> {
    match failure {
        Failure::Null => Some("NULL on failure"),
        Failure::NullIfError => Some("NULL, perhaps without an error"),
        Failure::MinusOne => Some("-1 on failure"),
        Failure::MinusOneIfError => Some("-1 on failure, or as a value"),
        Failure::Zero => Some("0 on failure"),
        Failure::MinusTwo => Some("-2 on failure"),
        Failure::Always => Some("sets an exception"),
        Failure::Never => matches!(result, Return::New(_)).then_some("never fails"),
    }
}
