//! The parameters of a function of Rust, and how Python passes them.

use super::rust;

/// The parameters of a function, after the object and the token.
#[derive(Debug, Default)]
pub(crate) struct Arguments {
    /// In order.
    pub(crate) list: Vec<Argument>,
    /// What one must know of them.
    pub(crate) notes: Vec<String>,
}

/// A parameter.
#[derive(Debug)]
pub(crate) struct Argument {
    /// Its name in Rust, raw where that is needed.
    pub(crate) name: String,
    /// Its type.
    pub(crate) ty: String,
    /// What it is if it is not passed.
    pub(crate) default: Option<String>,
    /// How it is passed.
    pub(crate) pass: Pass,
}

/// How an argument is passed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Pass {
    /// By position alone.
    Position,
    /// By position or by name.
    Either,
    /// By name alone.
    Name,
    /// `*args`.
    Rest,
    /// `**kwargs`.
    Options,
}

impl Argument {
    pub(crate) fn new(name: &str, ty: impl Into<String>, pass: Pass) -> Self {
        // What is never passed by name can have another.
        let name = if pass == Pass::Position { rust::name(&rust::snake(name)) } else { rust::name(name) };
        Self { name, ty: ty.into(), default: None, pass }
    }
}

impl Arguments {
    /// One object, by position.
    pub(crate) fn one(name: &str) -> Self {
        let name = if name.is_empty() { "object" } else { name };
        let list = vec![Argument::new(name, "Borrowed<'_, 'py, Any>", Pass::Position)];
        Self { list, ..Self::default() }
    }

    /// The content of `#[signature(…)]`, if one is needed.
    pub(crate) fn signature(&self) -> Option<String> {
        if self.list.iter().all(|argument| argument.pass == Pass::Either && argument.default.is_none()) {
            return None;
        }
        let mut parts: Vec<String> = Vec::new();
        let (mut slash, mut star) = (false, false);
        for argument in &self.list {
            if slash && argument.pass != Pass::Position {
                parts.push("/".into());
                slash = false;
            }
            if argument.pass == Pass::Name && !star {
                parts.push("*".into());
                star = true;
            }
            slash |= argument.pass == Pass::Position;
            parts.push(match (argument.pass, &argument.default) {
                (Pass::Rest, _) => {
                    star = true;
                    format!("*{}", argument.name)
                }
                (Pass::Options, _) => format!("**{}", argument.name),
                (_, Some(default)) => format!("{} = {default}", argument.name),
                (_, None) => argument.name.clone(),
            });
        }
        if slash {
            parts.push("/".into());
        }
        Some(parts.join(", "))
    }

    /// As Python writes them.
    pub(crate) fn python(&self) -> String {
        let Some(signature) = self.signature() else {
            return self.list.iter().map(|argument| plain(&argument.name)).collect::<Vec<_>>().join(", ");
        };
        let words = signature.split(", ").map(|part| {
            let (name, default) = part.split_once(" = ").map_or((part, None), |(name, default)| (name, Some(default)));
            let shown = match default {
                Some("true") => "=True".into(),
                Some("false") => "=False".into(),
                Some(default) => format!("={default}"),
                None => String::new(),
            };
            plain(name) + &shown
        });
        words.collect::<Vec<_>>().join(", ")
    }
}

/// A name as Python has it.
pub(crate) fn plain(name: &str) -> String {
    name.replace("r#", "")
}
