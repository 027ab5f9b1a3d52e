//! Sequences, tuples, sets and maps to Python and back: what lies about its length, what changes meanwhile, each way to
//! fail, and nothing left behind.

mod support;

use core::fmt::Debug;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet, VecDeque};
use std::rc::Rc;
use std::sync::Arc;

use owned::prelude::*;
use owned::types::NoneType;
use owned::{FromPy, IntoPy};
use support::{eval, exec, flat, python};

#[track_caller]
fn round<'py, T>(py: Python<'py>, value: T) -> Owned<'py, Any>
where
    T: IntoPy<'py> + for<'x> FromPy<'x, 'py> + Clone + PartialEq + Debug,
{
    let object = value.clone().into_any(py).expect("it converts");
    assert_eq!(object.extract::<T>().expect("and back"), value);
    object
}

#[track_caller]
fn refused<'py, T: for<'x> FromPy<'x, 'py> + Debug>(py: Python<'py>, source: &str) -> String {
    eval(py, source).expect("an expression").extract::<T>().expect_err("it is refused").to_string()
}

#[test]
fn sequences_go_there_and_back() {
    python(|py| {
        flat(py, |probe| {
            for length in [0, 1, 3, 100] {
                let numbers: Vec<i64> = (0..length).collect();
                let list = round(py, numbers.clone());
                assert!(list.is_a::<List>() && list.length()? == numbers.len());
                round(py, VecDeque::from(numbers.clone()));
                round::<Box<[i64]>>(py, numbers.clone().into());
                assert_eq!(list.downcast::<List>()?.to_tuple()?.extract::<Vec<i64>>()?, numbers);
                for list in [
                    numbers.as_slice().into_py(py)?,
                    (&numbers).into_py(py)?,
                    (&VecDeque::from(numbers.clone())).into_py(py)?,
                    (&Box::<[i64]>::from(numbers.clone())).into_py(py)?,
                    std::borrow::Cow::Borrowed(numbers.as_slice()).into_py(py)?,
                    Rc::new(numbers.clone()).into_py(py)?,
                    (&Arc::new(numbers.clone())).into_py(py)?,
                ] {
                    assert_eq!(list.extract::<Vec<i64>>()?, numbers);
                }
            }
            round(py, [1, 2, 3]);
            round::<[String; 0]>(py, []);
            assert_eq!((&["a", "b"]).into_py(py)?.extract::<[String; 2]>()?, ["a", "b"]);
            round(py, vec![vec![Some(1.5), None], Vec::new()]);
            round(py, vec![(1, String::from("a")), (2, String::from("b"))]);
            assert_eq!(*eval(py, "5")?.extract::<Box<i32>>()?, 5);
            for source in ["[1, 2]", "(1, 2)", "iter([1, 2])", "{1: 0, 2: 0}", "range(1, 3)", "(x for x in (1, 2))"] {
                assert_eq!(eval(py, source)?.extract::<Vec<i32>>()?, [1, 2]);
                assert_eq!(eval(py, source)?.extract::<[u64; 2]>()?, [1, 2]);
            }
            let many: Vec<Owned<'_, Any>> = List::new(py, vec![probe; 10])?.extract()?;
            assert_eq!((many.len(), probe.refcount()), (10, 11));
            assert_eq!(many.into_py(py)?.length()?, 10);
            Ok(())
        });
        Ok(())
    });
}

#[test]
fn what_is_no_such_sequence_is_refused() {
    python(|py| {
        flat(py, |_| {
            let text = "TypeError: expected a sequence, got str (for its characters, pass list(text))";
            assert_eq!(refused::<Vec<String>>(py, "'abc'"), text);
            assert_eq!(refused::<VecDeque<char>>(py, "type('S', (str,), {})('abc')"), text);
            assert_eq!(refused::<[char; 3]>(py, "'abc'"), text);
            assert_eq!(refused::<Vec<i32>>(py, "5"), "TypeError: expected a sequence, got int");
            assert_eq!(refused::<Box<[i32]>>(py, "None"), "TypeError: expected a sequence, got NoneType");
            assert_eq!(refused::<Vec<i32>>(py, "[1, 'x']"), "TypeError: item 1: expected int, got str");
            assert_eq!(refused::<Vec<i32>>(py, "(1, 'x')"), "TypeError: item 1: expected int, got str");
            assert_eq!(refused::<Vec<i32>>(py, "iter((1, 'x'))"), "TypeError: item 1: expected int, got str");
            let deep = "OverflowError: item 1: item 0: 300 does not fit in i8 (-128 to 127)";
            assert_eq!(refused::<Vec<Vec<i8>>>(py, "[[1], [300]]"), deep);
            for source in ["[1]", "(1,)", "iter([1])"] {
                assert_eq!(refused::<[i32; 2]>(py, source), "ValueError: expected a sequence of 2, got one of 1");
            }
            for source in ["[1, 2, 3]", "(1, 2, 3)"] {
                assert_eq!(refused::<[i32; 2]>(py, source), "ValueError: expected a sequence of 2, got one of 3");
            }
            let endless = "ValueError: expected a sequence of 2, got a longer one";
            assert_eq!(refused::<[i32; 2]>(py, "__import__('itertools').count()"), endless);
            assert_eq!(refused::<[i32; 0]>(py, "iter([1])"), "ValueError: expected a sequence of 0, got a longer one");
            assert_eq!(refused::<[i32; 2]>(py, "[1, 'x']"), "TypeError: item 1: expected int, got str");
            Ok(())
        });
        Ok(())
    });
}

#[test]
fn a_length_that_lies_is_not_believed() {
    python(|py| {
        let globals = Dict::empty(py)?;
        exec(
            &globals,
            "
class Lies:
    def __init__(self, length): self.length = length
    def __len__(self): return self.length
    __length_hint__ = __len__
    def __iter__(self): return iter((1, 2, 3))
class LyingList(list):
    def __len__(self): return 1 << 62
    def __iter__(self): return iter((1, 2, 3))
class LyingTuple(tuple):
    def __len__(self): return 0
    def __iter__(self): return iter((1, 2, 3))
class ByIndex:
    def __len__(self): return -1
    def __getitem__(self, index):
        if index == 3: raise IndexError
        return index + 1
all = [Lies(0), Lies(2), Lies(100), Lies(-1), Lies(1 << 62), Lies(1 << 200), LyingList([7]), LyingTuple([7]), ByIndex()]",
        )?;
        flat(py, |_| {
            for lies in globals.require("all")?.downcast::<List>()?.items() {
                assert_eq!(lies.extract::<Vec<i32>>()?, [1, 2, 3]);
                assert_eq!(lies.extract::<VecDeque<u8>>()?, [1, 2, 3]);
                assert_eq!(lies.extract::<[i64; 3]>()?, [1, 2, 3]);
                let error = lies.extract::<[i64; 4]>().expect_err("too short").to_string();
                assert_eq!(error, "ValueError: expected a sequence of 4, got one of 3");
                let error = lies.extract::<[i64; 2]>().expect_err("too long").to_string();
                assert_eq!(error, "ValueError: expected a sequence of 2, got a longer one");
            }
            Ok(())
        });
        Ok(())
    });
}

#[test]
fn a_list_may_change_while_it_is_read() {
    python(|py| {
        let globals = Dict::empty(py)?;
        exec(
            &globals,
            "
class Act:
    def __init__(self, act): self.act = act
    def __index__(self): self.act(); return 1
def clears():
    l = []; l.extend([Act(l.clear), 2, 3]); return l
def grows():
    l = []; l.extend([Act(lambda: l.extend(range(100))), 2]); return l
def replaces():
    l = []; l.extend([0, Act(lambda: l.__setitem__(slice(None), ['x'] * 3)), 2]); return l
def shrinks():
    l = []; l.extend([0, Act(l.pop), 2, 3, 4]); return l
def clears_later():
    l = []; l.extend([1, 2, Act(lambda: (l.clear(), __import__('gc').collect())), 3]); return l
def set_grows():
    s = set(); s.add(Act(lambda: s.add(5))); return s
",
        )?;
        flat(py, |_| {
            let made = |name: &str| globals.require(name)?.call(());
            assert_eq!(made("clears")?.extract::<Vec<i32>>()?, [1]);
            let grown = made("grows")?.extract::<Vec<i32>>()?;
            assert_eq!((grown.len(), grown[0], grown[1], grown[101]), (102, 1, 2, 99));
            assert_eq!(made("shrinks")?.extract::<Vec<i32>>()?, [0, 1, 2, 3]);
            assert_eq!(made("clears_later")?.extract::<Vec<u8>>()?, [1, 2, 1]);
            let error = |result: Result<()>| result.expect_err("it has changed").to_string();
            let replaced = error(made("replaces")?.extract::<Vec<i32>>().map(drop));
            assert_eq!(replaced, "TypeError: item 2: expected int, got str");
            let length = "ValueError: expected a sequence of 5, got one of 4";
            assert_eq!(error(made("shrinks")?.extract::<[i32; 5]>().map(drop)), length);
            let length = "ValueError: expected a sequence of 2, got one of 102";
            assert_eq!(error(made("grows")?.extract::<[i32; 2]>().map(drop)), length);
            let size = "RuntimeError: Set changed size during iteration";
            assert_eq!(error(made("set_grows")?.extract::<HashSet<i32>>().map(drop)), size);
            Ok(())
        });
        Ok(())
    });
}

/// Python code that runs while a list is filled finds every list that there is.
#[test]
fn a_list_that_is_filled_is_seen_by_nobody() {
    struct Spy<'py>(Owned<'py, Any>);
    impl<'py> IntoPy<'py> for Spy<'py> {
        type Target = Any;

        fn into_py(self, _: Python<'py>) -> Result<Owned<'py, Any>> {
            self.0.call(())
        }
    }
    python(|py| {
        let globals = Dict::empty(py)?;
        exec(
            &globals,
            "
import gc
marks = []
def spy():
    mark = object()
    marks.append(mark)
    for mark in marks:
        for found in gc.get_referrers(mark):
            assert found is marks or type(found) is not list, found
    gc.collect()
    return mark
def fails():
    if len(marks) > 5: raise KeyError('five')
    return spy()
",
        )?;
        flat(py, |_| {
            let (spy, fails) = (globals.require("spy")?, globals.require("fails")?);
            globals.require("marks")?.call_method("clear", ())?;
            let spies: Vec<_> = (0..10).map(|_| Spy(spy.clone())).collect();
            let list = spies.into_py(py)?.downcast::<List>()?;
            assert_eq!(list.len(), 10);
            let tracked = py.import("gc")?.call_method("is_tracked", (&list,))?.extract::<bool>()?;
            assert!(tracked, "the collector knows it again");
            globals.require("marks")?.call_method("clear", ())?;
            let spies: Vec<_> = (0..10).map(|_| Spy(fails.clone())).collect();
            assert_eq!(spies.into_py(py).expect_err("the sixth").to_string(), "KeyError: 'five'");
            globals.require("marks")?.call_method("clear", ())?;
            Ok(())
        });
        Ok(())
    });
}

#[test]
fn tuples_go_to_twelve() {
    python(|py| {
        flat(py, |_| {
            round(py, (1,));
            round(py, (1, 2.5));
            round(py, (1, String::from("a"), true));
            round(py, (1, 2, 3, 4, 5, 6, 7));
            round(py, (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, String::from("twelve")));
            let lent = (1, String::from("a"), vec![2.5], 4, 5, 6, 7);
            assert_eq!(format!("{:?}", (&lent).into_py(py)?), "(1, 'a', [2.5], 4, 5, 6, 7)");
            type Three = (i32, i32, i32);
            assert_eq!(refused::<Three>(py, "(1, 2)"), "ValueError: expected a tuple of 3, got one of 2");
            assert_eq!(refused::<Three>(py, "(1, 2, 3, 4)"), "ValueError: expected a tuple of 3, got one of 4");
            assert_eq!(refused::<Three>(py, "[1, 2, 3]"), "TypeError: expected tuple, got list");
            assert_eq!(refused::<Three>(py, "(1, 2, 'x')"), "TypeError: item 2: expected int, got str");
            assert_eq!(refused::<()>(py, "()"), "TypeError: expected None, got tuple");
            let all = eval(py, "lambda *args: args")?;
            let args = all.call((1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12))?;
            assert_eq!(args.extract::<Vec<i32>>()?, (1..=12).collect::<Vec<_>>());
            ().into_any(py)?.extract::<()>()?;
            assert!(().into_any(py)?.is_a::<NoneType>());
            Ok(())
        });
        Ok(())
    });
}

#[test]
fn sets_and_maps_go_there_and_back() {
    python(|py| {
        flat(py, |_| {
            round(py, HashSet::from([1, 2, 3]));
            round(py, BTreeSet::from([String::from("a"), String::from("b")]));
            round(py, HashSet::<u8>::new());
            assert_eq!(eval(py, "frozenset((1, 2))")?.extract::<BTreeSet<u8>>()?, BTreeSet::from([1, 2]));
            assert_eq!((&BTreeSet::from([2, 1])).into_py(py)?.str()?.to_str()?, "{1, 2}");
            assert_eq!((&HashSet::from([1])).into_py(py)?.str()?.to_str()?, "{1}");
            assert_eq!(refused::<HashSet<i32>>(py, "[1]"), "TypeError: expected set, got list");
            assert_eq!(refused::<BTreeSet<i32>>(py, "{1: 2}"), "TypeError: expected set, got dict");
            assert_eq!(refused::<HashSet<i32>>(py, "{'x'}"), "TypeError: item: expected int, got str");
            // Since 3.14 in parentheses, after what the list was to become.
            let unhashable = "unhashable type: 'list'";
            assert!(BTreeSet::from([vec![1]]).into_py(py).expect_err("a list").to_string().contains(unhashable));
            assert!(BTreeMap::from([(vec![1], 1)]).into_py(py).expect_err("a list").to_string().contains(unhashable));

            round(py, HashMap::from([(1, 1.5), (2, 2.5)]));
            round(py, BTreeMap::from([(String::from("a"), vec![1]), (String::from("b"), Vec::new())]));
            round(py, HashMap::from([((1, 2), Some(true)), ((3, 4), None)]));
            assert_eq!((&BTreeMap::from([(2, 'b'), (1, 'a')])).into_py(py)?.str()?.to_str()?, "{1: 'a', 2: 'b'}");
            assert_eq!(refused::<HashMap<i32, i32>>(py, "[]"), "TypeError: expected dict, got list");
            assert_eq!(refused::<HashMap<i32, i32>>(py, "{'x': 1}"), "TypeError: key: expected int, got str");
            assert_eq!(refused::<BTreeMap<i32, i32>>(py, "{1: 'x'}"), "TypeError: value of 1: expected int, got str");
            // Two objects to Python, one number to Rust.
            let one = "type('I', (), {'__index__': lambda self: 1, '__repr__': lambda self: 'I'})()";
            let twice = format!("{{1: 'a', {one}: 'b'}}");
            let lost = "ValueError: key I is the same as another one";
            assert_eq!(refused::<HashMap<i32, String>>(py, &twice), lost);
            assert_eq!(refused::<BTreeMap<i32, String>>(py, &twice), lost);
            assert_eq!(eval(py, &format!("{{1, {one}}}"))?.extract::<HashSet<i32>>()?, HashSet::from([1]));
            Ok(())
        });
        Ok(())
    });
}
