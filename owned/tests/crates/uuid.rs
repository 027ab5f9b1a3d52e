//! `uuid`.

use ::uuid::Uuid;

use crate::support::{flat, python};
use crate::{numbers, refused, round};

#[test]
fn uuids() {
    python(|py| {
        flat(py, |_| {
            round(py, Uuid::nil(), "uuid.UUID(int=0)");
            round(py, Uuid::max(), "uuid.UUID(int=2**128 - 1)");
            for number in numbers(7).take(3) {
                let value = Uuid::from_u64_pair(number, !number);
                round(py, value, &format!("uuid.UUID('{value}')"));
            }
            assert_eq!(
                refused::<Uuid>(py, "'00000000-0000-0000-0000-000000000000'"),
                "TypeError: expected uuid.UUID, got str"
            );
            // One that was never given its number.
            let empty = refused::<Uuid>(py, "uuid.UUID.__new__(uuid.UUID)");
            assert!(empty.starts_with("AttributeError: "), "{empty}");
            let odd = "type('U', (uuid.UUID,), {'int': 'x'}).__new__(uuid.UUID)";
            assert!(refused::<Uuid>(py, odd).starts_with("AttributeError: "));
            let odd = "(lambda odd: object.__setattr__(odd, 'int', 2**128) or odd)(uuid.UUID(int=0))";
            assert!(refused::<Uuid>(py, odd).starts_with("OverflowError: "));
            Ok(())
        });
        Ok(())
    });
}
