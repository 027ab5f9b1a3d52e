//! `rename_all`: the ways to write a name of several words.

/// One way to write names.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Case {
    Lower,
    Upper,
    Pascal,
    Camel,
    Snake,
    ScreamingSnake,
    Kebab,
}

impl Case {
    /// Each with its name, which is written in it.
    pub(crate) const ALL: [(&'static str, Case); 7] = [
        ("lowercase", Case::Lower),
        ("UPPERCASE", Case::Upper),
        ("PascalCase", Case::Pascal),
        ("camelCase", Case::Camel),
        ("snake_case", Case::Snake),
        ("SCREAMING_SNAKE_CASE", Case::ScreamingSnake),
        ("kebab-case", Case::Kebab),
    ];

    pub(crate) fn named(name: &str) -> Option<Case> {
        Case::ALL.iter().find(|(known, _)| *known == name).map(|(_, case)| *case)
    }

    /// The names of all of them, or of those that give names that Python can write.
    pub(crate) fn names(with_kebab: bool) -> Vec<&'static str> {
        let mut names = Vec::new();
        for (name, case) in Case::ALL {
            if with_kebab || case != Case::Kebab {
                names.push(name);
            }
        }
        names
    }

    /// A field's or a variant's name in this case.
    pub(crate) fn apply(self, name: &str) -> String {
        let between = match self {
            Case::Lower | Case::Upper | Case::Pascal | Case::Camel => "",
            Case::Snake | Case::ScreamingSnake => "_",
            Case::Kebab => "-",
        };
        let mut text = String::new();
        for (at, word) in words(name).iter().enumerate() {
            text += if at == 0 { "" } else { between };
            text += &match self {
                Case::Upper | Case::ScreamingSnake => word.to_uppercase(),
                Case::Camel if at == 0 => word.clone(),
                Case::Pascal | Case::Camel => capital(word),
                Case::Lower | Case::Snake | Case::Kebab => word.clone(),
            };
        }
        text
    }
}

/// The words of a Rust name in lower case: a field's are parted by `_`, a variant's begin with a capital.
fn words(name: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for part in name.split('_') {
        if part.is_empty() {
            continue;
        }
        let mut after_capital = true;
        words.push(String::new());
        let mut characters = part.chars().peekable();
        while let Some(character) = characters.next() {
            let capital = character.is_uppercase();
            // `HttpServer` has two words, and so has `HTTPServer`.
            let ends_acronym = capital && after_capital && characters.peek().is_some_and(|next| next.is_lowercase());
            let word = words.last_mut().expect("one was pushed");
            if capital && !word.is_empty() && (!after_capital || ends_acronym) {
                words.push(String::new());
            }
            after_capital = capital;
            *words.last_mut().expect("one was pushed") += &character.to_lowercase().to_string();
        }
    }
    words
}

fn capital(word: &str) -> String {
    let first = word.chars().next().map_or(0, char::len_utf8);
    word[..first].to_uppercase() + &word[first..]
}
