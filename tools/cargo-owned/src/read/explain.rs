//! Why a file cannot be read, and what to do.

use std::path::{Path, PathBuf};

use anyhow::Result;
use lang_c::driver::SyntaxError;

use super::compiler::Compiler;
use super::{Places, Unread, refuse};

/// One error of the compiler's.
struct Message<'a> {
    line: Option<usize>,
    file: &'a str,
    text: &'a str,
}

/// The errors in what the compiler said.
fn messages(said: &str) -> impl Iterator<Item = Message<'_>> {
    said.lines().filter_map(|line| {
        let (place, text) = line.split_once(" error: ").map(|(place, text)| (place, text.trim()))?;
        let mut parts = place.trim_end_matches(" fatal").trim_end_matches(':').splitn(3, ':');
        let (file, number) = (parts.next()?, parts.next().and_then(|number| number.parse().ok()));
        Some(Message { line: number, file, text })
    })
}

/// What the preprocessor did not accept: a missing header above all.
pub(crate) fn preprocessor(file: &Path, said: &str) -> Unread {
    let Some(message) = messages(said).next() else {
        let message = format!("the compiler gave up: {}", said.trim());
        return Unread { path: file.into(), line: None, message, help: None };
    };
    let missing = message
        .text
        .strip_suffix(": No such file or directory")
        .or_else(|| message.text.strip_suffix(" file not found").map(|name| name.trim_matches('\'')));
    let path: PathBuf = if message.file.is_empty() { file.into() } else { message.file.into() };
    let mut unread = Unread { path: file.into(), line: message.line, message: message.text.into(), help: None };
    match missing {
        Some(name) => {
            unread.message = format!("the header `{name}` was not found");
            unread.help = Some(format!("name its folder: `-I FOLDER` ({})", folder_of(name)));
        }
        None => unread.message = format!("the compiler says: {}", message.text),
    }
    if path != file {
        unread.message += &format!(" (in {}, which this file includes)", path.display());
        unread.line = None;
    }
    unread
}

fn folder_of(header: &str) -> String {
    if header.starts_with("numpy/") {
        return "NumPy's is what `python3 -c 'import numpy; print(numpy.get_include())'` prints".into();
    }
    format!("the one that has `{header}` in it, as the build of the extension does")
}

/// The types of Python's that the compiler does not know either, and the word at which the parser stopped, if it is such a
/// name.
pub(crate) fn types_of_python(file: &Path, error: &SyntaxError, compiler: &Compiler<'_>) -> Result<Vec<String>> {
    let is_python = |name: &str| {
        let rest = name.strip_prefix("_Py").or_else(|| name.strip_prefix("Py")).unwrap_or_default();
        rest.starts_with(|letter: char| letter.is_ascii_uppercase())
            && rest.contains(|letter: char| letter.is_ascii_lowercase())
    };
    let said = String::from_utf8_lossy(&compiler.check(file)?.stderr).into_owned();
    let mut names: Vec<String> = messages(&said)
        .filter_map(|message| message.text.strip_prefix("unknown type name '")?.split('\'').next().map(str::to_owned))
        .filter(|name| is_python(name))
        .collect();
    let before = error.source[..error.offset].trim_end().trim_end_matches(['*', ' ']);
    names.extend(Some(last_word(before).to_owned()).filter(|name| is_python(name)));
    names.sort();
    names.dedup();
    Ok(names)
}

/// Where the parser stopped.
pub(crate) fn parser(
    file: &Path,
    original: &str,
    error: &SyntaxError,
    places: &Places,
    compiler: &Compiler<'_>,
) -> Result<Unread> {
    let (at, line) = places.at(error.offset);
    let text = &error.source;
    let mut unread = Unread { path: file.into(), line: Some(line), message: String::new(), help: None };
    let elsewhere = (at != file).then(|| at.to_owned());
    if let Some(word) =
        refuse::cplusplus(text, error.offset).or_else(|| refuse::cplusplus(text, start(text, error.offset)))
    {
        unread.message = format!("is C++ (`{word}`), and only C is read");
    } else {
        let said = String::from_utf8_lossy(&compiler.check(file)?.stderr).into_owned();
        let complaint = messages(&said).find(|message| {
            let near = message.line.is_some_and(|number| number.abs_diff(line) <= 1);
            near && Path::new(message.file) == at && is_of_grammar(message.text)
        });
        let tokens = shown(text, error.offset);
        unread.message = match complaint {
            Some(message) => {
                unread.line = message.line;
                format!("the compiler says: {}, at `{tokens}`", message.text)
            }
            None => format!("this is no C that the parser knows, at `{tokens}`"),
        };
        unread.help = Some(if original.contains("#include") {
            hint(text, error.offset)
        } else {
            "it includes nothing: if it is a part that another file includes, name that one".into()
        });
    }
    match elsewhere {
        Some(at) => {
            unread.message += &format!(" ({}:{line}, which this file includes)", at.display());
            unread.line = None;
        }
        None => {
            let said = unread.line.and_then(|line| original.lines().nth(line - 1)).map(str::trim);
            if let Some(said) = said.filter(|said| !said.is_empty()) {
                unread.message += &format!("\n    {said}");
            }
        }
    }
    Ok(unread)
}

/// Whether an error of the compiler's is about grammar: others are of stubs that declare nothing.
fn is_of_grammar(text: &str) -> bool {
    ["expected ", "unknown type name", "missing terminating", "stray ", "extraneous "]
        .iter()
        .any(|mark| text.starts_with(mark))
        || text.ends_with("storage class")
}

/// The words from where the parser stopped, as many as fit.
fn shown(text: &str, offset: usize) -> String {
    let line =
        text[offset..].lines().find(|line| !line.trim().is_empty() && !line.starts_with("# ")).unwrap_or_default();
    let words: Vec<&str> = line.split_whitespace().take(5).collect();
    if words.is_empty() { "the end of the file".into() } else { words.join(" ") }
}

/// The beginning of the declaration in which the parser stopped.
fn start(text: &str, offset: usize) -> usize {
    let before = &text[..offset];
    let at = before.rfind([';', '}', '\n']).map_or(0, |at| at + 1);
    at + (text[at..].len() - text[at..].trim_start().len())
}

/// How a macro is told: by name, if the words at the place look like one.
fn hint(text: &str, offset: usize) -> String {
    let before = text[..offset].trim_end().trim_end_matches(['*', ' ']);
    let called = before.strip_suffix(')').and_then(opened).map(|at| (&before[..at], &before[at..]));
    // The word itself, the one before, and a call that stands before.
    let mut found = macro_of(first_word(&text[offset..]), &text[offset + first_word(&text[offset..]).len()..]);
    found = found.or_else(|| macro_of(last_word(before), &text[offset..]));
    found = found.or_else(|| called.and_then(|(name, arguments)| macro_of(last_word(name.trim_end()), arguments)));
    match found {
        Some(name) => format!("if `{}` is a macro, say what it stands for: `-D '{name}='`", first_word(&name)),
        None => {
            "if a macro stands here, say what it stands for: `-D 'NAME=TEXT'`, or name its header's folder: `-I FOLDER`"
                .into()
        }
    }
}

fn is_word(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_'
}

fn first_word(text: &str) -> &str {
    &text[..text.find(|letter| !is_word(letter)).unwrap_or(text.len())]
}

fn last_word(text: &str) -> &str {
    &text[text.rfind(|letter| !is_word(letter)).map_or(0, |at| at + 1)..]
}

/// Where the parenthesis opens that a text closes; the text is without the closing one.
fn opened(text: &str) -> Option<usize> {
    let mut depth = 0;
    for (at, letter) in text.char_indices().rev() {
        match letter {
            ')' => depth += 1,
            '(' if depth == 0 => return Some(at),
            '(' => depth -= 1,
            _ => {}
        }
    }
    None
}

/// A word in capitals, as `-D` takes it, with as many arguments as follow.
fn macro_of(word: &str, after: &str) -> Option<String> {
    let capitals = word.chars().any(|letter| letter.is_ascii_uppercase());
    if word.len() < 3 || !capitals || word.chars().any(|letter| letter.is_ascii_lowercase()) || is_constant(word) {
        return None;
    }
    let Some(arguments) = after.trim_start().strip_prefix('(') else { return Some(word.into()) };
    let (mut depth, mut count) = (0, 1);
    for letter in arguments.chars() {
        match letter {
            '(' => depth += 1,
            ')' if depth == 0 => break,
            ')' => depth -= 1,
            ',' if depth == 0 => count += 1,
            _ => {}
        }
    }
    let letters: Vec<String> = ('a'..='z').take(count).map(String::from).collect();
    Some(format!("{word}({})", letters.join(",")))
}

/// Words in capitals that are Python's or C's own.
fn is_constant(word: &str) -> bool {
    word == "NULL" || word.starts_with("METH_") || word.starts_with("Py_")
}
