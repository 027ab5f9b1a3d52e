//! Containers: `indexmap`, `smallvec` and `bytes`.

use owned::prelude::*;

use crate::support::{flat, python};
use crate::{refused, round, taken};

#[cfg(feature = "indexmap")]
#[test]
fn maps_and_sets_in_order() {
    use std::hash::RandomState;

    use owned::types::Set;

    // Without its default features, it has no hasher of its own.
    type IndexMap<K, V> = indexmap::IndexMap<K, V, RandomState>;
    type IndexSet<T> = indexmap::IndexSet<T, RandomState>;

    python(|py| {
        flat(py, |_| {
            let map = IndexMap::from_iter([("z".to_string(), 1_u8), ("a".to_string(), 2), ("m".to_string(), 3)]);
            round(py, map.clone(), "{'z': 1, 'a': 2, 'm': 3}");
            let keys = taken::<IndexMap<String, u8>>(py, "{'z': 1, 'a': 2, 'm': 3}").into_keys().collect::<Vec<_>>();
            assert_eq!(keys, ["z", "a", "m"]);
            assert_eq!((&map).into_py(py)?.len(), 3);
            let wrong = "TypeError: value of 'a': expected int, got str";
            assert_eq!(refused::<IndexMap<String, u8>>(py, "{'z': 1, 'a': 'b'}"), wrong);
            assert_eq!(refused::<IndexMap<String, u8>>(py, "[]"), "TypeError: expected dict, got list");

            let set = IndexSet::from_iter([3_u8, 1, 2]);
            assert!((&set).into_py(py)?.is_a::<Set>());
            round(py, set, "{3, 1, 2}");
            assert_eq!(taken::<IndexSet<u8>>(py, "frozenset({7})"), IndexSet::from_iter([7]));
            assert_eq!(refused::<IndexSet<u8>>(py, "[1]"), "TypeError: expected set, got list");
            let unhashable =
                IndexSet::from_iter([vec![1_u16]]).into_py(py).expect_err("a list has no hash").to_string();
            assert!(unhashable.starts_with("TypeError: "), "{unhashable}");
            Ok(())
        });
        Ok(())
    });
}

#[cfg(feature = "smallvec")]
#[test]
fn small_vectors() {
    use smallvec::{SmallVec, smallvec};

    type Small = SmallVec<[u16; 2]>;

    python(|py| {
        flat(py, |_| {
            round::<Small>(py, smallvec![1, 2], "[1, 2]");
            round::<Small>(py, smallvec![1, 2, 3], "[1, 2, 3]");
            round::<SmallVec<[u8; 4]>>(py, smallvec![1, 2], "b'\\x01\\x02'");
            assert!(!taken::<Small>(py, "(n for n in (5, 6))").spilled());
            assert_eq!((&taken::<Small>(py, "(5, 6)")).into_py(py)?.extract::<Vec<u16>>()?, [5, 6]);
            assert_eq!(refused::<Small>(py, "[1, 'x']"), "TypeError: item 1: expected int, got str");
            assert!(refused::<Small>(py, "'12'").starts_with("TypeError: expected a sequence, got str"));
            Ok(())
        });
        assert_eq!(<Small as FromPy>::ACCEPTS.to_string(), <Vec<u16> as FromPy>::ACCEPTS.to_string());
        Ok(())
    });
}

#[cfg(feature = "bytes")]
#[test]
fn shared_bytes() {
    use bytes::{Bytes, BytesMut};

    python(|py| {
        flat(py, |_| {
            round(py, Bytes::from_static(b"a\0b"), "b'a\\0b'");
            round(py, BytesMut::from(&b"a\0b"[..]), "b'a\\0b'");
            for source in ["bytearray(b'ab')", "memoryview(b'ab')", "[97, 98]"] {
                assert_eq!(taken::<Bytes>(py, source), "ab");
                assert_eq!(taken::<BytesMut>(py, source), "ab");
            }
            assert!(refused::<Bytes>(py, "'ab'").starts_with("TypeError: expected a sequence, got str"));
            assert!(refused::<Bytes>(py, "[256]").starts_with("OverflowError: item 0: 256 does not fit in u8"));
            Ok(())
        });
        Ok(())
    });
}
