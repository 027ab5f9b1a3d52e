//! Types, as annotations.

use crate::ptr::{Hint, TypeHint};

use super::directory::Directory;
use super::names::Names;

/// What writes the types of one stub.
pub(super) struct Hints<'a> {
    pub(super) names: Names,
    pub(super) directory: &'a Directory,
    /// What is being written and may mention itself.
    within: Vec<&'static str>,
}

impl<'a> Hints<'a> {
    pub(super) fn new(names: Names, directory: &'a Directory) -> Self {
        Hints { names, directory, within: Vec::new() }
    }

    /// The type of a parameter: one that takes anything takes an `object`.
    pub(super) fn accepted(&mut self, hint: TypeHint) -> String {
        match self.option(hint) {
            Some(text) => text,
            None => self.names.name("", "object"),
        }
    }

    /// The type of a result, or within another.
    pub(super) fn given(&mut self, hint: TypeHint) -> String {
        match self.option(hint) {
            Some(text) => text,
            None => self.any(),
        }
    }

    pub(super) fn any(&mut self) -> String {
        self.names.name("typing", "Any")
    }

    /// `None` for anything.
    fn option(&mut self, hint: TypeHint) -> Option<String> {
        Some(match hint.0 {
            Hint::Anything => return None,
            Hint::BuiltIn(name) => return self.built_in(name),
            Hint::Named("", name @ ("None" | "...")) => name.to_owned(),
            Hint::Named(module, name) => self.names.name(module, name),
            Hint::Generic(of, arguments) => {
                let arguments: Vec<String> = arguments.iter().map(|argument| self.given(*argument)).collect();
                format!("{}[{}]", self.given(*of), arguments.join(", "))
            }
            Hint::Union(_) => {
                let mut all = Vec::new();
                self.union(hint, &mut all)?;
                // `None` is what a reader looks for at the end.
                all.sort_by_key(|one| one == "None");
                all.join(" | ")
            }
            Hint::Written(text) => self.names.written(text),
            Hint::Class(id, _) => match self.directory.place(id()) {
                Some(place) => self.names.name(&place.module, &place.name),
                None => return None,
            },
            Hint::Later(name, hint) => {
                if self.within.contains(&name) {
                    return None;
                }
                self.within.push(name);
                let text = self.option(hint());
                self.within.pop();
                return text;
            }
        })
    }

    /// The members, each once; `None` if one of them is anything.
    fn union(&mut self, hint: TypeHint, all: &mut Vec<String>) -> Option<()> {
        if let Hint::Union(of) = hint.0 {
            for one in of {
                self.union(*one, all)?;
            }
            return Some(());
        }
        if let Hint::Later(name, inner) = hint.0
            && !self.within.contains(&name)
        {
            self.within.push(name);
            let done = self.union(inner(), all);
            self.within.pop();
            return done;
        }
        for text in members(&self.option(hint)?) {
            if !all.contains(&text) {
                all.push(text);
            }
        }
        Some(())
    }

    /// A type of the interpreter, by the name that messages have for it.
    fn built_in(&mut self, name: &str) -> Option<String> {
        let (module, name, arguments): (&str, &str, &[&str]) = match name {
            "object" => return None,
            "None" => return Some(name.to_owned()),
            "list" | "set" | "frozenset" => ("", name, &["Any"]),
            "dict" => ("", name, &["Any", "Any"]),
            "tuple" => ("", name, &["Any", "..."]),
            "type" => ("", name, &["Any"]),
            "callable" => ("collections.abc", "Callable", &["...", "Any"]),
            "iterator" => ("collections.abc", "Iterator", &["Any"]),
            "asynchronous iterator" => ("collections.abc", "AsyncIterator", &["Any"]),
            "sequence" => ("collections.abc", "Sequence", &["Any"]),
            "mapping" => ("collections.abc", "Mapping", &["Any", "Any"]),
            "dict_keys" => ("collections.abc", "KeysView", &["Any"]),
            "dict_values" => ("collections.abc", "ValuesView", &["Any"]),
            "dict_items" => ("collections.abc", "ItemsView", &["Any", "Any"]),
            "generator" => ("collections.abc", "Generator", &["Any", "Any", "Any"]),
            "async_generator" => ("collections.abc", "AsyncGenerator", &["Any", "Any"]),
            "coroutine" => ("collections.abc", "Coroutine", &["Any", "Any", "Any"]),
            "ellipsis" => ("types", "EllipsisType", &[]),
            "NotImplementedType" => ("types", name, &[]),
            "function" => ("types", "FunctionType", &[]),
            "builtin_function_or_method" => ("types", "BuiltinFunctionType", &[]),
            "method" => ("types", "MethodType", &[]),
            "module" => ("types", "ModuleType", &[]),
            "traceback" => ("types", "TracebackType", &[]),
            "frame" => ("types", "FrameType", &[]),
            "code" => ("types", "CodeType", &[]),
            "cell" => ("types", "CellType", &[]),
            "mappingproxy" => ("types", "MappingProxyType", &["Any", "Any"]),
            "PyCapsule" => ("types", "CapsuleType", &[]),
            "Context" => ("contextvars", name, &[]),
            "ContextVar" | "Token" => ("contextvars", name, &["Any"]),
            "weakref.ref" => ("weakref", "ReferenceType", &["Any"]),
            "weakref.proxy" => return None,
            "ExceptionGroup" | "BaseExceptionGroup" => ("", name, &["Any"]),
            "slice" => ("", name, &["Any", "Any", "Any"]),
            dotted => dotted.rsplit_once('.').map_or(("", dotted, &[]), |(module, name)| (module, name, &[])),
        };
        // Type checkers know of it since 3.13.
        if name == "CapsuleType" {
            return None;
        }
        let of = self.names.name(module, name);
        if arguments.is_empty() {
            return Some(of);
        }
        let mut written = Vec::new();
        for argument in arguments {
            written.push(if *argument == "..." { "...".to_owned() } else { self.any() });
        }
        Some(format!("{of}[{}]", written.join(", ")))
    }

    /// What one of `*args` is, of what takes all of them.
    pub(super) fn each(&mut self, all: TypeHint) -> String {
        let one = match all.0 {
            Hint::Generic(_, [one]) => *one,
            Hint::Generic(_, [one, TypeHint(Hint::Named("", "..."))]) => *one,
            _ => TypeHint::ANY,
        };
        self.accepted(one)
    }

    /// What a value of `**kwargs` is.
    pub(super) fn value(&mut self, all: TypeHint) -> String {
        let one = match all.0 {
            Hint::Generic(_, [_, value]) => *value,
            _ => TypeHint::ANY,
        };
        self.accepted(one)
    }
}

/// The members of a union as it is written: what stands between the bars that are in no brackets.
fn members(text: &str) -> Vec<String> {
    let (mut all, mut depth) = (vec![String::new()], 0_usize);
    for letter in text.chars() {
        match letter {
            '[' | '(' => depth += 1,
            ']' | ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        match (letter, depth, all.last_mut()) {
            ('|', 0, _) => all.push(String::new()),
            (_, _, Some(last)) => last.push(letter),
            (_, _, None) => {}
        }
    }
    all.iter().map(|member| member.trim().to_owned()).collect()
}
