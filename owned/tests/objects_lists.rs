//! Lists: each method on success and on failure, with nothing left behind.

mod support;

use owned::prelude::*;
use support::{eval, flat, python, raised, raised_kind};

#[test]
fn items_slices_and_order() {
    python(|py| {
        flat(py, |probe| {
            let list = List::new(py, [3, 1, 2])?;
            list.append(probe)?;
            list.push(probe)?;
            list.insert(0, "first")?;
            list.insert(usize::MAX, "last")?;
            list.insert(100, probe)?;
            assert_eq!((list.len(), list.is_empty()), (8, false));
            assert!(list.get(7)?.is(probe) && list.get(4)?.is(probe));
            list.set(7, "x")?;
            list.set(7, probe.clone())?;
            list.set(7, probe)?;
            assert_eq!((list.count_of(probe)?, list.index_of(probe)?), (3, 4));
            assert!(list.contains("last")? && !list.contains("x")?);
            list.remove(7)?;
            list.del_slice(4..)?;
            assert_eq!(format!("{list:?}"), "['first', 3, 1, 2]");
            list.remove(0)?;
            list.sort()?;
            assert_eq!(list.extract::<Vec<i64>>()?, [1, 2, 3]);
            list.reverse()?;
            assert_eq!(list.slice(1..)?.extract::<Vec<i64>>()?, [2, 1]);
            assert_eq!(list.slice(..=0)?.extract::<Vec<i64>>()?, [3]);
            let (none, moved) = (List::from_vec(py, vec![])?, List::from_vec(py, vec![probe.clone(), probe.clone()])?);
            assert_eq!((none.len(), moved.len(), moved.get(1)?.is(probe)), (0, 2, true));
            moved.append(py.none())?; // it is a list like any other
            let (low, high) = (1, 3);
            let (nothing, backwards) = (list.slice(5..9)?, list.slice(high..low)?);
            assert!(nothing.is_empty() && backwards.is_empty());
            assert_eq!(list.slice(..=usize::MAX)?.len(), 3);
            list.set_slice(..1, &Tuple::new(py, [7, 8, 9])?)?;
            assert_eq!(list.extract::<Vec<i64>>()?, [7, 8, 9, 2, 1]);
            list.set_slice(1..1, &list.clone())?;
            assert_eq!(list.len(), 10);
            list.extend([probe, probe])?;
            list.extend(&list)?;
            assert_eq!(list.len(), 24);
            let copy = list.copy()?;
            list.clear()?;
            assert!(list.is_empty() && copy.len() == 24);
            assert_eq!(copy.to_tuple()?.len(), 24);
            Ok(())
        });
        Ok(())
    });
}

#[test]
fn failures() {
    python(|py| {
        flat(py, |probe| {
            let list = List::new(py, [probe, probe])?;
            assert_eq!(raised(list.get(2)), "IndexError: list index out of range");
            assert_eq!(raised_kind(list.get(usize::MAX)), "IndexError");
            assert_eq!(raised_kind(list.set(2, probe)), "IndexError");
            assert_eq!(raised_kind(list.set(usize::MAX, probe.clone())), "IndexError");
            assert_eq!(raised(list.remove(2)), "IndexError: list index out of range");
            assert_eq!(raised_kind(list.sort()), "TypeError");
            assert_eq!(raised_kind(list.extend(5)), "TypeError");
            assert_eq!(raised_kind(list.set_slice(.., &eval(py, "5")?)), "TypeError");
            assert_eq!(raised_kind(list.set_slice(0.., &eval(py, "(1/0 for n in [1])")?)), "ZeroDivisionError");
            assert_eq!(raised_kind(list.extend(eval(py, "(1/(1-n) for n in range(9))")?)), "ZeroDivisionError");
            assert_eq!(list.len(), 3, "what came before the error stays, as in Python");
            assert_eq!(raised_kind(list.index_of("x")), "ValueError");
            Ok(())
        });
        Ok(())
    });
}

#[test]
fn sorting_by_a_key_and_backwards() {
    python(|py| {
        flat(py, |_| {
            let list = List::new(py, ["bb", "a", "dddd", "ccc"])?;
            let len = py.import("builtins")?.getattr("len")?;
            list.sort_by(Some(&len), true)?;
            assert_eq!(list.extract::<Vec<String>>()?, ["dddd", "ccc", "bb", "a"]);
            list.sort_by(None, false)?;
            assert_eq!(list.extract::<Vec<String>>()?, ["a", "bb", "ccc", "dddd"]);
            let broken = eval(py, "lambda item: 1 / 0")?;
            assert_eq!(raised_kind(list.sort_by(Some(&broken), false)), "ZeroDivisionError");
            assert_eq!(raised_kind(list.sort_by(Some(&eval(py, "5")?), false)), "TypeError");
            assert_eq!(list.len(), 4);
            Ok(())
        });
        Ok(())
    });
}

#[test]
fn walks() {
    python(|py| {
        flat(py, |probe| {
            let list = List::new(py, 0..10)?;
            let collect = |items: &mut dyn Iterator<Item = Owned<'_, Any>>| {
                items.map(|item| item.extract::<usize>()).collect::<Result<Vec<_>>>()
            };
            assert_eq!(collect(&mut list.items())?, (0..10).collect::<Vec<_>>());
            assert_eq!(collect(&mut list.items().rev())?, (0..10).rev().collect::<Vec<_>>());
            assert_eq!(collect(&mut list.items().step_by(3))?, [0, 3, 6, 9]);
            let mut both = list.items();
            let (first, last) = (both.next().unwrap(), both.next_back().unwrap());
            assert_eq!((first.extract::<usize>()?, last.extract::<usize>()?), (0, 9));
            assert_eq!(both.size_hint(), (0, Some(8)));
            assert_eq!(both.nth(2).unwrap().extract::<usize>()?, 3);
            assert!(both.nth(usize::MAX).is_none() && both.next().is_none() && both.next_back().is_none());
            let mut seen = 0;
            for item in &list {
                seen += item.extract::<usize>()?;
            }
            assert_eq!(seen, 45);
            // Each item is released at the end of its turn.
            let probes = List::new(py, [probe, probe, probe])?;
            for item in probes.items() {
                assert_eq!(item.refcount(), 5);
            }
            for item in probes.each()? {
                assert_eq!(item?.refcount(), 5);
            }
            Ok(())
        });
        Ok(())
    });
}
