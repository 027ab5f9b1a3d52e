//! Lists and dicts that many threads read and change at once, from Rust and from Python, with items that change them
//! too when they are compared, hashed and released. Without a GIL that is at the same time; with one the threads take
//! turns, and the same holds. Nothing crashes; what is seen was there; the counts are right at the end.
#![allow(clippy::unit_arg, reason = "a job is one expression, `Ok` of what it does")]

mod free_threaded_support;
mod support;

use std::collections::{BTreeMap, HashMap};

use free_threaded_support::{Job, KEYS, all_at_once, number};
use owned::prelude::*;

#[test]
fn a_list_that_others_change() {
    let read: &[Job<List>] = &[
        |list, _, _| Ok(list.items().for_each(|item| _ = number(&item))),
        |list, _, _| Ok(list.items().rev().for_each(|item| _ = number(&item))),
        |list, _, _| list.each()?.try_for_each(|item| item.map(|item| _ = number(&item))),
        |list, _, _| list.iter()?.try_for_each(|item| item.map(|item| _ = number(&item))),
        |list, world, _| {
            let items = list.extract::<Vec<Py<Any>>>()?;
            items.iter().for_each(|item| _ = number(&item.bind(world.py())));
            Ok(())
        },
        |list, _, _| Ok(list.to_tuple()?.items().for_each(|item| _ = number(&item))),
        |list, _, at| Ok(list.slice(at % 9..)?.items().for_each(|item| _ = number(&item))),
        |list, _, _| Ok(list.copy()?.items().for_each(|item| _ = number(&item))),
        |list, _, at| list.get(at % 70).map(|item| _ = number(&item)),
        |list, world, at| list.contains(world.item(at)?).map(drop),
        |list, world, at| list.index_of(world.item(at)?).map(drop),
        |list, _, at| list.item_slice(..at % 70)?.each()?.try_for_each(|item| item.map(|item| _ = number(&item))),
    ];
    let write: &[Job<List>] = &[
        |list, world, at| (at..at + 16).try_for_each(|at| list.append(world.item(at)?)),
        |list, world, at| list.insert(at % 20, world.item(at)?),
        |list, world, at| list.set(at % 40, world.item(at)?),
        |list, _, at| list.remove(at % 40),
        |list, world, at| list.extend(vec![world.item(at)?, world.item(at + 1)?]),
        |list, _, _| list.sort(),
        |list, world, at| list.set_slice(..3, &Tuple::new(world.py(), [world.item(at)?, world.item(at + 1)?])?),
        |list, _, _| list.reverse(),
        |_, world, at| world.stir(at),
        |list, _, at| if list.len() > 60 { list.del_slice(at % 30..) } else { Ok(()) },
        |list, _, at| if at % 5 == 0 { list.clear() } else { Ok(()) },
        |list, _, _| list.sort_by(None, true),
        |list, world, at| list.set_slice(at % 30.., &world.item(at).and_then(|item| List::new(world.py(), [item]))?),
    ];
    let source = "
def change(n):
    if target: target.pop()
    else: target.append(n)
def stir(n):
    match n % 6:
        case 0: target[:] = [Item(n), *target[:40]]
        case 1: del target[::2]
        case 2: target.extend(Item(n + i) for i in range(5))
        case 3: target.sort(key=lambda item: item if isinstance(item, int) else item.n)
        case 4: target.extend(target); del target[50:]
        case 5: target.clear()
";
    all_at_once(source, |w| List::new(w.py(), [w.item(1)?]), read, write, "target.clear()");
}

fn matching(key: &Owned<'_, Any>, value: &Owned<'_, Any>) {
    assert_eq!(number(key) % KEYS, number(value) % KEYS, "a value of another key");
}

#[test]
fn a_dict_that_others_change() {
    // The keys are numbers: comparing keys that run Python code, while others change the dict or set, crashes CPython
    // without us, with a GIL too (a debug 3.11 says which assertion).
    let read: &[Job<Dict>] = &[
        |dict, _, _| dict.pairs().try_for_each(|pair| pair.map(|(key, value)| matching(&key, &value))),
        |dict, _, _| Ok(dict.snapshot()?.for_each(|(key, value)| matching(&key, &value))),
        |dict, _, _| Ok(dict.copy()?.snapshot()?.for_each(|(key, value)| matching(&key, &value))),
        |dict, _, _| dict.keys()?.each()?.try_for_each(|key| key.map(|key| _ = number(&key))),
        |dict, _, _| dict.values()?.each()?.try_for_each(|value| value.map(|value| _ = number(&value))),
        |dict, _, _| {
            dict.items()?.each()?.try_for_each(|pair| {
                let (key, value): (Py<Any>, Py<Any>) = pair?.extract()?;
                matching(&key.bind(dict.py()), &value.bind(dict.py()));
                Ok(())
            })
        },
        |dict, _, _| dict.each()?.try_for_each(|key| key.map(|key| _ = number(&key))),
        |dict, _, at| {
            dict.get(at % KEYS).map(|value| _ = value.map(|value| assert_eq!(number(&value) % KEYS, at % KEYS)))
        },
        |dict, _, at| dict.contains(at % KEYS).map(drop),
        |dict, _, _| match dict.extract::<HashMap<usize, Py<Any>>>() {
            Ok(map) => Ok(map.iter().for_each(|(key, value)| {
                assert_eq!(key % KEYS, number(&value.bind(dict.py())) % KEYS);
            })),
            Err(error) if error.is::<TypeError>(dict.py()) => Ok(()),
            Err(error) => Err(error),
        },
        |dict, _, _| match dict.extract::<BTreeMap<usize, Py<Any>>>() {
            Err(error) if !error.is::<TypeError>(dict.py()) => Err(error),
            _ => Ok(()),
        },
    ];
    let write: &[Job<Dict>] = &[
        |dict, world, at| (at..at + 16).try_for_each(|at| dict.set(at % KEYS, world.item(at)?)),
        |dict, world, at| dict.get_or_insert(at % KEYS, world.item(at)?).map(|value| _ = number(&value)),
        |dict, _, at| dict.pop(at % KEYS).map(|value| _ = value.map(|value| number(&value))),
        |dict, _, at| dict.del_item(at % KEYS),
        |dict, world, at| dict.update(&Dict::new(world.py(), [(at % KEYS, world.item(at)?)])?),
        |dict, world, at| dict.update_missing(&Dict::new(world.py(), [(at % KEYS, world.item(at)?)])?),
        |_, world, at| world.stir(at),
        |dict, _, at| {
            Ok(if at % 7 == 0 || dict.len() > 200 {
                dict.clear()
            })
        },
    ];
    let source = "
def change(n):
    if n % 2: target[n % 32] = n
    else: target.pop(n % 32, None)
def stir(n):
    match n % 6:
        case 0: target.update({i % 32: Item(i) for i in range(n, n + 20)})
        case 1:
            for key in list(target)[::2]: target.pop(key, None)
        case 2: target.update({n % 32: Item(n)})
        case 3: target.setdefault(n % 32, Item(n))
        case 4: target.popitem()
        case 5: target.clear()
";
    all_at_once(source, |w| Dict::new(w.py(), [(1, w.item(1)?)]), read, write, "target.clear()");
}

/// Little but steps of a walk on one side, little but values that go on the other: what is borrowed without a lock, for
/// however short a time, is soon something else.
#[test]
fn values_that_go_while_they_are_walked_over() {
    const OFTEN: usize = 100;
    let read: &[Job<Dict>] = &[|dict, _, _| {
        (0..OFTEN).try_for_each(|_| {
            let mut pairs = dict.pairs();
            pairs.try_for_each(|pair| pair.map(|(_, value)| assert!(value.is_a::<Float>(), "{value:?}")))
        })
    }];
    let write: &[Job<Dict>] =
        &[|dict, _, at| (0..OFTEN).try_for_each(|round| dict.set(round % 4, (at + round) as f64))];
    all_at_once("def stir(n): pass", |w| Dict::new(w.py(), [(0, 0.5)]), read, write, "target.clear()");

    let read: &[Job<List>] = &[|list, _, _| {
        Ok((0..OFTEN).for_each(|_| list.items().for_each(|item| assert!(item.is_a::<Float>(), "{item:?}"))))
    }];
    let write: &[Job<List>] =
        &[|list, _, at| (0..OFTEN).try_for_each(|round| list.set(round % 4, (at + round) as f64))];
    all_at_once("def stir(n): pass", |w| List::new(w.py(), [0.5; 4]), read, write, "target.clear()");
}
