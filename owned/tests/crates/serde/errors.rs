//! What is said where something does not fit.

use std::collections::{BTreeMap, HashMap};

use owned::serde::{from_python, to_python};

use super::{External, Internal, Order, Unit, Untagged, refused};
use crate::made;
use crate::support::{flat, python};

#[test]
fn what_does_not_fit_is_said_with_its_place() {
    python(|py| {
        flat(py, |_| {
            let wrong = |source: &str| refused::<Order>(py, source);
            assert_eq!(
                wrong("{'items': [{'name': 'a'}, {'name': 5}]}"),
                "TypeError: .items[1].name: expected str, got int"
            );
            assert_eq!(
                wrong("{'items': [{'name': 'a', 'how many': -1}]}"),
                "OverflowError: .items[0]['how many']: -1 does not fit in u32 (0 to 4294967295)"
            );
            assert_eq!(wrong("{'items': [{}]}"), "ValueError: .items[0]: missing field `name`");
            assert_eq!(wrong("{'items': 5}"), "TypeError: .items: expected a sequence, got int");
            assert!(wrong("{'items': 'ab'}").starts_with("TypeError: .items: expected a sequence, got str"));
            assert_eq!(wrong("[]"), "TypeError: expected dict, got list");
            assert_eq!(wrong("{1: 2}"), "TypeError: key: expected field identifier, got int");
            assert_eq!(refused::<(u8, u8)>(py, "[1]"), "ValueError: invalid length 1, expected a tuple of size 2");
            assert_eq!(refused::<(u8, u8)>(py, "[1, 2, 3]"), "ValueError: expected a sequence of 2, got one of 3");
            assert_eq!(
                refused::<(u8, u8)>(py, "iter([1, 2, 3])"),
                "ValueError: expected a sequence of 2, got a longer one"
            );
            assert_eq!(refused::<HashMap<u8, u8>>(py, "{'a': 1}"), "TypeError: key: expected int, got str");
            assert_eq!(
                refused::<HashMap<(u8, u8), u8>>(py, "{(1, 2): None}"),
                "TypeError: [(1, 2)]: expected int, got NoneType"
            );
            assert_eq!(refused::<Unit>(py, "()"), "TypeError: expected None, got tuple");
            assert_eq!(refused::<Vec<char>>(py, "['ab']"), "TypeError: [0]: expected a string of one character");

            assert_eq!(
                refused::<External>(py, "'Other'"),
                "ValueError: unknown variant `Other`, expected one of `Unit`, `Newtype`, `Tuple`, `Struct`"
            );
            assert_eq!(refused::<External>(py, "5"), "TypeError: expected str or dict, got int");
            assert_eq!(
                refused::<External>(py, "{}"),
                "ValueError: expected a dict with one key, a variant of External, got one with 0"
            );
            assert_eq!(
                refused::<External>(py, "'Newtype'"),
                "ValueError: expected {'Newtype': …} with a value, got 'Newtype'"
            );
            assert_eq!(refused::<External>(py, "{'Unit': 1}"), "TypeError: .Unit: expected None, got int");
            assert_eq!(refused::<External>(py, "{'Tuple': (1, 'x')}"), "TypeError: .Tuple[1]: expected int, got str");
            assert_eq!(refused::<Internal>(py, "{'values': []}"), "ValueError: missing field `kind`");
            // What serde has kept and reads itself has no place of ours.
            assert_eq!(
                refused::<Internal>(py, "{'kind': 'Struct', 'values': ['x']}"),
                "TypeError: expected i64, got str"
            );
            assert_eq!(refused::<Untagged>(py, "2**200"), "OverflowError: an int does not fit in 128 bits");
            assert_eq!(refused::<Untagged>(py, "object()"), "TypeError: expected a sequence, got object");
            assert_eq!(
                refused::<Untagged>(py, "{'y': 1}"),
                "ValueError: data did not match any variant of untagged enum Untagged"
            );

            // What Python code raises stays what it is.
            let raises = "type('R', (), {'__index__': lambda self: 1 / 0})()";
            let error = from_python::<Vec<u8>>(&made(py, &format!("[1, {raises}]"))?).expect_err("it raises");
            assert_eq!(error.to_string(), "ZeroDivisionError: division by zero");
            let mut error = error;
            assert_eq!(error.value(py).getattr("__notes__")?.extract::<Vec<String>>()?, ["in [1]"]);
            assert_eq!(
                refused::<Vec<u8>>(py, "type('R', (), {'__iter__': lambda self: 1 / 0})()"),
                "ZeroDivisionError: division by zero"
            );
            assert_eq!(refused::<Vec<u8>>(py, "(1 / n for n in [0])"), "ZeroDivisionError: division by zero");
            assert!(refused::<String>(py, "'\\ud800'").starts_with("UnicodeEncodeError: "));

            // On the way there: a key that has no hash, an error of the type's own.
            let list_as_key = BTreeMap::from([("a", BTreeMap::from([(vec![1], 2)]))]);
            let unhashable = to_python(py, &list_as_key).expect_err("no hash").to_string();
            assert!(unhashable.starts_with("TypeError: .a[[1]]: "), "{unhashable}");
            let poisoned = std::sync::Mutex::new(1);
            let _ = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
                let _held = poisoned.lock();
                std::panic::resume_unwind(Box::new(()));
            }));
            let error = to_python(py, &(1, vec![&poisoned])).expect_err("poisoned").to_string();
            assert_eq!(error, "ValueError: [1][0]: lock poison error while serializing");
            Ok(())
        });
        Ok(())
    });
}
