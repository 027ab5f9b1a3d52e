//! What stands in the documentation of a wrapper: `c-shim/contracts/examples`, whose `README.md` is the format.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result, bail, ensure};

/// The examples, by the C name of the function.
#[derive(Debug, Default)]
pub struct Examples(BTreeMap<String, Example>);

/// How a function is called, and what comes of it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Example {
    /// Rust that comes first.
    pub(crate) before: Vec<String>,
    /// An argument for each parameter of the wrapper. `None`: the example is all Rust.
    pub(crate) call: Option<Vec<String>>,
    pub(crate) checks: Vec<Check>,
    /// Rust that comes last.
    pub(crate) after: Vec<String>,
    /// Why there is none.
    pub(crate) without: Option<String>,
    place: String,
}

/// What is asserted: of what the call returns, but for the last.
#[derive(Clone, Debug)]
pub(crate) enum Check {
    /// The object's repr.
    Gives(String),
    /// The name of the object's type.
    Type(String),
    /// The repr of an attribute of the object.
    Attribute(String, String),
    /// The repr of what a method of the object, which takes nothing, gives.
    Method(String, String),
    /// The repr of what a call of the object gives, with an argument or none.
    Called(String, String),
    /// The value, in Rust.
    Equals(String),
    /// The text in C.
    Text(String),
    /// The pointer is not null.
    Pointer,
    /// There is no object.
    Nothing,
    /// The exception.
    Raises(String),
    /// The lines that follow look at it.
    Kept,
    /// An argument afterwards, or an attribute of it, and its repr.
    Leaves(String, String),
}

impl Examples {
    /// Reads each `*.examples` of a folder.
    ///
    /// # Errors
    /// A file that cannot be read; the first mistake, with its place.
    pub fn load(folder: &Path) -> Result<Self> {
        let mut all = Examples::default();
        for entry in std::fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))? {
            let file = entry?.path();
            if file.extension().is_some_and(|ending| ending == "examples") {
                all.read(&std::fs::read_to_string(&file)?, &file.display().to_string())?;
            }
        }
        Ok(all)
    }

    fn read(&mut self, text: &str, file: &str) -> Result<()> {
        let mut last: Option<String> = None;
        for (at, line) in text.lines().enumerate() {
            let place = format!("{file}:{}", at + 1);
            let rust = line.strip_prefix("    ");
            if let Some(rust) = rust.or(line.is_empty().then_some("")) {
                let Some(example) = last.as_ref().and_then(|name| self.0.get_mut(name)) else { continue };
                match rust.strip_prefix('^') {
                    Some(before) => example.before.push(before.strip_prefix(' ').unwrap_or(before).to_owned()),
                    None => example.after.push(rust.to_owned()),
                }
            } else if !line.starts_with('#') {
                let (name, mut example) = function(line).with_context(|| place.clone())?;
                example.place = place;
                if let Some(earlier) = self.0.insert(name.clone(), example) {
                    bail!("{name} has two examples, one at {}", earlier.place);
                }
                last = Some(name);
            }
        }
        Ok(())
    }

    /// That of a function.
    pub(crate) fn of(&self, name: &str) -> Option<&Example> {
        self.0.get(name)
    }

    /// Those of what is none of these functions.
    pub(crate) fn of_others(&self, functions: &[&str]) -> Vec<String> {
        let others = self.0.iter().filter(|(name, _)| !functions.contains(&name.as_str()));
        others.map(|(name, example)| format!("{}: {name} has no wrapper", example.place)).collect()
    }
}

/// `NAME ARGUMENT; ARGUMENT | CHECK | CHECK`, `NAME` alone, or `NAME without REASON`.
fn function(line: &str) -> Result<(String, Example)> {
    let (name, rest) = line.split_once(' ').map_or((line, None), |(name, rest)| (name, Some(rest)));
    let mut example = Example::default();
    if let Some(reason) = rest.and_then(|rest| rest.strip_prefix("without ")) {
        example.without = Some(reason.to_owned());
    } else if let Some(rest) = rest {
        let rest = format!(" {rest}");
        let mut parts = rest.split(" | ").map(str::trim);
        let arguments = parts.next().unwrap_or_default().split("; ").filter(|argument| !argument.is_empty());
        example.call = Some(arguments.map(str::to_owned).collect());
        example.checks = parts.map(check).collect::<Result<_>>()?;
    }
    Ok((name.to_owned(), example))
}

fn check(text: &str) -> Result<Check> {
    let (word, rest) = text.split_once(' ').unwrap_or((text, ""));
    let two = |between: &str| {
        let (first, second) = rest.split_once(between).with_context(|| format!("two words expected in `{text}`"))?;
        anyhow::Ok((first.trim().to_owned(), second.trim().to_owned()))
    };
    let one = || {
        ensure!(!rest.is_empty(), "`{word}` of what?");
        Ok(rest.to_owned())
    };
    Ok(match word {
        "gives" => Check::Gives(one()?),
        "type" => Check::Type(one()?),
        "attr" => two(" ").map(|(name, repr)| Check::Attribute(name, repr))?,
        "method" => two(" ").map(|(name, repr)| Check::Method(name, repr))?,
        "called" => two("=> ").map(|(argument, repr)| Check::Called(argument, repr))?,
        "==" => Check::Equals(one()?),
        "text" => Check::Text(one()?),
        "nonnull" => Check::Pointer,
        "none" => Check::Nothing,
        "raises" => Check::Raises(one()?),
        "kept" => Check::Kept,
        "leaves" => two(" ").map(|(name, repr)| Check::Leaves(name, repr))?,
        _ => bail!("`{text}` is nothing that is asserted"),
    })
}
