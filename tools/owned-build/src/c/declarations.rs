//! Functions, variables and structs of a translation unit.
//!
//! This reads declarations as far as names go. What the names stand for is for the C compiler, which compares each
//! adopted struct by what is written for it.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::tokens::{self, Token};

/// What a source declares, with all that it includes.
#[derive(Debug, Default)]
pub(crate) struct Unit {
    /// The functions that have a body.
    pub(crate) functions: BTreeSet<String>,
    /// The variables that are not `extern`, by name.
    pub(crate) variables: HashMap<String, Variable>,
    /// What each name of a type stands for; pointers are none that is asked for.
    pub(super) typedefs: HashMap<String, Option<Vec<Token>>>,
    /// What stands in the braces of each struct or union.
    pub(super) tags: BTreeMap<String, Vec<Token>>,
    /// The files that it was made of, without those of the system.
    pub(crate) files: BTreeSet<String>,
}

/// A variable of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Variable {
    /// The words of its type.
    pub(crate) words: Vec<String>,
    pub(crate) is_const: bool,
    /// A pointer, so not the thing itself.
    pub(crate) is_pointer: bool,
}

impl Unit {
    /// Reads what `cc -E` has written.
    pub(crate) fn read(text: &str) -> Self {
        let (tokens, files) = tokens::read(text);
        let mut unit = Unit { files, ..Unit::default() };
        let mut head: Vec<Token> = Vec::new();
        for token in without_attributes(tokens) {
            match token {
                Token::Sign(';') => unit.declaration(&std::mem::take(&mut head)),
                Token::Group('{', _) if is_function(&head) => {
                    unit.functions.extend(name_before_parameters(&head));
                    unit.learn_tags(&std::mem::take(&mut head));
                }
                token => head.push(token),
            }
        }
        unit
    }

    fn declaration(&mut self, head: &[Token]) {
        self.learn_tags(head);
        if head.first().is_some_and(|first| first.is_word("typedef")) {
            for name in declared_names(&head[1..]) {
                let is_pointer = head.contains(&Token::Sign('*'));
                self.typedefs.insert(name, (!is_pointer).then(|| head[1..].to_vec()));
            }
            return;
        }
        let names = declared_names(head);
        let Some(first) = names.first() else { return };
        let end = head.iter().position(|token| token.is_word(first)).unwrap_or(head.len());
        let words: Vec<String> = words(&head[..end]).map(str::to_owned).collect();
        let is = |word: &str| words.iter().any(|own| own == word);
        if is("extern") || words.is_empty() {
            return;
        }
        let is_pointer = head[..end].contains(&Token::Sign('*'));
        for name in names {
            let known = self.variables.entry(name).or_default();
            known.is_const |= is("const");
            known.is_pointer |= is_pointer;
            known.words.clone_from(&words);
        }
    }

    /// Structs that are declared here, also in the type of something else.
    fn learn_tags(&mut self, head: &[Token]) {
        for window in head.windows(3) {
            if let [word, Token::Word(tag), Token::Group('{', body)] = window
                && (word.is_word("struct") || word.is_word("union"))
            {
                self.tags.insert(tag.clone(), body.clone());
            }
        }
    }
}

pub(super) fn words(tokens: &[Token]) -> impl Iterator<Item = &str> {
    tokens.iter().filter_map(|token| if let Token::Word(word) = token { Some(word.as_str()) } else { None })
}

/// Takes out what compilers allow anywhere and names nothing, in brackets too.
fn without_attributes(tokens: Vec<Token>) -> Vec<Token> {
    const WITH_BRACKETS: [&str; 8] =
        ["__attribute__", "__attribute", "__declspec", "__asm__", "__asm", "asm", "_Alignas", "_Static_assert"];
    const ALONE: [&str; 12] = [
        "__extension__",
        "__inline",
        "__inline__",
        "inline",
        "_Noreturn",
        "__restrict",
        "restrict",
        "__volatile__",
        "volatile",
        "register",
        "__signed__",
        "__cdecl",
    ];
    let mut out = Vec::with_capacity(tokens.len());
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        match token {
            Token::Word(word) if ALONE.contains(&word.as_str()) => {}
            Token::Word(word) if WITH_BRACKETS.contains(&word.as_str()) => {
                tokens.next_if(|next| next.is_group('('));
            }
            // Functions' bodies are not read.
            Token::Group(bracket, inside) => out.push(Token::Group(bracket, without_attributes(inside))),
            token => out.push(token),
        }
    }
    out
}

/// Whether what stands before a `{` makes it the body of a function.
fn is_function(head: &[Token]) -> bool {
    head.last().is_some_and(|last| last.is_group('(')) && !head.contains(&Token::Sign('='))
}

/// The name in front of the first brackets.
fn name_before_parameters(head: &[Token]) -> Option<String> {
    head.windows(2).find_map(|window| match window {
        [Token::Word(name), Token::Group('(', _)] => Some(name.clone()),
        _ => None,
    })
}

/// What a declaration declares, without functions: in `int *a, b[2] = {0}, (*c)(void)` that is a, b and c.
pub(super) fn declared_names(head: &[Token]) -> Vec<String> {
    let parts = head.split(|token| *token == Token::Sign(','));
    parts.filter_map(declared_name).collect()
}

fn declared_name(part: &[Token]) -> Option<String> {
    // Behind `=` is a value, behind `:` the width of a bit field.
    let end = part.iter().position(|token| matches!(token, Token::Sign('=' | ':'))).unwrap_or(part.len());
    let part = &part[..end];
    let mut last = None;
    for (at, token) in part.iter().enumerate() {
        match token {
            Token::Group('(', inside) => {
                // `(*name)(…)` is a pointer to a function; anything else in brackets are parameters.
                let is_pointer = inside.first() == Some(&Token::Sign('*'));
                return if is_pointer { words(inside).last().map(str::to_owned) } else { None };
            }
            Token::Word(word) => last = Some((at, word)),
            _ => {}
        }
    }
    let (at, name) = last?;
    // The tag of `struct tag;` and `struct tag {…}` is no variable.
    let is_tag = at > 0 && ["struct", "union", "enum"].iter().any(|word| part[at - 1].is_word(word));
    let is_keyword = ["struct", "union", "enum"].contains(&name.as_str());
    let behind = &part[at + 1..];
    let only_lengths = behind.iter().all(|token| token.is_group('['));
    (only_lengths && !is_tag && !is_keyword).then(|| name.clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(set: &BTreeSet<String>) -> Vec<&str> {
        set.iter().map(String::as_str).collect()
    }

    #[test]
    fn functions_are_those_with_a_body() {
        let unit = Unit::read(
            "static inline int f(int a) { if (a) { return g(a); } return 0; }\nint g(int);\n\
             __attribute__((visibility(\"default\"))) PyObject *PyInit_m(void) __attribute__((cold));\n\
             __attribute__((visibility(\"default\"))) PyObject *PyInit_m(void)\n{ return 0; }\n\
             static int table[] = { 1 };\nstatic int (*const pointer)(int) = f;\n",
        );
        assert_eq!(names(&unit.functions), ["PyInit_m", "f"]);
        assert!(unit.variables.contains_key("pointer") && unit.variables.contains_key("table"));
    }

    #[test]
    fn variables_know_their_type() {
        let unit = Unit::read(
            "static PyTypeObject A; static PyTypeObject A = { .x = 1 };\nextern PyTypeObject B;\n\
             static const PyType_Spec s = { 0 };\nPyTypeObject *p, q;\nPyType_Slot slots[] = {{0, 0}};\n\
             typedef struct { int x; } T; T t;",
        );
        let get = |name: &str| unit.variables.get(name).cloned().unwrap_or_default();
        assert_eq!(get("A").words, ["static", "PyTypeObject"]);
        assert!(!unit.variables.contains_key("B"));
        assert!(get("s").is_const && !get("A").is_const);
        assert!(get("p").is_pointer && !get("t").is_pointer);
        assert_eq!(get("slots").words, ["static", "PyType_Slot"].map(str::to_owned)[1..]);
    }
}
