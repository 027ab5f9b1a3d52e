//! Names in a stub, and what has to be imported for them.

use core::fmt::Write as _;
use std::collections::{BTreeMap, BTreeSet, HashSet};

/// The names of one stub.
pub(super) struct Names {
    /// The module that the stub is of.
    module: String,
    /// What the stub defines, anywhere: in its classes other things go by their modules.
    defined: HashSet<String>,
    /// What its classes define: in them it hides what has the same name outside.
    members: HashSet<String>,
    /// `import module`
    modules: BTreeSet<String>,
    /// `from module import names`
    from: BTreeMap<String, BTreeSet<String>>,
    /// From where each imported name is.
    imported: BTreeMap<String, String>,
}

impl Names {
    /// Of the stub of a module that defines these.
    pub(super) fn of(module: &str, defined: HashSet<String>, members: HashSet<String>) -> Self {
        let module = module.to_owned();
        Names { module, defined, members, modules: BTreeSet::new(), from: BTreeMap::new(), imported: BTreeMap::new() }
    }

    /// How a name of a module is written here; an empty module has the built-in names. Of `Outer.Inner` the outer is named.
    pub(super) fn name(&mut self, module: &str, name: &str) -> String {
        let first = name.split('.').next().unwrap_or(name);
        let is_hidden = self.members.contains(first);
        if module == self.module {
            // A stub may import its own module.
            return if is_hidden { self.through(module, name) } else { name.to_owned() };
        }
        let is_taken = is_hidden || self.defined.contains(first);
        if module.is_empty() && !is_taken {
            return name.to_owned();
        }
        if module.is_empty() {
            return self.through("builtins", name);
        }
        let is_other = self.imported.get(first).is_some_and(|from| from != module);
        if is_taken || is_other {
            return self.through(module, name);
        }
        self.imported.insert(first.to_owned(), module.to_owned());
        self.from.entry(module.to_owned()).or_default().insert(first.to_owned());
        name.to_owned()
    }

    /// A module, imported.
    pub(super) fn module<'m>(&mut self, module: &'m str) -> &'m str {
        self.modules.insert(module.to_owned());
        module
    }

    fn through(&mut self, module: &str, name: &str) -> String {
        self.modules.insert(module.to_owned());
        format!("{module}.{name}")
    }

    /// Names in a text of the user's: what has a dot is of a module, up to the first name with a capital letter.
    pub(super) fn written(&mut self, text: &str) -> String {
        let mut all = String::new();
        let mut rest = text;
        while let Some(start) =
            rest.find(|letter: char| letter.is_alphabetic() || letter == '_' || letter == '\'' || letter == '"')
        {
            all += &rest[..start];
            rest = &rest[start..];
            let quote = rest.chars().next().filter(|letter| matches!(letter, '\'' | '"'));
            if let Some(quote) = quote {
                // `Literal["a.b"]`: no name.
                let end = rest[1..].find(quote).map_or(rest.len(), |end| end + 2);
                all += &rest[..end];
                rest = &rest[end..];
                continue;
            }
            let end = rest.find(|letter: char| !(letter.is_alphanumeric() || matches!(letter, '_' | '.')));
            let path = rest[..end.unwrap_or(rest.len())].trim_end_matches('.');
            all += &self.path(path);
            // Dots behind it belong to no name.
            rest = &rest[path.len()..];
        }
        all + rest
    }

    fn path(&mut self, path: &str) -> String {
        let parts: Vec<&str> = path.split('.').collect();
        let capital = |part: &&str| part.chars().next().is_some_and(char::is_uppercase);
        let class = parts.iter().position(capital).unwrap_or(parts.len() - 1);
        if class > 0 {
            return self.name(&parts[..class].join("."), &parts[class..].join("."));
        }
        match (self.members.contains(parts[0]), self.defined.contains(parts[0])) {
            (false, _) => path.to_owned(),
            (true, true) => {
                let module = self.module.clone();
                self.name(&module, path)
            }
            (true, false) => self.name("", path),
        }
    }

    /// The import statements.
    pub(super) fn imports(&self) -> String {
        let mut all = String::new();
        // Nothing can go wrong in a `String`.
        for module in &self.modules {
            let _ = writeln!(all, "import {module}");
        }
        for (module, names) in &self.from {
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            let _ = writeln!(all, "from {module} import {}", names.join(", "));
        }
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(defined: &[&str]) -> Names {
        Names::of("pkg.m", defined.iter().map(|name| (*name).to_owned()).collect(), HashSet::from(["set".to_owned()]))
    }

    #[test]
    fn a_name_is_imported_once_and_by_its_module_if_another_has_it() {
        let mut names = names(&["list", "Iterator"]);
        assert_eq!(names.name("", "int"), "int");
        assert_eq!(names.name("", "list"), "builtins.list");
        assert_eq!(names.name("", "set"), "builtins.set");
        assert_eq!(names.name("typing", "Any"), "Any");
        assert_eq!(names.name("other", "Any"), "other.Any");
        assert_eq!(names.name("collections.abc", "Iterator"), "collections.abc.Iterator");
        assert_eq!(names.name("pkg.m", "Outer.Inner"), "Outer.Inner");
        assert_eq!(names.name("pkg", "Outer.Inner"), "Outer.Inner");
        let imports =
            "import builtins\nimport collections.abc\nimport other\nfrom pkg import Outer\nfrom typing import Any\n";
        assert_eq!(names.imports(), imports);
    }

    #[test]
    fn names_in_a_text_are_imported() {
        let mut names = names(&[]);
        let text =
            "collections.abc.Callable[[int, os.PathLike[str]], typing.Literal['a.b', \"c\"]] | tuple[int, ...] | None";
        let written = "Callable[[int, PathLike[str]], Literal['a.b', \"c\"]] | tuple[int, ...] | None";
        assert_eq!(names.written(text), written);
        assert_eq!(names.written("xml.dom.Node.Kind"), "Node.Kind");
        assert_eq!(names.written("set[int]"), "builtins.set[int]");
        let imports = "import builtins\nfrom collections.abc import Callable\nfrom os import PathLike\nfrom typing import Literal\nfrom xml.dom import Node\n";
        assert_eq!(names.imports(), imports);
    }
}
