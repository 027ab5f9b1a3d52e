//! The annotations of `owned.h`, which go through the preprocessor as calls (see `stubs/says.h`) and are attributes for the
//! parser.

/// What stands in the text for a word of `owned.h`.
const CALL: &str = "owned_says__(\"";

/// Makes an attribute of each.
pub(super) fn attributes(text: String) -> String {
    if !text.contains(CALL) {
        return text;
    }
    let mut made = String::with_capacity(text.len() + 1024);
    let mut rest = text.as_str();
    while let Some((before, after)) = rest.split_once(CALL) {
        let Some((word, after)) = after.split_once("\")") else { break };
        made.push_str(before);
        made.push_str("__attribute__((annotate(\"");
        made.push_str(word);
        made.push_str("\")))");
        rest = after;
    }
    made + rest
}

#[cfg(test)]
mod tests {
    use super::attributes;

    #[test]
    fn calls_become_attributes_and_the_rest_stays() {
        let text = "owned_says__(\"new\") int *f(owned_says__(\"steal\") int *a);\n".to_owned();
        let made = "__attribute__((annotate(\"new\"))) int *f(__attribute__((annotate(\"steal\"))) int *a);\n";
        assert_eq!(attributes(text), made);
        assert_eq!(attributes("int a;".into()), "int a;");
    }
}
