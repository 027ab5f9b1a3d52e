//! Containers that change while they are walked over, sorted, compared or searched: each walk against each change, done
//! by Rust, by `__del__`, `__eq__`, `__hash__`, `__lt__` and by a callback. What Python does is done, and nothing is
//! left behind.

mod support;

use owned::prelude::*;
use owned::types::Set;
use support::{exec, flat, python, raised};

/// Does something to a list or a dict, by the name of the change.
const CHANGES: &str = "
import gc
def change(how, x):
    if isinstance(x, list):
        if how == 'grow': x.extend(object() for _ in range(50))
        elif how == 'shrink': del x[len(x) // 2:]
        elif how == 'clear': x.clear()
        elif how == 'replace': x[:] = [object() for _ in x]
        elif how == 'delete': del x[:1]
        elif how == 'insert': x.insert(0, object())
    elif isinstance(x, dict):
        if how == 'grow': x.update((object(), object()) for _ in range(50))
        elif how == 'shrink': [x.pop(k) for k in list(x)[len(x) // 2:]]
        elif how == 'clear': x.clear()
        elif how == 'replace':
            n = len(x); x.clear(); x.update((object(), object()) for _ in range(n))
        elif how == 'delete': [x.pop(k) for k in list(x)[:1]]
        elif how == 'insert': x[object()] = object()
        elif how == 'values': x.update((k, object()) for k in list(x))
        elif how == 'swap': [x.pop(k) for k in list(x)[:1]]; x[object()] = object()
    else:
        if how == 'grow': x.update(object() for _ in range(50))
        elif how == 'shrink': [x.pop() for _ in range(len(x) // 2)]
        elif how == 'clear': x.clear()
        elif how == 'replace':
            n = len(x); x.clear(); x.update(object() for _ in range(n))
        elif how == 'delete' and x: x.pop()
        elif how == 'insert': x.add(object())
class Del:
    def __init__(self, how, x): self.how, self.x = how, x
    def __del__(self): change(self.how, self.x)
class Loud:
    how = x = None
    left = 9  # a search of a list that grows with each step never ends, in Python too
    def say(self):
        if self.x is not None and self.left: self.left -= 1; change(self.how, self.x)
    def __eq__(self, other): self.say(); return self is other
    def __lt__(self, other): self.say(); return id(self) < id(other)
    def __hash__(self): self.say(); return 1
";

const HOWS: [&str; 8] = ["grow", "shrink", "clear", "replace", "delete", "insert", "values", "swap"];

/// Walks, changes after the second item, goes on; how many items came, and the error that ended it.
fn walk<T>(items: impl Iterator<Item = Result<T>>, change: impl Fn() -> Result<()>) -> Result<(usize, String)> {
    let mut seen = 0;
    for item in items {
        match item {
            Ok(item) => drop(item),
            Err(error) => return Ok((seen, error.to_string())),
        }
        seen += 1;
        if seen == 2 {
            change()?;
        }
        assert!(seen < 1000, "endless");
    }
    Ok((seen, String::new()))
}

#[test]
fn lists_that_change_in_a_loop() {
    python(|py| {
        let globals = Dict::empty(py)?;
        exec(&globals, CHANGES)?;
        let change = globals.require("change")?;
        flat(py, |probe| {
            for how in HOWS {
                let make = || List::new(py, [probe; 6]);
                let expected = {
                    let list = make()?;
                    walk(list.iter()?, || change.call((how, &list)).map(drop))? // Python's own iterator
                };
                let list = make()?;
                assert_eq!(walk(list.items().map(Ok), || change.call((how, &list)).map(drop))?, expected, "{how}");
                let list = make()?;
                assert_eq!(walk(list.each()?, || change.call((how, &list)).map(drop))?, expected, "{how}");
                let list = make()?;
                let (backwards, error) = walk(list.items().rev().map(Ok), || change.call((how, &list)).map(drop))?;
                assert!(backwards <= 6 && error.is_empty(), "{how}");
                list.clear()?;
            }
            Ok(())
        });
        Ok(())
    });
}

/// What is converted in passing is held by nobody; what runs Python code is.
#[test]
fn lists_that_change_while_their_items_are_converted() {
    python(|py| {
        let globals = Dict::empty(py)?;
        exec(
            &globals,
            "
class Index:
    def __init__(self, act): self.act = act
    def __index__(self): self.act(); return 5
x = []
ACTS = [lambda: None, x.clear, lambda: x.__delitem__(0), lambda: x.extend([7] * 3)]
def fill(act): x[:] = [1, Index(ACTS[act]), 3, 1 << 40, True]
",
        )?;
        let (list, fill) = (globals.require("x")?, globals.require("fill")?);
        flat(py, |_| {
            let acts: [&[i64]; 4] =
                [&[1, 5, 3, 1 << 40, 1], &[1, 5], &[1, 5, 1 << 40, 1], &[1, 5, 3, 1 << 40, 1, 7, 7, 7]];
            for (act, expected) in acts.into_iter().enumerate() {
                fill.call((act,))?;
                let mut walk = list.each_as::<i64>()?;
                assert_eq!(walk.by_ref().collect::<Result<Vec<_>>>()?, expected, "{act}");
                // Behind the end there is none, also if the list grows again.
                list.call_method("append", (1,))?;
                assert!(walk.next().is_none());
                // The same by an iterator, and by a tuple that cannot change.
                fill.call((act,))?;
                assert_eq!(list.iter()?.each_as::<i64>()?.collect::<Result<Vec<_>>>()?, expected, "{act}");
                fill.call((act,))?;
                let tuple = py.import("builtins")?.call_method("tuple", (&list,))?;
                assert_eq!(tuple.each_as::<i64>()?.collect::<Result<Vec<_>>>()?, acts[0]);
            }
            list.call_method("clear", ())?;
            list.call_method("extend", ((1, "two", 1_i128 << 70, None::<i64>, 5),))?;
            let found: Vec<_> = list.each_as::<i64>()?.collect();
            assert!(matches!(found[..], [Ok(1), Err(_), Err(_), Err(_), Ok(5)]), "{found:?}");
            let found: Vec<_> = list.each_as::<Option<i64>>()?.collect();
            assert!(matches!(found[..], [Ok(Some(1)), Err(_), Err(_), Ok(None), Ok(Some(5))]), "{found:?}");
            assert!(py.none().each_as::<i64>().is_err());
            drop(list.call_method("clear", ())?);
            Ok(())
        });
        Ok(())
    });
}

#[test]
fn dicts_that_change_in_a_loop() {
    python(|py| {
        let globals = Dict::empty(py)?;
        exec(&globals, CHANGES)?;
        let change = globals.require("change")?;
        flat(py, |probe| {
            for how in HOWS {
                let make = || Dict::new(py, (0..6).map(|key| (key, probe)));
                let expected = {
                    let dict = make()?;
                    walk(dict.items()?.iter()?, || change.call((how, &dict)).map(drop))?
                };
                let dict = make()?;
                assert_eq!(walk(dict.pairs(), || change.call((how, &dict)).map(drop))?, expected, "{how}");
                let mut pairs = dict.pairs();
                if pairs.next().is_some() {
                    change.call(("insert", &dict))?;
                    let error = raised(pairs.next().expect("an error"));
                    assert_eq!(error, "RuntimeError: dictionary changed size during iteration");
                    assert!(pairs.next().is_none() && pairs.next().is_none(), "one error, and then the end");
                }
                let dict = make()?;
                let all = walk(dict.snapshot()?.map(Ok), || change.call((how, &dict)).map(drop))?;
                assert_eq!(all, (6, String::new()), "{how}");
                dict.clear();
            }
            Ok(())
        });
        Ok(())
    });
}

#[test]
fn keys_that_change_at_the_same_size_are_noticed() {
    python(|py| {
        flat(py, |_| {
            let dict = Dict::new(py, [("a", 1), ("b", 2)])?;
            let mut pairs = dict.pairs();
            assert!(pairs.next().is_some_and(|pair| pair.is_ok()));
            dict.pop("a")?;
            dict.set("c", 3)?;
            assert!(pairs.next().is_some_and(|pair| pair.is_ok()));
            assert_eq!(
                raised(pairs.next().expect("an error")),
                "RuntimeError: dictionary keys changed during iteration"
            );
            assert!(pairs.next().is_none());
            Ok(())
        });
        Ok(())
    });
}

#[test]
fn sets_that_change_in_a_loop() {
    python(|py| {
        let globals = Dict::empty(py)?;
        exec(&globals, CHANGES)?;
        let change = globals.require("change")?;
        flat(py, |_| {
            for how in ["grow", "shrink", "clear", "delete", "insert"] {
                let set = Set::new(py, 0..6)?;
                let (seen, error) = walk(set.items()?, || change.call((how, &set)).map(drop))?;
                assert_eq!((seen, error.as_str()), (2, "RuntimeError: Set changed size during iteration"), "{how}");
            }
            let set = Set::new(py, 0..6)?;
            let (seen, error) = walk(set.items()?, || change.call(("replace", &set)).map(drop))?;
            assert!(seen < 20 && error.is_empty());
            Ok(())
        });
        Ok(())
    });
}

#[test]
fn destructors_change_what_they_are_removed_from() {
    python(|py| {
        let globals = Dict::empty(py)?;
        exec(&globals, CHANGES)?;
        let class = globals.require("Del")?;
        flat(py, |probe| {
            for how in HOWS {
                let list = List::new(py, [probe; 3])?;
                for operation in 0..7 {
                    list.insert(1, class.call((how, &list))?)?;
                    match operation {
                        0 => list.set(1, probe)?,
                        1 => list.remove(1)?,
                        2 => list.del_slice(..)?,
                        3 => list.set_slice(.., &Tuple::new(py, [probe; 40])?)?,
                        4 => list.clear()?,
                        5 => list.items().for_each(|item| {
                            list.del_slice(..).expect("deleted");
                            drop(item); // the last reference to it
                        }),
                        _ => drop(list.items().rev().inspect(|_| list.clear().expect("cleared")).count()),
                    }
                    list.clear()?;
                    list.clear()?;
                    list.extend([probe, probe])?;
                }
                let dict = Dict::empty(py)?;
                for operation in 0..7 {
                    dict.set("k", class.call((how, &dict))?)?;
                    dict.set("l", probe)?;
                    match operation {
                        0 => dict.set("k", probe)?,
                        1 => drop(dict.pop("k")?),
                        2 => dict.del_item("k")?,
                        3 => dict.clear(),
                        4 => dict.update(&Dict::new(py, [("k", probe)])?)?,
                        5 => dict.pairs().for_each(|pair| {
                            dict.clear();
                            drop(pair);
                        }),
                        _ => dict.snapshot()?.for_each(|pair| {
                            dict.clear();
                            drop(pair);
                        }),
                    }
                    dict.clear();
                    dict.clear();
                }
                list.clear()?;
            }
            Ok(())
        });
        Ok(())
    });
}

/// From now on, comparing or hashing the object changes the container.
fn arm<'py>(object: &Owned<'py, Any>, container: &Owned<'py, Any>, how: &str) -> Result<()> {
    object.setattr("how", how)?;
    object.setattr("x", container)
}

#[test]
fn comparing_and_hashing_change_what_is_searched() {
    python(|py| {
        let globals = Dict::empty(py)?;
        exec(&globals, CHANGES)?;
        let class = globals.require("Loud")?;
        flat(py, |probe| {
            for how in HOWS {
                let loud = || class.call(());
                let key = loud()?;
                for operation in 0..6 {
                    let (a, b) = (loud()?, loud()?);
                    let list = List::new(py, [probe, &a, &b, probe])?;
                    arm(&a, &list, how)?;
                    arm(&b, &list, how)?;
                    arm(&key, &list, how)?;
                    // Some raise (a list changed while it was sorted), some find nothing: none does harm.
                    let _: Result<()> = match operation {
                        0 => list.contains(&key).map(drop),
                        1 => list.index_of(&key).map(drop),
                        2 => list.count_of(&key).map(drop),
                        3 => list.sort(),
                        4 => list.sort_by(Some(&a.getattr("__class__")?.getattr("say")?), true),
                        _ => list.eq(List::new(py, [probe, &b, &a, probe])?).map(drop),
                    };
                    list.clear()?;
                }
                for operation in 0..9 {
                    let (a, b) = (loud()?, loud()?);
                    key.setattr("x", ())?;
                    let dict = Dict::new(py, [(&a, probe), (&b, probe), (&key, probe)])?;
                    let other = loud()?;
                    for object in [&a, &b, &key, &other] {
                        arm(object, &dict, how)?;
                    }
                    let _: Result<()> = match operation {
                        0 => dict.get(&other).map(drop),
                        1 => dict.set(&other, probe),
                        2 => dict.pop(&other).map(drop),
                        3 => dict.get_or_insert(&other, probe).map(drop),
                        4 => dict.remove(&b),
                        5 => dict.has(&other).map(drop),
                        // CPython 3.11 itself puts such a key into a table of strs if the dict is cleared meanwhile.
                        6 if how == "clear" => Ok(()),
                        6 => dict.copy().and_then(|copy| dict.update(&copy)),
                        7 => dict.eq(&Dict::new(py, [(1, 1), (2, 2), (3, 3)])?).map(drop),
                        _ => dict.pairs().try_for_each(|pair| dict.set(&pair?.0, probe)),
                    };
                    key.setattr("x", ())?;
                    dict.clear();
                }
                for operation in 0..5 {
                    let (a, b) = (loud()?, loud()?);
                    key.setattr("x", ())?;
                    let set = Set::new(py, [&a, &b, &key])?;
                    for object in [&a, &b, &key] {
                        arm(object, &set, how)?;
                    }
                    let other = loud()?;
                    let _: Result<()> = match operation {
                        0 => set.add(&other),
                        1 => set.discard(&other).map(drop),
                        2 => set.contains(&other).map(drop),
                        3 => set.union(&Set::new(py, [&other])?).map(drop),
                        _ => set.intersection(&Set::new(py, [&other])?).map(drop),
                    };
                    key.setattr("x", ())?;
                    set.clear()?;
                }
            }
            Ok(())
        });
        Ok(())
    });
}

#[test]
fn sorting_a_list_that_its_items_change_is_an_error() {
    python(|py| {
        let globals = Dict::empty(py)?;
        exec(&globals, CHANGES)?;
        let class = globals.require("Loud")?;
        flat(py, |_| {
            let (a, b) = (class.call(())?, class.call(())?);
            let list = List::new(py, [&a, &b])?;
            for object in [&a, &b] {
                object.setattr("how", "grow")?;
                object.setattr("x", &list)?;
            }
            assert_eq!(raised(list.sort()), "ValueError: list modified during sort");
            assert_eq!(list.len(), 2);
            list.clear()?;
            Ok(())
        });
        Ok(())
    });
}
