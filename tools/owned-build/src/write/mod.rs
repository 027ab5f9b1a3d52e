//! The C that is written: for each source with something to expose, a file around it.

mod layout;

use std::fmt::Write as _;
use std::path::Path;

use crate::read::{Adopted, Helper, Mirror};

/// What a written file has around a source.
pub(crate) struct Around<'a> {
    /// The module's name.
    pub(crate) module: &'a str,
    /// Whether it defines the module's `PyInit_…`.
    pub(crate) has_init: bool,
    pub(crate) helpers: Vec<&'a Helper>,
    pub(crate) classes: Vec<Compared<'a>>,
    pub(crate) mirrors: &'a [Mirror],
}

/// A class, with what of C's it is compared with.
#[derive(Clone)]
pub(crate) struct Compared<'a> {
    pub(crate) class: &'a Adopted,
    /// C's name of the struct.
    pub(crate) of: String,
    /// How C reaches each field.
    pub(crate) paths: Vec<String>,
}

impl Around<'_> {
    /// The text of the file, given how the source is named in `#include`.
    pub(crate) fn text(&self, source: &str) -> String {
        let mut c =
            String::from("/* Written by owned-build: do not edit. The source that it includes is as it was. */\n");
        let module = self.module;
        if self.has_init {
            writeln!(c, "#define PyInit_{module} PyInit_{module}_c").unwrap();
        }
        writeln!(c, "#include {}", literal(source)).unwrap();
        if self.has_init {
            writeln!(c, "#undef PyInit_{module}").unwrap();
        }
        // Who links the library sees these names, and who loads the module does not.
        c.push_str("\n#if defined(__GNUC__)\n#pragma GCC visibility push(hidden)\n#endif\n");
        for helper in &self.helpers {
            let name = &helper.name;
            line(&mut c, &helper.place);
            writeln!(c, "void (*const owned_c_{name})(void) = (void (*)(void)){name};").unwrap();
        }
        for Compared { class, .. } in &self.classes {
            let (of, name) = (class.object.declared_as(), class.object.name());
            line(&mut c, &class.place);
            writeln!(c, "{of} *const owned_c_{name} = &{name};").unwrap();
        }
        c.push_str("#if defined(__GNUC__)\n#pragma GCC visibility pop\n#endif\n");
        if !self.classes.is_empty() {
            layout::write(&mut c, &self.classes, self.mirrors);
        }
        c
    }
}

/// What follows is said to be of this line, so that compilers show the Rust code.
fn line(c: &mut String, place: &crate::fault::Place) {
    writeln!(c, "#line {} {}", place.line, literal(&place.file.to_string_lossy())).unwrap();
}

/// A text as a string of C.
fn literal(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

/// The path of a source as an `#include` has it: compilers take `/` on every system.
pub(crate) fn include_path(path: &Path) -> String {
    let text = path.to_string_lossy();
    if cfg!(windows) { text.trim_start_matches(r"\\?\").replace('\\', "/") } else { text.into_owned() }
}
