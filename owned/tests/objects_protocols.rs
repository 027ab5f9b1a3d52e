//! Mappings, sequences, proxies, slices, ranges and generic aliases, on success and on failure.

mod support;

use owned::prelude::*;
use owned::types::{GenericAlias, Mapping, MappingProxy, Range, Sequence, Slice, SliceIndices};
use support::{eval, exec, flat, python, raised, raised_kind};

#[test]
fn who_is_a_mapping_and_who_a_sequence() {
    python(|py| {
        let globals = Dict::empty(py)?;
        exec(
            &globals,
            "import collections, collections.abc as abc, types, array\n\
            class Inherits(abc.Mapping):\n\
            \x20   def __getitem__(self, key): raise KeyError(key)\n\
            \x20   def __iter__(self): return iter(())\n\
            \x20   def __len__(self): return 0\n\
            class Registered:\n\
            \x20   def __instancecheck__(self, other): raise AssertionError\n\
            \x20   def __getitem__(self, key): return key\n\
            abc.Sequence.register(Registered)\n\
            class Plain:\n\
            \x20   def __getitem__(self, key): return key\n",
        )?;
        let builtins = py.import("builtins")?;
        for (source, mapping, sequence) in [
            ("{}", true, false),
            ("types.MappingProxyType({})", true, false),
            ("collections.ChainMap()", true, false),
            ("collections.OrderedDict()", true, false),
            ("Inherits()", true, false),
            ("[]", false, true),
            ("()", false, true),
            ("range(3)", false, true),
            ("collections.deque()", false, true),
            ("Registered()", false, true),
            ("Plain()", false, false),
            ("'text'", false, false),
            ("b'bytes'", false, false),
            ("bytearray()", false, false),
            ("{1}", false, false),
            ("5", false, false),
        ] {
            let object = builtins.call_method("eval", (source, &globals))?;
            assert_eq!((object.is_a::<Mapping>(), object.is_a::<Sequence>()), (mapping, sequence), "{source}");
        }
        Ok(())
    });
}

#[test]
fn mappings() {
    python(|py| {
        let globals = Dict::empty(py)?;
        exec(
            &globals,
            "import collections.abc as abc\n\
            class Bad(abc.Mapping):\n\
            \x20   def __getitem__(self, key): raise OSError('item')\n\
            \x20   def __iter__(self): raise OSError('iter')\n\
            \x20   def __len__(self): raise OSError('len')\n\
            class Worse(Bad):\n\
            \x20   def keys(self): return 5\n",
        )?;
        flat(py, |probe| {
            let mapping = Dict::new(py, [("a", probe)])?.into_any().downcast::<Mapping>()?;
            assert_eq!((mapping.len()?, mapping.is_empty()?), (1, false));
            assert_eq!((mapping.keys()?.len(), mapping.values()?.len(), mapping.items()?.len()), (1, 1, 1));
            assert!(mapping.get_item("a")?.is(probe) && mapping.get_item_opt("b")?.is_none());
            let bad = globals.require("Bad")?.call(())?.downcast::<Mapping>()?;
            assert_eq!(raised(bad.len()), "OSError: len");
            assert_eq!(raised(bad.is_empty()), "OSError: len");
            assert_eq!(raised_kind(bad.keys()), "OSError");
            assert_eq!(raised(bad.get_item_opt("a")), "OSError: item");
            assert_eq!(raised(bad.has_key("a")), "OSError: item");
            let worse = globals.require("Worse")?.call(())?.downcast::<Mapping>()?;
            assert_eq!(raised_kind(worse.keys()), "TypeError");
            Ok(())
        });
        Ok(())
    });
}

#[test]
fn sequences() {
    python(|py| {
        flat(py, |probe| {
            let deque = py.import("collections")?.call_method("deque", ([probe, probe],))?;
            let sequence = deque.downcast::<Sequence>()?;
            assert_eq!((sequence.len()?, sequence.is_empty()?), (2, false));
            assert!(sequence.get(1)?.is(probe) && sequence.item_at(-1)?.is(probe));
            assert_eq!(raised_kind(sequence.get(2)), "IndexError");
            assert_eq!(raised_kind(sequence.get(usize::MAX)), "IndexError");
            assert_eq!(sequence.each()?.count(), 2);
            sequence.call_method("clear", ())?;
            Ok(())
        });
        Ok(())
    });
}

#[test]
fn proxies_show_and_do_not_change() {
    python(|py| {
        flat(py, |probe| {
            let dict = Dict::new(py, [("a", 1)])?;
            let proxy: Owned<'_, MappingProxy> = MappingProxy::new(&dict)?;
            dict.set("b", probe)?;
            assert!(proxy.get_item("b")?.is(probe) && proxy.contains("a")? && proxy.length()? == 2);
            assert_eq!(raised_kind(proxy.set_item("c", 1)), "TypeError");
            assert_eq!(raised_kind(proxy.del_item("a")), "TypeError");
            assert_eq!(raised_kind(proxy.get_item("c")), "KeyError");
            assert_eq!(raised_kind(MappingProxy::new(probe)), "TypeError");
            assert_eq!(raised_kind(MappingProxy::new(&List::empty(py)?)), "TypeError");
            let class = eval(py, "type('A', (), {'x': 1})")?;
            assert!(class.getattr("__dict__")?.downcast::<MappingProxy>()?.contains("x")?);
            Ok(())
        });
        Ok(())
    });
}

#[test]
fn slices_select_what_python_selects() {
    python(|py| {
        let bounds = [
            None,
            Some(-100),
            Some(-3),
            Some(-1),
            Some(0),
            Some(2),
            Some(5),
            Some(100),
            Some(isize::MIN),
            Some(isize::MAX),
        ];
        let steps = [None, Some(1), Some(2), Some(-1), Some(-2), Some(isize::MAX), Some(isize::MIN)];
        for length in [0_usize, 1, 5] {
            let range = Range::new(py, 0, length as i64, 1)?;
            for start in bounds {
                for stop in bounds {
                    for step in steps {
                        let slice = Slice::new(py, start, stop, step)?;
                        let found: SliceIndices = slice.indices(length)?;
                        let expected = range.get_item(&slice)?.extract::<Vec<usize>>()?;
                        let positions = found.positions();
                        assert_eq!(positions.len(), expected.len());
                        assert_eq!(positions.collect::<Vec<_>>(), expected, "{slice:?} of {length}");
                        assert_eq!(found.count, expected.len());
                    }
                }
            }
        }
        flat(py, |_| {
            assert_eq!(raised_kind(Slice::new(py, None, None, Some(0))?.indices(5)), "ValueError");
            let odd = eval(py, "slice('a', None)")?.downcast::<Slice>()?;
            assert_eq!(raised_kind(odd.indices(5)), "TypeError");
            let broken =
                eval(py, "slice(type('I', (), {'__index__': lambda self: 1 / 0})(), None)")?.downcast::<Slice>()?;
            assert_eq!(raised_kind(broken.indices(5)), "ZeroDivisionError");
            let list = List::new(py, [1, 2, 3])?;
            assert_eq!(list.get_item(Slice::new(py, Some(1), None, None)?)?.length()?, 2);
            Ok(())
        });
        Ok(())
    });
}

#[test]
fn ranges() {
    python(|py| {
        flat(py, |_| {
            let range = Range::new(py, 10, 0, -3)?;
            assert_eq!((range.len()?, range.is_empty()?), (4, false));
            assert_eq!((range.start()?.extract::<i64>()?, range.stop()?.extract::<i64>()?), (10, 0));
            assert_eq!(range.step()?.extract::<i64>()?, -3);
            assert!(range.contains(7)? && !range.contains(8)?);
            assert_eq!(range.item_at(-1)?.extract::<i64>()?, 1);
            assert!(Range::new(py, 0, 0, 1)?.is_empty()?);
            assert_eq!(raised_kind(Range::new(py, 0, 1, 0)), "ValueError");
            let long = eval(py, "range(10 ** 30)")?.downcast::<Range>()?;
            assert_eq!(raised_kind(long.len()), "OverflowError");
            assert!(!long.is_empty()?);
            assert!(eval(py, "[1]")?.downcast::<Range>().is_err());
            Ok(())
        });
        Ok(())
    });
}

#[test]
fn generic_aliases() {
    python(|py| {
        flat(py, |probe| {
            let builtins = py.import("builtins")?;
            let (list, int) = (builtins.getattr("list")?, builtins.getattr("int")?);
            let alias: Owned<'_, GenericAlias> = GenericAlias::new(&list, &int)?;
            assert_eq!(alias.repr()?.to_str()?, "list[int]");
            assert!(alias.origin()?.is(&list) && alias.parameters()?.get(0)?.is(&int));
            assert!(alias.eq(eval(py, "list[int]")?)?);
            let two = GenericAlias::new(&builtins.getattr("dict")?, &Tuple::new(py, [&int, &int])?)?;
            assert_eq!(two.parameters()?.len(), 2);
            assert!(GenericAlias::new(probe, probe)?.origin()?.is(probe));
            assert_eq!(alias.call(())?.length()?, 0);
            assert!(list.downcast::<GenericAlias>().is_err());
            Ok(())
        });
        Ok(())
    });
}
