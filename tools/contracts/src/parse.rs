//! Reading the files. `c-shim/contracts/README.md` says what they look like.

use std::path::Path;

use anyhow::{Context, Result, anyhow, bail, ensure};

use crate::model::{Exclusion, Failure, Family, Function, Kind, ObjectType, Param, Return, Source, Table, Version};

/// Reads each `*.contract` of a folder.
pub(crate) fn folder(folder: &Path) -> Result<Table> {
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .with_context(|| format!("cannot read {}", folder.display()))?
        .map(|entry| Ok(entry?.path()))
        .collect::<Result<_>>()?;
    files.retain(|file| file.extension().is_some_and(|ending| ending == "contract"));
    files.sort();
    ensure!(!files.is_empty(), "no contract in {}", folder.display());
    let mut given = Vec::new();
    for file in files {
        let text = std::fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))?;
        given.push((file, text));
    }
    texts(given.iter().map(|(file, text)| (file.as_path(), text.as_str())))
}

/// Reads the files' texts.
pub(crate) fn texts<'a>(files: impl Iterator<Item = (&'a Path, &'a str)>) -> Result<Table> {
    let (mut table, mut errors) = (Table::default(), Vec::new());
    for (file, text) in files {
        let name = file.file_stem().expect("a file has a name").to_string_lossy().into_owned();
        if name == "excluded" {
            exclusions(text, file, &mut table.excluded, &mut errors);
        } else {
            table.families.push(family(name, text, file, &mut errors));
        }
    }
    if !errors.is_empty() {
        bail!("{}", errors.join("\n"));
    }
    Ok(table)
}

fn exclusions(text: &str, file: &Path, into: &mut Vec<Exclusion>, errors: &mut Vec<String>) {
    for (at, line) in text.lines().enumerate() {
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        match line.split_once(": ") {
            Some((name, reason)) if !reason.is_empty() => {
                into.push(Exclusion { name: name.trim().into(), reason: reason.trim().into() });
            }
            _ => errors.push(format!("{}:{}: `NAME: reason` expected", file.display(), at + 1)),
        }
    }
}

/// One file: its records, each a signature with the indented lines below it.
pub(crate) fn family(name: String, text: &str, file: &Path, errors: &mut Vec<String>) -> Family {
    let title = text.lines().map_while(|line| line.strip_prefix('#')).map(str::trim).collect::<Vec<_>>().join(" ");
    let mut family = Family { name, title, functions: Vec::new() };
    let mut records: Vec<(usize, String, Vec<&str>)> = Vec::new();
    for (at, line) in text.lines().enumerate() {
        let place = format!("{}:{}", file.display(), at + 1);
        if line.trim().is_empty() || line.starts_with('#') {
            continue;
        }
        match (line.strip_prefix("        "), line.strip_prefix("    "), records.last_mut()) {
            (Some(more), _, Some((_, signature, below))) => match below.last_mut() {
                None => *signature += &format!(" {}", more.trim()),
                Some(_) => errors.push(format!("{place}: a continuation belongs to the signature")),
            },
            (None, Some(below), Some((_, _, lines))) => lines.push(below.trim()),
            (_, None, _) if !line.starts_with(' ') => records.push((at + 1, line.into(), Vec::new())),
            _ => errors.push(format!("{place}: properties are indented by four, continuations by eight")),
        }
    }
    for (line, signature, below) in records {
        match function(&signature, &below, file, line) {
            Ok(function) => family.functions.push(function),
            Err(error) => errors.push(format!("{}:{line}: {error:#}", file.display())),
        }
    }
    family
}

fn function(signature: &str, below: &[&str], file: &Path, line: usize) -> Result<Function> {
    let (name, rest) = signature.split_once('(').context("`(` expected")?;
    let (params, rest) = split_at_close(rest)?;
    let rest = rest.trim().strip_prefix("->").context("`->` expected")?;
    let (result, failure) = rest.split_once('!').context("`!` and how it fails expected")?;
    let params = params.split(',').map(str::trim).filter(|param| !param.is_empty());
    let mut function = Function {
        name: name.trim().into(),
        params: params.map(parameter).collect::<Result<_>>()?,
        result: returned(result.trim())?,
        failure: failing(failure.trim())?,
        runs: false,
        since: None,
        until: None,
        abi3: None,
        stand_in: false,
        full: false,
        is_macro: false,
        undeclared: false,
        compat: false,
        successor: None,
        by_hand: false,
        notes: Vec::new(),
        file: file.into(),
        line,
    };
    let mut said = false;
    for line in below {
        match line.strip_prefix("note:") {
            Some(note) => function.notes.push(note.trim().into()),
            None => {
                for property in line.split(';').map(str::trim) {
                    said |= property_of(&mut function, property)?;
                }
            }
        }
    }
    ensure!(said, "`runs` or `quiet` expected");
    Ok(function)
}

/// The text up to the parenthesis that closes, and what follows it. Types may have parentheses of their own.
fn split_at_close(text: &str) -> Result<(&str, &str)> {
    let mut depth = 0;
    for (at, letter) in text.char_indices() {
        match letter {
            '(' => depth += 1,
            ')' if depth == 0 => return Ok((&text[..at], &text[at + 1..])),
            ')' => depth -= 1,
            _ => {}
        }
    }
    bail!("`)` expected")
}

fn parameter(text: &str) -> Result<Param> {
    let (name, kind) = text.split_once(':').with_context(|| format!("`name: rule` expected, got `{text}`"))?;
    let kind = kind.trim();
    let (rule, rest) = kind.split_once(' ').unwrap_or((kind, ""));
    let kind = match rule {
        "borrow" => Kind::Borrow(object(rest)?),
        "keep" => Kind::Keep(object(rest)?),
        "steal" => Kind::Steal(object(rest)?),
        "steal-on-success" => Kind::StealOnSuccess(object(rest)?),
        "replace" => Kind::Replace(object(rest)?),
        "array" => Kind::Array(object(rest)?),
        "out" => match rest.split_once(' ').context("`out new` or `out borrowed` expected")? {
            ("new", ty) => Kind::OutNew(object(ty)?),
            ("borrowed", ty) => {
                let (source, ty) = source(ty)?;
                Kind::OutBorrowed(source, object(ty)?)
            }
            (other, _) => bail!("`out new` or `out borrowed` expected, got `out {other}`"),
        },
        "" => bail!("`{text}` has no rule"),
        _ => Kind::Value(kind.into()),
    };
    Ok(Param { name: name.trim().into(), kind })
}

fn object(text: &str) -> Result<ObjectType> {
    let name = text.trim_end_matches(['?', '!']);
    let marks = &text[name.len()..];
    let plain = name.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '_' || letter == '-');
    ensure!(plain && !name.is_empty(), "`{text}` is no type of object");
    Ok(ObjectType { name: name.into(), nullable: marks.contains('?'), unchecked: marks.contains('!') })
}

fn source(text: &str) -> Result<(Source, &str)> {
    let rest = text.strip_prefix("from ").context("`from` and the owner expected")?;
    let (owner, ty) = rest.split_once(' ').context("an owner and a type expected")?;
    let owner = match owner {
        "thread" => Source::Thread,
        "interpreter" => Source::Interpreter,
        "static" => Source::Static,
        name => Source::Param(name.into()),
    };
    Ok((owner, ty))
}

fn returned(text: &str) -> Result<Return> {
    Ok(match text.split_once(' ') {
        Some(("new", ty)) => Return::New(object(ty)?),
        Some(("borrowed", ty)) => {
            let (source, ty) = source(ty)?;
            Return::Borrowed(source, object(ty)?)
        }
        _ => match text {
            "status" => Return::Status,
            "three-way" => Return::ThreeWay,
            "" => bail!("a result expected"),
            other => Return::Value(other.into()),
        },
    })
}

fn failing(text: &str) -> Result<Failure> {
    Ok(match text {
        "NULL" => Failure::Null,
        "NULL?" => Failure::NullIfError,
        "-1" => Failure::MinusOne,
        "-1?" => Failure::MinusOneIfError,
        "0" => Failure::Zero,
        "-2" => Failure::MinusTwo,
        "always" => Failure::Always,
        "never" => Failure::Never,
        other => bail!("`NULL`, `NULL?`, `-1`, `-1?`, `0`, `-2`, `always` or `never` expected, got `{other}`"),
    })
}

/// Whether the property was `runs` or `quiet`.
fn property_of(function: &mut Function, property: &str) -> Result<bool> {
    let (word, value) = property.split_once(' ').unwrap_or((property, ""));
    match word {
        "runs" => function.runs = true,
        "quiet" => function.runs = false,
        "since" => function.since = Some(version(value)?),
        "until" => function.until = Some(version(value)?),
        "abi3" => function.abi3 = Some(version(value)?),
        "macro" => function.is_macro = true,
        "extern" => function.undeclared = true,
        "compat" => function.compat = true,
        "stand-in" => function.stand_in = true,
        "full" => function.full = true,
        "successor" => function.successor = Some(value.into()),
        "by" if value == "hand" => function.by_hand = true,
        _ => bail!("`{property}` is no property"),
    }
    Ok(matches!(word, "runs" | "quiet"))
}

fn version(text: &str) -> Result<Version> {
    let minor = text.strip_prefix("3.").and_then(|minor| minor.parse().ok());
    minor.map(Version).ok_or_else(|| anyhow!("`{text}` is no version"))
}
