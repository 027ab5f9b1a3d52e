//! The protocols of every object: each on success and on failure, with nothing left behind.

mod support;

use owned::prelude::*;
use owned::types::{Exact, Module};
use support::{eval, exec, flat, python, raised, raised_kind};

#[test]
fn attributes() {
    python(|py| {
        let globals = Dict::empty(py)?;
        exec(
            &globals,
            "class A:\n\
            \x20   kept = None\n\
            \x20   @property\n\
            \x20   def broken(self): raise ValueError('broken')\n\
            \x20   @property\n\
            \x20   def missing(self): raise AttributeError('gone')\n",
        )?;
        let class = globals.require("A")?;
        flat(py, |probe| {
            let object = class.call(())?;
            object.setattr("x", probe)?;
            assert!(object.getattr("x")?.is(probe) && object.hasattr("x")?);
            assert!(object.getattr_opt("kept")?.is_some_and(|kept| kept.is_none()));
            assert!(object.getattr_opt("missing")?.is_none() && object.getattr_opt("nothing")?.is_none());
            assert!(!object.hasattr("missing")?);
            assert!(object.dir()?.contains("x")?);
            object.delattr("x")?;
            assert!(!object.hasattr("x")?);
            assert_eq!(raised(object.getattr("x")), "AttributeError: 'A' object has no attribute 'x'");
            assert_eq!(raised(object.getattr_opt("broken")), "ValueError: broken");
            assert_eq!(raised(object.hasattr("broken")), "ValueError: broken");
            assert_eq!(raised_kind(object.delattr("x")), "AttributeError");
            assert_eq!(raised_kind(object.setattr("broken", 1)), "AttributeError");
            assert_eq!(raised_kind(eval(py, "5")?.setattr("x", probe)), "AttributeError");
            Ok(())
        });
        Ok(())
    });
}

#[test]
fn names_of_each_form_are_the_same_name() {
    python(|py| {
        flat(py, |probe| {
            let kept = Str::new(py, "x")?;
            let free = kept.clone().unbind();
            let owned = String::from("x");
            probe.setattr(&kept, 1)?;
            for value in [
                probe.getattr("x")?,
                probe.getattr(&kept)?,
                probe.getattr(kept.as_borrowed())?,
                probe.getattr(&free)?,
                probe.getattr(&owned)?,
            ] {
                assert_eq!(value.extract::<i64>()?, 1);
            }
            let list = List::new(py, [1])?;
            let append = Str::new(py, "append")?;
            list.call_method(&append, (probe,))?;
            list.call_method(&append, (2,))?;
            assert_eq!(list.len(), 3);
            assert_eq!(raised_kind(list.call_method(&kept, ())), "AttributeError");
            assert_eq!(raised_kind(list.call_method(&append, (1, 2))), "TypeError");
            assert_eq!(raised_kind(list.getattr("\0")), "AttributeError");
            probe.delattr("x")?;
            Ok(())
        });
        Ok(())
    });
}

#[test]
fn text_and_bytes() {
    python(|py| {
        let globals = Dict::empty(py)?;
        exec(
            &globals,
            "class Bad:\n\
            \x20   def __repr__(self): return 5\n\
            \x20   def __str__(self): raise KeyError('k')\n\
            \x20   def __bytes__(self): return 'text'\n\
            \x20   def __format__(self, spec): return spec and 5\n\
            \x20   def __hash__(self): raise OSError('no hash')\n\
            \x20   def __bool__(self): return 2\n\
            \x20   def __len__(self): return -1\n\
            \x20   def __length_hint__(self): return -1\n\
            bad = Bad()\n",
        )?;
        let bad = globals.require("bad")?;
        flat(py, |_| {
            let text = eval(py, "'\\xe9'")?;
            assert_eq!((text.repr()?.to_str()?, text.ascii()?.to_str()?), ("'\u{e9}'", "'\\xe9'"));
            assert_eq!(text.str()?.to_str()?, "\u{e9}");
            let number = eval(py, "3.14159")?;
            assert_eq!((number.format(".2f")?.to_str()?, number.format("")?.to_str()?), ("3.14", "3.14159"));
            assert_eq!(List::new(py, [1, 255])?.to_bytes()?.as_slice(), [1, 255]);
            assert_eq!(number.hash()?, eval(py, "hash(3.14159)")?.extract::<isize>()?);
            assert_eq!(eval(py, "iter([1, 2, 3])")?.length_hint()?, 3);
            assert_eq!(number.length_hint()?, 0);
            assert!(number.is_true()? && !number.is_none() && !number.is_callable());
            assert_eq!(raised_kind(bad.repr()), "TypeError");
            assert_eq!(raised_kind(bad.ascii()), "TypeError");
            assert_eq!(raised(bad.str()), "KeyError: 'k'");
            assert_eq!(raised_kind(bad.to_bytes()), "TypeError");
            assert_eq!(raised_kind(eval(py, "5")?.to_bytes()), "TypeError");
            assert_eq!(raised_kind(bad.format("x")), "TypeError");
            assert_eq!(raised_kind(number.format("s")), "ValueError");
            assert_eq!(raised(bad.hash()), "OSError: no hash");
            assert_eq!(raised_kind(bad.is_true()), "TypeError");
            assert_eq!(raised_kind(bad.length()), "ValueError");
            assert_eq!(raised_kind(bad.length_hint()), "ValueError");
            assert!(format!("{bad:?}").contains("whose repr failed"));
            Ok(())
        });
        Ok(())
    });
}

#[test]
fn types_and_exact_types() {
    python(|py| {
        fn exact<T: Exact>(object: &Owned<'_, Any>) -> (bool, bool) {
            (object.is_a::<T>(), object.is_exactly::<T>())
        }
        flat(py, |_| {
            let builtins = py.import("builtins")?;
            let truth = eval(py, "True")?;
            assert_eq!((exact::<Int>(&truth), exact::<owned::types::Bool>(&truth)), ((true, false), (true, true)));
            let sub = eval(py, "type('L', (list,), {})()")?;
            assert_eq!(exact::<List>(&sub), (true, false));
            let refused = sub.downcast_exact::<List>().expect_err("a subclass");
            assert_eq!(refused.to_string(), "expected list, got L");
            assert!(refused.input.downcast::<List>().is_ok());
            assert!(List::new(py, [1])?.into_any().downcast_exact::<List>().is_ok());
            assert!(py.import("sys")?.is_exactly::<Module>());
            assert!(truth.is_instance(&builtins.getattr("int")?)?);
            assert!(truth.type_of().is_subclass(&builtins.getattr("int")?)?);
            assert!(!truth.type_of().is_subclass(&builtins.getattr("str")?)?);
            assert_eq!(raised_kind(truth.is_instance(&truth)), "TypeError");
            assert_eq!(raised_kind(truth.is_subclass(&builtins.getattr("int")?)), "TypeError");
            Ok(())
        });
        Ok(())
    });
}

#[test]
fn items_of_any_container() {
    python(|py| {
        flat(py, |probe| {
            let dict = eval(py, "{}")?;
            dict.set_item("a", probe)?;
            assert!(dict.get_item("a")?.is(probe) && dict.get_item_opt("a")?.is_some());
            assert!(dict.get_item_opt("b")?.is_none() && !dict.has_key("b")? && dict.has_key("a")?);
            assert!(dict.contains("a")? && !dict.contains("b")?);
            dict.del_item("a")?;
            assert_eq!(raised(dict.get_item("a")), "KeyError: 'a'");
            assert_eq!(raised(dict.del_item("a")), "KeyError: 'a'");
            let odd = eval(py, "type('O', (), {'__getitem__': lambda self, key: {0: 5}[key]})()")?;
            assert!(odd.get_item_opt(1)?.is_none() && odd.has_key(0)? && !odd.has_key(1)?);
            let list = List::new(py, [1])?;
            for error in [
                raised_kind(dict.get_item(&list)),
                raised_kind(dict.get_item_opt(&list)),
                raised_kind(dict.has_key(&list)),
                raised_kind(dict.set_item(&list, 1)),
                raised_kind(dict.del_item(&list)),
                raised_kind(dict.contains(&list)),
                raised_kind(probe.get_item(0)),
                raised_kind(probe.get_item_opt(0)),
                raised_kind(probe.set_item(0, 0)),
                raised_kind(probe.del_item(0)),
                raised_kind(probe.contains(0)),
                raised_kind(probe.index_of(0)),
                raised_kind(probe.count_of(0)),
                raised_kind(probe.item_at(0)),
                raised_kind(probe.set_item_at(0, 0)),
                raised_kind(probe.del_item_at(0)),
                raised_kind(probe.item_slice(..)),
                raised_kind(probe.set_item_slice(.., &list)),
                raised_kind(probe.del_item_slice(..)),
                raised_kind(probe.repeat(2)),
                raised_kind(probe.in_place_repeat(2)),
                raised_kind(probe.concat(&list)),
                raised_kind(probe.in_place_concat(&list)),
                raised_kind(list.concat(5)),
                raised_kind(list.in_place_concat(5)),
                raised_kind(probe.to_list()),
                raised_kind(probe.to_tuple()),
                raised_kind(probe.length()),
                raised_kind(probe.iter()),
                raised_kind(probe.each()),
                raised_kind(probe.aiter()),
            ] {
                assert_eq!(error, "TypeError");
            }
            Ok(())
        });
        Ok(())
    });
}

#[test]
fn sequences_by_number() {
    python(|py| {
        flat(py, |probe| {
            let list = eval(py, "[10, 11, 12, 13]")?;
            assert_eq!(list.item_at(-1)?.extract::<i64>()?, 13);
            list.set_item_at(-1, probe)?;
            list.del_item_at(0)?;
            assert_eq!(list.length()?, 3);
            assert_eq!(list.item_slice(1..)?.length()?, 2);
            assert_eq!(list.item_slice(..100)?.length()?, 3);
            list.set_item_slice(..2, &List::new(py, [7, 7, 7, 7])?)?;
            assert_eq!((list.count_of(7)?, list.index_of(probe)?), (4, 4));
            list.del_item_slice(1..=3)?;
            assert_eq!(list.length()?, 2);
            assert_eq!(list.repeat(3)?.length()?, 6);
            assert_eq!(list.concat(&list)?.length()?, 4);
            assert!(list.in_place_repeat(2)?.is(&list) && list.in_place_concat((1, 2))?.is(&list));
            assert_eq!((list.to_list()?.len(), list.to_tuple()?.len()), (6, 6));
            assert_eq!(raised(list.item_at(6)), "IndexError: list index out of range");
            assert_eq!(raised_kind(list.set_item_at(-7, 0)), "IndexError");
            assert_eq!(raised_kind(list.del_item_at(6)), "IndexError");
            assert_eq!(raised_kind(list.index_of("missing")), "ValueError");
            assert_eq!(raised_kind(list.repeat(usize::MAX)), "MemoryError");
            let tuple = eval(py, "(1, 2)")?;
            assert!(!tuple.in_place_concat(eval(py, "(3,)")?)?.is(&tuple));
            assert_eq!(raised_kind(tuple.set_item_at(0, 0)), "TypeError");
            list.call_method("clear", ())?;
            Ok(())
        });
        Ok(())
    });
}

#[test]
fn comparisons() {
    python(|py| {
        flat(py, |probe| {
            let three = eval(py, "3")?;
            assert!(three.lt(4)? && three.le(3)? && three.eq(3.0)? && three.ne("3")? && three.gt(2)? && three.ge(3)?);
            assert!(!three.lt(3)? && !three.eq(4)? && !three.ne(3)?);
            let nan = eval(py, "float('nan')")?;
            assert!(!nan.eq(&nan)? && nan.compare_bool(&nan, CompareOp::Eq)?);
            assert!(three.compare(3, CompareOp::Eq)?.is_true()?);
            assert_eq!(raised_kind(probe.lt(probe)), "TypeError");
            assert_eq!(raised_kind(probe.compare(probe, CompareOp::Ge)), "TypeError");
            assert_eq!(raised_kind(probe.compare_bool(3, CompareOp::Lt)), "TypeError");
            // Classes have a module, which CPython 3.15 names in the message.
            let odd = "type('O', (), {'__eq__': lambda a, b: type('T', (), {'__bool__': lambda s: 5, '__module__': 'm'})()})()";
            let odd = eval(py, odd)?;
            assert_eq!(raised_kind(odd.eq(1)), "TypeError");
            Ok(())
        });
        Ok(())
    });
}

/// What is known without asking is what asking says; of two objects it is known wherever both are exactly `str` or `int`.
#[test]
fn what_is_known_to_be_equal() {
    python(|py| {
        let values = "['', 'a', 'b', 'ab', 'é', 'éa', '✓', '✓a', '\\ud800', '\\ud801', '🦀', '🦀a', \
            0, 1, -1, 2, 256, 257, 2**15, 2**29, 2**30 - 1, 2**30, -2**30, 2**30 + 1, 2**31, 2**60 - 1, 2**60, -2**60, \
            2**61, 2**63, 2**64, -2**64, 2**64 + 1, 2**90, 2**90 + 1, 10**100, -10**100]";
        // Each made twice, at run time: no two are one object, but for what Python keeps one object of.
        let twice = format!("tuple([eval(repr(one)) for one in {values}] for _ in range(2))");
        let (ones, others): (Vec<Owned<'_, Any>>, Vec<Owned<'_, Any>>) = eval(py, &twice)?.extract()?;
        for (at, one) in ones.iter().enumerate() {
            assert_eq!(one.hash()?, one.call_method("__hash__", ())?.extract::<isize>()?, "{one:?}");
            assert_eq!(one.hash()?, others[at].hash()?, "{one:?}");
            for other in &others {
                let known = one.known_equal(other);
                let same_type = one.type_of().is(&other.type_of());
                assert_eq!(known, same_type.then_some(one.eq(other)?), "{one:?} and {other:?}");
            }
        }
        let of_one = "[type('S', (str,), {})('a'), type('I', (int,), {})(1), True, 1.0, b'a', (1,), None, 'a', 1]";
        let others: Vec<Owned<'_, Any>> = eval(py, of_one)?.extract()?;
        let unknown = &others[..7];
        for (at, one) in unknown.iter().enumerate() {
            assert_eq!(one.known_equal(one), Some(true), "an object is equal to itself, as in a dict");
            for other in others.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, other)| other) {
                assert_eq!((one.known_equal(other), other.known_equal(one)), (None, None), "{one:?} and {other:?}");
            }
        }
        let broken = eval(py, "type('Broken', (str,), {'__hash__': lambda self: 1 // 0})('a')")?;
        assert_eq!(raised_kind(broken.hash()), "ZeroDivisionError");
        assert_eq!(raised(eval(py, "[]")?.hash()), "TypeError: unhashable type: 'list'");
        flat(py, |probe| {
            let (one, other) = (Str::new(py, "some text")?, Str::new(py, "some text")?);
            assert_eq!((one.known_equal(&other), probe.known_equal(&one)), (Some(true), None));
            one.hash()?;
            Ok(())
        });
        Ok(())
    });
}

#[test]
fn calls() {
    python(|py| {
        flat(py, |probe| {
            let function = eval(py, "lambda *args, **kwargs: (args, kwargs)")?;
            let result = function.call((probe, 2))?.downcast::<Tuple>()?;
            assert_eq!(result.get(0)?.extract::<Vec<Owned<'_, Any>>>()?.len(), 2);
            let holder = eval(py, "type('H', (), {'m': lambda self, *args: (self, args)})()")?;
            for (result, count) in [
                (holder.call_method("m", ())?, 0),
                (holder.call_method("m", (probe,))?, 1),
                (holder.call_method("m", (1, 2, 3, 4, 5, probe))?, 6),
            ] {
                assert!(result.item_at(0)?.is(&holder));
                assert_eq!(result.item_at(1)?.length()?, count);
            }
            holder.setattr("own", &function)?; // found in the instance: not bound
            assert_eq!(holder.call_method("own", (1,))?.item_at(0)?.length()?, 1);
            assert_eq!(raised_kind(probe.call(())), "TypeError");
            assert_eq!(raised_kind(probe.call_method("m", (probe,))), "AttributeError");
            assert_eq!(raised_kind(holder.call_method("m\0", ())), "AttributeError");
            Ok(())
        });
        Ok(())
    });
}
