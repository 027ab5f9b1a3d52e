//! Tuples: each method on success and on failure, with nothing left behind.

mod support;

use owned::prelude::*;
use support::{flat, python, raised, raised_kind};

#[test]
fn made_and_read() {
    python(|py| {
        flat(py, |probe| {
            let tuple = Tuple::new(py, [probe, probe])?;
            assert_eq!((tuple.len(), tuple.is_empty(), probe.refcount()), (2, false, 3));
            assert!(tuple.get(1)?.is(probe));
            assert_eq!(probe.refcount(), 3, "an item is only lent");
            let parts = Tuple::from_items(py, [probe.clone(), py.none()])?;
            assert_eq!(Tuple::from_vec(py, vec![probe.clone()])?.len(), 1);
            assert!(Tuple::empty(py)?.is_empty() && Tuple::new(py, [0_u8; 0])?.is_empty());
            assert_eq!(parts.index_of(())?, 1);
            assert!(parts.contains(probe)? && !parts.contains(5)?);
            assert_eq!((parts.slice(1..)?.len(), parts.slice(2..)?.len(), parts.slice(..)?.len()), (1, 0, 2));
            assert_eq!(parts.to_list()?.len(), 2);
            assert!(parts.to_tuple()?.is(&parts));
            assert_eq!(raised(tuple.get(2)), "IndexError: tuple index out of range");
            assert_eq!(raised_kind(tuple.get(usize::MAX)), "IndexError");
            assert_eq!(raised_kind(tuple.index_of("x")), "ValueError");
            assert_eq!(raised_kind(tuple.set_item(0, 0)), "TypeError");
            Ok(())
        });
        Ok(())
    });
}

#[test]
fn walks_are_exact() {
    python(|py| {
        let tuple = Tuple::new(py, 0..6)?;
        let mut items = tuple.items();
        assert_eq!((items.len(), items.clone().count(), tuple.items().rev().count()), (6, 6, 6));
        assert_eq!(items.next().unwrap().extract::<i64>()?, 0);
        assert_eq!(items.next_back().unwrap().extract::<i64>()?, 5);
        assert_eq!(items.nth(1).unwrap().extract::<i64>()?, 2);
        assert_eq!((items.len(), items.size_hint()), (2, (2, Some(2))));
        assert!(items.nth(7).is_none() && items.next().is_none() && items.next_back().is_none());
        assert_eq!(items.len(), 0);
        let mut sum = 0;
        for item in &tuple {
            sum += item.extract::<i64>()?;
        }
        for item in tuple.each()? {
            sum += item?.extract::<i64>()?;
        }
        assert_eq!(sum, 30);
        let lent: Vec<Borrowed<'_, '_, Any>> = tuple.as_borrowed().into_items().collect();
        let third = tuple.as_borrowed().item(3)?;
        assert!(lent[3].is(&third));
        Ok(())
    });
}
