//! Goes through a file's tokens and notes what the rules are about.

use proc_macro2::{TokenStream, TokenTree};

use crate::attribute::{attribute, behind_item, is_for_tests};
use crate::path::{Path, colons, expand, punct, start, word};

/// Something that a rule may refuse, and where it stands.
#[derive(Debug)]
pub(crate) struct Note {
    /// The module it stands in.
    pub(crate) module: Path,
    pub(crate) line: usize,
    pub(crate) what: What,
}

#[derive(Debug)]
pub(crate) enum What {
    /// A path from the root of the crate.
    Names(Path),
    /// More `super`s than there are modules.
    AboveTheRoot,
    /// The whole of the crate, or of a parent module, under another name.
    Alias,
    /// The name of the C API's crate.
    Ffi,
    /// The C API's crate as a whole, passed on.
    FfiPassedOn,
    /// A `cfg` that asks for the version or kind of Python.
    PythonCfg(String),
    /// `#[path]`, `#[macro_use]`, `include!`, a macro at the root: names that come in without a path.
    Hidden(&'static str),
}

/// All notes of a file, and the modules that it declares for tests alone.
#[derive(Default)]
pub(crate) struct Notes {
    pub(crate) notes: Vec<Note>,
    pub(crate) test_modules: Vec<Path>,
}

impl Notes {
    /// Notes what is in a stream that stands in `module`.
    pub(crate) fn walk(&mut self, stream: TokenStream, module: &[String]) {
        let tokens: Vec<TokenTree> = stream.into_iter().collect();
        let mut at = 0;
        while at < tokens.len() {
            at = self.step(&tokens, at, module);
        }
    }

    /// Looks at one place and returns the next.
    fn step(&mut self, tokens: &[TokenTree], at: usize, module: &[String]) -> usize {
        if let Some((inside, next)) = attribute(tokens, at) {
            if is_for_tests(&inside) {
                if punct(tokens, at + 1, '!') {
                    return tokens.len(); // the rest of the file
                }
                let (next, declared) = behind_item(tokens, next);
                self.test_modules.extend(declared.map(|name| below(module, name)));
                return next;
            }
            self.hidden_by(&inside, module);
            self.walk(inside.into_iter().collect(), module);
            return next;
        }
        if let Some(start) = start(tokens, at, module) {
            return self.path(tokens, at, start.next, start.base, module);
        }
        match &tokens[at] {
            TokenTree::Group(group) => self.walk(group.stream(), module),
            TokenTree::Ident(name) => {
                if let Some(next) = self.name(&name.to_string(), tokens, at, module) {
                    return next;
                }
            }
            _ => {}
        }
        at + 1
    }

    fn path(&mut self, tokens: &[TokenTree], at: usize, next: usize, base: Option<Path>, module: &[String]) -> usize {
        if word(tokens, next).is_some_and(|word| word == "as") {
            self.note(tokens, at, module, What::Alias);
        } else if colons(tokens, next) {
            match base {
                None => self.note(tokens, at, module, What::AboveTheRoot),
                Some(base) => {
                    let mut found = Vec::new();
                    expand(tokens, next, base, &mut found);
                    for path in found {
                        self.note(tokens, at, module, What::Names(path));
                    }
                }
            }
        }
        // What follows is looked at too: a group of a `use` holds no further start, the arguments of a type may.
        next
    }

    /// Looks at a name that starts no path; the next place, if it covers more than itself.
    fn name(&mut self, name: &str, tokens: &[TokenTree], at: usize, module: &[String]) -> Option<usize> {
        match name {
            "mod" => {
                let inner = word(tokens, at + 1)?;
                let Some(TokenTree::Group(body)) = tokens.get(at + 2) else {
                    return None;
                };
                self.walk(body.stream(), &below(module, inner));
                return Some(at + 3);
            }
            "pyo3_ffi" => {
                self.note(tokens, at, module, What::Ffi);
                if passes_on_the_whole(tokens, at, module) {
                    self.note(tokens, at, module, What::FfiPassedOn);
                }
            }
            "cfg" | "cfg_attr" | "cfg_select" => {
                let group = if punct(tokens, at + 1, '!') { at + 2 } else { at + 1 };
                if let Some(TokenTree::Group(group)) = tokens.get(group) {
                    self.python_cfg(group.stream(), module);
                }
            }
            "include" if punct(tokens, at + 1, '!') => self.note(tokens, at, module, What::Hidden("include!")),
            // One that stands behind the last module is in none of them.
            "macro_rules" if module.is_empty() && declares_modules(&tokens[at..]) => {
                self.note(tokens, at, module, What::Hidden("a macro at the root"));
            }
            _ => {}
        }
        None
    }

    fn hidden_by(&mut self, inside: &[TokenTree], module: &[String]) {
        match word(inside, 0).as_deref() {
            Some("path") if punct(inside, 1, '=') => self.note(inside, 0, module, What::Hidden("#[path]")),
            Some("macro_use") => self.note(inside, 0, module, What::Hidden("#[macro_use]")),
            _ => {}
        }
    }

    fn python_cfg(&mut self, stream: TokenStream, module: &[String]) {
        for token in stream {
            match &token {
                TokenTree::Ident(name) if asks_for_python(&name.to_string()) => {
                    let what = What::PythonCfg(name.to_string());
                    self.note(std::slice::from_ref(&token), 0, module, what);
                }
                TokenTree::Group(group) => self.python_cfg(group.stream(), module),
                _ => {}
            }
        }
    }

    fn note(&mut self, tokens: &[TokenTree], at: usize, module: &[String], what: What) {
        let line = tokens[at].span().start().line;
        self.notes.push(Note { module: module.to_vec(), line, what });
    }
}

fn below(module: &[String], name: String) -> Path {
    let mut path = module.to_vec();
    path.push(name);
    path
}

/// Whether a module in a file of its own is declared here.
fn declares_modules(tokens: &[TokenTree]) -> bool {
    (0..tokens.len()).any(|at| word(tokens, at).is_some_and(|word| word == "mod") && punct(tokens, at + 2, ';'))
}

fn asks_for_python(name: &str) -> bool {
    name.starts_with("Py_") || ["PyPy", "GraalPy", "RustPython", "py_sys_config"].contains(&name)
}

/// `pub use pyo3_ffi;`, `pub use pyo3_ffi as ffi;`, `pub use pyo3_ffi::*;`, `pub extern crate pyo3_ffi`. What a file passes on to
/// its own folder, by `pub(super)`, stays there.
fn passes_on_the_whole(tokens: &[TokenTree], at: usize, module: &[String]) -> bool {
    let statement = tokens[..at].iter().rposition(|token| token.to_string() == ";").map_or(0, |end| end + 1);
    let words = || tokens[statement..at].iter().map(ToString::to_string);
    let stays = module.len() > 1 && words().any(|word| word.replace(' ', "") == "(super)");
    let public = words().any(|word| word == "pub") && !stays;
    let imports = words().any(|word| word == "use" || word == "extern");
    let whole = !colons(tokens, at + 1) || punct(tokens, at + 3, '*');
    public && imports && whole
}
