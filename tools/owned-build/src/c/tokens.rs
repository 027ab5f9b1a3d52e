//! Preprocessed C as words, signs and what stands in brackets.

use std::collections::BTreeSet;

/// A token, or what stands between two brackets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Token {
    /// A name or a keyword.
    Word(String),
    /// A number, a string, a character.
    Literal,
    Sign(char),
    /// `(…)`, `[…]`, `{…}`, by the first bracket.
    Group(char, Vec<Token>),
}

impl Token {
    pub(super) fn is_word(&self, word: &str) -> bool {
        matches!(self, Token::Word(own) if own == word)
    }

    pub(super) fn is_group(&self, bracket: char) -> bool {
        matches!(self, Token::Group(own, _) if *own == bracket)
    }
}

/// The tokens of a text that `cc -E` has written, and the files that it was made of, without those of the system.
pub(super) fn read(text: &str) -> (Vec<Token>, BTreeSet<String>) {
    let mut files = BTreeSet::new();
    let mut open: Vec<(char, Vec<Token>)> = Vec::new();
    let mut top = Vec::new();
    for line in text.lines() {
        if let Some(directive) = line.trim_start().strip_prefix('#') {
            files.extend(marked_file(directive));
            continue;
        }
        let mut rest = line.trim_start();
        while let Some(first) = rest.chars().next() {
            let length = match first {
                '(' | '[' | '{' => {
                    open.push((first, std::mem::take(&mut top)));
                    1
                }
                ')' | ']' | '}' => {
                    // Brackets that do not match are for the compiler to report.
                    if let Some((bracket, outside)) = open.pop() {
                        let inside = std::mem::replace(&mut top, outside);
                        top.push(Token::Group(bracket, inside));
                    }
                    1
                }
                '"' | '\'' => {
                    top.push(Token::Literal);
                    quoted(rest, first)
                }
                _ if first == '_' || first == '$' || first.is_alphabetic() => {
                    let end = rest.find(|c: char| !(c == '_' || c == '$' || c.is_alphanumeric())).unwrap_or(rest.len());
                    top.push(Token::Word(rest[..end].to_owned()));
                    end
                }
                _ if first.is_ascii_digit() => {
                    top.push(Token::Literal);
                    rest.find(|c: char| !(c == '.' || c == '_' || c.is_alphanumeric())).unwrap_or(rest.len())
                }
                _ => {
                    top.push(Token::Sign(first));
                    first.len_utf8()
                }
            };
            rest = rest[length..].trim_start();
        }
    }
    while let Some((bracket, outside)) = open.pop() {
        let inside = std::mem::replace(&mut top, outside);
        top.push(Token::Group(bracket, inside));
    }
    (top, files)
}

/// How long a string or a character is, with its quotes.
fn quoted(text: &str, quote: char) -> usize {
    let mut escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            _ if c == quote => return at + 1,
            _ => {}
        }
    }
    text.len()
}

/// The file of a line marker (`# 12 "src/x.c" 1`). The flag 3 is that of system headers.
fn marked_file(directive: &str) -> Option<String> {
    let line = directive.trim_start();
    let line = line.strip_prefix("line").unwrap_or(line).trim_start();
    let rest = line.trim_start_matches(|c: char| c.is_ascii_digit());
    if rest.len() == line.len() {
        return None;
    }
    let (name, flags) = rest.trim_start().strip_prefix('"')?.rsplit_once('"')?;
    let is_system = flags.split_whitespace().any(|flag| flag == "3");
    // GCC names the folder that it works in like a file.
    (!is_system && !name.starts_with('<') && !name.ends_with('/')).then(|| name.replace("\\\\", "\\"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brackets_are_nested_and_strings_are_not_read() {
        let (tokens, _) = read("int f(char c[2]) { return \"}\\\"{\"[0] + '('; } x");
        assert_eq!(tokens.len(), 5, "{tokens:?}");
        assert!(
            tokens[0].is_word("int") && tokens[2].is_group('(') && tokens[3].is_group('{') && tokens[4].is_word("x")
        );
    }

    #[test]
    fn files_are_those_of_line_markers() {
        let text = "# 1 \"src/a.c\"\n# 1 \"/usr/include/stdio.h\" 1 3 4\n# 1 \"<built-in>\"\n# 1 \"/project//\"\n#pragma pack(1)\n# 7 \"b.h\" 2\n";
        let (tokens, files) = read(text);
        assert!(tokens.is_empty());
        assert_eq!(files.into_iter().collect::<Vec<_>>(), ["b.h", "src/a.c"]);
    }

    #[test]
    fn a_bracket_that_is_not_closed_ends_with_the_text() {
        assert_eq!(read("f(").0, [Token::Word("f".to_owned()), Token::Group('(', vec![])]);
        assert_eq!(read(")x").0, [Token::Word("x".to_owned())]);
    }
}
