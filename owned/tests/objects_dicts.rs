//! Dicts and their views: each method on success and on failure, with nothing left behind.

mod support;

use owned::prelude::*;
use owned::types::{DictItems, DictKeys, DictValues};
use support::{eval, exec, flat, python, raised, raised_kind};

#[test]
fn keys_and_values() {
    python(|py| {
        flat(py, |probe| {
            let dict = Dict::new(py, [("a", probe), ("b", probe)])?;
            assert_eq!((dict.len(), dict.is_empty(), probe.refcount()), (2, false, 3));
            assert!(dict.get("a")?.unwrap().is(probe) && dict.require("b")?.is(probe) && dict.get("c")?.is_none());
            assert!(dict.get_or_insert("a", 5)?.is(probe));
            assert_eq!(dict.get_or_insert("c", 5)?.extract::<i64>()?, 5);
            let (key, default) = (Str::new(py, "d")?, Str::new(py, "default")?);
            assert!(dict.find_or_put(&key, &default)?.is(&default) && dict.find_or_put(&key, probe)?.is(&default));
            assert!(dict.pop("a")?.unwrap().is(probe) && dict.pop("a")?.is_none());
            assert!(dict.take(&key)?.unwrap().is(&default) && dict.take(&key)?.is_none());
            assert!(dict.has(&Str::new(py, "b")?)? && dict.contains("b")? && !dict.contains("a")?);
            dict.set("b", 1)?;
            dict.remove(&Str::new(py, "b")?)?;
            assert_eq!(raised(dict.remove(&Str::new(py, "b")?)), "KeyError: 'b'");
            assert_eq!(raised(dict.require("b")), "KeyError: 'b'");
            let copy = dict.copy()?;
            dict.clear();
            assert!(dict.is_empty() && copy.len() == 1);
            assert!(dict.pop("x")?.is_none(), "of an empty dict");
            Ok(())
        });
        Ok(())
    });
}

#[test]
fn merging() {
    python(|py| {
        flat(py, |probe| {
            let dict = Dict::new(py, [("a", 1), ("b", 2)])?;
            dict.update(&Dict::new(py, [("b", 20), ("c", 30)])?)?;
            assert_eq!(format!("{dict:?}"), "{'a': 1, 'b': 20, 'c': 30}");
            dict.update_missing(&Dict::new(py, [("c", 300), ("d", 400)])?)?;
            assert_eq!(format!("{dict:?}"), "{'a': 1, 'b': 20, 'c': 30, 'd': 400}");
            dict.update_from_pairs(&List::new(py, [("e", 5), ("a", 6)])?)?;
            assert_eq!(format!("{dict:?}"), "{'a': 6, 'b': 20, 'c': 30, 'd': 400, 'e': 5}");
            dict.update(&dict)?;
            let chain = eval(py, "__import__('collections').ChainMap({'z': 1})")?;
            dict.update(&chain)?;
            assert_eq!(dict.len(), 6);
            assert_eq!(raised_kind(dict.update(probe)), "AttributeError");
            assert_eq!(raised_kind(dict.update_missing(&eval(py, "5")?)), "AttributeError");
            assert_eq!(raised_kind(dict.update_from_pairs(&eval(py, "[5]")?)), "TypeError");
            assert_eq!(raised_kind(dict.update_from_pairs(&eval(py, "[(1, 2, 3)]")?)), "ValueError");
            assert_eq!(raised_kind(dict.update_from_pairs(probe)), "TypeError");
            Ok(())
        });
        Ok(())
    });
}

#[test]
fn keys_that_cannot_be_keys() {
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
            let (dict, list) = (Dict::empty(py)?, List::empty(py)?);
            dict.set("full", 1)?;
            for error in [
                raised_kind(dict.get(&list)),
                raised_kind(dict.require(&list)),
                raised_kind(dict.set(&list, probe)),
                raised_kind(dict.find(&list)),
                raised_kind(dict.put(&list, probe)),
                raised_kind(dict.find_or_put(&list, probe)),
                raised_kind(dict.get_or_insert(&list, probe)),
                raised_kind(dict.take(&list)),
                raised_kind(dict.pop(&list)),
                raised_kind(dict.remove(&list)),
                raised_kind(dict.has(&list)),
                raised_kind(Dict::new(py, [(&list, probe)])),
            ] {
                assert_eq!(error, "TypeError");
            }
            dict.set(&bad, probe)?;
            for error in [
                raised(dict.get(&other)),
                raised(dict.set(&other, probe)),
                raised(dict.get_or_insert(&other, probe)),
                raised(dict.pop(&other)),
                raised(dict.remove(&other)),
                raised(dict.has(&other)),
            ] {
                assert_eq!(error, "OSError: compared");
            }
            Ok(())
        });
        Ok(())
    });
}

#[test]
fn views_are_live() {
    python(|py| {
        flat(py, |probe| {
            let dict = Dict::new(py, [("a", 1)])?;
            let keys: Owned<'_, DictKeys> = dict.keys()?;
            let values: Owned<'_, DictValues> = dict.values()?;
            let items: Owned<'_, DictItems> = dict.items()?;
            dict.set("b", probe)?;
            assert_eq!((keys.length()?, values.length()?, items.length()?), (2, 2, 2));
            assert!(keys.contains("b")? && values.contains(probe)? && items.contains(("b", probe))?);
            assert_eq!(keys.bit_and(Tuple::new(py, ["b", "c"])?)?.length()?, 1);
            assert_eq!(format!("{:?}", keys.to_list()?), "['a', 'b']");
            let mut seen = 0;
            for item in items.each()? {
                seen += item?.length()?;
            }
            assert_eq!(seen, 4);
            assert!(values.into_any().downcast::<DictKeys>().is_err());
            // A subclass can have methods of that name; the views are those of the dict.
            let odd = eval(py, "type('D', (dict,), {'keys': 5, 'items': None})(a=1)")?.downcast::<Dict>()?;
            assert_eq!((odd.keys()?.length()?, odd.items()?.length()?), (1, 1));
            Ok(())
        });
        Ok(())
    });
}

#[test]
fn pairs_are_given_without_a_copy() {
    python(|py| {
        flat(py, |probe| {
            let dict = Dict::new(py, [("a", probe), ("b", probe)])?;
            let before = probe.refcount();
            let mut names = String::new();
            for pair in &dict {
                let (name, value) = pair?;
                assert!(value.is(probe) && probe.refcount() == before + 1);
                names.push_str(&name.extract::<String>()?);
            }
            assert_eq!(names, "ab");
            let mut pairs = dict.pairs();
            assert_eq!(pairs.size_hint(), (0, Some(3)));
            assert!(pairs.next().is_some() && pairs.next().is_some() && pairs.next().is_none());
            assert_eq!(pairs.size_hint(), (0, Some(0)));
            let snapshot = dict.snapshot()?;
            assert_eq!(snapshot.len(), 2);
            for (key, value) in snapshot {
                dict.remove(&key)?;
                assert!(value.is(probe));
            }
            assert!(dict.is_empty() && dict.pairs().next().is_none());
            // Also of an instance's dict, which shares its keys, and of a subclass.
            let object = eval(py, "type('A', (), {'__init__': lambda s: setattr(s, 'x', 1) or setattr(s, 'y', 2)})()")?;
            let own = object.getattr("__dict__")?.downcast::<Dict>()?;
            assert_eq!(own.pairs().collect::<Result<Vec<_>>>()?.len(), 2);
            let ordered = eval(py, "__import__('collections').OrderedDict(a=1, b=2)")?.downcast::<Dict>()?;
            assert_eq!(ordered.pairs().filter_map(Result::ok).count(), 2);
            Ok(())
        });
        Ok(())
    });
}
