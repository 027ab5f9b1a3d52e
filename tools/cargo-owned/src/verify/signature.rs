//! Signatures as Python sees them, of Rust and of C, and what differs between them.

use proc_macro2::{TokenStream, TokenTree};

use crate::skeleton::arguments::{Argument, Pass, plain};

/// A parameter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Parameter {
    name: String,
    kind: Kind,
    has_default: bool,
}

/// How a parameter is passed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Position,
    Either,
    Name,
    Rest,
    Options,
}

impl Parameter {
    /// One that is required, by position or by name.
    pub(super) fn either(name: String) -> Self {
        Self { name, kind: Kind::Either, has_default: false }
    }

    /// One of C's.
    pub(super) fn of_c(argument: &Argument) -> Self {
        let kind = match argument.pass {
            Pass::Position => Kind::Position,
            Pass::Either => Kind::Either,
            Pass::Name => Kind::Name,
            Pass::Rest => Kind::Rest,
            Pass::Options => Kind::Options,
        };
        Self { name: plain(&argument.name), kind, has_default: argument.default.is_some() }
    }

    /// Whether callers can tell one from the other: the name of what is passed by position alone nobody knows.
    fn is_like(&self, other: &Self) -> bool {
        let same_name = self.name == other.name || self.kind == Kind::Position;
        let is_many = matches!(self.kind, Kind::Rest | Kind::Options);
        self.kind == other.kind && self.has_default == other.has_default && (same_name || is_many)
    }
}

/// What stands in `#[signature(…)]`.
pub(super) fn written(tokens: &TokenStream) -> Vec<Parameter> {
    let mut parts: Vec<Vec<TokenTree>> = vec![Vec::new()];
    for token in tokens.clone() {
        match &token {
            TokenTree::Punct(comma) if comma.as_char() == ',' => parts.push(Vec::new()),
            _ => parts.last_mut().expect("there is one").push(token),
        }
    }
    let (mut parameters, mut only_names): (Vec<Parameter>, bool) = (Vec::new(), false);
    for part in parts.iter().filter(|part| !part.is_empty()) {
        let stars = part.iter().take_while(|token| token.to_string() == "*").count();
        let name = part.iter().find_map(|token| match token {
            TokenTree::Ident(name) => Some(name.to_string().trim_start_matches("r#").to_owned()),
            _ => None,
        });
        match (stars, name, part[0].to_string().as_str()) {
            (_, _, "/") => parameters.iter_mut().for_each(|before| before.kind = Kind::Position),
            (1, None, _) => only_names = true,
            (1, Some(name), _) => {
                only_names = true;
                parameters.push(Parameter { name, kind: Kind::Rest, has_default: false });
            }
            (2, Some(name), _) => parameters.push(Parameter { name, kind: Kind::Options, has_default: false }),
            (_, Some(name), _) => {
                let kind = if only_names { Kind::Name } else { Kind::Either };
                parameters.push(Parameter { name, kind, has_default: part.len() > 1 });
            }
            _ => {}
        }
    }
    parameters
}

/// Whether callers see the same.
pub(super) fn are_alike(c: &[Parameter], rust: &[Parameter]) -> bool {
    c.len() == rust.len() && c.iter().zip(rust).all(|(c, rust)| c.is_like(rust))
}

/// As Python writes it, with `=…` for a default.
pub(super) fn shown(parameters: &[Parameter]) -> String {
    let mut parts: Vec<String> = Vec::new();
    let mut before: Option<Kind> = None;
    for parameter in parameters {
        if before == Some(Kind::Position) && parameter.kind != Kind::Position {
            parts.push("/".into());
        }
        if parameter.kind == Kind::Name && !matches!(before, Some(Kind::Name | Kind::Rest)) {
            parts.push("*".into());
        }
        let default = if parameter.has_default { "=…" } else { "" };
        let stars = match parameter.kind {
            Kind::Rest => "*",
            Kind::Options => "**",
            Kind::Position | Kind::Either | Kind::Name => "",
        };
        parts.push(format!("{stars}{}{default}", parameter.name));
        before = Some(parameter.kind);
    }
    if before == Some(Kind::Position) {
        parts.push("/".into());
    }
    format!("({})", parts.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Vec<Parameter> {
        written(&text.parse().expect("tokens"))
    }

    #[test]
    fn what_is_written_is_what_is_shown() {
        for text in ["(a, b=…, /, c, *, d=…)", "(*args, **kwargs)", "(a, /)", "()", "(a, *rest, b)"] {
            let inside = text.trim_matches(['(', ')']).replace("=…", " = f(1, 2)");
            assert_eq!(shown(&of(&inside)), text);
        }
    }

    #[test]
    fn a_difference_is_what_callers_can_tell() {
        assert!(are_alike(&of("a, /, b = 1"), &of("other, /, b = None")));
        assert!(are_alike(&of("*args"), &of("*rest")));
        for (c, rust) in [("a, /", "a"), ("a", "b"), ("a = 1", "a"), ("a, b", "a"), ("a, *, b", "a, b")] {
            assert!(!are_alike(&of(c), &of(rust)), "{c} and {rust}");
        }
    }
}
