//! Long tables of numbers, which nobody looks into here and which the parser spends its time on.

/// How long a run of numbers is let be.
const LONG: usize = 400;

/// The text with each long run of numbers and commas emptied but for its first number. Every byte that stays is where it was.
pub(crate) fn emptied(text: String) -> String {
    let mut bytes = text.into_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let end = run(&bytes, at);
        if end - at > LONG {
            let first = at + bytes[at..end].iter().position(|byte| *byte == b',').unwrap_or(end - at);
            for byte in &mut bytes[first..end] {
                if *byte != b'\n' {
                    *byte = b' ';
                }
            }
        }
        // The next number begins behind whatever ended this one.
        at = end.max(at + 1);
        while at < bytes.len() && (is_word(bytes[at - 1]) || !bytes[at].is_ascii_digit()) {
            at += 1;
        }
    }
    String::from_utf8(bytes).expect("whole ASCII characters became spaces")
}

fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'.'
}

/// The end of the numbers, with commas between, that begin at a place; the last one is complete.
fn run(bytes: &[u8], from: usize) -> usize {
    let (mut at, mut end) = (from, from);
    while at < bytes.len() && bytes[at].is_ascii_digit() {
        while at < bytes.len() && bytes[at].is_ascii_alphanumeric() {
            at += 1;
        }
        end = at;
        while at < bytes.len() && bytes[at].is_ascii_whitespace() {
            at += 1;
        }
        if bytes.get(at) != Some(&b',') {
            break;
        }
        at += 1;
        while at < bytes.len() && bytes[at].is_ascii_whitespace() {
            at += 1;
        }
        if bytes.get(at) == Some(&b'-') {
            at += 1;
        }
    }
    end
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_run_keeps_its_first_number_and_its_length() {
        let table: Vec<String> = (0..500).map(|number| format!("0x{number:x}u")).collect();
        let text = format!("int a[] = {{ {} }};\nint after = 3;\n", table.join(",\n"));
        let emptied = emptied(text.clone());
        assert_eq!(emptied.len(), text.len());
        assert_eq!(emptied.matches('\n').count(), text.matches('\n').count());
        assert_eq!(emptied.split_whitespace().collect::<Vec<_>>().join(" "), "int a[] = { 0x0u }; int after = 3;");
    }

    #[test]
    fn what_is_no_table_stays() {
        let text = "f(1, 2, x3, 4.5, \"1,2\", -7) { 1 } ä 0".repeat(40);
        assert_eq!(emptied(text.clone()), text);
        assert_eq!(emptied(String::new()), "");
    }
}
