//! Records are kept alive while they are checked.

/// How long a name may be: a panic for one that is no ASCII.
fn checked(name: &str) -> usize {
    assert!(name.is_ascii(), "names are ASCII");
    name.len()
}

#[owned::module]
mod pinned_record_twin {
    use owned::prelude::*;

    #[function]
    fn check(record: Borrowed<'_, '_, Dict>, names: Vec<String>) -> usize {
        let kept = record.to_owned();
        let total = names.iter().map(|name| super::checked(name)).sum();
        drop(kept);
        total
    }
}
