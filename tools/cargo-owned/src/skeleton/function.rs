//! One function of Rust, as text.

use super::arguments::{Argument, Arguments};

/// What a method has before its parameters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Receiver {
    /// Nothing: a function, or a static method.
    None,
    /// `&self`.
    Inside,
    /// What changes: `&mut self`.
    Changing,
    /// The object, `slf`.
    Object,
    /// The class.
    Class,
}

/// A function to be filled in.
pub(crate) struct Function {
    /// What it is in C, for the comment.
    pub(crate) origin: String,
    /// How Python calls it.
    pub(crate) python: Option<String>,
    /// Attributes, without `#[signature]`.
    pub(crate) attributes: Vec<String>,
    /// Its name in Rust.
    pub(crate) name: String,
    pub(crate) receiver: Receiver,
    pub(crate) arguments: Arguments,
    /// What it returns in the `Result`.
    pub(crate) result: String,
    /// It is not exported to Python: no `#[signature]`.
    pub(crate) is_helper: bool,
    /// A special method, whose parameters Python chooses: no `#[signature]` either.
    pub(crate) is_slot: bool,
    /// What one must know.
    pub(crate) notes: Vec<String>,
    /// What the C code does.
    pub(crate) steps: Vec<String>,
    /// What is not ported yet.
    pub(crate) what: String,
}

impl Function {
    /// Its text, indented by `indent`.
    pub(crate) fn text(&self, indent: usize) -> String {
        let mut lines = Vec::new();
        if let Some(python) = &self.python {
            lines.push(format!("/// `{python}`"));
        }
        lines.extend(self.attributes.iter().cloned());
        let is_camel = |argument: &Argument| argument.name.chars().any(|letter| letter.is_ascii_uppercase());
        if self.arguments.list.iter().any(is_camel) {
            lines.push("#[expect(non_snake_case, reason = \"Python passes it by this name\")]".into());
        }
        if let (false, false, Some(signature)) = (self.is_helper, self.is_slot, self.arguments.signature()) {
            lines.push(format!("#[signature({signature})]"));
        }
        let given = self.given();
        let lifetime =
            if self.result.contains("'py") || given.iter().any(|(_, ty)| ty.contains("'py")) { "<'py>" } else { "" };
        let token = (apart("py", &given), if lifetime.is_empty() { "Python<'_>" } else { "Python<'py>" });
        let mut params: Vec<String> = match self.receiver {
            Receiver::None => Vec::new(),
            Receiver::Inside => vec!["&self".into()],
            Receiver::Changing => vec!["&mut self".into()],
            Receiver::Object => {
                vec![format!("slf: Borrowed<'_, {}, Self>", if lifetime.is_empty() { "'_" } else { "'py" })]
            }
            Receiver::Class => {
                vec![format!(
                    "{}: Borrowed<'_, {}, Type>",
                    apart("class", &given),
                    if lifetime.is_empty() { "'_" } else { "'py" }
                )]
            }
        };
        params.push(format!("{}: {}", token.0, token.1));
        params.extend(given.iter().map(|(name, ty)| format!("{name}: {ty}")));
        let head = format!("fn {}{lifetime}", self.name);
        let tail = format!(" -> Result<{}> {{", self.result);
        let line = format!("{head}({}){tail}", params.join(", "));
        if line.len() + indent <= 120 {
            lines.push(line);
        } else {
            lines.push(format!("{head}("));
            lines.extend(params.iter().map(|param| format!("    {param},")));
            lines.push(format!("){tail}"));
        }
        lines.push(format!("    // In C: {}.", self.origin));
        lines.extend(self.notes.iter().chain(&self.arguments.notes).map(|note| format!("    // Note: {note}.")));
        lines.extend(self.steps.iter().map(|step| format!("    // {step}")));
        lines.push(self.unused(&given));
        lines.push(format!("    Err(NotImplementedError::new(\"{} is not ported yet\"))", self.what));
        lines.push("}".into());
        lines.iter().map(|line| format!("{:indent$}{line}\n", "")).collect()
    }

    fn given(&self) -> Vec<(&str, &str)> {
        self.arguments.list.iter().map(|argument| (argument.name.as_str(), argument.ty.as_str())).collect()
    }

    /// What keeps the compiler from saying that nothing uses the parameters.
    fn unused(&self, given: &[(&str, &str)]) -> String {
        let mut names: Vec<&str> = match self.receiver {
            Receiver::Object => vec!["slf"],
            Receiver::Class => vec![apart("class", given)],
            Receiver::None | Receiver::Inside | Receiver::Changing => Vec::new(),
        };
        names.push(apart("py", given));
        names.extend(given.iter().map(|(name, _)| *name));
        match names.as_slice() {
            [one] => format!("    let _ = {one};"),
            names => format!("    let _ = ({});", names.join(", ")),
        }
    }
}

/// The name of a parameter that is none of Python's: another, if an argument has it.
fn apart(name: &'static str, given: &[(&str, &str)]) -> &'static str {
    match (name, given.iter().any(|(other, _)| *other == name)) {
        ("py", true) => "token",
        ("class", true) => "cls",
        _ => name,
    }
}
