//! The stub of one module.

use core::fmt::Write as _;
use std::collections::HashSet;

use crate::class::{Described, DescribedClass, DescribedException, What, described_text};
#[cfg(feature = "enums")]
use crate::class::{DescribedEnum, EnumeratedValue};
use crate::module::{DescribedModule, ItemDescribed};
use crate::ptr::Hint;

use super::directory::Directory;
use super::hints::Hints;
use super::members::members;
use super::names::Names;
use super::text::{docstring, literal};

/// What the file says.
pub(super) fn page(name: &str, module: &DescribedModule, directory: &Directory) -> String {
    let [defined, members_of_classes] = defined(module);
    let names = Names::of(name, defined, members_of_classes);
    let mut page = Page { name, module, hints: Hints::new(names, directory) };
    let mut parts = Vec::new();
    let inner = |what: &ItemDescribed| matches!(what, ItemDescribed::Module(_));
    // Imports stand together.
    let (modules, others): (Vec<_>, Vec<_>) =
        module.items.iter().map(|item| item.description()).partition(|(_, what)| inner(what));
    for (name, what) in modules.into_iter().chain(others) {
        if !matches!(what, ItemDescribed::Class(DescribedClass { outer: Some(_), .. })) {
            parts.push((is_short(&what), page.item(name, what)));
        }
    }
    if module.adopts {
        let (text, any) = (page.hints.names.name("", "str"), page.hints.any());
        parts.push((false, format!("# What C has besides.\ndef __getattr__(name: {text}, /) -> {any}: ...\n")));
    }
    let mut text = docstring(module.doc, "").unwrap_or_default();
    let all = page.all();
    for part in [page.hints.names.imports(), all] {
        if !part.is_empty() {
            let _ = write!(text, "{}{part}", if text.is_empty() { "" } else { "\n" });
        }
    }
    let mut before = false;
    for (short, part) in parts {
        let _ = write!(text, "{}{part}", if text.is_empty() || (before && short) { "" } else { "\n" });
        before = short;
    }
    text
}

/// Whether it is a line that needs none between it and the next of its like.
fn is_short(what: &ItemDescribed) -> bool {
    match what {
        ItemDescribed::Plain(described) => matches!(described.what, What::Value(_)) && described.doc.is_empty(),
        ItemDescribed::Module(_) => true,
        _ => false,
    }
}

/// The names that the stub defines, and those that its classes do.
fn defined(module: &DescribedModule) -> [HashSet<String>; 2] {
    let (mut all, mut members) = (HashSet::new(), HashSet::new());
    for item in module.items {
        let (name, what) = item.description();
        if let ItemDescribed::Class(class) = what {
            members.extend(class.members.iter().copied().flatten().map(|member| member.name.to_owned()));
            for variant in class.variants {
                members.insert(described_text(variant.blueprint.name).to_owned());
                members.extend(variant.described.iter().map(|member| member.name.to_owned()));
            }
            if class.outer.is_some() {
                members.insert(name.to_owned());
                continue;
            }
        }
        #[cfg(feature = "enums")]
        if let ItemDescribed::Enumeration(enumeration) = what {
            members.extend((0..).map_while(enumeration.member).map(|(name, _)| name.to_owned()));
        }
        all.insert(name.to_owned());
    }
    [all, members]
}

struct Page<'a> {
    name: &'a str,
    module: &'a DescribedModule,
    hints: Hints<'a>,
}

impl Page<'_> {
    /// `__all__`, as the module makes it; nothing, if it has one of its own.
    fn all(&mut self) -> String {
        let mut names = Vec::new();
        for item in self.module.items {
            let (name, what) = item.description();
            if name == "__all__" {
                return String::new();
            }
            let is_inner = matches!(what, ItemDescribed::Class(DescribedClass { outer: Some(_), .. }));
            if !name.starts_with('_') && !is_inner {
                names.push(literal(name));
            }
        }
        // A module of C's says itself what it has.
        if self.module.adopts {
            return String::new();
        }
        if names.is_empty() {
            // Nothing else says of what it is a list.
            return format!(
                "__all__: {}[{}] = []\n",
                self.hints.names.name("", "list"),
                self.hints.names.name("", "str")
            );
        }
        let line = format!("__all__ = [{}]\n", names.join(", "));
        if line.len() <= 100 { line } else { format!("__all__ = [\n    {},\n]\n", names.join(",\n    ")) }
    }

    fn item(&mut self, name: &'static str, what: ItemDescribed) -> String {
        match what {
            ItemDescribed::Nothing => format!("{name}: {}\n", self.hints.any()),
            ItemDescribed::Plain(described) => members(&[&Described { name, ..*described }], "", &mut self.hints),
            ItemDescribed::Class(class) => match self.elsewhere(class.id, name) {
                Some(alias) => alias,
                None => self.class(name, class, ""),
            },
            ItemDescribed::Exception(exception) => match self.elsewhere(exception.id, name) {
                Some(alias) => alias,
                None => self.exception(name, exception),
            },
            #[cfg(feature = "enums")]
            ItemDescribed::Enumeration(enumeration) => match self.elsewhere(enumeration.id, name) {
                Some(alias) => alias,
                None => self.enumeration(name, enumeration),
            },
            ItemDescribed::Module(_) => format!("from . import {name} as {name}\n"),
        }
    }

    /// A class that is written elsewhere, under this name too.
    fn elsewhere(&mut self, class: core::any::TypeId, name: &str) -> Option<String> {
        let place = self.hints.directory.place(class)?;
        if place.module == self.name {
            return (place.name != name).then(|| format!("{name} = {}\n", place.name));
        }
        Some(format!("from {} import {} as {name}\n", place.module, place.name))
    }

    fn class(&mut self, name: &str, class: &DescribedClass, indent: &str) -> String {
        let inner = format!("{indent}    ");
        let mut text = String::new();
        let extensible = class.options.subclass || !class.variants.is_empty();
        if !extensible {
            let _ = writeln!(text, "{indent}@{}", self.hints.names.name("typing", "final"));
        } else if class.options.bases.is_empty() && class.options.metaclass.is_none() {
            let _ = writeln!(text, "{indent}@{}", self.hints.names.name("typing_extensions", "disjoint_base"));
        }
        let bases = self.bases(class);
        let _ = writeln!(text, "{indent}class {name}{bases}:");
        let doc = docstring(class.doc, &inner).unwrap_or_default();
        let described: Vec<&Described> = class.members.iter().copied().flatten().collect();
        let mut body = self.inner_classes(class, &inner);
        for variant in class.variants {
            let variant_name = described_text(variant.blueprint.name);
            let _ = writeln!(body, "{inner}@{}", self.hints.names.name("typing", "final"));
            let _ = writeln!(body, "{inner}class {variant_name}({name}):");
            let within = format!("{inner}    ");
            body += &docstring(described_text(variant.blueprint.doc), &within).unwrap_or_default();
            let described: Vec<&Described> = variant.described.iter().collect();
            body += &members(&described, &within, &mut self.hints);
        }
        body += &members(&described, &inner, &mut self.hints);
        body += &self.counterparts(&described, &inner);
        body += &self.unhashable(&described, &inner);
        if class.adopted {
            let (of, any) = (self.hints.names.name("", "str"), self.hints.any());
            let _ = writeln!(
                body,
                "{inner}# What C has besides.\n{inner}def __getattr__(self, name: {of}, /) -> {any}: ..."
            );
        }
        if doc.is_empty() && body.is_empty() {
            body = format!("{inner}...\n");
        }
        text + &doc + &body
    }

    /// The classes that are in it.
    fn inner_classes(&mut self, class: &DescribedClass, indent: &str) -> String {
        let mut text = String::new();
        for item in self.module.items {
            if let (name, ItemDescribed::Class(inner)) = item.description()
                && inner.outer.is_some_and(|outer| outer == class.id)
            {
                text += &self.class(name, inner, indent);
            }
        }
        text
    }

    /// What shares a slot of C's with a method of the class, and is therefore there too: it refuses whatever it is given.
    fn counterparts(&mut self, members: &[&Described], indent: &str) -> String {
        const ORDERINGS: &[&str] = &["__lt__", "__le__", "__gt__", "__ge__"];
        const SHARED: &[&[&str]] = &[
            ORDERINGS,
            &["__add__", "__radd__"],
            &["__sub__", "__rsub__"],
            &["__mul__", "__rmul__"],
            &["__matmul__", "__rmatmul__"],
            &["__truediv__", "__rtruediv__"],
            &["__floordiv__", "__rfloordiv__"],
            &["__mod__", "__rmod__"],
            &["__divmod__", "__rdivmod__"],
            &["__pow__", "__rpow__"],
            &["__lshift__", "__rlshift__"],
            &["__rshift__", "__rrshift__"],
            &["__and__", "__rand__"],
            &["__xor__", "__rxor__"],
            &["__or__", "__ror__"],
            &["__setitem__", "__delitem__"],
            &["__set__", "__delete__"],
        ];
        let is_there = |name: &str| {
            let made = |member: &&Described| matches!(member.what, What::Comparisons(true));
            members.iter().any(|member| member.name == name) || (ORDERINGS.contains(&name) && members.iter().any(made))
        };
        let mut text = String::new();
        for names in SHARED {
            if !names.iter().any(|name| is_there(name)) {
                continue;
            }
            for name in names.iter().filter(|name| !is_there(name)) {
                let never = self.hints.names.name("typing", "Never");
                let (value, gives) = match *name {
                    "__setitem__" | "__set__" => (format!(", value: {never}"), "None".to_owned()),
                    "__delitem__" | "__delete__" => (String::new(), "None".to_owned()),
                    _ => (String::new(), self.hints.any()),
                };
                let _ = writeln!(text, "{indent}def {name}(self, other: {never}{value}, /) -> {gives}: ...");
            }
        }
        text
    }

    /// A class that compares and does not hash cannot be hashed, as a class of Python's.
    fn unhashable(&mut self, members: &[&Described], indent: &str) -> String {
        let compares = |member: &&Described| {
            matches!(member.what, What::Comparisons(_))
                || matches!(member.name, "__eq__" | "__ne__" | "__lt__" | "__le__" | "__gt__" | "__ge__")
        };
        let hashes = members.iter().any(|member| member.name == "__hash__");
        if hashes || !members.iter().any(compares) {
            return String::new();
        }
        let of = self.hints.names.name("typing", "ClassVar");
        format!("{indent}__hash__: {of}[None]  # type: ignore[assignment]\n")
    }

    /// `(Base, metaclass=Meta)`
    fn bases(&mut self, class: &DescribedClass) -> String {
        let mut all = Vec::new();
        if !matches!(class.base.0, Hint::Anything | Hint::BuiltIn("object")) {
            all.push(self.hints.given(class.base));
        }
        for base in class.options.bases {
            let name = self.imported(base);
            let arguments = match name.rsplit('.').next().unwrap_or_default() {
                "Mapping" | "MutableMapping" => 2,
                "Container" | "Collection" | "Iterable" | "Iterator" | "Reversible" | "Sequence"
                | "MutableSequence" | "Set" | "MutableSet" | "AsyncIterable" | "AsyncIterator" | "Awaitable" => 1,
                _ => 0,
            };
            let arguments = vec![self.hints.any(); if base.starts_with("collections.abc:") { arguments } else { 0 }];
            let arguments = if arguments.is_empty() { String::new() } else { format!("[{}]", arguments.join(", ")) };
            all.push(name + &arguments);
        }
        let mut members = class.members.iter().copied().flatten();
        if let Some(metaclass) = class.options.metaclass {
            let metaclass = self.imported(metaclass);
            all.push(format!("metaclass={metaclass}"));
        } else if members.any(|member| matches!(member.what, What::Static(_))) {
            // It has one, which has no name that could be imported.
            all.push(format!("metaclass={}", self.hints.names.name("", "type")));
        }
        if all.is_empty() { String::new() } else { format!("({})", all.join(", ")) }
    }

    /// `module:Class`
    fn imported(&mut self, place: &str) -> String {
        let (module, name) = place.split_once(':').unwrap_or(("", place));
        self.hints.names.name(module, name)
    }

    fn exception(&mut self, name: &str, exception: &DescribedException) -> String {
        let base = self.hints.given(exception.base);
        let doc: Vec<&str> = exception.doc.lines().map(|line| line.strip_prefix(' ').unwrap_or(line)).collect();
        let body = super::text::body(&doc.join("\n"), "    ");
        format!("class {name}({base}):{body}")
    }

    #[cfg(feature = "enums")]
    fn enumeration(&mut self, name: &str, enumeration: &DescribedEnum) -> String {
        let kind = self.hints.names.name("enum", enumeration.kind);
        let mut text = format!("class {name}({kind}):\n");
        text += &docstring(enumeration.doc, "    ").unwrap_or_default();
        for (member, value) in (0..).map_while(enumeration.member) {
            let value = match value {
                EnumeratedValue::Number(number) => number.to_string(),
                EnumeratedValue::Text(value) => literal(value),
            };
            let _ = writeln!(text, "    {member} = {value}");
        }
        text
    }
}
