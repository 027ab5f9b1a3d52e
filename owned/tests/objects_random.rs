//! Random operations on handles, and the same on twins by Python itself: after each, both are alike, and so are the
//! errors.

mod support;

use owned::prelude::*;
use owned::types::Set;
use support::{exec, flat, python};

/// A small generator of numbers, the same in each run for a seed.
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        (self.0 >> 33) as usize % end
    }
}

/// The value or the kind of error, as text.
fn outcome<'py, T: IntoPy<'py>>(py: Python<'py>, result: Result<T>) -> Result<String> {
    match result {
        Ok(value) => Ok(value.into_any(py)?.repr()?.to_str()?.to_owned()),
        Err(error) => Ok(error.to_string().split(':').next().unwrap_or_default().to_owned()),
    }
}

/// What `source` gives in Python, with `t` the twin and `a`, `b` two numbers.
fn reference<'py>(globals: &Owned<'py, Dict>, source: &str, a: usize, b: usize) -> Result<String> {
    let py = globals.py();
    globals.set("a", a)?;
    globals.set("b", b)?;
    outcome(py, py.import("builtins")?.call_method("eval", (source, globals)))
}

#[test]
fn lists() {
    python(|py| {
        let mut dice = Dice(7);
        for _ in 0..40 {
            let (list, twin) = (List::new(py, 0..dice.below(8))?, Dict::empty(py)?);
            exec(&twin, "def do(t, f): f(t)")?;
            twin.set("t", list.copy()?)?;
            for _ in 0..200 {
                let (a, b) = (dice.below(12), dice.below(12));
                let (low, high) = (a as isize - 6, b as isize - 6);
                let (ours, source) = match dice.below(22) {
                    0 => (outcome(py, list.append(a))?, "t.append(a)"),
                    1 => (outcome(py, list.insert(a, b))?, "t.insert(a, b)"),
                    2 => (outcome(py, list.set(a, b))?, "t.__setitem__(a, b)"),
                    3 => (outcome(py, list.get(a))?, "t[a]"),
                    4 => (outcome(py, list.remove(a))?, "t.__delitem__(a)"),
                    5 => (outcome(py, list.slice(a..b))?, "t[a:b]"),
                    6 => (outcome(py, list.slice(a..=b))?, "t[a:b + 1]"),
                    7 => (outcome(py, list.del_slice(a..a + b))?, "t.__delitem__(slice(a, a + b))"),
                    8 => {
                        (outcome(py, list.set_slice(..a, &List::new(py, 0..b)?))?, "t.__setitem__(slice(a), range(b))")
                    }
                    9 => (outcome(py, list.index_of(a))?, "t.index(a)"),
                    10 => (outcome(py, list.count_of(a))?, "t.count(a)"),
                    11 => (outcome(py, list.contains(a))?, "a in t"),
                    12 => (outcome(py, list.extend(vec![a, b]))?, "t.extend([a, b])"),
                    13 => (outcome(py, list.sort())?, "t.sort()"),
                    14 => (outcome(py, list.sort_by(None, true))?, "t.sort(reverse=True)"),
                    15 => (outcome(py, list.reverse())?, "t.reverse()"),
                    16 => (outcome(py, list.concat(vec![a]))?, "t + [a]"),
                    17 => (outcome(py, list.item_at(low))?, "t[a - 6]"),
                    18 => (outcome(py, list.set_item_at(low, b))?, "t.__setitem__(a - 6, b)"),
                    19 => (outcome(py, list.del_item_at(high))?, "t.__delitem__(b - 6)"),
                    20 if list.len() > 30 => (outcome(py, list.clear())?, "t.clear()"),
                    20 => (outcome(py, list.in_place_repeat(a % 3).map(drop))?, "(t.__imul__(a % 3), None)[1]"),
                    _ => (outcome(py, list.items().rev().map(Ok).collect::<Result<Vec<_>>>())?, "t[::-1]"),
                };
                assert_eq!(ours, reference(&twin, source, a, b)?, "{source} with {a} and {b}");
                assert!(list.eq(twin.require("t")?)?, "{source} with {a} and {b}");
                assert_eq!(list.len(), list.items().count());
            }
        }
        Ok(())
    });
}

#[test]
fn dicts() {
    python(|py| {
        let mut dice = Dice(11);
        for _ in 0..40 {
            let (dict, twin) = (Dict::empty(py)?, Dict::empty(py)?);
            twin.set("t", Dict::empty(py)?)?;
            for _ in 0..200 {
                let (a, b) = (dice.below(15), dice.below(15));
                let (ours, source) = match dice.below(15) {
                    0..3 => (outcome(py, dict.set(a, b))?, "t.__setitem__(a, b)"),
                    3 => (outcome(py, dict.get(a))?, "t.get(a)"),
                    4 => (outcome(py, dict.require(a))?, "t[a]"),
                    5 => (outcome(py, dict.get_or_insert(a, b))?, "t.setdefault(a, b)"),
                    6 => (outcome(py, dict.pop(a))?, "t.pop(a, None)"),
                    7 => (outcome(py, dict.del_item(a))?, "t.__delitem__(a)"),
                    8 => (outcome(py, dict.contains(a))?, "a in t"),
                    9 => (outcome(py, dict.update(&Dict::new(py, [(a, a), (b, b)])?))?, "t.update({a: a, b: b})"),
                    10 => {
                        (outcome(py, dict.update_missing(&Dict::new(py, [(a, 99)])?))?, "t.update({a: t.get(a, 99)})")
                    }
                    11 => (outcome(py, dict.keys().and_then(|keys| keys.to_list()))?, "list(t)"),
                    12 => (outcome(py, dict.copy())?, "t.copy()"),
                    13 => (outcome(py, dict.pairs().collect::<Result<Vec<_>>>())?, "list(t.items())"),
                    _ if dice.below(9) == 0 => (outcome(py, dict.call_method("clear", ()))?, "t.clear()"),
                    _ => (outcome(py, Ok(dict.snapshot()?.collect::<Vec<_>>()))?, "list(t.items())"),
                };
                assert_eq!(ours, reference(&twin, source, a, b)?, "{source} with {a} and {b}");
                // In the same order, too.
                assert_eq!(format!("{dict:?}"), format!("{:?}", twin.require("t")?));
                assert_eq!(dict.len(), dict.pairs().count());
            }
        }
        Ok(())
    });
}

fn sorted(set: Result<Owned<'_, Set>>) -> Result<Owned<'_, Any>> {
    let set = set?;
    set.py().import("builtins")?.call_method("sorted", (set,))
}

#[test]
fn sets() {
    python(|py| {
        let mut dice = Dice(13);
        for _ in 0..40 {
            let (set, twin) = (Set::empty(py)?, Dict::empty(py)?);
            twin.set("t", Set::empty(py)?)?;
            for _ in 0..200 {
                let (a, b) = (dice.below(15), dice.below(15));
                let other = || Set::new(py, [a, b]);
                let (ours, source) = match dice.below(9) {
                    0..3 => (outcome(py, set.add(a))?, "t.add(a)"),
                    3 => (outcome(py, set.discard(a).map(drop))?, "t.discard(a)"),
                    4 => (outcome(py, set.remove(a))?, "t.remove(a)"),
                    5 => (outcome(py, sorted(set.union(&other()?)))?, "sorted(t | {a, b})"),
                    6 => (outcome(py, sorted(set.intersection(&other()?)))?, "sorted(t & {a, b})"),
                    7 => (outcome(py, sorted(set.difference(&other()?)))?, "sorted(t - {a, b})"),
                    _ => (outcome(py, sorted(set.symmetric_difference(&other()?)))?, "sorted(t ^ {a, b})"),
                };
                assert_eq!(ours, reference(&twin, source, a, b)?, "{source} with {a} and {b}");
                assert!(set.eq(twin.require("t")?)?);
                assert_eq!(set.len(), set.items()?.count());
            }
        }
        Ok(())
    });
}

#[test]
fn nothing_is_left_behind() {
    python(|py| {
        let mut seed = 0;
        flat(py, |probe| {
            seed += 1;
            let mut dice = Dice(seed % 3);
            let (list, dict) = (List::empty(py)?, Dict::empty(py)?);
            for _ in 0..100 {
                let at = dice.below(6);
                let _ = match dice.below(8) {
                    0 => list.insert(at, probe),
                    1 => list.set(at, probe),
                    2 => list.remove(at),
                    3 => list.set_slice(at.., &Tuple::new(py, [probe; 3])?),
                    4 => dict.set(at, probe),
                    5 => dict.pop(at).map(drop),
                    6 => dict.get_or_insert(at, probe).map(drop),
                    _ => dict.del_item(at),
                };
            }
            Ok(())
        });
        Ok(())
    });
}
