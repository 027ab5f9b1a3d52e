//! Words of texts. Nothing here knows of Python, so it is tested, and used, without one.

use std::collections::BTreeMap;

/// The words of a text: letters and digits, with the apostrophes in between.
///
/// ```
/// assert!(my_binding::words::words("It's 3 o'clock.").eq(["It's", "3", "o'clock"]));
/// ```
pub fn words(text: &str) -> impl Iterator<Item = &str> {
    let parts = text.split(|c: char| !c.is_alphanumeric() && c != '\'');
    parts
        .map(|part| part.trim_matches('\''))
        .filter(|word| !word.is_empty())
}

/// How often each word is in a text.
pub fn count(text: &str, ignore_case: bool) -> BTreeMap<String, u64> {
    let mut counts = BTreeMap::new();
    for word in words(text) {
        let word = if ignore_case {
            word.to_lowercase()
        } else {
            word.to_owned()
        };
        *counts.entry(word).or_default() += 1;
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_counts_unless_it_is_ignored() {
        assert_eq!(
            count("So, so: 'so'", false),
            BTreeMap::from([("So".into(), 1), ("so".into(), 2)])
        );
        assert_eq!(
            count("So, so: 'so'", true),
            BTreeMap::from([("so".into(), 3)])
        );
    }

    #[test]
    fn marks_alone_are_no_words() {
        assert!(count(" '' -- ... ", false).is_empty());
    }
}
