//! Sets and frozen sets: each method on success and on failure, with nothing left behind.

mod support;

use owned::prelude::*;
use owned::types::{AnySet, FrozenSet, Set};
use support::{eval, exec, flat, python, raised, raised_kind};

#[test]
fn items_come_and_go() {
    python(|py| {
        flat(py, |probe| {
            let set = Set::new(py, ["a", "b", "a"])?;
            set.add(probe)?;
            set.put_item(probe)?;
            assert_eq!((set.len(), set.is_empty(), probe.refcount()), (3, false, 2));
            assert!(set.contains(probe)? && !set.contains("c")?);
            assert!(set.discard(probe)? && !set.discard(probe)? && set.discard_item(&Str::new(py, "a")?)?);
            set.remove("b")?;
            assert_eq!(raised(set.remove("b")), "KeyError: 'b'");
            set.add(probe)?;
            assert!(set.pop_item()?.is(probe));
            assert_eq!(raised_kind(set.pop_item()), "KeyError");
            set.add(1)?;
            set.clear()?;
            assert!(set.is_empty() && Set::empty(py)?.is_empty() && FrozenSet::empty(py)?.is_empty());
            let frozen = FrozenSet::new(py, [1, 2, 2])?;
            assert_eq!((frozen.len(), frozen.hash()?), (2, eval(py, "hash(frozenset({1, 2}))")?.extract()?));
            assert!(FrozenSet::of(&frozen)?.eq(&frozen)?);
            assert_eq!(Set::of(&List::new(py, [1, 1, 2])?)?.len(), 2);
            let mut sum = 0;
            for item in frozen.items()? {
                sum += item?.extract::<i64>()?;
            }
            assert_eq!(sum, 3);
            Ok(())
        });
        Ok(())
    });
}

#[test]
fn operators() {
    python(|py| {
        fn check<'py, T: AnySet>(set: &Owned<'py, Set>, other: &Owned<'py, T>) -> Result<()> {
            assert_eq!(set.union(other)?.len(), 4);
            assert_eq!(set.intersection(other)?.len(), 2);
            assert_eq!(set.difference(other)?.len(), 1);
            assert_eq!(set.symmetric_difference(other)?.len(), 2);
            Ok(())
        }
        flat(py, |_| {
            let (set, frozen) = (Set::new(py, [1, 2, 3])?, FrozenSet::new(py, [2, 3, 4])?);
            check(&set, &frozen)?;
            check(&set, &Set::of(&frozen)?)?;
            assert_eq!(frozen.union(&set)?.len(), 4);
            assert_eq!(frozen.difference(&set)?.len(), 1);
            assert!(set.in_place_bit_or(&frozen)?.is(&set));
            assert!(frozen.le(&set)? && !frozen.ge(&set)?);
            let odd = eval(py, "type('S', (set,), {'__or__': lambda a, b: 5})()")?.downcast::<Set>()?;
            assert_eq!(raised(odd.union(&set)), "TypeError: expected set, got int");
            Ok(())
        });
        Ok(())
    });
}

#[test]
fn items_that_cannot_be_items() {
    python(|py| {
        let globals = Dict::empty(py)?;
        exec(
            &globals,
            "class Bad:\n\
            \x20   def __hash__(self): return 1\n\
            \x20   def __eq__(self, other): raise OSError('compared')\n\
            bad, other = Bad(), Bad()\n",
        )?;
        let (bad, other) = (globals.require("bad")?, globals.require("other")?);
        flat(py, |probe| {
            let (set, list) = (Set::empty(py)?, List::empty(py)?);
            for error in [
                raised_kind(set.add(&list)),
                raised_kind(set.put_item(&list)),
                raised_kind(set.discard(&list)),
                raised_kind(set.remove(&list)),
                raised_kind(set.contains(&list)),
                raised_kind(Set::new(py, [&list])),
                raised_kind(FrozenSet::new(py, [&list])),
                raised_kind(Set::of(probe)),
                raised_kind(FrozenSet::of(probe)),
            ] {
                assert_eq!(error, "TypeError");
            }
            set.add(&bad)?;
            for error in [raised(set.add(&other)), raised(set.discard(&other)), raised(set.contains(&other))] {
                assert_eq!(error, "OSError: compared");
            }
            assert!(set.clone().into_any().downcast::<FrozenSet>().is_err());
            Ok(())
        });
        Ok(())
    });
}
