//! Structs, by the names of their fields.

use super::declarations::{Unit, declared_names, words};
use super::tokens::Token;

/// A field behind the header of an object.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Member {
    pub(crate) name: String,
    /// How C reaches it: `ob_base.ob_size`, where a struct begins with another.
    pub(crate) path: String,
}

/// The struct that every object begins with: what is in it is CPython's.
const HEADER: [&str; 2] = ["PyObject", "_object"];
/// Structs that lead to themselves end here.
const DEPTH: usize = 16;

impl Unit {
    /// How C code names a struct: `LRU` if there is such a type, else `struct LRU`.
    pub(crate) fn struct_named(&self, name: &str) -> Option<String> {
        if self.typedefs.contains_key(name) {
            return Some(name.to_owned());
        }
        self.tags.contains_key(name).then(|| format!("struct {name}"))
    }

    /// The fields behind the header in their order. Nothing if the struct is not that of an object, or if a field has no
    /// name, as a union may: then the names are not compared.
    pub(crate) fn members(&self, name: &str) -> Option<Vec<Member>> {
        self.behind_header(name, 0)
    }

    fn behind_header(&self, name: &str, depth: usize) -> Option<Vec<Member>> {
        let body = self.body(name).filter(|_| depth < DEPTH)?;
        let mut declarations = body.split(|token| *token == Token::Sign(';')).filter(|part| !part.is_empty());
        let first = declarations.next()?;
        let [base] = &*declared_names(first) else { return None };
        if first.contains(&Token::Sign('*')) {
            return None;
        }
        let of = words(first).filter(|word| word != base && !["const", "struct"].contains(word)).last()?;
        let mut members = Vec::new();
        if !HEADER.contains(&of) {
            // A struct over another one: what that has behind the header comes first.
            members = self.behind_header(of, depth + 1)?;
            for member in &mut members {
                member.path = format!("{base}.{}", member.path);
            }
        }
        for declaration in declarations {
            let names = declared_names(declaration);
            if names.is_empty() {
                return None;
            }
            members.extend(names.into_iter().map(|name| Member { path: name.clone(), name }));
        }
        Some(members)
    }

    /// What stands in the braces of a struct, by its name or its tag.
    fn body(&self, name: &str) -> Option<&[Token]> {
        let mut name = name;
        for _ in 0..DEPTH {
            let Some(tokens) = self.typedefs.get(name) else { break };
            let tokens = tokens.as_deref()?;
            if let Some(Token::Group(_, body)) = tokens.iter().find(|token| token.is_group('{')) {
                return Some(body);
            }
            // `typedef struct tag name;`, or an alias of an alias.
            if let Some(at) = tokens.iter().position(|token| token.is_word("struct")) {
                let tag = words(&tokens[at + 1..]).next()?;
                return self.tags.get(tag).map(Vec::as_slice);
            }
            name = words(tokens).find(|word| *word != name)?;
        }
        self.tags.get(name).map(Vec::as_slice)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PYTHON: &str = "typedef struct _object { int x; } PyObject;\n\
                          typedef struct { PyObject ob_base; ssize_t ob_size; } PyVarObject;\n";

    fn unit(text: &str) -> Unit {
        Unit::read(&format!("{PYTHON}{text}"))
    }

    #[track_caller]
    fn paths(unit: &Unit, name: &str) -> String {
        unit.members(name)
            .map_or("none".to_owned(), |members| members.iter().map(|member| format!("{} ", member.path)).collect())
    }

    #[test]
    fn by_name_and_by_tag() {
        let unit = unit(
            "typedef struct { PyObject ob_base; int a, *b; } One;\n\
             struct two { struct _object ob_base; double x[3]; int (*call)(void *); unsigned flag : 1; };\n\
             typedef struct two two; typedef struct two Two; typedef Two Again; struct none;\n\
             typedef struct tagged { PyObject ob_base; char c; } Other;\n\
             static struct four { PyObject ob_base; int z; } at_once;\ntypedef struct { PyObject ob_base; } Empty;",
        );
        assert_eq!(paths(&unit, "One"), "a b ");
        for name in ["two", "Two", "Again"] {
            assert_eq!(paths(&unit, name), "x call flag ", "{name}");
        }
        assert_eq!(paths(&unit, "Other") + &paths(&unit, "tagged"), "c c ");
        assert_eq!(paths(&unit, "four"), "z ");
        assert_eq!(paths(&unit, "Empty"), "");
        assert_eq!(unit.struct_named("Two").as_deref(), Some("Two"));
        assert_eq!(unit.struct_named("tagged").as_deref(), Some("struct tagged"));
        assert_eq!(unit.struct_named("none"), None);
    }

    #[test]
    fn what_a_struct_begins_with_is_reached_by_its_name() {
        let unit = unit(
            "typedef struct { PyVarObject ob_base; int hash; } Long;\n\
             struct base { PyObject ob_base; PyObject *dict; };\nstruct over { struct base proxy; int own; };\n\
             typedef struct { struct over up; int more; } Top;",
        );
        assert_eq!(paths(&unit, "Long"), "ob_base.ob_size hash ");
        assert_eq!(paths(&unit, "over"), "proxy.dict own ");
        assert_eq!(paths(&unit, "Top"), "up.proxy.dict up.own more ");
        let names: Vec<_> = unit.members("Top").expect("it is there").into_iter().map(|member| member.name).collect();
        assert_eq!(names, ["dict", "own", "more"]);
    }

    #[test]
    fn what_cannot_be_compared_by_name() {
        let unit = unit(
            "struct three { PyObject ob_base; union { int b; int c; }; };\nstruct plain { int a; };\n\
             struct pointer { PyObject *first; };\ntypedef struct self { struct self again; } self;",
        );
        for name in ["three", "plain", "pointer", "self", "nowhere"] {
            assert_eq!(paths(&unit, name), "none", "{name}");
        }
    }
}
