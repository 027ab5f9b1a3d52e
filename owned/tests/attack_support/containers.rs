//! Operations on containers and iterators.

use owned::prelude::*;
use owned::types::{FrozenSet, Iter, Mapping, MappingProxy, Range, Sequence, Set, Slice};

use super::Operation;

pub(crate) const ALL: &[Operation] = &[
    |g| {
        let (list, item, at) = (g.some::<List>()?, g.any()?, g.dice.size());
        list.insert(at, &item)
    },
    |g| {
        let (list, item, at) = (g.some::<List>()?, g.any()?, g.dice.size());
        list.set(at, item)
    },
    |g| {
        let (list, at) = (g.some::<List>()?, g.dice.size());
        let item = list.get(at)?;
        list.remove(at)?;
        g.keep(item)
    },
    |g| {
        let (list, low, high) = (g.some::<List>()?, g.dice.size(), g.dice.size());
        let (part, other) = (list.slice(low..high)?, g.any()?);
        list.set_slice(low..=high, &other)?;
        g.keep(part)
    },
    |g| {
        let (list, low) = (g.some::<List>()?, g.dice.below(4));
        list.del_slice(low..)?;
        list.copy()?.reverse()
    },
    |g| g.some::<List>()?.sort(),
    |g| {
        let (list, key) = (g.some::<List>()?, g.any()?);
        list.sort_by(Some(&key), true)
    },
    |g| {
        let (list, other) = (g.some::<List>()?, g.any()?);
        list.extend(&other)
    },
    |g| {
        let list = g.some::<List>()?;
        for item in list.items().take(40) {
            let other = g.any()?;
            drop(item.eq(&other));
            if g.dice.below(8) == 0 {
                list.push(&item)?;
            }
        }
        let mut backwards = list.items();
        while let Some(item) = backwards.next_back() {
            drop(item.hash());
            if g.dice.below(3) == 0 {
                list.clear()?;
            }
        }
        Ok(())
    },
    |g| {
        let object = g.any()?;
        for item in object.each()?.take(40) {
            drop(item?.repr());
        }
        Ok(())
    },
    |g| {
        let mut iterator = g.some::<Iter>()?;
        let item = iterator.next().transpose()?.unwrap_or_else(|| g.py.none());
        g.keep(item)
    },
    |g| {
        let iterator = g.any()?.iter()?;
        g.keep(iterator)
    },
    |g| {
        let (callable, end) = (g.any()?, g.any()?);
        // It may never end, so it is not kept.
        Iter::until(&callable, &end)?.take(5).for_each(drop);
        Ok(())
    },
    |g| {
        let over = Iter::over_sequence(&g.any()?)?;
        g.keep(over)
    },
    |g| {
        let (object, value) = (g.any()?, g.any()?);
        drop(object.send(&value)?);
        Ok(())
    },
    |g| {
        let dict = g.some::<Dict>()?;
        for pair in &dict {
            let (key, value) = pair?;
            drop(key.eq(&value));
            if g.dice.below(4) == 0 {
                dict.set(value, g.any()?)?;
            }
        }
        Ok(())
    },
    |g| {
        let dict = g.some::<Dict>()?;
        for (key, value) in dict.snapshot()? {
            drop(dict.pop(&value));
            dict.set(&value, key)?;
        }
        Ok(())
    },
    |g| {
        let (dict, key, value) = (g.some::<Dict>()?, g.any()?, g.any()?);
        drop(dict.get(&key));
        drop(dict.has(&key));
        drop(dict.set(&key, &value));
        drop(dict.get_or_insert(&key, &value));
        drop(dict.require(&key));
        drop(dict.remove(&key));
        Ok(())
    },
    |g| {
        let (dict, other) = (g.some::<Dict>()?, g.any()?);
        drop(dict.update(&other));
        drop(dict.update_missing(&other));
        drop(dict.update_from_pairs(&other));
        let copy = dict.copy()?;
        g.keep(copy)
    },
    |g| {
        let dict = g.some::<Dict>()?;
        let (keys, values, items) = (dict.keys()?, dict.values()?, dict.items()?);
        g.keep(keys)?;
        g.keep(values)?;
        g.keep(items)
    },
    |g| {
        let (set, item) = (g.some::<Set>()?, g.any()?);
        drop(set.add(&item));
        drop(set.discard(&item));
        drop(set.remove(&item));
        let item = set.pop_item()?;
        g.keep(item)
    },
    |g| {
        let (set, other) = (g.some::<Set>()?, g.some::<FrozenSet>()?);
        drop((set.union(&other), other.intersection(&set), set.difference(&other)));
        let left = other.symmetric_difference(&set)?;
        g.keep(left)
    },
    |g| {
        let other = g.any()?;
        let (set, frozen) = (Set::of(&other)?, FrozenSet::of(&other)?);
        for item in set.items()?.take(20) {
            frozen.contains(item?)?;
        }
        g.keep(set)?;
        g.keep(frozen)
    },
    |g| {
        let tuple = g.some::<Tuple>()?;
        let (low, high) = (g.dice.size(), g.dice.size());
        let part = tuple.slice(low..high)?;
        let joined: Vec<_> = tuple.items().rev().chain(&part).map(Borrowed::to_owned).collect();
        let tuple = Tuple::from_vec(g.py, joined)?;
        g.keep(tuple)
    },
    |g| {
        // More, or fewer, than the iterator says.
        let (first, second) = (g.any()?, g.any()?);
        let take = g.dice.below(5);
        let odd = std::iter::successors(Some(first), |item| Some(item.clone())).take(take).filter(|i| !i.is(&second));
        let list = List::new(g.py, odd)?;
        let tuple = Tuple::new(g.py, list.items())?;
        g.keep(tuple)?;
        g.keep(list)
    },
    |g| {
        let object = g.any()?;
        drop(object.to_list().and_then(|list| g.keep(list)));
        let tuple = object.to_tuple()?;
        g.keep(tuple)
    },
    |g| {
        let (sequence, at) = (g.some::<Sequence>()?, g.dice.size());
        sequence.len()?;
        let item = sequence.get(at)?;
        g.keep(item)
    },
    |g| {
        let mapping = g.some::<Mapping>()?;
        mapping.len()?;
        let (keys, values, items) = (mapping.keys()?, mapping.values()?, mapping.items()?);
        g.keep(keys)?;
        g.keep(values)?;
        g.keep(items)
    },
    |g| {
        let proxy = MappingProxy::new(&g.any()?)?;
        g.keep(proxy)
    },
    |g| {
        let (slice, length) = (g.some::<Slice>()?, g.dice.size());
        let found = slice.indices(length)?;
        assert!(found.positions().take(20).all(|at| at < length));
        Ok(())
    },
    |g| {
        let (start, stop, step) = (g.dice.below(9) as i64, g.dice.below(9) as i64, g.dice.below(3) as i64 - 1);
        let range = Range::new(g.py, start, stop, step)?;
        drop((range.len(), range.is_empty(), range.start()));
        g.keep(range)
    },
];
